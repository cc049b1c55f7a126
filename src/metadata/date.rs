//! Times around an article and in its head in, those that may be its own out, the surest first.
//!
//! A time is judged by where it stands, not by how it is written: what the page shows under its headline
//! wins over its head, and its head over all else. It is given as exactly as it is shown.

use super::dated::address_date;
use super::evidence;
use super::head;
use super::shown_times::{Says, Shown, shown_times};
use super::zones::Zones;
use crate::lexicon::statements::claims_rights;
use crate::line::time::{Written, relative};
use crate::page::Page;
use crate::page_time::{PageTime, Precision};
use crate::provenance::Place;
use jiff::civil::DateTime;
use jiff::tz::Offset;

/// A time that may be the article's.
pub(crate) type Candidate = evidence::Candidate<PageTime, Why>;

/// What speaks for or against a time besides its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    /// Nothing.
    Place,
    /// The head gives the same day.
    HeadAgrees,
    /// The head gives a later time, as of a change.
    BeforeHead,
    /// The same time as the one in the surest place, and more of it.
    Fuller,
    /// Its day is shown without the year.
    Yearless,
    /// 更新 speaks of it.
    Updated,
    /// Its label is of something else.
    OtherLabel,
    /// Later than the page was fetched.
    Future,
}

impl Why {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Place => "",
            Self::HeadAgrees => "the head gives the same day",
            Self::BeforeHead => "not later than the time in the head",
            Self::Fuller => "more exact than the same time elsewhere",
            Self::Yearless => "shown without its year",
            Self::Updated => "said to be of an update",
            Self::OtherLabel => "said to be of something else",
            Self::Future => "later than the page was fetched",
        }
    }
}

/// When an article was published and changed: the candidates of both, best first.
#[derive(Debug, Clone, Default)]
pub(crate) struct Times {
    pub(crate) published: Vec<Candidate>,
    pub(crate) modified: Vec<Candidate>,
}

impl Times {
    pub(crate) fn published(&self) -> Option<PageTime> {
        best(&self.published).map(|candidate| candidate.value)
    }

    pub(crate) fn modified(&self) -> Option<PageTime> {
        best(&self.modified).map(|candidate| candidate.value)
    }
}

/// The first candidate, which is the field's value unless it is refused.
pub(crate) fn best(candidates: &[Candidate]) -> Option<&Candidate> {
    candidates.first().filter(|candidate| !matches!(candidate.why, Why::Future | Why::OtherLabel))
}

/// What a time is worth by its place and by what speaks for it, set by hand: of the pages of three splits
/// each line is decided by some, and what the head declares parts places that are trusted from those that
/// need its word. A clock over the headline is mostly today's, a date in the headline that of what it tells.
fn rank(place: Place, why: Why) -> u8 {
    match (place, why) {
        (_, Why::Future) => 0,
        (_, Why::OtherLabel) => 1,
        (_, Why::Fuller) => 100,
        (Place::LabelUnderHeadline, Why::Updated) => 62,
        (_, Why::Updated) => 12,
        (_, Why::HeadAgrees) => 80,
        (_, Why::BeforeHead) => 75,
        (Place::LabelUnderHeadline | Place::UnderHeadline, Why::Yearless) => 66,
        (Place::LabelUnderHeadline, _) => 95,
        (Place::UnderHeadline, _) => 90,
        (Place::TimeElement, _) => 85,
        (Place::Head, _) => 70,
        (Place::LabelOverHeadline, _) => 64,
        (Place::LabelAfterBody, _) => 60,
        (Place::OverHeadline, _) => 50,
        (Place::AfterBody, _) => 40,
        (Place::Opening, _) => 30,
        (Place::InHeadline, _) => 25,
        (Place::Told, _) => 20,
        (Place::Address, _) => 10,
        (Place::FarOver, _) => 9,
        _ => 8,
    }
}

/// Reads the times. `reference` is when the page was fetched, where the caller knows: later times are
/// refused, and 3小时前 is counted from it.
pub(crate) fn times(page: &Page, zones: &Zones, reference: Option<DateTime>) -> Times {
    let shown = shown_times(page, zones);
    let (declared, changed) = (head::published(&page.head), head::modified(&page.head));
    let known = Known {
        declared,
        changed,
        year: declared.or(changed).map(|time| time.datetime.year()).or_else(|| any_year(&shown, page)),
        reference,
    };
    let mut published: Vec<Candidate> = shown.iter().filter_map(|time| known.candidate(time)).collect();
    let address = address_date(&page.head);
    published.extend(declared.map(|time| known.plain(time, Place::Head)));
    published.extend(reference.and_then(|at| told(zones, at)).map(|time| known.plain(time, Place::Told)));
    published.extend(address.map(|time| known.plain(time, Place::Address)));
    sort(&mut published);
    fuller_first(&mut published);
    let first = best(&published).map(|candidate| candidate.value);
    let modified = modified(&known, &shown, first);
    Times { published, modified }
}

/// When the article was changed after it was `published`: what is shown in the order of the page, then the head.
fn modified(known: &Known, shown: &[Shown], published: Option<PageTime>) -> Vec<Candidate> {
    let shown = shown.iter().filter(|time| time.says == Says::Updated);
    let shown = shown.filter_map(|time| Some((known.resolve(time.written)?, time.place)));
    let all = shown.chain(known.changed.map(|time| (time, Place::Head)));
    let all = all.filter(|&(time, _)| published.is_none_or(|published| !is_within(time, published)));
    let mut modified: Vec<Candidate> = all.map(|(time, place)| known.plain(time, place)).collect();
    modified.sort_by_key(|time| time.why == Why::Future);
    modified
}

/// True for two times of day that are one moment, in whatever zones.
fn is_same(time: PageTime, other: PageTime) -> bool {
    let moment = |time: PageTime| time.offset.to_timestamp(time.datetime).ok();
    time.precision.min(other.precision) > Precision::Day && moment(time) == moment(other)
}

/// True for a time of the day or minute that another gives, or the same in another zone.
fn is_within(time: PageTime, other: PageTime) -> bool {
    let (a, b) = (time.datetime, other.datetime);
    match other.precision {
        _ if is_same(time, other) => true,
        Precision::Day => a.date() == b.date(),
        Precision::Minute => a.date() == b.date() && (a.hour(), a.minute()) == (b.hour(), b.minute()),
        Precision::Second => a == b,
    }
}

fn sort(candidates: &mut [Candidate]) {
    candidates.sort_by_key(|candidate| std::cmp::Reverse(rank(candidate.place, candidate.why)));
}

/// What the times that a page shows are judged by.
struct Known {
    declared: Option<PageTime>,
    changed: Option<PageTime>,
    /// The year of days that are shown without one.
    year: Option<i16>,
    reference: Option<DateTime>,
}

impl Known {
    fn candidate(&self, shown: &Shown) -> Option<Candidate> {
        let value = self.resolve(shown.written)?;
        // Seconds since 1970 have no zone: the head may say in which the page tells the same moment.
        let carried = shown.place == Place::TimeElement;
        let zoned = |time: &PageTime| time.offset != Offset::UTC;
        let mut head = self.declared.into_iter().chain(self.changed).filter(zoned);
        let value = head.find(|&time| carried && is_same(time, value)).unwrap_or(value);
        Some(Candidate { value, place: shown.place, why: self.why(shown, value) })
    }

    fn plain(&self, value: PageTime, place: Place) -> Candidate {
        let why = if is_past(value, self.reference) { Why::Place } else { Why::Future };
        Candidate { value, place, why }
    }

    fn why(&self, shown: &Shown, value: PageTime) -> Why {
        let same_day = || self.declared.is_some_and(|time| time.datetime.date() == value.datetime.date());
        let before_head = || self.declared.is_some_and(|time| value.datetime <= time.datetime);
        let has_clock = shown.written.clock.is_some();
        let elsewhere = matches!(
            shown.place,
            Place::LabelAfterBody | Place::AfterBody | Place::LabelOverHeadline | Place::OverHeadline
        );
        match shown.says {
            _ if !is_past(value, self.reference) => Why::Future,
            Says::Other => Why::OtherLabel,
            Says::Updated => Why::Updated,
            _ if elsewhere && has_clock && same_day() => Why::HeadAgrees,
            Says::Published if shown.place == Place::LabelAfterBody && before_head() => Why::BeforeHead,
            _ if shown.written.year.is_none() && !has_clock => Why::Yearless,
            _ => Why::Place,
        }
    }

    /// A written time with what it leaves out: the year, from a declared time of the same day or `year`.
    fn resolve(&self, written: Written) -> Option<PageTime> {
        let same = self.declared.filter(|time| {
            time.datetime.month() == written.month
                && time.datetime.day() == written.day
                && written.year.is_none()
        });
        written.complete(same.map(|time| time.datetime.year()).or(self.year))
    }
}

/// Puts first what shows the surest time more exactly: the day stands under the headline, its clock elsewhere.
fn fuller_first(candidates: &mut [Candidate]) {
    let Some(first) = candidates.first().copied().filter(is_shown) else { return };
    let fuller = candidates.iter_mut().filter(|other| {
        is_within(other.value, first.value)
            && other.value.precision > first.value.precision
            && is_shown(other)
    });
    if let Some(fuller) = fuller.max_by_key(|other| rank(other.place, other.why)) {
        fuller.why = Why::Fuller;
        sort(candidates);
    }
}

/// True for a time that the page shows as its own, or carries in the element that shows it.
fn is_shown(candidate: &Candidate) -> bool {
    let shown = !matches!(candidate.place, Place::Head | Place::Told | Place::Address | Place::Opening);
    shown && !matches!(candidate.why, Why::Updated | Why::OtherLabel | Why::Future)
}

fn is_past(time: PageTime, reference: Option<DateTime>) -> bool {
    // A day of slack: the caller's clock and the page's may differ by zones.
    let latest = reference.and_then(|at| at.checked_add(jiff::Span::new().days(1)).ok());
    latest.is_none_or(|latest| time.datetime <= latest)
}

fn any_year(shown: &[Shown], page: &Page) -> Option<i16> {
    let shown = shown.iter().find_map(|time| time.written.year);
    shown
        .or_else(|| address_date(&page.head).map(|time| time.datetime.year()))
        .or_else(|| page.blocks.iter().rev().find_map(|block| copyright_year(&block.text)))
}

/// The last year of `© 1999-2024 …`: a page is mostly saved in the year of its day and month.
fn copyright_year(text: &str) -> Option<i16> {
    let has_digit = || text.bytes().any(|byte| byte.is_ascii_digit());
    let may_claim = text.len() <= LONGEST_CLAIM && has_digit();
    (may_claim && claims_rights(text)).then_some(())?;
    let years = text.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 4);
    years.filter_map(|year| year.parse().ok()).filter(|year| (1995..=2099).contains(year)).max()
}

/// Longest line that claims a copyright, in bytes.
const LONGEST_CLAIM: usize = 300;

/// 3小时前, 昨天 10:20 under the headline.
fn told(zones: &Zones, reference: DateTime) -> Option<PageTime> {
    zones
        .front
        .iter()
        .filter(|line| !line.is_sentence())
        .find_map(|line| relative::told(line.text, reference))
}

//! Times around an article and in its head in, when it was published and changed out.
//!
//! Candidates are ranked by where they stand, not by how they are written: what the page shows
//! under its headline wins over its head, and its head over all else.

use super::fields::Part;
use super::time_scan::Written;
use super::zones::{Line, Zones};
use super::{chars, head, relative, time_scan};
use crate::lexicon::labels::Field;
use crate::page::{Head, Page};
use crate::page_time::{PageTime, Precision};
use crate::provenance::Place;
use jiff::civil::DateTime;

/// When an article was published and changed.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Dates {
    pub(crate) published: Option<PageTime>,
    pub(crate) modified: Option<PageTime>,
}

/// A time that the page shows, and what it says of it.
#[derive(Debug, Clone, Copy)]
struct Shown {
    written: Written,
    field: Option<Field>,
    rank: u32,
}

/// Ranks of the places a time may stand in, best first. A label is worth more than nearness, and
/// what stands over the headline (clocks, dates of today) less than what the head declares.
const LABELLED: u32 = 100;
const UNDER_HEADLINE: u32 = 90;
const TIME_ELEMENT: u32 = 85;
const DECLARED: u32 = 70;
const AFTER_LABELLED: u32 = 60;
const OVER_HEADLINE: u32 = 50;
const UNDER_COPY: u32 = 45;
const AFTER_BODY: u32 = 40;
const DATELINE: u32 = 20;
/// A headline's date is mostly that of what it tells: `9月1日起，这些路段恢复双向通行`.
const IN_HEADLINE: u32 = 10;
const NOWHERE: u32 = 0;

/// Reads the times. `reference` is when the page was fetched, where the caller knows: later times
/// are refused, and 3小时前 is counted from it.
pub(crate) fn dates(page: &Page, zones: &Zones, reference: Option<DateTime>) -> Dates {
    let declared = head::published(&page.head).filter(|time| is_past(time, reference));
    let changed = head::modified(&page.head).filter(|time| is_past(time, reference));
    let mut shown = shown_times(page, zones);
    shown.sort_by_key(|time| std::cmp::Reverse(time.rank));
    let year = declared.map(|time| time.datetime.year()).or_else(|| any_year(&shown, page));
    let resolve =
        |time: &Shown| resolve(time.written, declared, year).filter(|time| is_past(time, reference));
    let is_updated = |time: &&Shown| time.field == Some(Field::Updated);
    let updated = shown.iter().filter(is_updated).find_map(resolve);
    let best = shown.iter().filter(|time| !is_updated(time) && time.rank > DECLARED).find_map(resolve);
    let element = shown.iter().filter(|time| time.rank == TIME_ELEMENT).find_map(resolve);
    let published = best
        .map(|time| refined(refined(time, element), declared))
        .or(declared)
        .or_else(|| shown.iter().filter(|time| time.rank == LABELLED).find_map(resolve))
        .or_else(|| shown.iter().filter(|time| !is_updated(time)).find_map(resolve))
        .or_else(|| reference.and_then(|reference| told(zones, reference)))
        .or(updated)
        .or_else(|| address_date(&page.head).filter(|time| is_past(time, reference)));
    let modified =
        updated.map(|time| refined(time, changed)).or(changed).filter(|&time| Some(time) != published);
    Dates { published, modified }
}

/// A time that might have been one of the article's, where it stands, and whether 更新 speaks of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Known {
    pub(crate) time: PageTime,
    pub(crate) place: Place,
    pub(crate) updated: bool,
    /// Later than the page was fetched.
    pub(crate) future: bool,
}

/// The times that [`dates`] weighs, the surest place first.
pub(crate) fn candidates(page: &Page, zones: &Zones, reference: Option<DateTime>) -> Vec<Known> {
    let known = |time, place, updated| Known { time, place, updated, future: !is_past(&time, reference) };
    let declared = head::published(&page.head);
    let shown = shown_times(page, zones);
    let year = declared.map(|time| time.datetime.year()).or_else(|| any_year(&shown, page));
    let shown = shown.iter().filter_map(|shown| {
        let time = resolve(shown.written, declared, year)?;
        Some((shown.rank, known(time, place_of(shown.rank), shown.field == Some(Field::Updated))))
    });
    let changed = head::modified(&page.head).map(|time| (DECLARED, known(time, Place::Head, true)));
    let declared = declared.map(|time| (DECLARED, known(time, Place::Head, false)));
    let told = reference.and_then(|reference| told(zones, reference));
    let told = told.map(|time| (DATELINE, known(time, Place::UnderHeadline, false)));
    let address = address_date(&page.head).map(|time| (NOWHERE, known(time, Place::Address, false)));
    let mut all: Vec<(u32, Known)> =
        shown.chain(declared).chain(changed).chain(told).chain(address).collect();
    all.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));
    all.into_iter().map(|(_, known)| known).collect()
}

fn place_of(rank: u32) -> Place {
    match rank {
        LABELLED => Place::LabelUnderHeadline,
        UNDER_HEADLINE => Place::UnderHeadline,
        TIME_ELEMENT => Place::TimeElement,
        AFTER_LABELLED => Place::LabelAfterBody,
        OVER_HEADLINE | UNDER_COPY => Place::OverHeadline,
        AFTER_BODY => Place::AfterBody,
        _ => Place::Opening,
    }
}

/// Every time in the zones, with its rank.
fn shown_times(page: &Page, zones: &Zones) -> Vec<Shown> {
    let mut shown = Vec::new();
    let mut vague = Vec::new();
    if let Some(line) = &zones.headline {
        times_of(line, LABELLED, UNDER_HEADLINE, &mut vague);
    }
    shown.extend(vague.extract_if(.., |time| time.rank == LABELLED || time.written.clock.is_some()));
    for line in &zones.front {
        times_of(line, LABELLED, UNDER_HEADLINE, &mut shown);
    }
    shown.extend(vague.into_iter().map(|time| Shown { rank: IN_HEADLINE, ..time }));
    for line in zones.above.iter().filter(|line| line.text.chars().count() < 40) {
        times_of(line, OVER_HEADLINE, OVER_HEADLINE, &mut shown);
    }
    for line in &zones.under_copies {
        times_of(line, UNDER_COPY, UNDER_COPY, &mut shown);
    }
    let mut comments = false;
    for line in zones.after_unrelated() {
        comments |= line.begins_comments();
        let plain = if comments { NOWHERE } else { AFTER_BODY };
        times_of(line, AFTER_LABELLED, plain, &mut shown);
    }
    shown.retain(|time| time.rank > NOWHERE);
    if let Some((_, first)) = zones.opening.first() {
        let start = chars::fold(chars::start(first, 40));
        let opens = |found: &time_scan::Found| found.written.year.is_some();
        let first = time_scan::scan(&start).into_iter().find(opens);
        shown.extend(first.map(|found| Shown { written: found.written, field: None, rank: DATELINE }));
    }
    let near = |block: usize| zones.front.iter().any(|line| line.block == block);
    for (_, value) in page.head.times.iter().filter(|(block, _)| near(*block)) {
        let found = time_scan::scan(&chars::fold(value)).into_iter().next();
        shown.extend(found.map(|found| Shown { written: found.written, field: None, rank: TIME_ELEMENT }));
    }
    shown
}

/// The times of a line. A label holds for the times after it; 更新 also for one right before it.
fn times_of(line: &Line, labelled: u32, plain: u32, shown: &mut Vec<Shown>) {
    if line.is_sentence() {
        return;
    }
    let mut field = None;
    for (at, part) in line.parts.iter().enumerate() {
        match part {
            Part::Label(label) => field = Some(*label),
            Part::Time(written) => {
                if is_before_updated(&line.parts[at + 1..]) {
                    field = Some(Field::Updated);
                }
                let rank =
                    if matches!(field, Some(Field::Published | Field::Updated)) { labelled } else { plain };
                // Under the text a bare day and month dates other articles.
                let vague = rank == AFTER_BODY && written.year.is_none() && written.clock.is_none();
                if field != Some(Field::Clock) && !is_todays(line) && !vague {
                    shown.push(Shown { written: *written, field, rank });
                }
            }
            Part::Text(text) if text.starts_with("更新") => field = Some(Field::Updated),
            Part::Text(_) => {}
        }
    }
}

/// True where 更新 follows and has no time of its own behind it: `2/21 22:08 更新`.
fn is_before_updated(rest: &[Part]) -> bool {
    matches!(rest, [Part::Label(Field::Updated), next @ ..] if !matches!(next, [Part::Time(_), ..]))
}

/// True for a greeting or a calendar: its date is that of the visit.
fn is_todays(line: &Line) -> bool {
    ["今天是", "今日是", "现在是", "您好", "欢迎您", "农历", "農曆"]
        .iter()
        .any(|word| line.text.contains(word))
}

/// A written time with what it leaves out: the year, from a declared time of the same day or `year`.
fn resolve(written: Written, declared: Option<PageTime>, year: Option<i16>) -> Option<PageTime> {
    let same = declared.filter(|time| {
        time.datetime.month() == written.month && time.datetime.day() == written.day && written.year.is_none()
    });
    written.complete(same.map(|time| time.datetime.year()).or(year))
}

/// The time shown, with the clock that the head declares for the same day or minute.
fn refined(shown: PageTime, declared: Option<PageTime>) -> PageTime {
    let finer = declared.filter(|time| time.precision > shown.precision).filter(|time| {
        let (a, b) = (time.datetime, shown.datetime);
        a.date() == b.date()
            && (shown.precision == Precision::Day || a.hour() == b.hour() && a.minute() == b.minute())
    });
    finer.unwrap_or(shown)
}

fn is_past(time: &PageTime, reference: Option<DateTime>) -> bool {
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
    let claim = ["\u{A9}", "Copyright", "版权所有", "版權所有"];
    let has_digit = || text.bytes().any(|byte| byte.is_ascii_digit());
    let may_claim = text.len() <= LONGEST_CLAIM && has_digit();
    (may_claim && claim.iter().any(|word| text.contains(word))).then_some(())?;
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

/// The date in the page's address: `/2019/09_07/`, `/2019-09-07/`, `/20190907/`. The last resort.
fn address_date(head: &Head) -> Option<PageTime> {
    let url = head::url(head)?;
    let path = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
    let marked: Vec<char> = path.chars().map(|c| if c == '_' { '-' } else { c }).collect();
    let spelled = time_scan::scan(&marked).first().and_then(|found| found.written.complete(None));
    spelled.or_else(|| {
        let digits = path.split(|c: char| !c.is_ascii_digit()).find(|run| run.len() == 8)?;
        head::time(digits)
    })
}

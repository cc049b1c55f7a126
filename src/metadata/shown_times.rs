//! The zones around an article in, every time that they show out: where it stands and what its label says.
//! Which one is the article's is `date`'s to say.

use super::fields::{self, Part};
use super::head;
use super::zones::{Line, Zones};
use crate::lexicon::kinds::{Word, before_word, has_word};
use crate::lexicon::labels::{self, Field};
use crate::line::time::{self, Written, chars, tile};
use crate::page::{Form, Page};
use crate::provenance::Place;
use crate::text::start::start;
use crate::text::{punctuation, space};
use std::ops::Range;

/// A time that the page shows.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shown {
    pub(crate) written: Written,
    pub(crate) place: Place,
    pub(crate) says: Says,
}

/// What the words beside a time say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Says {
    Published,
    Updated,
    Nothing,
    /// It is of something else, under a label or in a line that tells it: 會議時間：….
    Other,
}

/// Where the times of a zone stand, with a label of theirs and without one.
#[derive(Clone, Copy)]
struct Places {
    labelled: Place,
    plain: Place,
}

const UNDER: Places = Places { labelled: Place::LabelUnderHeadline, plain: Place::UnderHeadline };
const OVER: Places = Places { labelled: Place::LabelOverHeadline, plain: Place::OverHeadline };
const AFTER: Places = Places { labelled: Place::LabelAfterBody, plain: Place::AfterBody };

/// Characters of a line over the headline, at most, and of the first paragraph, where a dateline stands.
const OVER_CHARS: usize = 60;
const DATELINE_CHARS: usize = 40;
/// Longest line of a label and a time alone, in bytes: `發布日期：113年03月21日 下午 03:05:10`.
const FAR_BYTES: usize = 60;
/// Digits of a day with its year, at least.
const LEAST_DIGITS: usize = 6;
/// Longest run of characters beside a day that has no clock: a caption or a lead goes on longer and tells what
/// happened that day. The name of an office has up to 17.
const BESIDE_CHARS: usize = 20;

/// Every time in the zones.
pub(crate) fn shown_times(page: &Page, zones: &Zones) -> Vec<Shown> {
    let mut shown = Vec::new();
    if let Some(line) = &zones.headline {
        in_headline(line, &mut shown);
    }
    let opening = dateline(zones);
    // Where the text is signed with its day, one in or under it is that of a reference or an item.
    let signed = opening.is_some_and(|time| time.says == Says::Published);
    let is_own = |line: &&Line| !signed || has_label_or_clock(line);
    in_lines(zones.front.iter().filter(|line| !line.in_text || is_own(line)), UNDER, &mut shown);
    // Nearest first, and read downwards.
    let above = zones.above.iter().rev();
    let above = above.filter(|line| line.text.chars().count() < OVER_CHARS || line.begins_with_label());
    in_lines(above, OVER, &mut shown);
    let after = zones.before_comments();
    let comments = zones.after_unrelated().split_at(after.len()).1;
    in_lines(after.iter().filter(is_own), AFTER, &mut shown);
    let first_comment = shown.len();
    in_lines(comments.iter(), AFTER, &mut shown);
    let of_comments = shown.split_off(first_comment);
    shown.extend(of_comments.into_iter().filter(|time| time.place == Place::LabelAfterBody));
    // Under the text a bare day and month dates other articles.
    let bare = |time: &Shown| time.written.year.is_none() && time.written.clock.is_none();
    shown.retain(|time| !(time.place == Place::AfterBody && bare(time)));
    shown.extend(opening);
    shown.extend(in_attributes(page, zones));
    let tells = |time: &Shown| matches!(time.says, Says::Published | Says::Nothing);
    if !shown.iter().any(tells) {
        shown.extend(far_labelled(page, zones));
    }
    if !shown.iter().any(tells) {
        shown.extend(far_over(page, zones));
    }
    shown
}

/// The one day that lines of their own give over the text of a dump, however far: an edition's, `2024年3月21日星期四`,
/// or that behind a breadcrumb. Where several days stand there they are of other articles.
fn far_over(page: &Page, zones: &Zones) -> Option<Shown> {
    let &(body, _) = zones.opening.first().filter(|_| page.form == Form::Dump)?;
    let has_day = |line: &&str| line.chars().filter(char::is_ascii_digit).nth(LEAST_DIGITS - 1).is_some();
    let lines = far_lines(page, zones.own.start..body).filter(has_day);
    let written = last_of_one(lines.filter_map(|line| alone(&fields::parts(line))), |time| {
        (time.year, time.month, time.day)
    })?;
    Some(Shown { written, place: Place::FarOver, says: Says::Nothing })
}

/// The one time of a line that has nothing else, but for the day of the week and a breadcrumb before it.
fn alone(parts: &[Part]) -> Option<Written> {
    match parts {
        [Part::Time(time)] => Some(*time),
        [Part::Text(way), Part::Time(time)]
            if way.contains(|c| punctuation::is_way_mark(c) || c == '\u{FF1E}') =>
        {
            Some(*time)
        }
        _ => None,
    }
    .filter(|time| time.year.is_some())
}

/// The one time under a label of its own below the related items: offices set the day of publication at the
/// foot. Where several stand there they are of other articles.
fn far_labelled(page: &Page, zones: &Zones) -> Option<Shown> {
    let last = zones.after_unrelated().last().or(zones.after.first())?.block;
    let lines = far_lines(page, last + 1..zones.own.end).filter(|line| labels::stands_at_start(line));
    let times = lines.filter_map(|line| match fields::parts(line)[..] {
        [Part::Label(Field::Published), Part::Time(written)] => Some(written),
        _ => None,
    });
    let written = last_of_one(times, |&time| time)?;
    Some(Shown { written, place: Place::LabelAfterBody, says: Says::Published })
}

/// The lines of some blocks that are short enough to be a time and little else.
fn far_lines(page: &Page, blocks: Range<usize>) -> impl Iterator<Item = &str> {
    let blocks = page.blocks.get(blocks).unwrap_or_default();
    blocks.iter().map(|block| block.text.as_str()).filter(|line| line.len() <= FAR_BYTES)
}

/// The last of some times, all of which have one `key`.
fn last_of_one<K: PartialEq>(
    times: impl Iterator<Item = Written>,
    key: impl Fn(&Written) -> K,
) -> Option<Written> {
    let mut found: Option<Written> = None;
    for time in times {
        if found.is_some_and(|known| key(&known) != key(&time)) {
            return None;
        }
        found = Some(time);
    }
    found
}

/// A headline's date is mostly that of what it tells, `9月1日起，这些路段恢复双向通行`, unless it has a
/// label or a clock.
fn in_headline(line: &Line, shown: &mut Vec<Shown>) {
    let first = shown.len();
    in_lines([line].into_iter(), UNDER, shown);
    for time in shown.iter_mut().skip(first) {
        if time.place == Place::UnderHeadline && time.written.clock.is_none() {
            time.place = Place::InHeadline;
        }
    }
}

/// The times of lines in page order, those too that neighbouring lines give together.
fn in_lines<'a>(lines: impl Iterator<Item = &'a Line<'a>> + Clone, places: Places, shown: &mut Vec<Shown>) {
    let mut label = None;
    let mut rest = lines;
    loop {
        let here = rest.clone();
        let Some(line) = rest.next() else { break };
        let neighbours = here.clone().zip(here).enumerate();
        let neighbours = neighbours.take_while(|(nth, (next, _))| next.block <= line.block + 2 * nth);
        if let Some(written) = tile::tile(neighbours.map(|(_, (next, _))| next.text)) {
            shown.push(Shown { written, place: places.plain, says: Says::Nothing });
        }
        times_of(line, label, places, shown);
        label = closing_label(line);
    }
}

/// The times of a line. A label holds for the times after it, and `before` for the first where the line begins
/// with it; 更新 also for one right before it.
fn times_of(line: &Line, before: Option<Says>, places: Places, shown: &mut Vec<Shown>) {
    if !line.has_time() || line.is_sentence() || is_todays(line) {
        return;
    }
    let mut says = before.filter(|_| matches!(line.parts().first(), Some(Part::Time(_))));
    for (at, part) in line.parts().iter().enumerate() {
        match part {
            Part::Label(field) => says = Some(of_label(*field)),
            Part::Text(text) if text.starts_with("更新") => says = Some(Says::Updated),
            Part::Text(text) if is_other_label(text) => says = Some(Says::Other),
            Part::Text(_) => {}
            Part::Time(written) => {
                if is_before_updated(&line.parts()[at + 1..]) {
                    says = Some(Says::Updated);
                }
                // `2024年3月21日：…` in a list of other articles, or a caption.
                let is_label = matches!(line.parts().get(at + 1), Some(Part::Text(text)) if text.starts_with([':', '\u{FF1A}']));
                let of_other = says.is_none() && written.clock.is_none() && (is_label || tells(line));
                let says = if of_other { Says::Other } else { says.unwrap_or(Says::Nothing) };
                let labelled = matches!(says, Says::Published | Says::Updated);
                let place = if labelled { places.labelled } else { places.plain };
                shown.push(Shown { written: *written, place, says });
            }
        }
    }
}

/// What a label that closes a line says of the time that the next one begins with.
fn closing_label(line: &Line) -> Option<Says> {
    if !line.present().may_have_label() && !line.text.contains([':', '\u{FF1A}']) {
        return None;
    }
    match line.parts().last()? {
        Part::Label(field) => Some(of_label(*field)),
        Part::Text(text) if is_other_label(text) => Some(Says::Other),
        _ => None,
    }
}

fn of_label(field: Field) -> Says {
    match field {
        Field::Published => Says::Published,
        Field::Updated => Says::Updated,
        Field::Clock => Says::Other,
        _ => Says::Nothing,
    }
}

/// True for a line without a label that has a longer run of words than stand beside a time.
fn tells(line: &Line) -> bool {
    let labelled = line.parts().iter().any(|part| matches!(part, Part::Label(_)));
    let texts =
        line.parts().iter().filter_map(|part| if let Part::Text(text) = part { Some(text) } else { None });
    let mut runs = texts.flat_map(|text| text.split(|c| space::is_blank(c) || c == '|' || c == '>'));
    !labelled && runs.any(|run| run.chars().nth(BESIDE_CHARS).is_some())
}

fn has_label_or_clock(line: &Line) -> bool {
    let mut parts = line.parts().iter();
    parts.any(|part| match part {
        Part::Time(time) => time.clock.is_some(),
        part => matches!(part, Part::Label(_)),
    })
}

/// True for words that a time stands under and that no label of the article's own time has: 會議時間：….
fn is_other_label(text: &str) -> bool {
    let words = text.strip_suffix([':', '\u{FF1A}']).map(space::trim);
    words.is_some_and(|words| before_word(words, Word::Period).is_some())
}

/// True where 更新 follows and has no time of its own behind it: `2/21 22:08 更新`.
fn is_before_updated(rest: &[Part]) -> bool {
    matches!(rest, [Part::Label(Field::Updated), next @ ..] if !matches!(next, [Part::Time(_), ..]))
}

/// True for a greeting or a calendar: its date is that of the visit. A time of day beside a lunar date is not.
fn is_todays(line: &Line) -> bool {
    let has_clock =
        || line.parts().iter().any(|part| matches!(part, Part::Time(time) if time.clock.is_some()));
    has_word(line.text, Word::Today) || has_word(line.text, Word::Lunar) && !has_clock()
}

/// The date that opens the text, `2024年3月21日，…`, or signs one of its first paragraphs: `【2024年3月21日讯】…`.
fn dateline(zones: &Zones) -> Option<Shown> {
    let mut openings = zones.opening.iter().map(|(_, text)| text);
    let first = openings.next().and_then(|text| opening_date(text));
    let is_signed = |time: &Shown| time.says == Says::Published;
    let bracketed = openings.filter(|text| text.starts_with(punctuation::is_opening));
    first
        .filter(is_signed)
        .or_else(|| bracketed.filter_map(|text| opening_date(text)).find(is_signed))
        .or(first)
}

/// The first date with its year in the first words of a text. 电 behind it signs them, unless it is part of a word or
/// of what others told: 据某社3月21日电，….
fn opening_date(text: &str) -> Option<Shown> {
    let opening = chars::fold(start(text, DATELINE_CHARS));
    let opens = |found: &time::Found| found.written.year.is_some();
    let found = time::scan(&opening).into_iter().find(opens)?;
    let (before, behind) = opening.split_at(found.at.end);
    let ends = |c: Option<&char>| c.is_none_or(|&c| c == ' ' || c == ':' || punctuation::is_bracket(c));
    let signs = matches!(behind.first(), Some('电' | '電' | '讯' | '訊')) && ends(behind.get(1));
    let signed = signs && !before.contains(&'据') && !before.contains(&'據');
    let says = if signed { Says::Published } else { Says::Nothing };
    Some(Shown { written: found.written, place: Place::Opening, says })
}

/// The times that elements under the headline carry without showing them.
fn in_attributes<'a>(page: &'a Page, zones: &'a Zones) -> impl Iterator<Item = Shown> + 'a {
    let near = |block: usize| zones.front.iter().any(|line| line.block == block);
    page.head.times.iter().filter(move |(block, _)| near(*block)).filter_map(|(_, value)| {
        let written = Written::of(head::time(value)?);
        Some(Shown { written, place: Place::TimeElement, says: Says::Nothing })
    })
}

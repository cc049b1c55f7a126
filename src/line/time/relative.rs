//! A line and the time of reading in, the time that 3小时前 or 昨天 10:20 means out.

use super::chars;
use super::clock;
use crate::page_time::{PageTime, Precision};
use crate::text::numerals;
use jiff::Span;
use jiff::civil::DateTime;

/// Days back that a word stands for.
const DAYS: &[(&str, i32)] = &[("前天", 2), ("昨天", 1), ("昨日", 1), ("今天", 0), ("今日", 0)];
/// Units of a count: 3小时前.
const UNITS: &[(&str, Unit)] = &[
    ("秒", Unit::Minutes(0)),
    ("分钟", Unit::Minutes(1)),
    ("分鐘", Unit::Minutes(1)),
    ("小时", Unit::Minutes(60)),
    ("小時", Unit::Minutes(60)),
    ("个小时", Unit::Minutes(60)),
    ("個小時", Unit::Minutes(60)),
    ("天", Unit::Days(1)),
    ("日", Unit::Days(1)),
    ("周", Unit::Days(7)),
    ("週", Unit::Days(7)),
];

#[derive(Clone, Copy)]
enum Unit {
    Minutes(i64),
    Days(i64),
}

/// Longest word that is such a time and nothing else, in characters: 12個小時前.
const LONGEST: usize = 6;

/// True for a word that tells a time so, whatever it is relative to.
pub(crate) fn is_told(word: &str) -> bool {
    word.chars().nth(LONGEST).is_none() && told(word, DateTime::constant(2000, 1, 1, 0, 0, 0, 0)).is_some()
}

/// The first time told relative to `reference` in a line.
pub(crate) fn told(line: &str, reference: DateTime) -> Option<PageTime> {
    let line = chars::fold(line);
    let mut at = 0;
    while at < line.len() {
        if let Some(time) = counted(&line, at, reference).or_else(|| day(&line, at, reference)) {
            return Some(time);
        }
        at = chars::skip(&line, at, |c| c.is_ascii_digit()).max(at + 1);
    }
    None
}

fn counted(line: &[char], at: usize, reference: DateTime) -> Option<PageTime> {
    if line.get(at..).is_some_and(|rest| rest.starts_with(&['刚', '刚']) || rest.starts_with(&['剛', '剛']))
    {
        return Some(PageTime::at(reference, Precision::Minute));
    }
    let end = chars::skip(line, at, |c| c.is_ascii_digit());
    let count =
        i64::try_from(numerals::number(line.get(at..end).filter(|digits| (1..=3).contains(&digits.len()))?)?)
            .ok()?;
    let unit_start = chars::skip_blanks(line, end);
    let (unit_end, unit) = UNITS.iter().find_map(|&(word, unit)| {
        let end = chars::one_of(line, unit_start, &[word])?;
        matches!(line.get(end), Some('前')).then_some((end, unit))
    })?;
    debug_assert!(unit_end > unit_start);
    match unit {
        Unit::Minutes(each) => {
            let time = reference.checked_sub(Span::new().minutes(count * each)).ok()?;
            Some(PageTime::at(time, Precision::Minute))
        }
        Unit::Days(each) => {
            Some(PageTime::day(reference.date().checked_sub(Span::new().days(count * each)).ok()?))
        }
    }
}

fn day(line: &[char], at: usize, reference: DateTime) -> Option<PageTime> {
    let (end, days) =
        DAYS.iter().find_map(|&(word, days)| Some((chars::one_of(line, at, &[word])?, days)))?;
    let date = reference.date().checked_sub(Span::new().days(days)).ok()?;
    let clock = clock::clock_at(line, chars::skip_blanks(line, end)).map(|(clock, _)| clock)?;
    let time = jiff::civil::Time::new(clock.hour, clock.minute, clock.second.unwrap_or(0), 0).ok()?;
    Some(PageTime::at(DateTime::from_parts(date, time), Precision::Minute))
}

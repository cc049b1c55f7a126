//! Characters of a line in, the times written in it out: where each stands and what it gives.
//!
//! A scanner by hand: date, then clock, then offset, or clock before date. It judges the form of a
//! time, never whether it is the article's: ranking is `date`'s job.

pub(crate) mod chars;
pub(crate) mod clock;
mod day;
pub(crate) mod tile;
pub(crate) mod relative;
#[cfg(test)]
mod table;

use clock::Clock;
use day::{Form, date_at};
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use std::ops::Range;

use crate::page_time::{CHINA, PageTime, Precision};
use crate::text::numerals;

/// A time as written, its parts unjoined: pages leave out the year or the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) year: Option<i16>,
    pub(crate) month: i8,
    pub(crate) day: i8,
    pub(crate) clock: Option<Clock>,
    pub(crate) offset: Option<Offset>,
}

/// A time and the characters of the line that write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) at: Range<usize>,
    pub(crate) written: Written,
}

impl Written {
    /// As a page would write `time`.
    pub(crate) fn of(time: PageTime) -> Self {
        let PageTime { datetime, offset, precision } = time;
        let second = (precision == Precision::Second).then(|| datetime.second());
        let clock = Clock { hour: datetime.hour(), minute: datetime.minute(), second };
        Self {
            year: Some(datetime.year()),
            month: datetime.month(),
            day: datetime.day(),
            clock: (precision > Precision::Day).then_some(clock),
            offset: Some(offset),
        }
    }

    /// The time, with `year` where the page leaves it out. `None` for days that no calendar has.
    pub(crate) fn complete(self, year: Option<i16>) -> Option<PageTime> {
        let date = Date::new(self.year.or(year)?, self.month, self.day).ok()?;
        let Some(clock) = self.clock else {
            return Some(PageTime::day(date));
        };
        let (second, precision) = match clock.second {
            Some(second) => (second, Precision::Second),
            None => (0, Precision::Minute),
        };
        let time = jiff::civil::Time::new(clock.hour, clock.minute, second, 0).ok()?;
        let datetime = DateTime::from_parts(date, time);
        Some(PageTime { datetime, offset: self.offset.unwrap_or(CHINA), precision })
    }
}

/// All times in a line of characters folded by [`chars::fold`].
pub(crate) fn scan(line: &[char]) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < line.len() {
        match time_at(line, at) {
            Some(time) => {
                at = time.at.end.max(at + 1);
                found.push(time);
            }
            None => at = next_start(line, at),
        }
    }
    found
}

/// Whether a line has a day, and whether it has a time of day, by itself or beside one.
pub(crate) fn date_and_clock(text: &str) -> (bool, bool) {
    if !text.contains(is_mark) {
        return (false, false);
    }
    let line = chars::fold(text);
    let found = scan(&line);
    let alone = || {
        let begins = |at: usize| {
            let before = at.checked_sub(1).and_then(|before| line.get(before));
            line.get(at).is_some_and(char::is_ascii_digit) && !before.is_some_and(char::is_ascii_digit)
        };
        (0..line.len()).any(|at| begins(at) && clock::clock_at(&line, at).is_some())
    };
    let has_clock = found.iter().any(|time| time.written.clock.is_some()) || line.contains(&':') && alone();
    (!found.is_empty(), has_clock)
}

/// What stands between the numbers of every day and clock; a month by its name has letters.
fn is_mark(c: char) -> bool {
    match c {
        '\u{4E00}'..='\u{9FFF}' => matches!(c, '年' | '月'),
        '-' | '/' | '.' | ':' | 'a'..='z' | 'A'..='Z' | '\u{B7}' => true,
        // Their twins of other widths, and dashes.
        c => {
            matches!(c, '\u{2010}'..='\u{2015}' | '\u{2044}' | '\u{2215}' | '\u{2236}' | '\u{2571}' | '\u{FE50}'..='\u{FF5E}')
        }
    }
}

/// The next place where a time can begin: the middle of a number or a word is none.
fn next_start(line: &[char], at: usize) -> usize {
    let is_word: fn(char) -> bool = match line.get(at) {
        Some(c) if c.is_ascii_digit() => |c| c.is_ascii_digit(),
        Some(c) if c.is_ascii_alphabetic() => |c| c.is_ascii_alphabetic(),
        _ => return at + 1,
    };
    chars::skip(line, at, is_word)
}

fn time_at(line: &[char], start: usize) -> Option<Found> {
    let c = *line.get(start)?;
    if !(c.is_ascii_alphanumeric()
        || numerals::is_numeral(c)
        || matches!(c, '民' | '上' | '下' | '中' | '晚' | '凌'))
    {
        return None;
    }
    date_first(line, start).or_else(|| clock_first(line, start)).or_else(|| clock_inside(line, start))
}

/// `Mar 21 10:20:05 CST 2024`: the clock before the year.
fn clock_inside(line: &[char], start: usize) -> Option<Found> {
    let (month, end) =
        chars::month_name(line, start).filter(|_| line.get(start).is_some_and(char::is_ascii_alphabetic))?;
    let day_end = chars::skip(line, end + 1, |c| c.is_ascii_digit());
    let day = line
        .get(end + 1..day_end)
        .filter(|digits| matches!(digits.len(), 1 | 2))
        .and_then(numerals::number)?;
    let found = clock::after_date(line, day_end)?;
    let year_start = chars::skip_blanks(line, found.end);
    let (date, at) = day::year_at(line, year_start).map(|(year, end)| (year, start..end))?;
    let written = Written {
        year: Some(date),
        month: i8::try_from(month).ok()?,
        day: i8::try_from(day).ok()?,
        clock: Some(found.clock),
        offset: found.offset,
    };
    Some(Found { at, written })
}

/// `2024年3月21日 10:20`.
fn date_first(line: &[char], start: usize) -> Option<Found> {
    let (date, end) = date_at(line, start)?;
    let clock = clock::after_date(line, end);
    let needs_clock = date.form == Form::Short;
    if needs_clock && clock.is_none() {
        return None;
    }
    let (clock, offset, end) = match clock {
        Some(clock) => (Some(clock.clock), clock.offset, clock::skip_weekday(line, clock.end)),
        None => (None, None, clock::skip_weekday(line, end)),
    };
    let written = Written { year: date.year, month: date.month, day: date.day, clock, offset };
    Some(Found { at: start..end, written })
}

/// `10:20 2024-03-21`.
fn clock_first(line: &[char], start: usize) -> Option<Found> {
    let (clock, end) = clock::clock_at(line, start)?;
    let date_start = chars::skip(line, end, |c| matches!(c, ' ' | ',' | '|' | '\u{B7}'));
    let (date, end) = date_at(line, date_start)?;
    (date.form == Form::Full).then_some(())?;
    let written =
        Written { year: date.year, month: date.month, day: date.day, clock: Some(clock), offset: None };
    Some(Found { at: start..end, written })
}

#[cfg(test)]
mod tests {
    use super::date_and_clock;
    use super::{chars, scan};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_day_is_passed_over(text in "[二〇一十0-9]{0,4}[-年月日/:：. \u{3000}MayGMT上午]{0,2}[0-9三]{0,3}[-月/:.日点 ]{0,2}[0-9]{0,3}") {
            let found = !scan(&chars::fold(&text)).is_empty();
            prop_assert_eq!(date_and_clock(&text).0, found);
        }
    }

    #[test]
    fn days_and_clocks_are_seen_in_portal_forms() {
        for line in ["2023-11-21 11:02", "2023年11月21日 11:02", "2023/1/2 3:05", "10:202023.01.02"] {
            assert_eq!(date_and_clock(line), (true, true), "{line}");
        }
        assert_eq!(date_and_clock("11月21日"), (true, false));
        assert_eq!(date_and_clock("01:02 / 03:40"), (false, true));
        assert_eq!(date_and_clock("以3:0获胜"), (false, false));
        assert_eq!(date_and_clock("共1500亿元，900家"), (false, false));
    }
}

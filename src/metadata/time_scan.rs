//! Characters of a line in, the times written in it out: where each stands and what it gives.
//!
//! A scanner by hand: date, then clock, then offset, or clock before date. It judges the form of a
//! time, never whether it is the article's: ranking is `date`'s job.

use super::chars::{self, digit, number};
use super::clock::{self, Clock};
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use std::ops::Range;

use crate::page_time::{CHINA, PageTime, Precision};

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

/// Years that a news page can give: the first Chinese news sites went on line in 1995, and archives
/// hold papers from before; version numbers and prices that look like a year mostly fall outside.
const YEARS: std::ops::RangeInclusive<i16> = 1949..=2099;

/// The year before year 1 of the Republic of China.
const ROC_EPOCH: i16 = 1911;
/// Years of the Republic that can be told from other numbers of three digits: 1991 to 2061.
const ROC_YEARS: std::ops::RangeInclusive<i16> = 80..=150;

/// Years of two digits below this one are of this century: `07年8月24日`.
const TWO_DIGIT_YEARS: u64 = 50;

impl Written {
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
        || chars::is_numeral(c)
        || matches!(c, '民' | '上' | '下' | '中' | '晚' | '凌'))
    {
        return None;
    }
    date_first(line, start).or_else(|| clock_first(line, start))
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
    let date_start = chars::skip(line, end, |c| c == ' ' || c == ',' || c == '|');
    let (date, end) = date_at(line, date_start)?;
    (date.form == Form::Full).then_some(())?;
    let written =
        Written { year: date.year, month: date.month, day: date.day, clock: Some(clock), offset: None };
    Some(Found { at: start..end, written })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Year, month and day.
    Full,
    /// `3月21日`: a date without doubt, its year unknown.
    Yearless,
    /// `03-21`, `18-03-08`: a date only where a clock follows.
    Short,
}

#[derive(Debug, Clone, Copy)]
struct DateParts {
    form: Form,
    year: Option<i16>,
    month: i8,
    day: i8,
}

fn date_at(line: &[char], start: usize) -> Option<(DateParts, usize)> {
    let c = *line.get(start)?;
    let (date, end) = if c.is_ascii_digit() {
        numeric(line, start).or_else(|| day_month_name(line, start)).or_else(|| year_apart(line, start))?
    } else if c.is_ascii_alphabetic() {
        month_name_first(line, start)?
    } else if c == '民' {
        republic(line, start)?
    } else {
        numerals(line, start).or_else(|| month_name_first(line, start))?
    };
    let plausible = (1..=12).contains(&date.month)
        && (1..=31).contains(&date.day)
        && date.year.is_none_or(|year| YEARS.contains(&year));
    plausible.then_some((date, end))
}

/// `2024-03-21`, `2024年3月21日`, `113年3月21日`, `112/3/4`, `03-21`, `3月21日`, `18-03-08`.
fn numeric(line: &[char], start: usize) -> Option<(DateParts, usize)> {
    let (first, first_digits, end) = digits(line, start)?;
    let (mark, end) = mark_at(line, end)?;
    let (second, second_digits, end) = digits(line, end)?;
    if second_digits > 2 {
        return None;
    }
    if mark == '月' {
        let end = after_day(line, end)?;
        return (first_digits <= 2).then_some((parts(Form::Yearless, None, first, second)?, end));
    }
    let third = mark_at(line, end).filter(|&(next, _)| marks_agree(mark, next));
    let Some((_, day_start)) = third.filter(|&(_, at)| line.get(at).is_some_and(char::is_ascii_digit)) else {
        let short = first_digits <= 2 && matches!(mark, '-' | '/');
        return short.then_some((parts(Form::Short, None, first, second)?, end));
    };
    if mark == '.' && first_digits <= 2 {
        return day_first(line, first, second, day_start);
    }
    let (day, end) = day_at(line, day_start)?;
    let end = after_day(line, end).unwrap_or(end);
    let (form, year) = match first_digits {
        4 => (Form::Full, i16::try_from(first).ok()?),
        2 | 3 if mark != '-' && mark != '.' && ROC_YEARS.contains(&i16::try_from(first).ok()?) => {
            (Form::Full, i16::try_from(first).ok()? + ROC_EPOCH)
        }
        2 if mark == '年' && first < TWO_DIGIT_YEARS => (Form::Full, i16::try_from(first).ok()? + 2000),
        2 if mark == '-' => (Form::Short, i16::try_from(first).ok()? + 2000),
        _ => return None,
    };
    Some((parts(form, Some(year), second, day)?, end))
}

/// `2024 03/21 10:20:05`, `2024 3月21日`: the year set apart. Other numbers stand so before a date in
/// figures, so that a clock must follow it.
fn year_apart(line: &[char], start: usize) -> Option<(DateParts, usize)> {
    let (year, year_digits, end) = digits(line, start)?;
    let date_start = chars::skip_blanks(line, end);
    (year_digits == 4 && date_start > end).then_some(())?;
    let (date, end) = numeric(line, date_start)?;
    let form = if date.form == Form::Yearless { Form::Full } else { date.form };
    let year = i16::try_from(year).ok()?;
    (date.year.is_none()).then_some((DateParts { form, year: Some(year), ..date }, end))
}

/// `21.03.2024`, as in Europe.
fn day_first(line: &[char], day: u64, month: u64, year_start: usize) -> Option<(DateParts, usize)> {
    let (year, year_digits, end) = digits(line, year_start)?;
    (year_digits == 4).then_some(())?;
    Some((parts(Form::Full, Some(i16::try_from(year).ok()?), month, day)?, end))
}

fn parts(form: Form, year: Option<i16>, month: u64, day: u64) -> Option<DateParts> {
    Some(DateParts { form, year, month: i8::try_from(month).ok()?, day: i8::try_from(day).ok()? })
}

/// The mark between year and month or month and day, blanks around it skipped.
fn mark_at(line: &[char], at: usize) -> Option<(char, usize)> {
    let at = chars::skip_blanks(line, at);
    let mark = match *line.get(at)? {
        '\u{2010}'..='\u{2015}' => '-',
        '\u{B7}' => '.',
        c @ ('-' | '/' | '.' | '年' | '月') => c,
        _ => return None,
    };
    Some((mark, chars::skip_blanks(line, at + 1)))
}

fn marks_agree(first: char, second: char) -> bool {
    if first == '年' { second == '月' } else { first == second && first != '月' }
}

/// Day digits. Pages glue what follows on to them: `08` + `23:16`, `29` + `2022-08-29`.
fn day_at(line: &[char], start: usize) -> Option<(u64, usize)> {
    let (value, count, end) = digits(line, start)?;
    let two = || Some((number(line.get(start..start + 2)?)?, start + 2));
    match count {
        1 | 2 => Some((value, end)),
        3 if line.get(end) == Some(&':') => Some((number(line.get(start..=start)?)?, start + 1)),
        4 if line.get(end) == Some(&':') => two(),
        6 if mark_at(line, end).is_some() => two(),
        _ => None,
    }
}

/// Past 日 or 号; `None` where neither stands there.
fn after_day(line: &[char], at: usize) -> Option<usize> {
    let at = chars::skip_blanks(line, at);
    matches!(line.get(at), Some('日' | '号' | '號')).then_some(at + 1)
}

/// 民國113年3月21日.
fn republic(line: &[char], start: usize) -> Option<(DateParts, usize)> {
    matches!(line.get(start + 1), Some('国' | '國')).then_some(())?;
    let at = chars::skip_blanks(line, start + 2);
    let (year, _, end) = digits(line, at).or_else(|| numeral(line, at))?;
    let year = i16::try_from(year).ok().filter(|year| (1..=200).contains(year))? + ROC_EPOCH;
    month_day(line, end, year)
}

/// 二〇二四年三月二十一日.
fn numerals(line: &[char], start: usize) -> Option<(DateParts, usize)> {
    let end = chars::skip(line, start, chars::is_numeral);
    let year = if end - start == 4 {
        line.get(start..end)?.iter().try_fold(0i16, |year, &c| Some(year * 10 + i16::from(digit(c)?)))?
    } else {
        return None;
    };
    month_day(line, end, year)
}

/// 年3月21日 after a year.
fn month_day(line: &[char], at: usize, year: i16) -> Option<(DateParts, usize)> {
    let (mark, at) = mark_at(line, at).filter(|&(mark, _)| mark == '年' || mark == '/')?;
    let (month, _, end) = digits(line, at).or_else(|| numeral(line, at))?;
    let (_, at) = mark_at(line, end).filter(|&(next, _)| marks_agree(mark, next))?;
    let (day, _, end) = digits(line, at).or_else(|| numeral(line, at))?;
    let end = after_day(line, end).unwrap_or(end);
    Some((parts(Form::Full, Some(year), month, day)?, end))
}

/// `May 24, 2010`, `四月 25, 2024`.
fn month_name_first(line: &[char], start: usize) -> Option<(DateParts, usize)> {
    let (month, end) = chars::month_name(line, start)?;
    let at = chars::skip(line, end, |c| c == ' ' || c == '.');
    let (day, day_digits, end) = digits(line, at)?;
    let end = chars::one_of(line, end, &["st", "nd", "rd", "th"]).unwrap_or(end);
    let at = chars::skip(line, end, |c| c == ' ' || c == ',');
    let (year, year_digits, end) = digits(line, at)?;
    (day_digits <= 2 && year_digits == 4).then_some(())?;
    Some((parts(Form::Full, Some(i16::try_from(year).ok()?), month, day)?, end))
}

/// `24 May 2010`.
fn day_month_name(line: &[char], start: usize) -> Option<(DateParts, usize)> {
    let (day, day_digits, end) = digits(line, start)?;
    let at = chars::skip(line, end, |c| c == ' ' || c == '-');
    let (month, end) = chars::month_name(line, at)?;
    let at = chars::skip(line, end, |c| c == ' ' || c == ',' || c == '-');
    let (year, year_digits, end) = digits(line, at)?;
    (day_digits <= 2 && year_digits == 4).then_some(())?;
    Some((parts(Form::Full, Some(i16::try_from(year).ok()?), month, day)?, end))
}

/// A run of digits: its value, its length and its end. Longer than four digits only glued ones are.
fn digits(line: &[char], start: usize) -> Option<(u64, usize, usize)> {
    let end = chars::skip(line, start, |c| c.is_ascii_digit());
    let count = end - start;
    let value = line.get(start..end).filter(|_| (1..=6).contains(&count)).and_then(number)?;
    Some((value, count, end))
}

/// 三, 十二, 二十一, 一百一十三: a counted numeral.
fn numeral(line: &[char], start: usize) -> Option<(u64, usize, usize)> {
    let end = chars::skip(line, start, |c| chars::is_numeral(c) || c == '百');
    let value = chars::counted(line.get(start..end)?)?;
    Some((value, end - start, end))
}

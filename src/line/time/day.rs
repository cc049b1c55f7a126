//! A place in a line in, the day written there and where it ends out: `2024-03-21`, `民國113年3月21日`.

use super::chars;
use crate::text::numerals::{self, digit, number};

/// Years that a news page can give: the first Chinese news sites went on line in 1995, and archives
/// hold papers from before; version numbers and prices that look like a year mostly fall outside.
pub(super) const YEARS: std::ops::RangeInclusive<i16> = 1949..=2099;

/// The year before year 1 of the Republic of China.
const ROC_EPOCH: i16 = 1911;
/// Years of the Republic that can be told from other numbers of three digits: 1991 to 2061.
const ROC_YEARS: std::ops::RangeInclusive<i16> = 80..=150;

/// Years of two digits below this one are of this century: `07年8月24日`.
const TWO_DIGIT_YEARS: u64 = 50;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Year, month and day.
    Full,
    /// `3月21日`: a date without doubt, its year unknown.
    Yearless,
    /// `03-21`, `18-03-08`: a date only where a clock follows.
    Short,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct DateParts {
    pub(super) form: Form,
    pub(super) year: Option<i16>,
    pub(super) month: i8,
    pub(super) day: i8,
}

pub(super) fn date_at(line: &[char], start: usize) -> Option<(DateParts, usize)> {
    let c = *line.get(start)?;
    let (date, end) = if c.is_ascii_digit() {
        numeric(line, start).or_else(|| by_its_first_number(line, start))?
    } else if c.is_ascii_alphabetic() {
        by_month_name(line, start, "MDY")?
    } else if c == '民' {
        republic(line, start)?
    } else {
        numerals(line, start).or_else(|| by_month_name(line, start, "MDY"))?
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
    let (second, second_digits, end) = month_or_day(line, end)?;
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
    if first_digits <= 2 && is_year_last(line, day_start) {
        return year_last(line, first, second, day_start);
    }
    if mark == '.' && first_digits <= 2 {
        return None;
    }
    let (day, end) = day_at(line, day_start)?;
    let end = after_day(line, end).unwrap_or(end);
    let (form, year) = match first_digits {
        4 => (Form::Full, i16::try_from(first).ok()?),
        2 | 3 if is_roc(first, mark, line.get(end)) => (Form::Full, i16::try_from(first).ok()? + ROC_EPOCH),
        2 if mark == '年' && first < TWO_DIGIT_YEARS => (Form::Full, i16::try_from(first).ok()? + 2000),
        2 if mark == '-' => (Form::Short, i16::try_from(first).ok()? + 2000),
        _ => return None,
    };
    Some((parts(form, Some(year), second, day)?, end))
}

/// The second number of a date, without the hour that is glued to a day: `10-0812:00`.
fn month_or_day(line: &[char], start: usize) -> Option<(u64, usize, usize)> {
    let (value, count, end) = digits(line, start)?;
    if count == 4 && line.get(end) == Some(&':') {
        return Some((number(line.get(start..start + 2)?)?, 2, start + 2));
    }
    Some((value, count, end))
}

/// True for a year of the Republic: `113年3月21日`, `99/3/21`, and with three digits also `113-03-21` and
/// `113.3.21`, which no other number may go on behind, as in an address.
fn is_roc(year: u64, mark: char, after: Option<&char>) -> bool {
    let numbered = after.is_some_and(|c| matches!(c, '-' | '.') || c.is_ascii_digit());
    let marked = !matches!(mark, '-' | '.') || year >= 100 && !numbered;
    marked && i16::try_from(year).is_ok_and(|year| ROC_YEARS.contains(&year))
}

/// The forms that figures alone do not give, by how many the first number has.
fn by_its_first_number(line: &[char], start: usize) -> Option<(DateParts, usize)> {
    match chars::skip(line, start, |c| c.is_ascii_digit()) - start {
        1 | 2 => by_month_name(line, start, "DMY"),
        4 => by_month_name(line, start, "YMD").or_else(|| year_apart(line, start)),
        8 => compact(line, start),
        _ => None,
    }
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

/// `20240321`, where a clock follows behind a blank: without one it is any number.
fn compact(line: &[char], start: usize) -> Option<(DateParts, usize)> {
    let end = chars::skip(line, start, |c| c.is_ascii_digit());
    (end - start == 8 && line.get(end) == Some(&' ')).then_some(())?;
    let value = |range: std::ops::Range<usize>| line.get(range).and_then(number);
    let (year, month, day) = (value(start..start + 4)?, value(start + 4..start + 6)?, value(start + 6..end)?);
    Some((parts(Form::Short, Some(i16::try_from(year).ok()?), month, day)?, end))
}

/// A year of four digits, and where it ends.
pub(super) fn year_at(line: &[char], start: usize) -> Option<(i16, usize)> {
    let (year, count, end) = digits(line, start)?;
    let year = i16::try_from(year).ok().filter(|year| count == 4 && YEARS.contains(year))?;
    Some((year, end))
}

/// True where four digits stand, and no clock that is glued to a day of two: `3/2110:20`.
fn is_year_last(line: &[char], at: usize) -> bool {
    digits(line, at).is_some_and(|(_, year_digits, end)| year_digits == 4 && line.get(end) != Some(&':'))
}

/// `21.03.2024` and `21/03/2024`, as in Europe and South-East Asia; `03/21/2024` where it can be nothing else.
fn year_last(line: &[char], first: u64, second: u64, year_start: usize) -> Option<(DateParts, usize)> {
    let (year, _, end) = digits(line, year_start)?;
    let (day, month) = if second > 12 { (second, first) } else { (first, second) };
    Some((parts(Form::Full, Some(i16::try_from(year).ok()?), month, day)?, end))
}

fn parts(form: Form, year: Option<i16>, month: u64, day: u64) -> Option<DateParts> {
    Some(DateParts { form, year, month: i8::try_from(month).ok()?, day: i8::try_from(day).ok()? })
}

/// The mark between year and month or month and day, blanks around it skipped.
fn mark_at(line: &[char], at: usize) -> Option<(char, usize)> {
    let at = chars::skip_blanks(line, at);
    let mark = match *line.get(at)? {
        '\u{2010}'..='\u{2015}' | '\u{FE63}' => '-',
        '\u{B7}' => '.',
        c @ ('-' | '/' | '.' | '年' | '月') => c,
        _ => return None,
    };
    Some((mark, chars::skip_blanks(line, at + 1)))
}

fn marks_agree(first: char, second: char) -> bool {
    if first == '年' { second == '月' } else { first == second && first != '月' }
}

/// Day digits. Pages glue what follows on to them: `08` + `23:16`, `23` + `03版`, `29` + `2022-08-29`.
fn day_at(line: &[char], start: usize) -> Option<(u64, usize)> {
    let (value, count, end) = digits(line, start)?;
    let two = || Some((number(line.get(start..start + 2)?)?, start + 2));
    match count {
        1 | 2 => Some((value, end)),
        3 if line.get(end) == Some(&':') => Some((number(line.get(start..=start)?)?, start + 1)),
        4 if matches!(line.get(end), Some(':' | '版')) => two(),
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
    let (year, _, end) = digits(line, at).or_else(|| figures(line, at)).or_else(|| numeral(line, at))?;
    let year = i16::try_from(year).ok().filter(|year| (1..=200).contains(year))? + ROC_EPOCH;
    month_day(line, end, year)
}

/// 二〇二四年三月二十一日.
fn numerals(line: &[char], start: usize) -> Option<(DateParts, usize)> {
    let end = chars::skip_numeral(line, start, numerals::is_numeral)?;
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

/// 一一三: a number written figure by figure.
fn figures(line: &[char], start: usize) -> Option<(u64, usize, usize)> {
    let end = chars::skip(line, start, |c| digit(c).is_some());
    let figures = line.get(start..end).filter(|figures| figures.len() >= 2)?;
    let value = figures.iter().try_fold(0, |value, &c| Some(value * 10 + u64::from(digit(c)?)))?;
    Some((value, end - start, end))
}

/// A day with its month by name, its parts in an `order`: `May 24, 2010`, `四月 25, 2024`, `24 May 2010`.
fn by_month_name(line: &[char], start: usize, order: &str) -> Option<(DateParts, usize)> {
    let ([mut year, mut month, mut day], mut at) = ([0; 3], start);
    for part in order.chars() {
        at = if at > start { chars::skip(line, at, |c| matches!(c, ' ' | ',' | '.' | '-')) } else { at };
        let figures = |longest| digits(line, at).filter(|&(_, count, _)| count <= longest);
        match part {
            'M' => (month, at) = chars::month_name(line, at)?,
            'D' => {
                let (value, _, end) = figures(2)?;
                (day, at) = (value, chars::one_of(line, end, &["st", "nd", "rd", "th"]).unwrap_or(end));
            }
            _ => {
                let (value, count, end) = figures(4)?;
                (count == 4).then_some(())?;
                (year, at) = (value, end);
            }
        }
    }
    Some((parts(Form::Full, Some(i16::try_from(year).ok()?), month, day)?, at))
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
    let end = chars::skip_numeral(line, start, |c| numerals::is_numeral(c) || c == '百')?;
    let value = numerals::counted(line.get(start..end)?)?;
    Some((value, end - start, end))
}

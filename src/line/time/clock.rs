//! Characters in, a time of day out: hours and minutes, half of the day, offset from UTC.

use super::chars::{self, starts_with};
use crate::text::numerals::{self, number};
use crate::text::punctuation::is_bracket;
use jiff::tz::Offset;

/// A time of day as a page writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Clock {
    pub(crate) hour: i8,
    pub(crate) minute: i8,
    pub(crate) second: Option<i8>,
}

/// A clock after a date, with the offset written around it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DatedClock {
    pub(crate) clock: Clock,
    pub(crate) offset: Option<Offset>,
    pub(crate) end: usize,
}

/// Words that may stand between a date and its clock.
const BETWEEN: &[&str] =
    &["北京时间", "北京時間", "香港時間", "香港时间", "台北時間", "臺北時間", "at ", "于"];
/// The same for Greenwich time.
const GREENWICH: &[&str] = &["格林尼治标准时间", "格林威治標準時間", "格林尼治時間"];
/// Days of the week, which may stand there too; the rest of the word is one character.
const WEEKDAYS: &[&str] = &["星期", "礼拜", "禮拜", "周", "週"];
const WEEKDAY_NAMES: &[&str] = &["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/// Longest of them, in bytes: `Wednesday`, 星期三.
const LONGEST_WEEKDAY: usize = 9;
const MORNING: &[&str] = &["上午", "凌晨", "早上", "清晨", "早晨", "am", "a.m."];
const AFTERNOON: &[&str] = &["下午", "晚上", "中午", "傍晚", "晚间", "晚間", "夜间", "pm", "p.m."];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
}

/// The clock after a date that ended at `at`.
pub(crate) fn after_date(line: &[char], at: usize) -> Option<DatedClock> {
    let mut at = chars::skip(line, at, |c| matches!(c, ' ' | ',' | '\u{3000}' | '.' | '|' | '·' | '丨'));
    at = skip_weekday(line, at);
    let mut offset = None;
    if let Some(end) = chars::one_of(line, at, GREENWICH) {
        (at, offset) = (end, Some(Offset::UTC));
    } else if let Some((zone, end)) = named_offset(line, at) {
        (at, offset) = (end, zone);
    } else if let Some(end) = chars::one_of(line, at, BETWEEN) {
        at = end;
    } else if matches!(line.get(at), Some('T' | 't')) {
        at += 1;
    }
    at = chars::skip(line, at, |c| matches!(c, ' ' | '(' | ',' | '-' | '–' | '—' | '/' | '@'));
    // Behind a day more than two digits are a clock's and a count's that the page sets right behind it.
    let (clock, end) = clock_of(line, at, first_two).or_else(|| full_hour(line, at))?;
    let (written, end) = offset_at(line, end);
    Some(DatedClock { clock, offset: offset.or(written), end })
}

/// Past a day of the week, blanks and brackets around it too; `at` where none stands there.
pub(super) fn skip_weekday(line: &[char], at: usize) -> usize {
    let open = chars::skip(line, at, |c| matches!(c, '(' | ' '));
    let is_day_at = |at: &usize| line.get(*at).is_some_and(|c| "一二三四五六日天".contains(*c));
    let named = chars::one_of(line, open, WEEKDAYS).filter(is_day_at).map(|end| end + 1);
    let end = named
        .or_else(|| {
            let end = chars::one_of(line, open, WEEKDAY_NAMES)?;
            let whole = chars::skip(line, end, |c| c.is_ascii_alphabetic());
            (whole == end || chars::starts_with(line, whole - 3, "day")).then_some(whole)
        })
        .or_else(|| Some(open).filter(|open| *open > at && is_day_at(open)).map(|open| open + 1))
        .filter(|&end| end <= line.len());
    match end {
        Some(end) => chars::skip(line, end, |c| matches!(c, ')' | ' ' | ',' | '.')),
        None => at,
    }
}

/// 星期三, `Thu` or `Thursday` and nothing else.
pub(crate) fn is_weekday(text: &str) -> bool {
    let short = (1..=LONGEST_WEEKDAY).contains(&text.len()) && !text.starts_with(is_bracket);
    short && skip_weekday(&chars::fold(text), 0) == text.chars().count()
}

/// A clock at `start`: `10:20`, `10:20:05`, `上午 3:05`, `6:54 PM`, `10时20分`, `9 點 5 分`, `十时二十分`.
pub(crate) fn clock_at(line: &[char], start: usize) -> Option<(Clock, usize)> {
    clock_of(line, start, before_year)
}

/// The same, where a minute or second of more than two digits is what `glued` takes of them.
fn clock_of(
    line: &[char],
    start: usize,
    glued: impl Fn(&[char], usize) -> Option<(i8, usize)>,
) -> Option<(Clock, usize)> {
    let (mut half, at) = half_at(line, start);
    let at = chars::skip_blanks(line, at);
    let (hour, at) = two_digits(line, at).or_else(|| numeral(line, at))?;
    let spoken = chars::skip_blanks(line, at);
    let at = if line.get(spoken).is_some_and(|&c| is_hour_sign(c)) { spoken } else { at };
    let mark = *line.get(at)?;
    let at = match mark {
        ':' | '∶' => at + 1,
        c if is_hour_sign(c) => chars::skip_blanks(line, at + 1),
        _ => return None,
    };
    let minute_start = at;
    let minute = two_digits(line, minute_start).or_else(|| glued(line, minute_start));
    let (minute, mut at) = minute.or_else(|| numeral(line, minute_start).filter(|_| is_hour_sign(mark)))?;
    // `3:2` is a score.
    if matches!(mark, ':' | '∶') && at - minute_start < 2 {
        return None;
    }
    let mut second = None;
    if let Some(after) = second_mark(line, at, mark)
        && let Some((value, end)) = two_digits(line, after).or_else(|| glued(line, after))
    {
        (second, at) = (Some(value), end);
    }
    if is_hour_sign(mark) && line.get(chars::skip_blanks(line, at)) == Some(&'分') {
        at = chars::skip_blanks(line, at);
    }
    at = chars::skip(line, at, |c| matches!(c, '分' | '秒'));
    at = skip_fraction(line, at);
    if half.is_none() {
        let blank = chars::skip_blanks(line, at);
        let (after, end) = half_at(line, blank);
        (half, at) = (after, if after.is_some() { end } else { at });
    }
    let hour = match half {
        Some(Half::Afternoon) if hour < 12 => hour + 12,
        Some(Half::Morning) if hour == 12 => 0,
        _ => hour,
    };
    let plausible = (0..=23).contains(&hour) && (0..=59).contains(&minute);
    let second = second.filter(|second| (0..=59).contains(second));
    plausible.then_some((Clock { hour, minute, second }, at))
}

/// `18时` with nothing but a blank behind it: prose goes on, `18时许`, `8时，`.
fn full_hour(line: &[char], start: usize) -> Option<(Clock, usize)> {
    let (hour, at) = two_digits(line, start).filter(|(hour, _)| (0..=23).contains(hour))?;
    let sign = chars::skip_blanks(line, at);
    let whole = line.get(sign + 1).is_none_or(|&c| c == ' ');
    let is_hour = line.get(sign).is_some_and(|&c| is_hour_sign(c)) && whole;
    is_hour.then_some((Clock { hour, minute: 0, second: None }, sign + 1))
}

/// The first two digits of more: `40` of `06:408204`.
fn first_two(line: &[char], start: usize) -> Option<(i8, usize)> {
    let value =
        line.get(start..start + 2).filter(|two| two.iter().all(char::is_ascii_digit)).and_then(number)?;
    Some((i8::try_from(value).ok()?, start + 2))
}

/// Two digits with a year glued on: `31` of `15:312024/03/21`.
fn before_year(line: &[char], start: usize) -> Option<(i8, usize)> {
    let end = chars::skip(line, start, |c| c.is_ascii_digit());
    let dated = matches!(line.get(end), Some('/' | '-' | '.' | '年'));
    first_two(line, start).filter(|_| dated && end - start == 6)
}

fn is_hour_sign(c: char) -> bool {
    matches!(c, '时' | '時' | '点' | '點')
}

/// 十, 二十: an hour or a minute in numerals.
fn numeral(line: &[char], start: usize) -> Option<(i8, usize)> {
    let end = chars::skip(line, start, numerals::is_numeral);
    let value = numerals::counted(line.get(start..end).filter(|numeral| numeral.len() <= 3)?)?;
    Some((i8::try_from(value).ok()?, end))
}

fn second_mark(line: &[char], at: usize, mark: char) -> Option<usize> {
    let c = *line.get(at)?;
    let fits = if mark == ':' || mark == '∶' { c == mark } else { c == '分' };
    (fits && line.get(at + 1).is_some_and(char::is_ascii_digit)).then_some(at + 1)
}

/// Past `.123` of ISO 8601.
fn skip_fraction(line: &[char], at: usize) -> usize {
    let after = chars::skip(line, at + 1, |c| c.is_ascii_digit());
    if line.get(at) == Some(&'.') && after > at + 1 { after } else { at }
}

fn half_at(line: &[char], at: usize) -> (Option<Half>, usize) {
    if !line.get(at).is_some_and(|&c| begins_half(c)) {
        return (None, at);
    }
    let morning = chars::one_of(line, at, MORNING).map(|end| (Some(Half::Morning), end));
    let half = morning.or_else(|| chars::one_of(line, at, AFTERNOON).map(|end| (Some(Half::Afternoon), end)));
    half.unwrap_or((None, at))
}

/// True for what a word of [`MORNING`] or [`AFTERNOON`] begins with.
fn begins_half(c: char) -> bool {
    matches!(c, '上' | '凌' | '早' | '清' | '下' | '晚' | '中' | '傍' | '夜' | 'a' | 'A' | 'p' | 'P')
}

/// `Z`, `+08:00`, `-0500`, `GMT`, `EST`.
fn offset_at(line: &[char], at: usize) -> (Option<Offset>, usize) {
    let start = chars::skip(line, at, |c| c == ' ');
    let sign = match line.get(start) {
        Some('Z' | 'z') if !line.get(start + 1).is_some_and(char::is_ascii_alphabetic) => {
            return (Some(Offset::UTC), start + 1);
        }
        Some('+') => 1,
        Some('-') if start == at || starts_with(line, start, "-0") => -1,
        _ => return named_offset(line, start).unwrap_or((None, at)),
    };
    let written = offset_hours(line, start + 1).and_then(|(hours, end)| {
        let end = chars::skip(line, end, |c| c == ':');
        let (minutes, end) = two_digits(line, end)?;
        let seconds = sign * (i32::from(hours) * 3600 + i32::from(minutes) * 60);
        Some((Offset::from_seconds(seconds).ok()?, end))
    });
    written.map_or((None, at), |(offset, end)| (Some(offset), end))
}

/// The hours of `+0800` and `+08:00`.
fn offset_hours(line: &[char], start: usize) -> Option<(i8, usize)> {
    let hours = line.get(start..start + 2).and_then(number)?;
    Some((i8::try_from(hours).ok()?, start + 2))
}

/// Zones that pages name by letters, in hours from UTC.
const ZONES: &[(&str, i8)] = &[
    ("GMT", 0),
    ("UTC", 0),
    ("EST", -5),
    ("ET", -5),
    ("PT", -8),
    ("EDT", -4),
    ("PST", -8),
    ("PDT", -7),
    ("CET", 1),
    ("CEST", 2),
    ("BST", 1),
    // Pages in Chinese mean that of China by it.
    ("CST", 8),
    ("HKT", 8),
    ("SGT", 8),
    ("MYT", 8),
    ("JST", 9),
    ("KST", 9),
    ("AEST", 10),
    ("AEDT", 11),
];

fn named_offset(line: &[char], at: usize) -> Option<(Option<Offset>, usize)> {
    ZONES.iter().find_map(|&(name, hours)| {
        let end = chars::one_of(line, at, &[name])?;
        let alone = !line.get(end).is_some_and(char::is_ascii_alphabetic);
        alone.then(|| shifted(line, end).unwrap_or((Some(Offset::constant(hours)), end)))
    })
}

/// The hours behind the name of a zone: `GMT+8`, `UTC+08:00`.
fn shifted(line: &[char], at: usize) -> Option<(Option<Offset>, usize)> {
    let sign = match line.get(at)? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let end = chars::skip(line, at + 1, |c| c.is_ascii_digit());
    let hours = line.get(at + 1..end.min(at + 3)).and_then(number)?;
    let end = chars::skip(line, end, |c| c == ':' || c.is_ascii_digit());
    Some((Some(Offset::from_hours(sign * i8::try_from(hours).ok()?).ok()?), end))
}

fn two_digits(line: &[char], start: usize) -> Option<(i8, usize)> {
    let end = chars::skip(line, start, |c| c.is_ascii_digit());
    let value = line.get(start..end).filter(|digits| matches!(digits.len(), 1 | 2)).and_then(number)?;
    Some((i8::try_from(value).ok()?, end))
}

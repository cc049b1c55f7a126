//! Neighbouring lines in, the time that they give together out: a day set as a tile, `21` over `2024-03`,
//! or `2024-03-21` with `10:20` in the next element.

use super::chars;
use super::clock::{self, Clock};
use super::day::YEARS;
use super::{Form, Written, date_at};
use crate::text::numerals::number;

/// Lines that a time is set in, at most: day, month and year, or a date and its clock.
pub(crate) const LINES: usize = 3;
/// Characters of such a line, at most: `September 2024`.
const CHARS: usize = 16;

/// A line without a figure is a month's name at most, in bytes: `September`, 十二月.
const MONTH_BYTES: usize = 10;

/// What a line that is nothing but a part of a time gives.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Piece {
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
    clock: Option<Clock>,
}

/// The time that the first lines give together, at least two of them.
pub(crate) fn tile<'a>(lines: impl Iterator<Item = &'a str>) -> Option<Written> {
    let mut whole = Piece::default();
    let mut found = None;
    for (nth, line) in lines.take(LINES).enumerate() {
        let Some(joined) = piece(line).and_then(|piece| whole.and(piece)) else { break };
        whole = joined;
        found = (nth > 0).then(|| whole.written()).flatten().or(found);
    }
    found
}

impl Piece {
    /// Both together; `None` where they give a part twice.
    fn and(self, other: Self) -> Option<Self> {
        let twice = self.year.is_some() && other.year.is_some()
            || self.month.is_some() && other.month.is_some()
            || self.day.is_some() && other.day.is_some()
            || self.clock.is_some() && other.clock.is_some();
        (!twice).then(|| Self {
            year: self.year.or(other.year),
            month: self.month.or(other.month),
            day: self.day.or(other.day),
            clock: self.clock.or(other.clock),
        })
    }

    /// A day with its year or its clock.
    fn written(self) -> Option<Written> {
        let Self { year, month, day, clock } = self;
        let written = Written { year, month: month?, day: day?, clock, offset: None };
        (year.is_some() || clock.is_some()).then_some(written)
    }
}

/// What a line gives that is nothing but a part of a time.
fn piece(line: &str) -> Option<Piece> {
    let named = line.len() <= MONTH_BYTES || line.contains(chars::is_in_every_time);
    if line.len() > CHARS * 3 || !named {
        return None;
    }
    let folded = chars::fold(line);
    let line = trimmed(&folded);
    let whole = |end: usize| end == line.len();
    if let Some((date, _)) = date_at(line, 0).filter(|&(_, end)| whole(clock::skip_weekday(line, end))) {
        // Day and month in figures may stand in either order, so that only a full date tells them apart.
        let day = date.form != Form::Short || line.contains(&'月');
        let sure = day || line.iter().filter(|c| c.is_ascii_digit()).count() == 4;
        return sure.then_some(Piece {
            year: date.year,
            month: Some(date.month),
            day: Some(date.day),
            clock: None,
        });
    }
    if let Some(dated) = clock::after_date(line, 0).filter(|dated| whole(dated.end)) {
        return Some(Piece { clock: Some(dated.clock), ..Piece::default() });
    }
    part(line)
}

/// `2024`, `2024-03`, `03.2024`, `March 2024`, `March`, `3月`, `21`, `21日`, `21 Mar`.
fn part(line: &[char]) -> Option<Piece> {
    let mut piece = Piece::default();
    let mut at = 0;
    while at < line.len() {
        let before = at;
        if let Some((month, end)) = chars::month_name(line, at) {
            piece = piece.and(Piece { month: i8::try_from(month).ok(), ..Piece::default() })?;
            at = end;
        } else {
            let end = chars::skip(line, at, |c| c.is_ascii_digit());
            let value = number(line.get(at..end).filter(|digits| !digits.is_empty())?)?;
            let sign = line.get(chars::skip_blanks(line, end)).copied();
            piece = piece.and(numbered(value, end - at, sign)?)?;
            at = end;
        }
        at = chars::skip(line, at, |c| matches!(c, ' ' | '-' | '/' | '.' | ',' | '年' | '月' | '日' | '号'));
        debug_assert!(at > before);
    }
    let beside_year = piece.year.is_some() && piece.day.is_some() && piece.month.is_none();
    // `03-2024` is a month with its year; a day without its month stands in a tile alone.
    if beside_year {
        return month_of(piece.day?).map(|month| Piece { month: Some(month), day: None, ..piece });
    }
    Some(piece)
}

/// A number with what stands behind it.
fn numbered(value: u64, digits: usize, sign: Option<char>) -> Option<Piece> {
    let short = i8::try_from(value).ok().filter(|_| digits <= 2);
    match sign {
        Some('月') => Some(Piece { month: month_of(short?), ..Piece::default() }),
        _ if digits == 4 => {
            let year = i16::try_from(value).ok().filter(|year| YEARS.contains(year))?;
            Some(Piece { year: Some(year), ..Piece::default() })
        }
        _ => Some(Piece { day: short.filter(|day| (1..=31).contains(day)), ..Piece::default() })
            .filter(|piece| piece.day.is_some()),
    }
}

fn month_of(value: i8) -> Option<i8> {
    (1..=12).contains(&value).then_some(value)
}

/// Without blanks and marks around it.
fn trimmed(line: &[char]) -> &[char] {
    let is_frame = |c: &char| matches!(c, ' ' | '/' | '|' | ',' | '.' | '-');
    let start = line.iter().take_while(|c| is_frame(c)).count();
    let line = line.get(start..).unwrap_or_default();
    let end = line.len() - line.iter().rev().take_while(|c| is_frame(c)).count();
    line.get(..end).unwrap_or_default()
}

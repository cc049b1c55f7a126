//! A time as a page gives it: local wall time, its offset, and how exact it is.

use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use std::fmt;

/// A time that a page states.
///
/// Local wall time with an offset from UTC, +08:00 unless the page says otherwise. Shown as RFC 3339,
/// without a time of day where the page gave none; unstated seconds are 00.
///
/// ```
/// use zhengwen::{CHINA, PageTime, Precision};
///
/// let day = jiff::civil::date(2024, 3, 5);
/// assert_eq!(PageTime::day(day).to_string(), "2024-03-05");
/// let time = PageTime::at(day.at(9, 30, 0, 0), Precision::Minute);
/// assert_eq!(time.to_string(), "2024-03-05T09:30:00+08:00");
/// assert_eq!(time.offset, CHINA);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct PageTime {
    /// Wall time; midnight where the page gives a date alone.
    pub datetime: DateTime,
    /// Offset from UTC.
    pub offset: Offset,
    /// How much of `datetime` the page gave.
    pub precision: Precision,
}

/// How exact a time on a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// A date.
    Day,
    /// A date with hour and minute.
    Minute,
    /// To the second.
    Second,
}

/// Offset of China, Hong Kong, Macau, Taiwan and Singapore.
pub const CHINA: Offset = Offset::constant(8);

impl PageTime {
    /// A date without a time of day, at +08:00.
    #[must_use]
    pub fn day(date: Date) -> Self {
        Self { datetime: date.at(0, 0, 0, 0), offset: CHINA, precision: Precision::Day }
    }

    /// A wall time at +08:00.
    #[must_use]
    pub fn at(datetime: DateTime, precision: Precision) -> Self {
        Self { datetime, offset: CHINA, precision }
    }
}

/// RFC 3339 (`2023-11-21T11:02:00+08:00`), or a bare date where the page gave no time of day.
impl fmt::Display for PageTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.precision == Precision::Day {
            return write!(f, "{}", self.datetime.date());
        }
        let t = self.datetime;
        let minutes = self.offset.seconds() / 60;
        let sign = if minutes < 0 { '-' } else { '+' };
        write!(
            f,
            "{}T{:02}:{:02}:{:02}{sign}{:02}:{:02}",
            t.date(),
            t.hour(),
            t.minute(),
            t.second(),
            minutes.abs() / 60,
            minutes.abs() % 60
        )
    }
}

//! A time as a page gives it: local wall time, its offset, and how exact it is.

use crate::error::Error;
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

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
///
/// ```
/// use zhengwen::{PageTime, Precision};
///
/// let time: PageTime = "2024-03-05".parse()?;
/// assert_eq!(time.precision, Precision::Day);
/// assert!(Precision::Day < Precision::Minute);
/// # Ok::<(), zhengwen::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(description = "How exact a time on a page is."))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Precision {
    /// A date.
    Day,
    /// A date with hour and minute.
    Minute,
    /// To the second.
    Second,
}

impl Precision {
    /// The name used in JSON, in lower case.
    ///
    /// ```
    /// assert_eq!(zhengwen::Precision::Minute.to_string(), "minute");
    /// ```
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Minute => "minute",
            Self::Second => "second",
        }
    }
}

impl_display!(Precision);

/// Offset of China, Hong Kong, Macau, Taiwan and Singapore.
///
/// ```
/// assert_eq!(zhengwen::CHINA.seconds(), 8 * 60 * 60);
/// ```
pub const CHINA: Offset = Offset::constant(8);

impl PageTime {
    /// A date without a time of day, at +08:00.
    ///
    /// ```
    /// let time = zhengwen::PageTime::day(jiff::civil::date(2024, 3, 5));
    /// assert_eq!(time.to_string(), "2024-03-05");
    /// ```
    #[must_use]
    pub fn day(date: Date) -> Self {
        Self { datetime: date.at(0, 0, 0, 0), offset: CHINA, precision: Precision::Day }
    }

    /// A wall time at +08:00.
    ///
    /// ```
    /// use zhengwen::{PageTime, Precision};
    ///
    /// let time = PageTime::at(jiff::civil::date(2024, 3, 5).at(9, 30, 0, 0), Precision::Minute);
    /// assert_eq!(time.to_string(), "2024-03-05T09:30:00+08:00");
    /// ```
    #[must_use]
    pub fn at(datetime: DateTime, precision: Precision) -> Self {
        Self { datetime, offset: CHINA, precision }
    }
}

impl PageTime {
    /// The instant, where jiff can hold it; of a day its beginning.
    ///
    /// ```
    /// let time: zhengwen::PageTime = "2024-03-05T09:30:00+08:00".parse()?;
    /// assert_eq!(time.to_timestamp(), "2024-03-05T01:30:00Z".parse().ok());
    /// # Ok::<(), zhengwen::Error>(())
    /// ```
    #[must_use]
    pub fn to_timestamp(self) -> Option<jiff::Timestamp> {
        self.offset.to_timestamp(self.datetime).ok()
    }

    /// What orders times: the instant in seconds, wherever it is, then wall time, offset and precision.
    fn order(&self) -> (i64, DateTime, i32, Precision) {
        let seconds = self.datetime.duration_since(DateTime::default()).as_secs();
        (seconds - i64::from(self.offset.seconds()), self.datetime, self.offset.seconds(), self.precision)
    }
}

/// By the instant, a day by its beginning.
///
/// ```
/// let times = ["2024-03-05", "2024-03-05T02:00:00+00:00", "2024-03-05T09:30:00+08:00"];
/// let mut times: Vec<zhengwen::PageTime> = times.iter().filter_map(|time| time.parse().ok()).collect();
/// times.sort();
/// assert_eq!(times[1].to_string(), "2024-03-05T09:30:00+08:00");
/// ```
impl Ord for PageTime {
    fn cmp(&self, other: &Self) -> Ordering {
        self.order().cmp(&other.order())
    }
}

impl PartialOrd for PageTime {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Reads what [`Display`](fmt::Display) writes. A date alone is a day at +08:00; 00 seconds are none stated.
///
/// ```
/// use zhengwen::{PageTime, Precision};
///
/// let time: PageTime = "2024-03-05T09:30:00+08:00".parse()?;
/// assert_eq!((time.to_string(), time.precision), ("2024-03-05T09:30:00+08:00".to_owned(), Precision::Minute));
/// assert!("5. März".parse::<PageTime>().is_err());
/// # Ok::<(), zhengwen::Error>(())
/// ```
///
/// # Errors
/// [`Error::BadTime`] for anything else.
impl FromStr for PageTime {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let bad = || Error::BadTime { text: text.to_owned() };
        if text.len() == "2024-03-05".len() {
            return text.parse().map(Self::day).map_err(|_| bad());
        }
        let pieces = jiff::fmt::temporal::Pieces::parse(text).map_err(|_| bad())?;
        let (Some(time), Some(offset)) = (pieces.time(), pieces.to_numeric_offset()) else {
            return Err(bad());
        };
        let precision = if time.second() == 0 { Precision::Minute } else { Precision::Second };
        Ok(Self { datetime: pieces.date().to_datetime(time), offset, precision })
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

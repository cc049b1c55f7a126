//! What a caller can mend.

/// Why a page's bytes could not be read, or a [`Cleaner`](crate::Cleaner) not be built.
///
/// Cleaning text never fails: only bytes, addresses and settings can.
///
/// ```
/// use zhengwen::{Cleaner, Error};
///
/// let error = Cleaner::new().page("").url("1.html").clean().unwrap_err();
/// assert_eq!(error, Error::BadUrl { url: "1.html".to_owned() });
/// assert_eq!(error.to_string(), "not an absolute http or https address: \"1.html\"");
/// ```
#[derive(Debug, thiserror::Error, PartialEq)]
#[non_exhaustive]
pub enum Error {
    /// The bytes are no text: over 2 % of them are control characters, and they are not UTF-16 either.
    #[error("not text: {controls} of {bytes} bytes are control characters")]
    NotText {
        /// Control characters found, white space not counted.
        controls: usize,
        /// Bytes given.
        bytes: usize,
    },
    /// The page is larger than [`CleanerBuilder::max_bytes`](crate::CleanerBuilder::max_bytes) allows.
    #[error("page of {bytes} bytes is over the limit of {limit}")]
    TooLarge {
        /// Bytes given.
        bytes: usize,
        /// Bytes allowed.
        limit: usize,
    },
    /// The address given for a page is no absolute `http` or `https` address.
    #[error("not an absolute http or https address: {url:?}")]
    BadUrl {
        /// The address given.
        url: String,
    },
    /// A weight that is not a finite number.
    #[error("weight of `{feature}` is {value}, not a finite number")]
    BadWeight {
        /// Name of the feature.
        feature: &'static str,
        /// The weight given.
        value: f64,
    },
    /// A text that is no time as [`PageTime`](crate::PageTime) prints it.
    #[error("`{text}` is no time such as 2024-03-05 or 2024-03-05T09:30:00+08:00")]
    BadTime {
        /// The text given.
        text: String,
    },
}

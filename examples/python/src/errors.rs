//! What is wrong with a page, as Python's exceptions.

use pyo3::create_exception;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use zhengwen::Error;

create_exception!(zhengwen, ZhengwenError, PyValueError, "A page that could not be cleaned.");
create_exception!(zhengwen, NotText, ZhengwenError, "The bytes are no text.");
create_exception!(zhengwen, TooLarge, ZhengwenError, "The page is over `max_bytes`.");
create_exception!(
    zhengwen,
    BadUrl,
    ZhengwenError,
    "The address given is no absolute `http` or `https` address."
);

/// The exception of an error; `place` says whose it is, where there are several pages.
pub(crate) fn exception(error: &Error, place: &str) -> PyErr {
    let message = format!("{place}{error}");
    match error {
        Error::NotText { .. } => NotText::new_err(message),
        Error::TooLarge { .. } => TooLarge::new_err(message),
        Error::BadUrl { .. } => BadUrl::new_err(message),
        _ => ZhengwenError::new_err(message),
    }
}

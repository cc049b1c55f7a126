//! A page as Python gives it, with what is known of it, and how it is read without the interpreter's lock.

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use pyo3::types::{PyBytes, PyString};
use std::sync::{LazyLock, Mutex, PoisonError};
use zhengwen::{Article, Cleaner, Error, Form, PageInput, SavedPage};

/// Largest page in bytes unless told otherwise, as in the example programs.
pub(crate) const MAX_BYTES: usize = 64 << 20;

/// Pages of more bytes are cleaned one at a time, since each takes several times its size. The largest of 213 saved
/// news pages has 0.7 MB.
const LARGE: usize = 2 << 20;

static LARGE_PAGES: Mutex<()> = Mutex::new(());

/// The limit is looked at here, for text too.
static CLEANER: LazyLock<Cleaner> = LazyLock::new(|| Cleaner::builder().max_bytes(usize::MAX).build());

/// A page's bytes or characters, held without a copy where Python keeps them as they are needed.
pub(crate) enum Content {
    Bytes(PyBackedBytes),
    Text(PyBackedStr),
    /// Of a string that is not Unicode: its lone surrogates are U+FFFD.
    Mended(String),
}

impl Content {
    /// # Errors
    /// `TypeError` for anything but `str` and `bytes`, with its type.
    pub(crate) fn of(page: &Bound<'_, PyAny>) -> PyResult<Self> {
        if page.is_instance_of::<PyBytes>() {
            return Ok(Self::Bytes(page.extract()?));
        }
        let Ok(text) = page.cast::<PyString>() else {
            let found = page.get_type().fully_qualified_name()?;
            return Err(PyTypeError::new_err(format!("a page is str or bytes, not {found}")));
        };
        Ok(text.extract().map_or_else(|_| Self::Mended(text.to_string_lossy().into_owned()), Self::Text))
    }

    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Bytes(bytes) => bytes.len(),
            Self::Text(text) => text.len(),
            Self::Mended(text) => text.len(),
        }
    }

    pub(crate) fn input(&self) -> PageInput<'_> {
        match self {
            Self::Bytes(bytes) => PageInput::Bytes(bytes),
            Self::Text(text) => PageInput::Text(text),
            Self::Mended(text) => PageInput::Text(text),
        }
    }
}

/// What is known of a page.
#[derive(Clone, Copy)]
pub(crate) struct Known<'a> {
    pub(crate) url: Option<&'a str>,
    pub(crate) content_type: Option<&'a str>,
    pub(crate) form: Option<Form>,
    pub(crate) max_bytes: usize,
}

impl Known<'_> {
    /// The article of a page.
    ///
    /// # Errors
    /// [`Error::TooLarge`], [`Error::NotText`] and [`Error::BadUrl`].
    pub(crate) fn clean(&self, page: PageInput<'_>) -> Result<Article, Error> {
        self.read(page, SavedPage::clean)
    }

    /// What `judge` says of a page.
    ///
    /// # Errors
    /// As [`Known::clean`].
    pub(crate) fn read<'p, T>(
        &'p self,
        page: PageInput<'p>,
        judge: impl FnOnce(SavedPage<'p>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let bytes = match page {
            PageInput::Bytes(bytes) => bytes.len(),
            PageInput::Text(text) => text.len(),
            _ => 0,
        };
        if bytes > self.max_bytes {
            return Err(Error::TooLarge { bytes, limit: self.max_bytes });
        }
        let _alone = (bytes > LARGE).then(|| LARGE_PAGES.lock().unwrap_or_else(PoisonError::into_inner));
        let mut page = CLEANER.page(page);
        if let Some(url) = self.url {
            page = page.url(url);
        }
        if let Some(content_type) = self.content_type {
            page = page.content_type(content_type);
        }
        if let Some(form) = self.form {
            page = page.form(form);
        }
        judge(page)
    }
}

/// What a page is to be read as; `None` is told by looking.
///
/// # Errors
/// `ValueError` for another word than `auto`, `html` and `text`.
pub(crate) fn form(input: &str) -> PyResult<Option<Form>> {
    match input {
        "auto" => Ok(None),
        "html" => Ok(Some(Form::Html)),
        "text" => Ok(Some(Form::Dump)),
        _ => Err(PyValueError::new_err(format!("input is {input:?}, not 'auto', 'html' or 'text'"))),
    }
}

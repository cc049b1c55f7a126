//! A page as it was found, before anything is known of it.

use super::id::id;
use encoding_rs::Encoding;
use jiff::civil::DateTime;
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use zhengwen::{Cleaner, Error, Form, SavedPage};

/// Largest page in bytes, however it is read: what a cleaner takes unless told otherwise.
pub(crate) const MAX_BYTES: usize = 64 << 20;

/// A page's characters, or the bytes that hold them.
#[derive(Debug)]
pub(crate) enum Content {
    Bytes(Vec<u8>),
    Text(String),
}

impl Content {
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Bytes(bytes) => bytes.len(),
            Self::Text(text) => text.len(),
        }
    }
}

#[derive(Debug)]
pub(crate) struct Page {
    /// The path as it was given; of a page in a container, what the container calls it.
    pub(crate) id: String,
    /// Where its article goes in a folder of articles.
    pub(crate) place: PathBuf,
    pub(crate) content: Content,
    /// To be told by looking, where it is not known.
    pub(crate) form: Option<Form>,
    /// The HTTP header of that name.
    pub(crate) content_type: Option<String>,
    pub(crate) url: Option<String>,
    /// When it was fetched, in China's time.
    pub(crate) fetched: Option<DateTime>,
    /// True where its path holds nothing else.
    pub(crate) is_alone: bool,
}

impl Page {
    /// The page that a file holds and nothing else.
    pub(crate) fn of_file(path: &Path, bytes: Vec<u8>, form: Option<Form>) -> Self {
        Self {
            id: id(path),
            place: path.to_owned(),
            content: Content::Bytes(bytes),
            form,
            content_type: None,
            url: None,
            fetched: None,
            is_alone: true,
        }
    }

    /// Page `nth`, counted from 1, of a container.
    pub(crate) fn of_container(path: &Path, nth: usize, content: Content, form: Option<Form>) -> Self {
        let place = path.with_file_name(format!(
            "{}-{nth}",
            path.file_name().map_or_else(String::new, |name| id(Path::new(name)))
        ));
        let id = format!("{}:{nth}", id(path));
        Self { id, place, content, form, content_type: None, url: None, fetched: None, is_alone: false }
    }

    /// What `judge` says of it, with all that is known of it. An address that a container gives and that is none
    /// is passed over.
    ///
    /// # Errors
    /// As those of `text`.
    pub(crate) fn saved<T>(
        &self,
        cleaner: &Cleaner,
        encoding: Option<&'static Encoding>,
        judge: impl Fn(SavedPage) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let text = self.text(encoding)?;
        let mut page = cleaner.page(&*text);
        if let Some(form) = self.form {
            page = page.form(form);
        }
        if let Some(fetched) = self.fetched {
            page = page.fetched(fetched);
        }
        let Some(url) = &self.url else { return judge(page) };
        match judge(page.clone().url(url)) {
            Err(Error::BadUrl { .. }) => judge(page),
            judged => judged,
        }
    }

    /// Its characters, by `encoding` where that is told.
    ///
    /// # Errors
    /// [`Error::TooLarge`] over [`MAX_BYTES`], [`Error::NotText`] for bytes that are none.
    fn text(&self, encoding: Option<&'static Encoding>) -> Result<Cow<'_, str>, Error> {
        let bytes = self.content.len();
        if bytes > MAX_BYTES {
            return Err(Error::TooLarge { bytes, limit: MAX_BYTES });
        }
        match (&self.content, encoding) {
            (Content::Text(text), _) => Ok(Cow::Borrowed(text)),
            (Content::Bytes(bytes), Some(encoding)) => Ok(encoding.decode(bytes).0),
            (Content::Bytes(bytes), None) => Ok(zhengwen::decode(bytes, self.content_type.as_deref())?.text),
        }
    }
}

/// What a path held.
#[derive(Debug)]
pub(crate) enum Found {
    Page(Page),
    /// Something that should have been a page.
    Failed {
        id: String,
        reason: String,
    },
    /// Something that is none, and why.
    Passed {
        id: String,
        reason: String,
    },
    /// A file beside pages that is none by its name.
    Skipped,
}

impl Found {
    pub(crate) fn passed(path: &Path, reason: String) -> Self {
        Self::Passed { id: id(path), reason }
    }

    pub(crate) fn failed(path: &Path, reason: impl std::fmt::Display) -> Self {
        Self::Failed { id: id(path), reason: reason.to_string() }
    }
}

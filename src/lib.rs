// Where the README's links lead on docs.rs: of two definitions of a link Markdown takes the first.
//! [zh]: crate::chinese
//! [guide]: crate::guide
//! [benchmarks]: crate::benchmarks
//! [en]: crate
//! [rules]: crate::rules_guide
//! [schema]: crate::Article
#![doc = ""]
#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

/// `Display` as `as_str` has it.
macro_rules! impl_display {
    ($($name:ident),+) => {
        $(impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        })+
    };
}

mod input;
mod page;
mod inline;
mod lexicon;
mod text;
mod work;
mod line;
mod body;
mod metadata;
mod cleaner;
mod builder;
mod saved_page;
mod judged;
mod article;
mod page_time;
mod provenance;
mod explain;
#[cfg(feature = "rules")]
mod rules;
mod error;
mod output;

#[cfg(doc)]
#[doc = include_str!("../README.zh-CN.md")]
pub mod chinese {}
#[cfg(doc)]
#[doc = concat!("[report]: data:image/png;base64,", include_str!("../docs/report.base64"))]
#[doc = "[page]: crate#zhengwen"]
#[doc = ""]
#[doc = include_str!("../docs/GUIDE.md")]
pub mod guide {}
#[cfg(doc)]
#[doc = include_str!("../docs/BENCHMARKS.md")]
pub mod benchmarks {}
#[cfg(doc)]
#[doc = include_str!("../docs/RULES.md")]
pub mod rules_guide {}

pub use jiff;
#[cfg(feature = "scraper")]
pub use scraper;

pub use article::{
    Article, Block, Byline, BylineRole, Cell, Declaration, Image, Kind, Marker, MediaKind, Script, Span,
    SpanKind, Text,
};
pub use body::feature::Feature;
pub use body::weights::Weights;
pub use builder::CleanerBuilder;
pub use cleaner::Cleaner;
pub use error::Error;
pub use explain::{Explanation, JudgedBlock, Verdict};
pub use input::decode::{Decoded, Evidence};
pub use page::Form;
pub use page_time::{CHINA, PageTime, Precision};
pub use provenance::{FieldCandidate, FieldChoice, Place};
#[cfg(feature = "rules")]
pub use rules::{BadRules, RuleMistake, RuleUse, Rules};
pub use saved_page::{PageInput, SavedPage};

/// Cleans one page, HTML or text dump, with the shipped settings. Never fails and never panics.
///
/// ```
/// let article = zhengwen::clean("<h1>春耕开始</h1><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p>");
/// assert_eq!(article.title.as_deref(), Some("春耕开始"));
/// ```
#[must_use]
pub fn clean(page: &str) -> Article {
    use std::sync::LazyLock;
    static CLEANER: LazyLock<Cleaner> = LazyLock::new(Cleaner::new);
    CLEANER.clean(page)
}

/// Cleans one page from its bytes, up to 64 MiB. `content_type` is the HTTP header of that name, where
/// there was one.
///
/// ```
/// let page = "<p>今天，全市的中小学都开学了，孩子们回到了校园。</p>".as_bytes();
/// assert_eq!(zhengwen::clean_bytes(page, None)?.text(), "今天，全市的中小学都开学了，孩子们回到了校园。");
/// # Ok::<(), zhengwen::Error>(())
/// ```
///
/// # Errors
/// As [`Cleaner::clean_bytes`].
pub fn clean_bytes(page: &[u8], content_type: Option<&str>) -> Result<Article, Error> {
    Cleaner::new().clean_bytes(page, content_type)
}

/// Reads a page's bytes as text, as [`Cleaner::clean_bytes`] does: by byte order mark, the charset
/// of `content_type` (an HTTP header's value), `<meta>`, UTF-8 validity and detection, in that order.
///
/// ```
/// use zhengwen::{Error, Evidence, decode};
///
/// let page = decode("春耕开始。".as_bytes(), None)?;
/// assert_eq!((&*page.text, page.encoding), ("春耕开始。", "UTF-8"));
/// assert_eq!(page.evidence, Evidence::ValidUtf8);
/// assert_eq!(decode(&[1; 100], None), Err(Error::NotText { controls: 100, bytes: 100 }));
/// # Ok::<(), Error>(())
/// ```
///
/// # Errors
/// [`Error::NotText`] for bytes that are no text.
pub fn decode<'a>(page: &'a [u8], content_type: Option<&str>) -> Result<Decoded<'a>, Error> {
    input::decode::decode(page, content_type)
}

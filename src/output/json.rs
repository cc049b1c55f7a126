//! The serde form of an [`Article`]: the keys of the JSON that the `clean` example prints, and back.
//!
//! What is derived of other keys (`authors`, `editors`, `text`, `images`, `media`) is written for readers and
//! passed over when it is read.

use crate::article::{Article, Block, Byline, Declaration, Image, Kind, MediaKind, Script};
use crate::page_time::{PageTime, Precision};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Raised where a key changes its meaning or goes; keys may come without it.
pub(crate) const SCHEMA_VERSION: u32 = 1;

/// An article in JSON.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Article"))]
#[serde(default)]
pub(crate) struct Record {
    /// 1; raised where a key changes its meaning or goes. Keys may come without it.
    schema_version: u32,
    title: Option<String>,
    subtitle: Option<String>,
    /// RFC 3339, or a date alone.
    published: Option<String>,
    /// How exact `published` is.
    published_precision: Option<Precision>,
    /// RFC 3339, or a date alone.
    modified: Option<String>,
    /// How exact `modified` is.
    modified_precision: Option<Precision>,
    source: Option<String>,
    /// Derived from `bylines`, not read back.
    authors: Vec<String>,
    /// Derived from `bylines`, not read back.
    editors: Vec<String>,
    bylines: Vec<Byline>,
    /// The body as plain text, a paragraph a line. Derived from `blocks`, not read back.
    text: String,
    /// The body in order.
    blocks: Vec<Block>,
    original_title: Option<String>,
    declaration: Option<Declaration>,
    lead_image: Option<String>,
    site_name: Option<String>,
    url: Option<String>,
    description: Option<String>,
    keywords: Vec<String>,
    /// Derived from `blocks`, not read back.
    images: Vec<Image>,
    /// Derived from `blocks`, not read back.
    media: Vec<Recording>,
    next_page: Option<String>,
    script: Option<Script>,
    /// A BCP 47 tag.
    language: Option<String>,
    kind: Kind,
    /// From 0 to 1.
    confidence: f64,
}

impl Default for Record {
    fn default() -> Self {
        Self::of(&Article::default())
    }
}

/// A recording of the body.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Recording {
    kind: MediaKind,
    src: String,
    poster: Option<String>,
    caption: Option<String>,
}

impl Recording {
    fn of(block: &Block) -> Option<Self> {
        let Block::Media { kind, src, poster, caption } = block else { return None };
        Some(Self { kind: *kind, src: src.clone(), poster: poster.clone(), caption: caption.clone() })
    }
}

impl Record {
    fn of(article: &Article) -> Self {
        let owned = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect();
        let printed = |time: Option<PageTime>| time.map(|time| time.to_string());
        let precision = |time: Option<PageTime>| time.map(|time| time.precision);
        Self {
            schema_version: SCHEMA_VERSION,
            published: printed(article.published),
            published_precision: precision(article.published),
            modified: printed(article.modified),
            modified_precision: precision(article.modified),
            authors: owned(article.authors()),
            editors: owned(article.editors()),
            text: article.text(),
            images: article.images().cloned().collect(),
            media: article.body.iter().filter_map(Recording::of).collect(),
            title: article.title.clone(),
            subtitle: article.subtitle.clone(),
            source: article.source.clone(),
            bylines: article.bylines.clone(),
            blocks: article.body.clone(),
            original_title: article.original_title.clone(),
            declaration: article.declaration,
            lead_image: article.lead_image.clone(),
            site_name: article.site_name.clone(),
            url: article.url.clone(),
            description: article.description.clone(),
            keywords: article.keywords.clone(),
            next_page: article.next_page.clone(),
            script: article.script,
            language: article.language.clone(),
            kind: article.kind,
            confidence: article.confidence,
        }
    }

    fn article<E: serde::de::Error>(self) -> Result<Article, E> {
        if self.schema_version > SCHEMA_VERSION {
            return Err(E::custom(format_args!(
                "schema version {} is later than {SCHEMA_VERSION}",
                self.schema_version
            )));
        }
        Ok(Article {
            published: time(self.published, self.published_precision)?,
            modified: time(self.modified, self.modified_precision)?,
            title: self.title,
            subtitle: self.subtitle,
            source: self.source,
            bylines: self.bylines,
            body: self.blocks,
            original_title: self.original_title,
            declaration: self.declaration,
            lead_image: self.lead_image,
            site_name: self.site_name,
            url: self.url,
            description: self.description,
            keywords: self.keywords,
            next_page: self.next_page,
            script: self.script,
            language: self.language,
            kind: self.kind,
            confidence: self.confidence,
        })
    }
}

/// A time as it is printed, with what printing does not tell: whether 00 seconds were stated.
fn time<E: serde::de::Error>(
    printed: Option<String>,
    precision: Option<Precision>,
) -> Result<Option<PageTime>, E> {
    let Some(printed) = printed else { return Ok(None) };
    let time: PageTime = printed.parse().map_err(E::custom)?;
    let precision = precision.filter(|_| time.precision > Precision::Day).unwrap_or(time.precision);
    Ok(Some(PageTime { precision, ..time }))
}

impl Serialize for Article {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Record::of(self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Article {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Record::deserialize(deserializer)?.article()
    }
}

impl Serialize for PageTime {
    /// As [`PageTime`] is printed.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PageTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Article {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        Record::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Record::json_schema(generator)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for PageTime {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "PageTime".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(generator)
    }
}

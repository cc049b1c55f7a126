//! The serde form of an [`Article`]: the keys of the JSON that the `clean` example prints.

use crate::article::{Article, Block, Image};
use serde::ser::{Serialize, SerializeStruct, Serializer};

impl Serialize for Article {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Article", 18)?;
        out.serialize_field("title", &self.title)?;
        out.serialize_field("published", &self.published.map(|t| t.to_string()))?;
        out.serialize_field("modified", &self.modified.map(|t| t.to_string()))?;
        out.serialize_field("source", &self.source)?;
        out.serialize_field("authors", &self.authors())?;
        out.serialize_field("editors", &self.editors())?;
        out.serialize_field("text", &self.text())?;
        out.serialize_field("site_name", &self.site_name)?;
        out.serialize_field("url", &self.url)?;
        out.serialize_field("description", &self.description)?;
        out.serialize_field("keywords", &self.keywords)?;
        out.serialize_field("images", &self.images().collect::<Vec<_>>())?;
        out.serialize_field("media", &self.body.iter().filter_map(Recording::of).collect::<Vec<_>>())?;
        out.serialize_field("next_page", &self.next_page)?;
        out.serialize_field("script", &self.script.map(crate::article::Script::as_str))?;
        out.serialize_field("language", &self.language)?;
        out.serialize_field("kind", self.kind.as_str())?;
        out.serialize_field("confidence", &self.confidence)?;
        out.end()
    }
}

impl Serialize for Image {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Image", 4)?;
        out.serialize_field("src", &self.src)?;
        out.serialize_field("alt", &self.alt)?;
        out.serialize_field("caption", &self.caption)?;
        out.serialize_field("credit", &self.credit)?;
        out.end()
    }
}

/// A [`Block::Media`].
struct Recording<'a>([(&'static str, Option<&'a str>); 4]);

impl<'a> Recording<'a> {
    fn of(block: &'a Block) -> Option<Self> {
        let Block::Media { kind, src, poster, caption } = block else { return None };
        let (poster, caption) = (poster.as_deref(), caption.as_deref());
        Some(Self([
            ("kind", Some(kind.as_str())),
            ("src", Some(src)),
            ("poster", poster),
            ("caption", caption),
        ]))
    }
}

impl Serialize for Recording<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Media", self.0.len())?;
        for (key, value) in self.0 {
            out.serialize_field(key, &value)?;
        }
        out.end()
    }
}

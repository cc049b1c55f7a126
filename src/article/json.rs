//! The serde form of texts and of the blocks that hold nothing but one thing.

use super::{Cell, Span, SpanKind, Text};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A text in JSON.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Text"))]
pub(super) struct TextRecord {
    text: String,
    /// What stands out in it; left out where nothing does.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    spans: Vec<Span>,
}

impl From<Text> for TextRecord {
    fn from(text: Text) -> Self {
        Self { spans: text.spans().to_vec(), text: text.into() }
    }
}

impl From<TextRecord> for Text {
    fn from(record: TextRecord) -> Self {
        Self::with_spans(record.text, record.spans)
    }
}

/// A span in JSON.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Span"))]
pub(super) struct SpanRecord {
    /// Where it begins, in bytes of the text in UTF-8.
    start: usize,
    /// Where it ends, in bytes of the text in UTF-8.
    end: usize,
    kind: KindRecord,
    /// The address of a link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    href: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "SpanKind"))]
#[serde(rename_all = "snake_case")]
enum KindRecord {
    Bold,
    Italic,
    Code,
    Link,
}

impl From<Span> for SpanRecord {
    fn from(Span { range, kind }: Span) -> Self {
        let (kind, href) = match kind {
            SpanKind::Bold => (KindRecord::Bold, None),
            SpanKind::Italic => (KindRecord::Italic, None),
            SpanKind::Code => (KindRecord::Code, None),
            SpanKind::Link(to) => (KindRecord::Link, Some(to)),
        };
        Self { start: range.start, end: range.end, kind, href }
    }
}

impl From<SpanRecord> for Span {
    fn from(record: SpanRecord) -> Self {
        let kind = match record.kind {
            KindRecord::Bold => SpanKind::Bold,
            KindRecord::Italic => SpanKind::Italic,
            KindRecord::Code => SpanKind::Code,
            KindRecord::Link => SpanKind::Link(record.href.unwrap_or_default()),
        };
        Self { range: record.start..record.end, kind }
    }
}

/// A row of a table in JSON.
pub(super) mod cells {
    use super::{Cell, Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Deserialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
    pub(in super::super) struct Cells {
        cells: Vec<Cell>,
    }

    pub(in super::super) fn serialize<S: Serializer>(cells: &[Cell], to: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Cells<'a> {
            cells: &'a [Cell],
        }
        Cells { cells }.serialize(to)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Cell>, D::Error> {
        Ok(Cells::deserialize(from)?.cells)
    }
}

/// Lines of code in JSON.
pub(super) mod lines {
    use super::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Deserialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
    pub(in super::super) struct Lines {
        text: String,
    }

    pub(in super::super) fn serialize<S: Serializer>(text: &str, to: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Lines<'a> {
            text: &'a str,
        }
        Lines { text }.serialize(to)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
        Ok(Lines::deserialize(from)?.text)
    }
}

#[cfg(feature = "schema")]
mod schema {
    use super::{Span, SpanRecord, Text, TextRecord};
    use schemars::{JsonSchema, Schema, SchemaGenerator};
    use std::borrow::Cow;

    impl JsonSchema for Text {
        fn inline_schema() -> bool {
            true
        }

        fn schema_name() -> Cow<'static, str> {
            TextRecord::schema_name()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            TextRecord::json_schema(generator)
        }
    }

    impl JsonSchema for Span {
        fn schema_name() -> Cow<'static, str> {
            SpanRecord::schema_name()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            SpanRecord::json_schema(generator)
        }
    }
}

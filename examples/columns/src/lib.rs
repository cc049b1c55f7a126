//! Articles in, the columns of a table in Arrow's form out. One schema for all programs that write tables.
//!
//! | column | type | what it holds |
//! |---|---|---|
//! | `url`, `title`, `source`, `language` | string | as in the article |
//! | `published` | string | RFC 3339, or a day alone where the page gives no time of day |
//! | `authors`, `editors` | list of strings | names, each once |
//! | `text` | string | the body, a paragraph a line |
//! | `blocks` | string | the body as JSON, as under `blocks` in an article's own |
//! | `kind`, `script` | string | the names that the JSON has |
//! | `confidence` | double | 0.0 to 1.0 |
//! | `fingerprint` | 64-bit integer | the bits of [`Article::fingerprint`], the highest one as the sign: Parquet's readers know no other 64 bits everywhere |
//!
//! Every column may be null: what the page does not give, and all of a row whose page could not be read.

use arrow_array::builder::{Float64Builder, Int64Builder, ListBuilder, StringBuilder};
use arrow_array::{Array, ArrayRef};
use arrow_schema::Field;
use std::sync::Arc;
use zhengwen::Article;

/// Most bytes of text in a column: its offsets are 32 bits.
const MOST_BYTES: usize = i32::MAX as usize;

/// Why an article is no row.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A column's text would be longer than Arrow's offsets reach.
    #[error("a table of {bytes} bytes of text is over {MOST_BYTES}: write it in smaller parts")]
    Full {
        /// Bytes that the column would have.
        bytes: usize,
    },
    /// The body cannot be written as JSON.
    #[error("the body cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
}

/// The columns of the articles so far.
#[derive(Debug, Default)]
pub struct Columns {
    url: StringBuilder,
    title: StringBuilder,
    published: StringBuilder,
    source: StringBuilder,
    authors: ListBuilder<StringBuilder>,
    editors: ListBuilder<StringBuilder>,
    text: StringBuilder,
    blocks: StringBuilder,
    kind: StringBuilder,
    confidence: Float64Builder,
    language: StringBuilder,
    script: StringBuilder,
    fingerprint: Int64Builder,
    /// Bytes of text in all columns together.
    bytes: usize,
}

/// The fields of the schema, in the order of the columns.
#[must_use]
pub fn fields() -> Vec<Field> {
    let columns = Columns::default().finish();
    columns.into_iter().map(|(name, column)| Field::new(name, column.data_type().clone(), true)).collect()
}

impl Columns {
    /// Adds an article as a row.
    ///
    /// # Errors
    /// [`Error`]; the row is not added then.
    pub fn push(&mut self, article: &Article) -> Result<(), Error> {
        let text = article.text();
        let blocks = serde_json::to_string(&article.body)?;
        let (authors, editors) = (article.authors(), article.editors());
        let published = article.published.map(|time| time.to_string());
        let shorter = [&article.url, &article.title, &published, &article.source, &article.language];
        let shorter = shorter.into_iter().flatten().map(String::len);
        let names = authors.iter().chain(&editors).map(|name| name.len());
        // Of `kind` and `script`, which are a word each, no more than this.
        let words = 64;
        let bytes = self.bytes + text.len() + blocks.len() + shorter.chain(names).sum::<usize>() + words;
        if bytes > MOST_BYTES {
            return Err(Error::Full { bytes });
        }
        self.bytes = bytes;
        self.url.append_option(article.url.as_deref());
        self.title.append_option(article.title.as_deref());
        self.published.append_option(published);
        self.source.append_option(article.source.as_deref());
        self.authors.append_value(authors.into_iter().map(Some));
        self.editors.append_value(editors.into_iter().map(Some));
        self.text.append_value(text);
        self.blocks.append_value(blocks);
        self.kind.append_value(article.kind.as_str());
        self.confidence.append_value(article.confidence);
        self.language.append_option(article.language.as_deref());
        self.script.append_option(article.script.map(zhengwen::Script::as_str));
        self.fingerprint.append_value(article.fingerprint().cast_signed());
        Ok(())
    }

    /// Adds a row without an article.
    pub fn push_null(&mut self) {
        for column in self.strings() {
            column.append_null();
        }
        self.authors.append_null();
        self.editors.append_null();
        self.confidence.append_null();
        self.fingerprint.append_null();
    }

    /// Rows so far.
    #[must_use]
    pub fn len(&self) -> usize {
        self.confidence.values_slice().len()
    }

    /// True before the first row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes of text so far, in all columns together.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// The columns with their names, in the order of [`fields`]; none is left.
    pub fn finish(&mut self) -> Vec<(&'static str, ArrayRef)> {
        self.bytes = 0;
        vec![
            ("url", Arc::new(self.url.finish())),
            ("title", Arc::new(self.title.finish())),
            ("published", Arc::new(self.published.finish())),
            ("source", Arc::new(self.source.finish())),
            ("authors", Arc::new(self.authors.finish())),
            ("editors", Arc::new(self.editors.finish())),
            ("text", Arc::new(self.text.finish())),
            ("blocks", Arc::new(self.blocks.finish())),
            ("kind", Arc::new(self.kind.finish())),
            ("confidence", Arc::new(self.confidence.finish())),
            ("language", Arc::new(self.language.finish())),
            ("script", Arc::new(self.script.finish())),
            ("fingerprint", Arc::new(self.fingerprint.finish())),
        ]
    }

    fn strings(&mut self) -> [&mut StringBuilder; 9] {
        [
            &mut self.url,
            &mut self.title,
            &mut self.published,
            &mut self.source,
            &mut self.text,
            &mut self.blocks,
            &mut self.kind,
            &mut self.language,
            &mut self.script,
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use arrow_array::RecordBatch;
    use arrow_array::cast::AsArray;
    use arrow_array::types::{Float64Type, Int64Type};
    use arrow_schema::{DataType, Schema};

    const PAGE: &str = "<title>春耕开始_新村网</title><h1>春耕开始</h1><p>2024年03月21日 10:20 来源：新村日报 记者：李大同</p><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p><p>责任编辑：赵晓</p>";

    #[test]
    fn a_row_has_what_its_article_has() {
        let article = zhengwen::clean(PAGE);
        let mut columns = Columns::default();
        columns.push(&article).expect("a small article");
        columns.push_null();
        assert_eq!((columns.len(), columns.is_empty()), (2, false));
        let columns = columns.finish().into_iter().map(|(_, column)| column).collect();
        let table =
            RecordBatch::try_new(Arc::new(Schema::new(fields())), columns).expect("the schema's columns");
        let string = |name: &str| table[name].as_string::<i32>().value(0).to_owned();
        assert_eq!(string("published"), "2024-03-21T10:20:00+08:00");
        assert_eq!((string("source"), string("text")), ("新村日报".to_owned(), article.text()));
        assert_eq!(string("blocks"), serde_json::to_string(&article.body).expect("a small body"));
        assert_eq!((string("kind"), string("script")), ("article".to_owned(), "simplified".to_owned()));
        assert_eq!(table["authors"].as_list::<i32>().value(0).as_string::<i32>().value(0), "李大同");
        assert_eq!(table["editors"].as_list::<i32>().value(0).as_string::<i32>().value(0), "赵晓");
        let confidence = table["confidence"].as_primitive::<Float64Type>().value(0);
        assert_eq!(confidence.to_bits(), article.confidence.to_bits());
        let fingerprint = table["fingerprint"].as_primitive::<Int64Type>().value(0);
        assert_eq!(fingerprint.cast_unsigned(), article.fingerprint());
        assert!(table.columns().iter().all(|column| column.is_null(1)), "{table:?}");
    }

    #[test]
    fn a_table_that_offsets_cannot_reach_is_refused_and_left_as_it_was() {
        let mut columns = Columns { bytes: MOST_BYTES - 100, ..Columns::default() };
        let refused = columns.push(&zhengwen::clean(PAGE)).expect_err("a full table");
        assert!(refused.to_string().contains("smaller parts"), "{refused}");
        assert!(columns.is_empty());
    }

    #[test]
    fn the_schema_is_as_documented() {
        let documented = include_str!("lib.rs").lines().take_while(|line| line.starts_with("//!"));
        let documented: String = documented.collect();
        for field in fields() {
            assert!(documented.contains(&format!("`{}`", field.name())), "{field:?}");
            assert!(field.is_nullable());
        }
        assert_eq!(fields()[0].data_type(), &DataType::Utf8);
    }
}

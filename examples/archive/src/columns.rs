//! Rows in, the columns of Parquet out.

use crate::row::Row;
use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::{ArrayRef, Float64Array, Int64Array, RecordBatch, StringArray};
use arrow_schema::{ArrowError, DataType, Field, Schema};
use std::sync::Arc;

/// The columns' names and types; README.md says what they are.
pub(crate) fn schema() -> Schema {
    let names = || DataType::List(Arc::new(Field::new_list_field(DataType::Utf8, false)));
    Schema::new(vec![
        Field::new("url", DataType::Utf8, true),
        Field::new("title", DataType::Utf8, true),
        Field::new("published", DataType::Utf8, true),
        Field::new("source", DataType::Utf8, true),
        Field::new("authors", names(), false),
        Field::new("editors", names(), false),
        Field::new("text", DataType::Utf8, false),
        Field::new("blocks", DataType::Utf8, false),
        Field::new("kind", DataType::Utf8, false),
        Field::new("confidence", DataType::Float64, false),
        Field::new("language", DataType::Utf8, true),
        Field::new("script", DataType::Utf8, true),
        Field::new("fingerprint", DataType::Int64, false),
        Field::new("near_fingerprint", DataType::Int64, true),
        Field::new("file", DataType::Utf8, false),
        Field::new("offset", DataType::Int64, false),
        Field::new("offset_in_member", DataType::Int64, false),
    ])
}

/// # Errors
/// Rows of more than 2 GB of text.
pub(crate) fn columns(schema: &Arc<Schema>, rows: &[Row]) -> Result<RecordBatch, ArrowError> {
    let texts = |text: fn(&Row) -> &str| -> ArrayRef {
        Arc::new(rows.iter().map(|row| Some(text(row))).collect::<StringArray>())
    };
    let known = |text: fn(&Row) -> Option<&str>| -> ArrayRef {
        Arc::new(rows.iter().map(text).collect::<StringArray>())
    };
    let numbers = |number: fn(&Row) -> i64| -> ArrayRef {
        Arc::new(rows.iter().map(|row| Some(number(row))).collect::<Int64Array>())
    };
    RecordBatch::try_new(
        Arc::clone(schema),
        vec![
            known(|row| row.url.as_deref()),
            known(|row| row.title.as_deref()),
            known(|row| row.published.as_deref()),
            known(|row| row.source.as_deref()),
            names(rows, |row| &row.authors),
            names(rows, |row| &row.editors),
            texts(|row| &row.text),
            texts(|row| row.blocks.get()),
            texts(|row| row.kind),
            Arc::new(rows.iter().map(|row| Some(row.confidence)).collect::<Float64Array>()),
            known(|row| row.language.as_deref()),
            known(|row| row.script),
            numbers(|row| row.fingerprint),
            Arc::new(rows.iter().map(|row| row.near_fingerprint).collect::<Int64Array>()),
            texts(|row| &row.file),
            numbers(|row| row.offset.cast_signed()),
            numbers(|row| row.offset_in_member.cast_signed()),
        ],
    )
}

fn names(rows: &[Row], names: fn(&Row) -> &[String]) -> ArrayRef {
    let field = Field::new_list_field(DataType::Utf8, false);
    let mut lists = ListBuilder::new(StringBuilder::new()).with_field(field);
    for row in rows {
        for name in names(row) {
            lists.values().append_value(name);
        }
        lists.append(true);
    }
    Arc::new(lists.finish())
}

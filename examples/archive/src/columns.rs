//! Rows in, the columns of Parquet out. What takes long of a row was made by the threads that clean, so that this,
//! which one thread does, is quick.

use crate::row::Row;
use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::{ArrayRef, Float64Array, Int64Array, RecordBatch, StringArray};
use arrow_schema::{ArrowError, DataType, Field, Schema};
use std::sync::Arc;

/// Those of all programs that write tables, and where a row was found.
pub(crate) fn schema() -> Schema {
    let own = [
        ("near_fingerprint", DataType::Int64),
        ("file", DataType::Utf8),
        ("offset", DataType::Int64),
        ("offset_in_member", DataType::Int64),
    ];
    let own = own.map(|(name, kind)| Field::new(name, kind, true));
    Schema::new(zhengwen_columns::fields().into_iter().chain(own).collect::<Vec<_>>())
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
    let mut lists = ListBuilder::new(StringBuilder::new());
    for row in rows {
        for name in names(row) {
            lists.values().append_value(name);
        }
        lists.append(true);
    }
    Arc::new(lists.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::Position;
    use zhengwen_columns::Columns;

    #[test]
    fn the_columns_are_those_of_all_programs() {
        let page = "<title>春耕开始_新村网</title><h1>春耕开始</h1><p>2024年03月21日 10:20 来源：新村日报 \
            记者：李大同</p><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p>";
        let article = zhengwen::clean(page);
        let mut shared = Columns::default();
        shared.push(&article).expect("a small article");
        let row =
            Row::of(&article, None, &Arc::from("a.warc"), Position::default()).expect("a small article");
        let table = columns(&Arc::new(schema()), &[row]).expect("the schema's columns");
        for (name, column) in shared.finish() {
            assert_eq!(table.column_by_name(name), Some(&column), "{name}");
        }
        assert_eq!(table.num_columns(), zhengwen_columns::fields().len() + 4);
    }
}

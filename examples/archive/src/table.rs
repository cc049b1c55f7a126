//! Parquet in: the pages in its rows.

use crate::item::{Batch, Found};
use crate::pages::jsonl::PageFields;
use crate::pages::{Content, Page};
use crate::place::Position;
use crate::read::Open;
use crate::watched::Watched;
use arrow_array::cast::AsArray;
use arrow_array::{Array, RecordBatch};
use arrow_schema::DataType;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use std::ops::ControlFlow;
use zhengwen::Form;

/// Rows that are unpacked at once.
const ROWS: usize = 16;

/// Names of columns: pages, and addresses.
struct Columns {
    pages: Vec<(String, Option<Form>)>,
    url: String,
}

impl Columns {
    fn named(fields: &PageFields) -> Self {
        let pages = match &fields.html_field {
            Some(name) => vec![(name.clone(), None)],
            None => vec![("html".to_owned(), Some(Form::Html)), ("text".to_owned(), Some(Form::Dump))],
        };
        Self { pages, url: fields.url_field.clone().unwrap_or_else(|| "url".to_owned()) }
    }
}

/// Hands on the rows of a table from row `from` on.
pub(crate) fn rows<F: FnMut(Batch) -> ControlFlow<()>>(
    open: &mut Open<'_, F>,
    from: u64,
    fields: &PageFields,
) -> ControlFlow<()> {
    let columns = Columns::named(fields);
    let (reader, all) = match reader(open, from, &columns) {
        Ok(opened) => opened,
        Err(reason) => return open.broken(Position { offset: from, inside: 0 }, &reason),
    };
    let mut nth = from;
    for batch in reader {
        let batch = match batch {
            Ok(batch) => batch,
            Err(error) => return open.broken(Position { offset: nth, inside: 0 }, &error),
        };
        for row in 0..batch.num_rows() {
            let found = match page(open, &columns, &batch, row, nth) {
                Some(page) => Found::Row(Box::new(page)),
                None => Found::Broken(no_text(&columns)),
            };
            let at = Position { offset: nth, inside: 0 };
            nth += 1;
            let file_at = u128::from(open.input.bytes) * u128::from(nth) / u128::from(all.max(1));
            let file_at = u64::try_from(file_at).unwrap_or(open.input.bytes);
            open.push(at, Position { offset: nth, inside: 0 }, file_at, found)?;
        }
    }
    ControlFlow::Continue(())
}

/// And how many rows the table has.
fn reader<F>(
    open: &Open<'_, F>,
    from: u64,
    columns: &Columns,
) -> Result<(ParquetRecordBatchReader, u64), String> {
    let said = |error: parquet::errors::ParquetError| error.to_string();
    let file = Watched::open(&open.input.path, open.failure).map_err(|error| error.to_string())?;
    let builder = ParquetRecordBatchReaderBuilder::try_new(file).map_err(said)?;
    let all = u64::try_from(builder.metadata().file_metadata().num_rows()).unwrap_or_default();
    let is_page = |name: &str| columns.pages.iter().any(|(page, _)| page == name);
    let names: Vec<&str> = builder.schema().fields().iter().map(|field| field.name().as_str()).collect();
    if !names.iter().any(|name| is_page(name)) {
        return Err(format!("no column with pages: {}; --html-field names one", names.join(", ")));
    }
    let wanted: Vec<&str> = names.into_iter().filter(|name| is_page(name) || *name == columns.url).collect();
    let mask = ProjectionMask::columns(builder.parquet_schema(), wanted);
    let skipped = usize::try_from(from).map_err(|error| error.to_string())?;
    let reader = builder.with_projection(mask).with_batch_size(ROWS).with_offset(skipped).build();
    Ok((reader.map_err(said)?, all))
}

fn page<F>(open: &Open<'_, F>, columns: &Columns, batch: &RecordBatch, row: usize, nth: u64) -> Option<Page> {
    let value = |name: &str| value(batch.column_by_name(name)?, row);
    let (content, form) = columns.pages.iter().find_map(|(name, form)| Some((value(name)?, *form)))?;
    let nth = usize::try_from(nth).unwrap_or(usize::MAX).saturating_add(1);
    let url = value(&columns.url).and_then(|url| match url {
        Content::Text(url) => Some(url),
        Content::Bytes(url) => String::from_utf8(url).ok(),
    });
    Some(Page { url, ..Page::of_container(&open.input.path, nth, content, form) })
}

fn no_text(columns: &Columns) -> String {
    let names: Vec<String> = columns.pages.iter().map(|(name, _)| format!("`{name}`")).collect();
    format!("no text in a column {}", names.join(" or "))
}

/// The text or bytes of a row; `None` where it is null, or the column holds neither.
fn value(column: &dyn Array, row: usize) -> Option<Content> {
    if column.is_null(row) {
        return None;
    }
    let text = |text: &str| Some(Content::Text(text.to_owned()));
    let bytes = |bytes: &[u8]| Some(Content::Bytes(bytes.to_vec()));
    match column.data_type() {
        DataType::Utf8 => text(column.as_string::<i32>().value(row)),
        DataType::LargeUtf8 => text(column.as_string::<i64>().value(row)),
        DataType::Utf8View => text(column.as_string_view().value(row)),
        DataType::Binary => bytes(column.as_binary::<i32>().value(row)),
        DataType::LargeBinary => bytes(column.as_binary::<i64>().value(row)),
        DataType::BinaryView => bytes(column.as_binary_view().value(row)),
        _ => None,
    }
}

//! An output file in, the texts and fingerprints of its rows out: what a run that goes on has seen before.

use crate::pages::at;
use crate::parts::Format;
use arrow_array::cast::AsArray;
use arrow_array::types::Int64Type;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use serde::Deserialize;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

#[derive(Deserialize)]
struct Line {
    text: String,
    fingerprint: i64,
}

/// # Errors
/// A file that cannot be read, with its path.
pub(crate) fn rows(path: &Path, format: Format, each: impl FnMut(&str, i64)) -> io::Result<()> {
    let file = File::open(path).map_err(|error| at(path, &error))?;
    let read = match format {
        Format::Jsonl => lines(file, each),
        Format::Parquet => table(file, each),
    };
    read.map_err(|error| at(path, &error))
}

fn lines(file: File, mut each: impl FnMut(&str, i64)) -> io::Result<()> {
    for line in BufReader::new(file).lines() {
        let Line { text, fingerprint } = serde_json::from_str(&line?)?;
        each(&text, fingerprint);
    }
    Ok(())
}

/// Rows that are unpacked at once.
const ROWS: usize = 128;

fn table(file: File, mut each: impl FnMut(&str, i64)) -> io::Result<()> {
    let builder = ParquetRecordBatchReaderBuilder::try_new(file)?;
    let mask = ProjectionMask::columns(builder.parquet_schema(), ["text", "fingerprint"]);
    for batch in builder.with_projection(mask).with_batch_size(ROWS).build()? {
        let batch = batch.map_err(io::Error::other)?;
        let texts = batch.column_by_name("text").and_then(|column| column.as_string_opt::<i32>());
        let prints =
            batch.column_by_name("fingerprint").and_then(|column| column.as_primitive_opt::<Int64Type>());
        let (Some(texts), Some(prints)) = (texts, prints) else {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "no columns `text` and `fingerprint`"));
        };
        for row in 0..batch.num_rows() {
            each(texts.value(row), prints.value(row));
        }
    }
    Ok(())
}

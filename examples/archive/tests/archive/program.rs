//! The program, run as people run it, and what it wrote.

use arrow_array::Array;
use arrow_array::RecordBatch;
use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int64Type};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use serde_json::{Map, Value, json};
use std::ffi::OsStr;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub(crate) fn archive<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_archive"));
    command.args(arguments);
    command
}

/// Runs it to its end, which must be a good one. What it said.
pub(crate) fn run(inputs: &[&Path], output: &Path, more: &[&str]) -> String {
    let mut command = archive(inputs);
    let ended = command.arg("--output").arg(output).args(more).output().expect("the program runs");
    assert!(ended.status.success(), "{}", said(&ended));
    said(&ended)
}

pub(crate) fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The output files in a folder, in order.
pub(crate) fn parts(folder: &Path) -> Vec<PathBuf> {
    let names = fs::read_dir(folder).expect("it is there").map(|entry| entry.expect("it is there").path());
    let mut parts: Vec<PathBuf> = names.filter(|path| name(path).starts_with("part-")).collect();
    parts.sort();
    parts
}

pub(crate) fn name(path: &Path) -> &str {
    path.file_name().and_then(OsStr::to_str).expect("names are text")
}

/// All rows in a folder, in order, `blocks` as JSON.
pub(crate) fn rows(folder: &Path) -> Vec<Value> {
    parts(folder).iter().flat_map(|path| rows_of(path)).collect()
}

pub(crate) fn rows_of(path: &Path) -> Vec<Value> {
    if path.extension().is_some_and(|ending| ending == "jsonl") {
        return lines(path);
    }
    let file = File::open(path).expect("it is there");
    let reader =
        ParquetRecordBatchReaderBuilder::try_new(file).and_then(ParquetRecordBatchReaderBuilder::build);
    let batches = reader.expect("it is Parquet").map(|batch| batch.expect("it is whole"));
    batches
        .flat_map(|batch| (0..batch.num_rows()).map(|row| object(&batch, row)).collect::<Vec<_>>())
        .collect()
}

pub(crate) fn lines(path: &Path) -> Vec<Value> {
    let text = fs::read_to_string(path).expect("it is there");
    text.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect()
}

fn object(batch: &RecordBatch, row: usize) -> Value {
    let schema = batch.schema();
    let pairs = schema.fields().iter().zip(batch.columns()).map(|(field, column)| {
        let value = value(column, row);
        let value = match (field.name().as_str(), &value) {
            ("blocks", Value::String(text)) => serde_json::from_str(text).expect("blocks are JSON"),
            _ => value,
        };
        (field.name().clone(), value)
    });
    Value::Object(pairs.collect::<Map<_, _>>())
}

fn value(column: &dyn Array, row: usize) -> Value {
    if column.is_null(row) {
        return Value::Null;
    }
    if let Some(texts) = column.as_string_opt::<i32>() {
        return json!(texts.value(row));
    }
    if let Some(numbers) = column.as_primitive_opt::<Int64Type>() {
        return json!(numbers.value(row));
    }
    if let Some(numbers) = column.as_primitive_opt::<Float64Type>() {
        return json!(numbers.value(row));
    }
    let names = column.as_list::<i32>().value(row);
    json!(names.as_string::<i32>().iter().collect::<Vec<_>>())
}

/// The list of errors in a folder.
pub(crate) fn errors(folder: &Path) -> Vec<Value> {
    lines(&folder.join("_errors.jsonl"))
}

/// Files in a folder by name, with their bytes.
pub(crate) fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder).expect("it is there").map(|entry| entry.expect("it is there").path());
    let mut files: Vec<_> =
        entries.map(|path| (name(&path).to_owned(), fs::read(&path).expect("it is a file"))).collect();
    files.sort();
    files
}

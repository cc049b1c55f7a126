//! Rows in, files of a stated size out. A file has a name that nobody reads until it is whole and on the disk.

use crate::columns::{columns, schema};
use crate::journal::Part;
use crate::pages::at;
use crate::row::Row;
use arrow_schema::Schema;
use clap::ValueEnum;
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::properties::WriterProperties;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Parquet,
    /// An object a line.
    Jsonl,
}

impl Format {
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Self::Parquet => "parquet",
            Self::Jsonl => "jsonl",
        }
    }
}

/// Rows, and bytes of them, from which they are written: often enough for
/// small files to have their size.
const ROWS: usize = 32;
const ROWS_BYTES: usize = 8 << 20;

/// Largest group of rows in a Parquet file, in bytes before compression: it is in memory until it is whole, and how
/// long it will be is only guessed until then, at about twice what it is.
const GROUP_BYTES: usize = 16 << 20;

pub(crate) struct Parts {
    folder: PathBuf,
    format: Format,
    /// Size from which a file is full, in bytes.
    full: u64,
    /// Number of the next file.
    next: usize,
    open: Option<Open>,
    schema: Arc<Schema>,
}

struct Open {
    writer: Writer,
    rows: u64,
    waiting: Vec<Row>,
    waiting_bytes: usize,
}

enum Writer {
    Parquet(Box<ArrowWriter<File>>),
    Lines(BufWriter<File>, u64),
}

impl Parts {
    /// Files in `folder` behind those that are there.
    ///
    /// # Errors
    /// Where a file of this run is gone.
    pub(crate) fn behind(folder: &Path, format: Format, full: u64, known: &[Part]) -> io::Result<Self> {
        for part in known {
            let path = folder.join(&part.name);
            let bytes = fs::metadata(&path).map_err(|error| at(&path, &error))?.len();
            if bytes != part.bytes {
                let text = format!("{} bytes, not {} as the journal has it", bytes, part.bytes);
                return Err(at(&path, &io::Error::new(io::ErrorKind::InvalidData, text)));
            }
        }
        for left in others(folder, known)? {
            fs::remove_file(&left).map_err(|error| at(&left, &error))?;
        }
        Ok(Self {
            folder: folder.to_owned(),
            format,
            full,
            next: known.len(),
            open: None,
            schema: Arc::new(schema()),
        })
    }

    fn name(&self) -> String {
        format!("{PREFIX}{:05}.{}", self.next, self.format.ending())
    }

    fn temporary(&self) -> PathBuf {
        self.folder.join(format!(".{}.tmp", self.name()))
    }

    /// Adds a row. True where the file is full then.
    pub(crate) fn push(&mut self, row: Row) -> io::Result<bool> {
        let mut open = match self.open.take() {
            Some(open) => open,
            None => Open { writer: self.writer()?, rows: 0, waiting: Vec::new(), waiting_bytes: 0 },
        };
        open.rows += 1;
        open.waiting_bytes += row.bytes();
        open.waiting.push(row);
        let is_due = open.waiting.len() == ROWS || open.waiting_bytes >= ROWS_BYTES;
        let is_full = is_due && open.write(&self.schema)? >= self.full;
        self.open = Some(open);
        Ok(is_full)
    }

    fn writer(&self) -> io::Result<Writer> {
        let path = self.temporary();
        let file = File::create(&path).map_err(|error| at(&path, &error))?;
        Ok(match self.format {
            Format::Jsonl => Writer::Lines(BufWriter::with_capacity(1 << 20, file), 0),
            Format::Parquet => {
                let properties = WriterProperties::builder()
                    .set_compression(Compression::ZSTD(ZstdLevel::default()))
                    .set_max_row_group_bytes(Some(GROUP_BYTES))
                    .build();
                Writer::Parquet(Box::new(ArrowWriter::try_new(
                    file,
                    Arc::clone(&self.schema),
                    Some(properties),
                )?))
            }
        })
    }

    /// Puts the open file in place, on the disk; `None` where there is none.
    pub(crate) fn finish(&mut self) -> io::Result<Option<Part>> {
        let Some(mut open) = self.open.take() else { return Ok(None) };
        open.write(&self.schema)?;
        let file = match open.writer {
            Writer::Parquet(writer) => writer.into_inner()?,
            Writer::Lines(lines, _) => lines.into_inner().map_err(io::IntoInnerError::into_error)?,
        };
        file.sync_all()?;
        let (name, temporary) = (self.name(), self.temporary());
        let path = self.folder.join(&name);
        fs::rename(&temporary, &path).map_err(|error| at(&path, &error))?;
        File::open(&self.folder)?.sync_all()?;
        self.next += 1;
        Ok(Some(Part { name, rows: open.rows, bytes: file.metadata()?.len() }))
    }
}

impl Open {
    /// Writes what waits. Bytes of the file with it.
    fn write(&mut self, schema: &Arc<Schema>) -> io::Result<u64> {
        let rows = std::mem::take(&mut self.waiting);
        self.waiting_bytes = 0;
        match &mut self.writer {
            Writer::Parquet(writer) => {
                writer.write(&columns(schema, &rows).map_err(io::Error::other)?)?;
                Ok((writer.bytes_written() + writer.in_progress_size()) as u64)
            }
            Writer::Lines(lines, bytes) => {
                for row in &rows {
                    let mut line = serde_json::to_vec(row)?;
                    line.push(b'\n');
                    lines.write_all(&line)?;
                    *bytes += line.len() as u64;
                }
                Ok(*bytes)
            }
        }
    }
}

const PREFIX: &str = "part-";

/// What a run that was killed has left: files that it has not finished, and one that it had no time to write down.
pub(crate) fn others(folder: &Path, known: &[Part]) -> io::Result<Vec<PathBuf>> {
    let mut others = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let is_known = known.iter().any(|part| name == part.name.as_str());
        if !is_known && name.to_str().is_some_and(is_part) {
            others.push(entry.path());
        }
    }
    Ok(others)
}

/// True for names that this program gives, of files in place or not.
fn is_part(name: &str) -> bool {
    let whole = name.strip_prefix('.').and_then(|name| name.strip_suffix(".tmp")).unwrap_or(name);
    let rest = whole.strip_prefix(PREFIX).and_then(|rest| rest.split_once('.'));
    rest.is_some_and(|(number, ending)| {
        number.len() >= 5
            && number.bytes().all(|byte| byte.is_ascii_digit())
            && (ending == Format::Parquet.ending() || ending == Format::Jsonl.ending())
    })
}

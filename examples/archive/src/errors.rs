//! The list of what could not be read, a JSON object a line.

use crate::pages::at;
use crate::place::Position;
use serde::Serialize;
use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Seek, Write};
use std::path::Path;

pub(crate) const NAME: &str = "_errors.jsonl";

pub(crate) struct Errors {
    file: BufWriter<File>,
    bytes: u64,
}

#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    offset: u64,
    offset_in_member: u64,
    error: &'a str,
}

impl Errors {
    /// The list in `folder`, of which `bytes` are true.
    ///
    /// # Errors
    /// One that has fewer.
    pub(crate) fn open(folder: &Path, bytes: u64) -> io::Result<Self> {
        let path = folder.join(NAME);
        let file = OpenOptions::new().write(true).create(bytes == 0).truncate(false).open(&path);
        let mut file = file.map_err(|error| at(&path, &error))?;
        let found = file.metadata()?.len();
        if found < bytes {
            let text = format!("{found} bytes, and the journal has {bytes}");
            return Err(at(&path, &io::Error::new(io::ErrorKind::InvalidData, text)));
        }
        file.set_len(bytes)?;
        file.seek(io::SeekFrom::End(0))?;
        Ok(Self { file: BufWriter::new(file), bytes })
    }

    pub(crate) fn push(&mut self, file: &str, at: Position, error: &str) -> io::Result<()> {
        let mut line =
            serde_json::to_vec(&Line { file, offset: at.offset, offset_in_member: at.inside, error })?;
        line.push(b'\n');
        self.bytes += line.len() as u64;
        self.file.write_all(&line)
    }

    /// Puts it on the disk. Its length in bytes.
    pub(crate) fn sync(&mut self) -> io::Result<u64> {
        self.file.flush()?;
        self.file.get_ref().sync_data()?;
        Ok(self.bytes)
    }
}

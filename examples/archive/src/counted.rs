//! A file in, its bytes out, and how many were taken.

use crate::watched::Watched;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};

const BUFFER: usize = 64 << 10;

#[derive(Debug)]
pub(crate) struct Counted {
    file: BufReader<Watched>,
    at: u64,
}

impl Counted {
    /// The bytes of `file` from `at` on.
    pub(crate) fn from(file: Watched, at: u64) -> io::Result<Self> {
        let mut counted = Self { file: BufReader::with_capacity(BUFFER, file), at: 0 };
        counted.seek_to(at)?;
        Ok(counted)
    }

    /// The byte of the file that comes next.
    pub(crate) fn at(&self) -> u64 {
        self.at
    }

    pub(crate) fn seek_to(&mut self, at: u64) -> io::Result<()> {
        self.at = self.file.seek(SeekFrom::Start(at))?;
        Ok(())
    }
}

impl Read for Counted {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(into)?;
        self.at += read as u64;
        Ok(read)
    }
}

impl BufRead for Counted {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.file.fill_buf()
    }

    fn consume(&mut self, bytes: usize) {
        self.file.consume(bytes);
        self.at += bytes as u64;
    }
}

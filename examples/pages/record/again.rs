//! A source, and before it what was read of it and is to be read once more.

use std::io::{self, BufRead, Cursor, Read};

/// What was read too far, then the archive.
#[derive(Debug)]
pub(super) struct Again<R> {
    pub(super) given_back: Cursor<Vec<u8>>,
    pub(super) source: R,
    /// Bytes that were taken of the source.
    pub(super) taken: u64,
}

impl<R> Again<R> {
    pub(super) fn left(&self) -> &[u8] {
        let at = usize::try_from(self.given_back.position()).unwrap_or(usize::MAX);
        self.given_back.get_ref().get(at..).unwrap_or_default()
    }
}

impl<R: BufRead> Read for Again<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if !self.left().is_empty() {
            return self.given_back.read(into);
        }
        let read = self.source.read(into)?;
        self.taken += read as u64;
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Again<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left().is_empty() { self.source.fill_buf() } else { self.given_back.fill_buf() }
    }

    fn consume(&mut self, bytes: usize) {
        if self.left().is_empty() {
            self.source.consume(bytes);
            self.taken += bytes as u64;
        } else {
            self.given_back.consume(bytes);
        }
    }
}

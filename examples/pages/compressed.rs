//! Bytes in, the same or what they were before gzip or zstd out, told by their first bytes and not by a name.
//! `flate2` with `miniz_oxide` and `ruzstd` are Rust throughout, so that no C compiler is needed.

use super::kind::LEAST_HEAD;
use super::zstd::Frames;
use flate2::bufread::MultiGzDecoder;
use std::io::{self, BufRead, BufReader, Cursor, Read};

const BUFFER: usize = 64 << 10;

/// What is behind the compression, and its first bytes, which it still has.
pub(crate) struct Opened {
    pub(crate) head: Vec<u8>,
    pub(crate) rest: Box<dyn BufRead>,
}

/// Takes one layer of compression off.
pub(crate) fn opened(source: impl Read + 'static) -> io::Result<Opened> {
    let Opened { head, rest } = looked_at(Box::new(BufReader::with_capacity(BUFFER, source)))?;
    if head.starts_with(b"\x1F\x8B") {
        looked_at(Box::new(BufReader::with_capacity(BUFFER, MultiGzDecoder::new(rest))))
    } else if head.starts_with(b"\x28\xB5\x2F\xFD") {
        looked_at(Box::new(BufReader::with_capacity(BUFFER, Frames::new(rest))))
    } else {
        Ok(Opened { head, rest })
    }
}

/// Reads as much as is there, but so much that it can be told what it is: a stream may wait for its reader.
fn looked_at(mut rest: Box<dyn BufRead>) -> io::Result<Opened> {
    let mut head = Vec::new();
    while head.len() < LEAST_HEAD {
        let ready = rest.fill_buf()?;
        if ready.is_empty() {
            break;
        }
        head.extend_from_slice(ready);
        let read = ready.len();
        rest.consume(read);
    }
    Ok(Opened { rest: Box::new(Cursor::new(head.clone()).chain(rest)), head })
}

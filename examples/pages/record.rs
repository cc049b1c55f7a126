//! Bytes of a web archive in, its records out, each as its head and the bytes behind it. What pages they hold is
//! `warc`'s to tell.
//!
//! Records are framed by a head of the same form as HTTP's, so that `httparse` reads it. The crates for this are
//! not taken: `warc` gives no offsets, has no bound on what it keeps of a record, cannot go on behind a broken
//! one, and needs thirty others; `rust_warc` asks for as much memory as a record claims to be long.

mod again;

use again::Again;
use jiff::Timestamp;
use jiff::civil::DateTime;
use std::io::{self, BufRead, Cursor, Read};

/// Longest head of a record, and most fields in it.
const MAX_HEAD: usize = 64 << 10;
const MAX_FIELDS: usize = 128;

/// What the first line of every record starts with.
pub(crate) const MARK: &[u8] = b"WARC/";

/// What the head of a record says.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Head {
    pub(crate) kind: String,
    pub(crate) content_type: String,
    pub(crate) url: Option<String>,
    /// In China's time.
    pub(crate) fetched: Option<DateTime>,
    pub(crate) bytes: u64,
}

/// A record whose content was wanted, or one that was passed over.
#[derive(Debug)]
pub(crate) enum Record {
    Read(Head, Vec<u8>),
    Passed(Head),
}

/// Records one after the other.
#[derive(Debug)]
pub(crate) struct Records<R> {
    source: Again<R>,
    /// Longest content that is kept, in bytes.
    most: u64,
    /// Bytes that were given once more so far.
    again: u64,
}

/// How often a byte may be given once more, on average: records that claim to be long cost no more than so many
/// that are.
const MOST_AGAIN: u64 = 16;

/// What stands where a record has swallowed another.
const SWALLOWED: &[u8] = b"\nWARC/1.";

/// Line breaks behind a record that are looked at; where more stand, it has ended.
const MAX_BREAKS: usize = 64 << 10;

impl<R: BufRead> Records<R> {
    /// Those of `source`, of at most `most` bytes each.
    pub(crate) fn new(source: R, most: u64) -> Self {
        Self { source: Again { given_back: Cursor::default(), source, taken: 0 }, most, again: 0 }
    }

    pub(crate) fn source(&self) -> &R {
        &self.source.source
    }

    pub(crate) fn source_mut(&mut self) -> &mut R {
        &mut self.source.source
    }

    /// Bytes of the source that were read and will be given once more.
    pub(crate) fn ahead(&self) -> u64 {
        self.source.left().len() as u64
    }

    /// The next record, or what is wrong with it in words; `None` at the end. Of those that are not `wanted` the
    /// content is passed over.
    ///
    /// # Errors
    /// Where the source cannot be read.
    pub(crate) fn next(
        &mut self,
        wanted: impl Fn(&Head) -> bool,
    ) -> io::Result<Option<Result<Record, String>>> {
        let bytes = match self.head_bytes()? {
            Ok(bytes) => bytes,
            Err(0) => return Ok(None),
            Err(strange) => return Ok(Some(Err(format!("{strange} bytes that are no record")))),
        };
        let head = match head(&bytes) {
            Ok(head) => head,
            Err(reason) => {
                self.pass_blank()?;
                return Ok(Some(Err(reason)));
            }
        };
        let is_wanted = wanted(&head);
        if head.bytes > self.most {
            return self.pass_long(head, is_wanted).map(Some);
        }
        let mut content = Vec::new();
        (&mut self.source).take(head.bytes).read_to_end(&mut content)?;
        let read = content.len() as u64;
        let is_cut = read < head.bytes;
        let breaks = if is_cut { Some(Vec::new()) } else { self.breaks()? };
        let mark = memchr::memmem::find(&content, SWALLOWED).map(|at| at + 1);
        let (Some(breaks), Some(mark)) = (&breaks, mark) else {
            return Ok(Some(if is_cut {
                Err(cut(read, &head))
            } else {
                Ok(record(head, content, is_wanted))
            }));
        };
        Ok(Some(if self.give_back(&content[mark..], breaks) {
            Err(cut(mark as u64, &head))
        } else if is_cut {
            Err(cut(read, &head))
        } else {
            Ok(record(head, content, is_wanted))
        }))
    }

    /// Passes over a record that is too long to be kept. One that holds what looks like another, and that does not
    /// end as records do, has swallowed that: it is given back. So is one that goes on for longer than what can be
    /// kept of it.
    fn pass_long(&mut self, head: Head, is_wanted: bool) -> io::Result<Result<Record, String>> {
        let mut read = 0;
        // The last bytes of what was read, among which a mark may have begun; then all from the mark on.
        let mut kept = Vec::new();
        let mut mark = None;
        while read < head.bytes && (kept.len() as u64) < self.most {
            let ready = self.source.fill_buf()?;
            let left = usize::try_from(head.bytes - read).unwrap_or(usize::MAX);
            let ready = &ready[..ready.len().min(left)];
            if ready.is_empty() {
                break;
            }
            kept.extend_from_slice(ready);
            let bytes = ready.len();
            self.source.consume(bytes);
            read += bytes as u64;
            if mark.is_none() {
                let at = memchr::memmem::find(&kept, SWALLOWED).map(|at| at + 1);
                mark = at.map(|at| read - (kept.len() - at) as u64);
                kept.drain(..at.unwrap_or_else(|| kept.len().saturating_sub(SWALLOWED.len() - 1)));
            }
        }
        let is_whole = read == head.bytes;
        let breaks = if is_whole { self.breaks()? } else { Some(Vec::new()) };
        if let (Some(breaks), Some(mark)) = (breaks, mark)
            && self.give_back(&kept, &breaks)
        {
            return Ok(Err(cut(mark, &head)));
        }
        drop(kept);
        read += io::copy(&mut (&mut self.source).take(head.bytes - read), &mut io::sink())?;
        self.pass_blank()?;
        Ok(match head.bytes {
            bytes if read < bytes => Err(cut(read, &head)),
            bytes if is_wanted => Err(format!("record of {bytes} bytes")),
            _ => Ok(Record::Passed(head)),
        })
    }

    /// The next record's head without its version; else how many bytes stand before one, or before the end.
    fn head_bytes(&mut self) -> io::Result<Result<Vec<u8>, usize>> {
        let mut line = Vec::new();
        let mut strange = 0;
        loop {
            line.clear();
            let read = (&mut self.source).take(MAX_HEAD as u64).read_until(b'\n', &mut line)?;
            if read == 0 {
                return Ok(Err(strange));
            }
            if line.starts_with(MARK) {
                break;
            }
            strange += if line.trim_ascii().is_empty() { 0 } else { read };
        }
        if strange > 0 {
            line.extend_from_slice(self.source.left());
            self.source.given_back = Cursor::new(line);
            return Ok(Err(strange));
        }
        let mut head = Vec::new();
        while !line.trim_ascii().is_empty() && head.len() <= MAX_HEAD {
            line.clear();
            if (&mut self.source).take(MAX_HEAD as u64).read_until(b'\n', &mut line)? == 0 {
                break;
            }
            head.extend_from_slice(&line);
        }
        Ok(Ok(head))
    }

    /// Passes over the line breaks behind a record. `None` where another record comes then, or nothing; else the
    /// line breaks.
    fn breaks(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut breaks = Vec::new();
        loop {
            let ready = self.source.fill_buf()?;
            let blank = ready.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
            if blank == 0 {
                let is_end = ready.is_empty() || ready.starts_with(&MARK[..MARK.len().min(ready.len())]);
                return Ok((!is_end).then_some(breaks));
            }
            breaks.extend_from_slice(&ready[..blank]);
            self.source.consume(blank);
            if breaks.len() > MAX_BREAKS {
                self.pass_blank()?;
                return Ok(None);
            }
        }
    }

    fn pass_blank(&mut self) -> io::Result<()> {
        loop {
            let ready = self.source.fill_buf()?;
            let blank = ready.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
            if blank == 0 {
                return Ok(());
            }
            self.source.consume(blank);
        }
    }

    /// Has `content`, and the line breaks behind it, read once more. False where too much was already.
    fn give_back(&mut self, content: &[u8], breaks: &[u8]) -> bool {
        let given = [content, breaks, self.source.left()].concat();
        let again = self.again + given.len() as u64;
        if again > MOST_AGAIN * (self.source.taken + self.most) {
            return false;
        }
        self.again = again;
        self.source.given_back = Cursor::new(given);
        true
    }
}

fn record(head: Head, content: Vec<u8>, is_wanted: bool) -> Record {
    if is_wanted { Record::Read(head, content) } else { Record::Passed(head) }
}

/// What is said of a record that has `own` bytes.
fn cut(own: u64, head: &Head) -> String {
    format!("record: cut off, {own} bytes of {}", head.bytes)
}

fn head(head: &[u8]) -> Result<Head, String> {
    let mut fields = [httparse::EMPTY_HEADER; MAX_FIELDS];
    let parsed = httparse::parse_headers(head, &mut fields).map_err(|error| format!("record: {error}"))?;
    let httparse::Status::Complete((_, fields)) = parsed else {
        return Err("record: cut off in its head".to_owned());
    };
    let field = |name: &str| {
        let found = fields.iter().find(|field| field.name.eq_ignore_ascii_case(name));
        found.map(|field| String::from_utf8_lossy(field.value).trim().to_owned())
    };
    let bytes = field("content-length").ok_or("record: no Content-Length")?;
    Ok(Head {
        kind: field("warc-type").unwrap_or_default().to_ascii_lowercase(),
        content_type: field("content-type").unwrap_or_default().to_ascii_lowercase(),
        // WARC 1.0 shows addresses in angle brackets in its grammar, and some tools write them.
        url: field("warc-target-uri").map(|url| url.trim_matches(['<', '>']).to_owned()),
        fetched: field("warc-date").as_deref().and_then(chinese_time),
        bytes: bytes.parse().map_err(|_| format!("record: Content-Length {bytes} is no number"))?,
    })
}

/// An instant as clocks in China show it, as those of the pages do.
fn chinese_time(instant: &str) -> Option<DateTime> {
    let instant: Timestamp = instant.parse().ok()?;
    Some(zhengwen::CHINA.to_datetime(instant))
}

#[cfg(test)]
mod tests;

//! Bytes of a web archive in, its records out, each as its head and the bytes behind it. What pages they hold is
//! `warc`'s to tell.
//!
//! Records are framed by a head of the same form as HTTP's, so that `httparse` reads it. The crates for this are
//! not taken: `warc` gives no offsets, has no bound on what it keeps of a record, cannot go on behind a broken
//! one, and needs thirty others; `rust_warc` asks for as much memory as a record claims to be long.

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
    /// Bytes that may still be read twice, as many as were read once and [`Self::most`]: records that claim to be
    /// long cost no more than those that are.
    again: u64,
}

impl<R: BufRead> Records<R> {
    /// Those of `source`, of at most `most` bytes each.
    pub(crate) fn new(source: R, most: u64) -> Self {
        Self { source: Again { given_back: Cursor::default(), source }, most, again: most }
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
            let read = io::copy(&mut (&mut self.source).take(head.bytes), &mut io::sink())?;
            self.pass_blank()?;
            return Ok(Some(match head.bytes {
                bytes if read < bytes => Err(format!("record: cut off, {read} bytes of {bytes}")),
                bytes if is_wanted => Err(format!("record of {bytes} bytes")),
                _ => Ok(Record::Passed(head)),
            }));
        }
        let mut content = Vec::new();
        (&mut self.source).take(head.bytes).read_to_end(&mut content)?;
        self.again += content.len() as u64;
        let whole = |content| {
            if is_wanted { Record::Read(head.clone(), content) } else { Record::Passed(head.clone()) }
        };
        let is_cut = (content.len() as u64) < head.bytes;
        if !is_cut && self.is_ended()? {
            return Ok(Some(Ok(whole(content))));
        }
        let read = content.len();
        match self.give_back(content) {
            Ok(own) => Ok(Some(Err(format!("record: cut off, {own} bytes of {}", head.bytes)))),
            Err(_) if is_cut => Ok(Some(Err(format!("record: cut off, {read} bytes of {}", head.bytes)))),
            Err(content) => Ok(Some(Ok(whole(content)))),
        }
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

    /// Passes over the line breaks behind a record. True where another record comes then, or nothing.
    fn is_ended(&mut self) -> io::Result<bool> {
        self.pass_blank()?;
        let next = self.source.fill_buf()?;
        Ok(next.is_empty() || next.starts_with(&MARK[..MARK.len().min(next.len())]))
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

    /// Where a record has swallowed another, gives that back to be read, and says how many bytes stood before it;
    /// else the record as it was.
    fn give_back(&mut self, mut content: Vec<u8>) -> Result<usize, Vec<u8>> {
        let Some(at) = memchr::memmem::find(&content, b"\nWARC/1.").map(|at| at + 1) else {
            return Err(content);
        };
        let rest = (content.len() - at) as u64 + self.ahead();
        let Some(again) = self.again.checked_sub(rest) else { return Err(content) };
        self.again = again;
        content.drain(..at);
        content.extend_from_slice(self.source.left());
        self.source.given_back = Cursor::new(content);
        Ok(at)
    }
}

/// What was read too far, then the archive.
#[derive(Debug)]
struct Again<R> {
    given_back: Cursor<Vec<u8>>,
    source: R,
}

impl<R> Again<R> {
    fn left(&self) -> &[u8] {
        let at = usize::try_from(self.given_back.position()).unwrap_or(usize::MAX);
        self.given_back.get_ref().get(at..).unwrap_or_default()
    }
}

impl<R: BufRead> Read for Again<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.left().is_empty() { self.source.read(into) } else { self.given_back.read(into) }
    }
}

impl<R: BufRead> BufRead for Again<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left().is_empty() { self.source.fill_buf() } else { self.given_back.fill_buf() }
    }

    fn consume(&mut self, bytes: usize) {
        if self.left().is_empty() { self.source.consume(bytes) } else { self.given_back.consume(bytes) }
    }
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
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_whatever_case_its_names_have() {
        let head = head(b"warc-type: response\r\nCONTENT-LENGTH: 12\r\nWARC-Target-URI: <http://a/>\r\n\r\n");
        let head = head.expect("it is a head");
        assert_eq!(
            (head.kind.as_str(), head.bytes, head.url.as_deref()),
            ("response", 12, Some("http://a/"))
        );
    }

    #[test]
    fn heads_that_claim_nothing_or_nonsense_are_errors() {
        assert!(head(b"WARC-Type: response\r\n\r\n").is_err());
        assert!(head(b"Content-Length: many\r\n\r\n").is_err());
    }

    #[test]
    fn bytes_between_records_are_told_and_cost_none() {
        let record = "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n";
        let archive = format!("what\r\never\r\n{record}{record}and more");
        let mut records = Records::new(archive.as_bytes(), 1 << 20);
        let mut read = Vec::new();
        while let Some(record) = records.next(|_| true).expect("memory can be read") {
            read.push(record.is_ok());
        }
        assert_eq!(read, [false, true, true, false]);
    }

    #[test]
    fn a_record_that_is_shorter_than_it_claims_loses_no_other() {
        let record = |claimed: usize, content: &str| {
            format!("WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: {claimed}\r\n\r\n{content}\r\n\r\n")
        };
        let archive = record(90, "short") + &record(1000, "shorter") + &record(3, "abc");
        let mut records = Records::new(archive.as_bytes(), 1 << 20);
        let mut read = Vec::new();
        while let Some(record) = records.next(|_| true).expect("memory can be read") {
            read.push(record.map(|record| match record {
                Record::Read(_, content) => String::from_utf8_lossy(&content).into_owned(),
                Record::Passed(_) => "passed".to_owned(),
            }));
        }
        assert!(read[..2].iter().all(Result::is_err), "{read:?}");
        assert_eq!(read[2..], [Ok("abc".to_owned())], "{read:?}");
    }
}

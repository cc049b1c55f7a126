//! A web archive in, its pages out: responses and resources (WARC), and text that somebody stripped out of them
//! (conversions, WET).
//!
//! Records are framed by a head of the same form as HTTP's, so that `httparse` reads it. The crates for this are
//! not taken: `warc` needs thirty others, `rust_warc` asks for as much memory as a record claims to be long.

use super::http::response;
use super::page::{Content, Found, MAX_BYTES, Page};
use super::read::{Input, Reading};
use jiff::Timestamp;
use jiff::civil::DateTime;
use std::io::{self, BufRead, Read};
use std::ops::ControlFlow;
use std::path::Path;
use zhengwen::Form;

/// Longest head of a record, and most fields in it.
const MAX_HEAD: usize = 64 << 10;
const MAX_FIELDS: usize = 128;

/// What the head of a record says.
#[derive(Debug, Default, PartialEq)]
struct Record {
    kind: String,
    content_type: String,
    url: Option<String>,
    fetched: Option<DateTime>,
    bytes: u64,
}

pub(crate) fn pages(
    path: &Path,
    mut source: impl BufRead,
    reading: &Reading,
    each: &mut dyn FnMut(Found) -> ControlFlow<()>,
) -> io::Result<ControlFlow<()>> {
    let mut is_empty = true;
    let mut is_other = false;
    for nth in 1.. {
        let Some(head) = head(&mut source)? else { break };
        let found = match record(&head) {
            Ok(record) => {
                is_other |= is_other_input(&record, reading.input);
                page(path, nth, &record, &mut source, reading.input)?
            }
            Err(reason) => Err(reason),
        };
        let found = match found {
            Ok(None) => continue,
            Ok(Some(page)) => Found::Page(page),
            Err(reason) => {
                let Page { id, .. } = Page::of_container(path, nth, Content::Bytes(Vec::new()), None);
                Found::Failed { id, reason }
            }
        };
        is_empty = false;
        if each(found).is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
    if is_empty && is_other {
        return Ok(each(Found::failed(path, "its pages are of the other kind: --input auto reads them")));
    }
    Ok(ControlFlow::Continue(()))
}

/// True for what holds pages, but not of the kind that was asked for.
fn is_other_input(record: &Record, input: Input) -> bool {
    match record.kind.as_str() {
        "response" | "resource" => input == Input::Wet,
        "conversion" => input == Input::Warc,
        _ => false,
    }
}

/// The next record's head without its version, whatever stands before it; `None` at the end.
fn head(source: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    let mut head = None::<Vec<u8>>;
    loop {
        line.clear();
        if (&mut *source).take(MAX_HEAD as u64).read_until(b'\n', &mut line)? == 0 {
            return Ok(head);
        }
        match &mut head {
            None if line.starts_with(b"WARC/") => head = Some(Vec::new()),
            None => {}
            Some(head) => {
                head.extend_from_slice(&line);
                if line.trim_ascii().is_empty() || head.len() > MAX_HEAD {
                    break;
                }
            }
        }
    }
    Ok(head)
}

fn record(head: &[u8]) -> Result<Record, String> {
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
    Ok(Record {
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

/// The page of a record; `None` where it holds none. What is not read of it is passed over.
fn page(
    path: &Path,
    nth: usize,
    record: &Record,
    source: &mut impl BufRead,
    input: Input,
) -> io::Result<Result<Option<Page>, String>> {
    let mut content = source.take(record.bytes);
    let holds_page = matches!(record.kind.as_str(), "response" | "resource" | "conversion");
    let is_wanted = holds_page && !is_other_input(record, input);
    if !is_wanted || record.bytes > 2 * MAX_BYTES as u64 {
        io::copy(&mut content, &mut io::sink())?;
        return Ok(if is_wanted { Err(format!("record of {} bytes", record.bytes)) } else { Ok(None) });
    }
    let mut bytes = Vec::new();
    content.read_to_end(&mut bytes)?;
    if (bytes.len() as u64) < record.bytes {
        return Ok(Err(format!("record: cut off, {} bytes of {}", bytes.len(), record.bytes)));
    }
    let found = match record.kind.as_str() {
        // UTF-8 by the standard of WET.
        "conversion" => Ok(Some(Page::of_container(path, nth, Content::Bytes(bytes), Some(Form::Dump)))),
        "response" if record.content_type.starts_with("application/http") => of_response(path, nth, &bytes),
        _ => Ok(of_type(&record.content_type).ok().map(|form| {
            let content_type = Some(record.content_type.clone());
            Page { content_type, ..Page::of_container(path, nth, Content::Bytes(bytes), form) }
        })),
    };
    Ok(found.map(|page| page.map(|page| Page { url: record.url.clone(), fetched: record.fetched, ..page })))
}

/// What a redirect or a picture says is no page.
fn of_response(path: &Path, nth: usize, bytes: &[u8]) -> Result<Option<Page>, String> {
    let response = response(bytes)?;
    let content_type = response.content_type.as_deref().unwrap_or_default().to_ascii_lowercase();
    let Ok(form) = of_type(&content_type) else { return Ok(None) };
    if (300..400).contains(&response.status) {
        return Ok(None);
    }
    let page = Page::of_container(path, nth, Content::Bytes(response.body), form);
    Ok(Some(Page { content_type: response.content_type, ..page }))
}

/// A media type that no page has.
struct NoPage;

/// What pages of a media type are, where it says that.
fn of_type(content_type: &str) -> Result<Option<Form>, NoPage> {
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    match essence {
        "text/html" | "application/xhtml+xml" => Ok(Some(Form::Html)),
        // A dump, or a page that its server takes for text.
        "text/plain" | "" => Ok(None),
        _ => Err(NoPage),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_whatever_case_its_names_have() {
        let record =
            record(b"warc-type: response\r\nCONTENT-LENGTH: 12\r\nWARC-Target-URI: <http://a/>\r\n\r\n");
        let record = record.expect("it is a head");
        assert_eq!(
            (record.kind.as_str(), record.bytes, record.url.as_deref()),
            ("response", 12, Some("http://a/"))
        );
    }

    #[test]
    fn heads_that_claim_nothing_or_nonsense_are_errors() {
        assert!(record(b"WARC-Type: response\r\n\r\n").is_err());
        assert!(record(b"Content-Length: many\r\n\r\n").is_err());
    }
}

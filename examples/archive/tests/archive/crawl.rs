//! Pages in, the records of a crawl out, as Common Crawl lays them out: a `warcinfo` first, then for each page its
//! request, its response and what was found out of it, each in a gzip member of its own.

use flate2::Compression;
use flate2::write::GzEncoder;
use std::fmt::Write as _;
use std::io::Write as _;

const DATE: &str = "2024-03-21T02:20:00Z";
const CRAWL: &str = "<urn:uuid:00000000-0000-4000-8000-00000000c0de>";

/// Names and values in order, as the head of a record or a response has them.
type Fields<'a> = [(&'a str, &'a str)];

fn id(kind: u64, nth: u64) -> String {
    format!("<urn:uuid:{kind:08x}-0000-4000-8000-{nth:012x}>")
}

fn record(kind: &str, id: &str, content_type: &str, fields: &Fields, content: &[u8]) -> Vec<u8> {
    let mut head = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: {DATE}\r\nWARC-Record-ID: {id}\r\nContent-Length: {}\r\n\
         Content-Type: {content_type}\r\n",
        content.len()
    );
    for (name, value) in fields {
        let _ = write!(head, "{name}: {value}\r\n");
    }
    [head.as_bytes(), b"\r\n", content, b"\r\n\r\n"].concat()
}

/// What a crawl is.
pub(crate) fn warcinfo(file: &str) -> Vec<u8> {
    let content = "isPartOf: CRAWL-2024-12\r\npublisher: a crawl\r\ndescription: news pages\r\n\
        software: a crawler\r\nrobots: checked\r\nformat: WARC File Format 1.1\r\n\r\n";
    record("warcinfo", CRAWL, "application/warc-fields", &[("WARC-Filename", file)], content.as_bytes())
}

/// What was asked of a server.
pub(crate) fn request(nth: u64, url: &str) -> Vec<u8> {
    let path = url.splitn(4, '/').nth(3).unwrap_or_default();
    let http = format!("GET /{path} HTTP/1.1\r\nUser-Agent: crawler\r\nAccept-Encoding: gzip\r\n\r\n");
    let fields = [("WARC-Warcinfo-ID", CRAWL), ("WARC-IP-Address", "192.0.2.1"), ("WARC-Target-URI", url)];
    record("request", &id(1, nth), "application/http; msgtype=request", &fields, http.as_bytes())
}

/// What it answered: a status, the headers of the response, and its body; `more` is said of the record.
pub(crate) fn response(
    nth: u64,
    url: &str,
    status: &str,
    headers: &Fields,
    body: &[u8],
    more: &Fields,
) -> Vec<u8> {
    let mut http = format!("HTTP/1.1 {status}\r\n");
    for (name, value) in headers {
        let _ = write!(http, "{name}: {value}\r\n");
    }
    let (request, content) = (id(1, nth), [http.as_bytes(), b"\r\n", body].concat());
    let fields = [
        ("WARC-Warcinfo-ID", CRAWL),
        ("WARC-Concurrent-To", &request),
        ("WARC-IP-Address", "192.0.2.1"),
        ("WARC-Target-URI", url),
        ("WARC-Identified-Payload-Type", "text/html"),
    ];
    let fields = [&fields, more].concat();
    record("response", &id(2, nth), "application/http; msgtype=response", &fields, &content)
}

/// A page as Common Crawl keeps it: unpacked, with what was unpacked said in headers of other names.
pub(crate) fn page(nth: u64, url: &str, content_type: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len().to_string();
    let headers = [
        ("Date", "Thu, 21 Mar 2024 02:20:00 GMT"),
        ("Content-Type", content_type),
        ("X-Crawl-Transfer-Encoding", "chunked"),
        ("X-Crawl-Content-Encoding", "gzip"),
        ("Content-Length", &length),
    ];
    response(nth, url, "200 OK", &headers, body, &[])
}

/// What was found out of a page.
pub(crate) fn metadata(nth: u64, url: &str) -> Vec<u8> {
    let content = "fetchTimeMs: 210\r\ncharset-detected: UTF-8\r\n\
        languages-cld2: {\"reliable\":true,\"languages\":[{\"code\":\"zh\",\"text-covered\":0.99}]}\r\n\r\n";
    let response = id(2, nth);
    let fields = [("WARC-Warcinfo-ID", CRAWL), ("WARC-Concurrent-To", &response), ("WARC-Target-URI", url)];
    record("metadata", &id(3, nth), "application/warc-fields", &fields, content.as_bytes())
}

/// The text of a page, as WET has it.
pub(crate) fn conversion(nth: u64, url: &str, text: &str) -> Vec<u8> {
    let response = id(2, nth);
    let fields = [
        ("WARC-Target-URI", url),
        ("WARC-Refers-To", &response),
        ("WARC-Identified-Content-Language", "zho"),
    ];
    record("conversion", &id(4, nth), "text/plain", &fields, text.as_bytes())
}

pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("memory takes all")
}

/// A body in chunks.
pub(crate) fn chunked(body: &[u8]) -> Vec<u8> {
    let mut chunks = Vec::new();
    for chunk in body.chunks(700) {
        chunks.extend_from_slice(format!("{:x}\r\n", chunk.len()).as_bytes());
        chunks.extend_from_slice(chunk);
        chunks.extend_from_slice(b"\r\n");
    }
    chunks.extend_from_slice(b"0\r\n\r\n");
    chunks
}

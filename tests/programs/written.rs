//! Pages as portals write them, their dumps, and the containers that crawlers put them in.

use flate2::Compression;
use flate2::write::GzEncoder;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use serde_json::json;
use std::fmt::Write as _;
use std::io::Write as _;

const SENTENCE: &str = "南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。";

/// Page `nth`, with more paragraphs than the one before.
pub(crate) fn page(nth: usize) -> String {
    let url = url(nth);
    let mut page = format!(
        "<html><head><meta charset=utf-8><title>春耕第{nth}天_新村网</title><link rel=canonical href={url}></head>\
         <body><ul><li><a href=/>首页</a><li><a href=/x>新闻</a></ul><h1>春耕第{nth}天</h1>\
         <p>2024-03-21 10:20 来源：新村日报 记者：李大同</p>"
    );
    for paragraph in paragraphs(nth) {
        let _ = write!(page, "<p>{paragraph}</p>");
    }
    page + "<p>责任编辑：赵晓</p><p><a href=/>更多新闻</a></p></body></html>"
}

/// One whose line of JSON is far over what a pipe takes at once.
pub(crate) fn long_page(nth: usize) -> String {
    let mut page = format!("<html><head><title>春耕第{nth}天</title></head><body><h1>春耕第{nth}天</h1>");
    for paragraph in 0..800 {
        let _ = write!(page, "<p>第{nth}天第{paragraph}段，{SENTENCE}</p>");
    }
    page + "</body></html>"
}

/// Page `nth` as somebody copied its text.
pub(crate) fn dump(nth: usize) -> String {
    let body: Vec<String> = paragraphs(nth).collect();
    format!(
        "首页\n新闻\n春耕第{nth}天\n2024-03-21 10:20 来源：新村日报 记者：李大同\n{}\n责任编辑：赵晓\n",
        body.join("\n")
    )
}

fn paragraphs(nth: usize) -> impl Iterator<Item = String> {
    (0..2 + nth % 7).map(move |paragraph| format!("第{nth}天第{paragraph}段，{SENTENCE}{SENTENCE}"))
}

pub(crate) fn url(nth: usize) -> String {
    format!("https://news.example/2024/{nth}.html")
}

pub(crate) fn json_lines(pages: impl Iterator<Item = usize>) -> Vec<u8> {
    let lines = pages.map(|nth| format!("{}\n", json!({"url": url(nth), "status": 200, "html": page(nth)})));
    lines.collect::<String>().into_bytes()
}

/// A record of a web archive.
pub(crate) fn record(kind: &str, content_type: &str, url: &str, content: &[u8]) -> Vec<u8> {
    let length = content.len();
    let head = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Type: {content_type}\r\n\
         Content-Length: {length}\r\n\r\n"
    );
    [head.as_bytes(), content, b"\r\n\r\n"].concat()
}

pub(crate) fn response(nth: usize) -> Vec<u8> {
    let http = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{}", page(nth));
    record("response", "application/http; msgtype=response", &url(nth), http.as_bytes())
}

/// The records of a crawl: what it is, then for each page the request, the response, and a picture.
pub(crate) fn warc(pages: impl Iterator<Item = usize>) -> Vec<Vec<u8>> {
    let mut records = vec![record("warcinfo", "application/warc-fields", "", b"software: a crawler\r\n")];
    for nth in pages {
        records.push(record(
            "request",
            "application/http; msgtype=request",
            &url(nth),
            b"GET / HTTP/1.1\r\n\r\n",
        ));
        records.push(response(nth));
        let picture = b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG";
        records.push(record(
            "response",
            "application/http; msgtype=response",
            "https://news.example/1.png",
            picture,
        ));
        let moved = b"HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\nLocation: /\r\n\r\n<p>moved</p>";
        records.push(record(
            "response",
            "application/http; msgtype=response",
            "https://news.example/",
            moved,
        ));
    }
    records
}

pub(crate) fn wet(pages: impl Iterator<Item = usize>) -> Vec<Vec<u8>> {
    pages.map(|nth| record("conversion", "text/plain", &url(nth), dump(nth).as_bytes())).collect()
}

pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("memory takes all")
}

pub(crate) fn zstd(bytes: &[u8]) -> Vec<u8> {
    compress_to_vec(bytes, CompressionLevel::Fastest)
}

//! A dump with a header of the tool that made it in, what the header says and the text below out: WET records,
//! front matter, the lines that readers set over a page.

use super::longest;
use crate::metadata::addresses::is_http;
use crate::page::Head;
use crate::text::start::start;
use crate::work::{Part, look};
use memchr::memmem;

/// Lines of a header that are read; a WET record has 11, front matter a tag a line.
const MOST_LINES: usize = 64;
/// Bytes of a header's line that are read.
const LINE_BYTES: usize = 2000;

/// What a key of a header says.
#[derive(Clone, Copy)]
enum Says {
    Address,
    Title,
    Declared(&'static str),
}

/// Keys in lower case: of WET records (WARC 1.1, ISO 28500), front matter of clippers and converters, and the lines
/// over a page of readers.
const KEYS: &[(&str, Says)] = &[
    ("warc-target-uri", Says::Address),
    ("url", Says::Address),
    ("url source", Says::Address),
    ("source", Says::Address),
    ("title", Says::Title),
    ("published time", Says::Declared("article:published_time")),
    ("published", Says::Declared("article:published_time")),
    ("date", Says::Declared("article:published_time")),
    ("author", Says::Declared("author")),
    ("sitename", Says::Declared("og:site_name")),
    ("description", Says::Declared("description")),
];

/// Takes the header of `text`, if it has one, into `head`; gives the text below it.
pub(super) fn read<'a>(text: &'a str, head: &mut Head) -> &'a str {
    let text = text.trim_start_matches(crate::text::space::is_blank);
    let split = warc(text).or_else(|| front_matter(text)).or_else(|| reader(text));
    let Some((header, below)) = split else { return text };
    look(Part::Lines, header.len());
    for line in header.lines().take(MOST_LINES) {
        note(line, head);
    }
    below
}

/// What the first line of a record begins with.
const WARC: &str = "WARC/1.";

/// `WARC/1.0`, lines of its header, and a blank line; of several records the first of a page, without those behind it.
fn warc(mut text: &str) -> Option<(&str, &str)> {
    while text.starts_with(WARC) {
        let (header, below) = until(text, str::is_empty)?;
        let next = memmem::find(below.as_bytes(), b"\nWARC/1.").map_or(below.len(), |at| at + 1);
        look(Part::Lines, next);
        let (content, behind) = below.split_at_checked(next)?;
        if is_of_page(header) || behind.is_empty() {
            return Some((header, content));
        }
        text = behind;
    }
    None
}

/// False for a record that tells of the archive.
fn is_of_page(header: &str) -> bool {
    let of_archive = ["warcinfo", "metadata", "request"];
    let types = header.lines().filter_map(|line| line.split_once(':'));
    let mut types = types.filter(|(key, _)| key.eq_ignore_ascii_case("warc-type"));
    types.all(|(_, kind)| !of_archive.iter().any(|other| kind.trim().eq_ignore_ascii_case(other)))
}

/// Lines between two of dashes, each with a key or below one.
fn front_matter(text: &str) -> Option<(&str, &str)> {
    let (dashes, rest) = text.split_once('\n')?;
    let (header, below) =
        (dashes.trim_end() == "---").then(|| until(rest, |line| line == "---")).flatten()?;
    let is_entry = |line: &str| {
        let key = line.split_once(':').map(|(key, _)| key);
        line.trim().is_empty()
            || line.starts_with([' ', '-', '#'])
            || key.is_some_and(|key| key.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b)))
    };
    header.lines().all(is_entry).then_some((header, below))
}

/// `Title: …` and lines with such keys over `Markdown Content:`.
fn reader(text: &str) -> Option<(&str, &str)> {
    let (header, below) =
        text.starts_with("Title: ").then(|| until(text, |line| line == "Markdown Content:")).flatten()?;
    let is_entry = |line: &str| line.trim().is_empty() || line.split_once(": ").is_some();
    header.lines().all(is_entry).then_some((header, below))
}

/// The lines of `text` over the first that ends a header, and what is below that one.
fn until(text: &str, ends: impl Fn(&str) -> bool) -> Option<(&str, &str)> {
    let mut at = 0;
    for line in text.split_inclusive('\n').take(MOST_LINES) {
        look(Part::Lines, line.len());
        if at > 0 && ends(line.trim_end()) {
            return Some((text.get(..at)?, text.get(at + line.len()..)?));
        }
        at += line.len();
    }
    None
}

fn note(line: &str, head: &mut Head) {
    let Some((key, value)) = line.split_once(':').filter(|_| line.len() <= LINE_BYTES) else { return };
    let value = value.trim().trim_matches('"');
    let Some((_, says)) = KEYS.iter().find(|(known, _)| known.eq_ignore_ascii_case(key.trim())) else {
        return;
    };
    match says {
        Says::Address if is_http(value) && head.address.is_none() => head.address = Some(value.to_owned()),
        Says::Title if !value.is_empty() && head.title.is_none() => {
            head.title = Some(start(value, longest::TITLE).to_owned());
        }
        Says::Declared(name) if !value.is_empty() => head.meta.push(((*name).to_owned(), value.to_owned())),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_records_clippers_and_readers_are_read() {
        let address = "https://news.example.com/a/1.html";
        for header in [
            "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://news.example.com/a/1.html\r\nContent-Length: 9\r\n\r\n",
            "---\ntitle: \"春耕开始\"\nsource: https://news.example.com/a/1.html\ntags:\n  - clippings\n---\n",
            "Title: 春耕开始\n\nURL Source: https://news.example.com/a/1.html\n\nMarkdown Content:\n",
        ] {
            let mut head = Head::default();
            assert_eq!(read(&format!("{header}正文。\n"), &mut head), "正文。\n", "{header}");
            assert_eq!(head.address.as_deref(), Some(address), "{header}");
            assert_eq!(head.title.as_deref(), (!header.starts_with("WARC")).then_some("春耕开始"));
        }
    }

    #[test]
    fn texts_that_begin_alike_have_no_header() {
        for text in [
            "Title: 春耕开始\n正文。",
            "---\n正文。\n---\n正文：完。",
            "WARC/1.0 是一种格式。",
            "title: a\n正文。",
            "",
        ] {
            let mut head = Head::default();
            assert_eq!(read(text, &mut head), text);
            assert_eq!(head, Head::default());
        }
    }
}

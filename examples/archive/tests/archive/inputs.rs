//! What it reads, and that everything it reads gives the same.

use crate::crawl::{self, gzip};
use crate::news::{self, Size};
use crate::program::{rows, run};
use arrow_array::{ArrayRef, LargeStringArray, RecordBatch, StringArray};
use parquet::arrow::ArrowWriter;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use serde_json::{Value, json};
use std::fs::{self, File};
use std::path::Path;
use std::sync::Arc;
use zhengwen::{Cleaner, Form};

const PAGES: u64 = 12;

fn page(nth: u64) -> String {
    news::page(nth, Size::SMALL, "utf-8")
}

fn records(nth: u64) -> [Vec<u8>; 3] {
    let url = news::url(nth);
    let page = crawl::page(nth, &url, "text/html; charset=utf-8", page(nth).as_bytes());
    [crawl::request(nth, &url), page, crawl::metadata(nth, &url)]
}

fn warc() -> Vec<Vec<u8>> {
    [crawl::warcinfo("crawl.warc.gz")].into_iter().chain((0..PAGES).flat_map(records)).collect()
}

fn json_lines() -> Vec<u8> {
    let lines = (0..PAGES).map(|nth| format!("{}\n", json!({"url": news::url(nth), "html": page(nth)})));
    lines.collect::<String>().into_bytes()
}

fn table(path: &Path, columns: Vec<(&str, ArrayRef)>) {
    let batch = RecordBatch::try_from_iter(columns).expect("columns are of one length");
    let file = File::create(path).expect("it can be made");
    let mut writer = ArrowWriter::try_new(file, batch.schema(), None).expect("it is a schema");
    writer.write(&batch).expect("it can be written");
    writer.close().expect("it can be written");
}

/// A row without what says where it was found.
fn article(mut row: Value) -> Value {
    for place in ["file", "offset", "offset_in_member"] {
        row.as_object_mut().expect("a row is an object").remove(place).expect("a row has a place");
    }
    row
}

/// What the library makes of a page, as a row without its place.
fn expected(text: &str, url: &str, form: Form) -> Value {
    let article = Cleaner::new().page(text).form(form).url(url).fetched(fetched()).clean();
    let article = article.expect("it is a page");
    let all = serde_json::to_value(&article).expect("it is JSON");
    let mut row = json!({
        "url": url,
        "fingerprint": article.fingerprint().cast_signed(),
        "near_fingerprint": null,
    });
    for key in [
        "title",
        "published",
        "source",
        "authors",
        "editors",
        "text",
        "blocks",
        "kind",
        "confidence",
        "language",
        "script",
    ] {
        row[key] = all[key].clone();
    }
    row
}

fn fetched() -> zhengwen::jiff::civil::DateTime {
    zhengwen::jiff::civil::date(2024, 3, 21).at(10, 20, 0, 0)
}

#[test]
fn all_inputs_give_the_articles_of_the_library_in_both_forms() {
    let folder = tempfile::tempdir().expect("it can be made");
    let at = |name: &str| folder.path().join(name);
    let write = |name: &str, bytes: Vec<u8>| fs::write(at(name), bytes).expect("it can be written");
    write("crawl.warc", warc().concat());
    write("crawl.warc.gz", warc().iter().flat_map(|record| gzip(record)).collect());
    write("whole.warc.gz", gzip(&warc().concat()));
    write("crawl.warc.zst", compress_to_vec(&warc().concat()[..], CompressionLevel::Fastest));
    write("crawl.jsonl", json_lines());
    write("crawl.jsonl.gz", gzip(&json_lines()));
    write("crawl.jsonl.zst", compress_to_vec(&json_lines()[..], CompressionLevel::Fastest));
    let urls = || Arc::new((0..PAGES).map(|nth| Some(news::url(nth))).collect::<StringArray>()) as ArrayRef;
    let pages = Arc::new((0..PAGES).map(|nth| Some(page(nth))).collect::<StringArray>());
    table(&at("crawl.parquet"), vec![("id", urls()), ("url", urls()), ("html", pages)]);
    let pages = Arc::new((0..PAGES).map(|nth| Some(page(nth))).collect::<LargeStringArray>());
    table(&at("other.parquet"), vec![("address", urls()), ("page", pages)]);

    let expected: Vec<Value> =
        (0..PAGES).map(|nth| expected(&page(nth), &news::url(nth), Form::Html)).collect();
    assert!(expected.iter().all(|row| row["kind"] == "article" && row["authors"][0] == "李大同"));
    assert!(expected.iter().any(|row| row["script"] == "traditional"));
    for (name, more) in [
        ("crawl.warc", &[][..]),
        ("crawl.warc.gz", &[]),
        ("whole.warc.gz", &[]),
        ("crawl.warc.zst", &[]),
        ("crawl.jsonl", &[]),
        ("crawl.jsonl.gz", &[]),
        ("crawl.jsonl.zst", &[]),
        ("crawl.parquet", &[]),
        ("other.parquet", &["--html-field", "page", "--url-field", "address"]),
    ] {
        for format in ["parquet", "jsonl"] {
            let output = at(&format!("{name}-{format}"));
            run(&[&at(name)], &output, &[more, &["--format", format, "--jobs", "3"]].concat());
            let found: Vec<Value> = rows(&output).into_iter().map(article).collect();
            assert_eq!(found, expected, "{name} as {format}");
        }
    }
}

#[test]
fn text_of_archives_is_read_as_dumps() {
    let folder = tempfile::tempdir().expect("it can be made");
    let dump = |nth| news::dump(nth, Size::SMALL);
    let records = (0..PAGES).map(|nth| gzip(&crawl::conversion(nth, &news::url(nth), &dump(nth))));
    let wet: Vec<u8> =
        [gzip(&crawl::warcinfo("crawl.wet.gz"))].into_iter().chain(records).flatten().collect();
    let input = folder.path().join("crawl.warc.wet.gz");
    fs::write(&input, wet).expect("it can be written");
    run(&[&input], &folder.path().join("out"), &[]);
    let found: Vec<Value> = rows(&folder.path().join("out")).into_iter().map(article).collect();
    let expected: Vec<Value> =
        (0..PAGES).map(|nth| expected(&dump(nth), &news::url(nth), Form::Dump)).collect();
    assert_eq!(found, expected);
    assert!(found.iter().all(|row| row["text"].as_str().is_some_and(|text| !text.contains("责任编辑"))));
}

#[test]
fn a_row_says_where_its_record_is() {
    let folder = tempfile::tempdir().expect("it can be made");
    let input = folder.path().join("crawl.warc.gz");
    let members: Vec<Vec<u8>> = warc().iter().map(|record| gzip(record)).collect();
    fs::write(&input, members.concat()).expect("it can be written");
    let output = folder.path().join("out");
    run(&[&input], &output, &[]);
    // The response is the second of three records for a page, behind the one for the crawl.
    let offset = |nth: usize| members[..2 + 3 * nth].iter().map(Vec::len).sum::<usize>();
    let found = rows(&output);
    assert_eq!(found.len() as u64, PAGES);
    for (nth, row) in found.iter().enumerate() {
        assert_eq!(row["file"], input.to_str().expect("it is text"));
        assert_eq!((&row["offset"], &row["offset_in_member"]), (&json!(offset(nth)), &json!(0)));
    }
    let whole = folder.path().join("whole.warc.gz");
    fs::write(&whole, gzip(&warc().concat())).expect("it can be written");
    let output = folder.path().join("whole");
    run(&[&whole], &output, &[]);
    let inside = |nth: usize| warc()[..2 + 3 * nth].iter().map(Vec::len).sum::<usize>();
    let found = rows(&output);
    assert_eq!(found.len() as u64, PAGES);
    for (nth, row) in found.iter().enumerate() {
        assert_eq!((&row["offset"], &row["offset_in_member"]), (&json!(0), &json!(inside(nth))));
    }
}

#[test]
fn bodies_in_chunks_in_gzip_and_in_gbk_are_read() {
    let folder = tempfile::tempdir().expect("it can be made");
    let (url, page) = (news::url(1), page(1));
    let gbk = news::page(1, Size::SMALL, "gb2312");
    let (gbk, _, _) = encoding_rs::GBK.encode(&gbk);
    let html = ("Content-Type", "text/html; charset=utf-8");
    let (chunked, packed) = (("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip"));
    let response =
        |nth, headers: &[(&str, &str)], body: &[u8]| crawl::response(nth, &url, "200 OK", headers, body, &[]);
    let records = [
        response(0, &[html], page.as_bytes()),
        response(1, &[html, chunked], &crawl::chunked(page.as_bytes())),
        response(2, &[html, packed], &gzip(page.as_bytes())),
        response(3, &[html, chunked, packed], &crawl::chunked(&gzip(page.as_bytes()))),
        // The header is kept, the body unpacked.
        response(4, &[html, chunked, packed], page.as_bytes()),
        response(5, &[("Content-Type", "text/html; charset=gbk")], &gbk),
        response(6, &[("Content-Type", "text/html")], &gbk),
    ];
    let input = folder.path().join("crawl.warc.gz");
    fs::write(&input, records.map(|record| gzip(&record)).concat()).expect("it can be written");
    run(&[&input], &folder.path().join("out"), &[]);
    let found: Vec<Value> = rows(&folder.path().join("out")).into_iter().map(article).collect();
    assert_eq!(found, vec![expected(&page, &url, Form::Html); 7]);
}

#[test]
fn what_is_no_page_is_passed_over() {
    let folder = tempfile::tempdir().expect("it can be made");
    let response = |nth, status, kind, body: &[u8]| {
        crawl::response(nth, "https://news.example/x", status, &[("Content-Type", kind)], body, &[])
    };
    let records = [
        response(0, "200 OK", "image/png", b"\x89PNG"),
        response(1, "301 Moved Permanently", "text/html", b"<p>moved</p>"),
        response(2, "304 Not Modified", "text/html", b""),
        crawl::page(3, &news::url(3), "text/html", page(3).as_bytes()),
    ];
    let input = folder.path().join("crawl.warc");
    fs::write(&input, records.concat()).expect("it can be written");
    let said = run(&[&input], &folder.path().join("out"), &[]);
    assert_eq!(rows(&folder.path().join("out")).len(), 1);
    assert!(said.contains("4 read: 1 rows") && said.contains("3 without a page, 0 failed"), "{said}");
}

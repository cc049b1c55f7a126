//! What cannot be read: it is listed with its place, and costs nothing else.

use crate::crawl::{self, gzip};
use crate::news::{self, Size};
use crate::program::{archive, errors, rows, run, said};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

fn record(nth: u64) -> Vec<u8> {
    crawl::page(nth, &news::url(nth), "text/html", news::page(nth, Size::SMALL, "utf-8").as_bytes())
}

/// The addresses of the rows, and the places of the errors.
fn read(input: &Path) -> (Vec<Value>, Vec<Value>) {
    let output = input.with_extension("out");
    run(&[input], &output, &[]);
    let urls = rows(&output).iter().map(|row| row["url"].clone()).collect();
    let file = input.to_str().expect("it is text");
    let errors = errors(&output);
    assert!(errors.iter().all(|error| error["file"] == file && error["error"] != ""), "{errors:?}");
    (urls, errors.iter().map(|error| error["offset"].clone()).collect())
}

fn urls(all: &[u64]) -> Vec<Value> {
    all.iter().map(|&nth| json!(news::url(nth))).collect()
}

fn written(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, bytes).expect("it can be written");
    path
}

/// The sum of the lengths of those before.
fn offset(members: &[Vec<u8>], nth: usize) -> Value {
    json!(members[..nth].iter().map(Vec::len).sum::<usize>())
}

#[test]
fn members_that_are_cut_off_or_broken_are_listed_and_the_others_read() {
    let folder = tempfile::tempdir().expect("it can be made");
    let mut members: Vec<Vec<u8>> = (0..6).map(|nth| gzip(&record(nth))).collect();
    let half = members[1].len() / 2;
    members[1].truncate(half);
    let middle = members[3].len() / 2;
    members[3][middle..middle + 8].fill(0xFF);
    let last = members[5].len();
    members[5].truncate(last - 20);
    let (found, broken) = read(&written(folder.path(), "a.warc.gz", &members.concat()));
    assert_eq!(found, urls(&[0, 2, 4]));
    assert_eq!(broken, [1, 3, 5].map(|nth| offset(&members, nth)));
}

#[test]
fn a_first_member_that_is_broken_costs_no_other() {
    let folder = tempfile::tempdir().expect("it can be made");
    let mut members: Vec<Vec<u8>> = (0..3).map(|nth| gzip(&record(nth))).collect();
    members[0].truncate(40);
    let (found, broken) = read(&written(folder.path(), "a.warc.gz", &members.concat()));
    assert_eq!((found, broken), (urls(&[1, 2]), vec![json!(0)]));
}

#[test]
fn bytes_between_members_are_listed() {
    let folder = tempfile::tempdir().expect("it can be made");
    let members = vec![gzip(&record(0)), vec![7; 300], gzip(&record(1))];
    let (found, broken) = read(&written(folder.path(), "a.warc.gz", &members.concat()));
    assert_eq!((found, broken), (urls(&[0, 1]), vec![offset(&members, 1)]));
}

#[test]
fn members_of_blanks_and_line_breaks_between_members_are_nothing() {
    let folder = tempfile::tempdir().expect("it can be made");
    let record = |nth| record(nth).strip_suffix(b"\r\n\r\n").expect("a record ends so").to_vec();
    let members =
        [gzip(&record(0)), gzip(b"\r\n\r\n"), gzip(b""), gzip(&record(1)), gzip(b"\r\n"), gzip(&record(2))];
    let (found, broken) = read(&written(folder.path(), "a.warc.gz", &members.concat()));
    assert_eq!((found, broken), (urls(&[0, 1, 2]), vec![]));
}

#[test]
fn a_request_that_is_cut_off_costs_no_response() {
    let folder = tempfile::tempdir().expect("it can be made");
    let mut request = crawl::request(1, &news::url(1));
    request.truncate(request.len() - 30);
    let records = [record(0), request, b"\r\n\r\n".to_vec(), record(1), b"what ever\r\n".to_vec(), record(2)];
    let (found, broken) = read(&written(folder.path(), "a.warc", &records.concat()));
    assert_eq!((found, broken), (urls(&[0, 1, 2]), vec![offset(&records, 1), offset(&records, 4)]));
}

#[test]
fn records_that_are_cut_off_are_listed_and_the_others_read() {
    let folder = tempfile::tempdir().expect("it can be made");
    let mut records: Vec<Vec<u8>> = (0..5).map(record).collect();
    let half = records[1].len() / 2;
    records[1].truncate(half);
    records[1].extend_from_slice(b"\r\n\r\n");
    records[3] = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\n\r\n\r\n".to_vec();
    let half = records[4].len() / 2;
    records[4].truncate(half);
    let expected = [1, 3, 4].map(|nth| offset(&records, nth));
    let (found, broken) = read(&written(folder.path(), "a.warc", &records.concat()));
    assert_eq!((&found, &broken[..]), (&urls(&[0, 2]), &expected[..]));
    let members: Vec<Vec<u8>> = records.iter().map(|record| gzip(record)).collect();
    let (found, broken) = read(&written(folder.path(), "a.warc.gz", &members.concat()));
    assert_eq!((found, broken), (urls(&[0, 2]), [1, 3, 4].map(|nth| offset(&members, nth)).to_vec()));
}

#[test]
fn bodies_that_the_crawler_cut_off_are_read_as_far_as_they_go() {
    let folder = tempfile::tempdir().expect("it can be made");
    let page = news::page(1, Size { links: 4, paragraphs: (40, 41) }, "utf-8");
    let html = ("Content-Type", "text/html");
    let cut = [("WARC-Truncated", "length")];
    let response = |nth, headers: &[(&str, &str)], body: &[u8]| {
        crawl::response(nth, &news::url(1), "200 OK", headers, &body[..body.len() / 2], &cut)
    };
    let records = [
        response(0, &[html], page.as_bytes()),
        response(1, &[html, ("Transfer-Encoding", "chunked")], &crawl::chunked(page.as_bytes())),
        response(2, &[html, ("Content-Encoding", "gzip")], &gzip(page.as_bytes())),
    ];
    let input = written(folder.path(), "a.warc.gz", &records.map(|record| gzip(&record)).concat());
    run(&[&input], &folder.path().join("out"), &[]);
    let rows = rows(&folder.path().join("out"));
    assert_eq!((rows.len(), errors(&folder.path().join("out")).len()), (3, 0));
    for row in rows {
        let text = row["text"].as_str().expect("it is text");
        assert!(text.chars().count() > 1000 && !text.contains("\r\n"), "{text}");
        assert_eq!(row["authors"], json!(["李大同"]));
    }
}

#[test]
fn lines_and_rows_without_a_page_are_listed() {
    let folder = tempfile::tempdir().expect("it can be made");
    let line =
        |nth| format!("{}\n", json!({"url": news::url(nth), "html": news::page(nth, Size::SMALL, "utf-8")}));
    let lines = [line(0), "{\"html\": \n".to_owned(), "\n".to_owned(), "{\"url\":1}\n".to_owned(), line(1)];
    let (found, broken) = read(&written(folder.path(), "a.jsonl", lines.concat().as_bytes()));
    let at = |nth: usize| json!(lines[..nth].iter().map(String::len).sum::<usize>());
    assert_eq!((found, broken), (urls(&[0, 1]), vec![at(1), at(3)]));
}

#[test]
fn bytes_that_are_no_text_and_pages_that_are_too_large_are_listed() {
    let folder = tempfile::tempdir().expect("it can be made");
    let page = |nth, body: &[u8]| crawl::page(nth, &news::url(nth), "text/html", body);
    let large = news::page(2, Size { links: 500, paragraphs: (3, 4) }, "utf-8");
    let records = [page(0, &[1; 500]), record(1), page(2, large.as_bytes())];
    let input = written(folder.path(), "a.warc", &records.concat());
    run(&[&input], &folder.path().join("out"), &["--max-page", "100K"]);
    assert_eq!(rows(&folder.path().join("out")).len(), 1);
    let errors = errors(&folder.path().join("out"));
    assert_eq!(errors.len(), 2, "{errors:?}");
    assert!(errors[1]["error"].as_str().is_some_and(|error| error.contains("--max-page")), "{errors:?}");
}

#[test]
fn files_that_hold_no_pages_are_listed_and_others_read() {
    let folder = tempfile::tempdir().expect("it can be made");
    let page = news::page(1, Size::SMALL, "utf-8");
    let inputs = [
        written(folder.path(), "a.html", page.as_bytes()),
        written(folder.path(), "b.zip", b"PK\x03\x04rest"),
        written(folder.path(), "c.warc", &record(1)),
        written(folder.path(), "d.warc.gz", b""),
        written(folder.path(), "e.parquet", b"PAR1 cut off"),
    ];
    let paths: Vec<&Path> = inputs.iter().map(PathBuf::as_path).collect();
    run(&paths, &folder.path().join("out"), &[]);
    assert_eq!(rows(&folder.path().join("out")).len(), 1);
    let errors = errors(&folder.path().join("out"));
    let files: Vec<&str> = errors.iter().filter_map(|error| error["file"].as_str()).collect();
    assert_eq!(files, [0, 1, 4].map(|nth: usize| inputs[nth].to_str().expect("it is text")));
}

#[cfg(unix)]
#[test]
fn odd_names_in_a_folder_and_what_cannot_be_read_cost_nothing_else() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let folder = tempfile::tempdir().expect("it can be made");
    let crawl = folder.path().join("crawl");
    fs::create_dir(&crawl).expect("it can be made");
    written(&crawl, "a.warc", &record(0));
    std::os::unix::fs::symlink("gone.warc", crawl.join("b.warc")).expect("it can be made");
    fs::write(crawl.join(OsStr::from_bytes(b"c-\xD0\xC2.warc")), record(1)).expect("it can be written");
    let _socket = std::os::unix::net::UnixListener::bind(crawl.join("d.warc")).expect("it can be made");
    written(&crawl, "e.warc", &record(2));
    let output = folder.path().join("out");
    for more in [&[][..], &["--resume"]] {
        run(&[&crawl], &output, more);
        let found: Vec<Value> = rows(&output).iter().map(|row| row["url"].clone()).collect();
        assert_eq!(found, urls(&[0, 1, 2]));
        let file = rows(&output)[1]["file"].clone();
        assert!(file.as_str().is_some_and(|file| file.ends_with("c-%D0%C2.warc")), "{file}");
        let errors = errors(&output);
        let ends = |nth: usize, end| errors[nth]["file"].as_str().is_some_and(|file| file.ends_with(end));
        assert!(errors.len() == 2 && ends(0, "b.warc") && ends(1, "d.warc"), "{errors:?}");
    }
}

#[test]
fn a_length_without_bounds_costs_its_record_alone() {
    let folder = tempfile::tempdir().expect("it can be made");
    let endless = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 987654321987\r\n\r\nshort\r\n\r\n";
    let records: Vec<Vec<u8>> =
        [record(0), endless.to_vec()].into_iter().chain((1..40).map(record)).collect();
    for (name, bytes) in [("a.warc", records.concat()), ("a.warc.gz", gzip(&records.concat()))] {
        // Of which two pages are less than what stands behind it.
        let input = written(folder.path(), name, &bytes);
        let output = folder.path().join(format!("{name}-out"));
        run(&[&input], &output, &["--max-page", "16K"]);
        let found: Vec<Value> = rows(&output).iter().map(|row| row["url"].clone()).collect();
        assert_eq!(found, urls(&(0..40).collect::<Vec<_>>()), "{name}");
        let errors = errors(&output);
        assert!(
            errors.len() == 1 && errors[0]["error"].as_str().is_some_and(|why| why.contains("987654321987"))
        );
    }
}

#[test]
fn a_command_that_is_wrong_writes_nothing() {
    let folder = tempfile::tempdir().expect("it can be made");
    let output = folder.path().join("out");
    for arguments in [&["missing.warc"][..], &["--file-size", "0", "."], &["--max-page", "1G", "."]] {
        let ended = archive(arguments).arg("--output").arg(&output).output().expect("the program runs");
        assert_eq!(ended.status.code(), Some(2), "{}", said(&ended));
        assert!(!output.exists());
    }
}

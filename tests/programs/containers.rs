//! The same pages in whatever holds them give the same articles, and what cannot be read is never one page.

use crate::program::{clean, printed, said, scratch, write};
use crate::written::{dump, gzip, json_lines, page, record, response, url, warc, wet, zstd};
use serde_json::Value;
use std::path::Path;

const PAGES: usize = 12;

/// The articles at `path`, without what they are called.
fn articles(path: &Path, more: &[&str]) -> Vec<Value> {
    let output = clean([&["--format", "json"], more, &[path.to_str().expect("a test's own path")]].concat());
    assert!(output.status.success(), "{}: {}", path.display(), said(&output));
    let lines = printed(&output).lines().map(|line| {
        let mut article: Value = serde_json::from_str(line).expect("a line is an object");
        article.as_object_mut().expect("a line is an object").remove("id");
        // A dump does not say where it came from; its container may.
        if more.contains(&"text") || path.to_string_lossy().contains("wet") {
            article["url"] = Value::Null;
        }
        article
    });
    lines.collect()
}

#[test]
fn archives_json_lines_and_folders_give_the_same_articles() {
    let folder = scratch("same");
    for nth in 0..PAGES {
        write(&folder.join(format!("pages/{nth:02}.html")), page(nth));
        write(&folder.join(format!("packed/{nth:02}.html.gz")), gzip(page(nth).as_bytes()));
    }
    let expected = articles(&folder.join("pages"), &[]);
    assert_eq!(expected.len(), PAGES);
    assert_eq!(expected[3]["title"], "春耕第3天");
    assert_eq!(expected[3]["authors"][0], "李大同");
    let records = warc(0..PAGES);
    for (name, bytes) in [
        ("crawl.warc", records.concat()),
        ("crawl.warc.gz", records.iter().flat_map(|record| gzip(record)).collect()),
        ("crawl.warc.zst", records.iter().flat_map(|record| zstd(record)).collect()),
        ("crawl.jsonl", json_lines(0..PAGES)),
        ("crawl.jsonl.gz", gzip(&json_lines(0..PAGES))),
        ("crawl.zst", zstd(&json_lines(0..PAGES))),
    ] {
        write(&folder.join(name), bytes);
        assert_eq!(articles(&folder.join(name), &[]), expected, "{name}");
    }
    assert_eq!(articles(&folder.join("packed"), &[]), expected);
}

#[test]
fn text_of_archives_and_folders_of_dumps_give_the_same_articles() {
    let folder = scratch("dumps");
    for nth in 0..PAGES {
        write(&folder.join(format!("pages/{nth:02}.txt")), dump(nth));
    }
    write(
        &folder.join("crawl.wet.gz"),
        wet(0..PAGES).iter().flat_map(|record| gzip(record)).collect::<Vec<u8>>(),
    );
    let expected = articles(&folder.join("pages"), &["--input", "text"]);
    assert_eq!(expected.len(), PAGES);
    assert!(
        expected[5]["text"].as_str().is_some_and(|text| text.starts_with("第5天第0段")),
        "{}",
        expected[5]
    );
    assert_eq!(articles(&folder.join("crawl.wet.gz"), &[]), expected);
    assert_eq!(articles(&folder.join("crawl.wet.gz"), &["--input", "wet"]), expected);
}

#[test]
fn a_page_of_an_archive_has_its_address() {
    let folder = scratch("address");
    let http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gbk\r\n\r\n<p>春耕</p>";
    let bytes = record("response", "application/http", "https://news.example/a", http.as_bytes());
    write(&folder.join("a.warc"), bytes);
    assert_eq!(articles(&folder.join("a.warc"), &[])[0]["url"], "https://news.example/a");
}

#[test]
fn what_holds_several_things_and_is_not_read_fails() {
    let folder = scratch("closed");
    let tar = [&[0; 257][..], b"ustar\0", &[0; 300][..], page(1).as_bytes()].concat();
    for (name, bytes) in [
        ("a.zip", [b"PK\x03\x04\x14\0", page(1).as_bytes()].concat()),
        ("a.tar", tar.clone()),
        ("a.tar.gz", gzip(&tar)),
        ("twice.gz", gzip(&gzip(page(1).as_bytes()))),
        (
            "a.mhtml",
            [b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\n\r\n", page(1).as_bytes()].concat(),
        ),
        ("strings.json", serde_json::json!([page(1), page(2)]).to_string().into_bytes()),
        (
            "lines.jsonl",
            format!("{}\n{}\n", serde_json::json!(page(1)), serde_json::json!(page(2))).into_bytes(),
        ),
        ("null.jsonl", [b"null\n", &json_lines(1..2)[..]].concat()),
        ("a.csv", format!("id,url,html\n1,{},\"{}\"\n", url(1), page(1)).into_bytes()),
        ("array.json", format!("[{}]", serde_json::json!({"html": page(1)})).into_bytes()),
    ] {
        let path = folder.join(name);
        write(&path, bytes);
        let output = clean([&path]);
        assert_eq!(output.status.code(), Some(1), "{name}");
        assert_eq!(printed(&output), "", "{name}");
        assert!(said(&output).contains("which is not read"), "{name}: {}", said(&output));
    }
    for (name, bytes) in [("a.warc", warc(0..3).concat()), ("a.jsonl", json_lines(0..3))] {
        let path = folder.join(name);
        write(&path, bytes);
        for input in ["html", "text"] {
            let output = clean(["--input".as_ref(), input.as_ref(), path.as_os_str()]);
            assert_eq!((output.status.code(), printed(&output)), (Some(1), ""), "{name} as {input}");
        }
    }
}

#[test]
fn lines_that_are_no_objects_fail_alone_where_json_lines_were_told() {
    let folder = scratch("null");
    write(&folder.join("a.jsonl"), [b"null\n", &json_lines(1..3)[..]].concat());
    let output =
        clean(["--input=jsonl".as_ref(), "--format=json".as_ref(), folder.join("a.jsonl").as_os_str()]);
    assert_eq!((output.status.code(), printed(&output).lines().count()), (Some(1), 2), "{}", said(&output));
}

#[test]
fn an_archive_of_the_other_kind_fails() {
    let folder = scratch("other");
    write(&folder.join("a.warc"), warc(0..3).concat());
    write(&folder.join("a.wet"), wet(0..3).concat());
    for (input, name) in [("wet", "a.warc"), ("warc", "a.wet")] {
        let output = clean(["--input".as_ref(), input.as_ref(), folder.join(name).as_os_str()]);
        assert_eq!((output.status.code(), printed(&output)), (Some(1), ""), "{name} as {input}");
        assert!(said(&output).contains("of the other kind"), "{}", said(&output));
    }
}

#[test]
fn broken_lines_and_records_fail_and_the_others_are_read() {
    let folder = scratch("broken");
    let lines = [&json_lines(0..1)[..], b"{\"html\": \n\n{\"title\":\"x\"}\n", &json_lines(1..2)].concat();
    write(&folder.join("a.jsonl"), lines);
    let cut = response(5);
    let records = [
        &response(1)[..],
        b"WARC/1.0\r\nContent-Length: many\r\n\r\n\r\n\r\n",
        &response(2),
        &cut[..cut.len() - 50],
    ];
    write(&folder.join("a.warc"), records.concat());
    let packed: Vec<u8> = warc(0..3).iter().flat_map(|record| gzip(record)).collect();
    write(&folder.join("cut.warc.gz"), &packed[..packed.len() - 20]);
    for (name, pages, failures) in [("a.jsonl", 2, 2), ("a.warc", 2, 2), ("cut.warc.gz", 3, 1)] {
        let output = clean(["--format".as_ref(), "json".as_ref(), folder.join(name).as_os_str()]);
        assert_eq!(output.status.code(), Some(1), "{name}");
        assert_eq!(printed(&output).lines().count(), pages, "{name}: {}", said(&output));
        let told = said(&output).lines().filter(|line| line.contains(name)).count();
        assert_eq!(told, failures, "{name}: {}", said(&output));
    }
}

#[test]
fn the_fields_of_json_lines_have_names() {
    let folder = scratch("fields");
    let path = folder.join("a.jsonl");
    write(&path, format!("{}\n", serde_json::json!({"id": "7", "body": page(1), "link": "https://b/"})));
    let output = clean([
        "--format".as_ref(),
        "json".as_ref(),
        "--html-field=body".as_ref(),
        "--url-field=link".as_ref(),
        path.as_os_str(),
    ]);
    let article: Value = serde_json::from_str(printed(&output)).expect("a line is an object");
    assert_eq!((&article["id"], &article["title"]), (&Value::from("7"), &Value::from("春耕第1天")));
}

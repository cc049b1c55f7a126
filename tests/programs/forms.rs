//! The forms that articles are printed in, and what is left out.

use crate::program::{clean, printed, said, scratch, write};
use crate::written::page;
use std::path::{Path, PathBuf};

fn run(paths: &[&Path], options: &[&str]) -> String {
    let paths = paths.iter().map(|path| path.to_str().expect("a test's own path"));
    let output = clean(options.iter().copied().chain(paths));
    assert!(output.status.success(), "{options:?}: {}", said(&output));
    printed(&output).to_owned()
}

fn two_pages(name: &str) -> [PathBuf; 2] {
    let folder = scratch(name);
    [1, 2].map(|nth| {
        let path = folder.join(format!("{nth}.html"));
        write(&path, page(nth));
        path
    })
}

#[test]
fn one_page_is_its_text_and_several_have_heads() {
    let [first, second] = two_pages("heads");
    let one = run(&[&first], &[]);
    assert!(
        one.starts_with("春耕第1天\n\n2024-03-21T10:20:00+08:00  新村日报  李大同\n\n第1天第0段"),
        "{one}"
    );
    let both = run(&[&first, &second], &[]);
    assert!(both.starts_with(&format!("==> {} <==\n\n{one}\n==> ", first.display())), "{both}");
    let markdown = run(&[&first, &second], &["--format", "markdown"]);
    assert_eq!(markdown.matches("\n---\n").count(), 2);
    let html = run(&[&first], &["--format", "html"]);
    assert!(html.contains("<p>第1天第0段"), "{html}");
}

#[test]
fn keys_are_chosen_and_unknown_ones_are_an_error() {
    let [first, _] = two_pages("keys");
    let line = run(&[&first], &["--format", "json", "--fields", "source,title"]);
    let id = serde_json::to_string(&first.display().to_string()).expect("a string is JSON");
    assert_eq!(line, format!("{{\"id\":{id},\"source\":\"新村日报\",\"title\":\"春耕第1天\"}}\n"));
    let line = run(&[&first], &["--format", "json", "--fields", "title,id,title"]);
    assert_eq!(line, format!("{{\"id\":{id},\"title\":\"春耕第1天\"}}\n"));
    assert_eq!(run(&[&first], &["--format", "json", "--fields", "id"]), format!("{{\"id\":{id}}}\n"));
    let output = clean(["--format", "json", "--fields", "titel", "-"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said(&output).contains("no field `titel`") && said(&output).contains("title"),
        "{}",
        said(&output)
    );
}

#[test]
fn kinds_and_confidence_leave_pages_out() {
    let folder = scratch("kinds");
    write(&folder.join("a.html"), page(3));
    write(&folder.join("b.html"), "<title>404</title><h1>404 Not Found</h1><p>您访问的页面不存在</p>");
    for options in [["--kind", "article"], ["--min-confidence", "0.5"]] {
        let lines = run(&[&folder], &[&["--format", "json"][..], &options].concat());
        assert_eq!(lines.lines().count(), 1, "{options:?}: {lines}");
    }
    assert_eq!(run(&[&folder], &["--format", "json"]).lines().count(), 2);
}

#[test]
fn an_encoding_that_is_told_is_taken() {
    let folder = scratch("encoding");
    let path = folder.join("a.html");
    // Big5, and said to be UTF-8.
    let (bytes, _, _) = encoding_rs::BIG5.encode("<meta charset=utf-8><h1>春耕開始</h1><p>南方各地已經進入春耕時節，農民下田插秧，農技人員到田間地頭指導。</p>");
    write(&path, bytes);
    assert!(run(&[&path], &["--encoding", "big5"]).starts_with("春耕開始\n"));
    assert_eq!(clean(["--encoding", "klingon", "-"]).status.code(), Some(2));
}

#[test]
fn an_address_that_is_told_is_the_article_s_where_the_page_has_none() {
    let folder = scratch("url");
    let path = folder.join("a.html");
    write(&path, "<h1>春耕开始</h1><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p>");
    let line = run(&[&path], &["--format", "json", "--url", "https://news.example/9", "--fields", "url"]);
    assert!(line.ends_with("\"url\":\"https://news.example/9\"}\n"), "{line}");
}

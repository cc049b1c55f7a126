//! Archives that other programs wrote; `others/README.md` says which and how.

use crate::program::{errors, rows, run};
use serde_json::json;
use std::path::Path;

/// Title, source, authors and the first words of the body of each row, and its address.
fn read(name: &str) -> Vec<[String; 5]> {
    let input = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/archive/others").join(name);
    let output = tempfile::tempdir().expect("it can be made");
    run(&[&input], &output.path().join("out"), &[]);
    assert_eq!(errors(&output.path().join("out")), [json!(null); 0]);
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    rows(&output.path().join("out"))
        .iter()
        .map(|row| {
            let body: String = text(&row["text"]).chars().take(8).collect();
            [text(&row["title"]), text(&row["script"]), text(&row["authors"][0]), body, text(&row["url"])]
        })
        .collect()
}

fn expected(bridge: &str, river: &str) -> [[String; 5]; 2] {
    [
        ["柳溪江大桥今天通车", "simplified", "李大同", "清晨六点，柳溪江", bridge].map(str::to_owned),
        ["溪口老街週末舉辦燈會", "traditional", "林小美", "溪口老街本週末舉", river].map(str::to_owned),
    ]
}

#[test]
fn pages_that_wget_archived_are_read_and_what_it_says_of_itself_is_not() {
    let at = |page| format!("http://127.0.0.1:8765/{page}.html");
    assert_eq!(read("wget.warc.gz"), expected(&at("page"), &at("river")));
}

#[test]
fn text_that_warcio_wrote_is_read() {
    let at = |page| format!("http://news.example/2024/{page}.html");
    assert_eq!(read("warcio.wet.gz"), expected(&at("bridge"), &at("river")));
}

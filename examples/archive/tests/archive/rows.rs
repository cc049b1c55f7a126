//! Which articles become rows, and the files that they are in.

use crate::crawl;
use crate::news::{self, Size};
use crate::program::{files, name, parts, rows, rows_of, run};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

fn line(nth: u64, text: &str) -> String {
    format!("{}\n", json!({"url": news::url(nth), "html": text}))
}

fn page(nth: u64) -> String {
    news::page(nth, Size::SMALL, "utf-8")
}

fn written(folder: &Path, lines: &[String]) -> PathBuf {
    let path = folder.join("pages.jsonl");
    fs::write(&path, lines.concat()).expect("it can be written");
    path
}

#[test]
fn exact_copies_are_dropped_and_near_ones_marked_in_order() {
    let folder = tempfile::tempdir().expect("it can be made");
    let long = news::page(1, Size { links: 4, paragraphs: (20, 21) }, "utf-8");
    let near = long.replacen("</p>\n</div>\n<p>", "今年。</p>\n</div>\n<p>", 1);
    assert_ne!(long, near);
    let lines = [
        line(0, &page(0)),
        line(1, &long),
        line(2, &long.replace("新村网", "东村网").replace("item", "thing")),
        line(3, &near),
        line(4, &page(4)),
        line(5, &page(0)),
    ];
    let input = written(folder.path(), &lines);
    let output = folder.path().join("out");
    for format in ["parquet", "jsonl"] {
        for jobs in ["1", "4"] {
            let _ = fs::remove_dir_all(&output);
            let said = run(&[&input], &output, &["--dedup", "--format", format, "--jobs", jobs]);
            let rows = rows(&output);
            let urls: Vec<&Value> = rows.iter().map(|row| &row["url"]).collect();
            assert_eq!(urls, [0, 1, 3, 4].map(|nth| json!(news::url(nth))).iter().collect::<Vec<_>>());
            let near: Vec<&Value> = rows.iter().map(|row| &row["near_fingerprint"]).collect();
            assert_eq!(near, [&Value::Null, &Value::Null, &rows[1]["fingerprint"], &Value::Null]);
            assert!(said.contains("4 rows, 1 of them near copies; 2 copies dropped"), "{said}");
        }
    }
}

#[test]
fn filters_leave_out_what_is_not_wanted() {
    let folder = tempfile::tempdir().expect("it can be made");
    let english = "<html><head><title>A long day</title></head><body><h1>A long day</h1><p>The farmers of the \
        valley planted rice all day, and in the evening they sat by the river and talked.</p><p>Tomorrow they \
        will go to the market and sell what is left of the last harvest to the people of the town.</p></body>";
    let list: Vec<String> =
        (0..80).map(|nth| format!("<li><a href=/{nth}.html>春耕第{nth}天的消息</a></li>")).collect();
    // Of pages 0 to 7 two are in traditional script, and a third each on one of three hosts.
    let mut lines: Vec<String> = (0..8).map(|nth| line(nth, &page(nth))).collect();
    lines.push(line(8, english));
    lines.push(line(9, &format!("<title>首页</title><ul>{}</ul>", list.concat())));
    let input = written(folder.path(), &lines);
    let hosts = folder.path().join("hosts.txt");
    fs::write(&hosts, "# ours\nA.news.example\n\nother.example\n").expect("it can be written");
    let wide = folder.path().join("wide.txt");
    fs::write(&wide, "news.example\n").expect("it can be written");
    let (hosts, wide) = (hosts.to_str().expect("it is text"), wide.to_str().expect("it is text"));
    for (nth, (more, expected)) in [
        (&["--language", "zh-Hant"][..], vec![3, 7]),
        (&["--language", "zh"], (0..8).collect()),
        (&["--language", "zh-Hant,en"], vec![3, 7, 8]),
        (&["--kind", "list"], vec![9]),
        (&["--kind", "article", "--min-confidence", "0.5"], (0..8).collect()),
        (&["--host-list", hosts], vec![0, 3, 6, 9]),
        (&["--host-list", wide], (0..10).collect()),
        (&["--host-list", hosts, "--language", "zh-Hant"], vec![3]),
    ]
    .into_iter()
    .enumerate()
    {
        let output = folder.path().join(format!("out-{nth}"));
        let said = run(&[&input], &output, more);
        let urls: Vec<Value> = rows(&output).iter().map(|row| row["url"].clone()).collect();
        assert_eq!(urls, expected.iter().map(|&nth| json!(news::url(nth))).collect::<Vec<_>>(), "{more:?}");
        assert!(said.contains(&format!("{} left out", 10 - expected.len())), "{said}");
    }
}

#[test]
fn output_files_have_the_size_that_was_asked_for_and_nothing_stands_beside_them() {
    const SIZE: u64 = 40 << 10;
    let folder = tempfile::tempdir().expect("it can be made");
    let input = folder.path().join("crawl.warc");
    let records = (0..300).map(|nth| crawl::page(nth, &news::url(nth), "text/html", page(nth).as_bytes()));
    fs::write(&input, records.collect::<Vec<_>>().concat()).expect("it can be written");
    for format in ["parquet", "jsonl"] {
        let output = folder.path().join(format);
        run(&[&input], &output, &["--file-size", "40K", "--format", format]);
        let parts = parts(&output);
        let sizes: Vec<u64> = parts.iter().map(|path| path.metadata().expect("it is there").len()).collect();
        assert!(sizes.len() > 2, "{sizes:?}");
        let (_, full) = sizes.split_last().expect("there are some");
        // A file is closed behind 32 rows, of which each has a few KB.
        assert!(full.iter().all(|size| (SIZE * 3 / 4..SIZE * 6).contains(size)), "{format}: {sizes:?}");
        assert_eq!(parts.iter().map(|path| rows_of(path).len()).sum::<usize>(), 300);
        let names: Vec<String> = files(&output).into_iter().map(|(name, _)| name).collect();
        let expected = ["_errors.jsonl".to_owned(), "_journal.jsonl".to_owned()];
        assert_eq!(names[..2], expected);
        assert!(names[2..].iter().zip(&parts).all(|(found, path)| found == name(path)), "{names:?}");
        assert_eq!(names.len(), 2 + parts.len());
    }
}

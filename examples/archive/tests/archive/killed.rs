//! Runs that are killed: they go on where they were, lose nothing and repeat nothing.

use crate::crawl::{self, gzip};
use crate::news::{self, Size};
use crate::program::{archive, files, lines, rows, run};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A crawl with copies and broken members, and lines.
pub(crate) fn inputs(folder: &Path) -> Vec<PathBuf> {
    let page = |nth: u64| news::page(if nth % 40 == 39 { nth / 2 } else { nth }, Size::SMALL, "utf-8");
    let member = |nth: u64| {
        let url = news::url(nth);
        let mut member = gzip(&crawl::page(nth, &url, "text/html", page(nth).as_bytes()));
        if nth % 41 == 20 {
            member.truncate(member.len() / 2);
        }
        [gzip(&crawl::request(nth, &url)), member].concat()
    };
    let warc: Vec<u8> = (0..300).flat_map(member).collect();
    let lines: Vec<String> = (260..400)
        .map(|nth| format!("{}\n", serde_json::json!({"url": news::url(nth), "html": page(nth)})))
        .collect();
    let paths = [folder.join("crawl.warc.gz"), folder.join("more.jsonl.gz")];
    fs::write(&paths[0], warc).expect("it can be written");
    fs::write(&paths[1], gzip(lines.concat().as_bytes())).expect("it can be written");
    paths.to_vec()
}

/// Small files, so that there are many moments.
pub(crate) fn options(format: &str) -> Vec<&str> {
    vec!["--format", format, "--file-size", "16K", "--dedup", "--jobs", "2"]
}

fn entries(output: &Path) -> usize {
    fs::read_to_string(output.join("_journal.jsonl")).map_or(0, |text| text.lines().count())
}

/// Runs until the journal has so many lines and a while more, and kills the run. False where it ended by itself.
fn killed(inputs: &[PathBuf], output: &Path, format: &str, lines: usize, while_more: Duration) -> bool {
    let mut command = archive(inputs);
    let mut child = command
        .args(["--resume", "--quiet", "--output"])
        .arg(output)
        .args(options(format))
        .spawn()
        .expect("the program runs");
    let start = Instant::now();
    while entries(output) < lines && child.try_wait().expect("it can be asked").is_none() {
        assert!(start.elapsed() < Duration::from_secs(300), "the run does not go on");
        sleep(Duration::from_millis(1));
    }
    sleep(while_more);
    let is_running = child.try_wait().expect("it can be asked").is_none();
    child.kill().expect("it can be killed");
    child.wait().expect("it ends");
    is_running
}

pub(crate) fn paths(inputs: &[PathBuf]) -> Vec<&Path> {
    inputs.iter().map(PathBuf::as_path).collect()
}

#[test]
fn a_run_killed_again_and_again_ends_as_one_that_was_not() {
    for format in ["parquet", "jsonl"] {
        let folder = tempfile::tempdir().expect("it can be made");
        let inputs = inputs(folder.path());
        let whole = folder.path().join("whole");
        run(&paths(&inputs), &whole, &options(format));
        let all = entries(&whole);
        assert!(all > 12, "{all} lines are too few to be killed between");
        let output = folder.path().join("killed");
        let mut kills = 0;
        for nth in 0_u32.. {
            // On a machine that is busy a run may end before it is killed.
            assert!(nth < 200, "{kills} runs were killed, the others ended");
            // At the start, within the first files, and between more and more of those that come then.
            let lines = [0, 1, 1, entries(&output) + 2, entries(&output) + 3][kills];
            let while_more = Duration::from_micros(1700 * u64::from(nth % 5));
            if killed(&inputs, &output, format, lines, while_more) {
                kills += 1;
            } else {
                fs::remove_dir_all(&output).expect("it is there");
            }
            if kills == 5 {
                break;
            }
        }
        run(&paths(&inputs), &output, &[&options(format)[..], &["--resume"]].concat());
        same(&output, &whole);
    }
}

/// A run that was killed ended as one that was not: the same files, byte for byte.
pub(crate) fn same(output: &Path, whole: &Path) {
    let (found, expected) = (rows(output), rows(whole));
    assert_eq!(found.len(), expected.len());
    let mut urls: Vec<&str> = found.iter().filter_map(|row| row["url"].as_str()).collect();
    urls.sort_unstable();
    let all = urls.len();
    urls.dedup();
    // Pages 260 to 299 are in both inputs; they are exact copies.
    assert_eq!((urls.len(), all), (found.len(), found.len()));
    assert!(found.iter().eq(&expected));
    let (found, expected) = (files(output), files(whole));
    let names = |files: &[(String, Vec<u8>)]| files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&found), names(&expected));
    for ((name, found), (_, expected)) in found.iter().zip(&expected) {
        assert!(found == expected, "{name} differs");
    }
    assert!(lines(&output.join("_errors.jsonl")).len() >= 7);
}

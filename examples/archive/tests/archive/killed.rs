//! Runs that are killed: they go on where they were, lose nothing and repeat nothing.

use crate::crawl::{self, gzip};
use crate::news::{self, Size};
use crate::program::{archive, files, lines, name, parts, rows, run, said};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A crawl with copies and broken members, and lines.
fn inputs(folder: &Path) -> Vec<PathBuf> {
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
fn options(format: &str) -> Vec<&str> {
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

fn paths(inputs: &[PathBuf]) -> Vec<&Path> {
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
        for (nth, lines) in [0, 1, 1, all / 4, all / 3, all / 2, 2 * all / 3, all - 3].into_iter().enumerate()
        {
            let while_more = Duration::from_micros(1700 * nth as u64);
            kills += usize::from(killed(&inputs, &output, format, lines, while_more));
        }
        assert!(kills >= 5, "only {kills} runs were killed");
        run(&paths(&inputs), &output, &[&options(format)[..], &["--resume"]].concat());
        same(&output, &whole);
    }
}

/// True where a run that was killed ended as one that was not: the same files, byte for byte.
fn same(output: &Path, whole: &Path) {
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

#[test]
fn whatever_a_killed_run_has_left_of_its_files_it_goes_on() {
    let folder = tempfile::tempdir().expect("it can be made");
    let inputs = inputs(folder.path());
    let whole = folder.path().join("whole");
    run(&paths(&inputs), &whole, &options("jsonl"));
    let journal = fs::read(whole.join("_journal.jsonl")).expect("it is there");
    let ends: Vec<usize> =
        journal.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1).collect();
    // Between the lines of the journal, and within one.
    let cuts = [ends[0] / 2, ends[0], ends[1], ends[1] + 10, ends[ends.len() / 2], ends[ends.len() - 2]];
    for cut in cuts {
        let output = folder.path().join(format!("cut-{cut}"));
        fs::create_dir(&output).expect("it can be made");
        let known = ends.iter().filter(|end| **end <= cut).count().saturating_sub(1);
        // As many files as the journal has, one more that it has not, and one that is not finished.
        let kept = if cut < ends[0] { 0 } else { known + 1 };
        for path in parts(&whole).iter().take(kept) {
            fs::copy(path, output.join(name(path))).expect("it can be copied");
        }
        if cut >= ends[0] {
            fs::write(output.join(".part-00099.jsonl.tmp"), "{\"url\":").expect("it can be written");
        }
        fs::write(output.join("_journal.jsonl"), &journal[..cut]).expect("it can be written");
        fs::copy(whole.join("_errors.jsonl"), output.join("_errors.jsonl")).expect("it can be copied");
        run(&paths(&inputs), &output, &[&options("jsonl")[..], &["--resume"]].concat());
        same(&output, &whole);
    }
}

#[test]
fn a_run_goes_on_only_as_the_run_it_was() {
    let folder = tempfile::tempdir().expect("it can be made");
    let inputs = inputs(folder.path());
    let output = folder.path().join("out");
    assert!(killed(&inputs, &output, "jsonl", 3, Duration::ZERO));
    let refused = |inputs: &[PathBuf], more: &[&str], why: &str| {
        let before = files(&output);
        let ended =
            archive(inputs).arg("--output").arg(&output).args(more).output().expect("the program runs");
        assert_eq!(ended.status.code(), Some(2), "{}", said(&ended));
        assert!(said(&ended).contains(why), "{}", said(&ended));
        assert!(files(&output) == before);
    };
    let resumed = [&options("jsonl")[..], &["--resume"]].concat();
    refused(&inputs, &options("jsonl"), "--resume goes on with it");
    refused(&inputs, &[&resumed[..], &["--kind", "article"]].concat(), "begun with kind");
    refused(&inputs[..1], &resumed, "begun with 2 files");
    let file = fs::OpenOptions::new().append(true).open(&inputs[1]).expect("it is there");
    let bytes = inputs[1].metadata().expect("it is there").len();
    file.set_len(bytes + 1).expect("it can be made longer");
    refused(&inputs, &resumed, "bytes when the run was begun");
    file.set_len(bytes).expect("it can be made shorter");
    let first = parts(&output).remove(0);
    let rows = fs::read(&first).expect("it is there");
    fs::write(&first, &rows[1..]).expect("it can be written");
    refused(&inputs, &resumed, "as the journal has it");
    fs::write(&first, rows).expect("it can be written");
    run(&paths(&inputs), &output, &resumed);
    let said = run(&paths(&inputs), &output, &resumed);
    assert!(said.contains("0.0 MB"), "a run that has ended does nothing: {said}");
}

#[test]
fn files_of_somebody_else_are_left_alone() {
    let folder = tempfile::tempdir().expect("it can be made");
    let inputs = inputs(folder.path());
    let output = folder.path().join("out");
    fs::create_dir(&output).expect("it can be made");
    fs::write(output.join("part-00000.parquet"), "theirs").expect("it can be written");
    for more in [&[][..], &["--resume"]] {
        let ended =
            archive(&inputs).arg("--output").arg(&output).args(more).output().expect("the program runs");
        assert_eq!(ended.status.code(), Some(2), "{}", said(&ended));
        assert_eq!(fs::read(output.join("part-00000.parquet")).expect("it is there"), b"theirs");
    }
}

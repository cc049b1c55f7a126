//! Runs that were stopped at a moment that is chosen: they go on where they were, and only as the run they were.

use crate::crawl::{self, gzip};
use crate::killed::{inputs, options, paths, same};
use crate::news::{self, Size};
use crate::program::{archive, files, lines, name, parts, rows, run, said};
use std::fs;
use std::path::{Path, PathBuf};

/// Where the lines of a journal end.
fn ends(journal: &[u8]) -> Vec<usize> {
    let breaks = journal.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
    breaks.map(|(at, _)| at + 1).collect()
}

/// What a run that wrote `whole` leaves, had it been killed when its journal had so many bytes.
fn cut(whole: &Path, output: &Path, bytes: usize) {
    fs::create_dir(output).expect("it can be made");
    let journal = fs::read(whole.join("_journal.jsonl")).expect("it is there");
    fs::write(output.join("_journal.jsonl"), &journal[..bytes]).expect("it can be written");
    let known = ends(&journal).iter().filter(|end| **end <= bytes).count();
    if known == 0 {
        return;
    }
    // As many files as the journal has, one more that it has not, and one that is not finished.
    for path in parts(whole).iter().take(known) {
        fs::copy(path, output.join(name(path))).expect("it can be copied");
    }
    fs::write(output.join(".part-00099.jsonl.tmp"), "{\"url\":").expect("it can be written");
    fs::copy(whole.join("_errors.jsonl"), output.join("_errors.jsonl")).expect("it can be copied");
}

#[test]
fn whatever_a_killed_run_has_left_of_its_files_it_goes_on() {
    let folder = tempfile::tempdir().expect("it can be made");
    // Whose names are cut off within characters.
    let inner = folder.path().join("存档");
    fs::create_dir(&inner).expect("it can be made");
    let inputs = inputs(&inner);
    let whole = folder.path().join("whole");
    run(&paths(&inputs), &whole, &options("jsonl"));
    let journal = fs::read(whole.join("_journal.jsonl")).expect("it is there");
    let ends = ends(&journal);
    let within = journal.iter().position(|byte| *byte > 127).expect("the head has the names") + 1;
    // Between the lines of the journal, and within one.
    let cuts = [0, within, ends[0], ends[1], ends[1] + 10, ends[ends.len() / 2], ends[ends.len() - 2]];
    for bytes in cuts {
        let output = folder.path().join(format!("cut-{bytes}"));
        cut(&whole, &output, bytes);
        run(&paths(&inputs), &output, &[&options("jsonl")[..], &["--resume"]].concat());
        same(&output, &whole);
    }
}

/// A run over what `bytes` are goes on from each line of its journal as if it had not been stopped.
fn goes_on_anywhere(name: &str, bytes: &[u8], rows_expected: usize) {
    let folder = tempfile::tempdir().expect("it can be made");
    let input = folder.path().join(name);
    fs::write(&input, bytes).expect("it can be written");
    let options = ["--format", "jsonl", "--file-size", "1", "--jobs", "1"];
    let whole = folder.path().join("whole");
    run(&[&input], &whole, &options);
    assert_eq!(rows(&whole).len(), rows_expected, "{name}");
    let ends = ends(&fs::read(whole.join("_journal.jsonl")).expect("it is there"));
    let [_, between @ .., _] = &ends[..] else { panic!("{name}: {} lines", ends.len()) };
    assert!(!between.is_empty(), "{name}");
    for end in between.iter().copied() {
        let output = folder.path().join(format!("cut-{end}"));
        cut(&whole, &output, end);
        run(&[&input], &output, &[&options[..], &["--resume"]].concat());
        assert!(files(&output) == files(&whole), "{name} at {end}");
    }
}

#[test]
fn behind_a_record_that_has_swallowed_others_a_run_goes_on_where_it_was() {
    let page = |nth: u64| news::page(nth, Size::SMALL, "utf-8");
    let record = |nth: u64| crawl::page(nth, &news::url(nth), "text/html", page(nth).as_bytes());
    let records = |from: u64, to: u64| (from..to).flat_map(record).collect::<Vec<u8>>();
    let mut cut = record(0);
    cut.truncate(cut.len() / 2);
    // It claims what is left of it and more: all of the second, and a part of the third.
    let claims = |bytes: usize| {
        let head = format!("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {bytes}\r\n\r\n");
        [head.as_bytes(), b"short\r\n\r\n"].concat()
    };
    let long = claims(records(1, 37).len());
    let endless = claims(1 << 40);
    for (nth, first) in [cut, long, endless].into_iter().enumerate() {
        let all = [&first[..], &records(1, 37)].concat();
        let more = records(37, 47);
        let blocks = [&all[..], &more].concat();
        // Members that records straddle: none begins as a record does.
        let blocks: Vec<u8> = blocks.chunks(4999).flat_map(gzip).collect();
        for (name, bytes) in [
            ("a.warc", [&all[..], &more].concat()),
            ("members.warc.gz", [gzip(&all), gzip(&more)].concat()),
            ("whole.warc.gz", gzip(&[&all[..], &more].concat())),
            ("blocks.warc.gz", blocks),
        ] {
            goes_on_anywhere(&format!("{nth}-{name}"), &bytes, 46);
        }
    }
}

#[test]
fn a_run_goes_on_only_as_the_run_it_was() {
    let folder = tempfile::tempdir().expect("it can be made");
    let inputs = inputs(folder.path());
    let (whole, output) = (folder.path().join("whole"), folder.path().join("out"));
    run(&paths(&inputs), &whole, &options("jsonl"));
    let journal = fs::read(whole.join("_journal.jsonl")).expect("it is there");
    let all = ends(&journal);
    // Within a line, which none that is refused cuts off.
    cut(&whole, &output, all[all.len() / 2] + 10);
    let refused = |inputs: &[PathBuf], more: &[&str], why: &str| {
        let before = files(&output);
        let ended =
            archive(inputs).arg("--output").arg(&output).args(more).output().expect("the program runs");
        assert_eq!(ended.status.code(), Some(2), "{}", said(&ended));
        assert!(said(&ended).contains(why), "{}", said(&ended));
        assert!(files(&output) == before, "{why}");
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
    // The run is this one: what it wrote to its end alone is kept.
    fs::write(output.join("_journal.jsonl"), &journal[..all[all.len() / 2]]).expect("it can be written");
    refused(&inputs, &resumed, "as the journal has it");
    fs::write(&first, rows).expect("it can be written");
    let list = output.join("_errors.jsonl");
    let errors = fs::read(&list).expect("it is there");
    fs::remove_file(output.join(".part-00099.jsonl.tmp")).expect("it is there");
    for path in parts(&output).iter().skip(all.len() / 2) {
        fs::remove_file(path).expect("it is there");
    }
    fs::write(&list, &errors[..10]).expect("it can be written");
    refused(&inputs, &resumed, "and the journal has");
    fs::remove_file(&list).expect("it is there");
    refused(&inputs, &resumed, "_errors.jsonl");
    fs::write(&list, errors).expect("it can be written");
    run(&paths(&inputs), &output, &resumed);
    same(&output, &whole);
    let said = run(&paths(&inputs), &output, &resumed);
    assert!(said.contains("0.0 MB"), "a run that has ended does nothing: {said}");
}

#[test]
fn files_of_somebody_else_are_left_alone() {
    let folder = tempfile::tempdir().expect("it can be made");
    let inputs = inputs(folder.path());
    let journal = "{\"entry\":\"theirs\"}\n{\"entry\":";
    for (nth, (name, theirs)) in [
        ("part-00000.parquet", "theirs"),
        ("_errors.jsonl", "{\"error\":\"theirs\"}\n"),
        ("_journal.jsonl", journal),
        ("_journal.jsonl", "{\"version\":\"theirs, without an end"),
    ]
    .into_iter()
    .enumerate()
    {
        let output = folder.path().join(format!("out-{nth}"));
        fs::create_dir(&output).expect("it can be made");
        fs::write(output.join(name), theirs).expect("it can be written");
        let before = files(&output);
        for more in [&[][..], &["--resume"]] {
            let ended =
                archive(&inputs).arg("--output").arg(&output).args(more).output().expect("the program runs");
            assert_eq!(ended.status.code(), Some(2), "{}", said(&ended));
            assert!(said(&ended).contains(name), "{}", said(&ended));
            assert!(files(&output) == before, "{name}");
        }
    }
}

/// A file that the system opens and does not give a byte of.
#[cfg(target_os = "linux")]
#[test]
fn what_the_system_does_not_give_is_read_by_a_run_that_goes_on() {
    let folder = tempfile::tempdir().expect("it can be made");
    let record = |nth| {
        crawl::page(nth, &news::url(nth), "text/html", news::page(nth, Size::SMALL, "utf-8").as_bytes())
    };
    for (nth, place) in ["a", "b", "c"].into_iter().enumerate() {
        fs::write(folder.path().join(format!("{place}.warc")), record(nth as u64))
            .expect("it can be written");
    }
    let lost = folder.path().join("b.warc");
    let inputs = ["a", "b", "c"].map(|name| folder.path().join(format!("{name}.warc")));
    let (whole, output) = (folder.path().join("whole"), folder.path().join("out"));
    fs::write(&lost, "").expect("it can be written");
    run(&paths(&inputs), &whole, &["--checkpoint", "1"]);
    fs::remove_file(&lost).expect("it is there");
    std::os::unix::fs::symlink("/proc/self/mem", &lost).expect("it can be made");
    for _ in 0..2 {
        let mut command = archive(&inputs);
        let command = command.arg("--output").arg(&output).args(["--checkpoint", "1", "--resume"]);
        let ended = command.output().expect("the program runs");
        assert_eq!(ended.status.code(), Some(1), "{}", said(&ended));
        assert!(said(&ended).contains("b.warc") && said(&ended).contains("--resume"), "{}", said(&ended));
        assert_eq!((rows(&output).len(), lines(&output.join("_errors.jsonl")).len()), (1, 0));
    }
    fs::remove_file(&lost).expect("it is there");
    fs::write(&lost, "").expect("it can be written");
    run(&paths(&inputs), &output, &["--checkpoint", "1", "--resume"]);
    assert_eq!(rows(&output).len(), 2);
    assert!(files(&output) == files(&whole));
}

//! `evaluate`, `calibrate` and `ratio` say what is wrong with what they were given, and measure nothing of it.

use crate::program::{program, said, scratch, write};
use crate::written::page;
use std::path::PathBuf;

fn refused(name: &str, arguments: &[&str], reason: &str) {
    let output = program(name).args(arguments).output().expect("it runs");
    let said = said(&output);
    assert!(matches!(output.status.code(), Some(1 | 2)), "{name} {arguments:?}: {:?}", output.status);
    assert!(said.contains(reason) && !said.contains("panicked"), "{name} {arguments:?}: {said}");
    assert!(output.stdout.is_empty(), "{name} {arguments:?} measured something");
}

/// A corpus of one page: its folder, its gold, its page.
fn corpus(name: &str) -> (PathBuf, String, String) {
    let folder = scratch(name);
    let gold = "{\"id\": \"a\", \"text\": \"春耕开始。\"}\n";
    write(&folder.join("gold.jsonl"), gold);
    write(&folder.join("html/a.html"), page(1));
    write(&folder.join("text/a.txt"), "春耕开始。");
    let path = |name: &str| folder.join(name).display().to_string();
    let paths = (path("gold.jsonl"), path("html"));
    (folder, paths.0, paths.1)
}

#[test]
fn evaluate_refuses_gold_and_pages_that_do_not_meet() {
    let (folder, gold, pages) = corpus("evaluate");
    write(&folder.join("empty.jsonl"), "");
    write(&folder.join("other.jsonl"), "{\"id\": \"b\", \"text\": \"\"}\n");
    let path = |name: &str| folder.join(name).display().to_string();
    refused("evaluate", &[&path("empty.jsonl"), &pages], "no page in the gold");
    refused("evaluate", &[&path("other.jsonl"), &pages], "none of the 1 pages of the gold");
    refused("evaluate", &["--rearranged", &path("other.jsonl"), &pages], "none of the 1 pages of the gold");
    refused("evaluate", &["--predictions", &path("other.jsonl"), &gold], "none of the 1 pages of the gold");
    refused("evaluate", &["--folds", "3", &gold, &pages], "3 folds need as many sites");
    refused("evaluate", &["--folds", "0", &gold, &pages], "not a number from 2 up");
    refused("evaluate", &["missing.jsonl", &pages], "missing.jsonl");
    let output = program("evaluate").args([&gold, &pages]).output().expect("it runs");
    assert!(output.status.success(), "{}", said(&output));
}

#[test]
fn calibrate_refuses_gold_without_pages_or_sites() {
    let (folder, ..) = corpus("calibrate");
    let corpus = folder.display().to_string();
    refused("calibrate", &[&corpus], "5 folds need as many sites");
    refused("calibrate", &["--folds", "1", &corpus], "not a number from 2 up");
    write(&folder.join("gold.jsonl"), "{\"id\": \"b\", \"text\": \"\"}\n");
    refused("calibrate", &[&corpus], "no page b");
    write(&folder.join("gold.jsonl"), "");
    refused("calibrate", &[&corpus], "no page in the gold");
}

#[test]
fn ratio_refuses_pages_of_nothing() {
    let folder = scratch("ratio");
    write(&folder.join("empty.html"), " ");
    refused("ratio", &[&folder.join("empty.html").display().to_string()], "an empty page");
    refused("ratio", &[], "Usage");
}

#[test]
fn every_program_has_help() {
    for name in ["clean", "explain", "evaluate", "calibrate", "ratio"] {
        let output = program(name).arg("--help").output().expect("it runs");
        assert!(
            output.status.success() && String::from_utf8_lossy(&output.stdout).contains("Usage: "),
            "{name}"
        );
    }
}

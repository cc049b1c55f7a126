//! Every input of html5lib's tree-construction tests reads the same with this crate's own reader and
//! from the tree that html5ever builds for scraper; and what holds of every page holds of it.

mod invariants;

use scraper::Html;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use zhengwen::{Cleaner, Explanation};

/// Inputs of the tests of one file: what stands between `#data` and `#errors`.
fn inputs(file: &str) -> Vec<String> {
    let mut inputs = Vec::new();
    let mut input: Option<String> = None;
    for line in file.split('\n') {
        match (line, &mut input) {
            ("#data", _) => input = Some(String::new()),
            ("#errors", Some(_)) => inputs.extend(input.take()),
            (line, Some(input)) => {
                if !input.is_empty() {
                    input.push('\n');
                }
                input.push_str(line);
            }
            (_, None) => {}
        }
    }
    inputs
}

fn all_inputs() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/html5lib");
    let files = fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let tests =
        files.flatten().map(|file| file.path()).filter(|path| path.extension().is_some_and(|e| e == "dat"));
    let mut all: Vec<String> = tests
        .flat_map(|path| {
            // Some inputs are meant to be no UTF-8.
            let bytes = fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            inputs(&String::from_utf8_lossy(&bytes))
        })
        .collect();
    all.sort();
    all
}

fn texts(explanation: &Explanation) -> Vec<(&str, &str)> {
    explanation.blocks.iter().map(|block| (block.text.as_str(), block.path.as_str())).collect()
}

#[test]
fn every_input_reads_as_the_tree_of_html5ever_does() {
    let cleaner = Cleaner::new();
    let inputs = all_inputs();
    assert!(inputs.len() >= 1500, "{} inputs", inputs.len());
    let mut failures = String::new();
    for input in &inputs {
        // As it stands, and with text before and behind it.
        for page in [
            input.clone(),
            format!("<p>上文。</p>{input}下文。"),
            format!("<div>上文。<b>{input}</div>下文。"),
        ] {
            let own = cleaner.explain_html(&page);
            let tree = cleaner.explain_document(&Html::parse_document(&page));
            if texts(&own) != texts(&tree) {
                let _ = writeln!(failures, "{page:?}\n  own  {:?}\n  tree {:?}", texts(&own), texts(&tree));
            }
        }
    }
    assert!(failures.is_empty(), "{} lines\n{failures}", failures.lines().count());
}

#[test]
fn every_input_keeps_the_invariants() {
    for input in all_inputs() {
        invariants::hold_of_html(&input);
        invariants::hold_of_bytes(input.as_bytes(), None);
    }
}

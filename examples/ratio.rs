//! Time of `clean_html` relative to `scraper::Html::parse_document`, in one run: `ratio PATH…`

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints a table")]

#[path = "../benches/ratio/mod.rs"]
mod ratio;

use ratio::{median, ratio};
use std::path::PathBuf;
use std::process::ExitCode;
use zhengwen::Cleaner;

/// Rounds in which both are timed in turn; the fastest of each counts.
const ROUNDS: usize = 7;

fn main() -> ExitCode {
    let paths: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let cleaner = Cleaner::new();
    let mut ratios = Vec::new();
    let mut failed = false;
    for path in &paths {
        let page = std::fs::read(path).map_err(|e| e.to_string());
        let page = page.and_then(|bytes| {
            zhengwen::decode(&bytes, None).map(|page| page.text.into_owned()).map_err(|e| e.to_string())
        });
        match page {
            Ok(page) => {
                let ratio = ratio(&cleaner, &page, ROUNDS);
                println!("{ratio:.2}  {:>7}  {}", page.len(), path.display());
                ratios.push(ratio);
            }
            Err(error) => {
                failed = true;
                eprintln!("{}: {error}", path.display());
            }
        }
    }
    if let Some(median) = median(&mut ratios) {
        println!("{} pages, median ratio {median:.3}", ratios.len());
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

//! Time of `clean_html` relative to `scraper::Html::parse_document`, in one run: `ratio PATH…`

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints a table")]

#[path = "../benches/ratio/mod.rs"]
mod ratio;

use clap::Parser;
use ratio::{median, ratio};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use zhengwen::Cleaner;

/// Rounds in which both are timed in turn; the fastest of each counts.
const ROUNDS: usize = 7;

/// Prints how long cleaning each page takes, relative to parsing it, its bytes and its path; then the median.
#[derive(Parser)]
#[command(name = "ratio", version)]
struct Options {
    /// Pages, HTML.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
}

fn main() -> ExitCode {
    let options = Options::parse();
    let cleaner = Cleaner::new();
    let mut ratios = Vec::new();
    for path in &options.paths {
        match page(path) {
            Ok(page) => {
                let ratio = ratio(&cleaner, &page, ROUNDS);
                println!("{ratio:.2}  {:>7}  {}", page.len(), path.display());
                ratios.push(ratio);
            }
            Err(error) => eprintln!("{}: {error}", path.display()),
        }
    }
    match median(&mut ratios) {
        Some(median) => println!("{} pages, median ratio {median:.3}", ratios.len()),
        None => eprintln!("no page could be measured"),
    }
    if ratios.len() < options.paths.len() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn page(path: &Path) -> Result<String, String> {
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    let page = zhengwen::decode(&bytes, None).map_err(|error| error.to_string())?;
    if page.text.trim().is_empty() { Err("an empty page".to_owned()) } else { Ok(page.text.into_owned()) }
}

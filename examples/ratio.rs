//! Time of `clean_html` relative to `scraper::Html::parse_document`, in one run: `ratio PATH…`

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints a table")]

use std::hint::black_box;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};
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
                let ratio = ratio(&cleaner, &page);
                println!("{ratio:.2}  {:>7}  {}", page.len(), path.display());
                ratios.push(ratio);
            }
            Err(error) => {
                failed = true;
                eprintln!("{}: {error}", path.display());
            }
        }
    }
    ratios.sort_unstable_by(f64::total_cmp);
    if let Some(median) = ratios.get(ratios.len() / 2) {
        println!("{} pages, median ratio {median:.3}", ratios.len());
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn ratio(cleaner: &Cleaner, page: &str) -> f64 {
    let (mut clean, mut parse) = (Duration::MAX, Duration::MAX);
    for _ in 0..ROUNDS {
        clean = clean.min(time(|| drop(black_box(cleaner.clean_html(black_box(page))))));
        parse = parse.min(time(|| drop(black_box(scraper::Html::parse_document(black_box(page))))));
    }
    clean.as_secs_f64() / parse.as_secs_f64()
}

fn time(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

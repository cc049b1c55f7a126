//! A page in, the time of `clean_html` relative to `scraper::Html::parse_document` out.

use std::hint::black_box;
use std::time::{Duration, Instant};
use zhengwen::Cleaner;

/// Times both in turn, `rounds` times; the fastest of each counts.
pub(crate) fn ratio(cleaner: &Cleaner, page: &str, rounds: usize) -> f64 {
    let (mut clean, mut parse) = (Duration::MAX, Duration::MAX);
    for _ in 0..rounds {
        clean = clean.min(time(|| drop(black_box(cleaner.clean_html(black_box(page))))));
        parse = parse.min(time(|| drop(black_box(scraper::Html::parse_document(black_box(page))))));
    }
    clean.as_secs_f64() / parse.as_secs_f64()
}

/// The upper median.
pub(crate) fn median(ratios: &mut [f64]) -> Option<f64> {
    ratios.sort_unstable_by(f64::total_cmp);
    ratios.get(ratios.len() / 2).copied()
}

fn time(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

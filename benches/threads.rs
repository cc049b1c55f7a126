//! Pages per second through rayon, on one core and on all of them.

#![expect(clippy::print_stdout, clippy::expect_used, reason = "a program that prints a table")]

mod corpus;
mod pages;

use rayon::prelude::*;
use std::hint::black_box;
use std::time::{Duration, Instant};
use zhengwen::Cleaner;

/// How often all pages are cleaned; the fastest round counts.
const ROUNDS: usize = 7;

fn main() {
    let rounds = if std::env::args().any(|arg| arg == "--test") { 1 } else { ROUNDS };
    let mut all = corpus::pages("html");
    if all.is_empty() {
        all = vec![pages::html(100 << 10); 64];
    }
    // Long enough that starting a round costs nothing.
    let all: Vec<&str> = all.iter().map(String::as_str).cycle().take(all.len() * 4).collect();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let [one, many] = [1, cores].map(|threads| fastest(threads, rounds, &all));
    let per_second = |time: Duration| all.len() as f64 / time.as_secs_f64();
    println!(
        "{} pages: {:.0} a second on 1 core, {:.0} on {cores}, {:.2} times as many",
        all.len(),
        per_second(one),
        per_second(many),
        one.as_secs_f64() / many.as_secs_f64(),
    );
}

fn fastest(threads: usize, rounds: usize, pages: &[&str]) -> Duration {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be started");
    let cleaner = Cleaner::new();
    let round = || {
        let start = Instant::now();
        pool.install(|| pages.par_iter().for_each(|page| drop(black_box(cleaner.clean(page)))));
        start.elapsed()
    };
    (0..rounds).map(|_| round()).min().unwrap_or_default()
}

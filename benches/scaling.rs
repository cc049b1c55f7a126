//! Hostile pages at n and 2n: time must double, not quadruple, and memory stay bounded by the page. Prints a table. Memory is the same on every run, and too much of it fails.

#![expect(clippy::print_stdout, reason = "a program that prints a table")]

#[path = "../tests/hostile/mod.rs"]
mod hostile;

use hostile::{FORMS, Form, Input};
use peak_alloc::PeakAlloc;
use std::hint::black_box;
use std::time::{Duration, Instant};
use zhengwen::{Article, Cleaner};

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

/// Bytes of a page whose time is taken; twice that is the other.
const TIMED_BYTES: usize = 1_000_000;
/// Twice, with room for what the clock of a busy machine adds. More rounds are run over it.
const MOST_RATIO: f64 = 2.3;
/// Bytes of a page whose memory is taken.
const LARGE_BYTES: usize = 20_000_000;
/// Most memory in use at a time while cleaning, in sizes of the page; the page itself is the caller's.
const MOST_MEMORY: f64 = 8.0;

fn main() {
    let only_test = std::env::args().any(|arg| arg == "--test");
    let name = std::env::args().skip(1).find(|arg| !arg.starts_with('-')).unwrap_or_default();
    let rounds = if only_test { 1 } else { 15 };
    let cleaner = Cleaner::new();
    // Tables are built on first use.
    drop(cleaner.clean("<p>春耕</p>"));
    println!(
        "{:<20} {:>9} {:>9} {:>6} {:>7} {:>8}",
        "form", "1 MB, ms", "2 MB, ms", "ratio", "MB/s", "memory"
    );
    let mut worst: (f64, &str) = (0.0, "");
    let mut too_large: Vec<&str> = Vec::new();
    for form in FORMS.iter().filter(|form| form.name.contains(&name)) {
        let [once, twice] = times(&cleaner, form, rounds);
        let memory = memory(&cleaner, form);
        let ratio = twice / once;
        let speed = 2e-6 * TIMED_BYTES as f64 / twice;
        let (once, twice) = (once * 1e3, twice * 1e3);
        println!("{:<20} {once:>9.1} {twice:>9.1} {ratio:>6.2} {speed:>7.1} {memory:>7.1}x", form.name);
        if memory > MOST_MEMORY {
            too_large.push(form.name);
        }
        if ratio > worst.0 {
            worst = (ratio, form.name);
        }
    }
    println!("the largest ratio is {:.2}, of {}", worst.0, worst.1);
    assert!(too_large.is_empty(), "over {MOST_MEMORY} times the page: {too_large:?}");
}

/// Seconds of work at n and 2n, measured in turn; the fastest of each counts.
fn times(cleaner: &Cleaner, form: &Form, rounds: usize) -> [f64; 2] {
    let pages = [TIMED_BYTES, 2 * TIMED_BYTES].map(form.page);
    let mut fastest = [Duration::MAX; 2];
    for round in 0..rounds {
        // What a busy machine took from some rounds, others tell.
        if round > rounds / 3 && fastest[1].as_secs_f64() <= MOST_RATIO * fastest[0].as_secs_f64() {
            break;
        }
        for (page, fastest) in pages.iter().zip(&mut fastest) {
            let start = Clock::now();
            drop(black_box(clean(cleaner, form.input, black_box(page))));
            *fastest = start.elapsed().min(*fastest);
        }
    }
    fastest.map(|time| time.as_secs_f64())
}

/// A clock that stands still while the machine does something else, where the system has one.
enum Clock {
    Thread(Duration),
    Wall(Instant),
}

impl Clock {
    fn now() -> Self {
        Self::thread_time().map_or_else(|| Self::Wall(Instant::now()), Self::Thread)
    }

    fn elapsed(&self) -> Duration {
        match self {
            Self::Thread(start) => Self::thread_time().unwrap_or_default().saturating_sub(*start),
            Self::Wall(start) => start.elapsed(),
        }
    }

    /// What Linux has counted for this thread: it counts when the thread gives way.
    fn thread_time() -> Option<Duration> {
        std::thread::yield_now();
        let counted = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        counted.split(' ').next()?.parse().ok().map(Duration::from_nanos)
    }
}

/// The most memory in use while a large page is cleaned, in sizes of the page.
fn memory(cleaner: &Cleaner, form: &Form) -> f64 {
    let page = (form.page)(LARGE_BYTES);
    let before = ALLOCATOR.current_usage();
    ALLOCATOR.reset_peak_usage();
    drop(black_box(clean(cleaner, form.input, &page)));
    (ALLOCATOR.peak_usage() - before) as f64 / page.len() as f64
}

fn clean(cleaner: &Cleaner, input: Input, page: &str) -> Article {
    match input {
        Input::Html => cleaner.clean_html(page),
        Input::Dump => cleaner.clean_text(page),
    }
}

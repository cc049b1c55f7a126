//! Hostile pages at n and 2n: time must double, not quadruple, and memory stay bounded by the page. Prints a
//! table and the ten slowest forms. A time that triples fails, and so does too much memory. With `--product`
//! in its place the product of long values and small things, its time alone, at a quarter of the size.

#![expect(clippy::print_stdout, reason = "a program that prints a table")]

#[path = "../tests/hostile/mod.rs"]
mod hostile;

use hostile::{Input, RAW, forms, product};
use peak_alloc::PeakAlloc;
use std::hint::black_box;
use std::time::{Duration, Instant};
use zhengwen::{Article, Cleaner};

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

/// Bytes of a page whose time is taken; twice that is the other.
const TIMED_BYTES: usize = 1_000_000;
/// Twice, with room for what the clock of a busy machine adds. More rounds are run over it.
const FAIR_RATIO: f64 = 2.3;
/// Work that grows with the square of a page quadruples.
const MOST_RATIO: f64 = 3.0;
/// Bytes of a page whose memory is taken.
const LARGE_BYTES: usize = 20_000_000;
/// Most memory in use at a time while cleaning, in sizes of the page; the page itself is the caller's. Of
/// bytes in another charset, in sizes of their text, which is then in memory too, with room to grow.
const MOST_MEMORY: f64 = 8.0;
const MOST_MEMORY_OF_BYTES: f64 = 11.0;
/// The slowest forms that are listed.
const SLOWEST: usize = 10;

/// A form of page, whatever it is made of.
struct Form {
    name: String,
    page: Box<dyn Fn(usize) -> Page>,
    /// Bytes of the smaller page that is timed.
    timed_bytes: usize,
    /// `None` where memory is not taken.
    most_memory: Option<f64>,
}

enum Page {
    Html(String),
    Dump(String),
    Bytes(Vec<u8>),
}

impl Page {
    fn clean(&self, cleaner: &Cleaner) -> Article {
        match self {
            Self::Html(page) => cleaner.clean_html(page),
            Self::Dump(page) => cleaner.clean_text(page),
            // Some are no text: that is told without reading on.
            Self::Bytes(page) => cleaner.clean_bytes(page, None).unwrap_or_default(),
        }
    }

    /// Bytes of the page, or of its text where that has more.
    fn bytes(&self) -> usize {
        match self {
            Self::Html(page) | Self::Dump(page) => page.len(),
            Self::Bytes(page) => {
                zhengwen::decode(page, None).map_or(0, |decoded| decoded.text.len()).max(page.len())
            }
        }
    }
}

fn text(input: Input, page: String) -> Page {
    match input {
        Input::Html => Page::Html(page),
        Input::Dump => Page::Dump(page),
    }
}

fn all_forms() -> Vec<Form> {
    let texts = forms().map(|form| Form {
        name: form.name.to_owned(),
        page: Box::new(move |bytes| text(form.input, (form.page)(bytes))),
        timed_bytes: TIMED_BYTES,
        most_memory: Some(MOST_MEMORY),
    });
    let bytes = RAW.iter().map(|raw| Form {
        name: raw.name.to_owned(),
        page: Box::new(move |bytes| Page::Bytes((raw.page)(bytes))),
        timed_bytes: TIMED_BYTES,
        most_memory: Some(MOST_MEMORY_OF_BYTES),
    });
    texts.chain(bytes).collect()
}

fn product_forms() -> Vec<Form> {
    let forms = product::cases().map(|case| Form {
        name: case.name(),
        page: Box::new(move |bytes| text(case.place.input, case.page(bytes))),
        timed_bytes: TIMED_BYTES / 4,
        most_memory: None,
    });
    forms.collect()
}

/// What was measured of a form.
struct Measured {
    name: String,
    ratio: f64,
    nanoseconds_per_byte: f64,
    takes_too_much: bool,
}

fn main() {
    let only_test = std::env::args().any(|arg| arg == "--test");
    let name = std::env::args().skip(1).find(|arg| !arg.starts_with('-')).unwrap_or_default();
    let cleaner = Cleaner::new();
    // Tables are built on first use.
    drop(cleaner.clean("<p>春耕</p>"));
    println!("{:<24} {:>9} {:>9} {:>6} {:>7} {:>8}", "form", "n, ms", "2n, ms", "ratio", "ns/byte", "memory");
    let forms = if std::env::args().any(|arg| arg == "--product") { product_forms() } else { all_forms() };
    let forms = forms.into_iter().filter(|form| form.name.contains(&name));
    let mut measured: Vec<Measured> = forms.map(|form| measure(&cleaner, &form, only_test)).collect();
    measured.sort_by(|a, b| b.nanoseconds_per_byte.total_cmp(&a.nanoseconds_per_byte));
    println!("\nthe slowest of {}:", measured.len());
    for form in measured.iter().take(SLOWEST) {
        println!("{:<24} {:>6.0} ns a byte", form.name, form.nanoseconds_per_byte);
    }
    if let Some(worst) = measured.iter().max_by(|a, b| a.ratio.total_cmp(&b.ratio)) {
        println!("the largest ratio is {:.2}, of {}", worst.ratio, worst.name);
    }
    let names = |is: fn(&Measured) -> bool| -> Vec<&str> {
        measured.iter().filter(|form| is(form)).map(|form| form.name.as_str()).collect()
    };
    let (too_large, too_slow) = (names(|form| form.takes_too_much), names(|form| form.ratio > MOST_RATIO));
    assert!(too_large.is_empty(), "too much memory: {too_large:?}");
    assert!(too_slow.is_empty(), "twice the page takes over {MOST_RATIO} times as long: {too_slow:?}");
}

/// Measures a form and prints its line.
fn measure(cleaner: &Cleaner, form: &Form, only_test: bool) -> Measured {
    let ([once, twice], bytes) = times(cleaner, form, only_test);
    let memory = form.most_memory.map_or(0.0, |_| memory(cleaner, form));
    let ratio = twice / once;
    let nanoseconds_per_byte = 1e9 * twice / bytes as f64;
    let (once, twice) = (once * 1e3, twice * 1e3);
    println!(
        "{:<24} {once:>9.1} {twice:>9.1} {ratio:>6.2} {nanoseconds_per_byte:>7.0} {memory:>7.1}x",
        form.name
    );
    let takes_too_much = form.most_memory.is_some_and(|most| memory > most);
    Measured { name: form.name.clone(), ratio, nanoseconds_per_byte, takes_too_much }
}

/// Most rounds: a form that keeps to its time has a third of them, or one where it is only tested.
const MOST_ROUNDS: usize = 15;

/// Seconds of work at n and 2n, measured in turn, of which the fastest counts; and the bytes of the larger page.
fn times(cleaner: &Cleaner, form: &Form, only_test: bool) -> ([f64; 2], usize) {
    let pages = [form.timed_bytes, 2 * form.timed_bytes].map(&form.page);
    let mut fastest = [Duration::MAX; 2];
    let least = if only_test { 0 } else { MOST_ROUNDS / 3 };
    for round in 0..MOST_ROUNDS {
        // What a busy machine took from some rounds, others tell.
        if round > least && fastest[1].as_secs_f64() <= FAIR_RATIO * fastest[0].as_secs_f64() {
            break;
        }
        for (page, fastest) in pages.iter().zip(&mut fastest) {
            let start = Clock::now();
            drop(black_box(black_box(page).clean(cleaner)));
            *fastest = start.elapsed().min(*fastest);
        }
    }
    (fastest.map(|time| time.as_secs_f64()), pages[1].bytes())
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
    let bytes = page.bytes();
    let before = ALLOCATOR.current_usage();
    ALLOCATOR.reset_peak_usage();
    drop(black_box(page.clean(cleaner)));
    (ALLOCATOR.peak_usage() - before) as f64 / bytes as f64
}

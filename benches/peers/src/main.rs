//! Other extractors on the same pages: `peers [--rounds N] PATH…` prints a table of MB/s, time relative
//! to `scraper::Html::parse_document`, and the peak of the heap as a multiple of the page.

use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use peak_alloc::PeakAlloc;
use std::collections::HashSet;
use std::hint::black_box;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

#[global_allocator]
static HEAP: PeakAlloc = PeakAlloc;

/// An extractor: its name, and a page in.
type Peer = (&'static str, fn(&str));

const PEERS: &[Peer] = &[
    ("zhengwen: clean", |page| drop(black_box(zhengwen::clean(page)))),
    ("html5ever: tokenizer", tokenize),
    ("scraper: parse_document", |page| drop(black_box(scraper::Html::parse_document(page)))),
    ("dom_smoothie", |page| {
        let readability = dom_smoothie::Readability::new(page, None, None);
        drop(black_box(readability.and_then(|mut readability| readability.parse())));
    }),
    ("dom-content-extraction", |page| {
        let document = dom_content_extraction::scraper::Html::parse_document(page);
        drop(black_box(dom_content_extraction::get_content(&document)));
    }),
    ("justext", |page| {
        // No list of stop words: there is none for Chinese.
        drop(black_box(justext::extract_text(page, &HashSet::new(), &justext::Config::default())));
    }),
    ("rs-trafilatura", |page| drop(black_box(rs_trafilatura::extract(page)))),
    ("trafilatura", |page| drop(black_box(trafilatura::extract(page, &trafilatura::Options::default())))),
];

/// The peer that the others are compared with.
const YARDSTICK: &str = "scraper: parse_document";

fn main() {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let mut rounds = 3;
    if args.first().is_some_and(|arg| arg == "--rounds") {
        rounds = args.get(1).and_then(|n| n.parse().ok()).unwrap_or(rounds);
        args.drain(..2.min(args.len()));
    }
    let pages: Vec<String> = args.iter().filter_map(|path| read(path)).collect();
    let bytes: usize = pages.iter().map(String::len).sum();
    // What others print while they work or fail is not part of the table.
    std::panic::set_hook(Box::new(|_| {}));
    let times: Vec<Vec<Duration>> = PEERS.iter().map(|peer| time(peer, &pages, rounds)).collect();
    let yardstick = PEERS.iter().position(|(name, _)| *name == YARDSTICK).expect("it is in the list");
    println!("{} pages, {:.1} MB, fastest of {rounds} rounds", pages.len(), bytes as f64 / 1e6);
    println!("| extractor | MB/s | time, median of pages | peak heap, median of pages |");
    println!("|---|---|---|---|");
    for ((name, run), times_of) in PEERS.iter().zip(&times) {
        let total: Duration = times_of.iter().sum();
        let ratios = times_of.iter().zip(&times[yardstick]).map(|(a, b)| a.as_secs_f64() / b.as_secs_f64());
        let peaks = pages.iter().map(|page| peak(*run, page) as f64 / page.len() as f64);
        println!(
            "| {name} | {:.1} | {:.2} | {:.1} |",
            bytes as f64 / 1e6 / total.as_secs_f64(),
            median(ratios),
            median(peaks)
        );
    }
}

fn read(path: &str) -> Option<String> {
    let bytes = std::fs::read(path).ok()?;
    Some(zhengwen::decode(&bytes, None).ok()?.text.into_owned())
}

/// The fastest time of each page. A page that makes an extractor panic counts with the time it took.
fn time((_, run): &Peer, pages: &[String], rounds: usize) -> Vec<Duration> {
    let once = |page: &str| {
        let start = Instant::now();
        let _ = catch_unwind(AssertUnwindSafe(|| run(black_box(page))));
        start.elapsed()
    };
    pages.iter().map(|page| (0..rounds).map(|_| once(page)).min().unwrap_or_default()).collect()
}

fn peak(run: fn(&str), page: &str) -> usize {
    let before = HEAP.current_usage();
    HEAP.reset_peak_usage();
    let _ = catch_unwind(AssertUnwindSafe(|| run(page)));
    HEAP.peak_usage().saturating_sub(before)
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

fn tokenize(page: &str) {
    struct Nowhere;
    impl TokenSink for Nowhere {
        type Handle = ();
        fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
            drop(black_box(token));
            TokenSinkResult::Continue
        }
    }
    let tokenizer = Tokenizer::new(Nowhere, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(page));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
}

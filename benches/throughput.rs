//! Bytes per second: cleaning beside parsing alone, and dumps beside counting their Han characters.
//!
//! Pages are made up here. A corpus beside the project (`../shared/corpus/dev/{html,text}`) is timed
//! too where there is one, and the ratio of clean to parse is printed over its pages.

#![expect(clippy::print_stdout, reason = "a program that prints figures")]

mod corpus;
mod pages;
mod ratio;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group};
use std::hint::black_box;
use std::time::Instant;
use zhengwen::Cleaner;

fn main() {
    throughput();
    Criterion::default().configure_from_args().final_summary();
    print_ratios();
}

criterion_group!(throughput, made_html, made_dumps, made_bytes, corpus_html, corpus_text);

fn made_html(criterion: &mut Criterion) {
    for (name, bytes) in pages::SIZES {
        html(criterion, "html", name, &[pages::html(bytes)]);
    }
}

fn corpus_html(criterion: &mut Criterion) {
    html(criterion, "corpus", "html", &corpus::pages("html"));
}

/// Cleaning and parsing all of `pages`.
fn html(criterion: &mut Criterion, group: &str, name: &str, pages: &[String]) {
    if pages.is_empty() {
        return;
    }
    let cleaner = Cleaner::new();
    let mut group = criterion.benchmark_group(group);
    group.throughput(Throughput::Bytes(bytes(pages))).sample_size(10);
    group.bench_function(BenchmarkId::new("clean_html", name), |bencher| {
        bencher.iter(|| {
            for page in pages {
                drop(black_box(cleaner.clean_html(black_box(page))));
            }
        });
    });
    group.bench_function(BenchmarkId::new("parse_document", name), |bencher| {
        bencher.iter(|| {
            for page in pages {
                drop(black_box(scraper::Html::parse_document(black_box(page))));
            }
        });
    });
}

fn made_dumps(criterion: &mut Criterion) {
    for (name, bytes) in pages::SIZES {
        // A dump has about a tenth of its page.
        text(criterion, "dump", name, &[pages::dump(bytes / 10)]);
    }
}

fn corpus_text(criterion: &mut Criterion) {
    text(criterion, "corpus", "text", &corpus::pages("text"));
}

/// Cleaning all of `dumps`, and counting their Han characters.
fn text(criterion: &mut Criterion, group: &str, name: &str, dumps: &[String]) {
    if dumps.is_empty() {
        return;
    }
    let cleaner = Cleaner::new();
    let mut group = criterion.benchmark_group(group);
    group.throughput(Throughput::Bytes(bytes(dumps))).sample_size(10);
    group.bench_function(BenchmarkId::new("clean_text", name), |bencher| {
        bencher.iter(|| {
            for dump in dumps {
                drop(black_box(cleaner.clean_text(black_box(dump))));
            }
        });
    });
    group.bench_function(BenchmarkId::new("count_han", name), |bencher| {
        bencher.iter(|| dumps.iter().map(|dump| han(black_box(dump))).sum::<usize>());
    });
}

/// Han characters, read one by one: the least that any reader of Chinese text does.
fn han(text: &str) -> usize {
    text.chars().filter(|c| matches!(c, '\u{4E00}'..='\u{9FFF}')).count()
}

/// Pages in GB18030, told by their `<meta>` and by the header.
fn made_bytes(criterion: &mut Criterion) {
    let cleaner = Cleaner::new();
    let mut group = criterion.benchmark_group("gb18030");
    for (name, size) in pages::SIZES {
        let page = pages::html(size).replacen("utf-8", "gb2312", 1);
        let (page, _, _) = encoding_rs::GB18030.encode(&page);
        group.throughput(Throughput::Bytes(page.len() as u64)).sample_size(10);
        for (told, content_type) in [("meta", None), ("header", Some("text/html; charset=GBK"))] {
            group.bench_function(BenchmarkId::new(told, name), |bencher| {
                bencher.iter(|| drop(black_box(cleaner.clean_bytes(black_box(&page), content_type))));
            });
        }
    }
}

fn bytes(pages: &[String]) -> u64 {
    pages.iter().map(|page| page.len() as u64).sum()
}

/// Prints the median of clean / parse, page by page.
fn print_ratios() {
    let rounds = if std::env::args().any(|arg| arg == "--test") { 1 } else { 7 };
    let cleaner = Cleaner::new();
    let made: Vec<String> = pages::SIZES.iter().map(|&(_, bytes)| pages::html(bytes)).collect();
    for (name, pages) in [("made", made), ("corpus", corpus::pages("html"))] {
        let mut ratios: Vec<f64> = pages.iter().map(|page| ratio::ratio(&cleaner, page, rounds)).collect();
        if let Some(median) = ratio::median(&mut ratios) {
            println!("{name}: {} pages, median ratio clean/parse {median:.3}", ratios.len());
        }
    }
    let dumps = corpus::pages("text");
    let clean = fastest(rounds, || dumps.iter().for_each(|dump| drop(black_box(cleaner.clean_text(dump)))));
    let count = fastest(rounds, || {
        black_box(dumps.iter().map(|dump| han(black_box(dump))).sum::<usize>());
    });
    if !dumps.is_empty() {
        println!("dumps: {} of them, clean/count_han {:.1}", dumps.len(), clean / count);
    }
}

/// Seconds of the fastest of some rounds.
fn fastest(rounds: usize, work: impl Fn()) -> f64 {
    let round = |_| {
        let start = Instant::now();
        work();
        start.elapsed().as_secs_f64()
    };
    (0..rounds).map(round).fold(f64::INFINITY, f64::min)
}

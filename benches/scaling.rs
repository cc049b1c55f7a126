//! Hostile pages at n and 2n: time must double, not quadruple. Prints the table of ratios first.

#![expect(clippy::print_stdout, reason = "a program that prints a table")]

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group};
use std::fmt::Write;
use std::hint::black_box;
use std::time::{Duration, Instant};
use zhengwen::{Article, Cleaner};

/// How a page is to be read.
#[derive(Clone, Copy)]
enum Input {
    Html,
    Dump,
}

/// A hostile page of a given size.
struct Case {
    name: &'static str,
    input: Input,
    /// Repetitions, or in text characters.
    n: usize,
    make: fn(usize) -> String,
}

const CASES: [Case; 14] = [
    html("div_nest", 50_000, |n| "<div>".repeat(n) + "正文"),
    html("ul_li_chain", 50_000, |n| "<ul><li>".repeat(n)),
    html("formatting", 20_000, |n| "<p><b><i><font color=red>文".repeat(n)),
    html("misnested", 20_000, |n| "<a><b><p>文</a></b>".repeat(n)),
    html("deep_tables", 20_000, |n| "<table><tr><td>表".repeat(n)),
    html("attributes", 100_000, attributes),
    html("text_node", 500_000, |n| format!("<p>{}</p>", "天气很好，".repeat(n / 5))),
    html("links", 50_000, |n| "<a href=\"/a.html\">今日要闻</a>".repeat(n)),
    html("paragraphs", 20_000, |n| "<p>今天天气很好，适合出门走走。</p>".repeat(n)),
    html("unclosed", 20_000, |n| "<div><p>文<span>字<li><td><option>".repeat(n)),
    html("open_comments", 50_000, |n| "文<!-- ".repeat(n)),
    html("open_scripts", 50_000, |n| "文<script><!--<script>".repeat(n)),
    dump("dump_line", 500_000, |n| "天气很好 ".repeat(n / 5)),
    dump("dump_lines", 50_000, |n| "今天天气很好，适合出门走走。\n".repeat(n)),
];

const fn html(name: &'static str, n: usize, make: fn(usize) -> String) -> Case {
    Case { name, input: Input::Html, n, make }
}

const fn dump(name: &'static str, n: usize, make: fn(usize) -> String) -> Case {
    Case { name, input: Input::Dump, n, make }
}

fn attributes(n: usize) -> String {
    let mut page = String::from("<div");
    for i in 0..n {
        let _ = write!(page, " a{i}=x");
    }
    page + ">正文</div>"
}

fn main() {
    print_table();
    scaling();
    Criterion::default().configure_from_args().final_summary();
}

criterion_group!(scaling, hostile);

fn hostile(criterion: &mut Criterion) {
    let cleaner = Cleaner::new();
    for case in &CASES {
        let mut group = criterion.benchmark_group(case.name);
        group.sample_size(10);
        for n in [case.n, 2 * case.n] {
            let page = (case.make)(n);
            group.throughput(Throughput::Bytes(page.len() as u64));
            group.bench_function(BenchmarkId::from_parameter(n), |bencher| {
                bencher.iter(|| drop(black_box(clean(&cleaner, case.input, black_box(&page)))));
            });
        }
    }
}

fn clean(cleaner: &Cleaner, input: Input, page: &str) -> Article {
    match input {
        Input::Html => cleaner.clean_html(page),
        Input::Dump => cleaner.clean_text(page),
    }
}

/// Prints each case's median time at n and 2n; linear is a ratio of 2.
fn print_table() {
    let rounds = if std::env::args().any(|arg| arg == "--test") { 1 } else { 5 };
    let cleaner = Cleaner::new();
    println!("{:<12} {:>8} {:>10} {:>10} {:>6} {:>7}", "case", "n", "n (ms)", "2n (ms)", "ratio", "MB/s");
    for case in &CASES {
        let [once, twice] = [case.n, 2 * case.n].map(|n| {
            let page = (case.make)(n);
            (median(rounds, || drop(black_box(clean(&cleaner, case.input, black_box(&page))))), page.len())
        });
        let (t1, t2) = (once.0.as_secs_f64(), twice.0.as_secs_f64());
        println!(
            "{:<12} {:>8} {:>10.2} {:>10.2} {:>6.2} {:>7.1}",
            case.name,
            case.n,
            t1 * 1e3,
            t2 * 1e3,
            t2 / t1,
            megabytes(twice.1) / t2,
        );
    }
}

fn megabytes(bytes: usize) -> f64 {
    u32::try_from(bytes).map_or(f64::INFINITY, f64::from) / 1e6
}

fn median(rounds: usize, work: impl Fn()) -> Duration {
    let mut times: Vec<Duration> = (0..rounds)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times.get(rounds / 2).copied().unwrap_or_default()
}

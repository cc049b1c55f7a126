//! Measures the cleaner against a gold: `evaluate [--input auto|html|text] [--folds N [--refit]]
//! [--worst N] [--against OLD.jsonl] GOLD.jsonl PAGES…`, or `evaluate --rearranged[=KIND,…] [--worst N]
//! GOLD.jsonl PAGES…`
//!
//! GOLD has a page a line, with the keys of an article (see CONTRIBUTING.md); PAGES are pages or folders
//! of pages, each named by its id in the gold. Prints body precision, recall and F1, the share of pages
//! at 0.95 and below 0.5, an interval for F1, and how often each field is exact.
//!
//! Two kinds of figures over folds, and they are not the same:
//! * `--folds N` shows the shipped weights, fold by fold of sites: how much the figures differ from site
//!   to site. On pages that the weights were fitted to they are figures in sample.
//! * `--folds N --refit` fits the weights anew for each fold, to the pages of all other folds: what
//!   weights reach on sites they have not seen. Word lists and rules stay as they are.
//!
//! `--rearranged` measures HTML pages whose surroundings were changed and whose body was not, kind by
//! kind (`examples/rearrange`).
//!
//! `--against OLD.jsonl` also shows which fields and lines changed since OLD, an earlier output of
//! `clean --format json`. Of pages without gold OLD can be the gold as well.

#![expect(clippy::print_stderr, reason = "a program that tells of pages it did not find")]

#[path = "../scoring/mod.rs"]
mod scoring;
#[path = "../learning/mod.rs"]
mod learning;
#[path = "../rearrange/mod.rs"]
mod rearrange;
mod refit;
mod rearranged;
mod against;

use clap::{Parser, ValueEnum};
use rearrange::Kind;
use scoring::body::BodyScore;
use scoring::bootstrap::interval;
use scoring::figures::{BODY_COLUMNS, Figures};
use scoring::folds::{self, folds};
use scoring::page_score::PageScore;
use scoring::pages;
use scoring::record::{self, Record};
use std::collections::HashMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use zhengwen::{Article, Cleaner};

/// Measures the articles of saved pages against a gold.
#[derive(Parser)]
#[command(name = "evaluate", version)]
struct Options {
    /// What the pages are.
    #[arg(long, value_enum, default_value_t = Input::Auto)]
    input: Input,
    /// Also the figures of each of so many folds of sites, from 2 up.
    #[arg(long, value_parser = folds::count)]
    folds: Option<usize>,
    /// Clean each fold with weights fitted to the others.
    #[arg(long, requires = "folds", conflicts_with = "predictions")]
    refit: bool,
    /// Measure the pages, which are HTML, rearranged in these ways, or in all.
    #[arg(long, value_name = "KIND,…", num_args = 0.., require_equals = true, value_delimiter = ',',
        value_parser = Kind::named, conflicts_with_all = ["input", "folds", "predictions"])]
    rearranged: Option<Vec<Kind>>,
    /// Pages to name, worst body first; of rearranged ones, so many of each kind.
    #[arg(long, default_value_t = 0)]
    worst: usize,
    /// Measure this output (JSON Lines with the keys of an article), and clean no pages.
    #[arg(long, conflicts_with = "pages")]
    predictions: Option<PathBuf>,
    /// Show what changed since this output of an earlier run (JSON Lines with the keys of an article).
    #[arg(long)]
    against: Option<PathBuf>,
    /// The gold, a page a line.
    gold: PathBuf,
    /// Pages or folders of pages.
    #[arg(required_unless_present = "predictions")]
    pages: Vec<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Input {
    /// Told apart by looking.
    Auto,
    Html,
    /// Text that somebody stripped out of a page.
    Text,
}

fn main() -> ExitCode {
    match evaluate(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn evaluate(options: &Options) -> io::Result<()> {
    let gold = record::read(&options.gold)?;
    if gold.is_empty() {
        return Err(io::Error::other(format!("{}: no page in the gold", options.gold.display())));
    }
    if let Some(kinds) = &options.rearranged {
        let texts = pages_of(&gold, options)?;
        return print(&rearranged::report(kinds, &gold, &texts, options.worst));
    }
    let sites: Vec<&str> = gold.iter().map(Record::site).collect();
    if let Some(count) = options.folds {
        folds::enough_sites(&sites, count).map_err(io::Error::other)?;
    }
    let folds = options.folds.map(|count| folds(&sites, count));
    let found = match &options.predictions {
        Some(path) => found_in_output(&gold, path)?,
        None => found_on_pages(&gold, folds.as_deref().filter(|_| options.refit), options)?,
    };
    let scores: Vec<PageScore> =
        gold.iter().zip(&found).map(|(gold, found)| PageScore::of(gold, found)).collect();
    let mut report = report(&scores, folds.as_deref(), options);
    if let Some(path) = &options.against {
        report += &against::report(&gold, &record::read(path)?, &found);
    }
    print(&report)
}

fn print(report: &str) -> io::Result<()> {
    match io::stdout().lock().write_all(report.as_bytes()) {
        // Whoever reads our output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

/// All figures asked for.
fn report(scores: &[PageScore], folds: Option<&[usize]>, options: &Options) -> String {
    let (low, high) = interval(scores);
    let weights =
        if options.refit { "each page cleaned with weights fitted to the other folds\n" } else { "" };
    let mut report = format!(
        "{weights}{}F1 lies between {low:.4} and {high:.4} for 95 of 100 samples of as many sites\n",
        Figures::of(scores)
    );
    if let Some(folds) = folds {
        report += &fold_table(scores, folds, options.refit);
    }
    if options.worst > 0 {
        report += &worst_table(scores, options.worst);
    }
    report
}

/// Cleans the pages, and where `folds` are given, each with weights fitted to the other folds.
fn found_on_pages(gold: &[Record], folds: Option<&[usize]>, options: &Options) -> io::Result<Vec<Record>> {
    let texts = pages_of(gold, options)?;
    let cleaners = match folds {
        None => vec![Cleaner::new()],
        Some(folds) => refit::cleaners(gold, &texts, folds, options.input),
    };
    let pages = gold.iter().zip(&texts).enumerate();
    let found = pages.map(|(at, (gold, text))| {
        let cleaner = &cleaners[folds.map_or(0, |folds| folds[at])];
        let found = text.as_deref().map(|text| Record::of(&gold.id, &clean(cleaner, options.input, text)));
        found.unwrap_or_else(|| nothing(gold))
    });
    Ok(found.collect())
}

fn clean(cleaner: &Cleaner, input: Input, page: &str) -> Article {
    match input {
        Input::Auto => cleaner.clean(page),
        Input::Html => cleaner.clean_html(page),
        Input::Text => cleaner.clean_text(page),
    }
}

fn found_in_output(gold: &[Record], path: &Path) -> io::Result<Vec<Record>> {
    let mut found: HashMap<String, Record> =
        record::read(path)?.into_iter().map(|record| (record.id.clone(), record)).collect();
    if !gold.iter().any(|gold| found.contains_key(&gold.id)) {
        return Err(nothing_named(gold, &path.display().to_string()));
    }
    Ok(gold.iter().map(|gold| found.remove(&gold.id).unwrap_or_else(|| nothing(gold))).collect())
}

/// The pages of the gold, some of them at least.
fn pages_of(gold: &[Record], options: &Options) -> io::Result<Vec<Option<String>>> {
    let texts = pages::of_gold(gold, &options.pages)?;
    if texts.iter().all(Option::is_none) {
        let paths: Vec<String> = options.pages.iter().map(|path| path.display().to_string()).collect();
        return Err(nothing_named(gold, &paths.join(", ")));
    }
    Ok(texts)
}

/// Figures over nothing would read as if everything had failed.
fn nothing_named(gold: &[Record], place: &str) -> io::Error {
    let first = gold.first().map_or("", |record| &record.id);
    io::Error::other(format!(
        "{place}: none of the {} pages of the gold, which are named by their ids, the first `{first}`",
        gold.len()
    ))
}

/// A page that is not there counts as one where nothing was found.
fn nothing(gold: &Record) -> Record {
    eprintln!("{}: no page, counted as nothing found", gold.id);
    Record::default()
}

fn fold_table(scores: &[PageScore], folds: &[usize], refit: bool) -> String {
    let weights = if refit { "weights fitted to the other folds" } else { "one table of weights" };
    let head = format!("\nfolds of sites, {weights}\nfold  pages {BODY_COLUMNS}\n");
    (0..=folds.iter().copied().max().unwrap_or(0)).fold(head, |table, fold| {
        let pages = scores.iter().zip(folds).filter(|(_, at)| **at == fold);
        let pages: Vec<PageScore> = pages.map(|(score, _)| score.clone()).collect();
        table + &format!("{:>4} {:>6} {}\n", fold + 1, pages.len(), Figures::of(&pages).body())
    })
}

fn worst_table(scores: &[PageScore], count: usize) -> String {
    let mut order: Vec<&PageScore> = scores.iter().collect();
    order.sort_by(|a, b| a.body.f1.total_cmp(&b.body.f1));
    order.into_iter().take(count).fold("\nworst bodies\n".to_owned(), |table, score| {
        let PageScore { id, body, .. } = score;
        let wrong = score.wrong().join(", ");
        let BodyScore { precision, recall, f1 } = body;
        table + &format!("{id:24} F1 {f1:.3}  P {precision:.3}  R {recall:.3}  wrong: {wrong}\n")
    })
}

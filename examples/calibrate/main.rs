//! Calibrates the table of weights on pages with gold, cross-validated over sites:
//! `calibrate [--input html|text] [--ablate] GOLD.jsonl PAGES…`
//!
//! Labels every block of every page from the gold, fits a logistic regression with a ridge penalty
//! (Newton's method; no randomness), and prints the weights as rows of `src/body/weights.rs`. With
//! folds over sites it also prints the body F1 that weights fitted on other sites reach.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints a table")]

#[path = "../scoring/mod.rs"]
mod scoring;
#[path = "../learning/mod.rs"]
mod learning;
mod ablation;

use clap::{Parser, ValueEnum};
use learning::regression::{self, Sample};
use scoring::figures::{Figures, mean};
use scoring::page_score::PageScore;
use scoring::record::{self, Record};
use scoring::{folds::folds, pages};
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;
use zhengwen::{Cleaner, Feature, JudgedBlock, Weights};

/// Fits the weights of the body score to pages with gold.
#[derive(Parser)]
struct Options {
    /// Pages as HTML or as text dumps.
    #[arg(long, value_enum, default_value_t = Input::Html)]
    input: Input,
    /// Also what each feature is worth: cross-validated F1 without it.
    #[arg(long)]
    ablate: bool,
    /// Ridge penalty on each weight's square.
    #[arg(long, default_value_t = learning::RIDGE)]
    ridge: f64,
    /// Folds over sites.
    #[arg(long, default_value_t = 8)]
    folds: usize,
    /// Pages to name, worst first, in the cross-validation.
    #[arg(long, default_value_t = 0)]
    worst: usize,
    /// The gold, a page a line.
    gold: PathBuf,
    /// Pages or folders of pages, each named by its id in the gold.
    #[arg(required = true)]
    pages: Vec<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Input {
    Html,
    Text,
}

/// A page with what its gold says.
struct GoldPage {
    gold: Record,
    text: String,
    blocks: Vec<JudgedBlock>,
}

fn main() -> ExitCode {
    match calibrate(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn calibrate(options: &Options) -> io::Result<()> {
    let pages = load(options)?;
    let sites: Vec<&str> = pages.iter().map(|page| page.gold.site()).collect();
    let folds = folds(&sites, options.folds);
    let all: Vec<Feature> = Feature::ALL.to_vec();
    let samples: Vec<Vec<Sample>> = samples(&pages, &all);
    let total: usize = samples.iter().map(Vec::len).sum();
    eprintln!("{} pages, {total} blocks to learn from, {} folds over sites", pages.len(), options.folds);

    let shipped = learning::table(&all, &regression::fit(&samples.concat(), options.ridge));
    for &feature in Feature::ALL {
        println!("    (Feature::{feature:?}, {:.2}),", shipped.get(feature));
    }
    let own = scores(&pages, &vec![shipped; pages.len()], options.input);
    eprintln!("fitted and measured on all pages: {}", summary(&own));
    let held_out = cross_validate(&pages, &folds, &all, options);
    eprintln!("cross-validated over sites:       {}", summary(&held_out.scores));
    name_worst(&held_out.scores, options.worst);
    if options.ablate {
        ablate(&pages, &folds, &held_out, options);
    }
    Ok(())
}

/// The pages of the gold. One that cannot be read ends the run: a silent gap would change every figure.
fn load(options: &Options) -> io::Result<Vec<GoldPage>> {
    let gold = record::read(&options.gold)?;
    let texts = pages::of_gold(&gold, &options.pages)?;
    let cleaner = Cleaner::new();
    gold.into_iter()
        .zip(texts)
        .map(|(gold, text)| {
            let text = text.ok_or_else(|| io::Error::other(format!("no page {}", gold.id)))?;
            let blocks = match options.input {
                Input::Html => cleaner.explain_html(&text),
                Input::Text => cleaner.explain_text(&text),
            }
            .blocks;
            Ok(GoldPage { gold, text, blocks })
        })
        .collect()
}

fn samples(pages: &[GoldPage], features: &[Feature]) -> Vec<Vec<Sample>> {
    pages.iter().map(|page| learning::samples(&page.blocks, &page.gold, features)).collect()
}

/// What a cross-validation gives.
struct HeldOut {
    /// Scores of each page, under weights fitted without its site.
    scores: Vec<PageScore>,
    /// Mean weighted logarithmic loss of a page's blocks, in nats.
    loss: f64,
}

fn cross_validate(pages: &[GoldPage], folds: &[usize], features: &[Feature], options: &Options) -> HeldOut {
    let samples = samples(pages, features);
    let by_fold: Vec<Vec<f64>> = (0..options.folds)
        .map(|fold| {
            let others: Vec<Sample> =
                samples.iter().zip(folds).filter(|(_, f)| **f != fold).flat_map(|(s, _)| s.clone()).collect();
            regression::fit(&others, options.ridge)
        })
        .collect();
    let losses = samples.iter().zip(folds).map(|(samples, &fold)| regression::loss(samples, &by_fold[fold]));
    let loss = mean(losses);
    let weights: Vec<Weights> = folds.iter().map(|&fold| learning::table(features, &by_fold[fold])).collect();
    HeldOut { scores: scores(pages, &weights, options.input), loss }
}

/// Scores of each page under its weights.
fn scores(pages: &[GoldPage], weights: &[Weights], input: Input) -> Vec<PageScore> {
    pages
        .iter()
        .zip(weights)
        .map(|(page, weights)| {
            let builder = Cleaner::builder();
            let builder = match input {
                Input::Html => builder.html_weights(weights.clone()),
                Input::Text => builder.dump_weights(weights.clone()),
            };
            let cleaner = builder.build().unwrap_or_else(|error| panic!("{error}"));
            let article = match input {
                Input::Html => cleaner.clean_html(&page.text),
                Input::Text => cleaner.clean_text(&page.text),
            };
            PageScore::of(&page.gold, &Record::of(&page.gold.id, &article))
        })
        .collect()
}

fn summary(scores: &[PageScore]) -> String {
    let figures = Figures::of(scores);
    format!("F1 {:.4}, share >= 0.95 {:.3}, share < 0.5 {:.3}", figures.f1, figures.good, figures.lost)
}

fn name_worst(scores: &[PageScore], count: usize) {
    let mut order: Vec<&PageScore> = scores.iter().collect();
    order.sort_by(|a, b| a.body.f1.total_cmp(&b.body.f1));
    for score in order.into_iter().take(count) {
        eprintln!("  {:24} {:.3}", score.id, score.body.f1);
    }
}

/// Rows of `what is left out | F1 | share of pages at 0.95 | loss`, each as the change it makes.
fn ablate(pages: &[GoldPage], folds: &[usize], full: &HeldOut, options: &Options) {
    eprintln!("left out, cross-validated            F1   share      loss");
    let of_all = Figures::of(&full.scores);
    let row = |name: &str, features: &[Feature]| {
        let rest = cross_validate(pages, folds, features, options);
        let figures = Figures::of(&rest.scores);
        eprintln!(
            "  {name:24} {:+.4} {:+.4} {:+8.3}",
            figures.f1 - of_all.f1,
            figures.good - of_all.good,
            rest.loss - full.loss,
        );
    };
    for (family, features) in ablation::FAMILIES {
        row(family, &ablation::without(features));
    }
    row("all but the backbone", ablation::BACKBONE);
    for &feature in Feature::ALL.iter().filter(|feature| **feature != Feature::Bias) {
        row(feature.name(), &ablation::without(&[feature]));
    }
}

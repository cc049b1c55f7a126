//! Calibrates the table of weights on pages with gold, cross-validated over sites:
//! `calibrate [--input html|text] [--ablate] GOLD.jsonl PAGES`
//!
//! Labels every block of every page from the gold, fits a logistic regression with a ridge penalty
//! (Newton's method; no randomness), and prints the weights as rows of `src/body/weights.rs`. With
//! folds over sites it also prints the body F1 that weights fitted on other sites reach.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints a table")]

mod ablation;
mod labels;
mod regression;
mod pages;

use clap::{Parser, ValueEnum};
use labels::Label;
use pages::GoldPage;
use regression::Sample;
use std::path::PathBuf;
use zhengwen::{Cleaner, Feature, Weights};

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
    #[arg(long, default_value_t = 1.0)]
    ridge: f64,
    /// Folds over sites.
    #[arg(long, default_value_t = 8)]
    folds: usize,
    /// Pages to name, worst first, in the cross-validation.
    #[arg(long, default_value_t = 0)]
    worst: usize,
    /// The gold, a page a line.
    gold: PathBuf,
    /// The folder of pages: each named by its id in the gold.
    pages: PathBuf,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Input {
    Html,
    Text,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let options = Options::parse();
    let pages = pages::load(&options.gold, &options.pages, options.input)?;
    let folds = folds(&pages, options.folds);
    let all: Vec<Feature> = Feature::ALL.to_vec();
    let samples: Vec<Vec<Sample>> = pages.iter().map(|page| samples(page, &all)).collect();
    let total: usize = samples.iter().map(Vec::len).sum();
    eprintln!("{} pages, {total} blocks to learn from, {} folds over sites", pages.len(), options.folds);

    let shipped = table(&all, &regression::fit(&samples.concat(), options.ridge));
    for &feature in Feature::ALL {
        println!("    (Feature::{feature:?}, {:.2}),", shipped.get(feature));
    }
    let own = figures(&pages, &vec![shipped; pages.len()], &options);
    eprintln!("fitted and measured on all pages: {}", summary(&own));
    let held_out = cross_validate(&pages, &folds, &all, &options);
    eprintln!("cross-validated over sites:       {}", summary(&held_out.figures));
    name_worst(&pages, &held_out.figures, options.worst);
    if options.ablate {
        ablate(&pages, &folds, &held_out, &options);
    }
    Ok(())
}

/// The fold of each page: sites in order of name, dealt out in turn, so that a site is in one fold.
fn folds(pages: &[GoldPage], count: usize) -> Vec<usize> {
    let mut sites: Vec<&str> = pages.iter().map(|page| page.site.as_str()).collect();
    sites.sort_unstable();
    sites.dedup();
    pages.iter().map(|page| sites.iter().position(|site| *site == page.site).unwrap_or(0) % count).collect()
}

/// A block counts by the square root of its length, and a page by no more than another.
fn samples(page: &GoldPage, features: &[Feature]) -> Vec<Sample> {
    let labels = labels::label(&page.blocks, &page.body, &page.optional);
    let mut samples: Vec<Sample> = page
        .blocks
        .iter()
        .zip(labels)
        .filter(|(block, label)| *label != Label::Open && !block.text.is_empty())
        .map(|(block, label)| Sample {
            features: features.iter().map(|&feature| block.feature(feature)).collect(),
            is_body: label == Label::Body,
            weight: (block.text.chars().count().clamp(8, 150) as f64).sqrt(),
        })
        .collect();
    let (body, chrome) = samples.iter().fold((1.0, 1.0), |(body, chrome), sample| {
        if sample.is_body { (body + sample.weight, chrome) } else { (body, chrome + sample.weight) }
    });
    for sample in &mut samples {
        sample.weight *= if sample.is_body { 20.0 / body } else { 20.0 / chrome };
    }
    samples
}

/// Two decimals are what the shipped table shows, so they are what is measured.
fn table(features: &[Feature], fitted: &[f64]) -> Weights {
    features.iter().zip(fitted).fold(Weights::zero(), |weights, (&feature, value)| {
        let rounded = (value * 100.0).round() / 100.0;
        weights.with(feature, rounded).unwrap_or_else(|error| panic!("the fit did not converge: {error}"))
    })
}

/// What a cross-validation gives.
struct HeldOut {
    /// Body F1 of each page, under weights fitted without its site.
    figures: Vec<f64>,
    /// Mean weighted logarithmic loss of a page's blocks, in nats.
    loss: f64,
}

fn cross_validate(pages: &[GoldPage], folds: &[usize], features: &[Feature], options: &Options) -> HeldOut {
    let samples: Vec<Vec<Sample>> = pages.iter().map(|page| samples(page, features)).collect();
    let by_fold: Vec<Vec<f64>> = (0..options.folds)
        .map(|fold| {
            let others: Vec<Sample> =
                samples.iter().zip(folds).filter(|(_, f)| **f != fold).flat_map(|(s, _)| s.clone()).collect();
            regression::fit(&others, options.ridge)
        })
        .collect();
    let losses = samples.iter().zip(folds).map(|(samples, &fold)| regression::loss(samples, &by_fold[fold]));
    let loss = losses.sum::<f64>() / pages.len() as f64;
    let weights: Vec<Weights> = folds.iter().map(|&fold| table(features, &by_fold[fold])).collect();
    HeldOut { figures: figures(pages, &weights, options), loss }
}

/// Body F1 of each page under its weights.
fn figures(pages: &[GoldPage], weights: &[Weights], options: &Options) -> Vec<f64> {
    pages
        .iter()
        .zip(weights)
        .map(|(page, weights)| {
            let builder = Cleaner::builder();
            let builder = match options.input {
                Input::Html => builder.html_weights(weights.clone()),
                Input::Text => builder.dump_weights(weights.clone()),
            };
            let cleaner = builder.build().unwrap_or_else(|error| panic!("{error}"));
            let article = match options.input {
                Input::Html => cleaner.clean_html(&page.page),
                Input::Text => cleaner.clean_text(&page.page),
            };
            pages::f1(&article.text(), &page.body, &page.optional)
        })
        .collect()
}

fn mean(figures: &[f64]) -> f64 {
    figures.iter().sum::<f64>() / figures.len() as f64
}

/// Share of the pages at or over 0.95.
fn good(figures: &[f64]) -> f64 {
    figures.iter().filter(|figure| **figure >= 0.95).count() as f64 / figures.len() as f64
}

fn summary(figures: &[f64]) -> String {
    let lost = figures.iter().filter(|figure| **figure < 0.5).count() as f64 / figures.len() as f64;
    format!("F1 {:.4}, share >= 0.95 {:.3}, share < 0.5 {lost:.3}", mean(figures), good(figures))
}

fn name_worst(pages: &[GoldPage], figures: &[f64], count: usize) {
    let mut order: Vec<usize> = (0..pages.len()).collect();
    order.sort_by(|&a, &b| figures[a].total_cmp(&figures[b]));
    for at in order.into_iter().take(count) {
        eprintln!("  {:24} {:.3}", pages[at].id, figures[at]);
    }
}

/// Rows of `what is left out | F1 | share of pages at 0.95 | loss`, each as the change it makes.
fn ablate(pages: &[GoldPage], folds: &[usize], full: &HeldOut, options: &Options) {
    eprintln!("left out, cross-validated            F1   share      loss");
    let row = |name: &str, features: &[Feature]| {
        let rest = cross_validate(pages, folds, features, options);
        eprintln!(
            "  {name:24} {:+.4} {:+.4} {:+8.3}",
            mean(&rest.figures) - mean(&full.figures),
            good(&rest.figures) - good(&full.figures),
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

//! Pages with gold in, a table of weights out: what `calibrate` ships and `evaluate --refit` holds out.
//!
//! Three logistic regressions, one on the other's shoulders: the score of a block by itself, whether a part
//! goes on the article, and whether a block is body for where it stands. The first is fitted to the pages as
//! they are, the others also to their rearrangements, which weigh together as much as their page.

#![allow(dead_code, reason = "each program that fits weights uses a part of this")]

mod labels;
mod lessons;
mod sheet;
pub(crate) mod regression;

pub(crate) use sheet::{Form, Sheet};

use rayon::prelude::*;
use regression::Sample;
use zhengwen::{Cleaner, Feature, Weights};

/// Ridge penalties of the shipped weights. Of 1, 3, 5 and 10 for the first, 3 and 5 are best on sites held out.
const FIRST_RIDGE: f64 = 3.0;
const PART_RIDGE: f64 = 1.0;
const PLACE_RIDGE: f64 = 2.0;
/// What the search for parts begins with, in the order of [`Feature::part`]; and how often it is fitted to the
/// parts that it meets itself: from the second time on the weights stay within 0.1.
const FIRST_PART: [f64; 13] =
    [0.92, 1.33, 1.93, 2.32, 2.03, 0.5, -4.13, -1.16, -2.38, 1.55, -2.0, -2.0, -1.91];
const PART_ROUNDS: usize = 2;

/// The weights of `features`, fitted to `sheets`, which are all of one form.
pub(crate) fn fit(sheets: &[&Sheet], features: &[Feature]) -> Weights {
    let kept = |of: &[Feature]| -> Vec<Feature> {
        of.iter().copied().filter(|feature| features.contains(feature)).collect()
    };
    let (first, part, place) = (kept(Feature::first_pass()), kept(Feature::part()), kept(Feature::place()));
    let start = cleaner(sheets, &Weights::zero());
    let plain: Vec<&Sheet> = sheets.iter().copied().filter(|sheet| sheet.is_plain()).collect();
    let learned = fitted(&plain, FIRST_RIDGE, |sheet| lessons::first_pass(&sheet.judged(&start), &first));
    let begun = table(table(Weights::zero(), &first, &learned), Feature::part(), &FIRST_PART);
    let weights = (0..PART_ROUNDS).fold(begun, |weights, _| {
        let cleaner = cleaner(sheets, &weights);
        let learned = fitted(sheets, PART_RIDGE, |sheet| lessons::parts(&sheet.judged(&cleaner), &part));
        let none = [0.0; FIRST_PART.len()];
        table(table(weights, Feature::part(), &none), &part, &learned)
    });
    let cleaner = cleaner(sheets, &weights);
    let learned = fitted(sheets, PLACE_RIDGE, |sheet| lessons::second_pass(&sheet.judged(&cleaner), &place));
    table(weights, &place, &learned)
}

fn fitted(sheets: &[&Sheet], ridge: f64, lesson: impl Fn(&Sheet) -> Vec<Sample> + Sync) -> Vec<f64> {
    let samples: Vec<Sample> = sheets
        .par_iter()
        .flat_map_iter(|sheet| {
            let mut samples = lesson(sheet);
            for sample in &mut samples {
                sample.weight *= sheet.share;
            }
            samples
        })
        .collect();
    regression::fit(&samples, ridge)
}

fn cleaner(sheets: &[&Sheet], weights: &Weights) -> Cleaner {
    sheets.first().map_or_else(Cleaner::new, |sheet| sheet.form.cleaner(weights))
}

/// `weights` with those of `features`. Two decimals are what the shipped table shows, so they are what is measured.
pub(crate) fn table(weights: Weights, features: &[Feature], fitted: &[f64]) -> Weights {
    features.iter().zip(fitted).fold(weights, |weights, (&feature, value)| {
        let rounded = (value * 100.0).round() / 100.0;
        weights.with(feature, rounded).unwrap_or_else(|error| panic!("the fit did not converge: {error}"))
    })
}

//! Judged blocks and gold in, a table of weights out: what `calibrate` ships and `evaluate --refit` holds out.

#![allow(dead_code, reason = "only `calibrate` asks for the loss")]

mod labels;
pub(crate) mod regression;

use crate::scoring::record::Record;
use labels::Label;
use regression::Sample;
use zhengwen::{Feature, JudgedBlock, Weights};

/// Ridge penalty of the shipped weights.
pub(crate) const RIDGE: f64 = 1.0;

/// What there is to learn from a page's blocks. A block counts by the square root of its length, and a
/// page by no more than another.
pub(crate) fn samples(blocks: &[JudgedBlock], gold: &Record, features: &[Feature]) -> Vec<Sample> {
    let labels = labels::label(blocks, gold.body(), gold.optional());
    let mut samples: Vec<Sample> = blocks
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

/// The weights of `features` as a table. Two decimals are what the shipped table shows, so they are what
/// is measured.
pub(crate) fn table(features: &[Feature], fitted: &[f64]) -> Weights {
    features.iter().zip(fitted).fold(Weights::zero(), |weights, (&feature, value)| {
        let rounded = (value * 100.0).round() / 100.0;
        weights.with(feature, rounded).unwrap_or_else(|error| panic!("the fit did not converge: {error}"))
    })
}

//! Judged blocks and gold in, a table of weights out: what `calibrate` ships and `evaluate --refit` holds out.

#![allow(dead_code, reason = "only `calibrate` asks for the loss")]

pub(crate) mod labels;
pub(crate) mod regression;

use labels::Label;
use regression::Sample;
use zhengwen::{Feature, JudgedBlock, Weights};

/// Ridge penalty of the shipped weights.
pub(crate) const RIDGE: f64 = 1.0;
/// By how much a block of [`FULL_CHARS`] is to be on the right side in the second pass, in log-odds.
const MARGIN: f64 = 3.0;
const FULL_CHARS: f64 = 150.0;

/// What there is to learn for the first pass from a page's blocks. A block counts by the square root of its
/// length, and a page by no more than another.
pub(crate) fn first_pass(blocks: &[JudgedBlock], labels: &[Label], features: &[Feature], share: f64) -> Vec<Sample> {
    let mut samples: Vec<Sample> = labelled(blocks, labels)
        .map(|(block, is_body)| Sample {
            features: features.iter().map(|&feature| block.feature(feature)).collect(),
            is_body,
            weight: (block.text.chars().count().clamp(8, 150) as f64).sqrt(),
            margin: 0.0,
        })
        .collect();
    let (body, chrome) = samples.iter().fold((1.0, 1.0), |(body, chrome), sample| {
        if sample.is_body { (body + sample.weight, chrome) } else { (body, chrome + sample.weight) }
    });
    for sample in &mut samples {
        sample.weight *= share * if sample.is_body { 20.0 / body } else { 20.0 / chrome };
    }
    samples
}

/// What there is to learn for the second pass: a block counts as another, and is to be judged the more surely the longer it is.
pub(crate) fn second_pass(blocks: &[JudgedBlock], labels: &[Label], features: &[Feature], share: f64) -> Vec<Sample> {
    labelled(blocks, labels)
        .filter(|(block, _)| block.feature(Feature::PlaceBias) > 0.0)
        .map(|(block, is_body)| Sample {
            features: features.iter().map(|&feature| block.feature(feature)).collect(),
            is_body,
            weight: share,
            margin: MARGIN * (block.text.chars().count() as f64).min(FULL_CHARS) / FULL_CHARS,
        })
        .collect()
}

/// What there is to learn for the walk: each stretch that it measured, by what most of it is.
pub(crate) fn stretches(blocks: &[JudgedBlock], labels: &[Label], share: f64) -> Vec<Sample> {
    let weight = |block: &JudgedBlock| block.text.chars().count().min(150) as f64;
    let body: f64 = labelled(blocks, labels).filter(|(_, is_body)| *is_body).map(|(block, _)| weight(block)).sum();
    let mut found: Vec<(Vec<f64>, f64, f64)> = Vec::new();
    for (block, label) in blocks.iter().zip(labels).filter(|(block, _)| !block.text.is_empty()) {
        let features: Vec<f64> = Feature::part().iter().map(|&feature| block.feature(feature)).collect();
        if features[0] == 0.0 {
            continue;
        }
        let nth = found.iter().position(|(known, ..)| *known == features).unwrap_or(found.len());
        if nth == found.len() {
            found.push((features, 0.0, 0.0));
        }
        let (_, own, other) = &mut found[nth];
        match label {
            Label::Body => *own += weight(block),
            Label::Chrome => *other += weight(block),
            Label::Open => {}
        }
    }
    found
        .into_iter()
        .filter(|(_, own, other)| own != other)
        .map(|(features, own, other)| Sample {
            features,
            is_body: own > other,
            weight: share * ((own + other) / body.max(300.0)).min(1.0).sqrt(),
            margin: 0.0,
        })
        .collect()
}

fn labelled<'a>(blocks: &'a [JudgedBlock], labels: &'a [Label]) -> impl Iterator<Item = (&'a JudgedBlock, bool)> {
    blocks
        .iter()
        .zip(labels)
        .filter(|(block, label)| **label != Label::Open && !block.text.is_empty())
        .map(|(block, label)| (block, *label == Label::Body))
}

/// `weights` with those of `features`. Two decimals are what the shipped table shows, so they are what is measured.
pub(crate) fn table(weights: Weights, features: &[Feature], fitted: &[f64]) -> Weights {
    features.iter().zip(fitted).fold(weights, |weights, (&feature, value)| {
        let rounded = (value * 100.0).round() / 100.0;
        weights.with(feature, rounded).unwrap_or_else(|error| panic!("the fit did not converge: {error}"))
    })
}

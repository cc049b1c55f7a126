//! A judged sheet in, what there is to learn from it out: samples for each of the three regressions.

use super::labels::Label;
use super::regression::Sample;
use super::sheet::Judged;
use zhengwen::{Feature, JudgedBlock};

/// Characters between which the length of a block counts.
const CHARS: std::ops::RangeInclusive<usize> = 8..=150;
/// By how much a block of so many characters is to be on the right side in the second pass, in log-odds.
const MARGIN: f64 = 3.0;
/// What body and chrome of a page weigh together in the first pass.
const PAGE_WEIGHT: f64 = 20.0;
/// A body shorter than this, in characters, makes its parts weigh no more.
const SHORT_BODY: f64 = 300.0;

/// For the score of a block by itself: a block counts by the square root of its length, body as much as chrome.
pub(super) fn first_pass(judged: &Judged<'_>, features: &[Feature]) -> Vec<Sample> {
    let mut samples: Vec<Sample> = labelled(judged)
        .map(|(block, is_body)| Sample {
            features: features.iter().map(|&feature| block.feature(feature)).collect(),
            is_body,
            weight: (block.text.chars().count().clamp(*CHARS.start(), *CHARS.end()) as f64).sqrt(),
            margin: 0.0,
        })
        .collect();
    let (body, chrome) = samples.iter().fold((1.0, 1.0), |(body, chrome), sample| {
        if sample.is_body { (body + sample.weight, chrome) } else { (body, chrome + sample.weight) }
    });
    for sample in &mut samples {
        sample.weight *= PAGE_WEIGHT / if sample.is_body { body } else { chrome };
    }
    samples
}

/// For where a block stands: one counts as another, and is to be judged the more surely the longer it is.
pub(super) fn second_pass(judged: &Judged<'_>, features: &[Feature]) -> Vec<Sample> {
    labelled(judged)
        .filter(|(block, _)| block.feature(Feature::PlaceBias) > 0.0)
        .map(|(block, is_body)| Sample {
            features: features.iter().map(|&feature| block.feature(feature)).collect(),
            is_body,
            weight: 1.0,
            margin: MARGIN * weight(block) / *CHARS.end() as f64,
        })
        .collect()
}

/// For the parts of an article: each that was measured, by what most of it is.
pub(super) fn parts(judged: &Judged<'_>, features: &[Feature]) -> Vec<Sample> {
    let body = labelled(judged).filter(|(_, is_body)| *is_body).map(|(block, _)| weight(block)).sum::<f64>();
    let mut parts: Vec<(Vec<f64>, f64, f64)> = Vec::new();
    for (block, label) in judged.blocks.iter().zip(judged.labels) {
        if block.text.is_empty() || block.feature(Feature::PartBias) == 0.0 {
            continue;
        }
        let measures: Vec<f64> = features.iter().map(|&feature| block.feature(feature)).collect();
        let nth = parts.iter().position(|(known, ..)| *known == measures).unwrap_or(parts.len());
        if nth == parts.len() {
            parts.push((measures, 0.0, 0.0));
        }
        let (_, own, other) = &mut parts[nth];
        match label {
            Label::Body => *own += weight(block),
            Label::Chrome => *other += weight(block),
            Label::Open => {}
        }
    }
    let told = parts.into_iter().filter(|(_, own, other)| (own - other).abs() > f64::EPSILON);
    told.map(|(features, own, other)| Sample {
        features,
        is_body: own > other,
        weight: ((own + other) / body.max(SHORT_BODY)).min(1.0).sqrt(),
        margin: 0.0,
    })
    .collect()
}

fn weight(block: &JudgedBlock) -> f64 {
    block.text.chars().count().min(*CHARS.end()) as f64
}

/// The blocks that the gold tells something of: whether they are body.
fn labelled<'a>(judged: &'a Judged<'_>) -> impl Iterator<Item = (&'a JudgedBlock, bool)> {
    let blocks = judged.blocks.iter().zip(judged.labels);
    blocks
        .filter(|(block, label)| **label != Label::Open && !block.text.is_empty())
        .map(|(block, label)| (block, *label == Label::Body))
}

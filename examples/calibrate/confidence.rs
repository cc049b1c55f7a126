//! Bodies of sites held out in, what their confidence is worth out: its weights, and how often it is right.

use crate::learning::regression::{self, Sample};
use crate::learning::table;
use std::fmt::Write;
use zhengwen::{Feature, Weights};

/// Ridge penalty of the weights.
const RIDGE: f64 = 1.0;
/// Bodies from here on are right.
pub(crate) const RIGHT_F1: f64 = 0.95;
/// Bounds of the groups that are told apart.
const BOUNDS: [f64; 5] = [0.0, 0.5, 0.8, 0.9, 0.95];

/// A body that was judged without its site.
pub(crate) struct Body {
    /// The fold that it was left out of, and whether its page is as it was.
    pub(crate) fold: usize,
    pub(crate) is_plain: bool,
    pub(crate) sample: Sample,
}

/// `weights` with those of the confidence, fitted to bodies of sites held out.
pub(crate) fn fitted(weights: Weights, bodies: &[Body]) -> Weights {
    let samples: Vec<Sample> = bodies.iter().map(|body| body.sample.clone()).collect();
    table(weights, Feature::body(), &regression::fit(&samples, RIDGE))
}

/// Pages as they are by confidence, each under weights fitted to the other folds: how many, how sure and how
/// many of them right.
pub(crate) fn report(bodies: &[Body], folds: usize) -> String {
    let mut sure: Vec<(f64, bool)> = Vec::new();
    for fold in 0..folds {
        let others = bodies.iter().filter(|body| body.fold != fold).map(|body| body.sample.clone());
        let weights = regression::fit(&others.collect::<Vec<_>>(), RIDGE);
        let own = bodies.iter().filter(|body| body.fold == fold && body.is_plain);
        sure.extend(own.map(|body| (chance(&body.sample.features, &weights), body.sample.is_body)));
    }
    let mut report = format!("{:<12} {:>5} {:>7} {:>7}\n", "confidence", "pages", "mean", "right");
    for (nth, &least) in BOUNDS.iter().enumerate() {
        let most = BOUNDS.get(nth + 1).copied().unwrap_or(1.0);
        let group: Vec<_> = sure.iter().filter(|(sure, _)| (least..most).contains(sure)).collect();
        let count = group.len().max(1) as f64;
        let mean = group.iter().map(|(sure, _)| sure).sum::<f64>() / count;
        let right = group.iter().filter(|(_, right)| *right).count() as f64 / count;
        // Writing into a string does not fail.
        let _ = writeln!(report, "{least:.2} to {most:.2} {:>5} {mean:>7.3} {right:>7.3}", group.len());
    }
    report
}

fn chance(features: &[f64], weights: &[f64]) -> f64 {
    let odds: f64 = features.iter().zip(weights).map(|(feature, weight)| feature * weight).sum();
    1.0 / (1.0 + (-odds).exp())
}

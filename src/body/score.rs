//! Features in, a probability of being body out. The table of weights is `weights`'s.

use super::features::{Feature, Features};
use super::weights::Weights;

/// How likely each block is body, 0.0 to 1.0, by its own features.
pub(crate) fn scores(features: &[Features], weights: &Weights) -> Vec<f64> {
    features.iter().map(|features| logistic(sum(features, weights))).collect()
}

fn sum(features: &Features, weights: &Weights) -> f64 {
    Feature::ALL.iter().map(|&feature| weights.get(feature) * features.get(feature)).sum()
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

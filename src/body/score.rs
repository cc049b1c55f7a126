//! Features in, a probability of being body out. The table of weights is `weights`'s.

use super::feature::{Feature, Features};
use super::shape::Shape;
use super::weights::Weights;

/// The surest long block of a page gets at least this log-odds (a probability of 0.9), and the
/// others rise with it: a short brief in heavy chrome has all its neighbours against it.
const SUREST_LOG_ODDS: f64 = 2.2;
/// But no page rises by more than this, or a page without an article would get one.
const MOST_RISE: f64 = 3.0;
/// And one without a long block, such as a poem, by no more than this: a front page has none either.
const MOST_RISE_WITHOUT_LONG_BLOCK: f64 = 2.5;
/// Blocks that may be the surest, in characters.
const LONG_BLOCK_CHARS: usize = 40;

/// How likely a block is body, 0.0 to 1.0.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Score {
    /// Among the blocks of its page: what segmentation goes by.
    pub(crate) value: f64,
    /// By its own features: whether the page has a body at all.
    pub(crate) unraised: f64,
}

/// Scores every block of a page.
pub(crate) fn scores(features: &[Features], shapes: &[Shape], weights: &Weights) -> Vec<Score> {
    let odds: Vec<f64> = features.iter().map(|features| log_odds(features, weights)).collect();
    let long = odds.iter().zip(shapes).filter(|(_, shape)| shape.chars >= LONG_BLOCK_CHARS);
    let surest = long.map(|(&odds, _)| odds).fold(f64::NEG_INFINITY, f64::max);
    let most = if surest.is_finite() { MOST_RISE } else { MOST_RISE_WITHOUT_LONG_BLOCK };
    let rise = (SUREST_LOG_ODDS - surest).clamp(0.0, most);
    odds.into_iter().map(|odds| Score { value: logistic(odds + rise), unraised: logistic(odds) }).collect()
}

fn log_odds(features: &Features, weights: &Weights) -> f64 {
    Feature::ALL.iter().map(|&feature| weights.get(feature) * features.get(feature)).sum()
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

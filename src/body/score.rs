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

/// What log-odds are divided by where they are a feature.
pub(super) const LOG_ODDS_UNIT: f64 = 4.0;

/// How likely a block is body, 0.0 to 1.0.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Score {
    /// Among the blocks of its page: what the later passes go by.
    pub(crate) value: f64,
    /// The logarithm of the odds by its own features.
    odds: f64,
}

impl Score {
    /// By its own features, 0.0 to 1.0: whether the page has a body at all.
    pub(crate) fn unraised(&self) -> f64 {
        logistic(self.odds)
    }

    /// The logarithm of the odds of `value`.
    pub(crate) fn log_odds(&self) -> f64 {
        let value = self.value.clamp(LEAST_VALUE, 1.0 - LEAST_VALUE);
        (value / (1.0 - value)).ln()
    }
}

/// A score nearer to 0 or 1 says no more.
const LEAST_VALUE: f64 = 1e-4;

/// Scores every block of a page.
pub(crate) fn scores(features: &[Features], shapes: &[Shape], weights: &Weights) -> Vec<Score> {
    let odds: Vec<f64> = features.iter().map(|features| log_odds(features, weights)).collect();
    raised(&odds, shapes)
}

/// The scores of a page of several articles: those from block `end` on rise by themselves.
pub(crate) fn apart(scores: Vec<Score>, shapes: &[Shape], end: Option<usize>) -> Vec<Score> {
    let Some(end) = end else { return scores };
    let odds: Vec<f64> = scores.iter().map(|score| score.odds).collect();
    let (own, other) = odds.split_at(end);
    let mut apart = raised(own, shapes);
    apart.extend(raised(other, &shapes[end..]));
    apart
}

/// The scores of a dump whatever lines closed an article above; `end` as in [`apart`].
pub(crate) fn open(
    features: &[Features],
    shapes: &[Shape],
    weights: &Weights,
    end: Option<usize>,
) -> Vec<Score> {
    let closed = weights.get(Feature::AfterTail);
    let odds = |features: &Features| log_odds(features, weights) - closed * features.get(Feature::AfterTail);
    let score = |features| Score { value: 0.0, odds: odds(features) };
    let scores = features.iter().map(score).collect();
    apart(scores, shapes, Some(end.unwrap_or(shapes.len())))
}

fn raised(odds: &[f64], shapes: &[Shape]) -> Vec<Score> {
    let long = odds.iter().zip(shapes).filter(|(_, shape)| shape.chars >= LONG_BLOCK_CHARS);
    let surest = long.map(|(&odds, _)| odds).fold(f64::NEG_INFINITY, f64::max);
    let most = if surest.is_finite() { MOST_RISE } else { MOST_RISE_WITHOUT_LONG_BLOCK };
    let rise = (SUREST_LOG_ODDS - surest).clamp(0.0, most);
    let score = |&odds: &f64| Score { value: logistic(odds + rise), odds };
    odds.iter().map(score).collect()
}

fn log_odds(features: &Features, weights: &Weights) -> f64 {
    Feature::first_pass().iter().map(|&feature| weights.get(feature) * features.get(feature)).sum()
}

/// The log-odds of the second pass that a block is body.
pub(crate) fn standing_odds(features: &Features, weights: &Weights) -> f64 {
    Feature::place().iter().map(|&feature| weights.get(feature) * features.get(feature)).sum()
}

pub(crate) fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

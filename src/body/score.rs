//! Features in, a probability of being body out. The table of weights is `weights`'s.

use super::feature::{Feature, Features};
use super::shape::Shape;
use super::weights::Weights;
use std::ops::{Range, RangeInclusive};

/// The surest long block of a page gets at least this log-odds (a probability of 0.9), and the
/// others rise with it: a short brief in heavy chrome has all its neighbours against it.
const SUREST_LOG_ODDS: f64 = 2.2;
/// But no page rises by more than this, or a page without an article would get one.
const MOST_RISE: f64 = 3.0;
/// And one without a long block, such as a poem, by no more than this: a front page has none either.
const MOST_RISE_WITHOUT_LONG_BLOCK: f64 = 2.5;
/// Blocks that may be the surest, in characters.
const LONG_BLOCK_CHARS: usize = 40;
/// Lines in a row that are verse, at least, and how long each may be and all are in the mean, in characters: names of
/// places and channels are shorter, headlines longer.
const LEAST_VERSES: usize = 8;
const VERSE_CHARS: RangeInclusive<usize> = 2..=18;
const MEAN_VERSE_CHARS: RangeInclusive<usize> = 5..=12;

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
    let mut scores = unraised(features, |features| log_odds(features, weights));
    raise(&mut scores, features, shapes);
    scores
}

/// The blocks with their odds.
fn unraised(features: &[Features], odds: impl Fn(&Features) -> f64) -> Vec<Score> {
    features.iter().map(|features| Score { value: 0.0, odds: odds(features) }).collect()
}

/// The runs of blocks that read as verse: short lines in a row without links, phrases of chrome or marks at their ends.
fn verses(features: &[Features], shapes: &[Shape]) -> Vec<Range<usize>> {
    let is_verse = |at: usize| {
        let shape = &shapes[at];
        VERSE_CHARS.contains(&shape.chars)
            && shape.han * 2 > shape.chars
            && shape.digits == 0
            && shape.hits.count() == 0
            && !shape.ends_sentence
            && !shape.ends_colon
            && features[at].get(Feature::LinkDensity) == 0.0
    };
    let texts: Vec<usize> = (0..shapes.len()).filter(|&at| shapes[at].chars > 0).collect();
    let runs = texts.chunk_by(|&one, &next| is_verse(one) && is_verse(next));
    runs.filter(|run| {
        run.len() >= LEAST_VERSES && {
            let chars: usize = run.iter().map(|&at| shapes[at].chars).sum();
            MEAN_VERSE_CHARS.contains(&(chars / run.len()))
        }
    })
    .map(|run| run[0]..run[run.len() - 1] + 1)
    .collect()
}

/// The scores of a page of several articles: those from block `end` on rise by themselves.
pub(crate) fn apart(
    mut scores: Vec<Score>,
    features: &[Features],
    shapes: &[Shape],
    end: Option<usize>,
) -> Vec<Score> {
    if let Some(end) = end {
        let (own, other) = scores.split_at_mut(end);
        raise(own, &features[..end], &shapes[..end]);
        raise(other, &features[end..], &shapes[end..]);
    }
    scores
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
    apart(unraised(features, odds), features, shapes, Some(end.unwrap_or(shapes.len())))
}

/// Raises the scores of a page together; those of verse by the most there is, whatever long block stands beside it.
fn raise(scores: &mut [Score], features: &[Features], shapes: &[Shape]) {
    let long = scores.iter().zip(shapes).filter(|(_, shape)| shape.chars >= LONG_BLOCK_CHARS);
    let surest = long.map(|(score, _)| score.odds).fold(f64::NEG_INFINITY, f64::max);
    let most = if surest.is_finite() { MOST_RISE } else { MOST_RISE_WITHOUT_LONG_BLOCK };
    let rise = (SUREST_LOG_ODDS - surest).clamp(0.0, most);
    for score in scores.iter_mut() {
        score.value = logistic(score.odds + rise);
    }
    for verse in verses(features, shapes) {
        for score in &mut scores[verse] {
            score.value = logistic(score.odds + MOST_RISE);
        }
    }
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

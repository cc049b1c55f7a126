//! What is told of a page, as data: what `--json` prints and the report shows.

use crate::decided::{Decided, phrases};
use serde::Serialize;
use zhengwen::{Article, Explanation, Feature, FieldCandidate, JudgedBlock, RuleUse, Weights};

#[derive(Serialize)]
pub(crate) struct Judgement<'a> {
    /// The page.
    pub(crate) id: &'a str,
    /// `html` or `text`.
    pub(crate) input: &'static str,
    pub(crate) blocks: Vec<Block<'a>>,
    pub(crate) fields: Vec<Field<'a>>,
    /// What became of each part of the rule of the page's host.
    pub(crate) rules: Vec<RuleLine<'a>>,
    pub(crate) article: &'a Article,
}

#[derive(Serialize)]
pub(crate) struct RuleLine<'a> {
    pub(crate) key: &'static str,
    pub(crate) pattern: &'a str,
    pub(crate) found: usize,
}

#[derive(Serialize)]
pub(crate) struct Block<'a> {
    pub(crate) text: &'a str,
    pub(crate) chars: usize,
    pub(crate) path: &'a str,
    /// 0.0 to 1.0.
    pub(crate) score: f64,
    pub(crate) verdict: &'static str,
    pub(crate) decided: Decided,
    pub(crate) phrases: Vec<Phrase<'a>>,
    /// The forms by which it reads as a line of credits.
    pub(crate) forms: &'a [&'static str],
    /// Those that are not zero.
    pub(crate) features: Vec<Measure>,
}

#[derive(Serialize)]
pub(crate) struct Phrase<'a> {
    pub(crate) kind: &'a str,
    pub(crate) text: &'a str,
}

#[derive(Serialize)]
pub(crate) struct Measure {
    pub(crate) name: &'static str,
    /// What it measures.
    #[serde(skip)]
    pub(crate) meaning: &'static str,
    pub(crate) value: f64,
    pub(crate) weight: f64,
    /// What it adds to the log-odds of its regression: value × weight.
    pub(crate) adds: f64,
}

#[derive(Serialize)]
pub(crate) struct Field<'a> {
    pub(crate) name: &'a str,
    pub(crate) reason: &'a str,
    pub(crate) candidates: Vec<Candidate<'a>>,
}

#[derive(Serialize)]
pub(crate) struct Candidate<'a> {
    pub(crate) value: &'a str,
    pub(crate) place: &'static str,
    pub(crate) note: &'a str,
    pub(crate) won: bool,
}

impl<'a> Judgement<'a> {
    pub(crate) fn of(id: &'a str, explanation: &'a Explanation) -> Self {
        let weights = if explanation.is_html { Weights::html() } else { Weights::dump() };
        Self {
            id,
            input: if explanation.is_html { "html" } else { "text" },
            blocks: explanation.blocks.iter().map(|block| Block::of(block, &weights)).collect(),
            fields: explanation
                .fields
                .iter()
                .map(|choice| Field {
                    name: choice.field,
                    reason: &choice.reason,
                    candidates: choice.candidates.iter().map(Candidate::of).collect(),
                })
                .collect(),
            rules: explanation
                .rules
                .iter()
                .map(|RuleUse { key, pattern, found, .. }| RuleLine { key, pattern, found: *found })
                .collect(),
            article: &explanation.article,
        }
    }
}

impl<'a> Block<'a> {
    fn of(block: &'a JudgedBlock, weights: &Weights) -> Self {
        let measured = Feature::ALL.iter().filter(|&&feature| block.feature(feature) != 0.0);
        Self {
            text: &block.text,
            chars: block.text.chars().count(),
            path: &block.path,
            score: block.score,
            verdict: block.verdict.as_str(),
            decided: Decided::of(block, weights),
            phrases: phrases(block).map(|(kind, text)| Phrase { kind, text }).collect(),
            forms: &block.forms,
            features: measured
                .map(|&feature| {
                    let (value, weight) = (block.feature(feature), weights.get(feature));
                    let (name, meaning) = (feature.name(), feature.meaning());
                    Measure { name, meaning, value, weight, adds: value * weight }
                })
                .collect(),
        }
    }
}

impl<'a> Candidate<'a> {
    fn of(candidate: &'a FieldCandidate) -> Self {
        let FieldCandidate { value, place, note, won, .. } = candidate;
        Self { value, place: place.as_str(), note, won: *won }
    }
}

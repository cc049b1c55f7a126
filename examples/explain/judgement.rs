//! What is told of a page, as data: what `--json` prints and the report shows.

use crate::decided::{Decided, phrases};
use serde::Serialize;
use zhengwen::{Article, Explanation, Feature, FieldChoice, JudgedBlock, RuleUse, Verdict, Weights};

#[derive(Serialize)]
pub(crate) struct Judgement<'a> {
    /// The page.
    pub(crate) id: &'a str,
    /// `html` or `text`.
    pub(crate) input: &'static str,
    pub(crate) blocks: Vec<Block<'a>>,
    pub(crate) fields: &'a [FieldChoice],
    /// What became of each part of the rule of the page's host.
    pub(crate) rules: &'a [RuleUse],
    pub(crate) article: &'a Article,
}

#[derive(Serialize)]
pub(crate) struct Block<'a> {
    pub(crate) text: &'a str,
    pub(crate) chars: usize,
    pub(crate) path: &'a str,
    /// Of the first pass: by itself, 0.0 to 1.0.
    pub(crate) score: f64,
    /// Of the second pass: for where it stands, which decides.
    pub(crate) standing: Option<f64>,
    pub(crate) verdict: Verdict,
    pub(crate) decided: Decided,
    pub(crate) phrases: Vec<Phrase<'a>>,
    /// The forms by which it reads as a line of credits.
    pub(crate) forms: &'a [String],
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

impl<'a> Judgement<'a> {
    pub(crate) fn of(id: &'a str, explanation: &'a Explanation) -> Self {
        let weights = if explanation.is_html { Weights::html() } else { Weights::dump() };
        Self {
            id,
            input: if explanation.is_html { "html" } else { "text" },
            blocks: explanation
                .blocks
                .iter()
                .map(|block| Block::of(block, &weights, &explanation.rules))
                .collect(),
            fields: &explanation.fields,
            rules: &explanation.rules,
            article: &explanation.article,
        }
    }
}

impl<'a> Block<'a> {
    fn of(block: &'a JudgedBlock, weights: &Weights, rules: &[RuleUse]) -> Self {
        let measured = Feature::ALL.iter().filter(|&&feature| block.feature(feature) != 0.0);
        Self {
            text: &block.text,
            chars: block.text.chars().count(),
            path: &block.path,
            score: block.score,
            standing: block.standing,
            verdict: block.verdict,
            decided: Decided::of(block, weights, rules),
            phrases: phrases(block).map(|(kind, text)| Phrase { kind, text }).collect(),
            forms: &block.forms,
            features: measured
                .map(|&feature| {
                    let (value, weight) = (block.feature(feature), weights.get(feature));
                    let (name, meaning) = (feature.as_str(), feature.meaning());
                    Measure { name, meaning, value, weight, adds: value * weight }
                })
                .collect(),
        }
    }
}

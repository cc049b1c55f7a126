//! A judged block in, what decided over it out: a phrase, a row of the table of weights, or a rule.

use serde::Serialize;
use std::fmt;
use zhengwen::{Feature, JudgedBlock, RuleUse, Verdict, Weights};

/// What decided, and by how much.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Decided {
    /// `phrase`, `form`, `row` or `rule`.
    pub(crate) by: &'static str,
    /// The kind of the phrase, the form of a line of credits, the row's name, or the rule in a few words: what reports filter by.
    pub(crate) what: String,
    /// The phrase.
    pub(crate) phrase: Option<String>,
    /// The row of the second pass that weighs most for what was decided.
    pub(crate) row: Option<Row>,
    /// Where that is what the block is by itself: the row of the first pass that weighs most in it.
    pub(crate) own: Option<Row>,
}

/// A row of the table of weights.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(crate) struct Row {
    pub(crate) name: Feature,
    /// What it adds to the log-odds that the block is body.
    pub(crate) adds: f64,
}

impl Decided {
    pub(crate) fn of(block: &JudgedBlock, weights: &Weights, rules: &[RuleUse]) -> Self {
        let is_body = block.verdict == Verdict::Body;
        match (block.verdict, block.standing) {
            (Verdict::Headline, _) => rule("the headline again"),
            (Verdict::Copy, _) => rule("stands in the body already"),
            (Verdict::Caption, _) => phrase(block).unwrap_or_else(|| rule("beside a picture")),
            (Verdict::EndLine, _) => {
                form(block).or_else(|| phrase(block)).unwrap_or_else(|| rule("a line at an end of the body"))
            }
            (_, None) if block.text.is_empty() && is_body => rule("a picture between paragraphs"),
            (_, None) if block.text.is_empty() => rule("a picture outside"),
            (_, None) if !is_body => rule("far from the prose"),
            (_, Some(standing)) if (standing > 0.5) == is_body => heaviest(block, weights),
            // What a rule of the host says of an element goes over all of the above.
            _ if rules.iter().any(judges) => rule("a rule of its host"),
            // It stands against the body, or nowhere, and yet stays.
            (Verdict::Body, _) => rule("counts, dates or signs the text, or is code"),
            // It stands for body and yet goes: a prompt.
            (Verdict::Chrome, _) => phrase(block).unwrap_or_else(|| rule("a prompt at an end of the body")),
            _ => rule("outside the article"),
        }
    }
}

/// As one line of a table.
impl fmt::Display for Decided {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.by {
            "row" => {}
            by => write!(f, "{by} {}", self.what)?,
        }
        for (row, gap) in [(self.row, if self.by == "row" { "" } else { ", " }), (self.own, " of ")] {
            if let Some(Row { name, adds }) = row {
                write!(f, "{gap}{name} {adds:+.1}")?;
            }
        }
        Ok(())
    }
}

/// True for a rule of the host that found elements of the body, or what is none.
fn judges(rule: &RuleUse) -> bool {
    rule.found > 0 && matches!(&*rule.key, "body" | "drop" | "phrases")
}

fn rule(what: &str) -> Decided {
    Decided { by: "rule", what: what.to_owned(), phrase: None, row: None, own: None }
}

fn form(block: &JudgedBlock) -> Option<Decided> {
    let form = block.forms.first()?;
    Some(Decided { by: "form", ..rule(form) })
}

fn phrase(block: &JudgedBlock) -> Option<Decided> {
    let (kind, phrase) = phrases(block).next()?;
    Some(Decided { by: "phrase", phrase: Some(phrase.to_owned()), ..rule(kind) })
}

/// The phrases of chrome in a block, each with its kind.
pub(crate) fn phrases(block: &JudgedBlock) -> impl Iterator<Item = (&str, &str)> {
    block.matched.iter().filter_map(|matched| matched.split_once(' '))
}

/// The row that adds most for a block of the body, or against another; what all blocks have alike is last.
fn heaviest(block: &JudgedBlock, weights: &Weights) -> Decided {
    let side = if block.verdict == Verdict::Body { 1.0 } else { -1.0 };
    let most = |rows: &[Feature]| {
        let (bias, rows) = rows.split_first()?;
        let row = |&name: &Feature| Row { name, adds: weights.get(name) * block.feature(name) };
        let speaking = rows.iter().map(row).filter(|row| side * row.adds > 0.0);
        Some(speaking.max_by(|a, b| (side * a.adds).total_cmp(&(side * b.adds))).unwrap_or(row(bias)))
    };
    let row = most(Feature::place());
    // A cell or item has the mean of its table or list, which no row of its own gives.
    let is_own =
        row.is_some_and(|row| row.name == Feature::FirstPass) && block.feature(Feature::UnitMean) == 0.0;
    let own = if is_own { most(Feature::first_pass()) } else { None };
    let last = own.or(row).map_or(Feature::PlaceBias, |row| row.name);
    let named = match row {
        Some(row) => Decided { by: "row", ..rule(row.name.as_str()) },
        None => rule("nothing"),
    };
    let found = if is_phrase(last) { phrase(block) } else { None };
    Decided { row, own, ..found.unwrap_or(named) }
}

/// True for what is measured of phrases of chrome.
fn is_phrase(feature: Feature) -> bool {
    matches!(
        feature,
        Feature::PhraseCover
            | Feature::PhraseLong
            | Feature::DisclaimerLine
            | Feature::FooterLine
            | Feature::LabelCover
            | Feature::LabelEnd
    )
}

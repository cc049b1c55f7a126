//! A judged block in, what decided over it out: a phrase, a row of the table of weights, or a rule.

use serde::Serialize;
use zhengwen::{Feature, JudgedBlock, Verdict, Weights};

/// What decided, and by how much.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Decided {
    /// `phrase`, `form`, `row` or `rule`.
    pub(crate) by: &'static str,
    /// The kind of the phrase, the form of a line of credits, the row's name, or the rule in a few words: what reports filter by.
    pub(crate) what: String,
    /// The phrase.
    pub(crate) phrase: Option<String>,
}

impl Decided {
    pub(crate) fn of(block: &JudgedBlock, weights: &Weights) -> Self {
        let rule = |what: &str| Self { by: "rule", what: what.to_owned(), phrase: None };
        match block.verdict {
            Verdict::Headline => rule("the headline again"),
            Verdict::Copy => rule("stands in the body already"),
            Verdict::Caption => phrase(block).unwrap_or_else(|| rule("beside a picture")),
            Verdict::EndLine => {
                form(block).or_else(|| phrase(block)).unwrap_or_else(|| rule("a line at an end of the body"))
            }
            Verdict::Body => heaviest(block, weights, 1.0),
            _ => heaviest(block, weights, -1.0),
        }
    }
}

fn form(block: &JudgedBlock) -> Option<Decided> {
    let form = block.forms.first()?;
    Some(Decided { by: "form", what: (*form).to_owned(), phrase: None })
}

fn phrase(block: &JudgedBlock) -> Option<Decided> {
    let (kind, phrase) = phrases(block).next()?;
    Some(Decided { by: "phrase", what: kind.to_owned(), phrase: Some(phrase.to_owned()) })
}

/// The phrases of chrome in a block, each with its kind.
pub(crate) fn phrases(block: &JudgedBlock) -> impl Iterator<Item = (&str, &str)> {
    block.matched.iter().filter_map(|matched| matched.split_once(' '))
}

/// The row that adds most for (`side` 1) or against (-1) the block: of where it stands, and where that is mostly
/// its own score, of what it is by itself.
fn heaviest(block: &JudgedBlock, weights: &Weights, side: f64) -> Decided {
    let most = |rows: &[Feature]| {
        let adds = |feature: Feature| side * weights.get(feature) * block.feature(feature);
        let biased = |feature: &Feature| matches!(feature, Feature::Bias | Feature::PlaceBias);
        let rows = rows.iter().copied().filter(|feature| !biased(feature));
        rows.map(|feature| (feature, adds(feature))).max_by(|a, b| a.1.total_cmp(&b.1))
    };
    let own = |feature: Feature| matches!(feature, Feature::FirstPass | Feature::UnitMean);
    let place = most(Feature::place()).filter(|(feature, adds)| *adds > 0.0 && !own(*feature));
    let row = place.or_else(|| most(Feature::first_pass())).map_or(Feature::Bias, |(feature, _)| feature);
    let is_phrase = matches!(
        row,
        Feature::PhraseCover
            | Feature::PhraseLong
            | Feature::DisclaimerLine
            | Feature::FooterLine
            | Feature::LabelCover
            | Feature::LabelEnd
    );
    let found = if is_phrase { phrase(block) } else { None };
    found.unwrap_or(Decided { by: "row", what: row.name().to_owned(), phrase: None })
}

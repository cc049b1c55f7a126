//! An explanation in, a table of it out.

use crate::decided::Decided;
use std::io::{self, Write};
use zhengwen::{Explanation, Feature, JudgedBlock, RuleUse, Weights};

/// Writes `width` characters of each block's text, and with `features` those that are not zero.
pub(crate) fn write(
    out: &mut impl Write,
    explanation: &Explanation,
    width: usize,
    features: bool,
) -> io::Result<()> {
    let input = if explanation.is_html { "HTML" } else { "text dump" };
    writeln!(out, "{input}, {} blocks", explanation.blocks.len())?;
    let weights = if explanation.is_html { Weights::html() } else { Weights::dump() };
    writeln!(
        out,
        "{:>4}  {:>5}  {:>6}  {:<8}  {:<40}  {:<28}  text",
        "", "score", "stands", "verdict", "decided by", "path"
    )?;
    for (at, block) in explanation.blocks.iter().enumerate() {
        let text: String = block.text.chars().take(width).collect();
        let JudgedBlock { score, verdict, path, .. } = block;
        let standing = block.standing.map_or_else(|| "-".to_owned(), |standing| format!("{standing:.2}"));
        let decided = Decided::of(block, &weights, &explanation.rules).to_string();
        writeln!(
            out,
            "{at:>4}  {score:>5.2}  {standing:>6}  {verdict:<8}  {decided:<40}  {path:<28}  {text}"
        )?;
        if !block.matched.is_empty() || !block.forms.is_empty() {
            let forms = block.forms.iter().map(|form| format!("form {form}"));
            let reasons: Vec<String> = block.matched.iter().cloned().chain(forms).collect();
            writeln!(out, "      {}", reasons.join(", "))?;
        }
        if features {
            writeln!(out, "      {}", measures(block, &weights))?;
        }
    }
    for rule in &explanation.rules {
        writeln!(out, "\nrule {} {}: {}", rule.key, rule.pattern, found(rule))?;
    }
    for choice in &explanation.fields {
        writeln!(out, "\n{}: {}", choice.field, choice.reason)?;
        for candidate in &choice.candidates {
            let mark = if candidate.won { '*' } else { ' ' };
            let value: String = candidate.value.chars().take(width).collect();
            writeln!(out, "  {mark} {:<24}  {value}  {}", candidate.place, candidate.note)?;
        }
    }
    Ok(())
}

/// What became of a part of a rule.
fn found(rule: &RuleUse) -> String {
    match rule.found {
        0 => "found nothing, judged instead".to_owned(),
        found => format!("found {found}"),
    }
}

fn measures(block: &JudgedBlock, weights: &Weights) -> String {
    let shown = Feature::ALL.iter().filter(|&&feature| block.feature(feature) != 0.0).map(|&feature| {
        let value = block.feature(feature);
        format!("{feature} {value:.2} ({:+.2})", value * weights.get(feature))
    });
    shown.collect::<Vec<_>>().join(", ")
}

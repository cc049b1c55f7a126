//! An explanation in, a table of it out.

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
    writeln!(out, "{:>4}  {:>5}  {:<9}  {:<18}  {:<28}  text", "", "score", "verdict", "phrases", "path")?;
    for (at, block) in explanation.blocks.iter().enumerate() {
        let text: String = block.text.chars().take(width).collect();
        let (score, verdict, phrases) = (block.score, block.verdict.as_str(), block.phrases.join(" "));
        writeln!(out, "{at:>4}  {score:>5.2}  {verdict:<9}  {phrases:<18}  {:<28}  {text}", block.path)?;
        if !block.matched.is_empty() || !block.forms.is_empty() {
            let forms = block.forms.iter().map(|form| format!("form {form}"));
            let reasons: Vec<String> = block.matched.iter().cloned().chain(forms).collect();
            writeln!(out, "      {}", reasons.join(", "))?;
        }
        if features {
            writeln!(out, "      {}", measures(block, explanation.is_html))?;
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
            writeln!(out, "  {mark} {:<24}  {value}  {}", candidate.place.as_str(), candidate.note)?;
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

fn measures(block: &JudgedBlock, is_html: bool) -> String {
    let weights = if is_html { Weights::html() } else { Weights::dump() };
    let shown = Feature::ALL.iter().filter(|&&feature| block.feature(feature) != 0.0).map(|&feature| {
        let value = block.feature(feature);
        format!("{} {value:.2} ({:+.2})", feature.name(), value * weights.get(feature))
    });
    shown.collect::<Vec<_>>().join(", ")
}

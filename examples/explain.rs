//! Shows what was thought of every block and field of a page: `explain [--features] PATH…`

#![expect(clippy::print_stderr, reason = "a program that says which pages it could not read")]

use clap::Parser;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use zhengwen::{Cleaner, Feature, JudgedBlock};

/// Prints a page's blocks with score, verdict and text, then the candidates of each field.
#[derive(Parser)]
struct Options {
    /// Also every feature that is not zero, with what it adds to the score.
    #[arg(long)]
    features: bool,
    /// Characters of each block's text to show.
    #[arg(long, default_value_t = 60)]
    width: usize,
    /// Pages to look at.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
}

fn main() -> ExitCode {
    let options = Options::parse();
    let cleaner = Cleaner::new();
    let mut failed = false;
    for path in &options.paths {
        let bytes = std::fs::read(path).map_err(|e| e.to_string());
        let text = bytes.and_then(|b| {
            zhengwen::decode(&b, None).map(|page| page.text.into_owned()).map_err(|e| e.to_string())
        });
        match text {
            // Whoever reads our output may have seen enough.
            Ok(text) => {
                if show(&cleaner, &text, &options).is_err() {
                    break;
                }
            }
            Err(error) => {
                failed = true;
                eprintln!("{}: {error}", path.display());
            }
        }
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn show(cleaner: &Cleaner, page: &str, options: &Options) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let explanation = cleaner.explain(page);
    let input = if explanation.is_html { "HTML" } else { "text dump" };
    writeln!(out, "{input}, {} blocks", explanation.blocks.len())?;
    writeln!(out, "{:>4}  {:>5}  {:<9}  {:<18}  {:<28}  text", "", "score", "verdict", "phrases", "path")?;
    for (at, block) in explanation.blocks.iter().enumerate() {
        let text: String = block.text.chars().take(options.width).collect();
        let (score, verdict, phrases) = (block.score, block.verdict.as_str(), block.phrases.join(" "));
        writeln!(out, "{at:>4}  {score:>5.2}  {verdict:<9}  {phrases:<18}  {:<28}  {text}", block.path)?;
        if !block.matched.is_empty() || !block.forms.is_empty() {
            let forms = block.forms.iter().map(|form| format!("form {form}"));
            let reasons: Vec<String> = block.matched.iter().cloned().chain(forms).collect();
            writeln!(out, "      {}", reasons.join(", "))?;
        }
        if options.features {
            writeln!(out, "      {}", features(block, explanation.is_html))?;
        }
    }
    for choice in &explanation.fields {
        writeln!(out, "\n{}: {}", choice.field, choice.reason)?;
        for candidate in &choice.candidates {
            let mark = if candidate.won { '*' } else { ' ' };
            let value: String = candidate.value.chars().take(options.width).collect();
            writeln!(out, "  {mark} {:<24}  {value}  {}", candidate.place.as_str(), candidate.note)?;
        }
    }
    Ok(())
}

fn features(block: &JudgedBlock, is_html: bool) -> String {
    let weights = if is_html { zhengwen::Weights::html() } else { zhengwen::Weights::dump() };
    let shown = Feature::ALL.iter().filter(|&&feature| block.feature(feature) != 0.0).map(|&feature| {
        let value = block.feature(feature);
        format!("{} {value:.2} ({:+.2})", feature.name(), value * weights.get(feature))
    });
    shown.collect::<Vec<_>>().join(", ")
}

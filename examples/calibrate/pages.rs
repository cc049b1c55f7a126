//! Gold and pages in, blocks to label out, and the body F1 that `score.py` and `evaluate` use.

use crate::Input;
use serde_json::Value;
use std::collections::HashMap;
use std::path::Path;
use std::{fs, io};
use zhengwen::{Cleaner, JudgedBlock};

/// A page with what its gold says.
pub(crate) struct GoldPage {
    pub id: String,
    pub site: String,
    pub page: String,
    pub body: String,
    pub optional: String,
    pub blocks: Vec<JudgedBlock>,
}

/// Reads the pages of a gold file. A page that cannot be read ends the run: a silent gap would
/// change every figure.
pub(crate) fn load(gold: &Path, folder: &Path, input: Input) -> io::Result<Vec<GoldPage>> {
    let extension = if input == Input::Html { "html" } else { "txt" };
    let cleaner = Cleaner::new();
    fs::read_to_string(gold)?
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let gold: Value = serde_json::from_str(line)?;
            let field = |key: &str| gold[key].as_str().unwrap_or_default().to_owned();
            let id = field("id");
            let bytes = fs::read(folder.join(format!("{id}.{extension}")))?;
            let page = zhengwen::decode(&bytes, None).map_err(io::Error::other)?.text.into_owned();
            let blocks = match input {
                Input::Html => cleaner.explain_html(&page),
                Input::Text => cleaner.explain_text(&page),
            }
            .blocks;
            Ok(GoldPage {
                id,
                site: field("site"),
                page,
                body: field("text"),
                optional: field("optional_text"),
                blocks,
            })
        })
        .collect()
}

/// Body F1 on multisets of four characters: recall against the body, precision against body and optional text.
pub(crate) fn f1(found: &str, body: &str, optional: &str) -> f64 {
    let (found, body, optional) = (grams(found), grams(body), grams(optional));
    if body.is_empty() {
        return f64::from(u8::from(found.is_empty()));
    }
    let common = |allowed: &dyn Fn(&Vec<char>) -> usize| -> f64 {
        found.iter().map(|(gram, &n)| n.min(allowed(gram))).sum::<usize>() as f64
    };
    let size = |grams: &HashMap<Vec<char>, usize>| grams.values().sum::<usize>() as f64;
    let count = |grams: &HashMap<Vec<char>, usize>, gram: &Vec<char>| grams.get(gram).copied().unwrap_or(0);
    let recall = common(&|gram| count(&body, gram)) / size(&body);
    let precision = common(&|gram| count(&body, gram) + count(&optional, gram)) / size(&found).max(1.0);
    if precision + recall == 0.0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) }
}

fn grams(text: &str) -> HashMap<Vec<char>, usize> {
    let chars = crate::labels::normal(text);
    let mut grams = HashMap::new();
    if !chars.is_empty() && chars.len() < 4 {
        grams.insert(chars, 1);
        return grams;
    }
    for gram in chars.windows(4) {
        *grams.entry(gram.to_vec()).or_default() += 1;
    }
    grams
}

//! Two bodies in, precision, recall and F1 on multisets of four characters out.

use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// How well a body was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct BodyScore {
    pub precision: f64,
    pub recall: f64,
    pub f1: f64,
}

/// Characters of a gram.
const GRAM: usize = 4;

/// Text as it is compared: NFKC, without white space and what has no width.
pub(crate) fn normal(text: &str) -> Vec<char> {
    text.nfkc().filter(|&c| !is_blank(c)).collect()
}

fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(c,
            // Separators of files, groups, records and units, which Unicode does not call white space.
            '\u{1C}'..='\u{1F}'
            | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202F}' | '\u{2060}'..='\u{2064}'
            | '\u{FEFF}' | '\u{AD}')
}

/// Recall is against `body`, precision against `body` and `optional` together.
pub(crate) fn score(found: &str, body: &str, optional: &str) -> BodyScore {
    let (found, body, optional) = (Grams::of(found), Grams::of(body), Grams::of(optional));
    if body.size == 0 {
        let right = f64::from(u8::from(found.size == 0));
        return BodyScore { precision: right, recall: 1.0, f1: right };
    }
    let recall = found.common(|gram| body.count(gram)) / body.size as f64;
    let precision = found.common(|gram| body.count(gram) + optional.count(gram)) / found.size.max(1) as f64;
    let sum = precision + recall;
    let f1 = if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 };
    BodyScore { precision, recall, f1 }
}

/// A multiset of grams. A text shorter than a gram is one gram.
struct Grams {
    counts: HashMap<Vec<char>, usize>,
    size: usize,
}

impl Grams {
    fn of(text: &str) -> Self {
        let chars = normal(text);
        let mut counts = HashMap::new();
        for gram in chars.windows(GRAM.min(chars.len()).max(1)) {
            *counts.entry(gram.to_vec()).or_default() += 1;
        }
        let size = counts.values().sum();
        Self { counts, size }
    }

    fn count(&self, gram: &[char]) -> usize {
        self.counts.get(gram).copied().unwrap_or(0)
    }

    /// How many grams are among those that `allowed` counts.
    fn common(&self, allowed: impl Fn(&[char]) -> usize) -> f64 {
        self.counts.iter().map(|(gram, &count)| count.min(allowed(gram))).sum::<usize>() as f64
    }
}

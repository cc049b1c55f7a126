//! Body in, plain text out.

use crate::article::Block;
use unicode_segmentation::UnicodeSegmentation;

/// A paragraph a line, captions left out.
pub(crate) fn render(body: &[Block]) -> String {
    let mut text = String::new();
    for block in body.iter().filter(|block| !matches!(block, Block::Image(_) | Block::Media { .. })) {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&block.text());
    }
    text
}

/// Whole sentences up to `max` graphemes, or a cut first sentence.
pub(crate) fn excerpt(body: &[Block], max: usize) -> String {
    let mut excerpt = String::new();
    let mut graphemes = 0;
    for sentence in body.iter().flat_map(|block| sentences(&block.text())) {
        let length = sentence.graphemes(true).count();
        if graphemes + length > max {
            break;
        }
        graphemes += length;
        excerpt.push_str(&sentence);
    }
    if excerpt.is_empty() {
        let first = body.iter().map(Block::text).find(|text| !text.is_empty()).unwrap_or_default();
        excerpt.extend(first.graphemes(true).take(max));
    }
    excerpt.truncate(excerpt.trim_end().len());
    excerpt
}

fn sentences(text: &str) -> Vec<String> {
    // Not `unicode_sentences`, which passes over those without a letter: a 。 on its own, a row of dashes.
    text.split_sentence_bounds().map(str::to_owned).collect()
}

//! An explained page in, the sure paragraphs that its body lacks out.

use crate::scoring::body::normal;
use std::collections::HashSet;
use zhengwen::{Explanation, JudgedBlock, Verdict};

/// From here on a paragraph is sure.
const SURE: f64 = 0.9;
/// A shorter sentence may be a caption, a headline or a prompt.
const LEAST_CHARS: usize = 30;
/// One or two such paragraphs outside may be a summary or a notice.
const MANY: usize = 3;

/// True where many paragraphs stay outside that score as body, stand at the same path as what was kept,
/// and say a sentence. Where the gold is known, those it does not have are rightly outside.
pub(crate) fn lacks_many(page: &Explanation, gold: Option<&str>) -> bool {
    let gold = gold.map(text);
    let kept: HashSet<&str> = page
        .blocks
        .iter()
        .filter(|block| block.verdict == Verdict::Body && is_sure(block))
        .map(|block| block.path.as_str())
        .collect();
    let outside = |block: &&JudgedBlock| {
        matches!(block.verdict, Verdict::Outside | Verdict::Chrome | Verdict::EndLine)
            && is_sure(block)
            && kept.contains(block.path.as_str())
            && gold.as_ref().is_none_or(|gold| gold.contains(&text(&block.text)))
    };
    page.blocks.iter().filter(outside).count() >= MANY
}

fn text(shown: &str) -> String {
    normal(shown).into_iter().collect()
}

fn is_sure(block: &JudgedBlock) -> bool {
    block.score >= SURE && block.text.chars().count() >= LEAST_CHARS && is_sentence(&block.text)
}

/// True for what ends as sentences do, whatever closes after that.
fn is_sentence(text: &str) -> bool {
    let is_closing = |c: char| c.is_whitespace() || "”’」』）)\"'》】".contains(c);
    text.trim_end_matches(is_closing).ends_with(['。', '！', '？', '…', '!', '?'])
}

//! The headline's block in, the line over or under it that is part of it out.

use super::super::fields::{self, Part};
use crate::page::{Page, TextBlock};
use crate::text::punctuation;

/// Characters of a 引题 or 副题, least and most.
const CHARS: std::ops::RangeInclusive<usize> = 6..=60;

/// 副题 under the headline, else 引题 over it.
pub(crate) fn subtitle(page: &Page, headline: usize) -> Option<String> {
    let under = page.blocks.get(headline + 1).filter(|block| is_under(page, headline, block));
    let over = headline
        .checked_sub(1)
        .and_then(|at| page.blocks.get(at))
        .filter(|block| is_over(page, headline, block));
    under.or(over).map(|block| block.text.clone())
}

/// Begins with a dash, or is a heading of a lower level right under it.
fn is_under(page: &Page, headline: usize, block: &TextBlock) -> bool {
    let dashed = block.text.starts_with("\u{2014}\u{2014}")
        || block.text.starts_with("--")
        || block.text.starts_with("\u{2015}\u{2015}");
    let lower = block.heading_level() > page.blocks[headline].heading_level()
        && page.blocks[headline].heading_level().is_some();
    (dashed || lower && is_sibling(page, headline, block)) && is_line(block)
}

/// A heading right over a heading, in one container with it.
fn is_over(page: &Page, headline: usize, block: &TextBlock) -> bool {
    let both = block.heading_level().is_some() && page.blocks[headline].heading_level().is_some();
    both && is_sibling(page, headline, block) && is_line(block)
}

fn is_sibling(page: &Page, headline: usize, block: &TextBlock) -> bool {
    page.are_siblings(&page.blocks[headline], block)
}

fn is_line(block: &TextBlock) -> bool {
    let chars = block.text.chars().count();
    let plain = || fields::parts(&block.text).iter().all(|part| matches!(part, Part::Text(_)));
    CHARS.contains(&chars)
        && block.linked_chars * 2 < chars
        && plain()
        && !punctuation::ends_sentence(&block.text)
}

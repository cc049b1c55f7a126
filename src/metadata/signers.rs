//! A page and where its text ends in, where the lines end that sign it out.

use super::head;
use super::title::Headline;
use crate::lexicon::people::is_chinese_name;
use crate::page::{Page, TextBlock};
use crate::text::punctuation;

/// Lines in brackets behind the text that may sign it, and their longest, in characters.
const SIGNATURES: usize = 2;
const SIGNATURE_CHARS: usize = 40;
/// Characters of a name that is as likely a word.
const SHORT_NAME_CHARS: usize = 2;

/// Where the lines right behind the block `last` end that are whole in brackets and no fields, or a name: `（小河）`
/// signs the text, of which `is_text` tells the blocks.
pub(super) fn end(page: &Page, headline: &Headline, last: usize, is_text: impl Fn(usize) -> bool) -> usize {
    let behind = last + 1;
    let name = page.blocks.get(behind).filter(|block| is_name(block));
    if let Some(TextBlock { text, linked_chars, .. }) = name {
        // Several are topics; so is one that leads elsewhere, or that the page is about.
        let is_alone = *linked_chars == 0 && !page.blocks.get(behind + 1).is_some_and(is_name);
        let of_text = |at: usize| is_text(at) && page.blocks[at].text.contains(text);
        let is_word = || text.chars().nth(SHORT_NAME_CHARS).is_none() && (0..=last).any(of_text);
        return if is_alone && !is_topic(page, headline, text) && !is_word() { behind + 1 } else { behind };
    }
    let behind_text = page.blocks.iter().skip(behind).take(SIGNATURES);
    behind + behind_text.take_while(|block| is_in_brackets(block)).count()
}

fn is_name(block: &TextBlock) -> bool {
    is_chinese_name(&block.text)
}

/// True for a word of the headline, the title or the keywords.
fn is_topic(page: &Page, headline: &Headline, word: &str) -> bool {
    let titles = [&headline.text, &page.head.title];
    titles.into_iter().flatten().any(|title| title.contains(word))
        || head::keywords(&page.head).iter().any(|keyword| keyword.contains(word))
}

fn is_in_brackets(block: &TextBlock) -> bool {
    let inside = block.text.strip_prefix(punctuation::is_opening);
    let inside = inside.and_then(|text| text.strip_suffix(punctuation::is_closing));
    let is_field = |c| matches!(c, ':' | '\u{FF1A}') || punctuation::is_closing(c);
    inside.is_some_and(|text| text.chars().nth(SIGNATURE_CHARS).is_none() && !text.contains(is_field))
}

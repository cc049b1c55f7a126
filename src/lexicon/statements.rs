//! Words of notes around a text: what a page states of its origin, whose a picture is, where it goes on.

use super::variants::spelled;
use crate::article::Declaration;
use std::sync::LazyLock;

/// Where a phrase must stand to state an origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// A word of its own in a line of fields.
    Whole,
    /// At the line's start.
    Start,
}

/// Phrases that state an origin.
pub(crate) fn declarations() -> &'static [(&'static str, Declaration, Place)] {
    static PHRASES: LazyLock<Vec<(&'static str, Declaration, Place)>> =
        LazyLock::new(|| spelled(include_str!("declarations.tsv")).filter_map(declaration).collect());
    &PHRASES
}

fn declaration(
    (phrase, columns): (&'static str, Option<&'static str>),
) -> Option<(&'static str, Declaration, Place)> {
    let (kind, place) = columns?.split_once('\t')?;
    let kind = [Declaration::Original, Declaration::Reprint, Declaration::Contribution]
        .into_iter()
        .find(|declaration| declaration.as_str() == kind)?;
    let place = if place == "whole" { Place::Whole } else { Place::Start };
    Some((phrase, kind, place))
}

/// Words before a picture's owner, the longest first.
pub(crate) fn credit_labels() -> &'static [&'static str] {
    static WORDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| credits("label"));
    &WORDS
}

/// Words behind a picture's owner, the longest first.
pub(crate) fn credit_ends() -> &'static [&'static str] {
    static WORDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| credits("end"));
    &WORDS
}

/// True for a prompt to show the rest of a text: what stands behind it is that text's.
pub(crate) fn unfolds_text(prompt: &str) -> bool {
    ["展开", "展開", "全文"].iter().any(|word| prompt.contains(word))
}

/// Labels of the link on which the article goes on.
const NEXT_PAGE: [&str; 10] =
    ["下一页", "下一頁", "下页", "下頁", "余下全文", "餘下全文", "阅读全文", "閱讀全文", "繼續閱讀", "后页"];

/// True for a link whose text, marks before it aside, says that the article goes on there.
pub(crate) fn names_next_page(link: &str) -> bool {
    let text = link.trim_start_matches(|c: char| !c.is_alphanumeric());
    NEXT_PAGE.iter().any(|label| text.starts_with(label))
}

fn credits(kind: &str) -> Vec<&'static str> {
    let rows = spelled(include_str!("credits.tsv"));
    let mut words: Vec<&str> = rows.filter(|(_, is)| *is == Some(kind)).map(|(word, _)| word).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_lists_reads_and_stands_once() {
        assert_eq!(declarations().len(), spelled(include_str!("declarations.tsv")).count());
        let credits = spelled(include_str!("credits.tsv")).count();
        assert_eq!(credit_labels().len() + credit_ends().len(), credits);
    }
}

//! Words of notes around a text: what a page states of its origin, whose a picture is, where it goes on.

use super::phrases::Phrases;
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

/// True for a line that claims the rights of its page: `© 2024 某网`.
pub(crate) fn claims_rights(line: &str) -> bool {
    static WORDS: LazyLock<Phrases> = LazyLock::new(|| {
        let words = [
            "\u{A9}",
            "Copyright",
            "COPYRIGHT",
            "版权所有",
            "版權所有",
            "All Rights",
            "All rights",
            "著作權",
        ];
        Phrases::new(words.to_vec())
    });
    WORDS.first(line, 0).is_some()
}

/// Labels of the link on which the article goes on: those of a pager, and prompts, which lists of other articles
/// have too.
const PAGER: [&str; 6] = ["下一页", "下一頁", "下页", "下頁", "后页", "後頁"];
const PROMPTS: [&str; 6] = ["余下全文", "餘下全文", "阅读全文", "閱讀全文", "继续阅读", "繼續閱讀"];

/// True for a link that says that the article goes on there and nothing else, marks around it and a number behind
/// it aside. `下一页：…` with a headline behind it is another article.
pub(crate) fn names_next_page(link: &str) -> bool {
    let text = link.trim_matches(|c: char| !c.is_alphanumeric());
    let pager = PAGER.iter().find_map(|label| text.strip_prefix(label));
    pager.is_some_and(|rest| !rest.contains(char::is_alphabetic)) || is_prompt_to_go_on(text)
}

/// True for a line with the next page of a pager in it.
pub(crate) fn has_pager(text: &str) -> bool {
    PAGER.iter().any(|label| text.contains(label))
}

/// True for a prompt to read on and nothing else.
pub(crate) fn is_prompt_to_go_on(text: &str) -> bool {
    PROMPTS.contains(&text.trim_matches(|c: char| !c.is_alphanumeric()))
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

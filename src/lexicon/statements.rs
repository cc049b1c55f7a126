//! Words of notes around a text: what a page states of its origin, whose a picture is, where it goes on.

use super::kinds::{Kinds, Word, after_word, has_word, kinds, words};
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

/// What follows the words of an 原标题 note.
pub(crate) fn after_original(text: &str) -> Option<&str> {
    static NOTES: LazyLock<Kinds> =
        LazyLock::new(|| Kinds::read(include_str!("original.tsv")).longest_first());
    NOTES.of("start").iter().find_map(|note| text.strip_prefix(note))
}

/// Words before a picture's owner, the longest first.
pub(crate) fn credit_labels() -> &'static [&'static str] {
    credits(Credit::Label)
}

/// Words behind a picture's owner, the longest first.
pub(crate) fn credit_ends() -> &'static [&'static str] {
    credits(Credit::End)
}

kinds! {
    /// Kinds of `credits.tsv`, which says what each is.
    Credit {
        Label "label", End "end",
    }
}

fn credits(kind: Credit) -> &'static [&'static str] {
    static CREDITS: LazyLock<Kinds> =
        LazyLock::new(|| Kinds::read(include_str!("credits.tsv")).longest_first());
    CREDITS.of(kind.name())
}

/// True for a line that claims the rights of its page: `© 2024 某网`.
pub(crate) fn claims_rights(line: &str) -> bool {
    static WORDS: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(words(Word::Rights).to_vec()));
    WORDS.first(line, 0).is_some()
}

/// True for a link that says that the article goes on there and nothing else, marks around it and a number behind
/// it aside. `下一页：…` with a headline behind it is another article.
pub(crate) fn names_next_page(link: &str) -> bool {
    let text = link.trim_matches(|c: char| !c.is_alphanumeric());
    after_word(text, Word::Pager).is_some_and(|rest| !rest.contains(char::is_alphabetic))
        || is_prompt_to_go_on(text)
}

/// True for a line with the next page of a pager in it.
pub(crate) fn has_pager(text: &str) -> bool {
    has_word(text, Word::Pager)
}

/// True for a prompt to read on and nothing else.
pub(crate) fn is_prompt_to_go_on(text: &str) -> bool {
    words(Word::Prompt).contains(&text.trim_matches(|c: char| !c.is_alphanumeric()))
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

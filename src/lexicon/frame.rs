//! A line as phrases see it: the marks that pages draw around labels, and what stands between them.

use super::people::{is_chinese_name, role_words};
use super::{Anchor, labels};
use crate::text::{punctuation, space};
use std::cell::OnceCell;
use std::ops::Range;

/// A line, and what of it stands inside the marks at both ends, once somebody asks.
pub(super) struct Frame<'a> {
    line: &'a str,
    inside: OnceCell<Range<usize>>,
}

/// How a phrase fits its anchor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    No,
    Anchor,
    /// Its anchor is the whole line, and it is a word of it: it stands between blanks or marks.
    Token,
}

impl<'a> Frame<'a> {
    pub(super) fn of(line: &'a str) -> Self {
        Self { line, inside: OnceCell::new() }
    }

    fn inside(&self) -> &Range<usize> {
        self.inside.get_or_init(|| {
            let start = self.line.len() - self.line.trim_start_matches(is_frame).len();
            start..self.line.trim_end_matches(is_frame).len()
        })
    }

    pub(super) fn fits(&self, anchor: Anchor, range: &Range<usize>) -> Fit {
        let before = || self.line.get(..range.start).and_then(|text| text.chars().next_back());
        let after = || self.line.get(range.end..).and_then(|text| text.chars().next());
        // Most phrases stand amid words: then nobody needs to know where the line's marks end.
        let fits = anchor == Anchor::Any
            || (anchor == Anchor::End || before().is_none_or(is_frame))
                && (anchor.is_start() || after().is_none_or(is_frame));
        let follows = || match anchor {
            Anchor::Label => self.gives_a_name(range.end),
            Anchor::Marked => self.mark_at(range.end).is_some(),
            _ => true,
        };
        if !(fits && follows()) {
            Fit::No
        } else if anchor.fits(self.starts_with(range), range.end >= self.inside().end) {
            Fit::Anchor
        } else if anchor == Anchor::Whole {
            Fit::Token
        } else {
            Fit::No
        }
    }

    /// True where a name follows, or a title with its name, or no word.
    fn gives_a_name(&self, end: usize) -> bool {
        let rest = self.line.get(end..).unwrap_or_default();
        let ends = |c| !punctuation::is_han(c) || labels::is_mark(c);
        let word = rest.find(ends).and_then(|mark| rest.get(..mark)).unwrap_or(rest);
        word.is_empty() || is_chinese_name(word) || role_words(word).next().is_some()
    }

    /// Where the mark behind a label ends that stands at `end`, blanks before it aside.
    pub(super) fn mark_at(&self, end: usize) -> Option<usize> {
        let rest = self.line.get(end..)?.trim_start_matches(space::is_blank);
        let mark = rest.chars().next().filter(|&c| labels::is_mark(c))?;
        Some(self.line.len() - rest.len() + mark.len_utf8())
    }

    /// Where a word of the line may begin: at its start, and behind each mark.
    pub(super) fn word_starts(&self) -> impl Iterator<Item = usize> {
        let mut at = 0;
        let behind_marks = std::iter::from_fn(move || {
            loop {
                // Chinese characters from U+4000 to U+9FFF: no marks, and most of a line.
                if let 0xE4..=0xE9 = self.line.as_bytes().get(at)? {
                    at += 3;
                    continue;
                }
                let c = self.line.get(at..)?.chars().next()?;
                at += c.len_utf8();
                if is_frame(c) {
                    return Some(at);
                }
            }
        });
        std::iter::once(0).chain(behind_marks)
    }

    /// True where nothing but marks stands before `range`.
    pub(super) fn starts_with(&self, range: &Range<usize>) -> bool {
        range.start <= self.inside().start
    }
}

/// Marks that pages draw around labels: brackets, bullets, bars, arrows, colons.
fn is_frame(c: char) -> bool {
    // Most characters that anybody asks about.
    if matches!(c, '\u{4E00}'..='\u{9FFF}') {
        return false;
    }
    space::is_blank(c)
        || punctuation::is_opening(c)
        || punctuation::is_closing(c)
        || matches!(
            c,
            '|' | '\u{FF5C}' | '>' | '<' | '\u{BB}' | '\u{AB}' | '\u{B7}' | '\u{2022}' | '-' | '\u{2014}'
        )
        || matches!(c, '=' | '*' | ':' | '\u{FF1A}' | '\u{203B}')
        || ('\u{25A0}'..='\u{25FF}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The same with the line's marks asked first.
    fn naive(line: &str, anchor: Anchor, range: &Range<usize>) -> Fit {
        let start = line.len() - line.trim_start_matches(is_frame).len();
        let end = line.trim_end_matches(is_frame).len();
        let is_mark = |c: Option<char>| c.is_none_or(is_frame);
        let before = line.get(..range.start).and_then(|text| text.chars().next_back());
        let after = line.get(range.end..).and_then(|text| text.chars().next());
        let next =
            line.get(range.end..).and_then(|text| text.trim_start_matches(space::is_blank).chars().next());
        if anchor == Anchor::Marked && !next.is_some_and(labels::is_mark) {
            Fit::No
        } else if anchor.fits(range.start <= start, range.end >= end) {
            Fit::Anchor
        } else if anchor == Anchor::Whole && is_mark(before) && is_mark(after) {
            Fit::Token
        } else {
            Fit::No
        }
    }

    proptest! {
        #[test]
        fn a_phrase_fits_as_if_the_marks_had_been_asked_first(
            before in "[ （【村]{0,3}", phrase in "[打印 ：]{1,3}", after in "[ ）】：村]{0,3}"
        ) {
            let line = format!("{before}{phrase}{after}");
            let range = before.len()..before.len() + phrase.len();
            for anchor in [Anchor::Any, Anchor::Start, Anchor::Marked, Anchor::End, Anchor::Whole] {
                prop_assert_eq!(Frame::of(&line).fits(anchor, &range), naive(&line, anchor, &range));
            }
        }
    }
}

//! A line that grows in, whether it ends as a sentence does out, each character looked at once.
//!
//! Says what [`punctuation::ends_sentence`] says of the line so far: a line with an indent behind every
//! other closing mark is asked as often.

use crate::text::{punctuation, space};
use crate::work::{Part, look};

/// What is known of the end of a line.
pub(super) struct Ending {
    /// Bytes of the line that were looked at.
    seen: usize,
    /// The last character of them that neither closes a quotation nor is blank.
    last: Option<char>,
    is_ascii: bool,
}

impl Default for Ending {
    fn default() -> Self {
        Self { seen: 0, last: None, is_ascii: true }
    }
}

impl Ending {
    /// True where `line`, what was seen of it and more, ends as a sentence does.
    pub(super) fn ends_sentence(&mut self, line: &str) -> bool {
        let new = line.get(self.seen..).unwrap_or_default();
        look(Part::Walk, new.len());
        let passes = |c: &char| punctuation::is_closing(*c) || space::is_blank(*c);
        self.last = new.chars().rev().find(|c| !passes(c)).or(self.last);
        self.is_ascii &= new.is_ascii();
        self.seen = line.len();
        match self.last {
            Some('.') => line.chars().rev().take(2).all(|c| c == '.') || !self.is_ascii,
            Some(c) => punctuation::is_sentence_mark(c),
            None => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_line_that_grows_ends_as_it_does_when_read_anew(parts in prop::collection::vec("[一a.。！”）) \u{3000}]{0,4}", 0..8)) {
            let mut ending = Ending::default();
            let mut line = String::new();
            for part in parts {
                line += &part;
                prop_assert_eq!(ending.ends_sentence(&line), punctuation::ends_sentence(&line), "{}", line);
            }
        }
    }
}

//! Words of pages that are no article. They stand in `verdict.tsv`.

use super::variants::spelled;
use crate::article::Kind;
use crate::work::{Part, look};
use aho_corasick::AhoCorasick;
use std::sync::LazyLock;

/// The kinds of page a text speaks of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Words(u32);

impl Words {
    pub(crate) fn has(self, kind: Kind) -> bool {
        self.0 & (1 << kind as u32) != 0
    }

    pub(crate) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

struct Matcher {
    automaton: AhoCorasick,
    kinds: Vec<Kind>,
}

static MATCHER: LazyLock<Matcher> = LazyLock::new(|| {
    let (phrases, kinds): (Vec<&str>, Vec<Kind>) = spelled(include_str!("verdict.tsv"))
        .filter_map(|(phrase, name)| Some((phrase, kind(name?)?)))
        .unzip();
    let automaton = AhoCorasick::new(&phrases)
        .unwrap_or_else(|e| unreachable!("the list is part of the crate and small: {e}"));
    Matcher { automaton, kinds }
});

fn kind(name: &str) -> Option<Kind> {
    [Kind::Error, Kind::Login, Kind::Forum, Kind::Notice, Kind::Media]
        .into_iter()
        .find(|kind| kind.as_str() == name)
}

/// The kinds that `text` speaks of.
pub(crate) fn find(text: &str) -> Words {
    look(Part::Phrases, text.len());
    let found = MATCHER.automaton.find_iter(text);
    found.fold(Words::default(), |words, found| {
        words.with(Words(1 << MATCHER.kinds[found.pattern().as_usize()] as u32))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_list_names_a_kind_and_is_found() {
        for (phrase, name) in spelled(include_str!("verdict.tsv")) {
            let kind = name.and_then(kind).unwrap_or_else(|| panic!("{phrase}: no such kind"));
            assert!(find(phrase).has(kind), "{phrase}");
        }
    }
}

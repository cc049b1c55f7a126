//! The pairs of Chinese characters that stand side by side in a text: what it speaks of, in its own words.

use super::punctuation::is_han;
use crate::work::{Part, look};
use foldhash::HashSet;

/// Two characters side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Pair(u64);

impl Pair {
    pub(crate) fn of(first: char, second: char) -> Self {
        Self(u64::from(u32::from(first)) << 32 | u64::from(u32::from(second)))
    }

    /// A number below 2 to the power of `bits`, which most other pairs do not have.
    #[expect(clippy::cast_possible_truncation, reason = "what is left has as few bits")]
    pub(crate) fn mixed(self, bits: u32) -> usize {
        (self.0.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (u64::BITS - bits)) as usize
    }
}

/// A set of pairs.
#[derive(Debug, Default)]
pub(crate) struct Pairs(HashSet<Pair>);

impl Pairs {
    /// The pairs of a text, in order.
    pub(crate) fn of(text: impl Iterator<Item = char>) -> impl Iterator<Item = Pair> {
        let mut before = None;
        text.filter_map(move |c| {
            look(Part::Text, 1);
            let after = is_han(c).then_some(c);
            let pair = before.zip(after).map(|(first, second)| Pair::of(first, second));
            before = after;
            pair
        })
    }

    /// Takes in a text.
    pub(crate) fn add(&mut self, text: impl Iterator<Item = char>) {
        self.0.extend(Self::of(text));
    }

    pub(crate) fn has(&self, pair: Pair) -> bool {
        self.0.contains(&pair)
    }

    /// Share of the different pairs of `text` that stand in this set, 0.0 to 1.0.
    pub(crate) fn share_of(&self, text: &str) -> f64 {
        let mut pairs = Self::default();
        pairs.add(text.chars());
        let known = pairs.0.iter().filter(|pair| self.has(**pair)).count();
        known as f64 / pairs.0.len().max(1) as f64
    }
}

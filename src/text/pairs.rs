//! The pairs of Chinese characters that stand side by side in a text: what it speaks of, in its own words.

use super::punctuation::is_han;
use crate::work::{Part, look};
use foldhash::HashSet;

/// Two characters side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Pair(u64);

impl Pair {
    /// Of the numbers of both.
    fn of(first: u32, second: u32) -> Self {
        Self(u64::from(first) << 32 | u64::from(second))
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
    pub(crate) fn of(text: &str) -> impl Iterator<Item = Pair> {
        let mut before = 0;
        text.chars().filter_map(move |c| {
            look(Part::Text, 1);
            let after = if is_han(c) { u32::from(c) } else { 0 };
            let pair = (before != 0 && after != 0).then(|| Pair::of(before, after));
            before = after;
            pair
        })
    }

    /// Takes in a text.
    pub(crate) fn add(&mut self, text: &str) {
        self.0.extend(Self::of(text));
    }

    pub(crate) fn has(&self, pair: Pair) -> bool {
        self.0.contains(&pair)
    }

    /// Share of the different pairs of `text` that stand in this set, 0.0 to 1.0.
    pub(crate) fn share_of(&self, text: &str) -> f64 {
        let mut pairs = Self::default();
        pairs.add(text);
        let known = pairs.0.iter().filter(|pair| self.has(**pair)).count();
        known as f64 / pairs.0.len().max(1) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn pairs_are_neighbours_that_are_both_chinese(text in "[春耕㐀〇，aé\u{20000}\u{F900} ]{0,12}") {
            let chars: Vec<char> = text.chars().collect();
            let both = chars.windows(2).filter(|pair| pair.iter().all(|&c| is_han(c)));
            let naive: Vec<Pair> = both.map(|pair| Pair::of(u32::from(pair[0]), u32::from(pair[1]))).collect();
            prop_assert_eq!(Pairs::of(&text).collect::<Vec<_>>(), naive);
        }
    }
}

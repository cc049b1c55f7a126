//! Lines and the main text in, the part of each line's words that come back in the text out.

use crate::text::pairs::{Pair, Pairs};
use crate::text::share::share;
use foldhash::{HashMap, HashMapExt};

/// Pairs that are added to a line's own as if none of them came back.
const CHANCE_PAIRS: usize = 3;

/// The pairs of characters of some lines, each with whether the text has it too. The lines have far
/// fewer than the text: theirs are kept, and the text's only looked up.
pub(super) struct Words {
    pairs: HashMap<Pair, bool>,
    /// By their [`Pair::mixed`] numbers those that may be there: most pairs of a text are not.
    may_have: [bool; 1 << BITS],
}

const BITS: u32 = 12;
const HAN_BYTES: usize = 3;

impl Words {
    pub(super) fn of<'a>(lines: impl Iterator<Item = &'a str> + Clone) -> Self {
        let most = lines.clone().map(|line| line.len() / HAN_BYTES).sum();
        let mut words = Self { pairs: HashMap::with_capacity(most), may_have: [false; 1 << BITS] };
        for pair in lines.flat_map(Pairs::of) {
            words.may_have[pair.mixed(BITS)] = true;
            words.pairs.insert(pair, false);
        }
        words
    }

    /// Marks what stands in `text`.
    pub(super) fn look_in(&mut self, text: &str) {
        for pair in Pairs::of(text) {
            if self.may_have[pair.mixed(BITS)]
                && let Some(known) = self.pairs.get_mut(&pair)
            {
                *known = true;
            }
        }
    }

    /// Part of a line's pairs that the text has too, 0.0 to 1.0. A word or two comes back by chance:
    /// the part of a short line counts for less.
    pub(super) fn part_of(&self, line: &str) -> f64 {
        let (mut all, mut known) = (CHANCE_PAIRS, 0);
        for pair in Pairs::of(line) {
            all += 1;
            known += usize::from(self.pairs.get(&pair) == Some(&true));
        }
        share(known, all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_part_is_that_of_pairs_in_the_whole_text(
            lines in prop::collection::vec("[山村小学老a，]{0,12}", 1..4),
            text in "[山村小学老师来了a，]{0,60}",
        ) {
            let mut words = Words::of(lines.iter().map(String::as_str));
            words.look_in(&text);
            for line in &lines {
                let known = |pair: &Pair| Pairs::of(&text).any(|other| other == *pair);
                let part = share(
                    Pairs::of(line).filter(known).count(),
                    Pairs::of(line).count() + CHANCE_PAIRS,
                );
                prop_assert!((words.part_of(line) - part).abs() < f64::EPSILON);
            }
        }
    }
}

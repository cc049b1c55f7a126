//! Texts in, how much of another's wording they share out: a body goes on in its own words.

use crate::text::pairs::{Pair, Pairs};
use crate::text::share::share;

/// The pairs of Chinese characters of a headline, to ask which of them a text has.
#[derive(Debug)]
pub(crate) struct Headline {
    pairs: Vec<Pair>,
    /// Places of the pairs by their hash, from 1 on.
    places: [u8; 1 << Self::BITS],
}

impl Headline {
    const BITS: u32 = 9;

    /// The first 64 pairs of `title`.
    #[expect(clippy::cast_possible_truncation, reason = "there are 64 at most")]
    pub(crate) fn of(title: Option<&str>) -> Self {
        let mut own = Self { pairs: Vec::new(), places: [0; 1 << Self::BITS] };
        for pair in Pairs::of(title.unwrap_or_default()) {
            if own.pairs.len() == u64::BITS as usize {
                break;
            }
            // Of two pairs in one place the first counts: few are lost.
            let place = &mut own.places[pair.mixed(Self::BITS)];
            if *place == 0 {
                own.pairs.push(pair);
                *place = own.pairs.len() as u8;
            }
        }
        own
    }

    /// The pairs that `text` has, a bit each.
    pub(crate) fn found_in(&self, text: &str) -> u64 {
        if self.pairs.is_empty() {
            return 0;
        }
        Pairs::of(text).fold(0, |found, pair| {
            let nth = usize::from(self.places[pair.mixed(Self::BITS)]);
            match nth.checked_sub(1).and_then(|nth| self.pairs.get(nth)) {
                Some(own) if *own == pair => found | 1 << (nth - 1),
                _ => found,
            }
        })
    }

    /// What share of its pairs are those found, 0.0 to 1.0.
    pub(crate) fn share(&self, found: u64) -> f64 {
        f64::from(found.count_ones()) / self.pairs.len().max(1) as f64
    }
}

/// Which block of a body used each pair of Chinese characters, if several did, that too.
///
/// A table of hashes with as much room as the body needs: now and then two pairs share a place, so that
/// a share may come out a little high.
#[derive(Debug)]
pub(crate) struct Wording {
    bits: u32,
    used: Vec<u16>,
}

/// Used by no block.
const UNUSED: u16 = 0;
/// Used by more than one block, or by the headline.
const SHARED: u16 = u16::MAX;

/// What stands in the table for a block. Those behind the first 65,533 count as one.
fn mark(block: usize) -> u16 {
    u16::try_from(block + 1).unwrap_or(SHARED).min(SHARED - 1)
}

/// Places in the table for each character, and the least and most of them, as powers of two.
const PLACES_PER_CHAR: usize = 8;
const BITS: std::ops::RangeInclusive<u32> = 12..=20;

impl Wording {
    /// Room for the wording of so many characters.
    pub(crate) fn with_room_for(chars: usize) -> Self {
        let bits = (chars * PLACES_PER_CHAR).max(1).ilog2() + 1;
        let bits = bits.clamp(*BITS.start(), *BITS.end());
        Self { bits, used: vec![UNUSED; 1 << bits] }
    }

    /// Takes in the text of a block.
    pub(crate) fn add(&mut self, block: usize, text: &str) {
        let by = mark(block);
        for pair in Pairs::of(text) {
            let used = &mut self.used[pair.mixed(self.bits)];
            *used = if matches!(*used, UNUSED) || *used == by { by } else { SHARED };
        }
    }

    /// Takes in a text that is no block: all share it.
    pub(crate) fn add_shared(&mut self, text: &str) {
        for pair in Pairs::of(text) {
            self.used[pair.mixed(self.bits)] = SHARED;
        }
    }

    /// Of the pairs of a text that is no block of the body how many were used, and all.
    pub(crate) fn count_all(&self, text: &str) -> (usize, usize) {
        self.count(UNUSED, text)
    }

    /// Share of the pairs of `text`, the text of `block`, that another block or a shared text has,
    /// 0.0 to 1.0.
    pub(crate) fn share(&self, block: usize, text: &str) -> f64 {
        let (shared, all) = self.count_elsewhere(block, text);
        share(shared, all)
    }

    /// Of the pairs of `text`, the text of `block`, those that another block or a shared text has, and all.
    pub(crate) fn count_elsewhere(&self, block: usize, text: &str) -> (usize, usize) {
        self.count(mark(block), text)
    }

    /// Of the pairs of a text those used by another than `own`, and all.
    fn count(&self, own: u16, text: &str) -> (usize, usize) {
        Pairs::of(text).fold((0, 0), |(shared, all), pair| {
            let used = self.used[pair.mixed(self.bits)];
            (shared + usize::from(used != UNUSED && used != own), all + 1)
        })
    }
}

//! Articles in order, whether each is a copy of an earlier one out.
//!
//! Source of the search by bands: Manku, Jain and Das Sarma, *Detecting Near-Duplicates for Web Crawling*, WWW 2007.

use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::collections::hash_map::{Entry, HashMap};

/// Bits in which the fingerprints of near copies differ at most: with four bands one of them is equal then.
pub(crate) const NEAR_BITS: u32 = 3;
const BANDS: u32 = 4;
const BAND_BITS: u32 = u64::BITS / BANDS;

/// Fingerprints with one band in common that are compared with a new one, the latest. Of 10 million articles 150
/// have one in common; pages that are made so that many have cost no more than this.
const MOST: usize = 4096;

/// Texts of fewer characters are near to none: of a line or two most fingerprints come near by chance.
const LEAST_CHARS: usize = 50;

/// What an article is beside those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Copy {
    /// Its text was there.
    Exact,
    /// One with this fingerprint was there.
    Near(i64),
    New,
}

/// What was seen: 16 bytes for a text, 32 for a fingerprint, and as much again for the tables.
#[derive(Default)]
pub(crate) struct Copies {
    texts: HashSet<[u8; 16]>,
    fingerprints: HashSet<u64>,
    bands: HashMap<(u32, u64), Vec<u64>>,
}

impl Copies {
    /// Looks for an article, and knows it from then on. One without text is no copy.
    pub(crate) fn see(&mut self, text: &str, fingerprint: i64) -> Copy {
        if text.is_empty() {
            return Copy::New;
        }
        let mut key = [0; 16];
        key.copy_from_slice(&Sha256::digest(text)[..16]);
        if !self.texts.insert(key) {
            return Copy::Exact;
        }
        if text.chars().nth(LEAST_CHARS - 1).is_none() {
            return Copy::New;
        }
        let fingerprint = fingerprint.cast_unsigned();
        let near = self.nearest(fingerprint);
        if self.fingerprints.insert(fingerprint) {
            for band in 0..BANDS {
                match self.bands.entry((band, of_band(fingerprint, band))) {
                    Entry::Occupied(known) => known.into_mut().push(fingerprint),
                    Entry::Vacant(free) => drop(free.insert(vec![fingerprint])),
                }
            }
        }
        near.map_or(Copy::New, |near| Copy::Near(near.cast_signed()))
    }

    /// The one that differs least, of several the first.
    fn nearest(&self, fingerprint: u64) -> Option<u64> {
        if self.fingerprints.contains(&fingerprint) {
            return Some(fingerprint);
        }
        let known = (0..BANDS).filter_map(|band| self.bands.get(&(band, of_band(fingerprint, band))));
        let compared = known.flat_map(|all| &all[all.len().saturating_sub(MOST)..]);
        let near = compared.map(|&other| ((other ^ fingerprint).count_ones(), other));
        near.filter(|&(bits, _)| bits <= NEAR_BITS).min_by_key(|&(bits, _)| bits).map(|(_, other)| other)
    }
}

fn of_band(fingerprint: u64, band: u32) -> u64 {
    fingerprint >> (band * BAND_BITS) & ((1 << BAND_BITS) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Long enough to be near to another.
    fn long(text: &str) -> String {
        text.repeat(LEAST_CHARS / text.chars().count())
    }

    #[test]
    fn up_to_three_bits_are_near_wherever_they_are() {
        let first = 0x0123_4567_89AB_CDEF_u64;
        for (one, two, three) in [(0, 1, 2), (0, 20, 40), (15, 16, 63), (5, 37, 53)] {
            let mut copies = Copies::default();
            assert_eq!(copies.see(&long("春"), first.cast_signed()), Copy::New);
            let near = first ^ (1 << one) ^ (1 << two) ^ (1 << three);
            assert_eq!(copies.see(&long("耕"), near.cast_signed()), Copy::Near(first.cast_signed()));
            let mut copies = Copies::default();
            copies.see(&long("春"), first.cast_signed());
            assert_eq!(copies.see(&long("耕"), (near ^ (1 << 62)).cast_signed()), Copy::New);
        }
    }

    #[test]
    fn the_same_text_is_an_exact_copy_and_none_is_none() {
        let mut copies = Copies::default();
        assert_eq!(copies.see("", 0), Copy::New);
        assert_eq!(copies.see("", 0), Copy::New);
        assert_eq!(copies.see("春耕", 7), Copy::New);
        assert_eq!(copies.see("春耕", 7), Copy::Exact);
    }

    #[test]
    fn short_texts_are_near_to_none() {
        let (mut copies, text) = (Copies::default(), long("春耕"));
        assert_eq!(copies.see(&text, 7), Copy::New);
        let short = text.strip_prefix("春").expect("it begins so");
        let enough = format!("{text}。");
        assert_eq!(copies.see(short, 7), Copy::New);
        assert_eq!(copies.see(&enough, 7), Copy::Near(7));
    }
}

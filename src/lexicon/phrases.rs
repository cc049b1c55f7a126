//! A list of texts, and every place where one of them stands in a line.
//!
//! Most characters begin no phrase, and of the others most are followed by something else. Both are seen
//! in tables of bits small enough for the nearest cache, from the bytes as they stand: an automaton over
//! 2,000 Chinese phrases takes one step through its own memory for each byte of the page. `tests` holds
//! the two equal.

use crate::work::{Part, look};
use foldhash::{HashMap, HashMapExt};
use std::ops::Range;

/// Where a text stands: its number in the list, and the bytes of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) text: usize,
    pub(super) at: Range<usize>,
}

/// The texts by their first bytes.
pub(super) struct Phrases {
    texts: Vec<&'static str>,
    /// By as many of the first bytes as there are, of [`STARTS`].
    by_start: HashMap<u64, Vec<usize>>,
    /// The keys of `by_start`: most words that begin a text are followed by something else.
    starts: Bits,
    /// What the search asks at each character: the first Chinese character of a text, both first ones of a longer
    /// one, the one of a text that has no second, the first byte of one shorter than that.
    characters: Bits,
    couples: Bits,
    singles: Bits,
    bytes: Bits,
}

/// Numbers of bytes that texts are told by, the shortest first: a Chinese character has three.
const STARTS: [usize; 4] = [1, CHARACTER, 2 * CHARACTER, 8];
const CHARACTER: usize = 3;

impl Phrases {
    /// Texts are told by their place in `texts`; none stands twice, and none is empty.
    pub(super) fn new(texts: Vec<&'static str>) -> Self {
        let mut phrases = Self {
            texts: Vec::new(),
            by_start: HashMap::new(),
            starts: Bits::new(),
            characters: Bits::new(),
            couples: Bits::new(),
            singles: Bits::new(),
            bytes: Bits::new(),
        };
        for (number, text) in texts.iter().enumerate() {
            let window = window(text.as_bytes(), 0);
            let length = STARTS.into_iter().rfind(|&length| length <= text.len()).unwrap_or_default();
            let start = first_bytes(window, length);
            phrases.by_start.entry(start).or_default().push(number);
            phrases.starts.set(mixed(start));
            if length < CHARACTER {
                phrases.bytes.set(start);
            } else {
                let character = mixed(first_bytes(window, CHARACTER));
                phrases.characters.set(character);
                if length == CHARACTER {
                    phrases.singles.set(character);
                } else {
                    phrases.couples.set(mixed(first_bytes(window, 2 * CHARACTER)));
                }
            }
        }
        for texts_of_start in phrases.by_start.values_mut() {
            texts_of_start.sort_by_key(|&text| texts[text].len());
        }
        Self { texts, ..phrases }
    }

    pub(super) fn texts(&self) -> impl Iterator<Item = &'static str> {
        self.texts.iter().copied()
    }

    /// Calls `add` with every place where a text stands, in the order of their starts.
    pub(super) fn find(&self, line: &str, mut add: impl FnMut(Found)) {
        let mut from = 0;
        while let Some(start) = self.next_start(line, from) {
            self.find_at(line, start, &mut add);
            from = start + 1;
        }
    }

    /// The first place from the byte `from` on where a text stands; of those that begin there the longest.
    pub(super) fn first(&self, line: &str, mut from: usize) -> Option<Found> {
        while let Some(start) = self.next_start(line, from) {
            let mut longest = None;
            self.find_at(line, start, |found| longest = Some(found));
            if longest.is_some() {
                return longest;
            }
            from = start + 1;
        }
        None
    }

    /// True where a text stands at the start of the line.
    pub(super) fn begin(&self, line: &str) -> bool {
        let mut stands = false;
        self.find_at(line, 0, |_| stands = true);
        stands
    }

    /// The first place from the byte `from` on at which a text may begin.
    fn next_start(&self, line: &str, from: usize) -> Option<usize> {
        let line = line.as_bytes();
        let mut at = from;
        look(Part::Phrases, 1);
        while let Some(&first) = line.get(at) {
            if self.may_begin(window(line, at)) {
                return Some(at);
            }
            look(Part::Phrases, 1);
            // No text begins inside a character.
            at += if first < CHINESE { 1 } else { CHARACTER };
        }
        None
    }

    /// True where a text may stand at the start of these bytes.
    fn may_begin(&self, window: u64) -> bool {
        let first = first_bytes(window, 1);
        let character = mixed(first_bytes(window, CHARACTER));
        self.characters.has(character)
            && (self.couples.has(mixed(first_bytes(window, 2 * CHARACTER))) || self.singles.has(character))
            || first < u64::from(CHINESE) && self.bytes.has(first)
    }

    /// Calls `add` with the texts that stand at `start`, the longest last.
    pub(super) fn find_at(&self, line: &str, start: usize, mut add: impl FnMut(Found)) {
        let window = window(line.as_bytes(), start);
        if !self.may_begin(window) {
            return;
        }
        for length in STARTS.into_iter().take_while(|length| start + length <= line.len()) {
            let key = first_bytes(window, length);
            if self.starts.has(mixed(key)) {
                self.find_key(line, start, key, &mut add);
            }
        }
    }

    /// The texts with this key. Not part of the search for it, which is short enough to run in registers.
    #[inline(never)]
    fn find_key(&self, line: &str, start: usize, key: u64, add: &mut impl FnMut(Found)) {
        let rest = line.as_bytes().get(start..).unwrap_or_default();
        look(Part::Phrases, 1);
        for &text in self.by_start.get(&key).map(Vec::as_slice).unwrap_or_default() {
            if rest.starts_with(self.texts[text].as_bytes()) {
                add(Found { text, at: start..start + self.texts[text].len() });
            }
        }
    }
}

/// The first byte that a Chinese character of three bytes may have.
const CHINESE: u8 = 0xE0;

/// Eight bytes of a line as a number, the first lowest; zeros behind its end.
fn window(line: &[u8], at: usize) -> u64 {
    let rest = line.get(at..).unwrap_or_default();
    match (rest.first_chunk(), line.last_chunk()) {
        (Some(&eight), _) => u64::from_le_bytes(eight),
        (None, Some(&last)) if !rest.is_empty() => u64::from_le_bytes(last) >> (64 - 8 * rest.len()),
        _ => rest.iter().rev().fold(0, |window, &byte| window << 8 | u64::from(byte)),
    }
}

fn first_bytes(window: u64, length: usize) -> u64 {
    window & u64::MAX >> (64 - 8 * length)
}

/// A number of 16 bits that depends on all of `key`.
fn mixed(key: u64) -> u64 {
    key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 48
}

/// A set of numbers that may say yes to one that it has not: 8 KB, of which 2,000 starts fill 3 %.
struct Bits(Box<[u64; Self::WORDS]>);

impl Bits {
    const WORDS: usize = 1024;

    fn new() -> Self {
        Self(Box::new([0; Self::WORDS]))
    }

    fn place(number: u64) -> (usize, u64) {
        ((number >> 6) as usize % Self::WORDS, number % 64)
    }

    fn set(&mut self, number: u64) {
        let (word, bit) = Self::place(number);
        self.0[word] |= 1 << bit;
    }

    fn has(&self, number: u64) -> bool {
        let (word, bit) = Self::place(number);
        self.0[word] >> bit & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use aho_corasick::AhoCorasick;
    use proptest::prelude::*;

    const TEXTS: &[&str] =
        &["来源", "来源：", "源", "责任编辑", "编辑", "APP", "a", "下载", "载客户端", "客户端", "：", "一一"];

    /// The same by an automaton, which gives matches in that order by itself.
    fn naive(line: &str) -> Vec<Found> {
        let automaton = AhoCorasick::new(TEXTS).unwrap_or_else(|e| unreachable!("{e}"));
        let found = automaton.find_overlapping_iter(line);
        found.map(|found| Found { text: found.pattern().as_usize(), at: found.range() }).collect()
    }

    proptest! {
        #[test]
        fn the_same_is_found_as_by_an_automaton(line in "[来源责任编辑下载客户端：一APa ]{0,40}") {
            let phrases = Phrases::new(TEXTS.to_vec());
            let mut found = Vec::new();
            phrases.find(&line, |there| found.push(there));
            found.sort_by_key(|found| (found.at.end, found.at.start));
            prop_assert_eq!(found, naive(&line));
            let mut all = naive(&line);
            all.sort_by_key(|found| (found.at.start, std::cmp::Reverse(found.at.end)));
            prop_assert_eq!(phrases.begin(&line), all.first().is_some_and(|found| found.at.start == 0));
            prop_assert_eq!(phrases.first(&line, 0), all.into_iter().next());
        }
    }
}

//! A list of texts, and every place where one of them stands in a line.
//!
//! Most pairs of characters begin no phrase, and that is seen in a table of bits small enough for
//! the nearest cache: an automaton over 2,000 Chinese phrases takes one step through its own memory
//! for each byte of the page. `tests` holds the two equal.

use foldhash::{HashMap, HashMapExt};
use std::ops::Range;

/// Where a text stands: its number in the list, and the bytes of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) text: usize,
    pub(super) at: Range<usize>,
}

/// The same in half the memory: a long line may hold nothing but phrases.
#[derive(Clone, Copy)]
struct Hit {
    end: u32,
    start: u32,
    text: u32,
}

impl Hit {
    /// `None` beyond 4 GB.
    fn of(found: &Found) -> Option<Self> {
        let number = |n: usize| u32::try_from(n).ok();
        Some(Self { end: number(found.at.end)?, start: number(found.at.start)?, text: number(found.text)? })
    }

    fn found(self) -> Found {
        Found { text: self.text as usize, at: self.start as usize..self.end as usize }
    }
}

/// The texts by their first two characters, or by the one that they are.
pub(super) struct Phrases {
    texts: Vec<&'static str>,
    by_pair: HashMap<u64, Vec<usize>>,
    by_character: HashMap<char, usize>,
    pairs: Bits,
    /// Pairs that are a text by themselves, and those with the character that follows them in one:
    /// most words that begin a text are followed by something else.
    wholes: Bits,
    triples: Bits,
    characters: Bits,
}

impl Phrases {
    /// Texts are told by their place in `texts`; none stands twice, and none is empty.
    pub(super) fn new(texts: Vec<&'static str>) -> Self {
        let mut phrases = Self {
            texts: Vec::new(),
            by_pair: HashMap::new(),
            by_character: HashMap::new(),
            pairs: Bits::new(),
            wholes: Bits::new(),
            triples: Bits::new(),
            characters: Bits::new(),
        };
        for (number, text) in texts.iter().enumerate() {
            let mut chars = text.chars();
            match (chars.next(), chars.next()) {
                (Some(first), Some(second)) => {
                    phrases.by_pair.entry(key(first, second)).or_default().push(number);
                    phrases.pairs.set(mixed(first, second));
                    match chars.next() {
                        Some(third) => phrases.triples.set(mixed_three(first, second, third)),
                        None => phrases.wholes.set(mixed(first, second)),
                    }
                }
                (Some(only), None) => {
                    phrases.by_character.insert(only, number);
                    phrases.characters.set(u32::from(only));
                }
                _ => {}
            }
        }
        Self { texts, ..phrases }
    }

    /// All places in the order of their ends, of those with one end the longest first.
    pub(super) fn find(&self, line: &str) -> impl ExactSizeIterator<Item = Found> + use<> {
        let mut hits: Vec<Hit> = Vec::new();
        let mut add = |found: Found| hits.extend(Hit::of(&found));
        let (mut before, mut start) = ('\0', 0);
        for (at, c) in line.char_indices() {
            if self.pairs.has(mixed(before, c)) {
                self.find_longer(line, start, [before, c], &mut add);
            }
            if self.characters.has(u32::from(c))
                && let Some(&text) = self.by_character.get(&c)
            {
                add(Found { text, at: at..at + c.len_utf8() });
            }
            (before, start) = (c, at);
        }
        hits.sort_unstable_by_key(|hit| (hit.end, hit.start));
        hits.into_iter().map(Hit::found)
    }

    /// The first place from the byte `from` on where a text stands; of those that begin there the longest.
    pub(super) fn first(&self, line: &str, from: usize) -> Option<Found> {
        let mut chars = line.get(from..)?.char_indices().map(|(at, c)| (from + at, c)).peekable();
        let mut found = Vec::new();
        while let Some((at, c)) = chars.next() {
            if let Some(&(_, next)) = chars.peek()
                && self.pairs.has(mixed(c, next))
            {
                self.find_longer(line, at, [c, next], |longer| found.push(longer));
            }
            if self.characters.has(u32::from(c))
                && let Some(&text) = self.by_character.get(&c)
            {
                found.push(Found { text, at: at..at + c.len_utf8() });
            }
            if !found.is_empty() {
                break;
            }
        }
        found.into_iter().max_by_key(|found| found.at.end)
    }

    /// True where a text stands at the start of the line.
    pub(super) fn begin(&self, line: &str) -> bool {
        let mut chars = line.chars();
        let (first, second) = (chars.next(), chars.next());
        let mut longer = false;
        if let Some(pair) = first.zip(second).filter(|&(first, second)| self.pairs.has(mixed(first, second)))
        {
            self.find_longer(line, 0, pair.into(), |_| longer = true);
        }
        let is_text = |c| self.characters.has(u32::from(c)) && self.by_character.contains_key(&c);
        longer || first.is_some_and(is_text)
    }

    /// The texts of two characters and more that stand at `start`.
    fn find_longer(&self, line: &str, start: usize, pair: [char; 2], mut add: impl FnMut(Found)) {
        let rest = line.get(start..).unwrap_or_default();
        let [first, second] = pair;
        let begins_longer = |third| self.triples.has(mixed_three(first, second, third));
        if !self.wholes.has(mixed(first, second)) && !rest.chars().nth(2).is_some_and(begins_longer) {
            return;
        }
        for &text in self.by_pair.get(&key(first, second)).into_iter().flatten() {
            if rest.starts_with(self.texts[text]) {
                add(Found { text, at: start..start + self.texts[text].len() });
            }
        }
    }
}

/// A pair of characters as a number whose lower bits depend on both.
fn mixed(first: char, second: char) -> u32 {
    (u32::from(first).wrapping_mul(0x9E37_79B1) >> 8) ^ u32::from(second).wrapping_mul(0x85EB)
}

fn mixed_three(first: char, second: char, third: char) -> u32 {
    mixed(first, second).wrapping_mul(0x9E37_79B1) ^ u32::from(third).wrapping_mul(0x85EB)
}

fn key(first: char, second: char) -> u64 {
    u64::from(u32::from(first)) << u32::BITS | u64::from(u32::from(second))
}

/// A set of numbers that may say yes to one that it has not: 8 KB, of which 1,500 pairs fill 2 %.
struct Bits(Box<[u64; Self::WORDS]>);

impl Bits {
    const WORDS: usize = 1024;

    fn new() -> Self {
        Self(Box::new([0; Self::WORDS]))
    }

    fn place(number: u32) -> (usize, u32) {
        ((number >> 6) as usize % Self::WORDS, number % u64::BITS)
    }

    fn set(&mut self, number: u32) {
        let (word, bit) = Self::place(number);
        self.0[word] |= 1 << bit;
    }

    fn has(&self, number: u32) -> bool {
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
            prop_assert_eq!(phrases.find(&line).collect::<Vec<_>>(), naive(&line));
            let mut all = naive(&line);
            all.sort_by_key(|found| (found.at.start, std::cmp::Reverse(found.at.end)));
            prop_assert_eq!(phrases.begin(&line), all.first().is_some_and(|found| found.at.start == 0));
            prop_assert_eq!(phrases.first(&line, 0), all.into_iter().next());
        }
    }
}

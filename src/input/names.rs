//! Names in the bytes of a page in, html5ever's names out, and numbers to tell short ones by.

use super::element::{Flow, flow};
use foldhash::HashMap;
use html5ever::{LocalName, local_name};
use std::ops::Range;

/// Names of elements met on this page: html5ever's own table takes longer to ask.
pub(super) struct Names {
    known: [Known; NAMES],
    /// Longer ones that no standard has, in small letters.
    unknown: HashMap<Box<str>, LocalName>,
}

struct Known {
    packed: u64,
    name: ElementName,
}

/// An element's name, and what it does to the text inside.
#[derive(Clone)]
pub(super) struct ElementName {
    pub(super) local: LocalName,
    pub(super) flow: Flow,
}

/// Places for names, a power of two: pages use about 40.
const NAMES: usize = 128;

/// Names of a page's own that are told from each other, and the longest of them in bytes. All others are
/// one name: html5ever keeps every name that it meets in a table of 4,096 chains, and searches one.
const MOST_UNKNOWN: usize = 256;
const LONGEST_UNKNOWN: usize = 64;
/// Longest name, in bytes, that html5ever's atoms hold in themselves, without the table.
const SHORT: usize = 7;
/// What those others are called: the names of custom elements have a hyphen, and show otherwise.
const ANY_OTHER: &str = "other";
const ANY_CUSTOM: &str = "x-other";

impl Default for Names {
    fn default() -> Self {
        let name = ElementName { local: local_name!(""), flow: Flow::Inline };
        let known = std::array::from_fn(|_| Known { packed: 0, name: name.clone() });
        Self { known, unknown: HashMap::default() }
    }
}

impl Names {
    /// The name that stands at `range` of `page`.
    pub(super) fn of(&mut self, page: &str, range: Range<usize>) -> ElementName {
        let Some(packed) = packed(page.as_bytes(), range.clone()) else {
            return self.look_up(page, range);
        };
        // The top bits of the product: Fibonacci hashing.
        let place = packed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (u64::BITS - NAMES.ilog2());
        let place = usize::try_from(place).unwrap_or(0);
        if self.known[place].packed != packed {
            self.known[place] = Known { packed, name: self.look_up(page, range) };
        }
        self.known[place].name.clone()
    }

    fn look_up(&mut self, page: &str, range: Range<usize>) -> ElementName {
        let name = page.get(range).unwrap_or_default();
        let local = if name.len() > LONGEST_UNKNOWN { other(name) } else { self.local(name) };
        ElementName { flow: flow(&local), local }
    }

    /// A short name as html5ever knows it.
    fn local(&mut self, name: &str) -> LocalName {
        let name = name.to_ascii_lowercase().replace('\0', "\u{FFFD}");
        if name.len() <= SHORT {
            return LocalName::from(name);
        }
        if let Some(name) = LocalName::try_static(&name) {
            return name;
        }
        if let Some(known) = self.unknown.get(name.as_str()) {
            return known.clone();
        }
        if self.unknown.len() >= MOST_UNKNOWN {
            return other(&name);
        }
        let local = LocalName::from(name.as_str());
        self.unknown.insert(name.into(), local.clone());
        local
    }
}

fn other(name: &str) -> LocalName {
    LocalName::from(if name.contains('-') { ANY_CUSTOM } else { ANY_OTHER })
}

/// The name at `range` as a number, small and capital letters alike. Never 0; `None` for an empty or longer one,
/// and for one with a NUL in it.
pub(super) fn packed(bytes: &[u8], range: Range<usize>) -> Option<u64> {
    let length = range.len();
    if !(1..=8).contains(&length) {
        return None;
    }
    let mut eight = [0; 8];
    if let Some(name) = bytes.get(range.start..range.start + 8) {
        eight.copy_from_slice(name);
    } else {
        eight.get_mut(..length)?.copy_from_slice(bytes.get(range)?);
    }
    let behind = u64::MAX.checked_shl(8 * u32::try_from(length).ok()?).unwrap_or(0);
    let name = u64::from_le_bytes(eight) & !behind;
    (!has_zero(name | behind)).then(|| small(name))
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH_BITS: u64 = ONES * 0x80;

/// True where one of the eight bytes is 0.
fn has_zero(bytes: u64) -> bool {
    bytes.wrapping_sub(ONES) & !bytes & HIGH_BITS != 0
}

/// Eight bytes at once, their capital letters made small: the high bit of a sum tells whether it passed a letter.
fn small(bytes: u64) -> u64 {
    let low = bytes & !HIGH_BITS;
    let from_a = low + ONES * u64::from(0x80 - b'A');
    let past_z = low + ONES * u64::from(0x7F - b'Z');
    let capital = from_a & !past_z & !bytes & HIGH_BITS;
    bytes | capital >> 2
}

/// [`packed`] of a name in small letters, at most eight.
pub(super) const fn pack(name: &[u8]) -> u64 {
    let mut packed = 0;
    let mut at = name.len();
    while at > 0 {
        at -= 1;
        packed = packed << 8 | name[at] as u64;
    }
    packed
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_told_in_any_case_and_only_whole() {
        assert_eq!(packed(b"<DIV class>", 1..4), Some(pack(b"div")));
        assert_eq!(packed(b"<a", 1..2), Some(pack(b"a")));
        assert_eq!(packed(b"itemprop=", 0..8), Some(pack(b"itemprop")));
        assert_ne!(packed(b"<span>", 1..5), Some(pack(b"spa")));
        for (page, name) in
            [(&b"<a\0b    >"[..], 1..4), (b"blockquote", 0..10), (b"<>", 1..1), (b"a\0", 0..2)]
        {
            assert_eq!(packed(page, name.clone()), None, "{page:?} {name:?}");
        }
    }

    #[test]
    fn names_that_no_standard_has_are_told_apart_up_to_a_number() {
        let mut names = Names::default();
        let mut name = |tag: &str| names.of(tag, 0..tag.len()).local;
        assert_eq!(
            [name("DIV"), name("X-Card"), name("x-pager-item")].map(|n| n.to_string()),
            ["div", "x-card", "x-pager-item"]
        );
        let many: Vec<LocalName> =
            (0..2 * MOST_UNKNOWN).map(|nth| name(&format!("x-element-{nth}"))).collect();
        let told: std::collections::HashSet<&LocalName> = many.iter().collect();
        assert_eq!(told.len(), MOST_UNKNOWN - 1 + 1);
        assert_eq!(name("X-Pager-Item"), LocalName::from("x-pager-item"), "those met before stay");
        assert_eq!(name(&"x".repeat(LONGEST_UNKNOWN + 1)), LocalName::from(ANY_OTHER));
        assert_eq!(name(&"x-".repeat(LONGEST_UNKNOWN)), LocalName::from(ANY_CUSTOM));
        assert_eq!(name("blockquote"), local_name!("blockquote"));
    }

    proptest! {
        #[test]
        fn letters_are_made_small_as_one_by_one(bytes: [u8; 8]) {
            prop_assert_eq!(small(u64::from_le_bytes(bytes)).to_le_bytes(), bytes.map(|b| b.to_ascii_lowercase()));
            prop_assert_eq!(has_zero(u64::from_le_bytes(bytes)), bytes.contains(&0));
        }

        #[test]
        fn a_name_is_the_same_wherever_it_stands(name in "[a-zA-Z0-9-]{1,8}", after in "[ a-z>]{0,9}") {
            let page = format!("{name}{after}");
            prop_assert_eq!(packed(page.as_bytes(), 0..name.len()), Some(pack(name.to_ascii_lowercase().as_bytes())));
        }
    }
}

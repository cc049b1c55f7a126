//! Names in the bytes of a page in, html5ever's names out, and numbers to tell short ones by.

use super::element::{Flow, flow};
use html5ever::{LocalName, local_name};
use std::ops::Range;

/// Names of elements met on this page: html5ever's own table takes longer to ask.
pub(super) struct Names([Known; NAMES]);

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

impl Default for Names {
    fn default() -> Self {
        let name = ElementName { local: local_name!(""), flow: Flow::Inline };
        Self(std::array::from_fn(|_| Known { packed: 0, name: name.clone() }))
    }
}

impl Names {
    /// The name that stands at `range` of `page`.
    pub(super) fn of(&mut self, page: &str, range: Range<usize>) -> ElementName {
        let Some(packed) = packed(page.as_bytes(), range.clone()) else { return element_name(page, range) };
        // The top bits of the product: Fibonacci hashing.
        let place = packed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (u64::BITS - NAMES.ilog2());
        let known = &mut self.0[usize::try_from(place).unwrap_or(0)];
        if known.packed != packed {
            *known = Known { packed, name: element_name(page, range) };
        }
        known.name.clone()
    }
}

fn element_name(page: &str, range: Range<usize>) -> ElementName {
    let local = lowercase(page.get(range).unwrap_or_default());
    ElementName { flow: flow(&local), local }
}

/// A name as html5ever knows it.
fn lowercase(name: &str) -> LocalName {
    LocalName::from(name.to_ascii_lowercase().replace('\0', "\u{FFFD}"))
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

//! What the phrases of a line say of it.

use super::{Anchor, Category, LISTS};

/// The categories found in a line, and how much of it they cover.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Hits {
    pub(super) bits: u32,
    /// Those whose phrase begins, ends or is the line.
    pub(super) anchored: u32,
    /// Those of which one phrase begins the line, and those of which one ends it.
    begin: u32,
    end: u32,
    /// Those whose phrase is the first word of the line.
    pub(super) first: u32,
    /// Characters of the line that matched phrases cover.
    pub(crate) covered_chars: usize,
}

impl Hits {
    pub(crate) fn has(self, category: Category) -> bool {
        self.bits & (1 << category as u8) != 0
    }

    /// True where the line begins or ends with a phrase of one of `categories`, or is one.
    pub(crate) fn is_anchored(self, categories: &[Category]) -> bool {
        self.anchored != 0 && categories.iter().any(|&category| self.anchored & (1 << category as u8) != 0)
    }

    /// True where the line both begins with a phrase of `category` and ends with one.
    pub(crate) fn is_framed(self, category: Category) -> bool {
        self.begin & self.end & (1 << category as u8) != 0
    }

    /// True where the first word of the line is a phrase of `category`, and others follow.
    pub(crate) fn is_first(self, category: Category) -> bool {
        self.first & (1 << category as u8) != 0
    }

    pub(crate) fn has_any(self, categories: &[Category]) -> bool {
        self.bits != 0 && categories.iter().any(|&category| self.has(category))
    }

    /// The names of the categories found, as their lists are named, in the order of [`LISTS`].
    pub(crate) fn names(self) -> Vec<&'static str> {
        LISTS
            .iter()
            .filter(|(category, ..)| self.has(*category))
            .map(|(category, ..)| category.name())
            .collect()
    }

    /// How many categories were found.
    pub(crate) fn count(self) -> u32 {
        self.bits.count_ones()
    }

    pub(super) fn add(&mut self, category: Category, anchor: Anchor) {
        let bit = 1 << category as u8;
        self.bits |= bit;
        self.anchored |= if anchor == Anchor::Any { 0 } else { bit };
        self.begin |= if anchor.is_start() { bit } else { 0 };
        self.end |= if anchor == Anchor::End { bit } else { 0 };
    }
}

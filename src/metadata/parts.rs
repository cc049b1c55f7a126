//! A page's blocks in, their parts out, each block's read once: the search for the headline asks for
//! them, and what stands around the headline is asked again for times, source and people.

use super::fields::{self, Part};
use crate::body::shape::Shape;
use crate::page::Page;
use std::cell::OnceCell;

/// The parts of a page's blocks.
#[derive(Debug)]
pub(crate) struct Parts<'a> {
    pub(crate) page: &'a Page,
    shapes: &'a [Shape],
    read: Vec<OnceCell<Box<[Part]>>>,
}

impl<'a> Parts<'a> {
    pub(crate) fn new(page: &'a Page, shapes: &'a [Shape]) -> Self {
        Self { page, shapes, read: vec![OnceCell::new(); page.blocks.len()] }
    }

    /// True where one of them is a time.
    pub(crate) fn have_time(&self, block: usize) -> bool {
        let shape = &self.shapes[block];
        if shape.is_searched_for_dates() {
            return shape.has_date;
        }
        fields::may_have_time(&self.page.blocks[block].text)
            && self.of(block).iter().any(|part| matches!(part, Part::Time(_)))
    }

    /// Those of a block's text.
    pub(crate) fn of(&self, block: usize) -> &[Part] {
        self.read[block].get_or_init(|| fields::parts(&self.page.blocks[block].text).into())
    }
}

//! A page's blocks in, their parts out, each block's read once: the search for the headline asks for
//! them, and what stands around the headline is asked again for times, source and people.

use super::fields::{self, Part};
use crate::page::Page;
use std::cell::OnceCell;

/// The parts of a page's blocks.
#[derive(Debug)]
pub(crate) struct Parts<'a> {
    pub(crate) page: &'a Page,
    read: Vec<OnceCell<Box<[Part]>>>,
}

impl<'a> Parts<'a> {
    pub(crate) fn new(page: &'a Page) -> Self {
        Self { page, read: vec![OnceCell::new(); page.blocks.len()] }
    }

    /// Those of a block's text.
    pub(crate) fn of(&self, block: usize) -> &[Part] {
        self.read[block].get_or_init(|| fields::parts(&self.page.blocks[block].text).into())
    }
}

//! What was found in the input, before anything is made of it.

use crate::pages::Page;
use crate::pages::record::Head;
use crate::place::{Cursor, Position};

/// Something that holds a page, or should.
pub(crate) enum Found {
    /// A record that may hold a page.
    Record(Head, Vec<u8>),
    Line(Vec<u8>),
    Row(Box<Page>),
    /// A record that holds none, a row of blanks.
    Passed,
    /// What cannot be read, and why.
    Broken(String),
}

pub(crate) struct Item {
    pub(crate) at: Position,
    /// What comes next.
    pub(crate) end: Cursor,
    /// Bytes of all inputs up to there, as they are stored.
    pub(crate) covered: u64,
    pub(crate) found: Found,
}

/// Items of one input in order.
pub(crate) struct Batch {
    /// Counted from 0.
    pub(crate) nth: u64,
    pub(crate) input: usize,
    pub(crate) items: Vec<Item>,
}

/// Bytes of pages, and items, from which a batch is handed on: enough that handing on costs nothing, few enough
/// that all threads have one.
const FULL_BYTES: usize = 512 << 10;
const FULL_ITEMS: usize = 512;

impl Found {
    fn bytes(&self) -> usize {
        match self {
            Self::Record(_, content) => content.len(),
            Self::Line(line) => line.len(),
            Self::Row(page) => page.content.len(),
            Self::Passed | Self::Broken(_) => 0,
        }
    }
}

/// Items on their way into batches.
pub(crate) struct Batches<F> {
    each: F,
    next: Batch,
    bytes: usize,
}

impl<F: FnMut(Batch) -> std::ops::ControlFlow<()>> Batches<F> {
    pub(crate) fn new(each: F) -> Self {
        Self { each, next: Batch { nth: 0, input: 0, items: Vec::new() }, bytes: 0 }
    }

    pub(crate) fn push(&mut self, input: usize, item: Item) -> std::ops::ControlFlow<()> {
        if self.next.input != input {
            self.hand_on()?;
            self.next.input = input;
        }
        self.bytes += item.found.bytes();
        self.next.items.push(item);
        if self.bytes >= FULL_BYTES || self.next.items.len() >= FULL_ITEMS {
            self.hand_on()?;
        }
        std::ops::ControlFlow::Continue(())
    }

    /// Hands on what there is.
    pub(crate) fn hand_on(&mut self) -> std::ops::ControlFlow<()> {
        if self.next.items.is_empty() {
            return std::ops::ControlFlow::Continue(());
        }
        let next = Batch { nth: self.next.nth + 1, input: self.next.input, items: Vec::new() };
        self.bytes = 0;
        (self.each)(std::mem::replace(&mut self.next, next))
    }
}

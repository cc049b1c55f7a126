//! A body's range and scores in, the element that holds most of the body out. Judges no block.

use super::score::Score;
use super::shape::Shape;
use crate::page::Page;
use std::collections::BTreeMap;
use std::ops::Range;

/// Share of the body's characters that its home must hold, and how many paragraphs: a body split over
/// many elements has none.
const HOME_SHARE: f64 = 0.6;
const HOME_PARAGRAPHS: usize = 2;
/// Score of the blocks that are asked for their holder.
const LEAST_SCORE: f64 = 0.5;

/// The element that holds a body, where one does.
#[derive(Debug)]
pub(crate) struct Home<'a> {
    /// The element whose text each block is.
    holders: &'a [usize],
    element: Option<usize>,
}

impl<'a> Home<'a> {
    /// Asks the sure blocks of `body` for the element that holds them.
    pub(crate) fn find(body: Range<usize>, holders: &'a [usize], shapes: &[Shape], scores: &[Score]) -> Self {
        let mut held: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        let mut chars = 0;
        for at in body.filter(|&at| scores[at].value >= LEAST_SCORE) {
            chars += shapes[at].chars;
            let (own, paragraphs) = held.entry(holders[at]).or_default();
            *own += shapes[at].chars;
            *paragraphs += usize::from(shapes[at].ends_sentence);
        }
        let most = held.into_iter().max_by_key(|&(_, (own, _))| own);
        let element = most.filter(|&(_, (own, paragraphs))| {
            paragraphs >= HOME_PARAGRAPHS && own as f64 >= HOME_SHARE * chars as f64
        });
        Self { holders, element: element.map(|(at, _)| at) }
    }

    /// True where the body has a home and block `at` stands in it.
    pub(crate) fn holds(&self, at: usize, page: &Page) -> bool {
        self.element.is_some_and(|element| page.is_inside(self.holders[at], element))
    }

    /// True where the body has a home and block `at` stands elsewhere.
    pub(crate) fn is_foreign(&self, at: usize, page: &Page) -> bool {
        self.element.is_some() && !self.holds(at, page)
    }
}

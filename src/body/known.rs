//! What is known of a page's blocks once they are scored: what the judgement of the whole goes by.

use super::score::Score;
use super::shape::Shape;
use super::tail::Closing;
use crate::page::{Form, Page};
use foldhash::HashSet;

/// Last characters of a sentence in which it announces a list.
const ANNOUNCED_CHARS: usize = 12;

/// `获奖名单如下。`
fn announces_list(sentence: &str) -> bool {
    let end = sentence.char_indices().nth_back(ANNOUNCED_CHARS).map_or(0, |(at, _)| at);
    sentence.get(end..).is_some_and(|end| end.contains("如下"))
}

/// A page's blocks with what is known of them.
#[derive(Clone, Copy)]
pub(crate) struct Known<'a> {
    pub(crate) page: &'a Page,
    pub(crate) shapes: &'a [Shape],
    /// As [`Page::holders`] gives them.
    pub(crate) holders: &'a [usize],
    pub(crate) scores: &'a [Score],
    /// Those of a dump whatever lines closed an article above; none in HTML.
    pub(crate) open: &'a [Score],
    pub(crate) closings: &'a [Closing],
    /// How often the text of each block stands on the page.
    pub(crate) repeats: &'a [u32],
    /// As [`refrains`](super::refrains::refrains) gives them.
    pub(crate) refrains: &'a HashSet<&'a str>,
    pub(crate) headline: Option<usize>,
    /// The line under it that goes on it.
    pub(crate) subtitle: Option<&'a str>,
}

/// Score over which a block counts as prose where it ends a sentence or is this long, in characters.
const PROSE_SCORE: f64 = 0.5;
const PROSE_CHARS: usize = 40;
/// Least length of a paragraph, in characters.
const PARAGRAPH_CHARS: usize = 15;
/// Score and length of a sentence that surely is body.
const SURE_SCORE: f64 = 0.9;
const SURE_CHARS: usize = 24;
/// A block scored over this gains, one under it costs; and the characters beyond which it weighs no more.
const NEUTRAL_SCORE: f64 = 0.4;
pub(super) const HEAVIEST_CHARS: usize = 150;
const LIGHTEST_CHARS: usize = 8;

impl<'a> Known<'a> {
    /// The same with the scores known.
    pub(crate) fn scored<'s>(self, scores: &'s [Score]) -> Known<'s>
    where
        'a: 's,
    {
        Known { scores, ..self }
    }

    /// The blocks that are text.
    pub(super) fn texts(self) -> impl DoubleEndedIterator<Item = usize> + 'a {
        (0..self.shapes.len()).filter(move |&at| self.shapes[at].chars > 0)
    }

    /// True for a block that reads as an article's prose.
    pub(super) fn is_prose(self, at: usize) -> bool {
        let shape = &self.shapes[at];
        self.scores[at].value >= PROSE_SCORE && (shape.ends_sentence || shape.chars > PROSE_CHARS)
    }

    /// True for a sentence of some length that reads as an article's prose.
    pub(super) fn is_paragraph(self, at: usize) -> bool {
        let shape = &self.shapes[at];
        self.scores[at].value >= PROSE_SCORE && shape.ends_sentence && shape.chars >= PARAGRAPH_CHARS
    }

    /// True for a sentence that surely is body.
    pub(super) fn is_sure(self, at: usize) -> bool {
        let shape = &self.shapes[at];
        self.scores[at].value >= SURE_SCORE && shape.ends_sentence && shape.chars >= SURE_CHARS
    }

    /// True for a line that announces a list: `停水范围包括：`, `名单如下`. A label of chrome announces none.
    pub(super) fn announces(self, at: usize) -> bool {
        let shape = &self.shapes[at];
        let says = || shape.ends_colon || announces_list(&self.page.blocks[at].text);
        shape.hits.count() == 0 && !self.is_linked(at) && says()
    }

    /// True for a line most of which is a link.
    pub(super) fn is_linked(self, at: usize) -> bool {
        let block = &self.page.blocks[at];
        block.links > 0 && block.linked_chars * 5 >= self.shapes[at].chars * 4
    }

    /// What a block is worth to the body, in characters: less than nothing where it reads as chrome.
    pub(super) fn gain(self, at: usize) -> f64 {
        let weight = self.shapes[at].chars.clamp(LIGHTEST_CHARS, HEAVIEST_CHARS) as f64;
        let value = self.scores[at].value;
        let weight = if value < NEUTRAL_SCORE && self.is_control(at) { 1.0 } else { weight };
        (value - NEUTRAL_SCORE) * weight
    }

    /// A dump's short line of Latin words alone: `Play Video`.
    fn is_control(self, at: usize) -> bool {
        let words = |c: char| c.is_ascii() && !c.is_ascii_digit();
        self.page.form == Form::Dump
            && self.shapes[at].chars <= 60
            && self.page.blocks[at].text.chars().all(words)
    }
}

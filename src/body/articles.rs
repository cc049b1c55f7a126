//! Blocks in, where the page's own article begins and others do out.
//!
//! Endless scrolls, threads and feeds show several articles. The first whose headline is the page's is
//! the one to keep; what stands under the headline of another speaks of something else.

use super::known::Known;
use super::tail::Closing;
use super::wording::Headline;
use crate::page::{Form, Role};
use crate::text::pairs::Pairs;
use std::ops::{Range, RangeInclusive};

/// Characters of a headline.
const HEADLINE_CHARS: RangeInclusive<usize> = 6..=80;
/// Blocks below a headline in which its prose begins, and how many of them must be prose.
const PROSE_WITHIN: usize = 20;
const LEAST_PROSE: usize = 2;
/// Blocks below and above a headline in which its time stands, no prose between.
const TIME_BELOW: usize = 4;
const TIME_ABOVE: usize = 16;
/// Share of a line's pairs of characters that the page's title has too, where it is the same headline.
const SAME_TITLE: f64 = 0.6;

/// Gain above another headline that may be an article, in characters.
const LEAST_GAIN: f64 = 8.0;
/// Share of the headline's pairs of characters that come back in a section of its own article: below 120
/// headlines of other articles at most 0.4 did, below a sub-heading with a date under it 0.77.
const OWN_SECTION: f64 = 0.5;
/// Or so many times what comes back above that section, where that is more than little.
const OWN_SECTION_TO_ABOVE: f64 = 0.75;
const LEAST_SHARE: f64 = 0.25;

/// Where the articles of a page stand.
#[derive(Debug)]
pub(crate) struct Articles {
    /// The block with which the page's own begins: its headline, where another article stands above it.
    begin: usize,
    /// The headlines of others below it, in order.
    below: Vec<usize>,
}

impl Articles {
    pub(crate) fn of(known: Known<'_>, title: Option<&str>) -> Self {
        let headline = Headline::of(title);
        let mut words = Pairs::default();
        words.add(title.unwrap_or_default());
        let lines = Lines::of(known);
        let begin = begin(&lines, &headline, &words);
        Self { begin, below: others_below(&lines, &headline, &words, begin) }
    }

    /// The first headline below that is another article's.
    pub(crate) fn end(&self) -> Option<usize> {
        self.below.first().copied()
    }

    /// The blocks of the page's own, of so many.
    pub(crate) fn own(&self, blocks: usize) -> Range<usize> {
        self.begin..self.end().unwrap_or(blocks)
    }

    pub(crate) fn below(&self) -> &[usize] {
        &self.below
    }

    /// True for a block above the page's own article, where another stands there.
    pub(crate) fn is_above(&self, at: usize) -> bool {
        at < self.begin
    }

    /// True for a block of another article, above or below.
    pub(crate) fn is_of_another(&self, at: usize) -> bool {
        self.is_above(at) || self.end().is_some_and(|end| at >= end)
    }
}

/// The blocks that are text, and which of them are prose.
struct Lines<'a> {
    known: Known<'a>,
    texts: Vec<usize>,
    reads: Vec<usize>,
    /// Prefix sums of `reads`.
    prose_before: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn of(known: Known<'a>) -> Self {
        let texts: Vec<usize> = known.texts().collect();
        let reads: Vec<usize> = texts.iter().map(|&at| usize::from(known.is_prose(at))).collect();
        let prose_before = sums(&reads);
        Self { known, texts, reads, prose_before }
    }

    /// The first text from a block on.
    fn from(&self, block: usize) -> usize {
        self.texts.partition_point(|&text| text < block)
    }

    /// Those of some texts that look like headlines of other articles, with prose of their own below.
    fn headlines(&self, nths: Range<usize>, words: &Pairs) -> impl Iterator<Item = usize> {
        let end = nths.end;
        let heads = move |&nth: &usize| {
            let (known, at) = (self.known, self.texts[nth]);
            let below = (nth + 1 + PROSE_WITHIN).min(end);
            may_head(known, at)
                && self.prose_before[below] - self.prose_before[nth + 1] >= LEAST_PROSE
                && self.is_set_as_headline(nth)
                && words.share_of(&known.page.blocks[at].text) < SAME_TITLE
        };
        nths.filter(heads).map(|nth| self.texts[nth])
    }

    /// True for a text of the first rank of heading, or with a line of the day near.
    fn is_set_as_headline(&self, nth: usize) -> bool {
        is_first_rank(self.known, self.texts[nth]) && !self.is_among_paragraphs(nth)
            || has_time(self.known, &self.texts, &self.reads, nth)
    }

    /// True for a heading in the element of the paragraph above it, where the page's headline stands elsewhere: editors
    /// set sub-headings of the first rank too.
    fn is_among_paragraphs(&self, nth: usize) -> bool {
        let holder = |at: usize| self.known.holders[at];
        let own = holder(self.texts[nth]);
        let above = (nth.saturating_sub(PROSE_WITHIN)..nth).rev().find(|&above| self.reads[above] == 1);
        self.known.page.form == Form::Html
            && self.known.headline.is_some_and(|headline| holder(headline) != own)
            && above.is_some_and(|above| holder(self.texts[above]) == own)
    }

    /// Share of the headline's pairs that the prose of some blocks has.
    fn share_of_headline(&self, headline: &Headline, blocks: Range<usize>) -> f64 {
        let known = self.known;
        let prose = blocks.filter(|&at| known.is_prose(at));
        headline.share(prose.fold(0, |found, at| found | headline.found_in(&known.page.blocks[at].text)))
    }

    /// What some blocks gain, in characters.
    fn gain(&self, blocks: Range<usize>) -> f64 {
        blocks.filter(|&at| self.known.shapes[at].chars > 0).map(|at| self.known.gain(at).max(0.0)).sum()
    }
}

/// The page's headline where other articles stand above it that speak of something else, else the first block. What
/// stands below it must be of the headline as much, and be an article: readers' comments under a headline that comes
/// back at the foot are none.
fn begin(lines: &Lines<'_>, headline: &Headline, words: &Pairs) -> usize {
    let Some(own) = lines.known.headline else { return 0 };
    let found: Vec<usize> = lines.headlines(0..lines.from(own), words).collect();
    let Some(&first) = found.first() else { return 0 };
    let share = |blocks: Range<usize>| lines.share_of_headline(headline, blocks);
    let above = sections(&found, own).map(share).fold(0.0, f64::max);
    let below = own + 1..lines.known.shapes.len();
    let speaks = share(below.clone());
    let gain = lines.gain(below);
    // Of a headline whose words come back nowhere its rank or its time must tell that it heads an article, else its length.
    let heads = || lines.is_set_as_headline(lines.from(own));
    let is_article = gain >= LEAST_GAIN && (speaks > 0.0 || heads() || gain >= lines.gain(first..own));
    if above < OWN_SECTION && speaks >= OWN_SECTION_TO_ABOVE * above && is_article { own } else { 0 }
}

/// The blocks from each headline to the next, and from the last to `end`.
fn sections(headlines: &[usize], end: usize) -> impl Iterator<Item = Range<usize>> {
    let ends = headlines.iter().skip(1).copied().chain([end]);
    headlines.iter().zip(ends).map(|(&start, end)| start..end)
}

/// The blocks that are headlines of other articles below the page's own, which begins with the block `begin`, in order.
fn others_below(lines: &Lines<'_>, headline: &Headline, words: &Pairs, begin: usize) -> Vec<usize> {
    let start = lines.known.headline.map_or(0, |at| at + 1);
    let from = lines.from(start);
    let Some(first_prose) = (from..lines.texts.len()).find(|&nth| lines.reads[nth] == 1) else {
        return Vec::new();
    };
    let found: Vec<usize> = lines.headlines(first_prose + 1..lines.texts.len(), words).collect();
    let Some(&first) = found.first() else { return found };
    // Too little above another headline is no article.
    if lines.gain(begin..first) < LEAST_GAIN {
        return Vec::new();
    }
    let above = lines.share_of_headline(headline, start..first);
    sections(&found, lines.known.shapes.len())
        .filter(|section| {
            // What the page's headline speaks of comes back below its own sub-headings.
            let share = lines.share_of_headline(headline, section.clone());
            share < OWN_SECTION && (share < LEAST_SHARE || share < OWN_SECTION_TO_ABOVE * above)
        })
        .map(|section| section.start)
        .collect()
}

/// Prefix sums: of the first number, of the first two, and so on, with 0 before them.
pub(super) fn sums(numbers: &[usize]) -> Vec<usize> {
    let mut sums = Vec::with_capacity(numbers.len() + 1);
    sums.push(0);
    sums.extend(numbers.iter().scan(0, |sum, number| {
        *sum += number;
        Some(*sum)
    }));
    sums
}

/// True for a heading of the first rank, and for a line with date and time right below.
fn is_first_rank(known: Known<'_>, at: usize) -> bool {
    known.page.blocks[at].heading_level() == Some(1) || known.closings[at] == Closing::Another
}

fn is_heading(known: Known<'_>, at: usize) -> bool {
    let ranked = known.page.blocks[at].heading_level().is_some_and(|level| level <= 3);
    ranked || known.closings[at] == Closing::Another
}

/// True for a line that may be a headline by its look.
fn may_head(known: Known<'_>, at: usize) -> bool {
    let shape = &known.shapes[at];
    HEADLINE_CHARS.contains(&shape.chars)
        && !known.is_linked(at)
        && known.page.blocks[at].role != Role::Caption
        && is_heading(known, at)
        && !known.shapes[at].is_time_line()
}

/// True for a line of date or time that tells the day.
fn is_dated(known: Known<'_>, at: usize) -> bool {
    let shape = &known.shapes[at];
    shape.has_date && shape.chars < 60 && shape.commas == 0 && !shape.ends_sentence
}

/// True where a line with the day stands near, without prose between.
fn has_time(known: Known<'_>, texts: &[usize], reads: &[usize], nth: usize) -> bool {
    let stops = |&place: &usize| is_dated(known, texts[place]) || reads[place] == 1;
    let below = (nth + 1..(nth + 1 + TIME_BELOW).min(texts.len())).find(stops);
    let above = (nth.saturating_sub(TIME_ABOVE)..nth).rev().find(stops);
    below.into_iter().chain(above).any(|place| is_dated(known, texts[place]))
}

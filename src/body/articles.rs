//! Blocks in, where another article begins below the page's own out.
//!
//! Endless scrolls, threads and feeds show several articles. The first whose headline is the page's is
//! the one to keep; what stands under the headline of another speaks of something else.

use super::known::Known;
use super::tail::Closing;
use super::wording::Headline;
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

/// The blocks that are headlines of other articles below the page's own, in order.
pub(crate) fn other_headlines(known: Known<'_>, title: Option<&str>) -> Vec<usize> {
    let headline = Headline::of(title);
    let start = known.headline.map_or(0, |at| at + 1);
    let found = may_head_others(known, start, title);
    let Some(&first) = found.first() else { return found };
    // Too little above another headline is no article.
    let gain: f64 = known.texts().take_while(|&at| at < first).map(|at| known.gain(at).max(0.0)).sum();
    if gain < LEAST_GAIN {
        return Vec::new();
    }
    let above = share_of_headline(known, &headline, start..first);
    let ends = found.iter().skip(1).copied().chain([known.shapes.len()]);
    let sections = found.iter().zip(ends);
    sections
        .filter(|&(&start, end)| {
            // What the page's headline speaks of comes back below its own sub-headings.
            let share = share_of_headline(known, &headline, start..end);
            share < OWN_SECTION && (share < LEAST_SHARE || share < OWN_SECTION_TO_ABOVE * above)
        })
        .map(|(&start, _)| start)
        .collect()
}

/// The blocks below the first prose that look like headlines with prose of their own below.
fn may_head_others(known: Known<'_>, start: usize, title: Option<&str>) -> Vec<usize> {
    let mut words = Pairs::default();
    words.add(title.unwrap_or_default());
    let texts: Vec<usize> = known.texts().collect();
    let reads: Vec<usize> = texts.iter().map(|&at| usize::from(known.is_prose(at))).collect();
    let start = texts.partition_point(|&text| text < start);
    let Some(first) = (start..texts.len()).find(|&nth| reads[nth] == 1) else { return Vec::new() };
    let prose_before = sums(&reads);
    let heads = |&nth: &usize| {
        let below = (nth + 1 + PROSE_WITHIN).min(texts.len());
        may_head(known, texts[nth])
            && prose_before[below] - prose_before[nth + 1] >= LEAST_PROSE
            && (is_first_rank(known, texts[nth]) || has_time(known, &texts, &reads, nth))
            && words.share_of(&known.page.blocks[texts[nth]].text) < SAME_TITLE
    };
    (first + 1..texts.len()).filter(heads).map(|nth| texts[nth]).collect()
}

/// Share of the headline's pairs that the prose of some blocks has.
fn share_of_headline(known: Known<'_>, headline: &Headline, blocks: Range<usize>) -> f64 {
    let prose = blocks.filter(|&at| known.is_prose(at));
    headline.share(prose.fold(0, |found, at| found | headline.found_in(&known.page.blocks[at].text)))
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

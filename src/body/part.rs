//! Some blocks that stand together in, what speaks for their being a part of the article out.
//!
//! In a dump a part is a stretch of lines, in HTML all prose of one path outside home. Counts only: the
//! weights judge.

use super::articles::sums;
use super::feature::{Feature, Features};
use super::features::{capped, logarithm};
use super::known::{HEAVIEST_CHARS, Known};
use super::tail::Closing;
use super::weights::Weights;
use super::wording::{Headline, Wording};
use crate::page::Form;
use crate::text::share::share;
use crate::text::start::start;

/// Characters of a part whose wording is compared.
const READ_CHARS: usize = 400;
/// Pairs of characters from which on a part's wording counts in full, and the share that is neither for it
/// nor against it where much of the article is known already: of a short beginning less comes back.
const FULL_PAIRS: usize = 60;
const COMMON_SHARE: f64 = 0.2;
const WORDING_UNIT: f64 = 0.25;
/// Pairs of the headline that count.
const HEADLINE_PAIRS: f64 = 6.0;
/// Blocks between the article and a part of it, at most.
const FAR: usize = 30;
/// Mass already taken beyond which a longer article says no more, in characters.
const FULL_MASS: usize = 600;
/// Lines in a gap that close an article, at most, and how often a line stands on the page that closes none.
const CLOSED: usize = 3;
const AGAIN: u32 = 3;
/// Lines in a row that read as headlines, at most, and characters of the shortest such line.
const HEADLINE_RUN: usize = 10;
const LEAST_HEADLINE: usize = 5;

/// Paragraphs of a dump looked ahead at, how near they must be in lines, and how long in characters.
const NEXT: usize = 3;
const NEXT_WITHIN: usize = 15;
const NEXT_CHARS: usize = 20;

/// What a part is worth: each of its features with its value.
pub(super) type Measures = [(Feature, f64); 14];

/// The lines of a page, as far as parts ask for them.
#[derive(Debug)]
pub(super) struct Lines {
    /// Texts before each block.
    before: Vec<usize>,
    /// Lines that close an article before each block.
    closed: Vec<usize>,
    /// Length of the run of lines that read as headlines around each block, 0 where it is none.
    runs: Vec<usize>,
    /// Paragraphs that are looked ahead at, in order; none where nothing is.
    paragraphs: Vec<usize>,
}

impl Lines {
    pub(super) fn of(known: Known<'_>) -> Self {
        let counted: Vec<usize> = known.shapes.iter().map(|shape| usize::from(shape.chars > 0)).collect();
        let closes = |at: usize| {
            known.repeats[at] < AGAIN && matches!(known.closings[at], Closing::Ends | Closing::Another)
        };
        let ends: Vec<usize> = (0..counted.len()).map(|at| usize::from(closes(at))).collect();
        let paragraphs = match known.page.form {
            Form::Html => Vec::new(),
            Form::Dump => known.texts().filter(|&at| known.is_paragraph(at)).collect(),
        };
        Self { before: sums(&counted), closed: sums(&ends), runs: headline_runs(known), paragraphs }
    }

    /// The next paragraphs from the beginning of a part on.
    fn next<'a>(&self, known: Known<'a>, texts: &[usize]) -> Vec<&'a str> {
        let Some(&begin) = texts.first() else { return Vec::new() };
        let first = self.paragraphs.partition_point(|&at| at < begin);
        let end = self.nth(begin) + NEXT_WITHIN;
        let near = self.paragraphs[first..].iter().take_while(|&&at| self.nth(at) < end);
        let long = near.filter(|&&at| known.shapes[at].chars >= NEXT_CHARS).take(NEXT);
        long.map(|&at| start(&known.page.blocks[at].text, READ_CHARS)).collect()
    }

    /// How many texts stand before a block.
    pub(super) fn nth(&self, at: usize) -> usize {
        self.before[at]
    }

    /// How many lines close an article between a block and a part.
    pub(super) fn closed(&self, nearest: usize, first: usize) -> usize {
        self.closed[first.max(nearest)] - self.closed[first.min(nearest)]
    }

    /// How many texts stand between two blocks, and the longest run of headlines among them. Only so many
    /// are looked at.
    fn gap(&self, one: usize, other: usize) -> (usize, usize) {
        let (first, last) = (one.min(other), one.max(other));
        let apart = self.nth(last).saturating_sub(self.nth(first) + 1);
        let run = (first + 1..last).rev().take(FAR).map(|at| self.runs[at]).max().unwrap_or(0);
        (apart, run)
    }
}

/// The article so far, to which parts are held.
pub(super) struct Taken<'a> {
    pub(super) wording: &'a Wording,
    pub(super) headline: &'a Headline,
    /// Characters, a block's up to [`HEAVIEST_CHARS`].
    pub(super) mass: usize,
    /// Its block nearest to the part.
    pub(super) nearest: usize,
    /// Where other articles begin, in order.
    pub(super) others: &'a [usize],
}

impl Taken<'_> {
    /// True where another article begins between the article and a part below it.
    fn is_parted(&self, texts: &[usize]) -> bool {
        let Some(&first) = texts.first() else { return false };
        let next = self.others.partition_point(|&other| other <= self.nearest);
        self.others.get(next).is_some_and(|&other| other <= first)
    }
}

/// What a block adds to the mass of the article, in characters.
pub(super) fn mass(known: Known<'_>, at: usize) -> usize {
    known.shapes[at].chars.min(HEAVIEST_CHARS)
}

/// Measures the part whose texts are `texts`, in order, and stand in so many elements; in a dump, in none.
pub(super) fn measure(
    known: Known<'_>,
    lines: &Lines,
    taken: &Taken<'_>,
    texts: &[usize],
    holders: usize,
) -> Measures {
    use Feature as F;
    let all: usize = texts.iter().map(|&at| mass(known, at)).sum();
    let sentences = texts.iter().filter(|&&at| known.shapes[at].ends_sentence);
    let sentences: usize = sentences.map(|&at| mass(known, at)).sum();
    let score: f64 = texts.iter().map(|&at| known.scores[at].value * mass(known, at) as f64).sum();
    let open: f64 = texts
        .iter()
        .map(|&at| known.open.get(at).unwrap_or(&known.scores[at]).value * mass(known, at) as f64)
        .sum();
    let (apart, run) = texts.first().map_or((0, 0), |&first| lines.gap(taken.nearest, first));
    let read = read(known, texts);
    let next = lines.next(known, texts);
    let found = read.iter().fold(0, |found, text| found | taken.headline.found_in(text));
    [
        (F::PartBias, 1.0),
        (F::PartWording, share_of_wording(taken, &read)),
        (F::PartHeadline, (f64::from(found.count_ones()) / HEADLINE_PAIRS).min(1.0)),
        (F::PartSentences, share(sentences, all)),
        (F::PartScore, score / all.max(1) as f64),
        (F::PartOpen, open / all.max(1) as f64),
        (F::PartGap, logarithm(apart, FAR)),
        (F::PartHeadlines, capped(run, HEADLINE_RUN)),
        (F::PartAbove, capped(taken.mass, FULL_MASS)),
        (
            F::PartClosed,
            logarithm(texts.first().map_or(0, |&first| lines.closed(taken.nearest, first)), CLOSED),
        ),
        (F::PartOther, f64::from(u8::from(taken.is_parted(texts)))),
        (F::PartNext, if next.is_empty() { 0.0 } else { share_of_wording(taken, &next) }),
        (F::PartGrouped, grouped(texts.len(), holders)),
        (F::PartLast, f64::from(u8::from(next.is_empty()))),
    ]
}

/// Notes the measures at the blocks of a part; true where the weights take it for the article's.
pub(super) fn takes(all: &mut [Features], texts: &[usize], measures: &Measures, weights: &Weights) -> bool {
    for &at in texts {
        for &(feature, value) in measures {
            all[at].set(feature, value);
        }
    }
    measures.iter().map(|&(feature, value)| weights.get(feature) * value).sum::<f64>() > 0.0
}

/// Share of so many blocks that stand behind another of the same holder, 0 without elements. One alone says nothing.
fn grouped(blocks: usize, holders: usize) -> f64 {
    match (blocks, holders) {
        (_, 0) => 0.0,
        (1, _) => 0.5,
        _ => 1.0 - share(holders, blocks),
    }
}

/// The texts of the first blocks.
fn read<'a>(known: Known<'a>, texts: &[usize]) -> Vec<&'a str> {
    let mut chars = 0;
    let few = texts.iter().take_while(|&&at| {
        let more = chars < READ_CHARS;
        chars += known.shapes[at].chars;
        more
    });
    few.map(|&at| start(&known.page.blocks[at].text, READ_CHARS)).collect()
}

/// How much of the wording of texts the article has already, against what is common.
fn share_of_wording(taken: &Taken<'_>, texts: &[&str]) -> f64 {
    let (shared, all) = texts.iter().fold((0, 0), |(shared, all), text| {
        let (own_shared, own) = taken.wording.count_all(text);
        (shared + own_shared, all + own)
    });
    // A text repeats its words ever more: what comes back of new ones grows with its length, and ever slower.
    let common = COMMON_SHARE * capped(taken.mass, FULL_MASS).sqrt();
    (share(shared, all) - common) / WORDING_UNIT * capped(all, FULL_PAIRS)
}

fn headline_runs(known: Known<'_>) -> Vec<usize> {
    let mut runs = vec![0; known.shapes.len()];
    let mut run: Vec<usize> = Vec::new();
    let mut end = |run: &mut Vec<usize>| {
        let length = run.len();
        run.drain(..).for_each(|at| runs[at] = length);
    };
    for at in known.texts() {
        if known.shapes[at].is_headline() && known.shapes[at].chars >= LEAST_HEADLINE {
            run.push(at);
        } else {
            end(&mut run);
        }
    }
    end(&mut run);
    runs
}

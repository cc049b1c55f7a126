//! Scored blocks and the headline in, how surely each stretch of prose goes on the article out.
//!
//! The article begins with a core, the first run of paragraphs with a fair share of the heaviest one's
//! mass. From there the walk goes down in stretches: each is taken or passed by for whether it speaks in
//! the words of what was taken, how far away it stands and what stands between. A stretch passed by ends
//! nothing.

use super::articles::Articles;
use super::feature::Features;
use super::known::Known;
use super::part::{self, Lines, Taken};
use super::ranges::first_fair;
use super::weights::Weights;
use super::wording::{Headline, Wording};
use std::ops::Range;

/// Blocks scored so are of a stretch.
const STRETCH_SCORE: f64 = 0.4;
/// Blocks in a row that are no paragraphs part two runs.
const RUN_GAP: usize = 3;
/// The core is the first run with this share of the heaviest one's mass.
const FAIR_SHARE: f64 = 0.25;
/// Mass beyond which a longer run is worth no more, in characters.
const FULL_MASS: f64 = 800.0;
/// Texts above an article within which its time stands.
const TIME_WITHIN: usize = 6;
/// A line under this length that ends no sentence begins a new stretch behind one that does, in characters.
const SHORT_LINE: usize = 40;
/// Blocks behind the last one taken in which the article must go on.
const REACH: usize = 60;

/// What the walk made of a block.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Step {
    /// Above the article or below it, in no stretch or in one that was passed by.
    Outside,
    /// In a stretch that was taken.
    Taken,
    /// Between two stretches that were taken, with none passed by between them.
    Between(Gap),
}

/// What stands between two stretches.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Gap {
    /// Texts.
    pub(crate) apart: u16,
    /// Those that close an article.
    pub(crate) closed: u16,
}

/// Where the walk led.
#[derive(Debug)]
pub(crate) struct Walk {
    /// What it made of each block.
    pub(crate) steps: Vec<Step>,
    /// What the blocks say that it took, and the headline.
    pub(crate) wording: Wording,
}

/// Walks down the page.
pub(crate) fn walk(
    all: &mut [Features],
    known: Known<'_>,
    title: Option<&str>,
    weights: &Weights,
    articles: &Articles,
) -> Walk {
    let mut steps = vec![Step::Outside; known.shapes.len()];
    let Some((core, start)) = begin(known, articles) else {
        return Walk { steps, wording: Wording::with_room_for(0) };
    };
    let lines = Lines::of(known);
    let stretches = stretches(known, start);
    let headline = Headline::of(title);
    let chars = stretches.iter().flatten().map(|&at| known.shapes[at].chars).sum();
    let mut wording = Wording::with_room_for(chars);
    wording.add_shared(title.unwrap_or_default());
    let (mut mass, mut last, mut passed) = (0, None, false);
    for stretch in stretches {
        let (first, end) = (stretch[0], stretch[stretch.len() - 1] + 1);
        let takes = match last.filter(|_| first > core.start) {
            None => true,
            Some(nearest) if lines.nth(first) - lines.nth(nearest) > REACH => break,
            Some(nearest) => {
                let taken =
                    Taken { wording: &wording, headline: &headline, mass, nearest, others: articles.below() };
                part::takes(all, &stretch, &part::measure(known, &lines, &taken, &stretch, 0), weights)
            }
        };
        if !takes {
            passed = true;
            continue;
        }
        steps[first..end].fill(Step::Taken);
        if let Some(last) = last.filter(|_| !passed) {
            let apart = lines.nth(first) - lines.nth(last) - 1;
            let [apart, closed] =
                [apart, lines.closed(last, first)].map(|count| u16::try_from(count).unwrap_or(u16::MAX));
            steps[last + 1..first].fill(Step::Between(Gap { apart, closed }));
        }
        for &at in &stretch {
            wording.add(at, &known.page.blocks[at].text);
            mass += part::mass(known, at);
        }
        (last, passed) = (Some(end - 1), false);
    }
    Walk { steps, wording }
}

/// The core of the article, and the block it may begin with.
fn begin(known: Known<'_>, articles: &Articles) -> Option<(Range<usize>, usize)> {
    let counts = |at: usize| known.shapes[at].chars > 0 && !articles.is_above(at);
    let gain = |at: usize| if counts(at) { known.gain(at) } else { 0.0 };
    let gains: Vec<f64> = (0..known.shapes.len()).map(gain).collect();
    let range = first_fair(&gains)?;
    let core = core(known, range.clone()).unwrap_or_else(|| range.clone());
    let headline = known.headline.filter(|&at| range.contains(&at) && at < core.start);
    Some((core, headline.map_or(range.start, |at| at + 1)))
}

/// True where a line of date and time stands right above a block.
fn is_dated(known: Known<'_>, start: usize) -> bool {
    let above = (0..start).rev().filter(|&at| known.shapes[at].chars > 0);
    above.take(TIME_WITHIN).any(|at| known.shapes[at].is_time_line())
}

/// The runs of lines that read as body, from `start` on.
fn stretches(known: Known<'_>, start: usize) -> Vec<Vec<usize>> {
    let mut stretches: Vec<Vec<usize>> = Vec::new();
    let (mut open, mut ended) = (false, false);
    for at in (start..known.shapes.len()).filter(|&at| known.shapes[at].chars > 0) {
        let shape = &known.shapes[at];
        if known.open[at].value < STRETCH_SCORE {
            open = false;
            continue;
        }
        let heads = ended && !shape.ends_sentence && shape.chars < SHORT_LINE;
        match stretches.last_mut().filter(|_| open && !heads) {
            Some(stretch) => stretch.push(at),
            None => stretches.push(vec![at]),
        }
        (open, ended) = (true, shape.ends_sentence);
    }
    stretches
}

/// The first run of paragraphs in `range` with a fair share of the heaviest one's mass, below the headline
/// where as much stands there.
fn core(known: Known<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let mut runs: Vec<(Range<usize>, f64)> = Vec::new();
    let mut gap = RUN_GAP + 1;
    for at in range.filter(|&at| known.shapes[at].chars > 0) {
        if !known.is_paragraph(at) {
            gap += 1;
            continue;
        }
        let mass = known.scores[at].value * part::mass(known, at) as f64;
        match runs.last_mut().filter(|_| gap <= RUN_GAP) {
            Some((run, sum)) => {
                run.end = at + 1;
                *sum += mass;
            }
            None => runs.push((at..at + 1, mass)),
        }
        gap = 0;
    }
    let heaviest =
        |runs: &[(Range<usize>, f64)]| runs.iter().map(|(_, mass)| *mass).fold(0.0, f64::max).min(FULL_MASS);
    let all = heaviest(&runs);
    if let Some(headline) = known.headline {
        let below: Vec<_> = runs
            .iter()
            .filter(|(run, _)| run.end > headline + 1 || is_dated(known, run.start))
            .cloned()
            .collect();
        if heaviest(&below) >= FAIR_SHARE * all && !below.is_empty() {
            runs = below;
        }
    }
    let least = FAIR_SHARE * heaviest(&runs);
    runs.into_iter().find(|(_, mass)| *mass >= least).map(|(run, _)| run)
}

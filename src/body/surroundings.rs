//! Blocks and their own features in, what stands around each out: neighbours, containers, the line
//! that closed the article above. Counts only.

use super::articles::sums;
use super::feature::{Feature, Features};
use super::features::capped;
use super::known::HEAVIEST_CHARS;
use super::ranges::first_fair;
use super::shape::Shape;
use super::tail::Closing;
use crate::page::{Form, Page};
use crate::text::share::share;

/// How far neighbours are asked, in blocks.
const REACH: usize = 8;
/// Sentence text below the headline, in characters, before a line can close the article. A dump's
/// headline is a guess, and the page's summary of itself may stand above the body.
const BODY_LIKE_CHARS: usize = 40;
const BODY_LIKE_CHARS_DUMP: usize = 120;

/// Measures what stands around every block.
pub(super) fn surroundings(
    all: &mut [Features],
    page: &Page,
    shapes: &[Shape],
    closings: &[Closing],
    repeats: &[u32],
    headline: Option<usize>,
) {
    neighbours(all, shapes);
    containers(all, page, shapes);
    after_tail(all, page, shapes, closings, repeats, headline);
}

/// Characters of a block that read as sentences: unlinked, in a block with a mark at its end or
/// several inside.
fn sentence_chars(features: &Features, shape: &Shape) -> usize {
    let reads = shape.ends_sentence || shape.marks() >= 3;
    if reads && features.get(Feature::LinkDensity) < 0.3 { shape.chars } else { 0 }
}

fn neighbours(all: &mut [Features], shapes: &[Shape]) {
    use Feature as F;
    // Images stand between blocks without being neighbours.
    let texts: Vec<usize> = (0..all.len()).filter(|&at| shapes[at].chars > 0).collect();
    let sentences: Vec<usize> = texts.iter().map(|&at| sentence_chars(&all[at], &shapes[at])).collect();
    let linked: Vec<f64> = texts.iter().map(|&at| all[at].get(F::LinkDensity)).collect();
    let is_menu = |&at: &usize| shapes[at].marks() == 0 && shapes[at].chars < 30;
    let menus: Vec<usize> = texts.iter().map(|at| usize::from(is_menu(at))).collect();
    let (sentences_up_to, menus_up_to) = (sums(&sentences), sums(&menus));
    let reads = |i: usize| capped(sentences[i], 40);
    for (i, &at) in texts.iter().enumerate() {
        let before = sentences_up_to[i] - sentences_up_to[i.saturating_sub(REACH)];
        let after = sentences_up_to[(i + 1 + REACH).min(texts.len())] - sentences_up_to[i + 1];
        let near = [i.checked_sub(1), Some(i + 1).filter(|&j| j < texts.len())];
        let wide = i.saturating_sub(3)..(i + 4).min(texts.len());
        let features = &mut all[at];
        features.set(F::SentencesBefore, capped(before, 400));
        features.set(F::SentencesAfter, capped(after, 400));
        features.set(F::NearSentence, near.into_iter().flatten().map(reads).sum::<f64>() / 2.0);
        features.set(F::NearLinks, near.into_iter().flatten().map(|j| linked[j]).sum::<f64>() / 2.0);
        let menus = menus_up_to[wide.end] - menus_up_to[wide.start] - menus[i];
        features.set(F::NearMenus, share(menus, wide.len().saturating_sub(1)));
    }
}

/// How much of the page's sentences stands around a block.
fn containers(all: &mut [Features], page: &Page, shapes: &[Shape]) {
    if page.form == Form::Dump {
        return;
    }
    let sentences = sentences_inside(all, page, shapes);
    for (features, block) in all.iter_mut().zip(&page.blocks) {
        let parent = page.containers[block.container].parent;
        features.set(Feature::ContainerShare, share(sentences[parent], sentences[0]));
    }
}

/// Sentence text of each container with all below it, in characters.
fn sentences_inside(all: &[Features], page: &Page, shapes: &[Shape]) -> Vec<usize> {
    let mut sentences = vec![0; page.containers.len()];
    for ((features, block), shape) in all.iter().zip(&page.blocks).zip(shapes) {
        sentences[block.container] += sentence_chars(features, shape);
    }
    // A container comes after its parent, so one pass from the end adds every level up.
    for at in (1..sentences.len()).rev() {
        sentences[page.containers[at].parent] += sentences[at];
    }
    sentences
}

/// A line that stands on the page so often closes nothing: it stands between paragraphs.
const AGAIN: u32 = 3;

/// Marks the blocks after the first line that closes an article. Lines before any body-like text
/// close nothing.
fn after_tail(
    all: &mut [Features],
    page: &Page,
    shapes: &[Shape],
    closings: &[Closing],
    repeats: &[u32],
    headline: Option<usize>,
) {
    let sentences: Vec<usize> = all.iter().zip(shapes).map(|(f, s)| sentence_chars(f, s)).collect();
    let below = headline.map_or(0, |headline| headline + 1);
    let start = match page.form {
        Form::Html if headline.is_some() => below,
        // A dump's headline is a guess, and its first sentences may be the page's summary of itself.
        _ => below + first_stretch(&sentences[below..]),
    };
    let least = match page.form {
        Form::Html => BODY_LIKE_CHARS,
        Form::Dump => BODY_LIKE_CHARS_DUMP,
    };
    let mut body_chars = 0;
    let mut tail_seen = false;
    for at in start..all.len() {
        all[at].flag(Feature::AfterTail, tail_seen);
        body_chars += sentences[at];
        tail_seen |= body_chars >= least
            && repeats[at] < AGAIN
            && matches!(closings[at], Closing::Ends | Closing::Another);
    }
}

/// What a block without sentences costs a stretch, in characters.
const GAP_COST_CHARS: f64 = 15.0;

/// Where the first stretch of blocks begins that has a fair share of the page's sentences.
fn first_stretch(sentences: &[usize]) -> usize {
    let gains: Vec<f64> =
        sentences.iter().map(|&chars| chars.min(HEAVIEST_CHARS) as f64 - GAP_COST_CHARS).collect();
    first_fair(&gains).map_or(0, |range| range.start)
}

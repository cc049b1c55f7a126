//! Blocks in, their features out. Counts only: judging is `score`'s job.

use super::feature::{Feature, Features};
use super::places::Place;
use super::shape::Shape;
use super::surroundings::surroundings;
use super::tail::Closing;
use crate::lexicon::Category;
use crate::page::{Page, Tag, TextBlock};
use crate::text::share::share;
use foldhash::{HashMap, HashMapExt};

/// Blocks shorter than this are lines whose labels speak; longer ones are text that may mention them.
const LABEL_LINE_CHARS: usize = 60;

/// `count` up to `most`, as a share of it.
pub(super) fn capped(count: usize, most: usize) -> f64 {
    share(count.min(most), most)
}

/// `count` up to `most`, as a logarithm between 0.0 and 1.0.
pub(super) fn logarithm(count: usize, most: usize) -> f64 {
    ((1 + count.min(most)) as f64).ln() / ((1 + most) as f64).ln()
}

/// Measures every block of a page. `repeats` as [`repeats`] gives them; `headline` is the index of
/// the headline's block, if known.
pub(crate) fn features(
    page: &Page,
    shapes: &[Shape],
    places: &[Place],
    closings: &[Closing],
    repeats: &[u32],
    headline: Option<usize>,
) -> Vec<Features> {
    let mut all: Vec<Features> = page
        .blocks
        .iter()
        .zip(shapes)
        .map(|(block, shape)| {
            let mut features = Features::zero();
            own(&mut features, shape, share(block.linked_chars, shape.chars));
            typeset(&mut features, block, shape);
            features
        })
        .collect();
    phrases(&mut all, shapes);
    placed(&mut all, page, places);
    repeated(&mut all, page, repeats, headline);
    beside_images(&mut all, page, shapes);
    surroundings(&mut all, page, shapes, closings, repeats, headline);
    all
}

/// What the text alone shows.
fn own(features: &mut Features, shape: &Shape, link_density: f64) {
    use Feature as F;
    features.set(F::Bias, 1.0);
    features.set(F::Length, capped(shape.chars, 150));
    features.set(F::LogLength, logarithm(shape.chars, 300));
    features.flag(F::EndsSentence, shape.ends_sentence);
    features.set(F::InnerMarks, capped(shape.inner_marks, 6));
    features.set(F::PunctuationDensity, (share(shape.marks(), shape.chars) / 0.12).min(1.0));
    features.set(F::LinkDensity, link_density.min(1.0));
    features.set(F::HanRatio, share(shape.han, shape.chars));
    features.flag(F::Menu, shape.is_menu());
    features.flag(F::LinkedLine, link_density > 0.0 && shape.chars < LABEL_LINE_CHARS);
}

/// How the block is set.
fn typeset(features: &mut Features, block: &TextBlock, shape: &Shape) {
    use Feature as F;
    features.flag(F::IsHeading, block.heading_level().is_some());
    features.set(F::Bold, share(block.bold_chars, shape.chars).min(1.0));
    features.flag(F::Indented, block.indented);
}

fn phrases(all: &mut [Features], shapes: &[Shape]) {
    use Category as C;
    use Feature as F;
    for (features, shape) in all.iter_mut().zip(shapes) {
        let hits = shape.hits;
        let label = shape.chars < LABEL_LINE_CHARS;
        features.set(F::PhraseCover, share(hits.covered_chars, shape.chars).min(1.0));
        features.flag(F::PhraseLong, !label && hits.count() > 0);
        let dated = (shape.has_date || shape.has_clock) && shape.commas == 0;
        features.flag(F::TimeLine, label && (dated || hits.has(C::Time)));
        features.flag(F::DisclaimerLine, hits.has(C::Disclaimer));
        features.flag(F::FooterLine, hits.has(C::Footer));
    }
}

fn placed(all: &mut [Features], page: &Page, places: &[Place]) {
    use Feature as F;
    for (features, block) in all.iter_mut().zip(&page.blocks) {
        let place = places[block.container];
        features.flag(F::InLandmark, place.landmark);
        features.flag(F::HintContent, place.content);
        features.flag(F::HintChrome, place.chrome);
        features.flag(F::IsParagraph, page.containers[block.container].tag == Tag::Paragraph);
    }
}

/// How often the text of each block stands on the page.
pub(crate) fn repeats(page: &Page) -> Vec<u32> {
    // The first block with each text has the count, the others have its place.
    let mut first: HashMap<&str, usize> = HashMap::with_capacity(page.blocks.len());
    let mut counts = vec![0; page.blocks.len()];
    let mut places: Vec<usize> = Vec::with_capacity(page.blocks.len());
    for (at, block) in page.blocks.iter().enumerate() {
        let place = if block.text.is_empty() { at } else { *first.entry(&block.text).or_insert(at) };
        counts[place] += 1;
        places.push(place);
    }
    places.into_iter().map(|place| counts[place]).collect()
}

fn repeated(all: &mut [Features], page: &Page, repeats: &[u32], headline: Option<usize>) {
    for ((features, block), &count) in all.iter_mut().zip(&page.blocks).zip(repeats) {
        features.flag(Feature::Repeated, count > 1 && !block.is_image());
    }
    let title = headline.map(|at| page.blocks[at].text.as_str());
    for (at, (features, block)) in all.iter_mut().zip(&page.blocks).enumerate() {
        features.flag(Feature::IsTitle, title == Some(block.text.as_str()));
        features.flag(Feature::AfterTitle, headline.is_some_and(|headline| at > headline));
    }
}

fn beside_images(all: &mut [Features], page: &Page, shapes: &[Shape]) {
    let image = |at: Option<usize>| at.and_then(|at| page.blocks.get(at)).is_some_and(TextBlock::is_image);
    for (at, features) in all.iter_mut().enumerate() {
        if (1..LABEL_LINE_CHARS).contains(&shapes[at].chars) {
            features.flag(Feature::AfterImage, image(at.checked_sub(1)));
        }
    }
}

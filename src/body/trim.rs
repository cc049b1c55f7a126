//! A body range in, the blocks that stay out: chrome inside it and at both ends goes.

use super::shape::Shape;
use crate::lexicon::Category;
use crate::page::{Page, Role};
use std::ops::Range;

/// What became of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    Kept,
    /// Outside the body's range.
    Outside,
    /// Inside it, but scored as chrome.
    Chrome,
    /// The headline again.
    Headline,
    /// A line of metadata or a label at an end of the body.
    EndLine,
    /// A caption or credit of a picture.
    Caption,
}

/// Blocks inside the range that score under this go.
const LEAST_SCORE: f64 = 0.15;

/// Decides about every block of the page.
pub(crate) fn trim(
    body: Option<Range<usize>>,
    page: &Page,
    shapes: &[Shape],
    scores: &[f64],
    headline: Option<usize>,
) -> Vec<Fate> {
    let mut fates = vec![Fate::Outside; page.blocks.len()];
    let Some(body) = body else { return fates };
    let title = headline.map(|at| page.blocks[at].text.as_str());
    for at in body.clone() {
        fates[at] = inside(page, shapes, scores, at, title);
    }
    for at in body.clone() {
        if !end_line(page, shapes, scores, at, &mut fates) {
            break;
        }
    }
    for at in body.rev() {
        if !end_line(page, shapes, scores, at, &mut fates) {
            break;
        }
    }
    fates
}

fn inside(page: &Page, shapes: &[Shape], scores: &[f64], at: usize, title: Option<&str>) -> Fate {
    let block = &page.blocks[at];
    if block.is_image() {
        Fate::Kept
    } else if title == Some(block.text.as_str()) {
        Fate::Headline
    } else if block.role == Role::Caption {
        Fate::Caption
    } else if scores[at] < LEAST_SCORE {
        if shapes[at].hits.has(Category::Caption) && shapes[at].chars < 80 {
            Fate::Caption
        } else {
            Fate::Chrome
        }
    } else {
        Fate::Kept
    }
}

/// Takes a line off an end of the body; false where the body proper begins.
fn end_line(_page: &Page, shapes: &[Shape], _scores: &[f64], at: usize, fates: &mut [Fate]) -> bool {
    if fates[at] != Fate::Kept || shapes[at].chars == 0 {
        return true;
    }
    let shape = &shapes[at];
    let label = shape.chars < 60
        && shape.hits.has_any(&[
            Category::Role,
            Category::Source,
            Category::Original,
            Category::Time,
            Category::Related,
            Category::Share,
            Category::Tools,
            Category::Navigation,
            Category::Continue,
            Category::Count,
            Category::Comments,
            Category::App,
        ]);
    if label {
        fates[at] = Fate::EndLine;
    }
    label
}

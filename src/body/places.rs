//! Containers in, what stands around each out: landmarks, and what class names say.
//!
//! An element that holds the headline and most of the prose is the page itself, whatever its name:
//! some servers wrap every page in a form, some in an element named for its side bar.

use super::shape::Shape;
use crate::page::{Container, Hints, Page, Tag};

/// Share of the page's prose over which an element around the headline says nothing of what it holds.
const WHOLE_SHARE: f64 = 0.5;
/// The same for one without the headline: a wall of comments may be most of a page.
const WHOLE_SHARE_WITHOUT_HEADLINE: f64 = 0.9;

/// What a container stands in, itself included.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "an element may stand in several of these at once")]
pub(crate) struct Place {
    /// A footer, navigation or aside, or a header that is not an article's.
    pub(crate) landmark: bool,
    /// An article or main element, or one named as content.
    pub(crate) content: bool,
    /// An element named as chrome.
    pub(crate) chrome: bool,
    article: bool,
}

/// The place of every container.
pub(crate) fn places(page: &Page, shapes: &[Shape], headline: Option<usize>) -> Vec<Place> {
    let whole = wholes(page, shapes, headline);
    let mut places: Vec<Place> = Vec::with_capacity(page.containers.len());
    for (container, whole) in page.containers.iter().zip(whole) {
        let outer = places.get(container.parent).copied().unwrap_or_default();
        places.push(outer.inside(container, whole));
    }
    places
}

impl Place {
    fn inside(mut self, container: &Container, whole: bool) -> Self {
        let Hints { content, chrome } = container.hints;
        match container.tag {
            Tag::Article | Tag::Main => (self.article, self.content) = (true, true),
            // An article's own header holds its headline and lead.
            Tag::Header => self.landmark |= !self.article && !whole,
            Tag::Nav | Tag::Footer | Tag::Aside => self.landmark |= !whole,
            _ => {}
        }
        self.content |= content;
        self.chrome |= chrome && !whole;
        self
    }
}

/// Whether each container holds what makes the page.
fn wholes(page: &Page, shapes: &[Shape], headline: Option<usize>) -> Vec<bool> {
    let mut prose = vec![0; page.containers.len()];
    let mut headed = vec![false; page.containers.len()];
    for (block, shape) in page.blocks.iter().zip(shapes) {
        let reads = shape.ends_sentence && block.linked_chars * 3 < shape.chars;
        prose[block.container] += if reads { shape.chars } else { 0 };
    }
    if let Some(headline) = headline {
        headed[page.blocks[headline].container] = true;
    }
    // A container comes after its parent.
    for at in (1..prose.len()).rev() {
        let parent = page.containers[at].parent;
        prose[parent] += prose[at];
        headed[parent] |= headed[at];
    }
    let all = prose[0] as f64;
    let least = |headed| if headed { WHOLE_SHARE } else { WHOLE_SHARE_WITHOUT_HEADLINE };
    prose.iter().zip(headed).map(|(&prose, headed)| prose as f64 > least(headed) * all).collect()
}

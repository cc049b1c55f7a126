//! The walk with what a rule says of elements.

use super::{Walk, Walked};
use crate::input::view::{Step, walk_scraper};
use crate::page::Ruled;

/// The same with what a rule says of elements: the blocks of some are body, others are not read.
pub(crate) fn walked_by_rule(
    html: &scraper::Html,
    is_body: impl Fn(&scraper::node::Element) -> bool,
    is_dropped: impl Fn(&scraper::node::Element) -> bool,
) -> Walked<scraper::StrTendril> {
    let texts = html.tree.values().filter_map(scraper::Node::as_text);
    let mut walk = Walk::of_page(texts.map(|text| text.len()).sum());
    let (mut depth, mut body_depth, mut at_dropped) = (0, None, false);
    walk_scraper(html, |step| match step {
        Step::Open(element) => {
            depth += 1;
            at_dropped = is_dropped(element);
            if at_dropped {
                return false;
            }
            let enters = body_depth.is_none() && is_body(element);
            let descend = walk.step(Step::Open(element));
            if enters {
                body_depth = Some(depth);
                walk.ruled = Ruled::Body;
            }
            descend
        }
        Step::Text(text) => walk.step(Step::<&scraper::node::Element>::Text(text)),
        Step::Close => {
            if !at_dropped {
                walk.step(Step::<&scraper::node::Element>::Close);
            }
            at_dropped = false;
            if body_depth == Some(depth) {
                body_depth = None;
                walk.ruled = Ruled::Open;
            }
            depth -= 1;
            true
        }
    });
    walk.finish()
}

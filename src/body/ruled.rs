//! Fates and what a rule says of blocks in, fates out. A rule that says nothing of a page changes none.

use super::trim::Fate;
use crate::page::{Page, Role, Ruled};

pub(crate) fn by_rule(mut fates: Vec<Fate>, page: &Page) -> Vec<Fate> {
    let has_body = page.blocks.iter().any(|block| block.ruled == Ruled::Body);
    for (fate, block) in fates.iter_mut().zip(&page.blocks) {
        *fate = match (block.ruled, *fate) {
            (Ruled::Body, _) if block.role == Role::Caption => Fate::Caption,
            (Ruled::Body, _) => Fate::Kept,
            (Ruled::Dropped, Fate::Kept | Fate::Signature | Fate::Caption) => Fate::Chrome,
            (Ruled::Open, Fate::Kept | Fate::Signature | Fate::Caption) if has_body => Fate::Outside,
            (_, fate) => fate,
        };
    }
    fates
}

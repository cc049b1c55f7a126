//! What the block walk sees of a tree, whichever it is: this crate's or one that a crawler parsed.

use super::longest;
use html5ever::LocalName;
use std::ops::Deref;

/// What the block walk asks of an element, whichever tree it stands in.
pub(crate) trait ElementView<'a>: Copy {
    /// The text of the tree, which is cheap to clone.
    type Text: Deref<Target = str> + Clone + 'a;

    fn name(self) -> &'a LocalName;

    /// The value of an attribute as the page has it, of any length.
    fn written(self, name: &LocalName) -> Option<&'a str>;

    /// As much of the value as is read.
    fn attr(self, name: &LocalName) -> Option<&'a str> {
        self.written(name).map(|value| longest::read(name, value))
    }

    /// All attributes, as the page has them.
    fn attrs(self) -> impl Iterator<Item = (&'a LocalName, &'a str)>;
}

/// One step of a walk through a tree, in document order.
pub(crate) enum Step<'a, E: ElementView<'a>> {
    Open(E),
    Text(&'a E::Text),
    Close,
}

#[cfg(feature = "scraper")]
impl<'a> ElementView<'a> for &'a scraper::node::Element {
    type Text = scraper::StrTendril;

    fn name(self) -> &'a LocalName {
        &self.name.local
    }

    fn written(self, name: &LocalName) -> Option<&'a str> {
        self.attr(name)
    }

    fn attrs(self) -> impl Iterator<Item = (&'a LocalName, &'a str)> {
        self.attrs.iter().map(|(name, value)| (&name.local, &**value))
    }
}

/// The walk of `Dom` over a tree that a crawler parsed with scraper.
#[cfg(feature = "scraper")]
pub(crate) fn walk_scraper<'a>(
    html: &'a scraper::Html,
    mut visit: impl FnMut(Step<'a, &'a scraper::node::Element>) -> bool,
) {
    let mut at = html.tree.root().first_child();
    while let Some(node) = at {
        let descend = match node.value() {
            scraper::Node::Element(e) => visit(Step::Open(e)),
            scraper::Node::Text(text) => visit(Step::Text(&text.text)),
            _ => true,
        };
        at = node.first_child().filter(|_| descend).or_else(|| {
            let mut node = node;
            loop {
                if let scraper::Node::Element(_) = node.value() {
                    visit(Step::Close);
                }
                if let Some(next) = node.next_sibling() {
                    return Some(next);
                }
                node = node.parent()?;
            }
        });
    }
}

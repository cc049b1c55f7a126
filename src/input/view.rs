//! What the block walk sees of a tree, whichever it is: this crate's or one that a crawler parsed.

use html5ever::{LocalName, local_name};

/// What the block walk asks of an element, whichever tree it stands in.
pub(crate) trait ElementView<'a>: Copy {
    fn name(self) -> &'a LocalName;
    fn attr(self, name: &LocalName) -> Option<&'a str>;
    fn attrs(self) -> impl Iterator<Item = (&'a LocalName, &'a str)>;
}

/// One step of a walk through a tree, in document order.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step<'a, E> {
    Open(E),
    Text(&'a str),
    Close,
}

impl<'a> ElementView<'a> for &'a scraper::node::Element {
    fn name(self) -> &'a LocalName {
        &self.name.local
    }

    fn attr(self, name: &LocalName) -> Option<&'a str> {
        self.attr(name)
    }

    fn attrs(self) -> impl Iterator<Item = (&'a LocalName, &'a str)> {
        self.attrs.iter().map(|(name, value)| (&name.local, &**value))
    }
}

/// The walk of `Dom` over a tree that a crawler parsed with scraper.
pub(crate) fn walk_scraper<'a>(
    html: &'a scraper::Html,
    mut visit: impl FnMut(Step<'a, &'a scraper::node::Element>) -> bool,
) {
    let mut at = html.tree.root().first_child();
    while let Some(node) = at {
        let descend = match node.value() {
            // scraper keeps a template's content among its children; WHATWG keeps it outside the page.
            scraper::Node::Element(e) => visit(Step::Open(e)) && e.name.local != local_name!("template"),
            scraper::Node::Text(text) => visit(Step::Text(text)),
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

//! A page's tree: an arena of nodes, and the walk through it. Knows nothing of blocks: that is `html`'s
//! job; `sink` builds it.
//!
//! Nodes live in one `Vec` and point at each other by index, so that building, walking and
//! dropping a tree of any depth takes no recursion.

use super::node::{ArenaElement, Attr, Element, Name, Node, NodeData, NodeId};
use super::overflow::Overflow;
use super::view::Step;
use crate::work::{Part, look};
use html5ever::tendril::StrTendril;
use html5ever::tree_builder::NodeOrText;
use std::num::NonZeroU32;
use std::ops::Range;

/// Nodes that any page may have, and bytes for which a larger page may have one more; what comes after
/// them is read without a tree. A page may ask for hundreds of nodes with ten bytes, as open formatting
/// elements are made anew in each paragraph. The largest of 79 saved pages has 4,944 tags, the densest
/// a tag for 51 bytes.
const MIN_MOST_NODES: usize = 1 << 17;
const LEAST_BYTES_PER_NODE: usize = 48;

/// A parsed page.
#[derive(Debug)]
pub(crate) struct Dom {
    nodes: Vec<Node>,
    /// Of all elements, those of one in a row.
    attrs: Vec<Attr>,
    /// What the tree had no room for.
    pub(super) overflow: Overflow,
    pub(super) page_bytes: usize,
}

/// A page is cut at 1 GB, which keeps these far from `u32::MAX`.
fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl Dom {
    pub(super) fn for_page(bytes: usize) -> Self {
        let mut dom = Self {
            nodes: Vec::with_capacity(bytes / BYTES_PER_NODE),
            attrs: Vec::new(),
            overflow: Overflow::default(),
            page_bytes: bytes,
        };
        dom.push(NodeData::Document);
        dom
    }

    /// True where the page has all the nodes that it may.
    pub(super) fn is_full(&self) -> bool {
        self.nodes.len() >= self.most_nodes()
    }

    fn most_nodes(&self) -> usize {
        MIN_MOST_NODES.max(self.page_bytes / LEAST_BYTES_PER_NODE)
    }

    pub(super) fn push(&mut self, data: NodeData) -> NodeId {
        if self.nodes.len() == self.nodes.capacity() {
            let room = self.most_nodes().saturating_sub(self.nodes.len());
            self.nodes.reserve_exact(room.min(self.nodes.len()).max(NODES_AT_ONCE));
        }
        look(Part::Tree, 1);
        let number = number(self.nodes.len() + 1);
        self.nodes.push(Node {
            parent: None,
            previous: None,
            next: None,
            first_child: None,
            last_child: None,
            data,
        });
        NodeId::of(NonZeroU32::new(number).unwrap_or(NonZeroU32::MAX))
    }

    pub(super) fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.index()]
    }

    pub(super) fn node_mut(&mut self, id: NodeId) -> &mut Node {
        &mut self.nodes[id.index()]
    }

    pub(super) fn detach(&mut self, id: NodeId) {
        let Node { parent, previous, next, .. } = *self.node(id);
        match previous {
            Some(previous) => self.node_mut(previous).next = next,
            None => {
                if let Some(parent) = parent {
                    self.node_mut(parent).first_child = next;
                }
            }
        }
        match next {
            Some(next) => self.node_mut(next).previous = previous,
            None => {
                if let Some(parent) = parent {
                    self.node_mut(parent).last_child = previous;
                }
            }
        }
        let node = self.node_mut(id);
        (node.parent, node.previous, node.next) = (None, None, None);
    }

    pub(super) fn append_node(&mut self, parent: NodeId, child: NodeId) {
        self.detach(child);
        let last = self.node(parent).last_child;
        self.node_mut(child).parent = Some(parent);
        self.node_mut(child).previous = last;
        match last {
            Some(last) => self.node_mut(last).next = Some(child),
            None => self.node_mut(parent).first_child = Some(child),
        }
        self.node_mut(parent).last_child = Some(child);
    }

    fn insert_before(&mut self, sibling: NodeId, child: NodeId) {
        self.detach(child);
        let Node { parent, previous, .. } = *self.node(sibling);
        let Some(parent) = parent else { return };
        self.node_mut(child).parent = Some(parent);
        self.node_mut(child).previous = previous;
        self.node_mut(child).next = Some(sibling);
        self.node_mut(sibling).previous = Some(child);
        match previous {
            Some(previous) => self.node_mut(previous).next = Some(child),
            None => self.node_mut(parent).first_child = Some(child),
        }
    }

    /// Adds `text` to the text node `id`; false where `id` is no text node.
    fn extend_text(&mut self, id: Option<NodeId>, text: &StrTendril) -> bool {
        let Some(id) = id else { return false };
        let NodeData::Text(existing) = &mut self.node_mut(id).data else { return false };
        existing.push_tendril(text);
        true
    }

    pub(super) fn append(&mut self, parent: NodeId, child: NodeOrText<NodeId>) {
        match child {
            NodeOrText::AppendNode(node) => self.append_node(parent, node),
            NodeOrText::AppendText(text) => {
                let last = self.node(parent).last_child;
                if !self.extend_text(last, &text) {
                    let node = self.push(NodeData::Text(text));
                    self.append_node(parent, node);
                }
            }
        }
    }

    pub(super) fn append_before(&mut self, sibling: NodeId, child: NodeOrText<NodeId>) {
        match child {
            NodeOrText::AppendNode(node) => self.insert_before(sibling, node),
            NodeOrText::AppendText(text) => {
                let previous = self.node(sibling).previous;
                if !self.extend_text(previous, &text) {
                    let node = self.push(NodeData::Text(text));
                    self.insert_before(sibling, node);
                }
            }
        }
    }

    /// Where a template's content begins, or an element's.
    fn first_inside(&self, node: &Node) -> Option<NodeId> {
        match &node.data {
            NodeData::Element(Element { template: Some(content), .. }) => self.node(*content).first_child,
            _ => node.first_child,
        }
    }

    /// Adds an element that stands nowhere yet.
    pub(super) fn push_element(
        &mut self,
        name: Name,
        attrs: impl Iterator<Item = Attr>,
        template: Option<NodeId>,
    ) -> NodeId {
        let attrs = self.push_attrs(attrs);
        let element = self.push(NodeData::Element(Element { name, attrs, template }));
        if let Some(content) = template {
            self.node_mut(content).parent = Some(element);
        }
        element
    }

    fn push_attrs(&mut self, attrs: impl Iterator<Item = Attr>) -> Range<u32> {
        let start = number(self.attrs.len());
        self.attrs.extend(attrs);
        start..number(self.attrs.len())
    }

    fn attrs_of(&self, element: &Element) -> &[Attr] {
        self.attrs.get(element.attrs.start as usize..element.attrs.end as usize).unwrap_or_default()
    }

    /// Adds those of `attrs` that the element has not.
    pub(super) fn add_missing_attrs(&mut self, target: NodeId, attrs: Vec<Attr>) {
        let NodeData::Element(element) = &self.node(target).data else { return };
        let known = self.attrs_of(element);
        look(Part::Tree, known.len() * attrs.len());
        let is_missing = |attr: &Attr| !known.iter().any(|known| known.name == attr.name);
        let missing: Vec<Attr> = attrs.into_iter().filter(is_missing).collect();
        // Few names are read, so that an element is copied but a few times however often it stands in the page.
        if missing.is_empty() {
            return;
        }
        let all: Vec<Attr> = known.iter().cloned().chain(missing).collect();
        let range = self.push_attrs(all.into_iter());
        if let NodeData::Element(element) = &mut self.node_mut(target).data {
            element.attrs = range;
        }
    }

    /// The elements and texts of the page in document order. `visit` returns false at an `Open`
    /// to pass over what is inside; its `Close` follows all the same.
    pub(crate) fn walk<'a>(&'a self, mut visit: impl FnMut(Step<'a, ArenaElement<'a>>) -> bool) {
        let mut at = self.node(NodeId::DOCUMENT).first_child;
        while let Some(id) = at {
            look(Part::Walk, 1);
            let node = self.node(id);
            let descend = match &node.data {
                NodeData::Element(element) => {
                    let attrs = self.attrs_of(element);
                    visit(Step::Open(ArenaElement { name: &element.name.local, attrs }))
                }
                NodeData::Text(text) => visit(Step::Text(text)),
                NodeData::Document | NodeData::Invisible => true,
            };
            at = self.first_inside(node).filter(|_| descend).or_else(|| self.close_up(id, &mut visit));
        }
    }

    /// Closes `id` and every parent that ends with it, and returns what comes next.
    fn close_up<'a>(
        &'a self,
        mut id: NodeId,
        visit: &mut impl FnMut(Step<'a, ArenaElement<'a>>) -> bool,
    ) -> Option<NodeId> {
        loop {
            let node = self.node(id);
            if let NodeData::Element(_) = &node.data {
                visit(Step::Close);
            }
            if node.next.is_some() {
                return node.next;
            }
            id = node.parent?;
        }
    }
}

/// Half of 79 saved pages have a node for 75 bytes or more; a tree may grow.
const BYTES_PER_NODE: usize = 75;
/// The least that it grows by.
const NODES_AT_ONCE: usize = 64;

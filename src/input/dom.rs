//! Tree-builder calls in, an arena of nodes out. Knows nothing of blocks: the walk is `html`'s job.
//!
//! Nodes live in one `Vec` and point at each other by index, so that building, walking and
//! dropping a tree of any depth takes no recursion.

use super::overflow::Overflow;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Token, TokenSinkResult};
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, LocalName, QualName, local_name, ns};
use std::borrow::Cow;
use std::cell::{Ref, RefCell};
use std::num::NonZeroU32;

/// Nodes that any page may have, and bytes for which a larger page may have one more; what comes after
/// them is read without a tree. A page may ask for hundreds of nodes with ten bytes, as open formatting
/// elements are made anew in each paragraph. The largest of 79 saved pages has 4,944 tags, the densest
/// a tag for 51 bytes.
const MIN_MOST_NODES: usize = 1 << 17;
const LEAST_BYTES_PER_NODE: usize = 48;

/// A node of a [`Dom`]: its index and one, so that no node is 0 and a link to none takes no room.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct NodeId(NonZeroU32);

impl NodeId {
    const DOCUMENT: Self = Self(NonZeroU32::MIN);

    fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

#[derive(Debug)]
pub(crate) enum NodeData {
    Document,
    Element(Element),
    Text(StrTendril),
    /// Comments, processing instructions and the like: they show nothing.
    Invisible,
}

#[derive(Debug)]
pub(crate) struct Element {
    name: QualName,
    attrs: Vec<Attribute>,
    /// Where a `<template>` keeps its content: outside the page, so that the walk never meets it.
    template: Option<NodeId>,
}

/// What the block walk asks of an element, whichever tree it stands in.
pub(crate) trait ElementView {
    fn name(&self) -> &LocalName;
    fn attr(&self, name: &LocalName) -> Option<&str>;
}

impl ElementView for Element {
    fn name(&self) -> &LocalName {
        &self.name.local
    }

    fn attr(&self, name: &LocalName) -> Option<&str> {
        self.attrs.iter().find(|a| a.name.local == *name).map(|a| &*a.value)
    }
}

impl ElementView for scraper::node::Element {
    fn name(&self) -> &LocalName {
        &self.name.local
    }

    fn attr(&self, name: &LocalName) -> Option<&str> {
        scraper::node::Element::attr(self, name)
    }
}

#[derive(Debug)]
struct Node {
    parent: Option<NodeId>,
    previous: Option<NodeId>,
    next: Option<NodeId>,
    first_child: Option<NodeId>,
    last_child: Option<NodeId>,
    data: NodeData,
}

/// A parsed page.
#[derive(Debug)]
pub(crate) struct Dom {
    nodes: Vec<Node>,
    /// What the tree had no room for.
    pub(super) overflow: Overflow,
    pub(super) page_bytes: usize,
    /// What the tree builder asked and told: its work.
    #[cfg(test)]
    steps: std::cell::Cell<usize>,
}

/// One step of a walk through a tree, in document order.
#[derive(Debug)]
pub(crate) enum Step<'a, E> {
    Open(&'a E),
    Text(&'a str),
    Close,
}

impl Dom {
    fn for_page(bytes: usize) -> Self {
        let mut dom = Self {
            nodes: Vec::with_capacity(bytes / BYTES_PER_NODE),
            overflow: Overflow::default(),
            page_bytes: bytes,
            #[cfg(test)]
            steps: std::cell::Cell::default(),
        };
        dom.push(NodeData::Document);
        dom
    }

    #[cfg_attr(not(test), expect(clippy::unused_self, reason = "counts in tests only"))]
    fn count_step(&self) {
        #[cfg(test)]
        self.steps.set(self.steps.get() + 1);
    }

    /// Nodes made, and steps taken to make them.
    #[cfg(test)]
    pub(super) fn work(&self) -> (usize, usize) {
        (self.nodes.len(), self.steps.get())
    }

    fn most_nodes(&self) -> usize {
        MIN_MOST_NODES.max(self.page_bytes / LEAST_BYTES_PER_NODE)
    }

    fn push(&mut self, data: NodeData) -> NodeId {
        if self.nodes.len() == self.nodes.capacity() {
            let room = self.most_nodes().saturating_sub(self.nodes.len());
            self.nodes.reserve_exact(room.min(self.nodes.len()).max(NODES_AT_ONCE));
        }
        // A buffer of the page holds 4 GB at most, which keeps this far from `u32::MAX`.
        let number = u32::try_from(self.nodes.len() + 1).unwrap_or(u32::MAX);
        self.nodes.push(Node {
            parent: None,
            previous: None,
            next: None,
            first_child: None,
            last_child: None,
            data,
        });
        NodeId(NonZeroU32::new(number).unwrap_or(NonZeroU32::MAX))
    }

    fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.index()]
    }

    fn node_mut(&mut self, id: NodeId) -> &mut Node {
        &mut self.nodes[id.index()]
    }

    fn detach(&mut self, id: NodeId) {
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

    fn append_node(&mut self, parent: NodeId, child: NodeId) {
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

    fn append(&mut self, parent: NodeId, child: NodeOrText<NodeId>) {
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

    fn append_before(&mut self, sibling: NodeId, child: NodeOrText<NodeId>) {
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

    fn add_missing_attrs(&mut self, target: NodeId, attrs: Vec<Attribute>) {
        if let NodeData::Element(element) = &mut self.node_mut(target).data {
            for attr in attrs {
                if !element.attrs.iter().any(|a| a.name == attr.name) {
                    element.attrs.push(attr);
                }
            }
        }
    }

    /// The elements and texts of the page in document order. `visit` returns false at an `Open`
    /// to pass over what is inside; its `Close` follows all the same.
    pub(crate) fn walk<'a>(&'a self, mut visit: impl FnMut(Step<'a, Element>) -> bool) {
        let mut at = self.node(NodeId::DOCUMENT).first_child;
        while let Some(id) = at {
            let node = self.node(id);
            let descend = match &node.data {
                NodeData::Element(element) => visit(Step::Open(element)),
                NodeData::Text(text) => visit(Step::Text(text)),
                NodeData::Document | NodeData::Invisible => true,
            };
            at = node.first_child.filter(|_| descend).or_else(|| self.close_up(id, &mut visit));
        }
    }

    /// Closes `id` and every parent that ends with it, and returns what comes next.
    fn close_up<'a>(
        &'a self,
        mut id: NodeId,
        visit: &mut impl FnMut(Step<'a, Element>) -> bool,
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

/// The same walk over a tree that a crawler parsed with scraper.
pub(crate) fn walk_scraper<'a>(
    html: &'a scraper::Html,
    mut visit: impl FnMut(Step<'a, scraper::node::Element>) -> bool,
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

/// Half of 79 saved pages have a node for 75 bytes or more; a tree may grow.
const BYTES_PER_NODE: usize = 75;
/// The least that it grows by.
const NODES_AT_ONCE: usize = 64;

/// The name of what is no element. html5ever asks for the names of elements only.
static NO_NAME: QualName = QualName { prefix: None, ns: ns!(), local: local_name!("") };

/// Builds a [`Dom`] from html5ever's tree-builder calls.
#[derive(Debug)]
pub(crate) struct DomSink(RefCell<Dom>);

impl DomSink {
    /// For a page of this many bytes.
    pub(crate) fn for_page(bytes: usize) -> Self {
        Self(RefCell::new(Dom::for_page(bytes)))
    }

    /// True where the page has all the nodes that it may.
    pub(crate) fn is_full(&self) -> bool {
        let dom = self.0.borrow();
        dom.nodes.len() >= dom.most_nodes()
    }

    /// Reads a token without a place in the tree.
    pub(super) fn overflow(&self, token: &Token) -> TokenSinkResult<NodeId> {
        self.0.borrow_mut().overflow.read(token)
    }
}

impl TreeSink for DomSink {
    type Handle = NodeId;
    type Output = Dom;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Dom {
        self.0.into_inner()
    }

    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn get_document(&self) -> NodeId {
        NodeId::DOCUMENT
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Ref<'a, QualName> {
        self.0.borrow().count_step();
        Ref::map(self.0.borrow(), |dom| match &dom.node(*target).data {
            NodeData::Element(element) => &element.name,
            _ => &NO_NAME,
        })
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, flags: ElementFlags) -> NodeId {
        let mut dom = self.0.borrow_mut();
        let template = flags.template.then(|| dom.push(NodeData::Document));
        dom.push(NodeData::Element(Element { name, attrs, template }))
    }

    fn create_comment(&self, _text: StrTendril) -> NodeId {
        self.0.borrow_mut().push(NodeData::Invisible)
    }

    fn create_pi(&self, _target: StrTendril, _data: StrTendril) -> NodeId {
        self.0.borrow_mut().push(NodeData::Invisible)
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        self.0.borrow().count_step();
        self.0.borrow_mut().append(*parent, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &NodeId,
        prev_element: &NodeId,
        child: NodeOrText<NodeId>,
    ) {
        let mut dom = self.0.borrow_mut();
        if dom.node(*element).parent.is_some() {
            dom.append_before(*element, child);
        } else {
            dom.append(*prev_element, child);
        }
    }

    fn append_doctype_to_document(&self, _name: StrTendril, _public_id: StrTendril, _system_id: StrTendril) {}

    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        match &self.0.borrow().node(*target).data {
            NodeData::Element(element) => element.template.unwrap_or(*target),
            _ => *target,
        }
    }

    fn same_node(&self, x: &NodeId, y: &NodeId) -> bool {
        self.0.borrow().count_step();
        x == y
    }

    fn set_quirks_mode(&self, _mode: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &NodeId, new_node: NodeOrText<NodeId>) {
        self.0.borrow_mut().append_before(*sibling, new_node);
    }

    fn add_attrs_if_missing(&self, target: &NodeId, attrs: Vec<Attribute>) {
        self.0.borrow_mut().add_missing_attrs(*target, attrs);
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.0.borrow_mut().detach(*target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        let mut dom = self.0.borrow_mut();
        while let Some(child) = dom.node(*node).first_child {
            dom.append_node(*new_parent, child);
        }
    }
}

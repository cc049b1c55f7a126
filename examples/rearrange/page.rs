//! A page's tree, to be changed: elements are found, made, moved and named anew, and it is written again.

use ego_tree::{NodeId, NodeMut, NodeRef};
use html5ever::serialize::{SerializeOpts, serialize};
use html5ever::{LocalName, QualName, ns};
use scraper::node::Element;
use scraper::{Html, Node};

pub(super) struct Page {
    html: Html,
}

impl Page {
    pub(super) fn parse(html: &str) -> Self {
        Self { html: Html::parse_document(html) }
    }

    /// The page written again, `<noscript>` as it was read: as text that no markup is looked for in.
    pub(super) fn html(&self) -> String {
        let options = SerializeOpts { scripting_enabled: true, ..SerializeOpts::default() };
        let mut bytes = Vec::new();
        // Nothing fails that is written into memory.
        let _ = serialize(&mut bytes, &self.html, options);
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// The `<body>`; a page of frames has none.
    pub(super) fn body(&self) -> Option<NodeId> {
        let root = self.html.tree.root().children().find(|node| node.value().is_element())?;
        root.children().map(|node| node.id()).find(|&id| self.tag(id) == "body")
    }

    pub(super) fn node(&self, id: NodeId) -> Option<NodeRef<'_, Node>> {
        self.html.tree.get(id)
    }

    /// The element's tag, empty for what is no element.
    pub(super) fn tag(&self, id: NodeId) -> &str {
        self.node(id).and_then(|node| node.value().as_element()).map(Element::name).unwrap_or_default()
    }

    pub(super) fn parent(&self, id: NodeId) -> Option<NodeId> {
        self.node(id)?.parent().map(|parent| parent.id())
    }

    /// From `first` to `last`, which stand under one parent in this order.
    pub(super) fn siblings(&self, first: NodeId, last: NodeId) -> Vec<NodeId> {
        let from_first = self.from(first);
        let length = from_first.iter().position(|&id| id == last).map_or(1, |at| at + 1);
        from_first.into_iter().take(length).collect()
    }

    /// `first` and all siblings after it.
    pub(super) fn from(&self, first: NodeId) -> Vec<NodeId> {
        let Some(node) = self.node(first) else { return Vec::new() };
        std::iter::once(node).chain(node.next_siblings()).map(|node| node.id()).collect()
    }

    /// All siblings before `last`.
    pub(super) fn up_to(&self, last: NodeId) -> Vec<NodeId> {
        let Some(node) = self.node(last) else { return Vec::new() };
        let mut before: Vec<NodeId> = node.prev_siblings().map(|node| node.id()).collect();
        before.reverse();
        before
    }

    /// All elements, in page order.
    pub(super) fn elements(&self) -> Vec<NodeId> {
        let nodes = self.html.tree.root().descendants();
        nodes.filter(|node| node.value().is_element()).map(|node| node.id()).collect()
    }

    /// The first element inside `id` that has the tag, itself included.
    pub(super) fn inside(&self, id: NodeId, tag: &str) -> Option<NodeId> {
        self.node(id)?.descendants().map(|node| node.id()).find(|&id| self.tag(id) == tag)
    }

    /// The innermost element that only first children lead to: of a box in a box, the inner one.
    pub(super) fn innermost(&self, id: NodeId) -> NodeId {
        let mut at = id;
        while let Some(child) = self.node(at).and_then(|node| node.first_child()) {
            at = child.id();
        }
        at
    }

    /// The nodes that `html` says, not yet anywhere in the page.
    pub(super) fn make(&mut self, html: &str) -> Vec<NodeId> {
        let mut fragment = self.html.tree.extend_tree(Html::parse_fragment(html).tree);
        let fragment = fragment.as_ref();
        let made: Vec<NodeId> =
            fragment.children().flat_map(|root| root.children()).map(|n| n.id()).collect();
        for &id in &made {
            self.change(id, |mut node| node.detach());
        }
        made
    }

    /// The one element that `html` says, not yet anywhere in the page.
    pub(super) fn make_box(&mut self, html: &str) -> Option<NodeId> {
        self.make(html).first().copied()
    }

    pub(super) fn put_after(&mut self, at: NodeId, html: &str) {
        for new in self.make(html).into_iter().rev() {
            self.move_after(at, new);
        }
    }

    pub(super) fn put_before(&mut self, at: NodeId, html: &str) {
        for new in self.make(html) {
            self.move_before(at, new);
        }
    }

    /// Puts what `html` says at the end of the page's body.
    pub(super) fn put_below(&mut self, html: &str) -> Option<()> {
        let body = self.body()?;
        let made = self.make(html);
        self.move_into(body, &made);
        Some(())
    }

    /// The same at its beginning.
    pub(super) fn put_above(&mut self, html: &str) -> Option<()> {
        let first = self.node(self.body()?)?.first_child()?.id();
        self.put_before(first, html);
        Some(())
    }

    /// `at` must have a parent, as everything that was read has.
    pub(super) fn move_after(&mut self, at: NodeId, moved: NodeId) {
        if self.parent(at).is_some() && at != moved {
            self.change(at, |mut node| {
                node.insert_id_after(moved);
            });
        }
    }

    pub(super) fn move_before(&mut self, at: NodeId, moved: NodeId) {
        if self.parent(at).is_some() && at != moved {
            self.change(at, |mut node| {
                node.insert_id_before(moved);
            });
        }
    }

    /// To the end of `holder`, in order.
    pub(super) fn move_into(&mut self, holder: NodeId, moved: &[NodeId]) {
        for &id in moved {
            self.change(holder, |mut node| {
                node.append_id(id);
            });
        }
    }

    pub(super) fn rename(&mut self, id: NodeId, tag: &str) {
        let name = QualName::new(None, ns!(html), LocalName::from(tag));
        self.change_element(id, |element| element.name = name);
    }

    /// Takes away the attributes that are not `kept`.
    pub(super) fn keep_attributes(&mut self, id: NodeId, kept: impl Fn(&str, &str) -> bool) {
        self.change_element(id, |element| element.attrs.retain(|(name, value)| kept(&name.local, value)));
    }

    fn change_element(&mut self, id: NodeId, change: impl FnOnce(&mut Element)) {
        self.change(id, |mut node| {
            if let Node::Element(element) = node.value() {
                change(element);
            }
        });
    }

    fn change(&mut self, id: NodeId, change: impl FnOnce(NodeMut<'_, Node>)) {
        if let Some(node) = self.html.tree.get_mut(id) {
            change(node);
        }
    }
}

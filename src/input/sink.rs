//! Tree-builder calls in, a [`Dom`] out.

use super::dom::Dom;
use super::node::{Attr, Name, NodeData, NodeId};
use crate::work::{Part, look};
use html5ever::interface::ElemName;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Token, TokenSinkResult};
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, LocalName, Namespace, QualName, local_name, ns};
use std::borrow::Cow;
use std::cell::{Ref, RefCell};

/// The name of what is no element. html5ever asks for the names of elements only.
static NO_NAME: Name = Name { ns: ns!(), local: local_name!("") };

/// The name of an element that stands in the tree.
#[derive(Debug)]
pub(crate) struct NameInTree<'a>(Ref<'a, Name>);

impl ElemName for NameInTree<'_> {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

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
        self.0.borrow().is_full()
    }

    /// Reads a token without a place in the tree.
    pub(super) fn overflow(&self, token: &Token) -> TokenSinkResult<NodeId> {
        self.0.borrow_mut().overflow.read(token)
    }
}

impl TreeSink for DomSink {
    type Handle = NodeId;
    type Output = Dom;
    type ElemName<'a> = NameInTree<'a>;

    fn finish(self) -> Dom {
        self.0.into_inner()
    }

    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn get_document(&self) -> NodeId {
        NodeId::DOCUMENT
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> NameInTree<'a> {
        look(Part::Tree, 1);
        NameInTree(Ref::map(self.0.borrow(), |dom| match &dom.node(*target).data {
            NodeData::Element(element) => &element.name,
            _ => &NO_NAME,
        }))
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, flags: ElementFlags) -> NodeId {
        let mut dom = self.0.borrow_mut();
        let template = flags.template.then(|| dom.push(NodeData::Document));
        let name = Name { ns: name.ns, local: name.local };
        dom.push_element(name, attrs.into_iter().map(own), template)
    }

    fn create_comment(&self, _text: StrTendril) -> NodeId {
        self.0.borrow_mut().push(NodeData::Invisible)
    }

    fn create_pi(&self, _target: StrTendril, _data: StrTendril) -> NodeId {
        self.0.borrow_mut().push(NodeData::Invisible)
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        look(Part::Tree, 1);
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
        look(Part::Tree, 1);
        x == y
    }

    fn set_quirks_mode(&self, _mode: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &NodeId, new_node: NodeOrText<NodeId>) {
        self.0.borrow_mut().append_before(*sibling, new_node);
    }

    fn add_attrs_if_missing(&self, target: &NodeId, attrs: Vec<Attribute>) {
        self.0.borrow_mut().add_missing_attrs(*target, attrs.into_iter().map(own).collect());
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

fn own(attr: Attribute) -> Attr {
    Attr { name: attr.name.local, value: attr.value }
}

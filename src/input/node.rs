//! A node of a page's tree: element, text, or what shows nothing.

use super::view::ElementView;
use html5ever::tendril::StrTendril;
use html5ever::{LocalName, Namespace};
use std::num::NonZeroU32;
use std::ops::Range;

/// A node of a [`Dom`](super::dom::Dom): its index and one, so that no node is 0 and a link to none takes no room.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct NodeId(NonZeroU32);

impl NodeId {
    pub(super) const DOCUMENT: Self = Self(NonZeroU32::MIN);

    pub(super) fn of(number: NonZeroU32) -> Self {
        Self(number)
    }

    pub(super) fn index(self) -> usize {
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
    pub(super) name: Name,
    /// Where its attributes stand among those of the page.
    pub(super) attrs: Range<u32>,
    /// Where a `<template>` keeps its content: outside the page, though the walk passes through it.
    pub(super) template: Option<NodeId>,
}

/// An element's name. No prefix: html5ever gives none.
#[derive(Debug)]
pub(super) struct Name {
    pub(super) ns: Namespace,
    pub(super) local: LocalName,
}

/// An attribute of an element. Those that are read have no namespace.
#[derive(Debug, Clone)]
pub(super) struct Attr {
    pub(super) name: LocalName,
    pub(super) value: StrTendril,
}

/// An element of a [`Dom`](super::dom::Dom) with its attributes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ArenaElement<'a> {
    pub(super) name: &'a LocalName,
    pub(super) attrs: &'a [Attr],
}

impl<'a> ElementView<'a> for ArenaElement<'a> {
    type Text = StrTendril;

    fn name(self) -> &'a LocalName {
        self.name
    }

    fn written(self, name: &LocalName) -> Option<&'a str> {
        self.attrs.iter().find(|attr| attr.name == *name).map(|attr| &*attr.value)
    }

    fn attrs(self) -> impl Iterator<Item = (&'a LocalName, &'a str)> {
        self.attrs.iter().map(|attr| (&attr.name, &*attr.value))
    }
}

#[derive(Debug)]
pub(super) struct Node {
    pub(super) parent: Option<NodeId>,
    pub(super) previous: Option<NodeId>,
    pub(super) next: Option<NodeId>,
    pub(super) first_child: Option<NodeId>,
    pub(super) last_child: Option<NodeId>,
    pub(super) data: NodeData,
}

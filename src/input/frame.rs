//! An open element in, what it does to the text inside it out: role, style, whether it shows.

use super::element::{Flow, heading_level};
use super::line::Style;
use super::view::ElementView;
use crate::lexicon::hints;
use crate::page::{Hints, Tag};
use crate::work::{Part, look};
use html5ever::local_name;

/// The role of text, without what only some blocks have: a frame is copied for each element.
#[derive(Clone, Copy)]
pub(super) enum TextRole {
    Text,
    Heading(u8),
    ListItem,
    Quote,
    Cell { row: usize },
    Caption,
}

/// What an open element does to the text inside it.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    pub(super) flow: Flow,
    pub(super) container: usize,
    pub(super) role: TextRole,
    pub(super) style: Style,
    /// Inside a hidden block, or one inside something hidden.
    pub(super) hidden: bool,
    /// Inside a hidden part of a line.
    pub(super) unseen: bool,
    pub(super) preformatted: bool,
    /// The number of the innermost quotation around it, from 1; 0 outside.
    pub(super) quote: u32,
    /// Of a `<cite>` the quotation whose source it names; else 0.
    pub(super) names: u32,
}

impl Frame {
    /// Around the page.
    pub(super) fn of_page() -> Self {
        Self {
            flow: Flow::Block(Tag::Page),
            container: 0,
            role: TextRole::Text,
            style: Style::default(),
            hidden: false,
            unseen: false,
            preformatted: false,
            quote: 0,
            names: 0,
        }
    }

    /// The text of a hidden block is kept, told from what shows; that of a hidden part of a line is not.
    pub(super) fn is_dropped(&self) -> bool {
        self.unseen && !self.hidden
    }
}

/// The role of text directly inside `element`.
pub(super) fn role<'a>(element: impl ElementView<'a>, tag: Tag, outer: &Frame) -> TextRole {
    match tag {
        Tag::Heading => TextRole::Heading(heading_level(element.name()).unwrap_or(6)),
        Tag::ListItem => TextRole::ListItem,
        Tag::Quote => TextRole::Quote,
        Tag::Cell => TextRole::Cell { row: outer.container },
        Tag::Paragraph | Tag::Block => match outer.role {
            // A layout table's cell holds paragraphs; a data table's holds bare text.
            TextRole::Cell { .. } | TextRole::Heading(_) => TextRole::Text,
            role => role,
        },
        _ => TextRole::Text,
    }
}

pub(super) fn landmark(role: &str) -> Option<Tag> {
    match role.trim() {
        "navigation" | "menu" | "menubar" => Some(Tag::Nav),
        "complementary" => Some(Tag::Aside),
        "contentinfo" => Some(Tag::Footer),
        "banner" => Some(Tag::Header),
        "article" => Some(Tag::Article),
        "main" => Some(Tag::Main),
        _ => None,
    }
}

pub(super) fn hints_of<'a>(element: impl ElementView<'a>) -> Hints {
    let mut own = Hints::default();
    for name in [local_name!("class"), local_name!("id"), local_name!("itemprop")] {
        if let Some(value) = element.attr(&name) {
            look(Part::Walk, value.len());
            let found = hints::look_up(value);
            own.content |= found.content;
            own.chrome |= found.chrome;
        }
    }
    own
}

/// A number for an element's name and its classes, digits left out.
pub(super) fn signature<'a>(element: impl ElementView<'a>) -> u32 {
    let classes = element.attr(&local_name!("class")).unwrap_or_default();
    // FNV-1a.
    let letters = classes.bytes().filter(|byte| !byte.is_ascii_digit());
    #[expect(clippy::cast_possible_truncation, reason = "half of a hash is a hash")]
    let name = element.name().get_hash() as u32;
    letters.fold(name, |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// True for what a browser does not show for reasons the markup itself gives.
pub(super) fn is_hidden<'a>(element: impl ElementView<'a>) -> bool {
    element.attr(&local_name!("hidden")).is_some() || element.attr(&local_name!("style")).is_some_and(hides)
}

/// True for a style that says `display:none` or `visibility:hidden`, blanks and case aside.
pub(super) fn hides(style: &str) -> bool {
    look(Part::Walk, style.len());
    let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
    let style = style.to_ascii_lowercase();
    style.contains("display:none") || style.contains("visibility:hidden")
}

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
#[expect(clippy::struct_excessive_bools, reason = "each holds of the text by itself")]
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
    /// Line breaks of the source count, as a style says and not an element.
    pub(super) keeps_breaks: bool,
    /// Ends lines though it is inline.
    pub(super) is_set_apart: bool,
    /// Its own text, not that of elements in it, is in letters of no size.
    pub(super) is_tiny: bool,
    /// Its own text may be the name of a sign.
    pub(super) is_icon: bool,
    /// In code: references in its text are meant.
    pub(super) is_verbatim: bool,
    /// In a drawing.
    pub(super) is_drawn: bool,
    /// Of a formula a matrix, or a row of one.
    pub(super) has_cells: bool,
    /// And something stands in it.
    pub(super) has_first: bool,
    pub(super) in_figure: bool,
    /// In what no browser shows until a script asks for it, or in a shadow tree: what it declares is not the page's.
    pub(super) in_template: bool,
    /// In a link to a place on the page.
    pub(super) links_here: bool,
}

impl Frame {
    /// What it does to the text in an element in it.
    pub(super) fn inside(self, flow: Flow) -> Self {
        let (has_cells, has_first) = (false, false);
        Self {
            flow,
            is_set_apart: false,
            is_tiny: false,
            is_icon: false,
            names: 0,
            has_cells,
            has_first,
            ..self
        }
    }

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
            keeps_breaks: false,
            is_set_apart: false,
            is_tiny: false,
            is_icon: false,
            is_verbatim: false,
            is_drawn: false,
            has_cells: false,
            has_first: false,
            in_figure: false,
            in_template: false,
            links_here: false,
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

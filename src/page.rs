//! What the input stages hand to the judging stages: the page as blocks in reading order.
//!
//! Types only. Nothing here knows HTML, and nothing judges.

use crate::article::{Marker, MediaKind};
use crate::inline::{Run, Target, Targets};
use crate::work::{Part, look};

/// What a page is given as.
///
/// ```
/// use zhengwen::{Cleaner, Form};
///
/// let text = "今天，全市的中小学都开学了，孩子们回到了校园。";
/// assert_eq!(Cleaner::new().page(text).form(Form::Html).clean()?.text(), text);
/// # Ok::<(), zhengwen::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Form {
    /// As a server sends it or a browser saves it.
    Html,
    /// The text that somebody stripped out of it, a line or a paragraph a line.
    Dump,
}

impl Form {
    /// The name in lower case.
    ///
    /// ```
    /// assert_eq!(zhengwen::Form::Dump.to_string(), "dump");
    /// ```
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Dump => "dump",
        }
    }
}

impl_display!(Form);

/// A page as its visible text, block by block, with what its head declares.
#[derive(Debug, PartialEq)]
pub(crate) struct Page {
    pub(crate) form: Form,
    pub(crate) blocks: Vec<TextBlock>,
    /// The block-level elements, each after its parent; `containers[0]` is the page.
    pub(crate) containers: Vec<Container>,
    /// The targets of its links.
    pub(crate) targets: Targets,
    /// Cells that head a row or column or span several, each with its container, in the order of these.
    pub(crate) cells: Vec<(usize, CellShape)>,
    /// Where each quotation is from, as far as it tells.
    pub(crate) quotes: Vec<QuoteSource>,
    pub(crate) head: Head,
    /// Blocks that do not show, each with the number of blocks before it that do.
    pub(crate) aside: Vec<(usize, TextBlock)>,
    /// Buttons that ask to read on, each with the number of blocks before it and the container around it.
    pub(crate) prompts: Vec<(usize, usize)>,
}

/// How a table cell differs from a plain one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CellShape {
    pub(crate) is_header: bool,
    pub(crate) colspan: u16,
    pub(crate) rowspan: u16,
}

/// Where a quotation is from.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct QuoteSource {
    /// What `<cite>` or `<footer>` in it say.
    pub(crate) name: Option<String>,
    /// Its `cite` attribute.
    pub(crate) address: Target,
}

/// Declarations of each kind in a page's head that are read. The most of 79 saved pages are 70 `<meta>`.
pub(crate) const MAX_DECLARED: usize = 500;

/// A run of visible text between two block edges, a picture or a recording.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TextBlock {
    /// White space collapsed, none at either end. Empty for a picture or a recording.
    pub(crate) text: String,
    pub(crate) role: Role,
    /// Characters of `text`, white space not counted, that stand inside a link.
    pub(crate) linked_chars: usize,
    pub(crate) links: usize,
    /// Characters of `text`, white space not counted, in bold or a heading.
    pub(crate) bold_chars: usize,
    /// The innermost block-level element around it, as an index into [`Page::containers`].
    pub(crate) container: usize,
    /// Stood behind a full-width indent: two ideographic spaces.
    pub(crate) indented: bool,
    /// Not shown by a browser: `display:none`, `hidden`, `visibility:hidden`.
    pub(crate) hidden: bool,
    /// The target of the first link in it that says the article goes on there: 下一页.
    pub(crate) next_page: Target,
    /// Where in a short line an inline element begins or ends, in bytes: two fields may meet there.
    pub(crate) seams: Box<[u16]>,
    /// How its text stands out: bold, linked, …
    pub(crate) runs: Box<[Run]>,
    pub(crate) ruled: Ruled,
}

/// What a rule of a reader's own says of a block.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(not(feature = "rules"), expect(dead_code, reason = "only rules say more than nothing"))]
pub(crate) enum Ruled {
    /// Nothing.
    #[default]
    Open,
    Body,
    Dropped,
}

/// What an element says its text is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Role {
    Text,
    /// `<h1>` to `<h6>`, with its level.
    Heading(u8),
    ListItem {
        /// How deep its list is nested, from 1.
        level: u8,
        marker: Marker,
    },
    /// In the quotation of this number among those of the page.
    Quote(u32),
    /// A line of a program, behind so many blanks.
    Code {
        indent: u8,
    },
    /// A table cell, with the container of its row.
    Cell {
        row: usize,
    },
    Caption,
    /// Few blocks are images: its strings take no room in the others.
    Image(Box<ImageRef>),
    /// A video or audio recording.
    Media(Box<MediaRef>),
}

impl Role {
    /// Of a line of code behind so many blanks.
    pub(crate) fn code(indent: usize) -> Self {
        Self::Code { indent: u8::try_from(indent).unwrap_or(u8::MAX) }
    }
}

/// An image as the page names it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct ImageRef {
    pub(crate) src: String,
    pub(crate) alt: String,
}

/// A recording as the page names it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct MediaRef {
    pub(crate) kind: MediaKind,
    pub(crate) src: String,
    pub(crate) poster: Option<String>,
}

/// A block-level element.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Container {
    pub(crate) parent: usize,
    pub(crate) tag: Tag,
    pub(crate) hints: Hints,
    /// A number for its element name and its classes, digits left out: elements of one template share it.
    pub(crate) signature: u32,
    /// It has classes: its signature says more than its name does.
    pub(crate) is_named: bool,
    /// Why it does not show by itself.
    pub(crate) hiding: Option<Hiding>,
}

impl Container {
    /// An element of which nothing is known but its tag.
    pub(crate) fn bare(parent: usize, tag: Tag) -> Self {
        Self { parent, tag, hints: Hints::default(), signature: 0, is_named: false, hiding: None }
    }
}

/// Why text does not show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hiding {
    /// Not there to be seen: a script may change that, where it is asked to.
    Gone,
    /// There, and invisible: what fades in when it is scrolled to is.
    Faded,
}

/// The element names that tell a container's place. All others are [`Tag::Block`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Tag {
    Page,
    Block,
    Paragraph,
    Article,
    Main,
    Nav,
    Header,
    Footer,
    Aside,
    Form,
    List,
    ListItem,
    Table,
    Row,
    Cell,
    Figure,
    Heading,
    Quote,
}

/// What the class and id names of an element say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Hints {
    /// Content, article, body…
    pub(crate) content: bool,
    /// Navigation, related items, comments, sharing…
    pub(crate) chrome: bool,
}

/// What a page declares of itself outside its visible text. Candidates, not truths.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Head {
    /// Where the page was fetched, as whoever gives the page says: an absolute `http` or `https` address.
    pub(crate) address: Option<String>,
    /// `<title>`.
    pub(crate) title: Option<String>,
    /// `<meta>`: name, property or itemprop in lower case, and content.
    pub(crate) meta: Vec<(String, String)>,
    /// `<link rel=… href=…>`.
    pub(crate) links: Vec<(String, String)>,
    /// `<base href>`.
    pub(crate) base: Option<String>,
    /// `<html lang>`.
    pub(crate) lang: Option<String>,
    /// JSON-LD scripts, raw.
    pub(crate) json_ld: Vec<String>,
    /// Times that elements carry in attributes, with the index of the block they stand in.
    pub(crate) times: Vec<(usize, String)>,
}

impl TextBlock {
    /// True for a picture or a recording: what shows, and has no text.
    pub(crate) fn is_image(&self) -> bool {
        matches!(self.role, Role::Image(_) | Role::Media(_))
    }

    pub(crate) fn is_list_item(&self) -> bool {
        matches!(self.role, Role::ListItem { .. })
    }

    pub(crate) fn is_code(&self) -> bool {
        matches!(self.role, Role::Code { .. })
    }

    pub(crate) fn heading_level(&self) -> Option<u8> {
        match self.role {
            Role::Heading(level) => Some(level),
            _ => None,
        }
    }
}

impl Page {
    pub(crate) fn new(form: Form) -> Self {
        let root = Container::bare(0, Tag::Page);
        Self {
            form,
            blocks: Vec::new(),
            containers: vec![root],
            targets: Targets::default(),
            cells: Vec::new(),
            quotes: Vec::new(),
            head: Head::default(),
            aside: Vec::new(),
            prompts: Vec::new(),
        }
    }

    /// For each block the container whose text it is, seen past the elements that set it as a
    /// paragraph: those made for paragraphs, and those that hold nothing else.
    pub(crate) fn holders(&self) -> Vec<usize> {
        let held = self.texts_held();
        self.blocks
            .iter()
            .map(|block| {
                let mut at = block.container;
                // Climbing costs no more than the page: such elements are this block's alone.
                look(Part::Containers, 1);
                while at != 0 && (held[at] == 1 || self.containers[at].tag.sets_a_paragraph()) {
                    look(Part::Containers, 1);
                    at = self.containers[at].parent;
                }
                at
            })
            .collect()
    }

    /// True where one element holds both blocks, seen past those that set paragraphs.
    pub(crate) fn are_siblings(&self, one: &TextBlock, other: &TextBlock) -> bool {
        let around = |block: &TextBlock| {
            // A caption stands in an element of its own beside its picture.
            let is_caption = block.role == Role::Caption;
            let at = if is_caption { self.containers[block.container].parent } else { block.container };
            let container = &self.containers[at];
            if container.tag.sets_a_paragraph() { container.parent } else { at }
        };
        around(one) == around(other)
    }

    /// Blocks of text in each container with all below it.
    fn texts_held(&self) -> Vec<usize> {
        let mut held = vec![0; self.containers.len()];
        for block in self.blocks.iter().filter(|block| !block.is_image()) {
            held[block.container] += 1;
        }
        // A container comes after its parent.
        for at in (1..held.len()).rev() {
            held[self.containers[at].parent] += held[at];
        }
        held
    }
}

impl Tag {
    fn sets_a_paragraph(self) -> bool {
        matches!(self, Self::Paragraph | Self::Heading | Self::Quote | Self::ListItem | Self::Figure)
    }
}

impl Head {
    /// The first content of any of `names`, in the order of `names`.
    pub(crate) fn meta(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| {
            let (_, content) = self.meta.iter().find(|(n, c)| n == name && !c.is_empty())?;
            Some(content.as_str())
        })
    }
}

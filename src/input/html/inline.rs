//! Elements in a line in, how its text stands out and where it ends.

use super::Walk;
use crate::inline::{Marks, Target};
use crate::input::element::Flow;
use crate::input::frame::Frame;
use crate::input::look::Look;
use crate::input::structure;
use crate::input::view::ElementView;
use crate::lexicon::statements::names_next_page;
use crate::page::Tag;
use crate::work::{Part, look};
use html5ever::local_name;
use std::ops::Deref;

impl<'a, T: Deref<Target = str> + Clone> Walk<'a, T> {
    /// Something that stands in a line, or ends it by its style.
    pub(super) fn open_inline(&mut self, element: impl ElementView<'a>, look: Look, frame: &mut Frame) {
        frame.unseen |= look.hiding.is_some();
        frame.is_tiny = look.rendering.is_tiny == Some(true);
        frame.is_icon = look.is_icon;
        frame.keeps_breaks = look.rendering.keeps_breaks.unwrap_or(frame.keeps_breaks);
        frame.is_set_apart = look.is_block() || frame.flow == Flow::Custom && self.follows_custom();
        if frame.is_set_apart && !frame.is_dropped() {
            self.flush();
        }
        match frame.flow {
            Flow::Reading => frame.unseen |= !self.is_after_bracket,
            Flow::Verbatim => {
                frame.is_verbatim = true;
                frame.style.marks = frame.style.marks.with(structure::marks(element.name()));
            }
            Flow::Bold => frame.style.marks = frame.style.marks.with(Marks::BOLD),
            Flow::Link => self.open_link(element, frame),
            _ => frame.style.marks = frame.style.marks.with(structure::marks(element.name())),
        }
        if frame.flow != Flow::Bold {
            self.line.note_seam();
        }
        if *element.name() == local_name!("cite") {
            frame.names = frame.quote;
            self.cite = self.line.text.len();
        }
        if matches!(frame.flow, Flow::Inline | Flow::Custom | Flow::Verbatim) {
            self.note_time(element);
            self.background(element, frame);
        }
    }

    /// True where one element of the page's own begins behind another, outside running text: lines of their own.
    pub(super) fn follows_custom(&self) -> bool {
        let around = self.page.containers[self.top().container].tag;
        self.is_after_custom && !matches!(around, Tag::Paragraph | Tag::Heading | Tag::ListItem | Tag::Cell)
    }

    pub(super) fn open_link(&mut self, element: impl ElementView<'a>, frame: &mut Frame) {
        let Some(href) = element.attr(&local_name!("href")) else { return };
        frame.style.link = true;
        frame.links_here = href.trim_start().starts_with('#');
        if !(frame.hidden || frame.unseen) {
            self.links += 1;
            let address = self.numbers.of(href, &mut self.page.targets);
            frame.style.marks = frame.style.marks.linked(address);
            self.open_link = Some((address, self.line.text.len()));
        }
    }

    pub(super) fn close_link(&mut self) {
        let Some((address, start)) = self.open_link.take() else { return };
        look(Part::Walk, self.line.text.len() - start.min(self.line.text.len()));
        let names_next = self.line.text.get(start..).is_some_and(names_next_page);
        if names_next && self.next_page == Target::NONE {
            self.next_page = address;
        }
    }
}

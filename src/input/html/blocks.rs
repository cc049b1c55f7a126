//! Elements that set a block in, its container and what its text is out.

use super::Walk;
use crate::inline::{Marks, Target};
use crate::input::element::Flow;
use crate::input::frame::{Frame, TextRole, hints_of, landmark, role, signature};
use crate::input::look::Look;
use crate::input::structure;
use crate::input::view::ElementView;
use crate::page::{Container, Hiding, Hints, QuoteSource, Tag};
use html5ever::local_name;
use std::ops::Deref;

impl<'a, T: Deref<Target = str> + Clone> Walk<'a, T> {
    pub(super) fn open_block(&mut self, element: impl ElementView<'a>, look: Look, frame: &mut Frame) {
        self.flush();
        let tag = if let Flow::Block(tag) = frame.flow { tag } else { Tag::Block };
        let is_page = matches!(*element.name(), local_name!("html") | local_name!("body"));
        // What hides the whole page hides it until it is loaded.
        let hiding = look.hiding.filter(|_| !is_page);
        let hiding = if frame.unseen { Some(Hiding::Gone) } else { hiding };
        frame.hidden |= hiding.is_some();
        frame.unseen = false;
        frame.role = if frame.flow == Flow::Caption { TextRole::Caption } else { role(element, tag, frame) };
        frame.preformatted |= frame.flow == Flow::Preformatted;
        frame.is_verbatim |= frame.flow == Flow::Preformatted;
        frame.keeps_breaks = look.rendering.keeps_breaks.unwrap_or(frame.keeps_breaks);
        // An element in a drawing that is a block holds what is no drawing.
        frame.is_drawn = false;
        frame.in_figure |= tag == Tag::Figure;
        // A link to a place on the page that holds blocks was never closed.
        if frame.links_here {
            frame.style.link = false;
            frame.style.marks = frame.style.marks.linked(Target::NONE);
        }
        match tag {
            Tag::Heading => frame.style.marks = frame.style.marks.with(Marks::BOLD),
            Tag::Cell => frame.style.marks = frame.style.marks.without(Marks::BOLD),
            Tag::List => self.lists.open(element),
            Tag::ListItem => self.lists.open_item(element),
            Tag::Quote => self.open_quote(element, frame),
            _ => {}
        }
        let hints = if is_page {
            if let Some(lang) = element.attr(&local_name!("lang")) {
                self.page.head.lang.get_or_insert_with(|| lang.to_owned());
            }
            Hints::default()
        } else {
            hints_of(element)
        };
        let tag = element.attr(&local_name!("role")).and_then(landmark).unwrap_or(tag);
        let signature = signature(element);
        let is_named = element.attr(&local_name!("class")).is_some_and(|class| !class.trim().is_empty());
        let parent = frame.container;
        self.page.containers.push(Container { parent, tag, hints, signature, is_named, hiding });
        frame.container = self.page.containers.len() - 1;
        if frame.flow == Flow::Block(Tag::Cell) {
            let shape = structure::cell_shape(element);
            self.page.cells.extend(shape.map(|shape| (frame.container, shape)));
        }
        self.note_time(element);
        self.background(element, frame);
    }

    pub(super) fn open_quote(&mut self, element: impl ElementView<'a>, frame: &mut Frame) {
        let cite = element.attr(&local_name!("cite")).unwrap_or_default();
        let address = self.numbers.of(cite, &mut self.page.targets);
        self.page.quotes.push(QuoteSource { name: None, address });
        frame.quote = u32::try_from(self.page.quotes.len()).unwrap_or(0);
    }

    /// Takes the text from `start` of the line on as the source of a quotation.
    pub(super) fn name_quote(&mut self, quote: u32, start: usize) {
        let quote = quote.checked_sub(1).and_then(|nth| self.page.quotes.get_mut(nth as usize));
        if let (Some(quote), Some(text)) = (quote, self.line.text.get(start..)) {
            structure::name(quote, text);
        }
    }

    pub(super) fn close_block(&mut self, tag: Tag, frame: Frame) {
        match tag {
            Tag::Footer => self.name_quote(frame.quote, 0),
            Tag::List => self.lists.close(),
            _ => {}
        }
        self.flush_as(frame);
    }
}

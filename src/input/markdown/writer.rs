//! What a Markdown parser reads in, the blocks that it makes out.

use crate::article::Marker;
use crate::inline::{Marks, Target};
use crate::input::dump::{block, contain};
use crate::input::line::{Line, Style};
use crate::input::room::Room;
use crate::input::sniff::tag_name;
use crate::lexicon::statements::names_next_page;
use crate::page::{CellShape, ImageRef, Page, QuoteSource, Role, Tag as Element, TextBlock};
use crate::text::punctuation::ends_sentence;
use crate::text::space;
use crate::work::{Part, look};
use pulldown_cmark::{Event, Tag, TagEnd};

/// Bytes of a line that was broken because it was long: under 20 Chinese characters or 60 Latin letters it
/// was meant to end.
const WRAPPED_BYTES: usize = 60;

/// Years are no numbers of a list.
const LEAST_YEAR: i32 = 1000;

const HEADER: CellShape = CellShape { is_header: true, colspan: 1, rowspan: 1 };

/// What is read of a part so far.
pub(super) struct Writer<'p> {
    page: &'p mut Page,
    room: Room,
    line: Line,
    links: usize,
    next_page: Target,
    images: Vec<TextBlock>,
    inside: Inside,
}

/// The elements that the next character stands in.
#[derive(Default)]
struct Inside {
    heading: Option<u8>,
    is_code: bool,
    /// The quotations around, as numbers of the page's.
    quotes: Vec<u32>,
    /// Of each list around, what stands before the next paragraph of its item.
    lists: Vec<Marker>,
    table: usize,
    in_head: bool,
    row: Option<usize>,
    cell: usize,
    /// How the text stands out, but for its link.
    marks: Marks,
    /// Target of the link, and where it begins in the line.
    link: Option<(Target, usize)>,
    image: Option<ImageRef>,
}

impl<'p> Writer<'p> {
    pub(super) fn new(page: &'p mut Page, room: Room) -> Self {
        let (line, inside) = (Line::default(), Inside::default());
        Self { page, room, line, links: 0, next_page: Target::NONE, images: Vec::new(), inside }
    }

    /// Takes an event, with the part before and from where it stands.
    pub(super) fn event(&mut self, event: Event, (before, from): (&str, &str)) {
        match event {
            Event::Start(Tag::Item) => self.open_item(from),
            Event::Start(tag) => self.open(tag),
            Event::End(tag) => self.close(tag),
            Event::Text(text) if is_mark_of_bold(&text, before, from) => {}
            Event::Text(text) => self.text(&text),
            Event::Code(text) => {
                let marks = self.inside.marks;
                self.inside.marks = marks.with(Marks::CODE);
                self.text(&text);
                self.inside.marks = marks;
            }
            Event::SoftBreak if is_wrapped(before) => self.text("\n"),
            Event::SoftBreak | Event::HardBreak | Event::Rule => self.flush(),
            Event::Html(html) | Event::InlineHtml(html) => self.markup(&html),
            _ => {}
        }
    }

    fn open(&mut self, tag: Tag) {
        let inside = &mut self.inside;
        match tag {
            Tag::Emphasis => inside.marks = inside.marks.with(Marks::ITALIC),
            Tag::Strong => inside.marks = inside.marks.with(Marks::BOLD),
            Tag::Link { dest_url, .. } => {
                let is_empty = dest_url.is_empty();
                let target = if is_empty { Target::NONE } else { self.page.targets.push(&dest_url) };
                inside.link = Some((target, self.line.text.len()));
                self.links += 1;
            }
            Tag::Image { dest_url, .. } => {
                inside.image = Some(ImageRef { src: dest_url.into_string(), alt: String::new() });
            }
            tag => {
                self.flush();
                self.open_block(&tag);
            }
        }
    }

    /// A number too large for one of a list is text: a year.
    fn open_item(&mut self, item: &str) {
        self.flush();
        let digits = item.bytes().take_while(u8::is_ascii_digit).count();
        let number =
            item.get(..digits).filter(|_| digits > 0).map(|number| number.parse().unwrap_or(LEAST_YEAR));
        let marker = match number {
            None => Marker::Bullet,
            Some(number) if number < LEAST_YEAR => Marker::Number(number),
            Some(_) => Marker::Continued,
        };
        if let Some(open) = self.inside.lists.last_mut() {
            *open = marker;
        }
        if marker == Marker::Continued {
            self.text(item.get(..=digits).unwrap_or_default());
            self.text(" ");
        }
    }

    fn open_block(&mut self, tag: &Tag) {
        let inside = &mut self.inside;
        match tag {
            Tag::Heading { level, .. } => inside.heading = Some(*level as u8),
            Tag::CodeBlock(_) => inside.is_code = true,
            Tag::BlockQuote(_) => {
                self.page.quotes.push(QuoteSource::default());
                inside.quotes.push(u32::try_from(self.page.quotes.len()).unwrap_or(0));
            }
            Tag::List(_) => inside.lists.push(Marker::Continued),
            Tag::Table(_) => inside.table = contain(self.page, 0, Element::Table),
            Tag::TableHead | Tag::TableRow => {
                inside.in_head = matches!(tag, Tag::TableHead);
                inside.row = Some(contain(self.page, inside.table, Element::Row));
            }
            Tag::TableCell if self.room.is_short() => inside.cell = inside.row.unwrap_or_default(),
            Tag::TableCell => {
                inside.cell = contain(self.page, inside.row.unwrap_or_default(), Element::Cell);
                self.page.cells.extend(inside.in_head.then_some((inside.cell, HEADER)));
            }
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.inside.marks = self.inside.marks.without(Marks::BOLD),
            TagEnd::Emphasis => self.inside.marks = self.inside.marks.without(Marks::ITALIC),
            TagEnd::Link => self.close_link(),
            TagEnd::Image => self.close_image(),
            _ => self.flush(),
        }
        let inside = &mut self.inside;
        match tag {
            TagEnd::Heading(_) => inside.heading = None,
            TagEnd::CodeBlock => inside.is_code = false,
            TagEnd::BlockQuote(_) => drop(inside.quotes.pop()),
            TagEnd::List(_) => drop(inside.lists.pop()),
            TagEnd::TableHead | TagEnd::TableRow => inside.row = None,
            _ => {}
        }
    }

    fn close_link(&mut self) {
        let Some((target, start)) = self.inside.link.take() else { return };
        let names_next = self.line.text.get(start..).is_some_and(names_next_page);
        if names_next && self.next_page == Target::NONE {
            self.next_page = target;
        }
    }

    fn close_image(&mut self) {
        let Some(ImageRef { src, alt }) = self.inside.image.take() else { return };
        if src.is_empty() || !self.room.has_room_for_images(self.images.len()) {
            return;
        }
        let image = ImageRef { src, alt: space::collapse(&alt) };
        let links = usize::from(self.inside.link.is_some());
        self.images.push(TextBlock { links, ..block(Line::default(), Role::Image(Box::new(image)), 0) });
    }

    fn text(&mut self, text: &str) {
        if let Some(image) = &mut self.inside.image {
            image.alt.push_str(text);
            return;
        }
        let Inside { link, heading, marks, .. } = &self.inside;
        let marks = if heading.is_some() { marks.with(Marks::BOLD) } else { *marks };
        let marks = link.map_or(marks, |(target, _)| marks.linked(target));
        let style = Style { link: link.is_some(), marks };
        let mut rest = self.line.push_text(text, style);
        while !rest.is_empty() {
            self.push_line();
            rest = self.line.push_text(rest, style);
        }
    }

    /// Tags go, and end a line where they are line breaks; what only looks like one is text.
    fn markup(&mut self, html: &str) {
        match tag_name(html) {
            Some(name) if name.eq_ignore_ascii_case("br") => self.flush(),
            Some(_) => {}
            None => self.text(html),
        }
    }

    pub(super) fn plain_line(&mut self, line: &str) {
        self.text(line);
        self.flush();
    }

    pub(super) fn end_part(&mut self) {
        self.flush();
        self.inside = Inside::default();
    }

    fn flush(&mut self) {
        self.push_line();
        self.line.reset_gap();
        for image in self.images.drain(..) {
            self.room.push(image, self.page);
        }
    }

    fn push_line(&mut self) {
        if self.line.is_empty() {
            return;
        }
        let line = self.line.take();
        let (role, container) = self.role(line.indent);
        let links = self.links.max(usize::from(line.linked_chars > 0));
        let next_page = std::mem::take(&mut self.next_page);
        self.room.push(TextBlock { links, next_page, ..block(line, role, container) }, self.page);
        self.links = 0;
    }

    /// The role and the container of the line that ends here, which stands behind `indent` blanks.
    fn role(&mut self, indent: usize) -> (Role, usize) {
        let inside = &mut self.inside;
        let level = u8::try_from(inside.lists.len()).unwrap_or(u8::MAX);
        if let Some(row) = inside.row {
            return (Role::Cell { row }, inside.cell);
        }
        let role = match (inside.heading, inside.lists.last_mut(), inside.quotes.last()) {
            (Some(level), ..) => Role::Heading(level),
            _ if inside.is_code => Role::code(indent),
            (_, Some(open), _) => {
                Role::ListItem { level, marker: std::mem::replace(open, Marker::Continued) }
            }
            (_, _, Some(&quote)) => Role::Quote(quote),
            _ => Role::Text,
        };
        (role, 0)
    }
}

/// True for asterisks of a pair that is not escaped: beside Chinese marks `CommonMark` takes those of bold for text.
fn is_mark_of_bold(text: &str, before: &str, from: &str) -> bool {
    let beside = || before.ends_with('*') || from.get(text.len()..).is_some_and(|rest| rest.starts_with('*'));
    text.bytes().all(|b| b == b'*') && !before.ends_with('\\') && (text.len() > 1 || beside())
}

/// True where the line that `before` ends with was broken for its length.
fn is_wrapped(before: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or(before);
    look(Part::Lines, line.len());
    line.len() >= WRAPPED_BYTES && !ends_sentence(line)
}

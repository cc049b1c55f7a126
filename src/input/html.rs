//! A parsed tree in, a [`Page`] out: one walk with an explicit stack. Judges nothing.
//!
//! A block ends at a block element's edge or at `<br>`. No visible text is lost: bare text in
//! `<div>`, `<td>` or `<span>` counts like text in `<p>`.

mod pictures;

use super::carried;
use super::declared::{self, declare, push_to};
use super::dom::Dom;
use super::element::{Flow, flow};
use super::frame::{Frame, TextRole, hints_of, is_hidden, landmark, role, signature};
use super::line::{Line, Style};
use super::overflow::{Overflow, Piece};
use super::room::Room;
use super::script::{Script, script};
use super::structure::{self, Lists};
#[cfg(feature = "scraper")]
use super::view::walk_scraper;
use super::view::{ElementView, Step};
use crate::inline::{Marks, Numbers, Target};
use crate::lexicon::statements::names_next_page;
use crate::page::{Container, Form, Hints, Page, QuoteSource, Role, Ruled, Tag, TextBlock};
use crate::work::{Part, look};
use html5ever::local_name;
use html5ever::tendril::StrTendril;
use pictures::Pictures;
use std::ops::Deref;

/// What a walk gives: the page, and its programs, which may hold a body as data.
pub(crate) struct Walked<T> {
    pub(crate) page: Page,
    pub(crate) scripts: Vec<T>,
}

/// Blocks of a page that this crate parsed.
pub(crate) fn blocks(dom: &Dom) -> Page {
    walked(dom).page
}

/// As [`blocks`], with the page's scripts.
pub(crate) fn walked(dom: &Dom) -> Walked<StrTendril> {
    let mut walk = Walk::of_page(dom.page_bytes);
    dom.walk(|step| walk.step(step));
    walk.overflow(&dom.overflow);
    walk.finish()
}

/// Of a page that a crawler parsed with scraper.
#[cfg(feature = "scraper")]
pub(crate) fn walked_of_scraper(html: &scraper::Html) -> Walked<scraper::StrTendril> {
    let texts = html.tree.values().filter_map(scraper::Node::as_text);
    let mut walk = Walk::of_page(texts.map(|text| text.len()).sum());
    walk_scraper(html, |step| walk.step(step));
    walk.finish()
}

/// The same with what a rule says of elements: the blocks of some are body, others are not read.
#[cfg(feature = "rules")]
pub(crate) fn walked_by_rule(
    html: &scraper::Html,
    is_body: impl Fn(&scraper::node::Element) -> bool,
    is_dropped: impl Fn(&scraper::node::Element) -> bool,
) -> Walked<scraper::StrTendril> {
    let texts = html.tree.values().filter_map(scraper::Node::as_text);
    let mut walk = Walk::of_page(texts.map(|text| text.len()).sum());
    let (mut depth, mut body_depth, mut at_dropped) = (0, None, false);
    walk_scraper(html, |step| match step {
        Step::Open(element) => {
            depth += 1;
            at_dropped = is_dropped(element);
            if at_dropped {
                return false;
            }
            let enters = body_depth.is_none() && is_body(element);
            let descend = walk.step(Step::Open(element));
            if enters {
                body_depth = Some(depth);
                walk.ruled = Ruled::Body;
            }
            descend
        }
        Step::Text(text) => walk.step(Step::<&scraper::node::Element>::Text(text)),
        Step::Close => {
            if !at_dropped {
                walk.step(Step::<&scraper::node::Element>::Close);
            }
            at_dropped = false;
            if body_depth == Some(depth) {
                body_depth = None;
                walk.ruled = Ruled::Open;
            }
            depth -= 1;
            true
        }
    });
    walk.finish()
}

struct Walk<'a, T> {
    page: Page,
    room: Room,
    frames: Vec<Frame>,
    line: Line,
    links: usize,
    /// The link that is open in this line: its target, and where in the line it begins, in bytes.
    open_link: Option<(Target, usize)>,
    next_page: Target,
    numbers: Numbers<'a>,
    lists: Lists,
    /// Where in this line a `<cite>` begins, in bytes.
    cite: usize,
    pictures: Pictures<'a>,
    /// Text of the `<title>` or JSON-LD being read.
    capture: Option<String>,
    /// Inside a program.
    in_program: bool,
    scripts: Vec<T>,
    /// What a rule says of the elements being walked.
    ruled: Ruled,
}

impl<'a, T: Deref<Target = str> + Clone> Walk<'a, T> {
    fn of_page(bytes: usize) -> Self {
        Self {
            page: Page::new(Form::Html),
            room: Room::for_page(bytes),
            frames: vec![Frame::of_page()],
            line: Line::default(),
            links: 0,
            open_link: None,
            next_page: Target::NONE,
            numbers: Numbers::default(),
            lists: Lists::default(),
            cite: 0,
            pictures: Pictures::default(),
            capture: None,
            in_program: false,
            scripts: Vec::new(),
            ruled: Ruled::Open,
        }
    }

    fn finish(mut self) -> Walked<T> {
        self.flush();
        Walked { page: self.page, scripts: self.scripts }
    }

    fn top(&self) -> &Frame {
        // The root frame is never popped: `close` follows an `open`.
        &self.frames[self.frames.len() - 1]
    }

    #[expect(
        clippy::needless_pass_by_value,
        reason = "a step is no longer than a reference to one and its text"
    )]
    fn step<E: ElementView<'a, Text = T>>(&mut self, step: Step<'a, E>) -> bool {
        match step {
            Step::Open(element) => self.open(element),
            Step::Text(program) if self.in_program => {
                self.scripts.push(program.clone());
                true
            }
            Step::Text(text) => {
                self.text(text);
                true
            }
            Step::Close => {
                self.close();
                true
            }
        }
    }

    fn open(&mut self, element: impl ElementView<'a>) -> bool {
        let mut flow = flow(element.name());
        if matches!(self.top().flow, Flow::Media(_) | Flow::Image)
            && !matches!(flow, Flow::Source | Flow::NoScript)
        {
            // What stands there shows in place of the recording or picture.
            flow = Flow::Skip;
        }
        let mut frame = Frame { flow, names: 0, ..*self.top() };
        match flow {
            Flow::Skip => return self.open_skipped(element, frame),
            Flow::Title => self.capture = self.page.head.title.is_none().then(String::new),
            Flow::Head => declare(element, &mut self.page.head),
            Flow::Inline => {
                self.line.note_seam();
                frame.unseen |= is_hidden(element);
                self.note_time(element);
                frame.style.marks = frame.style.marks.with(structure::marks(element.name()));
                if *element.name() == local_name!("cite") {
                    frame.names = frame.quote;
                    self.cite = self.line.text.len();
                }
            }
            Flow::Link => self.open_link(element, &mut frame),
            Flow::Bold => {
                frame.unseen |= is_hidden(element);
                frame.style.marks = frame.style.marks.with(Marks::BOLD);
            }
            Flow::LineBreak if self.top().is_dropped() => {}
            Flow::LineBreak => self.flush(),
            Flow::Image => self.image(element),
            Flow::Source => self.source(element),
            Flow::Media(_) => self.open_recording(element),
            Flow::Picture | Flow::NoScript => {}
            Flow::Block(tag) => self.open_block(element, tag, &mut frame),
            Flow::Caption => {
                self.open_block(element, Tag::Block, &mut frame);
                frame.role = TextRole::Caption;
            }
            Flow::Preformatted => {
                self.open_block(element, Tag::Block, &mut frame);
                frame.preformatted = true;
            }
        }
        self.frames.push(frame);
        true
    }

    fn open_skipped(&mut self, element: impl ElementView<'a>, frame: Frame) -> bool {
        self.frames.push(frame);
        let script = script(element);
        match script {
            Some(Script::JsonLd) => self.capture = Some(String::new()),
            Some(Script::Program) => self.in_program = true,
            None => {}
        }
        script.is_some()
    }

    fn open_link(&mut self, element: impl ElementView<'a>, frame: &mut Frame) {
        self.line.note_seam();
        frame.unseen |= is_hidden(element);
        let Some(href) = element.attr(&local_name!("href")) else { return };
        frame.style.link = true;
        if !(frame.hidden || frame.unseen) {
            self.links += 1;
            let address = self.numbers.of(href, &mut self.page.targets);
            frame.style.marks = frame.style.marks.linked(address);
            self.open_link = Some((address, self.line.text.len()));
        }
    }

    fn open_block(&mut self, element: impl ElementView<'a>, tag: Tag, frame: &mut Frame) {
        self.flush();
        frame.hidden |= frame.unseen || is_hidden(element);
        frame.unseen = false;
        frame.role = role(element, tag, frame);
        match tag {
            Tag::Heading => frame.style.marks = frame.style.marks.with(Marks::BOLD),
            Tag::Cell => frame.style.marks = frame.style.marks.without(Marks::BOLD),
            Tag::List => self.lists.open(element),
            Tag::ListItem => self.lists.open_item(element),
            Tag::Quote => self.open_quote(element, frame),
            _ => {}
        }
        let hints = if matches!(*element.name(), local_name!("html") | local_name!("body")) {
            if let Some(lang) = element.attr(&local_name!("lang")) {
                self.page.head.lang.get_or_insert_with(|| lang.to_owned());
            }
            Hints::default()
        } else {
            hints_of(element)
        };
        let tag = element.attr(&local_name!("role")).and_then(landmark).unwrap_or(tag);
        let signature = signature(element);
        self.page.containers.push(Container { parent: frame.container, tag, hints, signature });
        frame.container = self.page.containers.len() - 1;
        if frame.flow == Flow::Block(Tag::Cell) {
            let shape = structure::cell_shape(element);
            self.page.cells.extend(shape.map(|shape| (frame.container, shape)));
        }
        self.note_time(element);
    }

    fn open_quote(&mut self, element: impl ElementView<'a>, frame: &mut Frame) {
        let cite = element.attr(&local_name!("cite")).unwrap_or_default();
        let address = self.numbers.of(cite, &mut self.page.targets);
        self.page.quotes.push(QuoteSource { name: None, address });
        frame.quote = u32::try_from(self.page.quotes.len()).unwrap_or(0);
    }

    /// Takes the text from `start` of the line on as the source of a quotation.
    fn name_quote(&mut self, quote: u32, start: usize) {
        let quote = quote.checked_sub(1).and_then(|nth| self.page.quotes.get_mut(nth as usize));
        if let (Some(quote), Some(text)) = (quote, self.line.text.get(start..)) {
            structure::name(quote, text);
        }
    }

    fn close(&mut self) {
        if self.frames.len() < 2 {
            return;
        }
        let Some(frame) = self.frames.pop() else { return };
        match frame.flow {
            Flow::Block(tag) => self.close_block(tag, frame),
            Flow::Caption | Flow::Preformatted => self.flush_as(frame),
            Flow::Inline => {
                self.line.note_seam();
                self.name_quote(frame.names, self.cite);
            }
            Flow::Picture => self.close_picture(),
            Flow::Media(kind) => self.close_recording(kind),
            Flow::Link => {
                self.line.note_seam();
                self.close_link();
            }
            Flow::Title => {
                if let Some(title) = self.capture.take() {
                    self.page.head.title = Some(declared::title(&title)).filter(|t| !t.is_empty());
                }
            }
            Flow::Skip => {
                self.in_program = false;
                if let Some(json) = self.capture.take() {
                    push_to(&mut self.page.head.json_ld, || json);
                }
            }
            _ => {}
        }
    }

    fn close_block(&mut self, tag: Tag, frame: Frame) {
        match tag {
            Tag::Footer => self.name_quote(frame.quote, 0),
            Tag::List => self.lists.close(),
            _ => {}
        }
        self.flush_as(frame);
    }

    fn close_link(&mut self) {
        let Some((address, start)) = self.open_link.take() else { return };
        look(Part::Walk, self.line.text.len() - start.min(self.line.text.len()));
        let names_next = self.line.text.get(start..).is_some_and(names_next_page);
        if names_next && self.next_page == Target::NONE {
            self.next_page = address;
        }
    }

    fn text(&mut self, text: &str) {
        look(Part::Walk, text.len());
        if let Some(capture) = &mut self.capture {
            text.split("\r\n").enumerate().for_each(|(nth, line)| {
                capture.extend((nth > 0).then_some('\n'));
                capture.push_str(line);
            });
            return;
        }
        let Frame { flow, style, preformatted, .. } = *self.top();
        if flow == Flow::NoScript {
            return self.no_script(text);
        }
        if matches!(flow, Flow::Skip | Flow::Title | Flow::Image | Flow::Media(_)) || self.top().is_dropped()
        {
            return;
        }
        if !preformatted {
            return self.running_text(text, style);
        }
        for (nth, line) in text.split('\n').enumerate() {
            if nth > 0 {
                self.flush();
            }
            self.running_text(line, style);
        }
    }

    fn running_text(&mut self, text: &str, style: Style) {
        let mut rest = self.line.push_text(text, style);
        while !rest.is_empty() {
            self.flush_keeping_indent();
            rest = self.line.push_text(rest, style);
        }
    }

    /// Reads what the tree had no room for, as lines of the page.
    fn overflow(&mut self, overflow: &Overflow) {
        self.flush();
        overflow.pieces(|piece| match piece {
            Piece::Text { text, linked } => {
                self.running_text(text, Style { link: linked, marks: Marks::NONE });
            }
            Piece::LineEnd => self.flush(),
        });
    }

    fn flush(&mut self) {
        let frame = self.block_frame();
        self.flush_as(frame);
        self.line.reset_gap();
    }

    fn flush_keeping_indent(&mut self) {
        let frame = self.block_frame();
        self.flush_as(frame);
    }

    fn block_frame(&self) -> Frame {
        *self.top()
    }

    fn flush_as(&mut self, frame: Frame) {
        if !self.line.is_empty() {
            let role = self.role(frame);
            let line = self.line.take();
            let block = TextBlock {
                text: line.text,
                role,
                linked_chars: line.linked_chars,
                links: self.links.max(usize::from(line.linked_chars > 0)),
                bold_chars: line.bold_chars,
                container: frame.container,
                indented: line.indented,
                hidden: frame.hidden,
                next_page: std::mem::take(&mut self.next_page),
                seams: line.seams.into(),
                runs: line.runs.into(),
                ruled: self.ruled,
            };
            self.open_link = None;
            self.room.push(block, &mut self.page);
            self.leave_pictures();
            self.links = 0;
        }
        self.flush_pictures();
    }

    /// The role of the line that ends here.
    fn role(&mut self, frame: Frame) -> Role {
        match frame.role {
            TextRole::Text if frame.preformatted && self.line.is_code() => Role::Code,
            TextRole::Text => Role::Text,
            TextRole::Heading(level) => Role::Heading(level),
            TextRole::ListItem => {
                let (level, marker) = self.lists.paragraph();
                Role::ListItem { level, marker }
            }
            TextRole::Quote => Role::Quote(frame.quote),
            TextRole::Cell { row } => Role::Cell { row },
            TextRole::Caption => Role::Caption,
        }
    }

    fn note_time(&mut self, element: impl ElementView<'a>) {
        if let Some(time) = carried::time(element) {
            let block = self.page.blocks.len();
            push_to(&mut self.page.head.times, || (block, time.to_owned()));
        }
    }
}

//! A parsed tree in, a [`Page`] out: one walk with an explicit stack. Judges nothing.
//!
//! A block ends at a block element's edge or at `<br>`. No visible text is lost: bare text in
//! `<div>`, `<td>` or `<span>` counts like text in `<p>`.

mod pictures;
mod text;

use super::carried;
use super::declared::{self, declare, push_to};
use super::dom::Dom;
use super::element::{Flow, flow, flow_in_formula};
use super::frame::{Frame, TextRole, hints_of, landmark, role, signature};
use super::held;
use super::line::Line;
use super::look::Look;
use super::room::Room;
use super::script::{Script, script};
use super::sheet::Sheet;
use super::structure::{self, Lists};
#[cfg(feature = "scraper")]
use super::view::walk_scraper;
use super::view::{ElementView, Step};
use crate::inline::{Marks, Numbers, Target};
use crate::lexicon::statements::names_next_page;
use crate::lexicon::{self, Category};
use crate::page::{Container, Form, Hiding, Hints, Page, QuoteSource, Ruled, Tag};
use crate::work::{Part, look};
use html5ever::local_name;
use html5ever::tendril::StrTendril;
use pictures::Pictures;
use std::ops::Deref;

/// What a walk gives: the page, and its programs, which may hold a body as data.
pub(crate) struct Walked<T> {
    pub(crate) page: Page,
    /// Texts that a script may put into the page: of form fields, for browsers without scripts, in attributes.
    pub(crate) held: Vec<String>,
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
    /// The rules of the page's own styles so far.
    sheet: Sheet,
    /// Nothing stands between here and the end of an element of the page's own.
    is_after_custom: bool,
    /// A reading here has brackets around it.
    is_after_bracket: bool,
    /// What the button says that is open.
    button: Option<String>,
    /// Text of the `<title>` or JSON-LD being read.
    capture: Option<String>,
    /// Inside a program.
    in_program: bool,
    scripts: Vec<T>,
    /// What a rule says of the elements being walked.
    ruled: Ruled,
    held: Vec<String>,
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
            sheet: Sheet::default(),
            is_after_custom: false,
            is_after_bracket: false,
            button: None,
            capture: None,
            in_program: false,
            scripts: Vec::new(),
            ruled: Ruled::Open,
            held: Vec::new(),
        }
    }

    fn finish(mut self) -> Walked<T> {
        self.flush();
        Walked { page: self.page, held: self.held, scripts: self.scripts }
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
        let flow = self.flow(element);
        let mut frame = self.top().inside(flow);
        if held::may_hold(flow) {
            self.hold(held::attribute(element));
        }
        match flow {
            Flow::Skip => return self.open_skipped(element, frame),
            Flow::Style => return self.open_style(element, frame),
            Flow::Title => self.capture = self.page.head.title.is_none().then(String::new),
            Flow::Head => declare(element, &mut self.page.head),
            Flow::LineBreak if self.top().is_dropped() => {}
            Flow::LineBreak => self.flush(),
            Flow::Image => self.image(element),
            Flow::Source => self.source(element),
            Flow::Media(_) => self.open_recording(element),
            Flow::Picture | Flow::NoScript | Flow::Field => {}
            Flow::Drawing => frame.is_drawn = true,
            Flow::Button => {
                self.button.get_or_insert_with(String::new);
            }
            Flow::Template => self.open_template(element, &mut frame),
            Flow::Block(_) | Flow::Caption | Flow::Preformatted => {
                let look = Look::of(element, &self.sheet);
                if look.is_inline() && matches!(flow, Flow::Block(Tag::Block | Tag::Paragraph)) {
                    frame.flow = Flow::Inline;
                    self.open_inline(element, look, &mut frame);
                } else {
                    self.open_block(element, look, &mut frame);
                }
            }
            _ => self.open_inline(element, Look::of(element, &self.sheet), &mut frame),
        }
        self.frames.push(frame);
        true
    }

    /// How an element takes part in the flow where it stands.
    fn flow(&self, element: impl ElementView<'a>) -> Flow {
        let flow = flow(element.name());
        let top = self.top();
        match top.flow {
            Flow::Button => Flow::Button,
            // What stands there shows in place of the recording or picture.
            Flow::Media(_) | Flow::Image if !matches!(flow, Flow::Source | Flow::NoScript) => Flow::Skip,
            _ if top.in_template && matches!(flow, Flow::Title | Flow::Head | Flow::Style) => Flow::Skip,
            Flow::Formula => flow_in_formula(element.name()),
            _ if !top.is_drawn => flow,
            _ if *element.name() == local_name!("foreignObject") => Flow::Block(Tag::Block),
            _ => Flow::Drawing,
        }
    }

    /// Something that stands in a line, or ends it by its style.
    fn open_inline(&mut self, element: impl ElementView<'a>, look: Look, frame: &mut Frame) {
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
    fn follows_custom(&self) -> bool {
        let around = self.page.containers[self.top().container].tag;
        self.is_after_custom && !matches!(around, Tag::Paragraph | Tag::Heading | Tag::ListItem | Tag::Cell)
    }

    fn open_style(&mut self, element: impl ElementView<'a>, frame: Frame) -> bool {
        self.frames.push(frame);
        let media = element.attr(&local_name!("media")).map(str::trim);
        media.is_none_or(|media| media.is_empty() || matches!(media, "all" | "screen"))
    }

    /// Keeps a text that may be a body.
    fn hold(&mut self, text: Option<&str>) {
        if let Some(text) = text.filter(|text| held::may_be_body(text)) {
            look(Part::Walk, text.len());
            push_to(&mut self.held, || text.to_owned());
        }
    }

    /// What a script may put into the page; of a shadow tree, what shows in its host.
    fn open_template(&mut self, element: impl ElementView<'a>, frame: &mut Frame) {
        frame.flow = Flow::Block(Tag::Block);
        frame.in_template = true;
        let is_shadow = element.attr(&local_name!("shadowrootmode")).is_some();
        let hiding = if is_shadow { None } else { Some(Hiding::Gone) };
        self.open_block(element, Look { hiding, ..Look::default() }, frame);
    }

    fn open_skipped(&mut self, element: impl ElementView<'a>, frame: Frame) -> bool {
        self.frames.push(frame);
        let script = script(element).filter(|_| !frame.in_template);
        match script {
            Some(Script::JsonLd) => self.capture = Some(String::new()),
            Some(Script::Program) => self.in_program = true,
            None => {}
        }
        script.is_some()
    }

    fn open_link(&mut self, element: impl ElementView<'a>, frame: &mut Frame) {
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

    fn open_block(&mut self, element: impl ElementView<'a>, look: Look, frame: &mut Frame) {
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
            Flow::Custom => {
                self.is_after_custom = true;
                self.line.note_seam();
            }
            Flow::Bracket => self.is_after_bracket = true,
            Flow::Button if self.top().flow != Flow::Button => self.close_button(),
            Flow::Inline | Flow::Reading | Flow::Verbatim => {
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
        if frame.is_set_apart {
            self.flush_as(frame);
        }
    }

    /// A button that asks to read on opens what stands beside it.
    fn close_button(&mut self) {
        let Some(text) = self.button.take() else { return };
        if lexicon::find(text.trim()).has(Category::Continue) {
            let prompt = (self.page.blocks.len() + usize::from(!self.line.is_empty()), self.top().container);
            push_to(&mut self.page.prompts, || prompt);
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

    fn note_time(&mut self, element: impl ElementView<'a>) {
        if let Some(time) = carried::time(element) {
            let block = self.page.blocks.len();
            push_to(&mut self.page.head.times, || (block, time.to_owned()));
        }
    }
}

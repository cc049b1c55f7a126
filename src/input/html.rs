//! A parsed tree in, a [`Page`] out: one walk with an explicit stack. Judges nothing.
//!
//! A block ends at a block element's edge or at `<br>`. No visible text is lost: bare text in
//! `<div>`, `<td>` or `<span>` counts like text in `<p>`.

mod blocks;
mod inline;
mod opened;
mod pictures;
#[cfg(feature = "rules")]
mod ruled;
mod text;

use super::carried;
use super::declared::{self, declare, push_to};
use super::dom::Dom;
use super::element::{Flow, flow, flow_in_formula, has_cells};
use super::frame::Frame;
use super::held;
use super::line::Line;
use super::look::Look;
use super::room::Room;
use super::sheet::Sheet;
use super::structure::Lists;
#[cfg(feature = "scraper")]
use super::view::walk_scraper;
use super::view::{ElementView, Step};
use crate::inline::{Numbers, Target};
use crate::page::{Form, Page, Ruled, Tag};
use html5ever::local_name;
use html5ever::tendril::StrTendril;
use pictures::Pictures;
#[cfg(feature = "rules")]
pub(crate) use ruled::walked_by_rule;
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
        self.part_cells();
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
            Flow::Formula => {
                frame.has_cells = has_cells(element.name());
                self.open_inline(element, Look::of(element, &self.sheet), &mut frame);
            }
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

    /// Sets a cell or row of a formula apart from the one before it.
    fn part_cells(&mut self) {
        let Some(top) = self.frames.last_mut() else { return };
        let is_next = top.has_cells && std::mem::replace(&mut top.has_first, true);
        if is_next && !top.is_dropped() {
            let style = top.style;
            self.running_text(" ", style);
        }
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

    fn note_time(&mut self, element: impl ElementView<'a>) {
        if let Some(time) = carried::time(element) {
            let block = self.page.blocks.len();
            push_to(&mut self.page.head.times, || (block, time.to_owned()));
        }
    }
}

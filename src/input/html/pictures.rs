//! Pictures and recordings met on the walk in, blocks of them out, at their places between lines of text.

use super::Walk;
use crate::article::MediaKind;
use crate::inline::Target;
use crate::input::dom::Dom;
use crate::input::element::{Flow, flow};
use crate::input::frame::Frame;
use crate::input::glyph;
use crate::input::image::{self, are_one};
use crate::input::look::Look;
use crate::input::parse;
use crate::input::rendering;
use crate::input::view::{ElementView, Step};
use crate::page::{ImageRef, MediaRef, Role, TextBlock};
use crate::text::space;
use crate::work::{Part, look};
use html5ever::local_name;
use html5ever::tendril::StrTendril;
use memchr::memmem;
use std::ops::Deref;

/// The pictures and recordings of a walk so far.
#[derive(Default)]
pub(super) struct Pictures<'a> {
    /// Met inside a line: they follow it.
    waiting: Vec<TextBlock>,
    /// The widest source of the `<picture>` that is open.
    source: Option<&'a str>,
    /// The recording that is open.
    recording: Option<Recording<'a>>,
    /// The address of the last picture, where no text stands behind it.
    last: Option<String>,
}

struct Recording<'a> {
    src: Option<&'a str>,
    poster: Option<&'a str>,
    is_hidden: bool,
}

impl<'a, T: Deref<Target = str> + Clone> Walk<'a, T> {
    pub(super) fn image(&mut self, element: impl ElementView<'a>) {
        let in_picture = self.pictures.source.take();
        if let Some(alt) = glyph::character(element, !self.line.is_empty()) {
            return self.character(element, alt);
        }
        let Some(src) = image::source(element).or(in_picture) else { return };
        let alt = element.attr(&local_name!("alt")).map(space::collapse).unwrap_or_default();
        self.picture(src, alt, Look::is_gone(element));
    }

    /// A picture that stands for a character.
    fn character(&mut self, element: impl ElementView<'a>, alt: &str) {
        if !self.top().is_dropped() && !Look::is_gone(element) {
            look(Part::Walk, alt.len());
            self.running_text(alt, self.top().style);
        }
    }

    fn picture(&mut self, src: &str, alt: String, is_hidden: bool) {
        self.pictures.last = Some(src.to_owned());
        self.show(Role::Image(Box::new(ImageRef { src: src.to_owned(), alt })), is_hidden);
    }

    fn show(&mut self, role: Role, is_hidden: bool) {
        self.show_in(role, is_hidden, *self.top());
    }

    fn show_in(&mut self, role: Role, is_hidden: bool, frame: Frame) {
        let block = TextBlock {
            text: String::new(),
            role,
            linked_chars: 0,
            links: usize::from(frame.style.link),
            bold_chars: 0,
            container: frame.container,
            indented: false,
            hidden: frame.hidden || frame.unseen || is_hidden,
            next_page: Target::NONE,
            seams: Box::default(),
            runs: Box::default(),
            ruled: self.ruled,
        };
        if self.line.is_empty() {
            self.room.push(block, &mut self.page);
        } else if self.room.has_room_for_images(self.pictures.waiting.len()) {
            self.pictures.waiting.push(block);
        }
    }

    /// Puts the pictures of a line behind it.
    pub(super) fn flush_pictures(&mut self) {
        for block in self.pictures.waiting.drain(..) {
            self.room.push(block, &mut self.page);
        }
    }

    /// Text stands behind the pictures so far.
    pub(super) fn leave_pictures(&mut self) {
        if self.pictures.waiting.is_empty() {
            self.pictures.last = None;
        }
    }

    /// A `<source>`, of a recording or a picture.
    pub(super) fn source(&mut self, element: impl ElementView<'a>) {
        if let Some(recording) = &mut self.pictures.recording {
            recording.src = recording.src.or_else(|| image::recording(element));
        } else {
            self.pictures.source = self.pictures.source.or_else(|| image::from_sets(element));
        }
    }

    /// A `<picture>` whose `<img>` is made by a script.
    pub(super) fn close_picture(&mut self) {
        if let Some(src) = self.pictures.source.take() {
            self.picture(src, String::new(), false);
        }
    }

    pub(super) fn open_recording(&mut self, element: impl ElementView<'a>) {
        let poster = element.attr(&local_name!("poster")).map(str::trim).filter(|src| image::is_address(src));
        let src = image::recording(element);
        self.pictures.recording = Some(Recording { src, poster, is_hidden: Look::is_gone(element) });
    }

    pub(super) fn close_recording(&mut self, kind: MediaKind) {
        let Some(Recording { src: Some(src), poster, is_hidden }) = self.pictures.recording.take() else {
            return;
        };
        let (src, poster) = (src.to_owned(), poster.map(str::to_owned));
        self.show(Role::Media(Box::new(MediaRef { kind, src, poster })), is_hidden);
    }

    /// The background of a block in a figure, or of one that says that it is a picture: spans with one are teasers'.
    pub(super) fn background(&mut self, element: impl ElementView<'a>, frame: &Frame) {
        if !matches!(flow(element.name()), Flow::Block(_)) {
            return;
        }
        let is_picture = || element.attr(&local_name!("role")).is_some_and(|role| role.trim() == "img");
        let Some(style) = element.attr(&local_name!("style")).filter(|_| frame.in_figure || is_picture())
        else {
            return;
        };
        if let Some(src) = rendering::background(style).filter(|src| image::is_address(src)) {
            let role = Role::Image(Box::new(ImageRef { src: src.to_owned(), alt: String::new() }));
            self.show_in(role, false, *frame);
        }
    }

    /// Pictures for browsers without scripts, but those that stand beside it for the others.
    pub(super) fn no_script(&mut self, markup: &str) {
        look(Part::Walk, markup.len());
        if memmem::find(markup.as_bytes(), b"<img").is_none() || self.top().is_dropped() {
            return;
        }
        let dom = parse::parse(markup).dom;
        for (src, alt) in pictures(&dom) {
            if !self.pictures.last.as_deref().is_some_and(|last| are_one(last, src)) {
                self.picture(src, alt, false);
            }
        }
    }
}

/// Addresses and descriptions of the pictures of a fragment, but those of a point, which count visitors.
fn pictures(dom: &Dom) -> Vec<(&str, String)> {
    let mut pictures = Vec::new();
    dom.walk(|step| {
        if let Step::Open(element) = step
            && flow(element.name()) == Flow::Image
            && !Look::is_gone(element)
            && !is_point(element)
            && let Some(src) = image::source(element)
        {
            pictures.push((src, element.attr(&local_name!("alt")).map(space::collapse).unwrap_or_default()));
        }
        true
    });
    pictures
}

fn is_point<'a>(element: impl ElementView<'a, Text = StrTendril>) -> bool {
    let sides = [local_name!("width"), local_name!("height")];
    sides.iter().any(|side| {
        element.attr(side).is_some_and(|length| matches!(length.trim(), "0" | "1" | "0px" | "1px"))
    })
}

//! Text met on the walk in, lines of it out: blocks, at the edges that the walk tells.

use super::Walk;
use crate::inline::Marks;
use crate::input::element::Flow;
use crate::input::frame::{Frame, TextRole};
use crate::input::line::Style;
use crate::input::overflow::{Overflow, Piece};
use crate::input::references;
use crate::page::{Role, TextBlock};
use crate::text::start::start;
use crate::work::{Part, look};
use std::borrow::Cow;
use std::ops::Deref;

impl<T: Deref<Target = str> + Clone> Walk<'_, T> {
    pub(super) fn text(&mut self, text: &str) {
        look(Part::Walk, text.len());
        if let Some(capture) = &mut self.capture {
            text.split("\r\n").enumerate().for_each(|(nth, line)| {
                capture.extend((nth > 0).then_some('\n'));
                capture.push_str(line);
            });
            return;
        }
        if let Some(button) = &mut self.button {
            button.push_str(start(text, LONGEST_PROMPT));
            return;
        }
        let frame = *self.top();
        match frame.flow {
            Flow::NoScript => {
                self.hold(Some(text));
                return self.no_script(text);
            }
            Flow::Field => return self.hold(Some(text)),
            Flow::Style => return self.sheet.read(text),
            Flow::Skip | Flow::Title | Flow::Image | Flow::Media(_) | Flow::Drawing | Flow::Formula => return,
            _ if frame.is_dropped() || frame.is_tiny && !frame.hidden => return,
            _ if frame.is_icon && is_sign(text) => return,
            _ => {}
        }
        let text =
            if frame.is_verbatim { Cow::Borrowed(text) } else { references::resolve_twice_escaped(text) };
        let is_blank = text.bytes().all(|b| b.is_ascii_whitespace());
        if !is_blank {
            self.is_after_custom = false;
            self.is_after_bracket &= frame.flow == Flow::Bracket;
        }
        // Between elements a line break is the source's, whatever a style says of those in them.
        if !frame.preformatted && (is_blank || !frame.keeps_breaks) {
            return self.running_text(&text, frame.style);
        }
        for (nth, line) in text.split('\n').enumerate() {
            if nth > 0 {
                self.flush();
            }
            self.running_text(line, frame.style);
        }
    }

    pub(super) fn running_text(&mut self, text: &str, style: Style) {
        let mut rest = self.line.push_text(text, style);
        while !rest.is_empty() {
            self.flush_keeping_indent();
            rest = self.line.push_text(rest, style);
        }
    }

    /// Reads what the tree had no room for, as lines of the page.
    pub(super) fn overflow(&mut self, overflow: &Overflow) {
        self.flush();
        overflow.pieces(|piece| match piece {
            Piece::Text { text, linked } => {
                self.running_text(text, Style { link: linked, marks: Marks::NONE });
            }
            Piece::LineEnd => self.flush(),
        });
    }

    pub(super) fn flush(&mut self) {
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

    pub(super) fn flush_as(&mut self, frame: Frame) {
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
            TextRole::Text if frame.preformatted && self.line.is_code() => Role::code(self.line.indent),
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
}

/// As much of a piece of a button's text as is read, in characters.
const LONGEST_PROMPT: usize = 20;
/// Longest name of a sign in an icon font, in bytes: `keyboard_double_arrow_right`.
const LONGEST_SIGN: usize = 40;

/// True for the name of a sign, or for a character that a font gives a meaning of its own.
fn is_sign(text: &str) -> bool {
    let text = text.trim();
    text.len() <= LONGEST_SIGN
        && text.chars().all(|c| {
            c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || matches!(c, '\u{E000}'..='\u{F8FF}')
        })
}

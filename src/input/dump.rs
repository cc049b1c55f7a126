//! A text dump in, a [`Page`] out: a line is a block. Judges nothing.
//!
//! Dumps come from browsers' `innerText`, WET records and strip-tags scripts. Tags are gone, and
//! with them links and containers; what is left are lines, blank lines and indents.

use super::line::{Line, Style};
use crate::page::{Form, Page, Role, TextBlock};

/// Blocks of a text that somebody already stripped out of a page.
pub(crate) fn blocks(text: &str) -> Page {
    let mut page = Page::new(Form::Dump);
    for line in text.split(['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}']) {
        split_line(line, &mut page.blocks);
    }
    page
}

/// Adds the paragraphs of one line: more than one where an indent follows a sentence's end.
fn split_line(text: &str, blocks: &mut Vec<TextBlock>) {
    let mut line = Line::default();
    for c in text.chars() {
        if line.push(c, Style::default()) {
            blocks.push(block(line.take()));
            line.push(c, Style::default());
        }
    }
    if !line.is_empty() {
        blocks.push(block(line));
    }
}

fn block(line: Line) -> TextBlock {
    TextBlock {
        text: line.text,
        role: Role::Text,
        linked_chars: 0,
        links: 0,
        bold_chars: 0,
        container: 0,
        indented: line.indented,
        hidden: false,
        hrefs: Vec::new(),
    }
}

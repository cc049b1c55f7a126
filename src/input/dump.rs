//! A text dump in, a [`Page`] out: a line is a block. Judges nothing.
//!
//! Dumps come from browsers' `innerText`, WET records and strip-tags scripts. Tags are gone, and
//! with them links and containers; what is left are lines, blank lines and indents.

use super::line::{Line, Style};
use crate::page::{Form, Page, Role, TextBlock};

/// Blocks of a text that somebody already stripped out of a page.
pub(crate) fn blocks(text: &str) -> Page {
    let mut page = Page::new(Form::Dump);
    let mut after_blank = true;
    for line in text.split(['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}']) {
        let before = page.blocks.len();
        split_line(line, after_blank, &mut page.blocks);
        after_blank = page.blocks.len() == before;
    }
    page
}

/// Adds the paragraphs of one line: more than one where an indent follows a sentence's end.
fn split_line(text: &str, after_blank: bool, blocks: &mut Vec<TextBlock>) {
    let mut line = Line::default();
    let mut starts_paragraph = after_blank;
    for c in text.chars() {
        if line.push(c, Style::default()) {
            blocks.push(block(line.take(), starts_paragraph));
            starts_paragraph = true;
            line.push(c, Style::default());
        }
    }
    if !line.is_empty() {
        blocks.push(block(line, starts_paragraph));
    }
}

fn block(line: Line, starts_paragraph: bool) -> TextBlock {
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
        starts_paragraph: starts_paragraph || line.indented,
    }
}

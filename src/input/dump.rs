//! A text dump in, a [`Page`] out: a line is a block. Judges nothing.
//!
//! Dumps come from browsers' `innerText`, WET records and strip-tags scripts. Tags are gone, and
//! with them links and containers; what is left are lines, blank lines, indents, and the tabs that
//! `innerText` sets between the cells of a table's row.

use super::joined;
use super::line::{Line, Style};
use super::room::Room;
use crate::inline::Target;
use crate::page::{Container, Form, Page, Role, Ruled, Tag, TextBlock};
use crate::work::{Part, look};
use memchr::{memchr, memchr2, memmem};

/// Blocks of a text that somebody already stripped out of a page.
pub(crate) fn blocks(text: &str) -> Page {
    let mut page = Page::new(Form::Dump);
    let mut room = Room::for_page(text.len());
    let joined = joined::is_joined(text);
    let has_tabs = memchr(b'\t', text.as_bytes()).is_some();
    let columns = |line: &str| if has_tabs { columns(line) } else { 1 };
    let mut lines = Lines::of(text).flat_map(|line| joined::Lines::of(line, joined)).peekable();
    let mut table = None;
    let mut line = Line::default();
    while let Some(text) = lines.next() {
        let count = columns(text);
        table = table.filter(|&(_, of)| of == count && !room.is_short());
        let goes_on = |next: &&str| count >= 2 && columns(next) == count;
        if table.is_none() && !room.is_short() && lines.peek().is_some_and(goes_on) {
            table = Some((contain(&mut page, 0, Tag::Table), count));
        }
        match table {
            Some((table, _)) => split_row(text, &mut line, &mut page, &mut room, table),
            None => split_line(text, &mut line, &Role::Text, 0, |block| room.push(block, &mut page)),
        }
    }
    page
}

/// What ends a line, but for `\n` and `\r`: few texts have any.
const RARE_ENDS: [char; 3] = ['\u{2028}', '\u{2029}', '\u{85}'];

/// The lines of a text.
struct Lines<'a> {
    rest: Option<&'a str>,
    has_rare_ends: bool,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        let has =
            |mark: char| memmem::find(text.as_bytes(), mark.encode_utf8(&mut [0; 4]).as_bytes()).is_some();
        Self { rest: Some(text), has_rare_ends: RARE_ENDS.into_iter().any(has) }
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.rest?;
        let end = if self.has_rare_ends {
            rest.find(|c| matches!(c, '\n' | '\r') || RARE_ENDS.contains(&c))
        } else {
            memchr2(b'\n', b'\r', rest.as_bytes())
        };
        let Some((line, rest)) = end.and_then(|end| rest.split_at_checked(end)) else {
            return self.rest.take();
        };
        let mut rest = rest.chars();
        rest.next();
        self.rest = Some(rest.as_str());
        Some(line)
    }
}

/// Cells between tabs; 1 where some cell is empty, as for a line that tabs only indent.
fn columns(line: &str) -> usize {
    look(Part::Lines, line.len());
    if memchr(b'\t', line.as_bytes()).is_none() {
        return 1;
    }
    let cells = line.split('\t');
    let filled = cells.clone().all(|cell| cell.contains(|c: char| !c.is_whitespace()));
    if filled { cells.count() } else { 1 }
}

fn split_row(text: &str, line: &mut Line, page: &mut Page, room: &mut Room, table: usize) {
    let row = contain(page, table, Tag::Row);
    for cell in text.split('\t') {
        let container = if room.is_short() { row } else { contain(page, row, Tag::Cell) };
        split_line(cell, line, &Role::Cell { row }, container, |block| room.push(block, page));
    }
}

fn contain(page: &mut Page, parent: usize, tag: Tag) -> usize {
    page.containers.push(Container::bare(parent, tag));
    page.containers.len() - 1
}

/// Adds the paragraphs of one line: more than one where an indent follows a sentence's end.
fn split_line(text: &str, line: &mut Line, role: &Role, container: usize, mut add: impl FnMut(TextBlock)) {
    look(Part::Lines, text.len());
    line.reset_gap();
    let mut rest = line.push_text(text, Style::default());
    while !rest.is_empty() {
        add(block(line.take(), role.clone(), container));
        rest = line.push_text(rest, Style::default());
    }
    if !line.is_empty() {
        add(block(line.take(), role.clone(), container));
    }
}

fn block(line: Line, role: Role, container: usize) -> TextBlock {
    TextBlock {
        text: line.text,
        role,
        linked_chars: 0,
        links: 0,
        bold_chars: 0,
        container,
        indented: line.indented,
        hidden: false,
        next_page: Target::NONE,
        seams: Box::default(),
        runs: Box::default(),
        ruled: Ruled::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_text_has_the_lines_that_splitting_it_at_each_mark_gives(
            text in "[一a \n\r\u{2028}\u{2029}\u{85}]{0,20}|[一a\n\r]{0,20}"
        ) {
            let lines: Vec<&str> = text.split(['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}']).collect();
            prop_assert_eq!(Lines::of(&text).collect::<Vec<_>>(), lines);
        }
    }
}

//! A text dump in, a [`Page`] out: a line is a block. Judges nothing.
//!
//! Dumps come from browsers' `innerText`, WET records and strip-tags scripts. Tags are gone, and
//! with them links and containers; what is left are lines, blank lines, indents, and the tabs that
//! `innerText` sets between the cells of a table's row.

use super::joined;
use super::line::{Line, Style};
use super::room::Room;
use crate::page::{Container, Form, Hints, Page, Role, Tag, TextBlock};

/// Blocks of a text that somebody already stripped out of a page.
pub(crate) fn blocks(text: &str) -> Page {
    let mut page = Page::new(Form::Dump);
    let mut room = Room::for_page(text.len());
    let joined = joined::is_joined(text);
    let mut lines = lines(text).flat_map(|line| joined::Lines::of(line, joined)).peekable();
    let mut table = None;
    while let Some(line) = lines.next() {
        let columns = columns(line);
        table = table.filter(|&(_, of)| of == columns && !room.is_short());
        let goes_on = |next: &&str| columns >= 2 && self::columns(next) == columns;
        if table.is_none() && !room.is_short() && lines.peek().is_some_and(goes_on) {
            table = Some((contain(&mut page, 0, Tag::Table), columns));
        }
        match table {
            Some((table, _)) => split_row(line, &mut page, &mut room, table),
            None => split_line(line, &Role::Text, 0, |block| room.push(block, &mut page)),
        }
    }
    page
}

/// The lines of a text. One mark after the other: each is found by a byte search, a set of them
/// character by character.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.split('\n').flat_map(|text| text.split('\r'));
    let lines = lines.flat_map(|text| text.split('\u{2028}')).flat_map(|text| text.split('\u{2029}'));
    lines.flat_map(|text| text.split('\u{85}'))
}

/// Cells between tabs; 1 where some cell is empty, as for a line that tabs only indent.
fn columns(line: &str) -> usize {
    if !line.contains('\t') {
        return 1;
    }
    let cells = line.split('\t');
    let filled = cells.clone().all(|cell| cell.contains(|c: char| !c.is_whitespace()));
    if filled { cells.count() } else { 1 }
}

fn split_row(line: &str, page: &mut Page, room: &mut Room, table: usize) {
    let row = contain(page, table, Tag::Row);
    for cell in line.split('\t') {
        let container = if room.is_short() { row } else { contain(page, row, Tag::Cell) };
        split_line(cell, &Role::Cell { row }, container, |block| room.push(block, page));
    }
}

fn contain(page: &mut Page, parent: usize, tag: Tag) -> usize {
    page.containers.push(Container { parent, tag, hints: Hints::default() });
    page.containers.len() - 1
}

/// Adds the paragraphs of one line: more than one where an indent follows a sentence's end.
fn split_line(text: &str, role: &Role, container: usize, mut add: impl FnMut(TextBlock)) {
    let mut line = Line::default();
    let mut rest = line.push_text(text, Style::default());
    while !rest.is_empty() {
        add(block(line.take(), role.clone(), container));
        rest = line.push_text(rest, Style::default());
    }
    if !line.is_empty() {
        add(block(line, role.clone(), container));
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
        next_page: None,
    }
}

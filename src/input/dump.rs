//! A text dump in, a [`Page`] out: a line is a block. Judges nothing but how the dump was made.
//!
//! Dumps come from browsers' `innerText`, WET records and strip-tags scripts. Tags are gone, and
//! with them links and containers; what is left are lines, blank lines, indents, and the tabs that
//! `innerText` sets between the cells of a table's row. Of others the lines were joined or broken at a width,
//! remains of markup stand in them, or a reader made Markdown of the page. Each make is told by how many lines of
//! the whole text have its form.

use super::line::{Line, Style};
use super::marks::is_markdown;
use super::room::Room;
use super::rows::Rows;
use super::wrapped::Width;
use super::{joined, markdown, radicals, record, remains};
use crate::inline::Target;
use crate::page::{Container, Form, Page, Role, Ruled, Tag, TextBlock};
use crate::text::class::Class;
use crate::work::{Part, look};
use memchr::{memchr2, memmem};

/// Blocks of a text that somebody already stripped out of a page.
pub(crate) fn blocks(text: &str) -> Page {
    let mut page = Page::new(Form::Dump);
    let text = record::read(text, &mut page.head);
    let text = radicals::read(remains::read(text));
    let room = Room::for_page(text.len());
    if is_markdown(&text) {
        markdown::blocks(&text, &mut page, room);
    } else {
        lines(&text, &mut page, room);
    }
    page
}

/// Adds the blocks of a text without markup.
fn lines(text: &str, page: &mut Page, mut room: Room) {
    let joined = joined::is_joined(text);
    let paragraphs = Paragraphs { lines: Lines::of(text), width: Width::of(text) };
    let mut lines = paragraphs.flat_map(move |line| joined::Lines::of(line, joined));
    let mut table: Option<(usize, Rows)> = None;
    let mut line = Line::default();
    while let Some(text) = lines.next() {
        table = table.filter(|(_, rows)| rows.go_on(text) && !room.is_short());
        if table.is_none() && !room.is_short() {
            let rows = Rows::begin(text, lines.clone());
            table = rows.map(|rows| (contain(page, 0, Tag::Table), rows));
        }
        match table {
            Some((table, rows)) => split_row(text, rows, &mut line, page, &mut room, table),
            None => split_line(text, &mut line, &Role::Text, 0, |block| room.push(block, page)),
        }
    }
}

/// What ends a line, but for `\n` and `\r`: few texts have any.
const RARE_ENDS: [char; 3] = ['\u{2028}', '\u{2029}', '\u{85}'];

/// The lines of a text.
#[derive(Clone)]
struct Lines<'a> {
    text: &'a str,
    /// Where the next one begins, in bytes; `None` behind the last.
    at: Option<usize>,
    has_rare_ends: bool,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        let has =
            |mark: char| memmem::find(text.as_bytes(), mark.encode_utf8(&mut [0; 4]).as_bytes()).is_some();
        Self { text, at: Some(0), has_rare_ends: RARE_ENDS.into_iter().any(has) }
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.text.get(self.at?..)?;
        let end = if self.has_rare_ends {
            rest.find(|c| matches!(c, '\n' | '\r') || RARE_ENDS.contains(&c))
        } else {
            memchr2(b'\n', b'\r', rest.as_bytes())
        };
        let Some((line, mark)) = end.and_then(|end| rest.split_at_checked(end)) else {
            self.at = None;
            return Some(rest);
        };
        let mark = mark.chars().next().map_or(0, char::len_utf8);
        self.at = self.at.map(|at| at + line.len() + mark);
        Some(line)
    }
}

/// The lines of a text, of which those that were broken at a width are one.
#[derive(Clone)]
struct Paragraphs<'a> {
    lines: Lines<'a>,
    width: Option<Width>,
}

impl<'a> Iterator for Paragraphs<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let start = self.lines.at?;
        let mut line = self.lines.next()?;
        let mut end = start + line.len();
        while let Some(width) = self.width {
            let mut behind = self.lines.clone();
            // CR and LF are two ends of one line.
            if self.lines.text.get(end..).is_some_and(|rest| rest.starts_with("\r\n")) {
                behind.next();
            }
            let Some(begins) = behind.at else { break };
            let Some(next) = behind.next().filter(|next| width.joins(line, next)) else { break };
            (line, end, self.lines) = (next, begins + next.len(), behind);
        }
        self.lines.text.get(start..end)
    }
}

fn split_row(text: &str, rows: Rows, line: &mut Line, page: &mut Page, room: &mut Room, table: usize) {
    let row = contain(page, table, Tag::Row);
    rows.each_cell(text, |cell| {
        let container = if room.is_short() { row } else { contain(page, row, Tag::Cell) };
        split_line(cell, line, &Role::Cell { row }, container, |block| room.push(block, page));
    });
}

/// Adds a container; gives its number.
pub(super) fn contain(page: &mut Page, parent: usize, tag: Tag) -> usize {
    page.containers.push(Container::bare(parent, tag));
    page.containers.len() - 1
}

/// Longest line of dividers alone, in bytes: `/`, ` | `.
const DIVIDER_BYTES: usize = 8;

/// Adds the paragraphs of one line: more than one where an indent follows a sentence's end.
fn split_line(text: &str, line: &mut Line, role: &Role, container: usize, mut add: impl FnMut(TextBlock)) {
    look(Part::Lines, text.len());
    line.reset_gap();
    // Of a list or a clock the mark between two parts, in a line of its own.
    if text.len() < DIVIDER_BYTES && text.chars().all(|c| Class::of(c).is(Class::DIVIDER)) {
        return;
    }
    let mut rest = line.push_text(text, Style::default());
    while !rest.is_empty() {
        add(block(line.take(), role.clone(), container));
        rest = line.push_text(rest, Style::default());
    }
    if !line.is_empty() {
        add(block(line.take(), role.clone(), container));
    }
}

/// A block of a line of text.
pub(super) fn block(line: Line, role: Role, container: usize) -> TextBlock {
    TextBlock {
        text: line.text,
        role,
        linked_chars: line.linked_chars,
        links: 0,
        bold_chars: line.bold_chars,
        container,
        indented: line.indented,
        hidden: false,
        next_page: Target::NONE,
        seams: Box::default(),
        runs: line.runs.into(),
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

    #[test]
    fn paragraphs_are_whole_whatever_ends_their_lines() {
        let line = "农民下田插秧，农技人员到田间地头进行指导";
        let last = "比去年提早一周。";
        for end in ["\n", "\r\n", "\r", "\u{2028}"] {
            let paragraph = [line, line, line, last].join(end);
            let text = [paragraph.as_str(), &paragraph, &paragraph].join(end);
            let lines: Vec<&str> =
                Paragraphs { lines: Lines::of(&text), width: Width::of(&text.replace(end, "\n")) }.collect();
            let whole: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
            assert_eq!(whole, [&paragraph; 3], "{end:?}");
        }
    }
}

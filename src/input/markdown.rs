//! A dump in Markdown in, its blocks out: what readers and converters make of a page, menus and all.
//!
//! pulldown-cmark reads it, as `CommonMark` with tables says. Judges nothing but whether a text is Markdown.

mod writer;

use super::room::Room;
use crate::page::Page;
use crate::work::{Part, look};
use pulldown_cmark::{Options, Parser};
use writer::Writer;

/// Longest part that is read as one, in bytes. Parts stand between blank lines; the parser keeps up to 40 times
/// the bytes of what it reads.
const PART_BYTES: usize = 16 << 10;
/// Adds the blocks of `text`.
pub(super) fn blocks(text: &str, page: &mut Page, room: Room) {
    let mut writer = Writer::new(page, room);
    for part in Parts(text) {
        look(Part::Lines, part.len());
        if part.len() > PART_BYTES {
            part.lines().for_each(|line| writer.plain_line(line));
            continue;
        }
        for (event, range) in Parser::new_ext(part, Options::ENABLE_TABLES).into_offset_iter() {
            let around = part.split_at_checked(range.start).unwrap_or_default();
            writer.event(event, around);
        }
        writer.end_part();
    }
}

/// Runs of lines that are not blank, parted where they are over [`PART_BYTES`].
struct Parts<'a>(&'a str);

impl<'a> Iterator for Parts<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let text = self.0;
        let mut end = 0;
        let mut filled = false;
        for line in text.split_inclusive('\n') {
            look(Part::Lines, line.len());
            let blank = line.trim().is_empty();
            if filled && (blank || end + line.len() > PART_BYTES) {
                break;
            }
            end += line.len();
            filled |= !blank;
        }
        let (part, rest) = text.split_at_checked(end)?;
        self.0 = rest;
        // Four blanks over a part that stands alone would make code of it; over text they are an indent.
        filled.then(|| part.trim_start_matches(|c: char| c.is_ascii_whitespace()))
    }
}

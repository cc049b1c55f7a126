//! Characters in, the text of one block out: white space collapsed, full-width indents seen.
//!
//! Shared by HTML and dumps, so that both typeset alike. Knows nothing of tags or scores.

use super::ending::Ending;
use crate::inline::{Marks, Run};
use crate::text::class::Class;
use crate::text::{punctuation, space};
use crate::work::{Part, look};

/// Ideographic or no-break spaces in a row that make an indent. Pages write 　　 or four `&nbsp;`.
const INDENT: Indent = Indent { ideographic: 2, no_break: 4 };

struct Indent {
    ideographic: usize,
    no_break: usize,
}

/// Blanks that a tab is as wide as: in Markdown, which dumps and outputs are, and as writers of code set it beside
/// lines behind blanks. A browser shows eight.
const TAB: usize = 4;

/// What stands between the last character and the next.
#[derive(Default, Clone, Copy)]
struct Gap {
    ideographic: usize,
    no_break: usize,
    ascii: usize,
    newline: bool,
}

impl Gap {
    fn is_empty(self) -> bool {
        self.ideographic == 0 && self.no_break == 0 && self.ascii == 0 && !self.newline
    }

    fn is_indent(self) -> bool {
        self.ideographic >= INDENT.ideographic || self.no_break >= INDENT.no_break
    }
}

/// A block's text while it is being read.
#[derive(Default)]
pub(crate) struct Line {
    pub(crate) text: String,
    pub(crate) linked_chars: usize,
    pub(crate) bold_chars: usize,
    pub(crate) indented: bool,
    /// Blanks before its first character.
    pub(crate) indent: usize,
    /// Where in `text` an inline element begins or ends, in bytes: two fields may meet there.
    pub(crate) seams: Vec<u16>,
    /// Where its characters begin to stand out in another way.
    pub(crate) runs: Vec<Run>,
    /// How the last character stands out.
    marks: Marks,
    gap: Gap,
    ending: Ending,
}

/// Lines beyond this have no seams, in bytes: no longer one is read for its fields.
const SEAMED_BYTES: u16 = 480;

/// How the next character stands.
#[derive(Default, Clone, Copy)]
pub(crate) struct Style {
    pub(crate) link: bool,
    pub(crate) marks: Marks,
}

impl Line {
    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Adds `c`. True where a new paragraph begins before it: an indent after a sentence's end.
    /// The caller then takes this line and adds `c` to the next.
    pub(crate) fn push(&mut self, c: char, style: Style) -> bool {
        match c {
            '\u{3000}' => self.gap.ideographic += 1,
            '\u{A0}' => self.gap.no_break += 1,
            '\n' | '\r' => self.gap.newline = true,
            _ if space::is_invisible(c) => {}
            '\t' => self.gap.ascii += TAB,
            _ if c.is_whitespace() => self.gap.ascii += 1,
            _ => return self.push_visible(c, style),
        }
        false
    }

    /// Adds what can be added of `text` at once: as [`Line::push`] of one character after the other,
    /// but for a new paragraph, before which it stops. Gives the rest from there.
    pub(crate) fn push_text<'a>(&mut self, text: &'a str, style: Style) -> &'a str {
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            if self.push(c, style) {
                return rest;
            }
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
            if !self.text.is_empty() && self.gap.is_empty() && !Class::of(c).is(Class::BLANK) {
                rest = self.push_run(rest, style);
            }
        }
        rest
    }

    /// Adds the visible characters at the start of `text` and gives the rest.
    fn push_run<'a>(&mut self, text: &'a str, style: Style) -> &'a str {
        let mut chars = 0;
        let mut at = 0;
        while let Some(&first) = text.as_bytes().get(at) {
            at += match first {
                b'!'..=b'~' => 1,
                // U+4000 to U+9FFF: three bytes, and no blank among them.
                0xE4..=0xE9 => 3,
                _ => match text.get(at..).and_then(|rest| rest.chars().next()) {
                    Some(c) if !Class::of(c).is(Class::BLANK) => c.len_utf8(),
                    _ => break,
                },
            };
            chars += 1;
        }
        let (run, rest) = text.split_at_checked(at).unwrap_or((text, ""));
        self.text.push_str(run);
        self.linked_chars += if style.link { chars } else { 0 };
        self.bold_chars += if style.marks.has(Marks::BOLD) { chars } else { 0 };
        rest
    }

    fn push_visible(&mut self, c: char, style: Style) -> bool {
        if self.text.is_empty() {
            self.indented |= self.gap.is_indent();
            self.indent = self.gap.ascii + self.gap.no_break;
        } else if self.gap.is_indent() && self.ending.ends_sentence(&self.text) {
            return true;
        } else {
            self.close_gap(c);
        }
        self.gap = Gap::default();
        if style.marks != self.marks {
            self.begin_run(style.marks);
        }
        self.text.push(c);
        self.linked_chars += usize::from(style.link);
        self.bold_chars += usize::from(style.marks.has(Marks::BOLD));
        false
    }

    /// One space for a gap; none for a mere line break between two wide characters, where it is
    /// only how the source was wrapped (CSS Text, segment break transformation).
    fn close_gap(&mut self, next: char) {
        let gap = self.gap;
        if gap.is_empty() {
            return;
        }
        if gap.ideographic > 0 {
            self.text.push('\u{3000}');
            return;
        }
        let wide =
            punctuation::is_wide(next) && self.text.chars().next_back().is_some_and(punctuation::is_wide);
        let wrapped = gap.newline && gap.no_break == 0;
        if !(wrapped && wide) {
            self.text.push(' ');
        }
    }

    /// From here on characters stand out in another way.
    fn begin_run(&mut self, marks: Marks) {
        self.marks = marks;
        // No line is longer than a page, which is cut at 1 GB.
        let at = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        self.runs.push(Run { at, marks });
    }

    /// True where all of the line is code.
    pub(super) fn is_code(&self) -> bool {
        matches!(*self.runs, [Run { at: 0, marks }] if marks.has(Marks::CODE))
    }

    /// Notes that an inline element begins or ends here.
    pub(crate) fn note_seam(&mut self) {
        let at = u16::try_from(self.text.len()).unwrap_or(u16::MAX);
        if (1..=SEAMED_BYTES).contains(&at) && self.seams.last() != Some(&at) {
            self.seams.push(at);
        }
    }

    /// The seams of a line that may be read for its fields; those of the next are none yet.
    fn take_seams(&mut self) -> Vec<u16> {
        if self.text.len() > usize::from(SEAMED_BYTES) {
            self.seams.clear();
        }
        if self.seams.last().is_some_and(|&last| usize::from(last) == self.text.len()) {
            self.seams.pop();
        }
        let seams = self.seams.clone();
        self.seams.clear();
        seams
    }

    /// The line so far, leaving an empty one that remembers the indent before its first character. Its
    /// text is copied into memory of its own length: the memory that it grew in serves the next line.
    pub(crate) fn take(&mut self) -> Self {
        look(Part::Walk, self.text.len());
        let Self { linked_chars, bold_chars, indented, indent, .. } = *self;
        let (text, seams, runs) = (self.text.clone(), self.take_seams(), self.runs.clone());
        let line = Self { text, linked_chars, bold_chars, indented, indent, seams, runs, ..Self::default() };
        self.text.clear();
        self.runs.clear();
        self.marks = Marks::NONE;
        self.ending = Ending::default();
        (self.linked_chars, self.bold_chars, self.indented, self.indent) = (0, 0, false, 0);
        line
    }

    /// Forgets blanks seen: a block's edge stands here.
    pub(crate) fn reset_gap(&mut self) {
        self.gap = Gap::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The lines of a text added character by character, and run by run.
    fn lines(text: &str, add: impl Fn(&mut Line, &str, Style) -> usize) -> Vec<(String, usize, usize, bool)> {
        let style = Style { link: true, marks: Marks::BOLD };
        let mut line = Line::default();
        let mut lines = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            let added = add(&mut line, rest, style);
            rest = rest.get(added..).unwrap_or_default();
            if !rest.is_empty() {
                let Line { text, linked_chars, bold_chars, indented, .. } = line.take();
                lines.push((text, linked_chars, bold_chars, indented));
            }
        }
        lines.push((line.text, line.linked_chars, line.bold_chars, line.indented));
        lines
    }

    proptest! {
        #[test]
        fn text_added_by_runs_is_text_added_by_characters(
            text in "[一二。，a1\"! \n\r\t\u{3000}\u{A0}\u{200B}\u{FEFF}\u{85}]{0,40}"
        ) {
            let by_runs = lines(&text, |line, rest, style| rest.len() - line.push_text(rest, style).len());
            let by_characters = lines(&text, |line, rest, style| {
                rest.char_indices().find(|&(_, c)| line.push(c, style)).map_or(rest.len(), |(at, _)| at)
            });
            prop_assert_eq!(by_runs, by_characters);
        }
    }
}

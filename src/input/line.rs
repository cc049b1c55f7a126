//! Characters in, the text of one block out: white space collapsed, full-width indents seen.
//!
//! Shared by HTML and dumps, so that both typeset alike. Knows nothing of tags or scores.

use crate::text::{punctuation, space};

/// Ideographic or no-break spaces in a row that make an indent. Pages write 　　 or four `&nbsp;`.
const INDENT: Indent = Indent { ideographic: 2, no_break: 4 };

struct Indent {
    ideographic: usize,
    no_break: usize,
}

/// What stands between the last character and the next.
#[derive(Default, Clone, Copy)]
struct Gap {
    ideographic: usize,
    no_break: usize,
    ascii: bool,
    newline: bool,
}

impl Gap {
    fn is_empty(self) -> bool {
        self.ideographic == 0 && self.no_break == 0 && !self.ascii && !self.newline
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
    gap: Gap,
}

/// How the next character stands.
#[derive(Default, Clone, Copy)]
pub(crate) struct Style {
    pub(crate) link: bool,
    pub(crate) bold: bool,
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
            _ if c.is_whitespace() => self.gap.ascii = true,
            _ => return self.push_visible(c, style),
        }
        false
    }

    fn push_visible(&mut self, c: char, style: Style) -> bool {
        if self.text.is_empty() {
            self.indented |= self.gap.is_indent();
        } else if self.gap.is_indent() && punctuation::ends_sentence(&self.text) {
            return true;
        } else {
            self.close_gap(c);
        }
        self.gap = Gap::default();
        self.text.push(c);
        self.linked_chars += usize::from(style.link);
        self.bold_chars += usize::from(style.bold);
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

    /// The line so far, leaving an empty one that remembers the indent before its first character.
    pub(crate) fn take(&mut self) -> Line {
        let gap = self.gap;
        let line = std::mem::take(self);
        self.gap = gap;
        line
    }

    /// Forgets blanks seen: a block's edge stands here.
    pub(crate) fn reset_gap(&mut self) {
        self.gap = Gap::default();
    }
}

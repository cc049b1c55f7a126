//! Text in, the same as Markdown out that reads as nothing but text.

use std::fmt::Write;

/// An address that ends where it is meant to: what would end it, or be read as an escape in it, is
/// percent-encoded, and `&` is no beginning of a reference.
pub(super) fn destination(src: &str) -> String {
    let mut out = String::with_capacity(src.len());
    for c in src.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' | '>' | '(' | ')' | '[' | ']' | '\\' | '"' | '\'' | '`' | '|' => percent_encode(c, &mut out),
            c if c.is_whitespace() || c.is_control() => percent_encode(c, &mut out),
            c => out.push(c),
        }
    }
    out
}

fn percent_encode(c: char, out: &mut String) {
    for byte in c.encode_utf8(&mut [0; 4]).bytes() {
        let _ = write!(out, "%{byte:02X}");
    }
}

/// Text on one line that reads as nothing but text. `<`, `>` and `&` are references, as all marks in a bare
/// address are: to renderers that make a link of it a backslash is part of it, and a tag behind one HTML again.
pub(super) struct Escape<'a> {
    text: &'a str,
    /// How much of the text is written, in bytes.
    at: usize,
    out: String,
    list_mark: Option<usize>,
    in_address: bool,
    in_code: bool,
    /// In the text of a link: there marked reads escaped brackets as if they were not.
    in_label: bool,
}

impl<'a> Escape<'a> {
    /// Of a text without blanks at its ends.
    pub(super) fn of(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            out: String::with_capacity(text.len()),
            list_mark: list_mark(text),
            in_address: false,
            in_code: false,
            in_label: false,
        }
    }

    /// Writes the text up to `end`.
    pub(super) fn push(&mut self, end: usize) {
        let part = self.text.get(self.at..end).unwrap_or_default();
        for (at, c) in part.char_indices() {
            self.push_char(self.at + at, c);
        }
        self.at = self.at.max(end);
    }

    /// Writes markup.
    pub(super) fn mark(&mut self, markup: &str) {
        if markup == "[" && self.out.ends_with('!') {
            self.out.pop();
            self.out.push_str("\\!");
        }
        self.in_code ^= markup == "`";
        self.in_label = markup == "[" || self.in_label && !markup.starts_with(']');
        self.out.push_str(markup);
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    fn push_char(&mut self, at: usize, c: char) {
        let out = &mut self.out;
        // A tab or line break would begin a block of its own.
        if is_blank(c) {
            out.push_str(if out.ends_with(' ') { "" } else { " " });
            self.in_address = false;
            return;
        }
        self.in_address |= self.text.get(at..).is_some_and(begins_address);
        let is_end = at == 0 || at + c.len_utf8() == self.text.len();
        match c {
            '\0' => {}
            c if self.in_code => out.push(c),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            c if is_mark(c) && self.in_address => out.push_str(reference(c)),
            '[' | ']' if self.in_label => out.push_str(reference(c)),
            c if is_mark(c) => out.extend(['\\', c]),
            // At the start of a line, and of a heading at its end.
            '#' if is_end && self.in_address => out.push_str("&num;"),
            '#' if is_end => out.extend(['\\', c]),
            '-' | '+' | '=' if at == 0 => out.extend(['\\', c]),
            c if self.list_mark == Some(at) => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
}

/// True where a renderer may see a bare address: it goes on to the next blank.
pub(super) fn begins_address(text: &str) -> bool {
    text.starts_with("://") || text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."))
}

/// A character that is markup wherever it stands.
fn is_mark(c: char) -> bool {
    matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '|')
}

/// Such a character as a reference: a name where it has one, as marked takes a number at the end of an address
/// for part of it.
fn reference(mark: char) -> &'static str {
    match mark {
        '\\' => "&bsol;",
        '`' => "&grave;",
        '*' => "&ast;",
        '_' => "&lowbar;",
        '[' => "&lsqb;",
        ']' => "&rsqb;",
        '|' => "&vert;",
        _ => "&#126;",
    }
}

/// What Markdown takes for blank.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{B}' | '\u{C}')
}

/// The `.` or `)` of a number that would begin an ordered list: a blank follows it, or nothing.
fn list_mark(text: &str) -> Option<usize> {
    let at = text.find(|c: char| !c.is_ascii_digit()).filter(|&at| at > 0)?;
    let behind = text.get(at..)?.strip_prefix(['.', ')'])?;
    behind.chars().next().is_none_or(is_blank).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn escape(text: &str) -> String {
        let mut escape = Escape::of(text);
        escape.push(text.len());
        escape.finish()
    }

    #[test]
    fn marks_at_the_start_begin_nothing() {
        for (text, escaped) in [
            ("# 题", "\\# 题"),
            ("题 #", "题 \\#"),
            ("话题#春耕#很热", "话题#春耕#很热"),
            ("1. 一", "1\\. 一"),
            ("2) 二", "2\\) 二"),
            ("3.5万", "3.5万"),
            ("4.", "4\\."),
            ("- 一", "\\- 一"),
            ("~~~", "\\~\\~\\~"),
            ("> 引", "&gt; 引"),
            ("a\t\n b", "a b"),
            ("&lt;|\"", "&amp;lt;\\|&quot;"),
            ("a_b https://a.b/c_d?<e> f_g", "a\\_b https://a.b/c&lowbar;d?&lt;e&gt; f\\_g"),
        ] {
            assert_eq!(escape(text), escaped);
        }
    }

    #[test]
    fn an_address_is_one_destination_and_stays_what_it_was() {
        assert_eq!(destination("/a.jpg?x=1&y=%20"), "/a.jpg?x=1&amp;y=%20");
        assert_eq!(destination("/a (1).jpg\\"), "/a%20%281%29.jpg%5C");
    }
}

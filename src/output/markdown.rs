//! Article in, `CommonMark` out (tables in the GFM form). Text comes out as text, whatever marks it has:
//! none of it is markup to a renderer, not even to one that lets HTML through.

use super::address;
use crate::article::{Article, Block, Image, MediaKind};
use std::fmt::Write;

/// Title as a first-level heading, then the body.
pub(crate) fn render(article: &Article) -> String {
    let mut out = String::new();
    if let Some(title) = &article.title {
        let _ = writeln!(out, "# {}", escape(title));
    }
    let shown: Vec<&Block> = article.body.iter().filter(|block| shows(block)).collect();
    for blocks in shown.chunk_by(|one, next| goes_on(one, next)) {
        if !out.is_empty() {
            out.push('\n');
        }
        write_group(&mut out, blocks);
    }
    out
}

/// False for a picture whose address is none to write, and for text of blanks: an empty item's mark is text
/// to some renderers.
fn shows(block: &Block) -> bool {
    match block {
        Block::Image(Image { src, .. }) | Block::Media { src, .. } => address::safe(src).is_some(),
        Block::TableRow(cells) => !cells.is_empty(),
        block => !block.text().chars().all(|c| is_blank(c) || c == '\0'),
    }
}

/// True between two items of one list and two rows of one table.
fn goes_on(one: &Block, next: &Block) -> bool {
    matches!((one, next), (Block::ListItem(_), Block::ListItem(_)) | (Block::TableRow(_), Block::TableRow(_)))
}

fn write_group(out: &mut String, blocks: &[&Block]) {
    // A renderer drops the cells that a row has more than the first.
    let cells = |block: &&Block| if let Block::TableRow(cells) = block { cells.len() } else { 0 };
    let columns = blocks.iter().map(cells).max().unwrap_or(0);
    for (nth, block) in blocks.iter().enumerate() {
        match block {
            Block::TableRow(cells) => write_row(out, cells, columns, nth == 0),
            block => write_block(out, block),
        }
    }
}

fn write_block(out: &mut String, block: &Block) {
    let _ = match block {
        Block::Paragraph(text) => writeln!(out, "{}", escape(text)),
        Block::Heading { level, text } => {
            writeln!(out, "{} {}", "#".repeat(usize::from(*level).clamp(2, 6)), escape(text))
        }
        Block::ListItem(text) => writeln!(out, "- {}", escape(text)),
        Block::Quote(text) => writeln!(out, "> {}", escape(text)),
        Block::TableRow(_) => Ok(()),
        Block::Image(image) => write_image(out, image),
        Block::Media { kind, src, caption, .. } => write_media(out, *kind, src, caption.as_deref()),
    };
}

fn write_row(out: &mut String, cells: &[String], columns: usize, is_first: bool) {
    out.push('|');
    for nth in 0..columns {
        let _ = write!(out, " {} |", cells.get(nth).map(|cell| escape(cell)).unwrap_or_default());
    }
    out.push('\n');
    if is_first {
        let _ = writeln!(out, "|{}", " --- |".repeat(columns));
    }
}

fn write_image(out: &mut String, image: &Image) -> std::fmt::Result {
    let Some(src) = address::safe(&image.src) else { return Ok(()) };
    let caption = image.caption.as_deref().or(image.alt.as_deref()).unwrap_or_default();
    writeln!(out, "![{}]({})", escape(caption), destination(src))
}

/// A link: `CommonMark` has no recordings.
fn write_media(out: &mut String, kind: MediaKind, src: &str, caption: Option<&str>) -> std::fmt::Result {
    let Some(src) = address::safe(src) else { return Ok(()) };
    writeln!(out, "[{}]({})", escape(caption.unwrap_or(kind.as_str())), destination(src))
}

/// An address that ends where it is meant to: what would end it, or be read as an escape in it, is
/// percent-encoded, and `&` is no beginning of a reference.
fn destination(src: &str) -> String {
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
fn escape(text: &str) -> String {
    let text = text.trim_matches(is_blank);
    let mut out = String::with_capacity(text.len());
    let list_mark = list_mark(text);
    let (mut after_blank, mut in_address) = (false, false);
    for (at, c) in text.char_indices() {
        // A tab or line break would begin a block of its own.
        if is_blank(c) {
            out.push_str(if after_blank { "" } else { " " });
            (after_blank, in_address) = (true, false);
            continue;
        }
        after_blank = false;
        in_address |= text.get(at..).is_some_and(begins_address);
        let is_end = at == 0 || at + c.len_utf8() == text.len();
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\0' => {}
            c if is_mark(c) && in_address => out.push_str(reference(c)),
            c if is_mark(c) => out.extend(['\\', c]),
            // At the start of a line, and of a heading at its end.
            '#' if is_end && in_address => out.push_str("&num;"),
            '#' if is_end => out.extend(['\\', c]),
            '-' | '+' | '=' if at == 0 => out.extend(['\\', c]),
            c if list_mark == Some(at) => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

/// True where a renderer may see a bare address: it goes on to the next blank.
fn begins_address(text: &str) -> bool {
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
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{B}' | '\u{C}')
}

/// The `.` or `)` of a number that would begin an ordered list.
fn list_mark(text: &str) -> Option<usize> {
    let at = text.find(|c: char| !c.is_ascii_digit()).filter(|&at| at > 0)?;
    matches!(text.as_bytes().get(at), Some(b'.' | b')')).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_at_the_start_begin_nothing() {
        for (text, escaped) in [
            ("# 题", "\\# 题"),
            ("题 #", "题 \\#"),
            ("话题#春耕#很热", "话题#春耕#很热"),
            ("1. 一", "1\\. 一"),
            ("2) 二", "2\\) 二"),
            ("3.5万", "3\\.5万"),
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

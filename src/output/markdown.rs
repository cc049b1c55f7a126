//! Article in, `CommonMark` out (tables in the GFM form). Text comes out as text, whatever marks it has:
//! none of it is markup to a renderer, not even to one that lets HTML through.

mod escape;
mod line;
mod list;
mod table;

use super::address;
use super::html::{goes_on, unsaid};
use crate::article::{Article, Block, Image, MediaKind};
use escape::{destination, is_blank};
use line::{line, link, plain};
use std::fmt::Write;

/// Title as a first-level heading, then the body.
pub(crate) fn render(article: &Article) -> String {
    let mut out = String::new();
    if let Some(title) = &article.title {
        let _ = writeln!(out, "# {}", plain(title));
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

fn write_group(out: &mut String, blocks: &[&Block]) {
    match blocks.first() {
        Some(Block::ListItem { .. }) => list::write(out, blocks),
        Some(Block::TableRow(_)) => table::write(out, blocks),
        Some(Block::Quote { source, .. }) => write_quote(out, blocks, source.as_deref()),
        _ => blocks.iter().for_each(|block| write_block(out, block)),
    }
}

fn write_block(out: &mut String, block: &Block) {
    let _ = match block {
        Block::Paragraph(text) => writeln!(out, "{}", line(text)),
        Block::Heading { level, text } => {
            writeln!(out, "{} {}", "#".repeat(usize::from(*level).clamp(2, 6)), line(text))
        }
        Block::Code(lines) => write_code(out, lines),
        Block::Image(image) => write_image(out, image),
        Block::Media { kind, src, caption, .. } => write_media(out, *kind, src, caption.as_deref()),
        Block::ListItem { .. } | Block::TableRow(_) | Block::Quote { .. } => Ok(()),
    };
}

fn write_quote(out: &mut String, quotes: &[&Block], source: Option<&str>) {
    for (nth, quote) in quotes.iter().enumerate() {
        if let Block::Quote { text, .. } = quote {
            let _ = writeln!(out, "{}> {}", if nth > 0 { ">\n" } else { "" }, line(text));
        }
    }
    if let Some(source) = unsaid(quotes.iter().copied(), source) {
        let _ = writeln!(out, ">\n> — {}", plain(source));
    }
}

/// Fenced by more grave accents than any line begins with.
fn write_code(out: &mut String, code: &str) -> std::fmt::Result {
    let runs = code.split(|c| c != '`').map(str::len);
    let fence = "`".repeat(runs.max().unwrap_or(0).max(2) + 1);
    writeln!(out, "{fence}")?;
    for line in code.split(['\n', '\r', '\u{B}', '\u{C}']) {
        writeln!(out, "{}", line.replace('\0', ""))?;
    }
    writeln!(out, "{fence}")
}

fn write_image(out: &mut String, image: &Image) -> std::fmt::Result {
    let Some(src) = address::safe(&image.src) else { return Ok(()) };
    let caption = image.caption.as_deref().or(image.alt.as_deref()).unwrap_or_default();
    writeln!(out, "![{}]({})", plain(caption), destination(src))
}

/// A link: `CommonMark` has no recordings.
fn write_media(out: &mut String, kind: MediaKind, src: &str, caption: Option<&str>) -> std::fmt::Result {
    let Some(src) = address::safe(src) else { return Ok(()) };
    writeln!(out, "{}", link(caption.unwrap_or(kind.as_str()), src))
}

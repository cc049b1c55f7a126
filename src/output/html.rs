//! Body in, HTML out that is safe to insert in a page: an allow-list, built, never passed through.

use super::address;
use crate::article::{Block, Image, MediaKind};
use std::fmt::Write;

/// Renders paragraphs, headings, lists, quotes, tables and figures; nothing else can come out.
pub(crate) fn render(body: &[Block]) -> String {
    let mut out = String::new();
    let mut open: Option<&str> = None;
    for block in body {
        let wanted = group(block);
        if open != wanted {
            switch(&mut out, open, wanted);
            open = wanted;
        }
        write_block(&mut out, block);
    }
    switch(&mut out, open, None);
    out
}

/// The element that neighbours of this kind share.
fn group(block: &Block) -> Option<&'static str> {
    match block {
        Block::ListItem(_) => Some("ul"),
        Block::TableRow(_) => Some("table"),
        _ => None,
    }
}

fn switch(out: &mut String, open: Option<&str>, wanted: Option<&str>) {
    if let Some(name) = open {
        let _ = writeln!(out, "</{name}>");
    }
    if let Some(name) = wanted {
        let _ = writeln!(out, "<{name}>");
    }
}

fn write_block(out: &mut String, block: &Block) {
    let _ = match block {
        Block::Paragraph(text) => writeln!(out, "<p>{}</p>", escape(text)),
        Block::Heading { level, text } => {
            let level = (*level).clamp(1, 6);
            writeln!(out, "<h{level}>{}</h{level}>", escape(text))
        }
        Block::ListItem(text) => writeln!(out, "<li>{}</li>", escape(text)),
        Block::Quote(text) => writeln!(out, "<blockquote><p>{}</p></blockquote>", escape(text)),
        Block::TableRow(cells) => {
            out.push_str("<tr>");
            for cell in cells {
                let _ = write!(out, "<td>{}</td>", escape(cell));
            }
            writeln!(out, "</tr>")
        }
        Block::Image(image) => write_image(out, image),
        Block::Media { kind, src, poster, caption } => {
            write_media(out, *kind, [Some(src), poster.as_ref()], caption.as_deref())
        }
    };
}

fn write_image(out: &mut String, image: &Image) -> std::fmt::Result {
    let Some(src) = address::safe(&image.src) else { return Ok(()) };
    write!(out, "<figure><img src=\"{}\"", escape(src))?;
    if let Some(alt) = &image.alt {
        write!(out, " alt=\"{}\"", escape(alt))?;
    }
    out.push('>');
    if let Some(caption) = &image.caption {
        write!(out, "<figcaption>{}</figcaption>", escape(caption))?;
    }
    writeln!(out, "</figure>")
}

fn write_media(
    out: &mut String,
    kind: MediaKind,
    [src, poster]: [Option<&String>; 2],
    caption: Option<&str>,
) -> std::fmt::Result {
    let Some(src) = src.and_then(|src| address::safe(src)) else { return Ok(()) };
    let name = kind.as_str();
    write!(out, "<figure><{name} controls src=\"{}\"", escape(src))?;
    if let Some(poster) = poster.and_then(|poster| address::safe(poster)).filter(|_| kind == MediaKind::Video)
    {
        write!(out, " poster=\"{}\"", escape(poster))?;
    }
    write!(out, "></{name}>")?;
    if let Some(caption) = caption {
        write!(out, "<figcaption>{}</figcaption>", escape(caption))?;
    }
    writeln!(out, "</figure>")
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

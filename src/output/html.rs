//! Body in, HTML out that is safe to insert in a page: an allow-list, built, never passed through.

use super::address;
use super::pieces::pieces;
use crate::article::{Block, Cell, Image, Marker, MediaKind, Text};
use std::fmt::Write;

/// Renders paragraphs, headings, lists, quotes, tables, code and figures; nothing else can come out.
pub(crate) fn render(body: &[Block]) -> String {
    let mut out = String::new();
    for blocks in body.chunk_by(goes_on) {
        write_group(&mut out, blocks);
    }
    out
}

/// True between two blocks that one element holds.
pub(super) fn goes_on(one: &Block, next: &Block) -> bool {
    match (one, next) {
        (Block::ListItem { .. }, Block::ListItem { .. }) | (Block::TableRow(_), Block::TableRow(_)) => true,
        (Block::Quote { source, cite, .. }, Block::Quote { source: next, cite: next_cite, .. }) => {
            source == next && cite == next_cite
        }
        _ => false,
    }
}

fn write_group(out: &mut String, blocks: &[Block]) {
    match blocks.first() {
        Some(Block::ListItem { .. }) => write_list(out, blocks),
        Some(Block::TableRow(_)) => write_table(out, blocks),
        Some(Block::Quote { source, cite, .. }) => {
            write_quote(out, blocks, source.as_deref(), cite.as_deref());
        }
        _ => blocks.iter().for_each(|block| write_block(out, block)),
    }
}

fn write_block(out: &mut String, block: &Block) {
    let _ = match block {
        Block::Paragraph(text) => writeln!(out, "<p>{}</p>", inline(text)),
        Block::Heading { level, text } => {
            let level = (*level).clamp(1, 6);
            writeln!(out, "<h{level}>{}</h{level}>", inline(text))
        }
        Block::Code(lines) => writeln!(out, "<pre><code>{}</code></pre>", escape(lines)),
        Block::Image(image) => write_image(out, image),
        Block::Media { kind, src, poster, caption } => {
            write_media(out, *kind, [Some(src), poster.as_ref()], caption.as_deref())
        }
        Block::ListItem { .. } | Block::TableRow(_) | Block::Quote { .. } => Ok(()),
    };
}

/// Lists that are open: of an ordered one the number that a browser gives its next item.
type OpenLists = Vec<Option<i32>>;

fn write_list(out: &mut String, items: &[Block]) {
    let mut open = OpenLists::new();
    for item in items {
        if let Block::ListItem { level, marker, text } = item {
            let depth = usize::from(*level).clamp(1, open.len() + 1);
            write_item(out, &mut open, depth, *marker, &inline(text));
        }
    }
    close_lists(out, &mut open, 0);
}

fn write_item(out: &mut String, open: &mut OpenLists, depth: usize, marker: Marker, text: &str) {
    if marker == Marker::Continued && depth <= open.len() {
        close_lists(out, open, depth);
        let _ = write!(out, "<p>{text}</p>");
        return;
    }
    let is_ordered = matches!(marker, Marker::Number(_));
    let is_another = open.get(depth - 1).is_some_and(|next| next.is_some() != is_ordered);
    close_lists(out, open, depth - usize::from(is_another));
    if open.len() == depth {
        out.push_str("</li>\n");
    } else {
        let line_end = if open.is_empty() { "" } else { "\n" };
        let _ = writeln!(out, "{line_end}<{}>", list_name(is_ordered));
        open.push(is_ordered.then_some(1));
    }
    match (marker, open.last_mut()) {
        (Marker::Number(number), Some(next)) => {
            let value = if *next == Some(number) { String::new() } else { format!(" value=\"{number}\"") };
            *next = Some(number.saturating_add(1));
            let _ = write!(out, "<li{value}>{text}");
        }
        _ => out.extend(["<li>", text]),
    }
}

/// Closes lists until so many are open; of these the last item stays open.
fn close_lists(out: &mut String, open: &mut OpenLists, depth: usize) {
    while open.len() > depth {
        let is_ordered = open.pop().flatten().is_some();
        let _ = writeln!(out, "</li>\n</{}>", list_name(is_ordered));
    }
}

fn list_name(is_ordered: bool) -> &'static str {
    if is_ordered { "ol" } else { "ul" }
}

fn write_table(out: &mut String, rows: &[Block]) {
    out.push_str("<table>\n");
    for row in rows {
        if let Block::TableRow(cells) = row {
            out.push_str("<tr>");
            for cell in cells {
                write_cell(out, cell);
            }
            out.push_str("</tr>\n");
        }
    }
    out.push_str("</table>\n");
}

fn write_cell(out: &mut String, cell: &Cell) {
    let name = if cell.is_header { "th" } else { "td" };
    let _ = write!(out, "<{name}");
    for (attribute, span) in [("colspan", cell.colspan), ("rowspan", cell.rowspan)] {
        if span > 1 {
            let _ = write!(out, " {attribute}=\"{span}\"");
        }
    }
    let _ = write!(out, ">{}</{name}>", inline(&cell.text));
}

fn write_quote(out: &mut String, quotes: &[Block], source: Option<&str>, cite: Option<&str>) {
    out.push_str("<blockquote");
    if let Some(cite) = cite.and_then(address::safe) {
        let _ = write!(out, " cite=\"{}\"", escape(cite));
    }
    out.push('>');
    for (nth, quote) in quotes.iter().enumerate() {
        if let Block::Quote { text, .. } = quote {
            let _ = write!(out, "{}<p>{}</p>", if nth > 0 { "\n" } else { "" }, inline(text));
        }
    }
    if let Some(source) = unsaid(quotes, source) {
        let _ = write!(out, "\n<footer>{}</footer>", escape(source));
    }
    out.push_str("</blockquote>\n");
}

/// The name of a quotation's source, where the quotation does not say it itself.
pub(super) fn unsaid<'a, 'b>(
    quotes: impl IntoIterator<Item = &'b Block>,
    source: Option<&'a str>,
) -> Option<&'a str> {
    let says = |quote: &Block, name: &str| matches!(quote, Block::Quote { text, .. } if text.contains(name));
    source.filter(|name| !quotes.into_iter().any(|quote| says(quote, name)))
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

/// An element inside a line, in the order in which they hold each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Element<'a> {
    Link(&'a str),
    Named(&'static str),
}

/// A text with its links, bold and italic parts and code.
fn inline(text: &Text) -> String {
    let mut out = String::with_capacity(text.len());
    let mut open: Vec<Element> = Vec::new();
    for piece in pieces(text) {
        let named = [(piece.bold, "strong"), (piece.italic, "em"), (piece.code, "code")];
        let named = named.into_iter().filter_map(|(stands, name)| stands.then_some(Element::Named(name)));
        let wanted: Vec<Element> = piece.link.map(Element::Link).into_iter().chain(named).collect();
        let shared = open.iter().zip(&wanted).take_while(|(one, other)| one == other).count();
        open.drain(shared..).rev().for_each(|element| close(&mut out, element));
        for &element in wanted.iter().skip(shared) {
            let _ = match element {
                Element::Link(to) => write!(out, "<a href=\"{}\">", escape(to)),
                Element::Named(name) => write!(out, "<{name}>"),
            };
            open.push(element);
        }
        out.push_str(&escape(piece.text));
    }
    open.into_iter().rev().for_each(|element| close(&mut out, element));
    out
}

fn close(out: &mut String, element: Element) {
    let name = if let Element::Named(name) = element { name } else { "a" };
    let _ = write!(out, "</{name}>");
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Span, SpanKind};

    fn item(level: u8, marker: Marker, text: &str) -> Block {
        Block::ListItem { level, marker, text: text.into() }
    }

    #[test]
    fn lists_nest_count_and_go_on() {
        let items = [
            item(1, Marker::Number(1), "一"),
            item(2, Marker::Bullet, "甲"),
            item(1, Marker::Continued, "再"),
            item(1, Marker::Number(3), "三"),
            item(1, Marker::Bullet, "点"),
        ];
        let expected = "<ol>\n<li>一\n<ul>\n<li>甲</li>\n</ul>\n<p>再</p></li>\n<li value=\"3\">三</li>\n</ol>\n\
            <ul>\n<li>点</li>\n</ul>\n";
        assert_eq!(render(&items), expected);
        assert_eq!(render(&[item(3, Marker::Continued, "孤")]), "<ul>\n<li>孤</li>\n</ul>\n");
    }

    #[test]
    fn parts_that_overlap_are_nested_and_unsafe_links_are_none() {
        let link = |to: &str| SpanKind::Link(to.to_owned());
        let spans = [
            Span::new(0..2, SpanKind::Bold),
            Span::new(1..3, SpanKind::Italic),
            Span::new(2..3, link("/x?a=1&b")),
            Span::new(3..4, link("javascript:HIT")),
        ];
        let text = Text::with_spans("ab<d", spans);
        let expected = "<strong>a<em>b</em></strong><a href=\"/x?a=1&amp;b\"><em>&lt;</em></a>d";
        assert_eq!(inline(&text), expected);
    }

    #[test]
    fn quotations_of_one_source_are_one_and_name_it_once() {
        let quote = |text: &str| Block::Quote {
            text: text.into(),
            source: Some("李大同".to_owned()),
            cite: Some("/q".to_owned()),
        };
        let html = render(&[quote("一"), quote("二")]);
        let expected = "<blockquote cite=\"/q\"><p>一</p>\n<p>二</p>\n<footer>李大同</footer></blockquote>\n";
        assert_eq!(html, expected);
        assert!(!render(&[quote("李大同说")]).contains("footer"));
    }
}

//! The slow, obvious reading of what an HTML page may stand for: every character of a body stands in one of these.

use percent_encoding::percent_decode_str;

/// Bytes from which on an attribute may hold a body.
const LONG: usize = 180;
/// A character that does not show, to part texts with.
const PARTED: &str = "\u{200B}";

/// The text of a page, with what is escaped in it as it is and as it says, and the text of that as a page again: a
/// body that stands in a script or an attribute is HTML once more, and may have been escaped once more.
pub(crate) fn readings(page: &str) -> Vec<String> {
    let text = text_of(page);
    let parted = closed_references(&parted_text_of(page, PARTED));
    let percents = percent_decode_str(&text).decode_utf8_lossy().into_owned();
    let bare = [unescaped(&text, '\\', "x"), unescaped(&text, '%', ""), percents, text];
    let read = bare.into_iter().flat_map(|text| {
        let again = text_of(&text);
        [text_of(&again), again, closed_references(&text), text]
    });
    read.chain([parted]).collect()
}

/// Text with what each of its references stands for behind it, where a semicolon ends it: of those that were escaped
/// twice some are resolved and some are spoken of.
fn closed_references(text: &str) -> String {
    let mut parts = text.split('&');
    let mut escaped = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        escaped.push_str("&amp;");
        let closed = part.split_once(';').filter(|(name, _)| {
            !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
        });
        match closed {
            Some((name, rest)) => escaped.extend([name, ";&", name, ";", rest]),
            None => escaped.push_str(part),
        }
    }
    text_of(&escaped.replace('<', "&lt;"))
}

/// The text an HTML page holds, in page order: all of it, scripts too, the words of pictures and long attributes,
/// with references resolved.
fn text_of(html: &str) -> String {
    parted_text_of(html, "")
}

/// The same with a mark between its parts: a reference that was escaped twice over ends where its line does.
fn parted_text_of(html: &str, mark: &str) -> String {
    let mut text = String::new();
    for node in scraper::Html::parse_document(html).tree.root().descendants() {
        match node.value() {
            scraper::Node::Text(part) => text.extend([&**part, mark]),
            scraper::Node::Element(element) => text.extend(
                element
                    .attrs()
                    .filter(|(name, value)| value.len() >= LONG || element.name() == "img" && *name == "alt")
                    .map(|(_, value)| value),
            ),
            _ => {}
        }
    }
    text
}

/// Text with its `\u4e2d` and `\x3c` resolved, or its `%u4E2D` and `%3C`: `short` stands before two figures.
fn unescaped(text: &str, mark: char, short: &str) -> String {
    let mut parts = text.split(mark);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let figures = part.strip_prefix('u').and_then(|rest| rest.split_at_checked(4));
        let figures = figures.or_else(|| part.strip_prefix(short)?.split_at_checked(2));
        let read = figures.and_then(|(figures, rest)| {
            Some((char::from_u32(u32::from_str_radix(figures, 16).ok()?)?, rest))
        });
        if let Some((c, rest)) = read {
            out.push(c);
            out.push_str(rest);
        } else {
            out.push(mark);
            out.push_str(part);
        }
    }
    out
}

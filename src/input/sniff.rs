//! A page in, HTML or dump out. Looks at tags only.

use super::marks::is_markdown;
use super::remains;
use crate::page::Form;
use crate::work::{Part, look};
use memchr::memchr_iter;

/// Bytes a tag may stand for before a text with tags counts as prose about HTML. News
/// pages stripped to bare `<br>` bodies have a tag for every 60 to 600; a dump that quotes tags has
/// one for thousands.
const BYTES_PER_TAG: usize = 1000;

const TAGS: &[&str] = &[
    "!doctype", "html", "head", "body", "meta", "title", "div", "p", "br", "span", "a", "td", "tr", "table",
    "ul", "li", "h1", "h2", "h3", "img", "script", "font", "strong", "article", "section", "center",
];

/// Tells HTML from a text dump.
pub(crate) fn form(page: &str) -> Form {
    let start = page.trim_start_matches(crate::text::space::is_blank);
    if starts_with_tag(start.as_bytes()) {
        return if remains::is_dump(start) { Form::Dump } else { Form::Html };
    }
    let bytes = page.as_bytes();
    let (mut tags, mut marks_up) = (0, false);
    look(Part::Lines, bytes.len());
    for tag in memchr_iter(b'<', bytes).map(|at| &bytes[at..]).filter(|tag| starts_with_tag(tag)) {
        tags += 1;
        marks_up |= marks_up_text(tag);
    }
    let is_html =
        marks_up && tags * BYTES_PER_TAG >= page.len() && !remains::is_dump(page) && !is_markdown(page);
    if is_html { Form::Html } else { Form::Dump }
}

/// True for an end tag, a line break or a tag with attributes: a text that only names tags, `<p>`, has none.
fn marks_up_text(tag: &[u8]) -> bool {
    let name = tag.get(1..).unwrap_or_default();
    let after = name.iter().position(|b| !b.is_ascii_alphanumeric()).and_then(|at| name.get(at));
    name.starts_with(b"/")
        || name.get(..2).is_some_and(|n| n.eq_ignore_ascii_case(b"br"))
        || after == Some(&b' ')
}

/// The name of the start or end tag that `text` begins with; `!` and `?` of what is neither.
pub(super) fn tag_name(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('<')?;
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    if rest.starts_with(['!', '?']) {
        return rest.get(..1);
    }
    let length = rest.bytes().take(LONGEST_NAME).take_while(u8::is_ascii_alphanumeric).count();
    look(Part::Lines, length);
    let ends = matches!(rest.as_bytes().get(length), Some(b'>' | b'/' | b' ' | b'\t' | b'\n' | b'\r'));
    rest.get(..length).filter(|name| ends && name.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// Longest name of an element, in bytes: `blockquote` has 10.
const LONGEST_NAME: usize = 16;

/// True where `bytes` begins with a start or end tag of [`TAGS`], a comment or an XML declaration.
fn starts_with_tag(bytes: &[u8]) -> bool {
    let Some(rest) = bytes.strip_prefix(b"<") else { return false };
    if rest.starts_with(b"!--") || rest.starts_with(b"?xml") {
        return true;
    }
    let name = rest.strip_prefix(b"/").unwrap_or(rest);
    TAGS.iter().any(|tag| {
        name.get(..tag.len()).is_some_and(|n| n.eq_ignore_ascii_case(tag.as_bytes()))
            && matches!(name.get(tag.len()), Some(b'>' | b'/' | b' ' | b'\t' | b'\n' | b'\r'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_fragments_are_html() {
        for page in
            ["<!DOCTYPE html><p>一", "\u{FEFF} <html>", "第一段。<br>第二段。", "<?xml version='1.0'?><html>"]
        {
            assert_eq!(form(page), Form::Html, "{page}");
        }
    }

    #[test]
    fn prose_that_mentions_tags_is_a_dump() {
        let prose = format!("网页用 <div> 分块。{}", "这是一段关于网页的文字，没有别的标签。".repeat(40));
        assert_eq!(form(&prose), Form::Dump);
        assert_eq!(form("段落用\n<p> 标签，\n分块用 <div> 标签。"), Form::Dump);
        assert_eq!(form("若 a<b 则 b>a。"), Form::Dump);
        assert_eq!(form(""), Form::Dump);
    }
}

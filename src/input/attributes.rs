//! An element's attribute in, whether anything reads it out. Only read ones reach the tree.

use super::element::{Flow, flow};
use html5ever::{LocalName, local_name};
use memchr::memmem;
use std::sync::LazyLock;

/// Longest attribute name that is read.
const LONGEST: usize = 18;

/// The name to keep an attribute of `element` under; `None` where neither walk, metadata nor tree
/// builder reads it there.
pub(super) fn read_name(element: &LocalName, name: &[u8], value: &[u8]) -> Option<LocalName> {
    let mut lower = [0; LONGEST];
    let lower = lower.get_mut(..name.len())?;
    lower.copy_from_slice(name);
    lower.make_ascii_lowercase();
    let flow = flow(element);
    match &*lower {
        b"hidden" => Some(local_name!("hidden")),
        // A style is read for what it hides.
        b"style" => hides(value).then_some(local_name!("style")),
        b"href" => matches!(flow, Flow::Link | Flow::Head).then_some(local_name!("href")),
        b"datetime" => Some(local_name!("datetime")),
        name => match flow {
            Flow::Head => of_head(name),
            Flow::Image => of_image(name),
            Flow::Skip => of_skipped(name),
            Flow::Block(_) | Flow::Caption | Flow::Preformatted => of_block(name),
            _ => None,
        },
    }
}

fn of_head(name: &[u8]) -> Option<LocalName> {
    match name {
        b"name" => Some(local_name!("name")),
        b"property" => Some(local_name!("property")),
        b"itemprop" => Some(local_name!("itemprop")),
        b"content" => Some(local_name!("content")),
        b"rel" => Some(local_name!("rel")),
        _ => None,
    }
}

fn of_block(name: &[u8]) -> Option<LocalName> {
    match name {
        b"class" => Some(local_name!("class")),
        b"id" => Some(local_name!("id")),
        b"itemprop" => Some(local_name!("itemprop")),
        b"role" => Some(local_name!("role")),
        b"lang" => Some(local_name!("lang")),
        _ => None,
    }
}

fn of_image(name: &[u8]) -> Option<LocalName> {
    match name {
        b"src" => Some(local_name!("src")),
        b"srcset" => Some(local_name!("srcset")),
        b"alt" => Some(local_name!("alt")),
        _ => lazy_source(std::str::from_utf8(name).ok()?),
    }
}

fn of_skipped(name: &[u8]) -> Option<LocalName> {
    match name {
        b"type" => Some(local_name!("type")),
        b"shadowrootmode" => Some(local_name!("shadowrootmode")),
        _ => None,
    }
}

/// Where pages keep an image's address until it is scrolled to. html5ever's table has none of these
/// names, and a name outside it costs a lock each time it is made.
fn lazy_source(name: &str) -> Option<LocalName> {
    static NAMES: LazyLock<Vec<LocalName>> = LazyLock::new(|| {
        let names = [
            "_src",
            "data-original",
            "data-src",
            "data-srcset",
            "data-lazy-src",
            "data-actualsrc",
            "data-original-src",
        ];
        names.into_iter().map(LocalName::from).collect()
    });
    NAMES.iter().find(|known| **known == *name).cloned()
}

/// True where a style may say `display:none` or `visibility:hidden`, blanks and case aside.
fn hides(style: &[u8]) -> bool {
    if !style.iter().any(|b| matches!(b, b'n' | b'N' | b'&')) {
        return false;
    }
    let lower: Vec<u8> =
        style.iter().filter(|b| !b.is_ascii_whitespace()).map(u8::to_ascii_lowercase).collect();
    memmem::find(&lower, b"none").is_some()
        || memmem::find(&lower, b"hidden").is_some()
        || lower.contains(&b'&')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(element: &str, name: &str, value: &str) -> bool {
        read_name(&LocalName::from(element), name.as_bytes(), value.as_bytes()).is_some()
    }

    #[test]
    fn names_are_read_in_any_case_where_something_asks_for_them() {
        assert!(read("div", "CLASS", "") && !read("span", "class", ""));
        assert!(read("img", "data-src", "") && !read("div", "data-src", ""));
        assert!(read("meta", "content", "") && read("a", "href", ""));
        for name in ["onclick", "width", "data-id", "a-name-longer-than-any-that-is-read"] {
            assert!(!read("div", name, "x") && !read("img", name, "x"));
        }
    }

    #[test]
    fn a_style_is_read_where_it_may_hide() {
        assert!(read("p", "style", "display : NONE"));
        assert!(read("p", "style", "display:&#110;one"));
        assert!(!read("p", "style", "color:brown"));
    }
}

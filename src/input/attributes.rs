//! An attribute's name in, whether anything reads it out. Only read ones reach the tree.

use html5ever::{LocalName, local_name};
use memchr::memmem;
use std::sync::LazyLock;

/// Longest attribute name that is read.
const LONGEST: usize = 18;

/// The name to keep an attribute under; `None` where neither walk, metadata nor tree builder reads it.
pub(super) fn read_name(name: &[u8], value: &[u8]) -> Option<LocalName> {
    let mut lower = [0; LONGEST];
    let lower = lower.get_mut(..name.len())?;
    lower.copy_from_slice(name);
    lower.make_ascii_lowercase();
    let name = match &*lower {
        b"class" => local_name!("class"),
        b"id" => local_name!("id"),
        b"href" => local_name!("href"),
        b"src" => local_name!("src"),
        b"alt" => local_name!("alt"),
        b"hidden" => local_name!("hidden"),
        b"role" => local_name!("role"),
        b"lang" => local_name!("lang"),
        b"name" => local_name!("name"),
        b"property" => local_name!("property"),
        b"content" => local_name!("content"),
        b"rel" => local_name!("rel"),
        b"type" => local_name!("type"),
        b"itemprop" => local_name!("itemprop"),
        b"datetime" => local_name!("datetime"),
        b"srcset" => local_name!("srcset"),
        b"encoding" => local_name!("encoding"),
        b"shadowrootmode" => local_name!("shadowrootmode"),
        // A style is read for what it hides.
        b"style" if hides(value) => local_name!("style"),
        b"_src" => return lazy_source("_src"),
        name if name.starts_with(b"data-") => return lazy_source(std::str::from_utf8(name).ok()?),
        _ => return None,
    };
    Some(name)
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

    #[test]
    fn names_are_read_in_any_case_and_others_not_at_all() {
        assert_eq!(read_name(b"CLASS", b""), Some(local_name!("class")));
        assert_eq!(read_name(b"data-src", b"").as_deref(), Some("data-src"));
        for name in [&b"onclick"[..], b"width", b"data-id", b"a-name-longer-than-any-that-is-read"] {
            assert_eq!(read_name(name, b"x"), None);
        }
    }

    #[test]
    fn a_style_is_read_where_it_may_hide() {
        assert!(read_name(b"style", b"display : NONE").is_some());
        assert!(read_name(b"style", b"display:&#110;one").is_some());
        assert!(read_name(b"style", b"color:brown").is_none());
    }
}

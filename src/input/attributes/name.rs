//! An attribute's name in, the name to keep it under out; none where nothing reads it.

use crate::input::carried;
use crate::input::element::Flow;
use crate::input::image::Lazy;
use crate::input::names::{pack, packed};
use crate::input::rendering::may_matter;
use crate::page::Tag as BlockTag;
use html5ever::{LocalName, local_name};
use memchr::memmem;
use std::ops::Range;
use std::sync::LazyLock;

/// The name to keep the attribute at `name` of an element under; `None` where neither walk, metadata nor tree
/// builder reads it there.
pub(super) fn read_name(flow: Flow, page: &[u8], name: Range<usize>, value: &[u8]) -> Option<LocalName> {
    const HIDDEN: u64 = pack(b"hidden");
    const STYLE: u64 = pack(b"style");
    const HREF: u64 = pack(b"href");
    const DATETIME: u64 = pack(b"datetime");
    const TITLE: u64 = pack(b"title");
    const CLASS: u64 = pack(b"class");
    const ID: u64 = pack(b"id");
    let Some(packed) = packed(page, name.clone()) else { return longer(flow, page.get(name)?, value) };
    match packed {
        HIDDEN => Some(local_name!("hidden")),
        // A style is read for how text shows.
        STYLE => may_style(flow, value).then_some(local_name!("style")),
        HREF => matches!(flow, Flow::Link | Flow::Head).then_some(local_name!("href")),
        DATETIME => Some(local_name!("datetime")),
        packed => match flow {
            Flow::Head => of_head(packed),
            Flow::Image | Flow::Source | Flow::Media(_) => {
                of_image(packed).or_else(|| lazy_source(page.get(name)?, value))
            }
            Flow::Inline
            | Flow::Custom
            | Flow::Link
            | Flow::Bold
            | Flow::Verbatim
            | Flow::Reading
            | Flow::Bracket
            | Flow::Formula
                if matches!(packed, CLASS | ID) =>
            {
                Some(if packed == CLASS { local_name!("class") } else { local_name!("id") })
            }
            Flow::Style => (packed == const { pack(b"media") }).then_some(local_name!("media")),
            Flow::Skip => (packed == const { pack(b"type") }).then_some(local_name!("type")),
            _ if packed == TITLE && may_carry(flow) => carried::name(b"title", value),
            Flow::Block(tag) => of_block(packed).or_else(|| of_structure(tag, packed)),
            Flow::Caption | Flow::Preformatted => of_block(packed),
            _ => None,
        },
    }
}

/// True for elements beside whose text an attribute may have the exact time.
fn may_carry(flow: Flow) -> bool {
    matches!(
        flow,
        Flow::Inline | Flow::Custom | Flow::Verbatim | Flow::Block(_) | Flow::Caption | Flow::Preformatted
    )
}

/// As [`read_name`], of names longer than a number holds.
fn longer(flow: Flow, name: &[u8], value: &[u8]) -> Option<LocalName> {
    match flow {
        Flow::Image | Flow::Source | Flow::Media(_) => lazy_source(name, value),
        Flow::Template if name.eq_ignore_ascii_case(b"shadowrootmode") => Some(local_name!("shadowrootmode")),
        _ if may_carry(flow) && name.get(..5)?.eq_ignore_ascii_case(b"data-") => carried::name(name, value),
        _ => None,
    }
}

/// The names by which html5ever's tree builder tells text from drawing, and `<font>` from a shape.
pub(super) fn of_foreign(page: &[u8], name: Range<usize>) -> Option<LocalName> {
    const ENCODING: u64 = pack(b"encoding");
    const COLOR: u64 = pack(b"color");
    const FACE: u64 = pack(b"face");
    const SIZE: u64 = pack(b"size");
    match packed(page, name)? {
        ENCODING => Some(local_name!("encoding")),
        COLOR => Some(local_name!("color")),
        FACE => Some(local_name!("face")),
        SIZE => Some(local_name!("size")),
        _ => None,
    }
}

fn of_head(packed: u64) -> Option<LocalName> {
    const NAME: u64 = pack(b"name");
    const PROPERTY: u64 = pack(b"property");
    const ITEMPROP: u64 = pack(b"itemprop");
    const CONTENT: u64 = pack(b"content");
    const REL: u64 = pack(b"rel");
    match packed {
        NAME => Some(local_name!("name")),
        PROPERTY => Some(local_name!("property")),
        ITEMPROP => Some(local_name!("itemprop")),
        CONTENT => Some(local_name!("content")),
        REL => Some(local_name!("rel")),
        _ => None,
    }
}

fn of_block(packed: u64) -> Option<LocalName> {
    const CLASS: u64 = pack(b"class");
    const ID: u64 = pack(b"id");
    const ITEMPROP: u64 = pack(b"itemprop");
    const ROLE: u64 = pack(b"role");
    const LANG: u64 = pack(b"lang");
    match packed {
        CLASS => Some(local_name!("class")),
        ID => Some(local_name!("id")),
        ITEMPROP => Some(local_name!("itemprop")),
        ROLE => Some(local_name!("role")),
        LANG => Some(local_name!("lang")),
        _ => None,
    }
}

/// Numbers of lists, spans of cells, sources of quotations.
fn of_structure(tag: BlockTag, packed: u64) -> Option<LocalName> {
    const START: u64 = pack(b"start");
    const VALUE: u64 = pack(b"value");
    const COLSPAN: u64 = pack(b"colspan");
    const ROWSPAN: u64 = pack(b"rowspan");
    const CITE: u64 = pack(b"cite");
    match (tag, packed) {
        (BlockTag::List, START) => Some(local_name!("start")),
        (BlockTag::ListItem, VALUE) => Some(local_name!("value")),
        (BlockTag::Cell, COLSPAN) => Some(local_name!("colspan")),
        (BlockTag::Cell, ROWSPAN) => Some(local_name!("rowspan")),
        (BlockTag::Quote, CITE) => Some(local_name!("cite")),
        _ => None,
    }
}

fn of_image(packed: u64) -> Option<LocalName> {
    const SRC: u64 = pack(b"src");
    const SRCSET: u64 = pack(b"srcset");
    const ALT: u64 = pack(b"alt");
    const POSTER: u64 = pack(b"poster");
    const WIDTH: u64 = pack(b"width");
    const HEIGHT: u64 = pack(b"height");
    const CLASS: u64 = pack(b"class");
    match packed {
        POSTER => Some(local_name!("poster")),
        WIDTH => Some(local_name!("width")),
        HEIGHT => Some(local_name!("height")),
        CLASS => Some(local_name!("class")),
        SRC => Some(local_name!("src")),
        SRCSET => Some(local_name!("srcset")),
        ALT => Some(local_name!("alt")),
        _ => None,
    }
}

/// Where pages keep an image's address until it is scrolled to. html5ever's table has none of these
/// names, and a name outside it costs a lock each time it is made.
fn lazy_source(name: &[u8], value: &[u8]) -> Option<LocalName> {
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
    let known = NAMES.iter().find(|known| known.as_bytes().eq_ignore_ascii_case(name)).cloned();
    known.or_else(|| Lazy::of(name, std::str::from_utf8(value).ok()?).map(Lazy::name))
}

/// True where a style may say something that is read of it.
fn may_style(flow: Flow, style: &[u8]) -> bool {
    may_matter(style) || matches!(flow, Flow::Block(_)) && memmem::find(style, b"url(").is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::element::flow;

    fn read(element: &str, name: &str, value: &str) -> bool {
        let flow = flow(&LocalName::from(element));
        read_name(flow, name.as_bytes(), 0..name.len(), value.as_bytes()).is_some()
    }

    #[test]
    fn names_are_read_in_any_case_where_something_asks_for_them() {
        assert!(read("div", "CLASS", "") && !read("select", "class", ""));
        assert!(read("img", "data-src", "") && !read("div", "data-src", ""));
        assert!(read("meta", "content", "") && read("a", "href", ""));
        for name in ["onclick", "border", "data-id", "a-name-longer-than-any-that-is-read"] {
            assert!(!read("div", name, "x") && !read("img", name, "x"));
        }
    }

    #[test]
    fn a_style_is_read_where_it_may_say_how_text_shows() {
        assert!(read("p", "style", "display : NONE"));
        assert!(read("p", "style", "display:&#110;one"));
        assert!(read("p", "style", "color:red;VISIBILITY:\nhidden"));
        assert!(read("span", "style", "display:block") && read("figure", "style", "background:url(a.jpg)"));
        assert!(!read("p", "style", "color:brown;font-name:hid-den-non;line-height:1.75;text-align:left"));
    }
}

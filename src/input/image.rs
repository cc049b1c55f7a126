//! An `<img>` in, where its picture is kept out. Fetches nothing.

use super::view::ElementView;
use html5ever::{LocalName, local_name};
use memchr::{memchr2, memrchr};
use std::sync::LazyLock;

/// Where an image is really kept: lazy loading puts a placeholder into `src`. `None` where it is all
/// that there is.
pub(super) fn source<'a>(element: impl ElementView<'a>) -> Option<&'a str> {
    known(element)
        .or_else(|| lazy(element, Lazy::Named))
        .or_else(|| own(element))
        .or_else(|| from_sets(element))
        .or_else(|| lazy(element, Lazy::Unnamed))
}

/// Where a recording is kept, but what a script holds in memory.
pub(super) fn recording<'a>(element: impl ElementView<'a>) -> Option<&'a str> {
    known(element).or_else(|| own(element)).filter(|src| !src.starts_with("blob:"))
}

fn own<'a>(element: impl ElementView<'a>) -> Option<&'a str> {
    element.attr(&local_name!("src")).map(str::trim).filter(|src| is_address(src))
}

/// The address that scripts of many pages put in place of `src`.
fn known<'a>(element: impl ElementView<'a>) -> Option<&'a str> {
    KNOWN.iter().filter_map(|name| element.attr(name)).map(str::trim).find(|src| is_address(src))
}

static KNOWN: LazyLock<Vec<LocalName>> = LazyLock::new(|| {
    let names = ["data-original", "data-src", "data-lazy-src", "data-actualsrc", "data-original-src", "_src"];
    names.into_iter().map(LocalName::from).collect()
});

/// The widest image of the first `srcset` of an element.
pub(super) fn from_sets<'a>(element: impl ElementView<'a>) -> Option<&'a str> {
    static SETS: LazyLock<Vec<LocalName>> =
        LazyLock::new(|| ["data-srcset", "srcset"].into_iter().map(LocalName::from).collect());
    SETS.iter().filter_map(|name| element.attr(name)).filter_map(largest).find(|src| is_address(src))
}

/// True for an address that is one, and of no placeholder.
pub(super) fn is_address(src: &str) -> bool {
    !src.is_empty() && !is_placeholder(src)
}

/// The widest image of a `srcset`: `a.jpg 480w, b.jpg 960w`.
fn largest(set: &str) -> Option<&str> {
    let items = set.split(", ").map(|item| item.trim_matches(|c: char| c.is_whitespace() || c == ','));
    items
        .map(|item| {
            let (src, width) = item.split_once(char::is_whitespace).unwrap_or((item, "1x"));
            let width = width.trim().trim_end_matches(['w', 'x']).parse::<f64>().unwrap_or(0.0);
            (src, width)
        })
        .reduce(|best, item| if item.1 > best.1 { item } else { best })
        .map(|(src, _)| src)
}

/// What the name of an attribute that a script reads an image's address from says of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Lazy {
    /// It holds the image itself: `zoomfile`, `data-lazyload-src`.
    Named,
    /// It may: `data-x`.
    Unnamed,
}

/// Parts of names that hold the image itself, and of those that hold something else.
const NAMED: [&str; 9] = ["src", "orig", "lazy", "file", "url", "real", "echo", "img", "image"];
const OTHERS: [&str; 12] = [
    "placeholder",
    "loading",
    "default",
    "error",
    "fallback",
    "thumb",
    "small",
    "avatar",
    "poster",
    "preview",
    "href",
    "link",
];
/// Names that the standard gives another meaning.
const STANDARD: [&str; 9] = ["src", "srcset", "alt", "title", "class", "id", "style", "longdesc", "usemap"];
/// Endings of files that are images.
const ENDINGS: [&str; 8] = ["jpg", "jpeg", "png", "webp", "gif", "avif", "bmp", "jfif"];

static LAZY_NAMES: LazyLock<[LocalName; 2]> =
    LazyLock::new(|| ["data-lazy-image", "data-any"].map(LocalName::from));

impl Lazy {
    /// What the attribute `name` says, if its value is the address of an image.
    pub(super) fn of(name: &[u8], value: &str) -> Option<Self> {
        let has = |part: &&str| {
            name.windows(part.len()).any(|letters| letters.eq_ignore_ascii_case(part.as_bytes()))
        };
        let is = |known: &&str| name.eq_ignore_ascii_case(known.as_bytes());
        if STANDARD.iter().any(is)
            || !is_image_address(value)
            || is_placeholder(value.trim())
            || KNOWN.iter().any(|known| is(&&**known))
            || OTHERS.iter().any(has)
            || name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case(b"on"))
        {
            return None;
        }
        Some(if NAMED.iter().any(has) { Self::Named } else { Self::Unnamed })
    }

    /// What such an attribute is called in this crate's tree: a name that html5ever has not, it keeps in a table
    /// of its own.
    pub(super) fn name(self) -> LocalName {
        LAZY_NAMES[usize::from(self == Self::Unnamed)].clone()
    }

    /// Which of the two a name of this crate's tree is.
    pub(super) fn kind_of(name: &LocalName) -> Option<usize> {
        LAZY_NAMES.iter().position(|known| known == name)
    }
}

/// The address in the first attribute of any other name, in the order of names.
fn lazy<'a>(element: impl ElementView<'a>, wanted: Lazy) -> Option<&'a str> {
    let mut attrs = element.attrs();
    attrs
        .find(|(name, value)| Lazy::of(name.as_bytes(), value) == Some(wanted))
        .map(|(_, value)| value.trim())
}

/// Longest address that is read, in bytes.
const LONGEST: usize = 4096;

/// True for an address whose file is an image by its ending.
fn is_image_address(value: &str) -> bool {
    let value = value.trim();
    if value.len() > LONGEST
        || value.bytes().any(|b| b.is_ascii_whitespace() || matches!(b, b'{' | b'(' | b'<'))
    {
        return false;
    }
    let path = path(value);
    let ending = path.rsplit_once('.').filter(|(stem, _)| !stem.is_empty());
    ending.is_some_and(|(_, ending)| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// An address without its query and fragment.
fn path(src: &str) -> &str {
    src.get(..memchr2(b'?', b'#', src.as_bytes()).unwrap_or(src.len())).unwrap_or(src)
}

/// The name of an address's file, without its ending.
fn stem(src: &str) -> &str {
    let path = path(src);
    let file = path.get(memrchr(b'/', path.as_bytes()).map_or(0, |slash| slash + 1)..).unwrap_or_default();
    file.split_once('.').map_or(file, |(stem, _)| stem)
}

/// True for two addresses of one picture, as `a.jpg` and `a-300x200.jpg`.
pub(super) fn are_one(one: &str, other: &str) -> bool {
    let (one, other) = (stem(one), stem(other));
    let goes_on = |short: &str, long: &str| {
        let rest = long.strip_prefix(short);
        !short.is_empty()
            && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '_', '@', '!', '~']))
    };
    goes_on(one, other) || goes_on(other, one)
}

/// True for what pages show until the image is loaded: data, or a file named for its emptiness.
fn is_placeholder(src: &str) -> bool {
    const NAMES: [&str; 15] = [
        "blank",
        "spacer",
        "space",
        "placeholder",
        "loading",
        "lazyload",
        "lazy",
        "transparent",
        "grey",
        "gray",
        "1x1",
        "pixel",
        "white",
        "none",
        "preload",
    ];
    let stem = stem(src);
    let starts =
        |scheme: &str| src.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    starts("data:")
        || starts("about:")
        || starts("javascript:")
        || NAMES.iter().any(|name| stem.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attribute_of_any_name_may_hold_an_image() {
        for (name, value, lazy) in [
            ("zoomfile", "data/attachment/1.jpg", Some(Lazy::Named)),
            ("DATA-LAZYLOAD", "//img.example.com/1.PNG?w=600", Some(Lazy::Named)),
            ("data-x", "/1.webp", Some(Lazy::Unnamed)),
            ("data-x", "/1.html", None),
            ("data-thumb", "/1.jpg", None),
            ("onerror", "this.src=1.jpg", None),
            ("alt", "1.jpg", None),
            ("data-src-x", "a b.jpg", None),
            ("data-src-x", ".jpg", None),
        ] {
            assert_eq!(Lazy::of(name.as_bytes(), value), lazy, "{name}={value}");
        }
    }

    #[test]
    fn sizes_of_one_picture_are_told_from_others() {
        for (one, other) in
            [("/a/1.jpg", "/b/1.webp?x"), ("/1-300x200.jpg", "/1.jpg"), ("/1.jpg", "/1_b.jpg")]
        {
            assert!(are_one(one, other), "{one} {other}");
        }
        for (one, other) in [("/1.jpg", "/12.jpg"), ("/1.jpg", "/2.jpg"), ("/", "/1.jpg")] {
            assert!(!are_one(one, other), "{one} {other}");
        }
    }
}

//! An `<img>` in, where its picture is kept out. Fetches nothing.

use super::view::ElementView;
use html5ever::LocalName;
use memchr::{memchr2, memrchr};
use std::sync::LazyLock;

/// Where an image is really kept: lazy loading puts a placeholder into `src`. `None` where it is all
/// that there is.
pub(super) fn source<'a>(element: impl ElementView<'a>) -> Option<&'a str> {
    static SINGLE: LazyLock<Vec<LocalName>> = LazyLock::new(|| {
        let names = [
            "data-original",
            "data-src",
            "data-lazy-src",
            "data-actualsrc",
            "data-original-src",
            "_src",
            "src",
        ];
        names.into_iter().map(LocalName::from).collect()
    });
    static SETS: LazyLock<Vec<LocalName>> =
        LazyLock::new(|| ["data-srcset", "srcset"].into_iter().map(LocalName::from).collect());
    let single = SINGLE.iter().filter_map(|name| element.attr(name)).map(str::trim);
    let sets = SETS.iter().filter_map(|name| element.attr(name)).filter_map(largest);
    single.chain(sets).find(|src| !src.is_empty() && !is_placeholder(src))
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

/// True for what pages show until the image is loaded: data, or a file named for its emptiness.
fn is_placeholder(src: &str) -> bool {
    const NAMES: [&str; 13] = [
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
    ];
    let path = src.get(..memchr2(b'?', b'#', src.as_bytes()).unwrap_or(src.len())).unwrap_or(src);
    let file = path.get(memrchr(b'/', path.as_bytes()).map_or(0, |slash| slash + 1)..).unwrap_or_default();
    let stem = file.split_once('.').map_or(file, |(stem, _)| stem);
    let starts =
        |scheme: &str| src.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    starts("data:")
        || starts("about:")
        || starts("javascript:")
        || NAMES.iter().any(|name| stem.eq_ignore_ascii_case(name))
}

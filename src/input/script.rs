//! A `<script>` in, what its text is out. One answer for every tree: a page's own words in JSON-LD, or a
//! program, which may hold some. One inside a template is no part of the page, and no walk meets it.

use super::view::ElementView;
use html5ever::local_name;

/// What the text of a script is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Script {
    JsonLd,
    Program,
}

/// `None` for any other element.
pub(super) fn script<'a>(element: impl ElementView<'a>) -> Option<Script> {
    if *element.name() != local_name!("script") {
        return None;
    }
    let is_json_ld = element.attr(&local_name!("type")).is_some_and(|media_type| {
        let essence = media_type.split(';').next().unwrap_or_default();
        essence.trim().eq_ignore_ascii_case("application/ld+json")
    });
    Some(if is_json_ld { Script::JsonLd } else { Script::Program })
}

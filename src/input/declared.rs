//! An element that shows nothing in, what it declares of the page out. Judges nothing.

use super::longest;
use super::view::ElementView;
use crate::page::{Head, MAX_DECLARED};
use crate::text::space;
use html5ever::local_name;

/// Notes what `<meta>`, `<link>` or `<base>` says.
pub(super) fn declare<'a>(element: impl ElementView<'a>, head: &mut Head) {
    match *element.name() {
        local_name!("meta") => {
            let name = [local_name!("property"), local_name!("name"), local_name!("itemprop")]
                .iter()
                .find_map(|key| element.attr(key));
            if let (Some(name), Some(content)) = (name, element.written(&local_name!("content"))) {
                push_to(&mut head.meta, || {
                    let name = name.trim().to_ascii_lowercase();
                    let content = space::collapse(longest::content(&name, content));
                    (name, content)
                });
            }
        }
        local_name!("link") => {
            if let (Some(rel), Some(href)) =
                (element.attr(&local_name!("rel")), element.attr(&local_name!("href")))
            {
                push_to(&mut head.links, || (rel.trim().to_ascii_lowercase(), href.trim().to_owned()));
            }
        }
        _ => {
            if let Some(href) = element.attr(&local_name!("href")) {
                head.base.get_or_insert_with(|| href.trim().to_owned());
            }
        }
    }
}

/// What `<title>` says; its first line, where all the page stands in it.
pub(super) fn title(text: &str) -> String {
    let text = space::trim(text);
    let is_too_long = text.chars().nth(longest::TITLE).is_some();
    let text = if is_too_long { text.lines().next().unwrap_or_default() } else { text };
    let head: String = text.chars().take(longest::TITLE).collect();
    space::collapse(&head)
}

/// Adds what `item` makes, where there is room for it.
pub(super) fn push_to<T>(declared: &mut Vec<T>, item: impl FnOnce() -> T) {
    if declared.len() < MAX_DECLARED {
        declared.push(item());
    }
}

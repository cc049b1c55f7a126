//! An element that shows nothing in, what it declares of the page out. Judges nothing.

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
            if let (Some(name), Some(content)) = (name, element.attr(&local_name!("content"))) {
                push_to(&mut head.meta, (name.trim().to_ascii_lowercase(), space::collapse(content)));
            }
        }
        local_name!("link") => {
            if let (Some(rel), Some(href)) =
                (element.attr(&local_name!("rel")), element.attr(&local_name!("href")))
            {
                push_to(&mut head.links, (rel.trim().to_ascii_lowercase(), href.trim().to_owned()));
            }
        }
        _ => {
            if let Some(href) = element.attr(&local_name!("href")) {
                head.base.get_or_insert_with(|| href.trim().to_owned());
            }
        }
    }
}

/// A longer title lacks its end tag and holds the page. The longest of 79 saved pages has 67 characters.
const MAX_TITLE_CHARS: usize = 200;

/// What `<title>` says; its first line, where all the page stands in it.
pub(super) fn title(text: &str) -> String {
    let text = space::trim(text);
    let is_too_long = text.chars().nth(MAX_TITLE_CHARS).is_some();
    let text = if is_too_long { text.lines().next().unwrap_or_default() } else { text };
    let head: String = text.chars().take(MAX_TITLE_CHARS).collect();
    space::collapse(&head)
}

pub(super) fn push_to<T>(declared: &mut Vec<T>, item: T) {
    if declared.len() < MAX_DECLARED {
        declared.push(item);
    }
}

//! An attribute's value in, as much of it as anything reads out.
//!
//! A page may write megabytes into an attribute, and an open link or `<font>` is made anew in each
//! paragraph: what is read there must not grow with the page. The longest values of 314 saved news
//! pages stand beside each bound.

use crate::text::start::start;
use html5ever::{LocalName, local_name};

/// Longest class, id or itemprop (569 characters).
const NAMES: usize = 1000;
/// Longest name of a declaration, landmark, language or type (98).
const WORD: usize = 200;
/// Longest time (25).
const TIME: usize = 64;
/// Longest description of a picture (388).
const ALT: usize = 500;
/// Longest style that is looked at for how text shows (380 on what shows, 31,132 where a picture is in it).
const STYLE: usize = 1000;
/// Longest title that is declared or stands in `<title>` (67). A longer one lacks its end tag and holds the page.
pub(super) const TITLE: usize = 200;
/// Longest content of a declaration (783).
const CONTENT: usize = 2000;
/// Longest list of a picture's addresses (1,270).
const LIST: usize = 8000;
/// Longest address in bytes (3,991, of a tracker; servers take 2,000 to 8,000).
const ADDRESS_BYTES: usize = 4096;

/// As much of the value of the attribute `name` as is read: its first characters, of a list the whole
/// items among them, of an address all or nothing.
pub(super) fn read<'a>(name: &LocalName, value: &'a str) -> &'a str {
    match *name {
        local_name!("class") | local_name!("id") | local_name!("itemprop") => start(value, NAMES),
        local_name!("name")
        | local_name!("property")
        | local_name!("rel")
        | local_name!("role")
        | local_name!("lang")
        | local_name!("type")
        | local_name!("media")
        | local_name!("width")
        | local_name!("height")
        | local_name!("start")
        | local_name!("value")
        | local_name!("colspan")
        | local_name!("rowspan")
        | local_name!("hidden") => start(value, WORD),
        local_name!("datetime") => start(value, TIME),
        local_name!("alt") => start(value, ALT),
        local_name!("style") => start(value, STYLE),
        local_name!("srcset") => items(value),
        _ if &**name == "data-srcset" => items(value),
        _ => address(value),
    }
}

/// As much of the content of the declaration `name` as is read.
pub(super) fn content<'a>(name: &str, value: &'a str) -> &'a str {
    if name.ends_with("title") {
        start(value, TITLE)
    } else if name.contains("url") || name.contains("image") {
        address(value)
    } else {
        start(value, CONTENT)
    }
}

/// An address, or nothing: half of one leads elsewhere.
fn address(value: &str) -> &str {
    if value.len() <= ADDRESS_BYTES { value } else { "" }
}

fn items(value: &str) -> &str {
    let list = start(value, LIST);
    if list.len() == value.len() { list } else { list.rsplit_once(',').map_or("", |(whole, _)| whole) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_by_characters_and_addresses_are_whole_or_nothing() {
        let long = "春".repeat(5000);
        for (name, chars) in [("class", 1000), ("datetime", 64), ("alt", 500), ("href", 0), ("_src", 0)] {
            assert_eq!(read(&LocalName::from(name), &long).chars().count(), chars, "{name}");
            assert_eq!(read(&LocalName::from(name), "春天"), "春天", "{name}");
        }
        for (name, chars) in
            [("og:title", 200), ("description", 2000), ("og:url", 0), ("twitter:image:src", 0)]
        {
            assert_eq!(content(name, &long).chars().count(), chars, "{name}");
        }
    }

    #[test]
    fn a_list_of_addresses_ends_with_a_whole_one() {
        let long = "a.jpg 1w, ".repeat(1000);
        let read = read(&local_name!("srcset"), &long);
        assert!(read.ends_with("a.jpg 1w") && read.len() > 7980, "{}", read.len());
    }
}

//! An element in, the time that it carries in an attribute beside what it shows out: the exact one of 3小时前.

use super::longest;
use super::view::ElementView;
use html5ever::{LocalName, local_name};
use std::sync::LazyLock;

/// Attributes in which scripts find the time that they tell from now.
const NAMES: [&str; 8] = [
    "data-time",
    "data-timestamp",
    "data-date",
    "data-datetime",
    "data-pubtime",
    "data-publish-time",
    "data-utime",
    "data-epoch",
];
/// Longest title that is a time, in bytes: `2024年03月21日 10时20分05秒`.
const LONGEST: usize = 48;

/// `datetime`, else a `title` or a piece of data that is nothing but a time.
pub(super) fn time<'a>(element: impl ElementView<'a>) -> Option<&'a str> {
    let carried = element.attrs().filter_map(|(name, value)| {
        if *name == local_name!("datetime") {
            return Some((0, longest::read(name, value).trim()));
        }
        // Of most elements no value begins with a figure, and nothing else is asked.
        if !value.starts_with(|c: char| c.is_ascii_digit()) || !is_time(value) {
            return None;
        }
        if *name == local_name!("title") {
            return Some((1, value));
        }
        names().iter().position(|known| known == name).map(|nth| (nth + 2, value))
    });
    carried.min_by_key(|(nth, _)| *nth).map(|(_, value)| value)
}

/// The name of an attribute that may hold a time, where `value` begins as one.
pub(super) fn name(name: &[u8], value: &[u8]) -> Option<LocalName> {
    let begins = value.first().is_some_and(|&b| b.is_ascii_digit() || b == b'&');
    if !begins {
        return None;
    }
    if name.eq_ignore_ascii_case(b"title") {
        return Some(local_name!("title"));
    }
    names().iter().find(|known| known.as_bytes().eq_ignore_ascii_case(name)).cloned()
}

/// True for the names that [`name`] gives.
pub(super) fn may_be(kept: &LocalName) -> bool {
    *kept == local_name!("title") || names().contains(kept)
}

/// html5ever's table has none of these names, and a name outside it costs a lock each time it is made.
fn names() -> &'static [LocalName] {
    static ALL: LazyLock<Vec<LocalName>> = LazyLock::new(|| NAMES.into_iter().map(LocalName::from).collect());
    &ALL
}

/// True for figures with the marks and signs of a time between them.
fn is_time(value: &str) -> bool {
    let is_part = |c: char| {
        c.is_ascii_digit()
            || matches!(
                c,
                ' ' | '-'
                    | '/'
                    | '.'
                    | ','
                    | ':'
                    | '+'
                    | 'T'
                    | 'Z'
                    | '年'
                    | '月'
                    | '日'
                    | '时'
                    | '時'
                    | '分'
                    | '秒'
            )
    };
    value.len() <= LONGEST && value.chars().all(is_part)
}

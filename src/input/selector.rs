//! A selector of a style sheet in, the names that it asks for out.

use std::borrow::Cow;

/// Names that a selector may have together.
const MOST_NAMES: usize = 4;

/// `a:hover`, `p::before`; a colon in a name is escaped.
pub(super) fn has_pseudo_class(selector: &str) -> bool {
    selector
        .match_indices(':')
        .any(|(at, _)| !selector.get(..at).is_some_and(|before| before.ends_with('\\')))
}

/// The tag, classes and id of a compound selector, each with its mark; `None` where there are too many.
pub(super) fn names(selector: &str) -> Option<Vec<Box<str>>> {
    let mut names: Vec<Box<str>> = Vec::with_capacity(1);
    let mut rest = selector;
    while let Some(end) = name_end(rest) {
        if names.len() == MOST_NAMES {
            return None;
        }
        let (name, behind) = rest.split_at_checked(end)?;
        let name = if name.contains('\\') { Cow::Owned(unescaped(name)) } else { Cow::Borrowed(name) };
        let is_tag = !name.starts_with(['.', '#']);
        names.push(if is_tag { name.to_ascii_lowercase().into() } else { name.into() });
        rest = behind;
    }
    Some(names)
}

/// Where the first name ends, in bytes; `None` where there is none.
fn name_end(selector: &str) -> Option<usize> {
    let bytes = selector.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'.' | b'#' if at > 0 => break,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    (at > 0).then_some(at.min(bytes.len()))
}

fn unescaped(name: &str) -> String {
    let mut bare = String::with_capacity(name.len());
    let mut chars = name.chars();
    while let Some(c) = chars.next() {
        bare.extend(if c == '\\' { chars.next() } else { Some(c) });
    }
    bare
}

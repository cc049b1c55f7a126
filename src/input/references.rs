//! Text with character references in, the characters they stand for out: `&nbsp;`, `&#8220;`, `&amp`.
//!
//! As html5ever's tokenizer resolves them, in text and in attributes. The names are html5ever's table.

use crate::work::{Part, look};
use html5ever::data::{C1_REPLACEMENTS, NAMED_ENTITIES};
use memchr::{memchr, memchr_iter};
use std::borrow::Cow;

/// Where a reference stands: in an attribute a name without its semicolon may be part of an address.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Text,
    Attribute,
}

/// `text` with its references resolved.
pub(super) fn resolve(text: &str, place: Place) -> String {
    look(Part::Tokens, text.len());
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(found) = memchr(b'&', rest.as_bytes()) {
        out.push_str(rest.get(..found).unwrap_or_default());
        let after = rest.get(found + 1..).unwrap_or_default();
        let used = match after.strip_prefix('#') {
            Some(number) => numeric(number, &mut out).map(|used| used + 1),
            None => named(after, place, &mut out),
        };
        if used.is_none() {
            out.push('&');
        }
        rest = after.get(used.unwrap_or(0)..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// Longest reference that text written twice over has, in bytes: `&#x201c;`.
const LONGEST_TWICE: usize = 10;

/// Text whose references were escaped once more, `&nbsp;` as a reader sees it, with those to blanks, quotation marks
/// and other marks of print resolved. One in quotation marks is spoken of, and stays.
pub(super) fn resolve_twice_escaped(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut from = 0;
    for at in memchr_iter(b'&', text.as_bytes()) {
        look(Part::Tokens, LONGEST_TWICE);
        let Some(end) = twice_escaped(text, at) else { continue };
        out.push_str(text.get(from..at).unwrap_or_default());
        let reference = text.get(at..end).unwrap_or_default();
        let is_one_of_many = out.ends_with('\u{A0}') && from == at
            || text.get(end..).is_some_and(|rest| rest.starts_with(reference));
        match &*resolve(reference, Place::Text) {
            // One alone parts words; beside Chinese it stands where a line of the source ended.
            "\u{A0}" if !is_one_of_many => {
                let before = text.get(..at).and_then(|text| text.chars().next_back());
                out.extend(before.filter(char::is_ascii_graphic).map(|_| ' '));
            }
            resolved => out.push_str(resolved),
        }
        from = end;
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(text.get(from..).unwrap_or_default());
    Cow::Owned(out)
}

/// Blanks, quotation marks and other marks of print.
const MARKS_OF_PRINT: [&str; 14] = [
    "nbsp", "ensp", "emsp", "ldquo", "rdquo", "lsquo", "rsquo", "hellip", "mdash", "ndash", "middot", "quot",
    "bull", "amp",
];

/// Where the reference at `at` ends, if it is one of those that are resolved again.
fn twice_escaped(text: &str, at: usize) -> Option<usize> {
    let rest = text.as_bytes().get(at..)?;
    let end = memchr(b';', rest.get(..LONGEST_TWICE.min(rest.len()))?)?;
    let name = text.get(at + 1..at + end)?;
    let is_number = name.strip_prefix('#').is_some_and(|number| {
        let digits = number.trim_start_matches(['x', 'X']);
        !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_hexdigit())
    });
    let before = text.get(..at)?.chars().next_back();
    let after = text.get(at + end + 1..)?.chars().next();
    let is_quoted = before.is_some_and(|c| "\"'“‘「『`（(".contains(c))
        && after.is_some_and(|c| "\"'”’」』`）)".contains(c));
    ((MARKS_OF_PRINT.contains(&name) || is_number) && !is_quoted).then_some(at + end + 1)
}

/// True where `text`, what stands behind `&`, is nothing but the name or number of a reference.
pub(super) fn is_reference(text: &str) -> bool {
    let mut character = String::new();
    let used = match text.strip_prefix('#') {
        Some(number) => numeric(number, &mut character).map(|used| used + 1),
        None => named(text, Place::Text, &mut character),
    };
    used == Some(text.len())
}

/// Names that need not be looked up: most of what pages write.
const COMMON: [(&str, char); 7] = [
    ("nbsp;", '\u{A0}'),
    ("amp;", '&'),
    ("quot;", '"'),
    ("ldquo;", '\u{201C}'),
    ("rdquo;", '\u{201D}'),
    ("gt;", '>'),
    ("lt;", '<'),
];

/// Resolves the name at the start of `text`, the longest that is known; gives its length.
fn named(text: &str, place: Place, out: &mut String) -> Option<usize> {
    if let Some((name, character)) = COMMON.into_iter().find(|(name, _)| text.starts_with(name)) {
        out.push(character);
        return Some(name.len());
    }
    let letters = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    look(Part::Tokens, letters);
    let longest = letters + usize::from(text.as_bytes().get(letters) == Some(&b';'));
    let mut found = None;
    // The table has the beginnings of names too, as zeros.
    for end in 1..=longest {
        let Some(&characters) = text.get(..end).and_then(|name| NAMED_ENTITIES.get(name)) else { break };
        if characters.0 != 0 {
            found = Some((end, characters));
        }
    }
    let (end, (first, second)) = found?;
    let next = text.as_bytes().get(end);
    let closed = text.as_bytes().get(end - 1) == Some(&b';');
    if place == Place::Attribute && !closed && next.is_some_and(|b| *b == b'=' || b.is_ascii_alphanumeric()) {
        return None;
    }
    out.extend([first, second].into_iter().filter(|&c| c != 0).filter_map(char::from_u32));
    Some(end)
}

/// Resolves the number behind `&#`, decimal or with `x` hexadecimal; gives its length.
fn numeric(text: &str, out: &mut String) -> Option<usize> {
    let (marker, radix) = if text.starts_with(['x', 'X']) { (1, 16) } else { (0, 10) };
    let digits = text.get(marker..)?;
    let length = digits.bytes().take_while(|b| char::from(*b).is_digit(radix)).count();
    let digits = digits.get(..length).filter(|digits| !digits.is_empty())?;
    let end = marker + length;
    out.push(character(u32::from_str_radix(digits, radix).ok()));
    Some(end + usize::from(text.as_bytes().get(end) == Some(&b';')))
}

/// The character of a number; `None` is one too large to be any.
fn character(number: Option<u32>) -> char {
    let c1 = |number: u32| *C1_REPLACEMENTS.get(usize::try_from(number.checked_sub(0x80)?).ok()?)?;
    let number = number.filter(|&number| number != 0);
    number.and_then(|number| c1(number).or_else(|| char::from_u32(number))).unwrap_or('\u{FFFD}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_are_resolved() {
        assert_eq!(resolve("一&nbsp;&ldquo;二&#8221;&#x4e09;&amp", Place::Text), "一\u{A0}“二”三&");
        assert_eq!(resolve("&notit; &notin;", Place::Text), "¬it; ∉");
        assert_eq!(resolve("&#128;&#0;&#xD800;&#99999999999;", Place::Text), "€\u{FFFD}\u{FFFD}\u{FFFD}");
    }

    #[test]
    fn common_names_are_those_of_the_table() {
        for (name, character) in COMMON {
            assert_eq!(NAMED_ENTITIES.get(name), Some(&(u32::from(character), 0)), "{name}");
        }
    }

    #[test]
    fn references_escaped_twice_are_resolved_but_where_they_are_spoken_of() {
        for (text, resolved) in [
            ("一。&nbsp;二 a&nbsp;b", "一。二 a b"),
            ("一。&nbsp;&nbsp;二", "一。\u{A0}\u{A0}二"),
            ("&ldquo;一&#8221;&#x2014;", "“一”—"),
            ("写成“&nbsp;”的空格", "写成“&nbsp;”的空格"),
            ("&lt;p&gt; &copy; & &; &nbsp", "&lt;p&gt; &copy; & &; &nbsp"),
        ] {
            assert_eq!(resolve_twice_escaped(text), resolved);
        }
    }

    #[test]
    fn what_is_no_reference_stays() {
        for text in ["&", "& 一", "&#", "&#x", "&#;", "&一;", "&nosuchname;"] {
            assert_eq!(resolve(text, Place::Text), text);
        }
    }

    #[test]
    fn addresses_keep_their_parameters() {
        let address = "/a?x=1&copy=2&reg3&amp;lt=4&para";
        assert_eq!(resolve(address, Place::Attribute), "/a?x=1&copy=2&reg3&lt=4¶");
    }
}

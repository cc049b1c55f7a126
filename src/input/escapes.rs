//! A text that is escaped as a whole in, what it says out: percent-encoded, `escape()`d, markup written as text.

use super::references::{self, Place};
use crate::work::{Part, look};
use memchr::memmem;
use percent_encoding::percent_decode_str;
use std::borrow::Cow;

/// The text with one coat of escapes taken off, where it has one.
pub(super) fn uncovered(text: &str) -> Cow<'_, str> {
    look(Part::Data, text.len());
    let decoded = without_percents(text);
    if is_markup(&decoded) || !has_escaped_tags(&decoded) {
        return decoded;
    }
    Cow::Owned(references::resolve(&decoded, Place::Text))
}

/// `%E6%98%A5`, `%u6625`: of a text in Chinese each character is.
fn without_percents(text: &str) -> Cow<'_, str> {
    if !text.is_ascii() {
        return Cow::Borrowed(text);
    }
    if memmem::find(text.as_bytes(), b"%u").is_some() {
        return Cow::Owned(unescaped(text));
    }
    if memmem::find(text.as_bytes(), b"%E").is_some() || memmem::find(text.as_bytes(), b"%e").is_some() {
        return Cow::Owned(percent_decode_str(text).decode_utf8_lossy().into_owned());
    }
    Cow::Borrowed(text)
}

/// As JavaScript's `unescape`.
fn unescaped(text: &str) -> String {
    let mut units: Vec<u16> = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let code = rest.strip_prefix("%u").map(|_| 2..6).or_else(|| rest.strip_prefix('%').map(|_| 1..3));
        let unit =
            code.and_then(|code| Some((u16::from_str_radix(rest.get(code.clone())?, 16).ok()?, code.end)));
        let used = if let Some((unit, end)) = unit {
            units.push(unit);
            end
        } else {
            units.extend(c.encode_utf16(&mut [0; 2]).iter());
            c.len_utf8()
        };
        rest = rest.get(used..).unwrap_or_default();
    }
    String::from_utf16_lossy(&units)
}

fn has_escaped_tags(text: &str) -> bool {
    ["&lt;p", "&lt;/p", "&lt;br", "&lt;div", "&lt;span", "&lt;P", "&lt;BR"]
        .iter()
        .any(|tag| memmem::find(text.as_bytes(), tag.as_bytes()).is_some())
}

/// True for text that is markup from its first tag to its last.
pub(crate) fn is_markup(text: &str) -> bool {
    let text = text.trim();
    let begins =
        text.strip_prefix('<').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()));
    begins && text.ends_with('>') && text.contains("</")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_coat_of_escapes_is_taken_off() {
        for (text, bare) in [
            ("%3Cp%3E%E6%98%A5%3C/p%3E", "<p>春</p>"),
            ("%3Cp%3E%u6625%3C/p%3E", "<p>春</p>"),
            ("&lt;p class=&quot;a&quot;&gt;春&amp;nbsp;&lt;/p&gt;", "<p class=\"a\">春&nbsp;</p>"),
            ("<p>写作&lt;p&gt;的标签</p>", "<p>写作&lt;p&gt;的标签</p>"),
            ("同比增长12%，降幅9%", "同比增长12%，降幅9%"),
            ("50%u", "50%u"),
        ] {
            assert_eq!(uncovered(text), bare);
        }
    }
}

//! Scripts that hand a page its data piece by piece in, the data as one text out.
//!
//! A server that renders components pushes a stream, cut anywhere, as `f.push([1,"…"])`: a text may begin in one
//! script and end in the next. A row of the stream is JSON behind its number, or, behind `T` and a length, bare text.

use crate::work::{Part, look};
use memchr::memmem;

/// The string that a script pushes, still escaped; `None` for any other script.
pub(super) fn pushed(script: &str) -> Option<&str> {
    let script = script.trim();
    let (before, after) = script.split_once(".push([")?;
    if before.len() > LONGEST_NAME || before.contains(['"', '\'']) {
        return None;
    }
    let (number, string) = after.split_once(',')?;
    let is_number = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    let string = string.trim().trim_end_matches(';').trim_end();
    is_number.then(|| string.strip_prefix('"')?.strip_suffix("\"])"))?
}

/// Longest expression that is pushed to, in bytes: `(self.__next_f=self.__next_f||[])`.
const LONGEST_NAME: usize = 64;
/// Longest length of a text in hexadecimal figures, and of a row's number.
const LONGEST_NUMBER: usize = 8;

/// The bare texts of a stream, and the stream without them.
pub(super) fn texts(stream: &str) -> (Vec<&str>, String) {
    look(Part::Data, stream.len());
    let (mut texts, mut rest, mut at) = (Vec::new(), String::new(), 0);
    while let Some(found) = memmem::find(stream.as_bytes().get(at..).unwrap_or_default(), b":T") {
        let mark = at + found;
        let text = text_at(stream, mark);
        rest.push_str(stream.get(at..mark).unwrap_or_default());
        at = if let Some((start, end)) = text {
            texts.extend(stream.get(start..end));
            end
        } else {
            rest.push_str(":T");
            mark + 2
        };
    }
    rest.push_str(stream.get(at..).unwrap_or_default());
    (texts, rest)
}

/// Where the text begins and ends whose mark stands at `mark`.
fn text_at(stream: &str, mark: usize) -> Option<(usize, usize)> {
    let bytes = stream.as_bytes();
    let before = bytes.get(mark.saturating_sub(LONGEST_NUMBER)..mark)?;
    before.last().filter(|b| b.is_ascii_hexdigit())?;
    let after = bytes.get(mark + 2..)?;
    let figures = after.iter().take(LONGEST_NUMBER).take_while(|b| b.is_ascii_hexdigit()).count();
    if after.get(figures) != Some(&b',') {
        return None;
    }
    let length = usize::from_str_radix(stream.get(mark + 2..mark + 2 + figures)?, 16).ok()?;
    let start = mark + 3 + figures;
    let end = start.checked_add(length).filter(|&end| stream.is_char_boundary(end)).unwrap_or(stream.len());
    Some((start, end.min(stream.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pushes_are_told_from_other_scripts() {
        assert_eq!(pushed("self.__f.push([1,\"a\\\"b\"])"), Some("a\\\"b"));
        assert_eq!(pushed("(self.f=self.f||[]).push([0, \"a\"]);"), Some("a"));
        for script in ["a.push([1,2])", "a.push('x')", "f([1,\"a\"])", "a.push([x,\"a\"])"] {
            assert_eq!(pushed(script), None, "{script}");
        }
    }

    #[test]
    fn texts_are_cut_by_their_lengths() {
        let (texts, rest) = texts("1:[\"a\"]\n2:T6,春天3:{\"k\":\"x:T9\"}\n4:Tff,文");
        assert_eq!(texts, ["春天", "文"]);
        assert_eq!(rest, "1:[\"a\"]\n23:{\"k\":\"x:T9\"}\n4");
    }
}

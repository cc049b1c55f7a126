//! Bytes of a page and a place in them in, where a piece of markup ends out, as the HTML standard's
//! tokenizer would end it. Builds nothing: `tokens` decides what is passed over.

use crate::work::{Part, look};
use memchr::{memchr, memchr2, memmem};
use std::ops::Range;

pub(super) const fn is_blank(b: u8) -> bool {
    matches!(b, b' ' | b'\t' | b'\n' | b'\r' | 0x0C)
}

/// The offset behind the next `byte`, or the end.
pub(super) fn find(bytes: &[u8], from: usize, byte: u8) -> usize {
    let end = memchr(byte, &bytes[from..]).map_or(bytes.len(), |found| from + found + 1);
    look(Part::Tokens, end - from);
    end
}

pub(super) fn name_end(bytes: &[u8], from: usize) -> usize {
    let rest = &bytes[from..];
    let length = rest.iter().position(|&b| ENDS_NAME[usize::from(b)]).unwrap_or(rest.len());
    look(Part::Tokens, length);
    from + length
}

/// Bytes that end a tag's name; all but these and `=` go on with an attribute's.
static ENDS_NAME: [bool; 256] = {
    let mut ends = [false; 256];
    let mut b = 0;
    while b < 128 {
        ends[b as usize] = is_blank(b) || matches!(b, b'/' | b'>');
        b += 1;
    }
    ends
};

/// Longest name of an element that may stand in a drawing.
const LONGEST_NAME: usize = 9;

/// The first bytes of a name, in lower case; enough to tell the names that matter.
fn lowercase(name: &[u8]) -> [u8; LONGEST_NAME + 1] {
    let mut lower = [0; LONGEST_NAME + 1];
    for (to, from) in lower.iter_mut().zip(name) {
        *to = from.to_ascii_lowercase();
    }
    lower
}

/// Where an attribute stands.
pub(super) struct Attribute {
    pub(super) name: Range<usize>,
    pub(super) value: Range<usize>,
    pub(super) end: usize,
}

/// Reads one attribute as the tokenizer does: a quote opens a value only right after `=`.
pub(super) fn attribute(bytes: &[u8], from: usize) -> Attribute {
    let attribute = read_attribute(bytes, from);
    look(Part::Tokens, attribute.end.saturating_sub(from));
    attribute
}

fn read_attribute(bytes: &[u8], from: usize) -> Attribute {
    // An attribute's name may begin with `=`.
    let mut at = from + 1;
    while bytes.get(at).is_some_and(|&b| !ENDS_NAME[usize::from(b)] && b != b'=') {
        at += 1;
    }
    let name = from..at.min(bytes.len());
    let mut equals = at;
    while bytes.get(equals).is_some_and(|&b| is_blank(b)) {
        equals += 1;
    }
    if bytes.get(equals) != Some(&b'=') {
        return Attribute { name, value: at..at, end: at };
    }
    let mut start = equals + 1;
    while bytes.get(start).is_some_and(|&b| is_blank(b)) {
        start += 1;
    }
    match bytes.get(start) {
        Some(&quote @ (b'"' | b'\'')) => {
            let rest = bytes.get(start + 1..).unwrap_or_default();
            let close = start + 1 + memchr(quote, rest).unwrap_or(rest.len());
            Attribute { name, value: start + 1..close, end: close + 1 }
        }
        Some(_) => {
            let rest = &bytes[start..];
            let end = start + rest.iter().position(|&b| is_blank(b) || b == b'>').unwrap_or(rest.len());
            Attribute { name, value: start..end, end }
        }
        None => Attribute { name, value: at..at, end: bytes.len() },
    }
}

/// The offset behind the tag whose name ends at `name_end`; `None` where the page ends inside it.
pub(super) fn tag_end(bytes: &[u8], name_end: usize) -> Option<usize> {
    let mut at = name_end;
    loop {
        match *bytes.get(at)? {
            b'>' => return Some(at + 1),
            b if is_blank(b) || b == b'/' => at += 1,
            _ => at = attribute(bytes, at).end,
        }
    }
}

/// The offset behind the comment whose text begins at `from`.
pub(super) fn comment_end(bytes: &[u8], from: usize) -> usize {
    if bytes[from..].starts_with(b">") {
        return from + 1;
    }
    if bytes[from..].starts_with(b"->") {
        return from + 2;
    }
    let mut at = from;
    while let Some(found) = memmem::find(&bytes[at..], b"--") {
        look(Part::Tokens, found + 1);
        at += found;
        match &bytes[at + 2..] {
            [b'>', ..] => return at + 3,
            [b'!', b'>', ..] => return at + 4,
            _ => at += 1,
        }
    }
    look(Part::Tokens, bytes.len() - at);
    bytes.len()
}

/// True where `bytes` begins with `name` and a character that ends a tag's name.
fn names(bytes: &[u8], name: &[u8]) -> bool {
    bytes.get(..name.len()).is_some_and(|b| b.eq_ignore_ascii_case(name))
        && bytes.get(name.len()).is_some_and(|&b| is_blank(b) || matches!(b, b'/' | b'>'))
}

/// Where the end tag of a raw text element stands, or the page's end.
pub(super) fn raw_text_end(bytes: &[u8], from: usize, name: &[u8]) -> usize {
    let mut at = from;
    while let Some(found) = memmem::find(&bytes[at..], b"</") {
        look(Part::Tokens, found + 1);
        at += found;
        if names(&bytes[at + 2..], name) {
            return at;
        }
        at += 2;
    }
    look(Part::Tokens, bytes.len() - at);
    bytes.len()
}

/// Where the end tag of a script stands, by the standard's script data states: behind `<!--` a
/// second `<script` hides one `</script>`, until `-->`.
pub(super) fn script_end(bytes: &[u8], from: usize) -> usize {
    let (mut escaped, mut double) = (false, false);
    let mut at = from;
    // Outside a comment the dashes that end one mean nothing, and programs are full of them.
    let next = |at: usize, escaped| {
        if escaped { memchr2(b'<', b'-', &bytes[at..]) } else { memchr(b'<', &bytes[at..]) }
    };
    while let Some(found) = next(at, escaped || double) {
        look(Part::Tokens, found + 1);
        at += found;
        let rest = &bytes[at..];
        if rest.starts_with(b"-->") {
            (escaped, double) = (false, false);
            at += 3;
        } else if rest.starts_with(b"<!--") && !escaped {
            escaped = true;
            // Its own dashes may be the beginning of the end: `<!-->`.
            at += 2;
        } else if rest.starts_with(b"</") && names(&rest[2..], b"script") {
            if !double {
                return at;
            }
            double = false;
            at += 8;
        } else if escaped && names(&rest[1..], b"script") && rest[0] == b'<' {
            double = true;
            at += 7;
        } else {
            at += 1;
        }
    }
    look(Part::Tokens, bytes.len() - at);
    bytes.len()
}

/// Elements that may stand in a drawing and change nothing about how it is read.
fn is_plain_drawing(name: &[u8]) -> bool {
    matches!(
        name,
        b"path"
            | b"g"
            | b"circle"
            | b"rect"
            | b"use"
            | b"defs"
            | b"symbol"
            | b"stop"
            | b"polygon"
            | b"polyline"
            | b"line"
            | b"ellipse"
            | b"image"
            | b"mask"
            | b"clippath"
            | b"filter"
            | b"pattern"
            | b"animate"
            | b"text"
            | b"tspan"
    )
}

/// Where the name that begins at `from` ends, if [`is_plain_drawing`] knows it.
fn plain_drawing_at(bytes: &[u8], from: usize) -> Option<usize> {
    let end = name_end(bytes, from);
    let lower = lowercase(&bytes[from..end]);
    is_plain_drawing(&lower[..(end - from).min(LONGEST_NAME + 1)]).then_some(end)
}

/// Where the end tag of a drawing stands, if nothing but shapes does before it. Text in it would say that
/// the page is no set of frames.
pub(super) fn foreign_end(bytes: &[u8], from: usize, name: &[u8]) -> Option<usize> {
    let mut at = from;
    while let Some(found) = memchr(b'<', &bytes[at..]) {
        look(Part::Tokens, found + 1);
        if !bytes[at..at + found].iter().all(|&b| is_blank(b)) {
            return None;
        }
        at += found;
        match bytes.get(at + 1)? {
            b'/' if names(&bytes[at + 2..], name) => return Some(at),
            // Any other may close an element around the drawing, and the drawing with it.
            b'/' => at = tag_end(bytes, plain_drawing_at(bytes, at + 2)?)?,
            b'!' if bytes[at..].starts_with(b"<!--") => at = comment_end(bytes, at + 4),
            b if b.is_ascii_alphabetic() => at = tag_end(bytes, plain_drawing_at(bytes, at + 1)?)?,
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(html: &str, end: impl Fn(&[u8], usize) -> usize, from: usize) -> &str {
        html.get(end(html.as_bytes(), from)..).unwrap_or_default()
    }

    #[test]
    fn comments_end_as_the_standard_ends_them() {
        assert_eq!(after("<!-- <p>二 -- > --!>三", comment_end, 4), "三");
        assert_eq!(after("<!-->二", comment_end, 4), "二");
        assert_eq!(after("<!--->三", comment_end, 4), "三");
        assert_eq!(after("<!-- 四", comment_end, 4), "");
    }

    #[test]
    fn scripts_end_as_the_standard_ends_them() {
        for (script, end) in [
            ("'</scripty>'</script>一", "</script>一"),
            ("<!--<script></script>--></script>一", "</script>一"),
            ("<!--></script>一", "</script>一"),
            ("<!--<script>--></script>一", "</script>一"),
            ("一", ""),
        ] {
            assert_eq!(after(script, script_end, 0), end, "{script}");
        }
    }

    #[test]
    fn styles_end_at_their_own_end_tag() {
        let end = |bytes: &[u8], from| raw_text_end(bytes, from, b"style");
        assert_eq!(after("p > a {}</styles></Style >三", end, 0), "</Style >三");
    }

    #[test]
    fn drawings_are_passed_over_unless_they_hold_more_than_shapes() {
        assert_eq!(foreign_end(b"<path d='M0'/></svg>", 0, b"svg"), Some(14));
        assert_eq!(foreign_end("<text>图</text></svg>".as_bytes(), 0, b"svg"), None);
        assert_eq!(foreign_end(b"<foreignObject><p></p></foreignObject></svg>", 0, b"svg"), None);
    }
}

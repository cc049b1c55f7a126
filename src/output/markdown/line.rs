//! A [`Text`] in, a line of Markdown out with its links, bold and italic parts and code.
//!
//! What stands out is written only where every renderer reads it so: stars between a letter and a letter,
//! as Chinese has no blanks around words, and nothing that begins or ends within a bare address, of which some
//! make a link to the next blank. What is left out is plain text.

use super::super::pieces::{Piece, pieces};
use super::escape::{Escape, begins_address, destination, is_blank};
use crate::article::Text;
use std::ops::Range;

/// A text without anything that stands out.
pub(super) fn plain(text: &str) -> String {
    let text = text.trim_matches(is_blank);
    let mut escape = Escape::of(text);
    escape.push(text.len());
    escape.finish()
}

/// A link whose text has nothing that stands out.
pub(super) fn link(text: &str, to: &str) -> String {
    let text = text.trim_matches(is_blank);
    let mut escape = Escape::of(text);
    escape.mark("[");
    escape.push(text.len());
    escape.mark(&link_end(to));
    escape.finish()
}

fn link_end(to: &str) -> String {
    format!("]({})", destination(to))
}

/// A text of a block.
pub(super) fn line(text: &Text) -> String {
    written(text, Code::Written)
}

/// The text of a table's cell: code in one may not have the mark that ends it.
pub(super) fn cell(text: &Text) -> String {
    written(text, Code::Plain)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Code {
    Written,
    Plain,
}

/// Markup at a place of a text.
struct Mark {
    at: usize,
    markup: String,
}

fn written(text: &Text, code: Code) -> String {
    if text.spans().is_empty() {
        return plain(text);
    }
    let whole = text.trim_matches(is_blank);
    let start = text.len() - text.trim_start_matches(is_blank).len();
    let addresses = addresses(whole);
    let mut escape = Escape::of(whole);
    for mark in marks(text, start..start + whole.len(), &addresses, code) {
        escape.push(mark.at - start);
        escape.mark(&mark.markup);
    }
    escape.push(whole.len());
    escape.finish()
}

/// Where renderers may see bare addresses, with the letters of the scheme: each to the next blank.
fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut letters = 0;
    for (at, c) in text.char_indices() {
        if found.last().is_some_and(|last| last.end > at) {
            continue;
        }
        if text.get(at..).is_some_and(begins_address) {
            let rest = text.get(at..).unwrap_or_default();
            let end = rest.find(is_blank).map_or(text.len(), |blank| at + blank);
            found.push(letters..end);
        }
        if !c.is_ascii_alphanumeric() {
            letters = at + c.len_utf8();
        }
    }
    found
}

fn marks(text: &Text, range: Range<usize>, addresses: &[Range<usize>], code: Code) -> Vec<Mark> {
    // A mark at the start of an address is in none, one at its end is.
    let is_free = |at: usize| {
        let at = at - range.start;
        let next = addresses.partition_point(|address| address.end < at);
        addresses.get(next).is_none_or(|address| at <= address.start)
    };
    let mut marks = Vec::new();
    // Where the last emphasis ends that no other mark follows.
    let mut last_end = None;
    let pieces = pieces(text);
    for run in pieces.chunk_by(|one, next| one.link == next.link) {
        let label = bounds(run, &range, |c| !is_blank(c));
        let link = run
            .first()
            .and_then(|piece| piece.link)
            .zip(label.clone())
            .filter(|(_, label)| is_free(label.start));
        if let Some((_, label)) = &link {
            marks.push(Mark { at: label.start, markup: "[".to_owned() });
            last_end = None;
        }
        for group in run.chunk_by(|one, next| Emphasis::of(one, code) == Emphasis::of(next, code)) {
            let Some((emphasis, place)) = Emphasis::place(group, &range, code) else { continue };
            // Stars that touch others are read as one row of them.
            if last_end == Some(place.start) || !is_free(place.start) || !is_free(place.end) {
                continue;
            }
            last_end = Some(place.end);
            for at in [place.start, place.end] {
                marks.push(Mark { at, markup: emphasis.markup().to_owned() });
            }
        }
        if let Some((to, label)) = link {
            marks.push(Mark { at: label.end, markup: link_end(to) });
            last_end = None;
        }
    }
    marks
}

/// How a part of a line stands out. Of two ways the stronger is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Emphasis {
    Code,
    Bold,
    Italic,
}

impl Emphasis {
    fn of(piece: &Piece, code: Code) -> Option<Self> {
        match piece {
            Piece { code: true, .. } if code == Code::Written => Some(Self::Code),
            Piece { bold: true, .. } => Some(Self::Bold),
            Piece { italic: true, .. } => Some(Self::Italic),
            _ => None,
        }
    }

    /// How pieces stand out that do so alike, and from where to where the marks for it may stand.
    fn place(group: &[Piece], range: &Range<usize>, code: Code) -> Option<(Self, Range<usize>)> {
        let emphasis = Self::of(group.first()?, code)?;
        if emphasis == Self::Code {
            let is_inert = |piece: &Piece| piece.text.chars().all(is_inert);
            let place = bounds(group, range, |c| !is_blank(c)).filter(|_| group.iter().all(is_inert));
            return place.map(|place| (emphasis, place));
        }
        bounds(group, range, char::is_alphanumeric).map(|place| (emphasis, place))
    }

    fn markup(self) -> &'static str {
        match self {
            Self::Code => "`",
            Self::Bold => "**",
            Self::Italic => "*",
        }
    }
}

/// True for a character that is itself in code and outside: nothing in it is escaped, and no renderer that
/// sees no code there takes it for markup.
fn is_inert(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, ' ' | '-' | '.' | ',' | ':' | ';' | '/' | '(' | ')' | '=' | '+' | '$' | '%')
}

/// From the first character of `pieces` within `range` that `counts` to the last.
fn bounds(pieces: &[Piece], range: &Range<usize>, counts: impl Fn(char) -> bool) -> Option<Range<usize>> {
    let fits = |(place, c): &(Range<usize>, char)| {
        range.start <= place.start && place.end <= range.end && counts(*c)
    };
    let first = pieces.iter().find_map(|piece| places(piece).find(fits))?;
    let last = pieces.iter().rev().find_map(|piece| places(piece).filter(fits).last())?;
    Some(first.0.start..last.0.end)
}

/// The characters of a piece with their places in the text.
fn places<'a>(piece: &Piece<'a>) -> impl Iterator<Item = (Range<usize>, char)> + use<'a> {
    let start = piece.start;
    piece.text.char_indices().map(move |(at, c)| (start + at..start + at + c.len_utf8(), c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Span, SpanKind};

    /// `text` with the parts named standing out.
    fn of(text: &str, parts: &[(&str, SpanKind)]) -> Text {
        let span = |(part, kind): &(&str, SpanKind)| {
            let start = text.find(part).expect("a part of the text");
            Span::new(start..start + part.len(), kind.clone())
        };
        Text::with_spans(text, parts.iter().map(span))
    }

    fn link() -> SpanKind {
        SpanKind::Link("/x".to_owned())
    }

    #[test]
    fn what_stands_out_is_marked_from_letter_to_letter() {
        use SpanKind::{Bold, Code, Italic};
        for (text, parts, markdown) in [
            ("春天，到了。", &[("春天，", Bold)][..], "**春天**，到了。"),
            ("春天到了", &[("春天", Bold), ("天到", Italic)], "**春天**到了"),
            ("春天 到了", &[("春天", Bold), ("到了", Italic)], "**春天** *到了*"),
            ("[柳树]发芽", &[("[柳树]", link())], "[&lsqb;柳树&rsqb;](/x)发芽"),
            ("看!柳树发芽", &[("柳树", link()), ("柳树发", Bold)], "看\\![**柳树**](/x)**发**芽"),
            ("用ls列出", &[("ls", Code)], "用`ls`列出"),
            ("用a<b比较", &[("a<b", Code)], "用a&lt;b比较"),
            ("1.5 - x", &[("1.5 - x", Code)], "`1.5 - x`"),
            ("！！", &[("！！", Bold)], "！！"),
            ("https://a.b/c春天 到", &[("春天", Bold), ("c", link())], "https://a.b/c春天 到"),
            ("见https://a.b 到", &[("https://a.b", link())], "见[https://a.b](/x) 到"),
            ("见https://a.b。到 春天", &[("https://a.b。到 春天", Bold)], "见**https://a.b。到 春天**"),
        ] {
            assert_eq!(line(&of(text, parts)), markdown, "{text}");
        }
    }
}

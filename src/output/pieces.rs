//! A [`Text`] in, its pieces out: each stands out in one way from end to end.

use super::address;
use crate::article::{Span, SpanKind, Text};

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    /// Where it begins in the text, in bytes.
    pub(super) start: usize,
    pub(super) text: &'a str,
    /// Where it leads, if it is safe to write out.
    pub(super) link: Option<&'a str>,
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) code: bool,
}

/// The pieces of a text, which together are the text.
pub(super) fn pieces(text: &Text) -> Vec<Piece<'_>> {
    let mut edges: Vec<usize> =
        text.spans().iter().flat_map(|span| [span.range.start, span.range.end]).collect();
    edges.extend([0, text.len()]);
    edges.sort_unstable();
    edges.dedup();
    let of = |kind: fn(&SpanKind) -> bool| Track::of(text, kind);
    let mut bold = of(|kind| *kind == SpanKind::Bold);
    let mut italic = of(|kind| *kind == SpanKind::Italic);
    let mut code = of(|kind| *kind == SpanKind::Code);
    let mut links = of(|kind| matches!(kind, SpanKind::Link(_)));
    let pairs = edges.iter().zip(edges.iter().skip(1));
    let pieces = pairs.filter_map(|(&start, &end)| {
        let link = match links.at(start) {
            Some(Span { kind: SpanKind::Link(to), .. }) => address::safe(to),
            _ => None,
        };
        Some(Piece {
            start,
            text: text.get(start..end)?,
            link,
            bold: bold.at(start).is_some(),
            italic: italic.at(start).is_some(),
            code: code.at(start).is_some(),
        })
    });
    pieces.collect()
}

/// The spans of one kind, which do not overlap.
struct Track<'a> {
    spans: Vec<&'a Span>,
    next: usize,
}

impl<'a> Track<'a> {
    fn of(text: &'a Text, kind: fn(&SpanKind) -> bool) -> Self {
        Self { spans: text.spans().iter().filter(|span| kind(&span.kind)).collect(), next: 0 }
    }

    /// The span over the character at `place`; asked for one place after the other.
    fn at(&mut self, place: usize) -> Option<&'a Span> {
        while self.spans.get(self.next).is_some_and(|span| span.range.end <= place) {
            self.next += 1;
        }
        self.spans.get(self.next).copied().filter(|span| span.range.start <= place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_part_where_something_begins_or_ends_to_stand_out() {
        let link = SpanKind::Link("/a".to_owned());
        let spans = [Span::new(0..2, SpanKind::Bold), Span::new(1..3, link), Span::new(3..4, SpanKind::Code)];
        let text = Text::with_spans("abcde", spans);
        let seen: Vec<(&str, bool, bool, bool)> =
            pieces(&text).iter().map(|p| (p.text, p.bold, p.link.is_some(), p.code)).collect();
        let expected = [
            ("a", true, false, false),
            ("b", true, true, false),
            ("c", false, true, false),
            ("d", false, false, true),
            ("e", false, false, false),
        ];
        assert_eq!(seen, expected);
        assert_eq!(pieces(&Text::from("")), []);
    }
}

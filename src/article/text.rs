//! A text with what stands out in it: [`Text`], [`Span`].

use std::fmt;
use std::ops::{Deref, Range};

/// A plain string to read, with the parts of it that stand out: it derefs to `str`, and is made of one.
///
/// Spans stand in the order of their starts and are never empty. Of one kind none overlap or touch, and no two
/// links overlap; a bold part may well begin inside a link and end behind it.
///
/// ```
/// use zhengwen::{Span, SpanKind, Text};
///
/// let text = Text::with_spans("春耕开始", [Span::new(0..6, SpanKind::Bold)]);
/// assert_eq!(text.chars().count(), 4);
/// assert_eq!(&text[text.spans()[0].range.clone()], "春耕");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(into = "super::json::TextRecord", from = "super::json::TextRecord"))]
pub struct Text {
    text: String,
    spans: Vec<Span>,
}

/// A part of a [`Text`] that stands out.
///
/// ```
/// let article = zhengwen::clean("<h1>春耕开始</h1><p>南方各地已经进入<b>春耕</b>时节，农民下田插秧，农技人员到田间地头指导。</p>");
/// let zhengwen::Block::Paragraph(text) = &article.body[0] else { panic!("a paragraph") };
/// let span = &text.spans()[0];
/// assert_eq!(&text[span.range.clone()], "春耕");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(into = "super::json::SpanRecord", from = "super::json::SpanRecord"))]
#[non_exhaustive]
pub struct Span {
    /// Where it stands, in bytes of UTF-8, as `str` is sliced: always on boundaries of characters.
    pub range: Range<usize>,
    /// How it stands out.
    pub kind: SpanKind,
}

/// How a part of a text stands out.
///
/// ```
/// let article = zhengwen::clean("<h1>春耕开始</h1><p>南方各地已经进入<b>春耕</b>时节，农民下田插秧，农技人员到田间地头指导。</p>");
/// let zhengwen::Block::Paragraph(text) = &article.body[0] else { panic!("a paragraph") };
/// assert_eq!(text.spans()[0].kind, zhengwen::SpanKind::Bold);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SpanKind {
    /// `<b>`, `<strong>`. Headings are bold by themselves and have none.
    Bold,
    /// `<i>`, `<em>` and the like.
    Italic,
    /// `<code>`, `<kbd>`, `<samp>`, `<tt>`.
    Code,
    /// A link, with its address: `http` or `https`; relative where the page's own address is not known.
    Link(String),
}

impl Span {
    /// A span over these bytes.
    ///
    /// ```
    /// use zhengwen::{Span, SpanKind};
    ///
    /// let span = Span::new(0..6, SpanKind::Link("https://example.com/".to_owned()));
    /// assert_eq!(span.range.len(), 6);
    /// ```
    #[must_use]
    pub fn new(range: Range<usize>, kind: SpanKind) -> Self {
        Self { range, kind }
    }
}

impl Text {
    /// A text with spans in any order. Those that are empty, beyond the text or within a character are left
    /// out, as is a link over one that begins before it; parts of one kind that overlap or touch are one.
    ///
    /// ```
    /// use zhengwen::{Span, SpanKind, Text};
    ///
    /// let spans = [(6..12, SpanKind::Bold), (0..6, SpanKind::Bold), (1..3, SpanKind::Italic)];
    /// let text = Text::with_spans("春耕开始", spans.map(|(range, kind)| Span::new(range, kind)));
    /// assert_eq!(text.spans(), [Span::new(0..12, SpanKind::Bold)]);
    /// ```
    #[must_use]
    pub fn with_spans(text: impl Into<String>, spans: impl IntoIterator<Item = Span>) -> Self {
        let text = text.into();
        let fits = |span: &Span| text.get(span.range.clone()).is_some_and(|part| !part.is_empty());
        let mut given: Vec<Span> = spans.into_iter().filter(fits).collect();
        given.sort_by_key(|span| span.range.start);
        let mut spans: Vec<Span> = Vec::with_capacity(given.len());
        // Where the last span of each kind stands in the list.
        let mut last = [None; 4];
        for span in given {
            let last = &mut last[span.kind.place()];
            let before = last.and_then(|at: usize| spans.get_mut(at));
            match before {
                Some(before) if before.kind == span.kind && span.range.start <= before.range.end => {
                    before.range.end = before.range.end.max(span.range.end);
                }
                Some(before)
                    if matches!(span.kind, SpanKind::Link(_)) && span.range.start < before.range.end => {}
                _ => {
                    *last = Some(spans.len());
                    spans.push(span);
                }
            }
        }
        Self { text, spans }
    }

    /// The text alone.
    ///
    /// ```
    /// assert_eq!(zhengwen::Text::from("春耕").as_str(), "春耕");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What stands out, in the order of its starts.
    ///
    /// ```
    /// assert!(zhengwen::Text::from("春耕").spans().is_empty());
    /// ```
    #[must_use]
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// A part of the text, `range` in bytes, with what of its spans lies in it; `None` where `range` is beyond
    /// the text or cuts a character.
    ///
    /// ```
    /// use zhengwen::{Span, SpanKind, Text};
    ///
    /// let text = Text::with_spans("春耕开始", [Span::new(3..9, SpanKind::Bold)]);
    /// let part = text.slice(6..12).expect("whole characters");
    /// assert_eq!((part.as_str(), part.spans()), ("开始", &[Span::new(0..3, SpanKind::Bold)][..]));
    /// ```
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> Option<Self> {
        let text = self.text.get(range.clone())?.to_owned();
        let inside = |at: usize| at.clamp(range.start, range.end) - range.start;
        let spans = self.spans.iter().map(|Span { range, kind }| Span {
            range: inside(range.start)..inside(range.end),
            kind: kind.clone(),
        });
        let spans = spans.filter(|span| !span.range.is_empty()).collect();
        Some(Self { text, spans })
    }

    /// Adds another text behind a gap of plain text.
    ///
    /// ```
    /// use zhengwen::{Span, SpanKind, Text};
    ///
    /// let mut text = Text::from("春耕");
    /// text.append(" ", Text::with_spans("开始", [Span::new(0..6, SpanKind::Italic)]));
    /// assert_eq!((text.as_str(), text.spans()), ("春耕 开始", &[Span::new(7..13, SpanKind::Italic)][..]));
    /// ```
    pub fn append(&mut self, gap: &str, other: Self) {
        self.text.push_str(gap);
        let start = self.text.len();
        self.text.push_str(&other.text);
        let moved = other
            .spans
            .into_iter()
            .map(|Span { range, kind }| Span { range: start + range.start..start + range.end, kind });
        if gap.is_empty() {
            let spans: Vec<Span> = self.spans.drain(..).chain(moved).collect();
            *self = Self::with_spans(std::mem::take(&mut self.text), spans);
        } else {
            self.spans.extend(moved);
        }
    }
}

impl Text {
    pub(crate) fn replace_addresses(&mut self, replace: impl Fn(&str) -> Option<String>) {
        if !self.spans.iter().any(|span| matches!(span.kind, SpanKind::Link(_))) {
            return;
        }
        let spans = self.spans.drain(..).filter_map(|Span { range, kind }| match kind {
            SpanKind::Link(to) => replace(&to).map(|to| Span::new(range, SpanKind::Link(to))),
            kind => Some(Span { range, kind }),
        });
        let spans: Vec<Span> = spans.collect();
        // Two that touch may lead to one place now.
        *self = Self::with_spans(std::mem::take(&mut self.text), spans);
    }
}

impl_display!(SpanKind);

impl SpanKind {
    /// The name used in JSON, in lower case; of a link without its address.
    ///
    /// ```
    /// assert_eq!(zhengwen::SpanKind::Link("https://example.com/".to_owned()).as_str(), "link");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Bold => "bold",
            Self::Italic => "italic",
            Self::Code => "code",
            Self::Link(_) => "link",
        }
    }

    /// A number for the kind.
    fn place(&self) -> usize {
        match self {
            Self::Bold => 0,
            Self::Italic => 1,
            Self::Code => 2,
            Self::Link(_) => 3,
        }
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self { text, spans: Vec::new() }
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.text
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.text == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.text == *other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(to: &str) -> SpanKind {
        SpanKind::Link(to.to_owned())
    }

    #[test]
    fn links_that_touch_stay_two_and_none_begins_in_another() {
        let spans = [(0..3, link("/a")), (3..6, link("/b")), (4..9, link("/c")), (6..9, link("/b"))];
        let text = Text::with_spans("abcdefghi", spans.map(|(range, kind)| Span::new(range, kind)));
        assert_eq!(text.spans(), [Span::new(0..3, link("/a")), Span::new(3..9, link("/b"))]);
    }

    #[test]
    fn the_parts_of_a_text_put_together_are_the_text() {
        let spans = [Span::new(0..6, SpanKind::Bold), Span::new(3..9, link("/a"))];
        let text = Text::with_spans("春耕开始", spans);
        for at in [0, 3, 6, 9, 12] {
            let mut whole = text.slice(0..at).expect("a part");
            whole.append("", text.slice(at..12).expect("a part"));
            assert_eq!(whole, text);
        }
        assert_eq!(text.slice(1..3), None);
    }
}

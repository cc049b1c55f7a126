//! A page in, one buffer that all its tokens share out, and pieces of it.

use html5ever::tendril::StrTendril;
use memchr::{memchr, memchr_iter};
use std::ops::Range;

/// Bytes of a page that are read: a buffer holds 4 GB, and each NUL in it becomes three bytes.
const MAX_PAGE_BYTES: usize = 1 << 30;

/// The first `most` bytes at most.
fn start_of(html: &str, most: usize) -> &str {
    (0..4).find_map(|less| html.get(..most.checked_sub(less)?)).unwrap_or(html)
}

/// The page as one shared buffer, without byte order mark. Its line ends stay as they are, but for lone
/// carriage returns, which in preformatted text end a line too: before a line feed it is one more blank.
pub(super) fn buffer(html: &str) -> StrTendril {
    let html = start_of(html, MAX_PAGE_BYTES);
    let html = html.strip_prefix('\u{FEFF}').unwrap_or(html);
    let is_lone = |at: usize| html.as_bytes().get(at + 1) != Some(&b'\n');
    if !memchr_iter(b'\r', html.as_bytes()).any(is_lone) {
        return StrTendril::from_slice(html);
    }
    StrTendril::from(html.replace("\r\n", "\n").replace('\r', "\n"))
}

/// A page while it is read.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) text: &'a str,
    /// `text` again, to share slices of.
    buffer: &'a StrTendril,
    pub(super) has_nul: bool,
}

impl<'a> Source<'a> {
    pub(super) fn of(buffer: &'a StrTendril) -> Self {
        Self { text: buffer, buffer, has_nul: memchr(0, buffer.as_bytes()).is_some() }
    }

    /// Offsets stand at ASCII bytes or ends, so they are character bounds.
    pub(super) fn slice(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    /// A piece of the page, shared with it where it is longer than a pointer.
    pub(super) fn shared(&self, range: Range<usize>) -> StrTendril {
        let bounds = u32::try_from(range.start).ok().zip(u32::try_from(range.len()).ok());
        let piece = bounds.and_then(|(start, length)| self.buffer.try_subtendril(start, length).ok());
        piece.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::start_of;

    #[test]
    fn a_page_is_cut_between_characters() {
        let starts = [0, 2, 3, 5, 6, 9].map(|most| start_of("春天", most));
        assert_eq!(starts, ["", "", "春", "春", "春天", "春天"]);
    }
}

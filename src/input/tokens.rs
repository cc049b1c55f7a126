//! HTML in, the tokens worth a place in the tree out. Builds no tree and judges nothing.
//!
//! html5ever's tokenizer costs more than all else that is done with a page, and most of what it
//! reads shows no text and carries no metadata: scripts, styles, comments, drawings, unread
//! attributes. Here they are passed over at the speed of a byte search, ending where the standard's
//! tokenizer would end them; the rest becomes the tokens that html5ever's tree builder takes, as
//! slices of the page. `twin` holds the tree's blocks equal to those of html5ever alone.

use super::attributes::read_name;
use super::element::Flow;
use super::names::{ElementName, Names, lowercase};
use super::references::{self, Place};
use super::skip;
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    CharacterTokens, CommentToken, Doctype, DoctypeToken, EOFToken, EndTag, NullCharacterToken, StartTag,
    Tag, TagKind, TagToken, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use html5ever::{Attribute, LocalName, QualName, local_name, ns};
use memchr::{memchr, memchr_iter, memchr2, memmem};
use std::cell::RefCell;
use std::ops::Range;

/// Sends the tokens of a page to `sink`; gives its scripts, JSON-LD aside, which is sent too.
pub(super) fn read(html: &str, sink: &impl TokenSink) -> Vec<StrTendril> {
    let page = preprocessed(html);
    let mut reader = Reader {
        source: &page,
        bytes: page.as_bytes(),
        page: &page,
        sink,
        has_nul: memchr(0, page.as_bytes()).is_some(),
        names: Names::default(),
        in_foreign: false,
        scripts: Vec::new(),
    };
    reader.run();
    reader.scripts
}

/// Bytes of a page that are read: a buffer holds 4 GB, and each NUL in it becomes three bytes.
const MAX_PAGE_BYTES: usize = 1 << 30;

/// The first `most` bytes at most.
fn start_of(html: &str, most: usize) -> &str {
    (0..4).find_map(|less| html.get(..most.checked_sub(less)?)).unwrap_or(html)
}

/// The page as one shared buffer, without byte order mark. Its line ends stay as they are, but for lone
/// carriage returns, which in preformatted text end a line too: before a line feed it is one more blank.
fn preprocessed(html: &str) -> StrTendril {
    let html = start_of(html, MAX_PAGE_BYTES);
    let html = html.strip_prefix('\u{FEFF}').unwrap_or(html);
    let is_lone = |at: usize| html.as_bytes().get(at + 1) != Some(&b'\n');
    if !memchr_iter(b'\r', html.as_bytes()).any(is_lone) {
        return StrTendril::from_slice(html);
    }
    StrTendril::from(html.replace("\r\n", "\n").replace('\r', "\n"))
}

struct Reader<'a, S> {
    source: &'a str,
    bytes: &'a [u8],
    /// `source` again, to share slices of.
    page: &'a StrTendril,
    sink: &'a S,
    has_nul: bool,
    names: Names,
    /// Inside a drawing or formula that holds more than shapes: there all attributes count.
    in_foreign: bool,
    scripts: Vec<StrTendril>,
}

/// Text that the tokenizer reads in a state of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Raw {
    /// With character references: titles.
    Resolved,
    Verbatim,
}

impl<S: TokenSink> Reader<'_, S> {
    fn run(&mut self) {
        let (mut at, mut text) = (0, 0);
        while let Some(found) = memchr(b'<', &self.bytes[at..]) {
            at += found;
            if self.is_markup(at) {
                self.text(text..at);
                at = self.markup(at);
                text = at;
            } else {
                at += 1;
            }
        }
        self.text(text..self.bytes.len());
        self.send(EOFToken);
        self.sink.end();
    }

    /// Sends a token on which the reading of what follows does not depend.
    fn send(&self, token: Token) {
        let _ = self.sink.process_token(token, 1);
    }

    /// Offsets stand at ASCII bytes or ends, so they are character bounds.
    fn slice(&self, range: Range<usize>) -> &str {
        self.source.get(range).unwrap_or_default()
    }

    /// A piece of the page, shared with it where it is longer than a pointer.
    fn shared(&self, range: Range<usize>) -> StrTendril {
        let bounds = u32::try_from(range.start).ok().zip(u32::try_from(range.len()).ok());
        let piece = bounds.and_then(|(start, length)| self.page.try_subtendril(start, length).ok());
        piece.unwrap_or_default()
    }

    fn is_markup(&self, at: usize) -> bool {
        match self.bytes.get(at + 1) {
            Some(b'!' | b'?') => true,
            Some(b'/') => at + 2 < self.bytes.len(),
            Some(b) => b.is_ascii_alphabetic(),
            None => false,
        }
    }

    /// Reads the markup at `<`; gives where text goes on.
    fn markup(&mut self, at: usize) -> usize {
        match self.bytes[at + 1] {
            b'!' => self.declaration(at),
            b'/' => match self.bytes[at + 2] {
                b'>' => at + 3,
                b if b.is_ascii_alphabetic() => self.end_tag(at),
                _ => self.comment(skip::find(self.bytes, at, b'>')),
            },
            b'?' => self.comment(skip::find(self.bytes, at, b'>')),
            _ => self.start_tag(at),
        }
    }

    /// What a comment says is nobody's; that one stands there can part texts in a table.
    fn comment(&self, end: usize) -> usize {
        self.send(CommentToken(StrTendril::new()));
        end
    }

    fn declaration(&self, at: usize) -> usize {
        let rest = &self.bytes[at + 2..];
        if rest.starts_with(b"--") {
            return self.comment(skip::comment_end(self.bytes, at + 4));
        }
        let end = skip::find(self.bytes, at, b'>');
        if rest.get(..7).is_some_and(|word| word.eq_ignore_ascii_case(b"doctype")) {
            if let Some(doctype) = doctype(self.slice(at..end)) {
                self.send(DoctypeToken(doctype));
            }
            return end;
        }
        if rest.starts_with(b"[CDATA[") && self.sink.adjusted_current_node_present_but_not_in_html_namespace()
        {
            let start = at + 9;
            let close = memmem::find(&self.bytes[start..], b"]]>").map(|found| start + found);
            self.characters(self.slice(start..close.unwrap_or(self.bytes.len())));
            return close.map_or(self.bytes.len(), |close| close + 3);
        }
        self.comment(end)
    }

    fn end_tag(&mut self, at: usize) -> usize {
        let name_end = skip::name_end(self.bytes, at + 2);
        // A tag that the page ends in is none.
        let Some(end) = skip::tag_end(self.bytes, name_end) else { return self.bytes.len() };
        let name = self.names.of(self.source, at + 2..name_end);
        let _ = self.send_tag(EndTag, name.local, Vec::new(), false);
        self.leave_foreign();
        end
    }

    fn send_tag(
        &self,
        kind: TagKind,
        name: LocalName,
        attrs: Vec<Attribute>,
        self_closing: bool,
    ) -> TokenSinkResult<S::Handle> {
        let tag = Tag { kind, name, self_closing, attrs, had_duplicate_attributes: false };
        self.sink.process_token(TagToken(tag), 1)
    }

    fn start_tag(&mut self, at: usize) -> usize {
        let name_end = skip::name_end(self.bytes, at + 1);
        let element = self.names.of(self.source, at + 1..name_end);
        let Some(attributes) = self.attributes(name_end, &element) else { return self.bytes.len() };
        let Attributes { kept, end, self_closing } = attributes;
        let name = element.local;
        match self.send_tag(StartTag, name.clone(), kept, self_closing) {
            TokenSinkResult::RawData(RawKind::Rcdata) => self.raw_text(end, &name, Raw::Resolved),
            TokenSinkResult::RawData(RawKind::Rawtext) => self.raw_text(end, &name, Raw::Verbatim),
            TokenSinkResult::RawData(_) => self.script(at, end),
            TokenSinkResult::Plaintext => {
                self.raw(end..self.bytes.len(), Raw::Verbatim);
                self.bytes.len()
            }
            _ if matches!(name, local_name!("svg") | local_name!("math")) => self.foreign(end, &name),
            _ => {
                self.leave_foreign();
                end
            }
        }
    }

    /// Passes over the content of a drawing or formula, where it is nothing but that.
    fn foreign(&mut self, start: usize, name: &LocalName) -> usize {
        if !self.sink.adjusted_current_node_present_but_not_in_html_namespace() {
            return start;
        }
        let end = skip::foreign_end(self.bytes, start, name.as_bytes());
        self.in_foreign |= end.is_none();
        end.unwrap_or(start)
    }

    fn leave_foreign(&mut self) {
        self.in_foreign =
            self.in_foreign && self.sink.adjusted_current_node_present_but_not_in_html_namespace();
    }

    /// Content of an element that ends at its own end tag alone. Only titles and `<xmp>` are read.
    fn raw_text(&self, start: usize, name: &LocalName, raw: Raw) -> usize {
        let end = skip::raw_text_end(self.bytes, start, name.as_bytes());
        if matches!(*name, local_name!("title") | local_name!("xmp")) {
            self.raw(start..end, raw);
        }
        end
    }

    fn script(&mut self, tag: usize, start: usize) -> usize {
        let end = skip::script_end(self.bytes, start);
        if memmem::find(&self.bytes[tag..start], b"ld+json").is_some() {
            self.raw(start..end, Raw::Verbatim);
        } else if start < end {
            self.scripts.push(self.shared(start..end));
        }
        end
    }

    fn raw(&self, range: Range<usize>, raw: Raw) {
        let text = self.slice(range);
        let text = text.replace("\r\n", "\n");
        let text = if self.has_nul { text.replace('\0', "\u{FFFD}") } else { text };
        let text = if raw == Raw::Resolved { references::resolve(&text, Place::Text) } else { text };
        self.send(CharacterTokens(StrTendril::from(text)));
    }

    /// Text between tags.
    fn text(&self, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        let bytes = &self.bytes[range.clone()];
        if let Some(blank) = blank(bytes) {
            self.send(CharacterTokens(StrTendril::from_slice(blank)));
        } else if self.has_nul || memchr(b'&', bytes).is_some() {
            self.characters(&references::resolve(self.slice(range), Place::Text));
        } else {
            self.send(CharacterTokens(self.shared(range)));
        }
    }

    /// Text in which NUL characters may stand: the tree builder takes them one by one.
    fn characters(&self, text: &str) {
        for (nth, part) in text.split('\0').enumerate() {
            if nth > 0 {
                self.send(NullCharacterToken);
            }
            if !part.is_empty() {
                self.send(CharacterTokens(StrTendril::from_slice(part)));
            }
        }
    }
}

/// What stands in the tree for text that is nothing but ASCII white space: the walk only asks whether
/// there is some, and whether a line ends in it. Of `<pre>` and a line end the tree builder drops that one.
fn blank(text: &[u8]) -> Option<&'static str> {
    let line_end = if matches!(text, b"\n" | b"\r\n") { "\n" } else { "\n\n" };
    let mut blank = " ";
    for &b in text {
        match b {
            b'\n' => blank = line_end,
            _ if skip::is_blank(b) => {}
            _ => return None,
        }
    }
    Some(blank)
}

/// Reads `<!DOCTYPE …>`. Pages have one, and html5ever knows all its forms.
fn doctype(source: &str) -> Option<Doctype> {
    struct Found(RefCell<Option<Doctype>>);
    impl TokenSink for Found {
        type Handle = ();
        fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
            if let DoctypeToken(doctype) = token {
                self.0.replace(Some(doctype));
            }
            TokenSinkResult::Continue
        }
    }
    let tokenizer = Tokenizer::new(Found(RefCell::default()), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(source));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.take()
}

/// The attributes of a tag that are read, and where the tag ends.
struct Attributes {
    kept: Vec<Attribute>,
    end: usize,
    self_closing: bool,
}

impl<S: TokenSink> Reader<'_, S> {
    /// Reads the attributes from `at` to the tag's end; `None` where the page ends first.
    fn attributes(&self, mut at: usize, element: &ElementName) -> Option<Attributes> {
        let start = at;
        let mut kept: Vec<Attribute> = Vec::new();
        let mut left_out = false;
        loop {
            let mut self_closing = false;
            while let Some(&b) = self.bytes.get(at).filter(|&&b| skip::is_blank(b) || b == b'/') {
                self_closing = b == b'/';
                at += 1;
            }
            if *self.bytes.get(at)? == b'>' {
                if left_out && is_formatting(&element.local) {
                    kept.push(attribute(local_name!(""), self.shared(start..at)));
                }
                return Some(Attributes { kept, end: at + 1, self_closing });
            }
            let skip::Attribute { name, value, end } = skip::attribute(self.bytes, at);
            at = end;
            match self.kept_name(element.flow, name, self.bytes.get(value.clone())?) {
                None => left_out = true,
                Some(name) if kept.iter().any(|known| known.name.local == name) => {}
                Some(name) => {
                    kept.reserve_exact(1);
                    kept.push(attribute(name, self.value(value)));
                }
            }
        }
    }

    fn kept_name(&self, flow: Flow, name: Range<usize>, value: &[u8]) -> Option<LocalName> {
        match read_name(flow, self.bytes, name.clone(), value) {
            None if self.in_foreign => Some(lowercase(self.slice(name))),
            name => name,
        }
    }

    fn value(&self, range: Range<usize>) -> StrTendril {
        let bytes = &self.bytes[range.clone()];
        if memchr2(b'&', 0, bytes).is_none() {
            return self.shared(range);
        }
        StrTendril::from(references::resolve(&self.slice(range).replace('\0', "\u{FFFD}"), Place::Attribute))
    }
}

fn attribute(name: LocalName, value: StrTendril) -> Attribute {
    Attribute { name: QualName::new(None, ns!(), name), value }
}

/// Elements whose copies the tree builder tells by their attributes: where some are left out, all are
/// kept as they are written. Not so links, of which no two are open at once.
fn is_formatting(element: &LocalName) -> bool {
    matches!(
        *element,
        local_name!("b")
            | local_name!("big")
            | local_name!("code")
            | local_name!("em")
            | local_name!("font")
            | local_name!("i")
            | local_name!("nobr")
            | local_name!("s")
            | local_name!("small")
            | local_name!("strike")
            | local_name!("strong")
            | local_name!("tt")
            | local_name!("u")
    )
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

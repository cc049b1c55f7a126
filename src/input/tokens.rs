//! HTML in, the tokens worth a place in the tree out. Builds no tree and judges nothing.
//!
//! html5ever's tokenizer costs more than all else that is done with a page, and most of what it
//! reads shows no text and carries no metadata: what is in scripts, styles, comments, drawings, unread
//! attributes. Here they are passed over at the speed of a byte search, ending where the standard's
//! tokenizer would end them; the rest becomes the tokens that html5ever's tree builder takes, as
//! slices of the page. `twin` holds the tree's blocks equal to those of html5ever alone.

use super::attributes::{self, Attributes};
use super::names::Names;
use super::references::{self, Place};
use super::skip;
use super::source::{Source, buffer};
use crate::work::{Part, look};
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    CharacterTokens, CommentToken, Doctype, DoctypeToken, EOFToken, EndTag, NullCharacterToken, StartTag,
    Tag, TagKind, TagToken, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use html5ever::{Attribute, LocalName, local_name};
use memchr::{memchr, memmem};
use std::cell::RefCell;
use std::ops::Range;

/// Sends the tokens of a page to `sink`.
pub(super) fn read(html: &str, sink: &impl TokenSink) {
    let buffer = buffer(html);
    let source = Source::of(&buffer);
    let mut reader =
        Reader { source, bytes: source.text.as_bytes(), sink, names: Names::default(), in_foreign: false };
    reader.run();
}

struct Reader<'a, S> {
    source: Source<'a>,
    bytes: &'a [u8],
    sink: &'a S,
    names: Names,
    /// Inside a drawing or formula that holds more than shapes: there others count.
    in_foreign: bool,
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
            look(Part::Tokens, found + 1);
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
            if let Some(doctype) = doctype(self.source.slice(at..end)) {
                self.send(DoctypeToken(doctype));
            }
            return end;
        }
        if rest.starts_with(b"[CDATA[") && self.sink.adjusted_current_node_present_but_not_in_html_namespace()
        {
            let start = at + 9;
            let close = memmem::find(&self.bytes[start..], b"]]>").map(|found| start + found);
            self.characters(self.source.slice(start..close.unwrap_or(self.bytes.len())));
            return close.map_or(self.bytes.len(), |close| close + 3);
        }
        self.comment(end)
    }

    fn end_tag(&mut self, at: usize) -> usize {
        let name_end = skip::name_end(self.bytes, at + 2);
        // A tag that the page ends in is none.
        let Some(end) = skip::tag_end(self.bytes, name_end) else { return self.bytes.len() };
        let name = self.names.of(self.source.text, at + 2..name_end);
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
        let element = self.names.of(self.source.text, at + 1..name_end);
        let attributes = attributes::read(&self.source, name_end, &element, self.in_foreign);
        let Some(attributes) = attributes else { return self.bytes.len() };
        let Attributes { kept, end, self_closing } = attributes;
        let name = element.local;
        match self.send_tag(StartTag, name.clone(), kept, self_closing) {
            TokenSinkResult::RawData(RawKind::Rcdata) => self.raw_text(end, &name, Raw::Resolved),
            TokenSinkResult::RawData(RawKind::Rawtext) => self.raw_text(end, &name, Raw::Verbatim),
            TokenSinkResult::RawData(_) => self.script(end),
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

    /// Content of an element that ends at its own end tag alone. Form fields, titles, styles, `<xmp>` and `<noscript>` are read.
    fn raw_text(&self, start: usize, name: &LocalName, raw: Raw) -> usize {
        let end = skip::raw_text_end(self.bytes, start, name.as_bytes());
        if *name == local_name!("style") {
            self.as_written(start..end);
        }
        if matches!(
            *name,
            local_name!("title") | local_name!("xmp") | local_name!("noscript") | local_name!("textarea")
        ) {
            self.raw(start..end, raw);
        }
        end
    }

    fn script(&self, start: usize) -> usize {
        let end = skip::script_end(self.bytes, start);
        self.as_written(start..end);
        end
    }

    /// Who reads it passes over carriage returns.
    fn as_written(&self, range: Range<usize>) {
        if self.source.has_nul {
            self.raw(range, Raw::Verbatim);
        } else if !range.is_empty() {
            self.send(CharacterTokens(self.source.shared(range)));
        }
    }

    fn raw(&self, range: Range<usize>, raw: Raw) {
        let text = self.source.slice(range);
        let text = text.replace("\r\n", "\n");
        let text = if self.source.has_nul { text.replace('\0', "\u{FFFD}") } else { text };
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
        } else if self.source.has_nul || memchr(b'&', bytes).is_some() {
            self.characters(&references::resolve(self.source.slice(range), Place::Text));
        } else {
            self.send(CharacterTokens(self.source.shared(range)));
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

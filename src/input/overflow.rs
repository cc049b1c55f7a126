//! Tokens for which the tree has no room in, their text out: line by line, and what of it is linked.
//!
//! Nothing of a page's structure is left but that: what matters is that its text is not lost. Takes no
//! more memory than the page: a mark is no longer than the tag that it stands for.

use super::element::{Flow, flow};
use super::node::NodeId;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{CharacterTokens, StartTag, Tag, TagToken, Token, TokenSinkResult};
use html5ever::{LocalName, local_name};

/// Characters that Unicode keeps for use inside a program.
const LINE_END: char = '\u{FDD0}';
const LINKED: char = '\u{FDD1}';
const UNLINKED: char = '\u{FDD2}';

fn is_mark(c: char) -> bool {
    matches!(c, LINE_END | LINKED | UNLINKED)
}

/// Text with marks between its pieces.
#[derive(Debug, Default)]
pub(super) struct Overflow {
    marked: String,
    is_linked: bool,
    /// Inside an element whose text does not show.
    is_hidden: bool,
}

/// A piece of the text.
pub(super) enum Piece<'a> {
    Text { text: &'a str, linked: bool },
    LineEnd,
}

impl Overflow {
    /// Takes a token; what the tree builder would, it tells the tokenizer.
    pub(super) fn read(&mut self, token: &Token) -> TokenSinkResult<NodeId> {
        match token {
            TagToken(tag) => return self.tag(tag),
            CharacterTokens(text) if !self.is_hidden => {
                text.split(is_mark).for_each(|part| self.marked.push_str(part));
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }

    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<NodeId> {
        let opens = tag.kind == StartTag;
        match flow(&tag.name) {
            Flow::Inline
            | Flow::Custom
            | Flow::Reading
            | Flow::Bracket
            | Flow::Formula
            | Flow::Verbatim
            | Flow::Bold
            | Flow::Image
            | Flow::Picture
            | Flow::Source
            | Flow::Head => {}
            Flow::Link => self.link(opens && tag.attrs.iter().any(|a| a.name.local == local_name!("href"))),
            _ => self.mark(LINE_END),
        }
        let raw = raw(&tag.name).filter(|_| opens);
        // No tag stands in such an element: the next one ends it.
        self.is_hidden = matches!(raw, Some(TokenSinkResult::RawData(_))) && tag.name != local_name!("xmp");
        raw.unwrap_or(TokenSinkResult::Continue)
    }

    fn link(&mut self, linked: bool) {
        if linked != self.is_linked {
            self.is_linked = linked;
            self.mark(if linked { LINKED } else { UNLINKED });
        }
    }

    fn mark(&mut self, mark: char) {
        if !self.marked.ends_with(mark) {
            self.marked.push(mark);
        }
    }

    /// The text piece by piece.
    pub(super) fn pieces<'a>(&'a self, mut visit: impl FnMut(Piece<'a>)) {
        let mut linked = false;
        for run in self.marked.split_inclusive(is_mark) {
            let text = run.trim_end_matches(is_mark);
            if !text.is_empty() {
                visit(Piece::Text { text, linked });
            }
            match run.chars().next_back() {
                Some(LINE_END) => visit(Piece::LineEnd),
                Some(LINKED) => linked = true,
                Some(UNLINKED) => linked = false,
                _ => {}
            }
        }
    }
}

/// How the tokenizer reads what is inside, where that is not as elsewhere.
fn raw(name: &LocalName) -> Option<TokenSinkResult<NodeId>> {
    let result = match *name {
        local_name!("script") => TokenSinkResult::RawData(RawKind::ScriptData),
        local_name!("textarea") | local_name!("title") => TokenSinkResult::RawData(RawKind::Rcdata),
        local_name!("plaintext") => TokenSinkResult::Plaintext,
        local_name!("iframe")
        | local_name!("noembed")
        | local_name!("noframes")
        | local_name!("noscript")
        | local_name!("style")
        | local_name!("xmp") => TokenSinkResult::RawData(RawKind::Rawtext),
        _ => return None,
    };
    Some(result)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::{html, parse, tokens};
    use html5ever::tokenizer::TokenSink;
    use proptest::prelude::*;
    use std::cell::RefCell;

    /// Reads a page without any tree.
    struct Treeless(RefCell<Overflow>);

    impl TokenSink for Treeless {
        type Handle = NodeId;

        fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<NodeId> {
            self.0.borrow_mut().read(&token)
        }
    }

    /// Lines, linked text in brackets.
    fn lines(page: &str) -> String {
        let sink = Treeless(RefCell::default());
        tokens::read(page, &sink);
        let mut lines = String::new();
        sink.0.borrow().pieces(|piece| match piece {
            Piece::Text { text, linked: true } => lines.extend(["[", text, "]"]),
            Piece::Text { text, linked: false } => lines.push_str(text),
            Piece::LineEnd => lines.push('|'),
        });
        lines
    }

    #[test]
    fn text_and_links_are_told_without_a_tree() {
        for (page, expected) in [
            ("<p>春天<b>到了</b></p>河边<br>柳树", "|春天到了|河边|柳树"),
            ("<li><a href=/>要闻</a>和<a>旧闻</a>", "|[要闻]和旧闻"),
            ("文<script>if (a<b) c()</script>字<style>p{}</style>", "文|字|"),
            ("<title>题</title>文<textarea>a</textarea><noscript><p>无</noscript>字", "|文|字"),
            ("<xmp><p>文</xmp>字", "|<p>文|字"),
            ("文\u{FDD0}字<script>a", "文字|"),
        ] {
            assert_eq!(lines(page), expected, "{page}");
        }
    }

    proptest! {
        #[test]
        fn no_text_of_a_tree_is_missing_without_it(
            page in "(<p>|</p>|<div>|<b>|</b>|<a href=/>|</a>|<br>|<h1>|文|字|&amp;|<script>x<b</script>|<!--y-->){0,40}"
        ) {
            let tree = html::blocks(&parse::parse(&page).dom);
            let texts: String = tree.blocks.iter().map(|block| block.text.as_str()).collect();
            let treeless: String = lines(&page).chars().filter(|c| !"[]|".contains(*c)).collect();
            prop_assert_eq!(treeless, texts);
        }
    }
}

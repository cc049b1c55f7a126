//! HTML text in, a [`Dom`] out, at a bounded depth. Judges nothing.
//!
//! html5ever's tree builder searches its stack of open elements at most tags, so a page nested n
//! deep costs n² (servo/html5ever#788: 512 KB of `<ul><li>` take 94 s). Browsers stop nesting at
//! 512; so does [`DepthCap`], which stands between tokenizer and tree builder.

use super::dom::Dom;
use super::node::NodeId;
use super::sink::DomSink;
use super::tokens;
use html5ever::interface::Tracer;
use html5ever::tokenizer::{EOFToken, EndTag, StartTag, Tag, TagToken, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink};
use html5ever::{LocalName, local_name};
use std::cell::{Cell, RefCell};
use std::collections::HashMap;

/// Elements that may be open at once; the limit Blink and `WebKit` use. The deepest of 179 saved news
/// pages nests 61.
const MAX_OPEN_ELEMENTS: usize = 512;

/// What parsing a page gives.
pub(crate) struct Parsed {
    pub(crate) dom: Dom,
}

/// Parses a page, leaving out of the tree what nobody reads. Never fails: every input is some tree.
pub(crate) fn parse(html: &str) -> Parsed {
    let sink = DepthCap::new(TreeBuilder::new(DomSink::for_page(html.len()), TreeBuilderOpts::default()));
    tokens::read(html, &sink);
    Parsed { dom: sink.inner.sink.finish() }
}

type Builder = TreeBuilder<NodeId, DomSink>;

/// Hands tokens on to the tree builder, but no start tag that would nest past
/// [`MAX_OPEN_ELEMENTS`]: its content then belongs to the element above, as in a browser.
struct DepthCap {
    inner: Builder,
    /// Never less than the number of open elements.
    open_at_most: Cell<usize>,
    withheld: RefCell<Withheld>,
    /// The last token was such a tag's line break: another would show nothing.
    after_break: Cell<bool>,
}

/// Start tags that were not handed on and wait for their end tags.
#[derive(Default)]
struct Withheld {
    names: Vec<LocalName>,
    count: HashMap<LocalName, usize>,
    /// Those above that are only counted: any end tag is one of theirs.
    nameless: usize,
}

/// Withheld tags whose names are kept. Under so many nothing is left of a page's structure.
const MOST_WITHHELD: usize = 1 << 16;

impl Withheld {
    fn push(&mut self, name: LocalName) {
        if self.names.len() >= MOST_WITHHELD {
            self.nameless += 1;
            return;
        }
        *self.count.entry(name.clone()).or_default() += 1;
        self.names.push(name);
    }

    /// Takes out the last `name` and all above it; false where there is none.
    fn close(&mut self, name: &LocalName) -> bool {
        if let Some(left) = self.nameless.checked_sub(1) {
            self.nameless = left;
            return true;
        }
        if self.count.get(name).is_none_or(|&n| n == 0) {
            return false;
        }
        while let Some(top) = self.names.pop() {
            if let Some(n) = self.count.get_mut(&top) {
                *n -= 1;
            }
            if top == *name {
                break;
            }
        }
        true
    }

    fn clear(&mut self) {
        self.names.clear();
        self.count.clear();
        self.nameless = 0;
    }
}

/// Counts what the tree builder holds: open elements and active formatting elements.
struct OpenElements(Cell<usize>);

impl Tracer for OpenElements {
    type Handle = NodeId;

    fn trace_handle(&self, _node: &NodeId) {
        self.0.set(self.0.get() + 1);
    }
}

impl DepthCap {
    fn new(inner: Builder) -> Self {
        Self {
            inner,
            open_at_most: Cell::new(0),
            withheld: RefCell::default(),
            after_break: Cell::new(false),
        }
    }

    /// True where one more open element would be too many. Counts only when the bound is reached,
    /// so an ordinary page is never counted.
    fn is_full(&self) -> bool {
        if self.open_at_most.get() >= MAX_OPEN_ELEMENTS {
            let open = OpenElements(Cell::new(0));
            self.inner.trace_handles(&open);
            self.open_at_most.set(open.0.get());
        }
        self.open_at_most.get() >= MAX_OPEN_ELEMENTS
    }

    /// Whether `tag` is handed on, and not a line break in its place.
    fn admits(&self, tag: &Tag) -> bool {
        let mut withheld = self.withheld.borrow_mut();
        match tag.kind {
            EndTag if withheld.names.is_empty() => true,
            EndTag if withheld.close(&tag.name) => false,
            EndTag => {
                withheld.clear();
                true
            }
            StartTag if (!withheld.names.is_empty() || self.is_full()) && stays_open(tag) => {
                withheld.push(tag.name.clone());
                false
            }
            // Also of one that does not stay open: [`Self::is_full`] counts anew before it says so.
            StartTag => {
                self.open_at_most.set(self.open_at_most.get() + 1);
                true
            }
        }
    }

    /// A block's edge where the block itself may not be: `<br>`.
    fn line_break(&self, tag: &Tag) -> Option<Tag> {
        let name = local_name!("br");
        let first = !self.after_break.replace(true);
        first.then(|| Tag { kind: StartTag, name, attrs: Vec::new(), self_closing: false, ..tag.clone() })
    }
}

/// False for void elements and for those whose text the tokenizer must read in a state of its own.
fn stays_open(tag: &Tag) -> bool {
    !matches!(
        tag.name,
        local_name!("area")
            | local_name!("base")
            | local_name!("br")
            | local_name!("col")
            | local_name!("embed")
            | local_name!("hr")
            | local_name!("iframe")
            | local_name!("img")
            | local_name!("input")
            | local_name!("link")
            | local_name!("meta")
            | local_name!("noembed")
            | local_name!("noframes")
            | local_name!("param")
            | local_name!("plaintext")
            | local_name!("script")
            | local_name!("source")
            | local_name!("style")
            | local_name!("textarea")
            | local_name!("title")
            | local_name!("track")
            | local_name!("wbr")
            | local_name!("xmp")
    )
}

impl TokenSink for DepthCap {
    type Handle = NodeId;

    fn process_token(&self, token: Token, line_number: u64) -> TokenSinkResult<NodeId> {
        match &token {
            EOFToken => {}
            _ if self.inner.sink.is_full() => return self.inner.sink.overflow(&token),
            TagToken(tag) if !self.admits(tag) => {
                let Some(line_break) = self.line_break(tag) else { return TokenSinkResult::Continue };
                return self.inner.process_token(TagToken(line_break), line_number);
            }
            _ => self.after_break.set(false),
        }
        self.inner.process_token(token, line_number)
    }

    fn end(&self) {
        self.inner.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.inner.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

//! HTML in, the part of it worth parsing out. Builds no tree and judges nothing.
//!
//! What shows no text and carries no metadata costs the parser as much as what does: on saved news
//! pages scripts, styles, comments, drawings and unread attributes are most of the bytes. They are
//! passed over here at the speed of a byte search, ending where the HTML standard's tokenizer would
//! end them, so that the blocks of the pruned page are the blocks of the page. Start and end tags stay.

use memchr::{memchr, memchr2, memmem};
use std::ops::Range;

/// A page without what nobody reads.
#[derive(Debug)]
pub(crate) struct Pruned<'a> {
    pub(crate) html: String,
    /// The scripts, JSON-LD aside, which stays in `html`.
    pub(crate) scripts: Vec<&'a str>,
}

/// Leaves out the content of scripts, styles and frames, comments, drawings, and attributes that
/// neither blocks nor metadata read.
pub(crate) fn prune(html: &str) -> Pruned<'_> {
    let mut pruner = Pruner {
        source: html,
        bytes: html.as_bytes(),
        out: String::with_capacity(html.len() / 2),
        scripts: Vec::new(),
        kept_to: 0,
    };
    pruner.run();
    Pruned { html: pruner.out, scripts: pruner.scripts }
}

/// Attributes that the walk, the metadata or the tree builder itself reads.
fn is_read(name: &[u8], value: &[u8]) -> bool {
    match name {
        b"class" | b"id" | b"href" | b"src" | b"alt" | b"hidden" | b"role" | b"lang" | b"name"
        | b"property" | b"content" | b"rel" | b"type" | b"itemprop" | b"datetime" | b"_src" | b"srcset"
        | b"encoding" | b"shadowrootmode" => true,
        // A style is read for what it hides.
        b"style" => value.iter().any(|b| matches!(b, b'n' | b'N')) && hides(value),
        _ => name.starts_with(b"data-") && is_lazy_source(name),
    }
}

/// True where a style may say `display:none` or `visibility:hidden`, blanks and case aside.
fn hides(style: &[u8]) -> bool {
    let lower: Vec<u8> =
        style.iter().filter(|b| !b.is_ascii_whitespace()).map(u8::to_ascii_lowercase).collect();
    memmem::find(&lower, b"none").is_some()
        || memmem::find(&lower, b"hidden").is_some()
        || lower.contains(&b'&')
}

fn is_lazy_source(name: &[u8]) -> bool {
    matches!(
        name,
        b"data-original"
            | b"data-src"
            | b"data-srcset"
            | b"data-lazy-src"
            | b"data-actualsrc"
            | b"data-original-src"
    )
}

/// How the tokenizer reads what follows a start tag of this name.
enum Content {
    Markup,
    /// To the matching end tag, whatever stands between; shows nothing.
    Hidden,
    /// As `Hidden`, but read: titles and text set verbatim.
    Verbatim,
    Script,
    /// To the end of the page.
    Plaintext,
    /// Another namespace, with rules of its own.
    Foreign,
}

fn content(name: &[u8]) -> Content {
    match name {
        b"style" | b"iframe" | b"noembed" | b"noframes" | b"noscript" | b"textarea" => Content::Hidden,
        b"title" | b"xmp" => Content::Verbatim,
        b"script" => Content::Script,
        b"plaintext" => Content::Plaintext,
        b"svg" | b"math" => Content::Foreign,
        _ => Content::Markup,
    }
}

/// Longest element name with a rule of its own.
const LONGEST_NAME: usize = 9;

struct Pruner<'a> {
    source: &'a str,
    bytes: &'a [u8],
    out: String,
    scripts: Vec<&'a str>,
    /// Everything before this offset was kept or left out already.
    kept_to: usize,
}

impl Pruner<'_> {
    fn run(&mut self) {
        let mut at = 0;
        while let Some(found) = memchr(b'<', &self.bytes[at..]) {
            at = self.markup(at + found);
        }
        self.keep_to(self.bytes.len());
    }

    /// Keeps everything up to `end`. Offsets stand at ASCII bytes, so they are character bounds.
    fn keep_to(&mut self, end: usize) {
        self.out.push_str(self.source.get(self.kept_to..end).unwrap_or_default());
        self.kept_to = end;
    }

    /// Leaves out `range`, keeping what stands before it.
    fn leave_out(&mut self, range: Range<usize>) {
        self.keep_to(range.start);
        self.kept_to = range.end;
    }

    /// Reads the markup that may begin at `<`; returns where text goes on.
    fn markup(&mut self, at: usize) -> usize {
        match self.bytes.get(at + 1) {
            Some(b'!') if self.bytes[at..].starts_with(b"<!--") => {
                let end = comment_end(self.bytes, at + 4);
                self.leave_out(at..end);
                // What stands around it must not join: `&lt<!-- -->;` is no reference, `<<!-- -->p>` no tag,
                // and blanks in a table stay where they are only if no text is next to them.
                self.out.push_str("<!---->");
                end
            }
            Some(b'!' | b'?') => find(self.bytes, at, b'>'),
            Some(b'/') if self.bytes.get(at + 2).is_some_and(u8::is_ascii_alphabetic) => {
                tag_end(self.bytes, at + 2)
            }
            Some(b'/') => find(self.bytes, at, b'>').min(self.bytes.len()),
            Some(b) if b.is_ascii_alphabetic() => self.start_tag(at),
            _ => at + 1,
        }
    }

    fn start_tag(&mut self, at: usize) -> usize {
        let name_end = name_end(self.bytes, at + 1);
        let name = lowercase(&self.bytes[at + 1..name_end]);
        let name = &name[..(name_end - at - 1).min(LONGEST_NAME + 1)];
        let (end, self_closing) = self.attributes(name_end);
        if end > self.bytes.len() || self.bytes.get(end.wrapping_sub(1)) != Some(&b'>') {
            return self.bytes.len();
        }
        match content(name) {
            Content::Markup => end,
            Content::Plaintext => self.bytes.len(),
            Content::Verbatim => raw_text_end(self.bytes, end, name),
            Content::Hidden => {
                let close = raw_text_end(self.bytes, end, name);
                self.leave_out(end..close);
                close
            }
            Content::Script => {
                let close = script_end(self.bytes, end);
                let is_json_ld = memmem::find(&self.bytes[at..end], b"ld+json").is_some();
                if !is_json_ld {
                    self.scripts.extend(self.source.get(end..close).filter(|script| !script.is_empty()));
                    self.leave_out(end..close);
                }
                close
            }
            // HTML elements close with their end tag only, foreign ones also by `/>`.
            Content::Foreign if self_closing => end,
            Content::Foreign => self.foreign(end, name),
        }
    }

    /// Reads attributes from `at` to the tag's end, leaving out those nobody reads; true for `/>`.
    fn attributes(&mut self, mut at: usize) -> (usize, bool) {
        let bytes = self.bytes;
        loop {
            let blank = at;
            while bytes.get(at).is_some_and(|b| is_blank(*b) || *b == b'/') {
                at += 1;
            }
            match bytes.get(at) {
                None => return (bytes.len(), false),
                Some(b'>') => return (at + 1, blank < at && bytes[at - 1] == b'/'),
                Some(_) => {}
            }
            let attribute = attribute(bytes, at);
            let name = lowercase_long(&bytes[attribute.name.clone()]);
            if attribute.end <= bytes.len() && !is_read(&name, &bytes[attribute.value.clone()]) && blank < at
            {
                // `width="1"height="2"`: the next name needs a blank before it.
                let joins =
                    bytes.get(attribute.end).is_some_and(|&b| !is_blank(b) && !matches!(b, b'/' | b'>'));
                self.leave_out(blank + usize::from(joins)..attribute.end);
            }
            at = attribute.end;
        }
    }

    /// Leaves out the content of a drawing or formula, where it is nothing but that; otherwise all
    /// that is left is kept as it is: text inside foreign elements follows other rules.
    fn foreign(&mut self, start: usize, name: &[u8]) -> usize {
        match foreign_end(self.bytes, start, name) {
            Some(end) => {
                self.leave_out(start..end);
                end
            }
            None => self.bytes.len(),
        }
    }
}

fn is_blank(b: u8) -> bool {
    matches!(b, b' ' | b'\t' | b'\n' | b'\r' | 0x0C)
}

/// The offset behind the next `byte`, or the end.
fn find(bytes: &[u8], from: usize, byte: u8) -> usize {
    memchr(byte, &bytes[from..]).map_or(bytes.len(), |found| from + found + 1)
}

fn name_end(bytes: &[u8], from: usize) -> usize {
    let rest = &bytes[from..];
    from + rest.iter().position(|&b| is_blank(b) || matches!(b, b'/' | b'>')).unwrap_or(rest.len())
}

/// The first bytes of a name, in lower case; enough to tell the names that matter.
fn lowercase(name: &[u8]) -> [u8; LONGEST_NAME + 1] {
    let mut lower = [0; LONGEST_NAME + 1];
    for (to, from) in lower.iter_mut().zip(name) {
        *to = from.to_ascii_lowercase();
    }
    lower
}

/// Longest attribute name that is read.
const LONGEST_ATTRIBUTE: usize = 17;

fn lowercase_long(name: &[u8]) -> Vec<u8> {
    name.iter().take(LONGEST_ATTRIBUTE + 1).map(u8::to_ascii_lowercase).collect()
}

struct Attribute {
    name: Range<usize>,
    value: Range<usize>,
    end: usize,
}

/// Reads one attribute as the tokenizer does: a quote opens a value only right after `=`.
fn attribute(bytes: &[u8], from: usize) -> Attribute {
    // An attribute's name may begin with `=`.
    let mut at = from + 1;
    while bytes.get(at).is_some_and(|&b| !is_blank(b) && !matches!(b, b'/' | b'>' | b'=')) {
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
            let end = find(bytes, start + 1, quote);
            Attribute { name, value: start + 1..end.max(start + 1), end }
        }
        Some(_) => {
            let rest = &bytes[start..];
            let end = start + rest.iter().position(|&b| is_blank(b) || b == b'>').unwrap_or(rest.len());
            Attribute { name, value: start..end, end }
        }
        None => Attribute { name, value: at..at, end: bytes.len() },
    }
}

/// The offset behind the tag whose name begins at `from`.
fn tag_end(bytes: &[u8], from: usize) -> usize {
    let mut at = name_end(bytes, from);
    loop {
        match bytes.get(at) {
            None => return bytes.len(),
            Some(b'>') => return at + 1,
            Some(&b) if is_blank(b) || b == b'/' => at += 1,
            Some(_) => at = attribute(bytes, at).end,
        }
    }
}

/// The offset behind the comment whose text begins at `from`.
fn comment_end(bytes: &[u8], from: usize) -> usize {
    if bytes[from..].starts_with(b">") {
        return from + 1;
    }
    if bytes[from..].starts_with(b"->") {
        return from + 2;
    }
    let mut at = from;
    while let Some(found) = memmem::find(&bytes[at..], b"--") {
        at += found;
        match &bytes[at + 2..] {
            [b'>', ..] => return at + 3,
            [b'!', b'>', ..] => return at + 4,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// True where `bytes` begins with `name` and a character that ends a tag's name.
fn names(bytes: &[u8], name: &[u8]) -> bool {
    bytes.get(..name.len()).is_some_and(|b| b.eq_ignore_ascii_case(name))
        && bytes.get(name.len()).is_some_and(|&b| is_blank(b) || matches!(b, b'/' | b'>'))
}

/// Where the end tag of a raw text element stands, or the page's end.
fn raw_text_end(bytes: &[u8], from: usize, name: &[u8]) -> usize {
    let mut at = from;
    while let Some(found) = memmem::find(&bytes[at..], b"</") {
        at += found;
        if names(&bytes[at + 2..], name) {
            return at;
        }
        at += 2;
    }
    bytes.len()
}

/// Where the end tag of a script stands, by the standard's script data states: behind `<!--` a
/// second `<script` hides one `</script>`, until `-->`.
fn script_end(bytes: &[u8], from: usize) -> usize {
    let (mut escaped, mut double) = (false, false);
    let mut at = from;
    while let Some(found) = memchr2(b'<', b'-', &bytes[at..]) {
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

/// As [`is_plain_drawing`], of the name that begins at `from`.
fn is_plain_drawing_at(bytes: &[u8], from: usize) -> bool {
    let end = name_end(bytes, from);
    let lower = lowercase(&bytes[from..end]);
    is_plain_drawing(&lower[..(end - from).min(LONGEST_NAME + 1)])
}

/// Where the end tag of a drawing stands, if nothing but shapes does before it.
fn foreign_end(bytes: &[u8], from: usize, name: &[u8]) -> Option<usize> {
    let mut at = from;
    while let Some(found) = memchr(b'<', &bytes[at..]) {
        at += found;
        match bytes.get(at + 1)? {
            b'/' if names(&bytes[at + 2..], name) => return Some(at),
            // Any other may close an element around the drawing, and the drawing with it.
            b'/' if !is_plain_drawing_at(bytes, at + 2) => return None,
            b'/' => at = tag_end(bytes, at + 2),
            b'!' if bytes[at..].starts_with(b"<!--") => at = comment_end(bytes, at + 4),
            b if b.is_ascii_alphabetic() => {
                if !is_plain_drawing_at(bytes, at + 1) {
                    return None;
                }
                at = tag_end(bytes, at + 1);
            }
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pruned(html: &str) -> String {
        prune(html).html
    }

    #[test]
    fn scripts_styles_and_comments_go_and_their_tags_stay() {
        assert_eq!(pruned("一<script>if (a < b) {}</script>二"), "一<script></script>二");
        assert_eq!(pruned("<STYLE>p > a {}</Style >三"), "<STYLE></Style >三");
        assert_eq!(pruned("一<!-- <p>二 -- > --!>三"), "一<!---->三");
        assert_eq!(pruned("一<!-->二<!--->三"), "一<!---->二<!---->三");
        assert_eq!(pruned("<<!-- -->p>一&lt<!-- 二 -->;"), "<<!---->p>一&lt<!---->;");
    }

    #[test]
    fn scripts_end_as_the_standard_ends_them() {
        assert_eq!(pruned("<script>'</scripty>'</script>一"), "<script></script>一");
        assert_eq!(pruned("<script><!--<script></script>--></script>一"), "<script></script>一");
        assert_eq!(pruned("<script><!--></script>一"), "<script></script>一");
        assert_eq!(pruned("<script><!--<script>--></script>一"), "<script></script>一");
        assert_eq!(pruned("<script>一"), "<script>");
    }

    #[test]
    fn unread_attributes_go_and_quotes_hide_what_they_hold() {
        assert_eq!(pruned(r#"<p onclick="a>b" class='c' width=3>一"#), "<p class='c'>一");
        assert_eq!(pruned(r#"<a title="<!--" href=x>一</a>"#), "<a href=x>一</a>");
        assert_eq!(
            pruned(r#"<p style="color:red">一<p style="display : NONE">"#),
            r#"<p>一<p style="display : NONE">"#
        );
        assert_eq!(pruned("<br/><p a=b/>"), "<br/><p>");
        assert_eq!(pruned(r#"<table width="1"height="2"id=c>"#), r#"<table height="2"id=c>"#);
    }

    #[test]
    fn titles_and_verbatim_text_stay_and_plaintext_ends_pruning() {
        assert_eq!(pruned("<title>一<!--二--></title>"), "<title>一<!--二--></title>");
        assert_eq!(pruned("<plaintext>一<!--二-->"), "<plaintext>一<!--二-->");
    }

    #[test]
    fn drawings_go_unless_they_hold_more_than_shapes() {
        assert_eq!(pruned("<svg viewBox='0'><path d='M0'/></svg>一"), "<svg></svg>一");
        let mixed = "<svg><foreignObject><p>一<!--二--></p></foreignObject></svg><!--三-->";
        assert_eq!(pruned(mixed), mixed);
        for closed_around in ["<div><svg></div>一<!--二--></svg>", "<svg></p>一<!--二--></svg>"] {
            assert_eq!(pruned(closed_around), closed_around);
        }
        assert_eq!(pruned("<svg width=1 />一<path></path></svg>"), "<svg />一<path></path></svg>");
    }

    #[test]
    fn cut_off_markup_is_kept_but_for_what_nobody_reads() {
        for html in ["<", "</", "<p", "<p class", "<p class=\"x", "<!-", "a < b", "</p"] {
            assert_eq!(pruned(html), html);
        }
        assert_eq!(pruned("<p a="), "<p");
    }
}

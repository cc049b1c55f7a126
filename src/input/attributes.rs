//! A tag in, those of its attributes that anything reads out. Only they reach the tree.

mod name;

use super::carried;
use super::element::Flow;
use super::held;
use super::image::Lazy;
use super::longest;
use super::names::ElementName;
use super::references::{self, Place};
use super::rendering::{Rendering, background};
use super::skip;
use super::source::Source;
use crate::work::{Part, look};
use foldhash::HashSet;
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, QualName, local_name, ns};
use memchr::memchr3;
use name::{of_foreign, read_name};
use std::ops::Range;

/// The attributes of a tag that are read, and where the tag ends.
pub(super) struct Attributes {
    pub(super) kept: Vec<Attribute>,
    pub(super) end: usize,
    pub(super) self_closing: bool,
}

/// Reads the attributes from `at` to the tag's end; `None` where the page ends first. In a drawing some tell what ends it.
pub(super) fn read(
    source: &Source,
    mut at: usize,
    element: &ElementName,
    in_foreign: bool,
) -> Option<Attributes> {
    let bytes = source.text.as_bytes();
    let start = at;
    let mut kept: Vec<Attribute> = Vec::new();
    let (mut left_out, mut styled) = (false, false);
    let mut lazy = FirstLazy::default();
    let mut names = Names { written: HashSet::default(), end: at };
    loop {
        let mut self_closing = false;
        while let Some(&b) = bytes.get(at).filter(|&&b| skip::is_blank(b) || b == b'/') {
            self_closing = b == b'/';
            at += 1;
        }
        if *bytes.get(at)? == b'>' {
            if left_out && is_formatting(&element.local) {
                kept.push(attribute(local_name!(""), source.shared(start..at)));
            }
            return Some(Attributes { kept, end: at + 1, self_closing });
        }
        let skip::Attribute { name, value, end } = skip::attribute(bytes, at);
        at = end;
        // Of two styles the first counts, whether it hides or not.
        if bytes.get(name.clone())?.eq_ignore_ascii_case(b"style") && std::mem::replace(&mut styled, true) {
            left_out = true;
            continue;
        }
        let written = name.clone();
        let kept_name = read_name(element.flow, bytes, name.clone(), bytes.get(value.clone())?);
        let kept_name = kept_name
            .or_else(|| held::name(element.flow, bytes.get(name.clone())?, bytes.get(value.clone())?));
        match kept_name.or_else(|| in_foreign.then(|| of_foreign(bytes, name)).flatten()) {
            None => left_out = true,
            // Of two alike the first counts, also where its value says nothing.
            Some(local) if is_kept_for_its_value(&local) && !names.is_first(bytes, written.clone()) => {
                left_out = true;
            }
            // A style is kept as what it says: it may be long, and an open `<font>` is made anew in each paragraph.
            Some(local_name!("style")) => {
                left_out = true;
                let style = short(element.flow, &value_of(source, value));
                if !style.is_empty() {
                    kept.push(attribute(local_name!("style"), StrTendril::from(style)));
                }
            }
            Some(local) if local == *held::NAME => hold(&mut kept, value_of(source, value)),
            Some(local) => match kept.iter_mut().find(|known| known.name.local == local) {
                None => {
                    lazy.is_first(&local, source.slice(written));
                    kept.push(attribute(local, value_of(source, value)));
                }
                Some(known) if lazy.is_first(&local, source.slice(written)) => {
                    known.value = value_of(source, value);
                }
                Some(_) => {}
            },
        }
    }
}

fn is_kept_for_its_value(kept: &LocalName) -> bool {
    *kept == *held::NAME || Lazy::kind_of(kept).is_some() || carried::may_be(kept)
}

/// The names that a tag gives its attributes up to the byte `end`, in small letters.
struct Names {
    written: HashSet<Vec<u8>>,
    end: usize,
}

impl Names {
    /// True where no attribute before it has the `name`.
    fn is_first(&mut self, bytes: &[u8], name: Range<usize>) -> bool {
        let small = |name: Range<usize>| bytes.get(name).unwrap_or_default().to_ascii_lowercase();
        while self.end < name.start {
            if bytes.get(self.end).is_some_and(|&b| skip::is_blank(b) || b == b'/') {
                self.end += 1;
                continue;
            }
            let before = skip::attribute(bytes, self.end);
            self.written.insert(small(before.name));
            self.end = before.end;
        }
        !self.written.contains(&small(name))
    }
}

/// Of texts that an element holds for a script the longest is kept.
fn hold(kept: &mut Vec<Attribute>, value: StrTendril) {
    match kept.iter_mut().find(|known| known.name.local == *held::NAME) {
        Some(known) if known.value.len() <= value.len() => known.value = value,
        Some(_) => {}
        None => kept.push(attribute(held::NAME.clone(), value)),
    }
}

/// The names of the attributes that are kept under [`Lazy::name`]: of each kind the first in the order of names
/// counts.
#[derive(Default)]
struct FirstLazy<'a>([Option<&'a str>; 2]);

impl<'a> FirstLazy<'a> {
    /// True where `written` is kept under such a name, and comes before those so far.
    fn is_first(&mut self, kept: &LocalName, written: &'a str) -> bool {
        let Some(nth) = Lazy::kind_of(kept) else { return false };
        let before = |known: &str| {
            written.bytes().map(|b| b.to_ascii_lowercase()).lt(known.bytes().map(|b| b.to_ascii_lowercase()))
        };
        let first = self.0[nth].is_none_or(before);
        if first {
            self.0[nth] = Some(written);
        }
        first
    }
}

/// What of a style is read, in short.
fn short(flow: Flow, style: &str) -> String {
    let style = longest::read(&local_name!("style"), style);
    let rendering = Rendering::of(style).written();
    let picture =
        background(style).filter(|src| matches!(flow, Flow::Block(_)) && !src.contains(['"', '\'']));
    match picture {
        Some(src) => format!("background:url(\"{src}\");{rendering}"),
        None => rendering,
    }
}

fn value_of(source: &Source, range: Range<usize>) -> StrTendril {
    let value = source.slice(range.clone());
    look(Part::Tokens, value.len());
    if memchr3(b'&', 0, b'\r', value.as_bytes()).is_none() {
        return source.shared(range);
    }
    let value = &value.replace("\r\n", "\n");
    if source.has_nul {
        return StrTendril::from(references::resolve(&value.replace('\0', "\u{FFFD}"), Place::Attribute));
    }
    StrTendril::from(references::resolve(value, Place::Attribute))
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

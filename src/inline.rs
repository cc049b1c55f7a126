//! How the text of a block stands out: a walk's runs in, an article's spans out.
//!
//! A run begins where a visible character stands out in another way than the one before it. So there is
//! nothing to mend where a line is trimmed, cut or wrapped: a blank belongs to what is before it, and no span
//! begins or ends with one.

use crate::article::{Span, SpanKind, Text};
use crate::output::address;
use crate::text::space;
use crate::work::{Part, look};
use foldhash::HashMap;
use std::cell::Cell;
use std::marker::PhantomData;
use std::ops::Range;

/// From a place in a text on, how it stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Run {
    /// In bytes.
    pub(crate) at: u32,
    pub(crate) marks: Marks,
}

/// How a character stands out: flags, and above them the number of its link's address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Marks(u32);

impl Marks {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const BOLD: Self = Self(1);
    pub(crate) const ITALIC: Self = Self(1 << 1);
    pub(crate) const CODE: Self = Self(1 << 2);
    const FLAGS: u32 = 3;

    pub(crate) fn with(self, flag: Self) -> Self {
        Self(self.0 | flag.0)
    }

    pub(crate) fn without(self, flag: Self) -> Self {
        Self(self.0 & !flag.0)
    }

    pub(crate) fn has(self, flag: Self) -> bool {
        self.0 & flag.0 != 0
    }

    /// In a link to an address, in place of the one around it.
    pub(crate) fn linked(self, target: Target) -> Self {
        let flags = self.0 & ((1 << Self::FLAGS) - 1);
        Self(flags | target.0 << Self::FLAGS)
    }

    fn target(self) -> Option<Target> {
        Some(Target(self.0 >> Self::FLAGS)).filter(|target| *target != Target::NONE)
    }
}

/// The number of an address among those of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Target(u32);

impl Target {
    pub(crate) const NONE: Self = Self(0);
    /// As many as stand above the flags.
    const MOST: usize = (1 << (u32::BITS - Marks::FLAGS)) - 1;
}

/// The addresses of a page's links, one behind the other.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Targets {
    text: String,
    ends: Vec<u32>,
}

impl Targets {
    /// Adds an address; gives its number, or none where there is no room for it.
    pub(crate) fn push(&mut self, address: &str) -> Target {
        let end = u32::try_from(self.text.len() + address.len());
        let (Ok(end), true) = (end, self.ends.len() < Target::MOST) else { return Target::NONE };
        look(Part::Walk, address.len());
        self.text.push_str(address);
        self.ends.push(end);
        Target(u32::try_from(self.ends.len()).unwrap_or_default())
    }

    pub(crate) fn get(&self, target: Target) -> Option<&str> {
        let nth = target.0.checked_sub(1)? as usize;
        let start = nth.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.text.get(start as usize..*self.ends.get(nth)? as usize)
    }
}

/// Numbers for the addresses of a tree. A link left open is made anew in each paragraph, and all its copies
/// share one text: it is told by where it stands in memory, so that its length counts once.
#[derive(Debug, Default)]
pub(crate) struct Numbers<'a> {
    known: HashMap<*const u8, Target>,
    /// What stands there stays there.
    tree: PhantomData<&'a str>,
}

/// Longest text, in bytes, that a tree may keep in each copy.
const SHORT: usize = 8;

impl<'a> Numbers<'a> {
    pub(crate) fn of(&mut self, address: &'a str, targets: &mut Targets) -> Target {
        if address.is_empty() {
            return Target::NONE;
        }
        if address.len() <= SHORT {
            return targets.push(address);
        }
        *self.known.entry(address.as_ptr()).or_insert_with(|| targets.push(address))
    }
}

/// The addresses that may stand in a body: those of the page, and as many bytes more of copies of one link.
pub(crate) struct Links<'a> {
    targets: &'a Targets,
    room: Cell<usize>,
}

/// Bytes of addresses that copies of links may add to a body.
const MOST_REPEATED: usize = 1 << 16;

impl<'a> Links<'a> {
    pub(crate) fn of(targets: &'a Targets) -> Self {
        Self { targets, room: Cell::new(targets.text.len() + MOST_REPEATED) }
    }

    /// Where a run leads, while there is room.
    fn of_run(&self, run: Run) -> Option<&'a str> {
        let address = self.targets.get(run.marks.target()?).and_then(shown)?;
        (address.len() <= self.room.get()).then_some(address)
    }

    fn span(&self, range: Range<usize>, address: &str) -> Span {
        look(Part::Walk, address.len());
        self.room.set(self.room.get().saturating_sub(address.len()));
        Span::new(range, SpanKind::Link(address.to_owned()))
    }
}

/// The text of a block with the spans that its runs make; `but`: flags that say nothing there.
pub(crate) fn text(text: &str, runs: &[Run], links: &Links, but: Marks) -> Text {
    if runs.is_empty() {
        return Text::from(text);
    }
    let mut spans = Vec::new();
    for (nth, run) in runs.iter().enumerate() {
        let end = runs.get(nth + 1).map_or(text.len(), |next| next.at as usize);
        let start = run.at as usize;
        let Some(part) = text.get(start..end) else { continue };
        let range = start..start + part.trim_end_matches(space::is_blank).len();
        // A gap goes on what stands out on both sides of it.
        let reach = |flag: Marks| runs.get(nth + 1).is_some_and(|next| next.marks.has(flag));
        let flags =
            [(Marks::BOLD, SpanKind::Bold), (Marks::ITALIC, SpanKind::Italic), (Marks::CODE, SpanKind::Code)];
        for (flag, kind) in flags {
            if run.marks.without(but).has(flag) {
                spans.push(Span::new(range.start..if reach(flag) { end } else { range.end }, kind));
            }
        }
        if let Some(address) = links.of_run(*run) {
            let goes_on = runs.get(nth + 1).and_then(|next| links.of_run(*next)) == Some(address);
            spans.push(links.span(range.start..if goes_on { end } else { range.end }, address));
        }
    }
    Text::with_spans(text, spans)
}

/// An address that leads a reader elsewhere, and safely.
pub(crate) fn shown(address: &str) -> Option<&str> {
    address::safe(address.trim()).filter(|address| !address.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_end_before_blanks_and_go_on_over_them() {
        let link = Marks::NONE.linked(Target(1));
        let targets = Targets { text: "/a".to_owned(), ends: vec![2] };
        let run = |at, marks| Run { at, marks };
        let runs =
            [run(0, Marks::BOLD), run(2, Marks::BOLD.with(Marks::ITALIC)), run(4, link), run(6, Marks::NONE)];
        let text = text("a b c d", &runs, &Links::of(&targets), Marks::NONE);
        let spans = [
            Span::new(0..3, SpanKind::Bold),
            Span::new(2..3, SpanKind::Italic),
            Span::new(4..5, SpanKind::Link("/a".to_owned())),
        ];
        assert_eq!(text.spans(), spans);
    }

    #[test]
    fn copies_of_a_link_add_a_bounded_length() {
        let targets = Targets { text: format!("/{}", "a".repeat(4000)), ends: vec![4001] };
        let links = Links::of(&targets);
        let run = [Run { at: 0, marks: Marks::NONE.linked(Target(1)) }];
        let linked = (0..1000).filter(|_| !text("春", &run, &links, Marks::NONE).spans().is_empty()).count();
        assert_eq!(linked, (4001 + MOST_REPEATED) / 4001);
    }

    #[test]
    fn addresses_come_back_by_number_and_copies_of_one_share_it() {
        let (mut numbers, mut targets) = (Numbers::default(), Targets::default());
        let long = "/2024/03/a.html".to_owned();
        let given = ["", "/b", &long, &long, "/b"].map(|address| numbers.of(address, &mut targets));
        assert_eq!(given.map(|n| targets.get(n)), [None, Some("/b"), Some(&*long), Some(&*long), Some("/b")]);
        assert_eq!(given[2], given[3]);
        for address in ["javascript:x", "mailto:a@b.c", "#top", " ", "java\nscript:x"] {
            assert_eq!(shown(address), None, "{address:?}");
        }
        assert_eq!(shown(" https://a.b/ "), Some("https://a.b/"));
    }
}

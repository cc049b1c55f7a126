//! Head in, the titles it declares out, and how well a shown line agrees with them.
//!
//! A declared title carries the site's and the channel's name behind the headline; a shown line
//! tells where the headline ends. Only where nothing shown agrees is a suffix judged by itself.

use super::json_ld;
use super::title::site::Site;
use super::title::suffix::{is_strong_divider, without_named};
use crate::lexicon::people::is_organ;
use crate::line::time::chars;
use crate::page::Head;
use crate::text::share::share;
use crate::text::space;
use crate::text::start::start;
use crate::work::{Part, look};
use std::borrow::Cow;

/// Longest title that may be the portal's name alone, in characters.
const LONGEST_SITE: usize = 8;

/// A title that the head declares.
#[derive(Debug, Clone)]
pub(crate) struct Declared {
    /// As written, markup inside it taken out.
    pub(crate) text: String,
    /// For comparing: folded, without blanks.
    folded: Vec<char>,
    /// Places in `folded` where a part ends: the suffix or the column's name is cut there.
    edges: Vec<usize>,
}

/// Titles of the head that every shown line is compared with; the most of 314 saved pages are 5.
const MOST_TITLES: usize = 16;
/// Longest title of JSON-LD that is read, in characters, as of those that stand in the head.
const LONGEST_TITLE: usize = 200;

/// Titles of the head, each once, the surest first.
pub(crate) fn declared(head: &Head) -> Vec<Declared> {
    let named = |name: &str| {
        name == "og:title" || name.ends_with("title") && !name.contains("image") && !name.contains("site")
    };
    let metas = head.meta.iter().filter(|(name, _)| named(name)).map(|(_, content)| content.clone());
    let data = head.json_ld.iter().filter_map(|json| json_ld::string(json, "headline"));
    let data = data.map(|title| start(&title, LONGEST_TITLE).to_owned());
    let mut titles: Vec<Declared> = Vec::new();
    for text in metas.chain(data).chain(head.title.clone()).map(|text| without_markup(&text).into_owned()) {
        if titles.len() == MOST_TITLES {
            break;
        }
        let title = Declared::new(text);
        if !title.folded.is_empty()
            && !title.is_site()
            && !titles.iter().any(|known| known.folded == title.folded)
        {
            titles.push(title);
        }
    }
    titles
}

/// Longest tag in a title, in bytes: no more are searched for its end.
const LONGEST_TAG: usize = 40;

/// `text` without tags that a page's writer put into it.
pub(crate) fn without_markup(text: &str) -> Cow<'_, str> {
    if !text.contains('<') {
        return Cow::Borrowed(space::trim(text));
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('<') {
        let tag = rest.get(open..).unwrap_or_default();
        let is_tag = tag.chars().nth(1).is_some_and(|c| c.is_ascii_alphabetic() || c == '/');
        look(Part::Titles, open + LONGEST_TAG.min(tag.len()));
        let near = tag.as_bytes().get(..=LONGEST_TAG).unwrap_or(tag.as_bytes());
        let end = near.iter().position(|&b| b == b'>').filter(|_| is_tag);
        out.push_str(rest.get(..open).unwrap_or_default());
        out.push_str(if end.is_some() { " " } else { "<" });
        rest = tag.get(end.map_or(1, |end| end + 1)..).unwrap_or_default();
    }
    out.push_str(rest);
    Cow::Owned(space::trim(&out).to_owned())
}

/// A line for comparing: folded, quotation marks alike, blanks out.
pub(crate) fn folded(text: &str) -> Vec<char> {
    look(Part::Titles, text.len());
    let mut line = Vec::with_capacity(text.len() / 2);
    line.extend(text.chars().map(fold).filter(|&c| c != ' '));
    line
}

pub(super) fn fold(c: char) -> char {
    match c {
        '\u{4E00}'..='\u{9FFF}' => c,
        '\u{201C}' | '\u{201D}' | '\u{300C}' | '\u{300D}' => '"',
        '\u{2018}' | '\u{2019}' | '\u{300E}' | '\u{300F}' => '\'',
        '\u{2013}'..='\u{2015}' => '-',
        c => chars::fold_char(c),
    }
}

impl Declared {
    fn new(text: String) -> Self {
        let mut folded = Vec::new();
        let mut edges = Vec::new();
        for c in text.chars().map(fold) {
            if c == ' ' || is_divider(c) {
                edges.push(folded.len());
            }
            if c != ' ' {
                folded.push(c);
            }
        }
        edges.push(folded.len());
        Self { text, folded, edges }
    }

    /// True for the portal's name in place of a headline; a short headline may stand before that name.
    fn is_site(&self) -> bool {
        let undivided = self.edges.iter().all(|&edge| edge == self.folded.len());
        undivided && self.folded.len() <= LONGEST_SITE && is_organ(&self.text)
    }

    /// How well a shown line agrees, 0.0 to 1.0: 1.0 for the whole title or all before its suffix.
    pub(crate) fn agreement(&self, line: &[char]) -> f64 {
        if line.is_empty() || self.folded.is_empty() {
            return 0.0;
        }
        look(Part::Titles, line.len() + self.folded.len());
        let same = line.iter().zip(&self.folded).take_while(|(a, b)| a == b).count();
        if same == line.len() {
            return if same == self.folded.len() || self.is_edge(same) {
                share_before_suffix(&self.folded, same)
            } else {
                share_before_suffix(&self.folded, same) * 0.7
            };
        }
        if same == self.folded.len() || same * 10 >= line.len() * 7 && self.is_edge(same) {
            // The line has more: a note such as (图) that the head leaves out, or `原创` before it.
            return 0.95 * share(same, line.len());
        }
        if line.ends_with(&self.folded) && self.folded.len() * 2 > line.len() {
            return 0.9 * share(self.folded.len(), line.len());
        }
        self.inside(line)
    }

    /// False where the two ends of a line say that [`Declared::agreement`] with it is 0.0.
    pub(crate) fn may_agree(&self, line: &str) -> bool {
        look(Part::Titles, self.folded.len());
        let first = line.chars().map(fold).find(|&c| c != ' ');
        let last = line.chars().rev().map(fold).find(|&c| c != ' ');
        first.is_some_and(|first| self.folded.contains(&first)) || last == self.folded.last().copied()
    }

    /// A line that the title has inside: behind a column's name.
    fn inside(&self, line: &[char]) -> f64 {
        let starts = self.edges.iter().map(|&edge| self.folded.get(edge..).unwrap_or_default());
        let mut inner = starts.map(|rest| match rest.split_first() {
            Some((&first, rest)) if is_divider(first) => rest,
            _ => rest,
        });
        let found = inner.find(|rest| rest.starts_with(line)).filter(|_| line.len() >= 6);
        found.map_or(0.0, |part| 0.8 * share_before_suffix(part, line.len()))
    }

    fn is_edge(&self, at: usize) -> bool {
        self.edges.contains(&at) || self.folded.get(at) == Some(&'(')
    }

    /// The title shown whole inside a line that has a little more before it.
    pub(crate) fn shown_at_end_of(&self, line: &[char]) -> bool {
        line.len() > self.folded.len() && line.ends_with(&self.folded)
    }

    /// The title without what is the site's or a channel's name before and behind it.
    pub(crate) fn headline(&self, site: &Site) -> String {
        without_named(&self.text, site)
    }

    /// True for a medium's name that stands before the headline in the title: `某报 - …`.
    pub(crate) fn has_site_first(&self, name: &str, site: &Site) -> bool {
        is_organ(name) && self.text.starts_with(name) && !self.headline(site).starts_with(name)
    }

    /// True for a line that is a part of the title and not the headline by itself.
    pub(crate) fn goes_on_around(&self, line: &[char]) -> bool {
        let rest = self.folded.get(line.len()..).unwrap_or_default();
        let whole = self.folded.starts_with(line) && rest.first().is_none_or(|&c| is_strong_divider(c));
        look(Part::Titles, self.folded.len());
        !line.is_empty() && !whole && self.folded.windows(line.len()).any(|part| part == line)
    }

    /// The title up to where `shown`, folded lines joined, ends in it; `None` where it says something else.
    pub(crate) fn begun_by(&self, shown: &[char]) -> Option<String> {
        if !self.folded.starts_with(shown) || !self.is_edge(shown.len()) {
            return None;
        }
        let mut left = shown.len();
        let taken = self.text.chars().take_while(|&c| {
            let taken = left > 0;
            left -= usize::from(taken && fold(c) != ' ');
            taken
        });
        Some(taken.collect())
    }
}

/// Part of a title before its last dividers that its first `chars` characters are; short suffixes cost nothing.
fn share_before_suffix(title: &[char], chars: usize) -> f64 {
    let rest = title.get(chars..).unwrap_or_default();
    let first = rest.first().copied();
    if first.is_none_or(is_strong_divider) {
        return 1.0;
    }
    let suffix = rest.iter().rposition(|&c| is_strong_divider(c)).unwrap_or(0);
    let headline = chars + rest.iter().position(|&c| is_strong_divider(c)).unwrap_or(suffix.max(rest.len()));
    0.3 + 0.7 * share(chars, headline)
}

fn is_divider(c: char) -> bool {
    is_strong_divider(c) || matches!(c, ':' | '/')
}

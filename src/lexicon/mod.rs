//! Words as data, one list a category, and the one search that finds them all.
//!
//! A phrase alone judges nothing: it counts where the shape of its line fits its anchor, and what
//! it is worth stands in the table of weights. `tests` checks the lists: every row reads, no phrase
//! stands twice, and each is found in a line that uses it.

pub(crate) mod hints;
pub(crate) mod classes;
pub(crate) mod name_set;
pub(crate) mod verdict;
pub(crate) mod labels;
pub(crate) mod kinds;
pub(crate) mod fields;
pub(crate) mod people;
pub(crate) mod sources;
pub(crate) mod statements;
mod frame;
mod hits;
mod matcher;
mod phrases;
mod variants;

use crate::text::space;
use frame::{Fit, Frame};
pub(crate) use hits::Hits;
use matcher::{GAP_BYTES, Meaning, matcher};
use std::ops::Range;

/// What a phrase speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Category {
    Source,
    Role,
    Bio,
    Original,
    Time,
    Count,
    Tools,
    Share,
    Navigation,
    Channel,
    Continue,
    Related,
    Disclaimer,
    Footer,
    App,
    Comments,
    Rank,
    Caption,
}

impl Category {
    fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Role => "role",
            Self::Bio => "bio",
            Self::Original => "original",
            Self::Time => "time",
            Self::Count => "count",
            Self::Tools => "tools",
            Self::Share => "share",
            Self::Navigation => "navigation",
            Self::Channel => "channel",
            Self::Continue => "continue",
            Self::Related => "related",
            Self::Disclaimer => "disclaimer",
            Self::Footer => "footer",
            Self::App => "app",
            Self::Comments => "comments",
            Self::Rank => "rank",
            Self::Caption => "caption",
        }
    }
}

/// Where in its line a phrase counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Anchor {
    /// The line is the phrase, marks around it aside.
    Whole,
    /// The line begins with it, opening marks aside.
    Start,
    /// The same, where it gives a name or nothing: 审核李大同, not 审核制度.
    Label,
    /// The line begins with it, and a mark of those behind labels follows, which counts with it: 编辑丨.
    Marked,
    /// The line ends with it, closing marks aside.
    End,
    /// Anywhere.
    Any,
}

const LISTS: &[(Category, &str)] = &[
    (Category::Source, include_str!("source.tsv")),
    (Category::Role, include_str!("role.tsv")),
    (Category::Bio, include_str!("bio.tsv")),
    (Category::Original, include_str!("original.tsv")),
    (Category::Time, include_str!("time.tsv")),
    (Category::Count, include_str!("count.tsv")),
    (Category::Tools, include_str!("tools.tsv")),
    (Category::Share, include_str!("share.tsv")),
    (Category::Navigation, include_str!("navigation.tsv")),
    (Category::Channel, include_str!("channel.tsv")),
    (Category::Continue, include_str!("continue.tsv")),
    (Category::Related, include_str!("related.tsv")),
    (Category::Disclaimer, include_str!("disclaimer.tsv")),
    (Category::Footer, include_str!("footer.tsv")),
    (Category::App, include_str!("app.tsv")),
    (Category::Comments, include_str!("comments.tsv")),
    (Category::Rank, include_str!("rank.tsv")),
    (Category::Caption, include_str!("caption.tsv")),
];

/// A line of a list: a phrase in one script, and where it counts.
#[derive(Debug, Clone, Copy)]
struct Row {
    category: Category,
    phrase: &'static str,
    /// As the list names them.
    anchors: &'static str,
}

impl Row {
    fn of(category: Category, row: &'static str) -> Self {
        let mut columns = row.split('\t');
        let mut column = || columns.next().unwrap_or_default();
        Self { category, phrase: column(), anchors: column() }
    }

    fn anchors(self) -> impl Iterator<Item = Anchor> {
        self.anchors.split(' ').filter_map(Anchor::named)
    }

    /// Its phrase as both scripts write it.
    fn spellings(self) -> Vec<&'static str> {
        variants::spellings(self.phrase)
    }
}

/// The rows of all lists, and of the labels that are phrases too.
fn phrase_rows() -> impl Iterator<Item = Row> {
    let lists = LISTS.iter().flat_map(|&(category, list)| rows(list).map(move |row| Row::of(category, row)));
    let labels = labels::phrase_rows().filter_map(|(phrase, counts)| {
        let (name, anchors) = counts.split_once(' ')?;
        let category =
            LISTS.iter().map(|(category, _)| *category).find(|category| category.name() == name)?;
        Some(Row { category, phrase, anchors })
    });
    lists.chain(labels)
}

/// The rows of a list: comments and blank lines left out.
fn rows(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Finds the phrases of all lists in a line.
pub(crate) fn find(line: &str) -> Hits {
    let mut hits = Hits::default();
    let frame = Frame::of(line);
    let mut covered_to = 0;
    let mut tokens = 0;
    each(line, &frame, |category, anchor, fit, range| {
        if fit == Fit::Anchor {
            hits.add(category, anchor);
        } else {
            hits.bits |= 1 << category as u8;
            hits.first |= if frame.starts_with(&range) { 1 << category as u8 } else { 0 };
            tokens |= 1 << category as u8;
        }
        let new = range.start.max(covered_to)..range.end;
        hits.covered_chars += line.get(new).map_or(0, space::visible_chars);
        covered_to = covered_to.max(range.end);
    });
    // A row of labels: 打印 关闭.
    if tokens != 0 && hits.covered_chars * 2 >= space::visible_chars(line) {
        hits.anchored |= tokens;
    }
    hits
}

/// The phrases of all lists in a line as it writes them, each behind the name of its category.
pub(crate) fn phrases_in(line: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut seen = foldhash::HashSet::default();
    each(line, &Frame::of(line), |category, _, _, range| {
        let phrase = line.get(range).unwrap_or_default();
        if seen.insert((category as u8, phrase)) {
            found.push(format!("{} {phrase}", category.name()));
        }
    });
    found
}

/// Tells of every phrase in a line that counts where it stands.
fn each(line: &str, frame: &Frame<'_>, mut tell: impl FnMut(Category, Anchor, Fit, Range<usize>)) {
    let matcher = matcher();
    let mut opened: Vec<Option<Range<usize>>> = Vec::new();
    for found in matcher.find(line, frame) {
        for &meaning in matcher.meanings(&found) {
            let (range, category, anchor) = match meaning {
                Meaning::Phrase(category, anchor) => (found.at.clone(), category, anchor),
                Meaning::Opens(gapped) => {
                    opened.resize(matcher.gapped, None);
                    opened[gapped] = Some(found.at.clone());
                    continue;
                }
                Meaning::Closes(gapped, category, anchor) => match opened.get(gapped) {
                    Some(Some(first))
                        if first.end <= found.at.start && found.at.start - first.end <= GAP_BYTES =>
                    {
                        (first.start..found.at.end, category, anchor)
                    }
                    _ => continue,
                },
            };
            let fit = frame.fits(anchor, &range);
            if fit != Fit::No {
                let mark = if anchor == Anchor::Marked { frame.mark_at(range.end) } else { None };
                tell(category, anchor, fit, range.start..mark.unwrap_or(range.end));
            }
        }
    }
}

impl Anchor {
    fn named(name: &str) -> Option<Self> {
        match name {
            "whole" => Some(Self::Whole),
            "start" => Some(Self::Start),
            "label" => Some(Self::Label),
            "marked" => Some(Self::Marked),
            "end" => Some(Self::End),
            "any" => Some(Self::Any),
            _ => None,
        }
    }

    /// True where a line must begin with the phrase, whatever follows.
    fn is_start(self) -> bool {
        matches!(self, Self::Start | Self::Label | Self::Marked)
    }

    fn fits(self, at_start: bool, at_end: bool) -> bool {
        match self {
            Self::Whole => at_start && at_end,
            Self::Start | Self::Label | Self::Marked => at_start,
            Self::End => at_end,
            Self::Any => true,
        }
    }
}

#[cfg(test)]
mod tests;

//! Page, headline and body in, the blocks worth reading for metadata out: those around the headline
//! and around both ends of the body. Nothing else of the page is looked at.

use super::fields::{self, Part};
use super::parts::Parts;
use super::signers;
use super::title::Headline;
use crate::body::trim::Fate;
use crate::lexicon::labels::Field;
use crate::lexicon::{self, Category};
use crate::line::credits::{Credit, credits};
use crate::line::forms::{Present, Spot};
use crate::line::reading::is_credit_line;
use crate::line::tokens::Tokens;
use crate::page::{Page, Role, Tag, TextBlock};
use crate::text::punctuation;
use std::cell::OnceCell;
use std::ops::Range;

/// A block that may hold metadata. What is in it is read when first asked for.
#[derive(Debug)]
pub(crate) struct Line<'a> {
    pub(crate) block: usize,
    pub(crate) text: &'a str,
    /// Set as a picture's caption.
    pub(crate) is_caption: bool,
    /// Set in a way through the site.
    pub(crate) in_navigation: bool,
    /// Behind the first paragraph of the body.
    pub(crate) in_text: bool,
    /// The `alt` text of the picture right below, or nothing.
    pub(crate) picture_below: Option<&'a str>,
    parts: &'a Parts<'a>,
    seams: &'a [u16],
    present: OnceCell<Present>,
    tokens: OnceCell<Tokens>,
}

/// The lines around an article, each list nearest first.
#[derive(Debug, Default)]
pub(crate) struct Zones<'a> {
    /// Over the headline.
    pub(crate) above: Vec<Line<'a>>,
    /// The headline's own block, where it has a time, and whether it has more than the headline.
    pub(crate) headline: Option<Line<'a>>,
    headline_has_more: bool,
    /// From the headline to the body.
    pub(crate) front: Vec<Line<'a>>,
    /// The first blocks of the body.
    pub(crate) opening: Vec<(usize, &'a str)>,
    /// The last blocks of the body, the last one first.
    pub(crate) closing: Vec<(usize, &'a str)>,
    /// Between the last blocks of the body, what was taken out of it.
    pub(crate) inside: Vec<Line<'a>>,
    /// After the body.
    pub(crate) after: Vec<Line<'a>>,
    /// How many of them come before related items.
    unrelated: usize,
    /// The blocks of the page's own article.
    pub(crate) own: Range<usize>,
}

/// How many lines each zone holds at most. On 79 pages the farthest time line stands 10 lines under
/// the headline, and the farthest editor line 12 under the body.
const ABOVE: usize = 6;
const FRONT: usize = 16;
const OPENING: usize = 4;
const CLOSING: usize = 8;
/// Blocks from the last one of the body on upwards among which people are looked for.
const INSIDE: usize = 16;
const AFTER: usize = 20;
/// Elements between a menu's item and the menu.
const NAVIGATION_DEPTH: usize = 5;
/// Characters beyond which a line is prose, not metadata.
const LONGEST_LINE: usize = 120;

/// The zones of a page whose own article stands in the blocks `own`.
pub(crate) fn zones<'a>(
    parts: &'a Parts,
    headline: &Headline,
    fates: &[Fate],
    own: &Range<usize>,
) -> Zones<'a> {
    let page = parts.page;
    let kept = |at: &usize| fates.get(*at) == Some(&Fate::Kept) && !page.blocks[*at].text.is_empty();
    let blocks = page.blocks.len();
    let first = (0..blocks).find(kept);
    let last = (0..blocks).rfind(kept);
    let start = headline.block.map_or_else(|| first.map_or(0, |first| back(page, first, FRONT)), |at| at + 1);
    let mut front = front(parts, start..last.map_or(blocks, |last| last + 1), fates);
    if let Some(first) = first {
        let far = front.last().map_or(start, |line| line.block + 1);
        if first > far {
            front.extend(lines(parts, back(page, first, ABOVE).max(far)..first, ABOVE));
        }
    }
    let above_end = headline.block.unwrap_or(start);
    let mut above: Vec<_> =
        lines(parts, back(page, above_end, ABOVE).max(own.start)..above_end, ABOVE).collect();
    above.reverse();
    let after: Vec<_> =
        last.map_or_else(Vec::new, |last| lines(parts, last + 1..own.end.max(last + 1), AFTER).collect());
    let unrelated = unrelated(&front, &after);
    let read = |at: &usize| kept(at) && !is_item(&page.blocks[*at]);
    let texts = |at: usize| (at, page.blocks[at].text.as_str());
    Zones {
        above,
        headline: headline.block.and_then(|at| line(parts, at)).filter(Line::has_time),
        headline_has_more: headline
            .block
            .is_none_or(|at| headline.text.as_ref() != Some(&page.blocks[at].text)),
        front,
        opening: first
            .map_or_else(Vec::new, |first| (first..blocks).filter(read).take(OPENING).map(texts).collect()),
        closing: last.map_or_else(Vec::new, |last| {
            let signed = signers::end(page, headline, last, |at| kept(&at));
            let text = (0..=last).rev().filter(read).take(CLOSING);
            (last + 1..signed).rev().chain(text).map(texts).collect()
        }),
        inside: last.map_or_else(Vec::new, |last| inside(parts, last, fates)),
        unrelated,
        after,
        own: own.clone(),
    }
}

/// How many of the lines after the body come before related items, or before another article: where the lines
/// over the text tell time and source, a line below that tells both again is another's.
fn unrelated(front: &[Line], after: &[Line]) -> usize {
    let told = front.iter().any(Line::tells_time_and_source);
    let ends = |line: &Line| line.begins_related() || told && line.tells_time_and_source();
    after.iter().position(ends).unwrap_or(after.len())
}

/// Lines taken out of the body's end: people over a box that passed for text.
fn inside<'a>(parts: &'a Parts, last: usize, fates: &[Fate]) -> Vec<Line<'a>> {
    let end = (0..last).rev().take(INSIDE);
    let taken = end.filter(|&at| matches!(fates.get(at), Some(Fate::Chrome | Fate::EndLine)));
    taken.filter_map(|at| line(parts, at)).collect()
}

/// Lines under the headline until the running text begins.
fn front<'a>(parts: &'a Parts, range: Range<usize>, fates: &[Fate]) -> Vec<Line<'a>> {
    let mut lines_found = Vec::new();
    let mut prose = 0;
    let mut begun = false;
    for at in range {
        let block = &parts.page.blocks[at];
        let kept = fates.get(at) == Some(&Fate::Kept);
        // An item of the body is no byline, however short.
        if block.text.is_empty() || kept && is_item(block) {
            continue;
        }
        let is_text = kept && is_prose(&block.text) && !is_credit_line(&block.text, Spot::Front);
        prose += usize::from(is_text);
        if prose > 1 || lines_found.len() >= FRONT {
            break;
        }
        if !is_text {
            lines_found.extend(line(parts, at).map(|line| Line { in_text: begun, ..line }));
        }
        begun |= kept && punctuation::ends_sentence(&block.text);
    }
    lines_found
}

/// True for an item of a list, and for a cell of a table that is no paragraph.
fn is_item(block: &TextBlock) -> bool {
    block.is_list_item() || matches!(block.role, Role::Cell { .. }) && !is_prose(&block.text)
}

fn is_prose(text: &str) -> bool {
    text.chars().count() > 60 && text.chars().any(|c| c == '\u{3002}' || c == '\u{FF0C}' || c == ',')
}

fn lines<'a>(parts: &'a Parts, range: Range<usize>, most: usize) -> impl Iterator<Item = Line<'a>> {
    range.filter_map(|at| line(parts, at)).take(most)
}

fn line<'a>(parts: &'a Parts, at: usize) -> Option<Line<'a>> {
    let block = parts.page.blocks.get(at)?;
    let chars = block.text.chars().take(LONGEST_LINE + 1).count();
    let link_list = chars > 16 && block.linked_chars * 10 > chars * 9 && block.links <= 1;
    ((1..=LONGEST_LINE).contains(&chars) && !link_list).then(|| Line {
        block: at,
        text: &block.text,
        is_caption: block.role == Role::Caption,
        in_text: false,
        in_navigation: in_navigation(parts.page, block.container),
        picture_below: picture_below(parts.page, at),
        parts,
        seams: &block.seams,
        present: OnceCell::new(),
        tokens: OnceCell::new(),
    })
}

fn in_navigation(page: &Page, container: usize) -> bool {
    let around = std::iter::successors(Some(container), |&at| (at != 0).then(|| page.containers[at].parent));
    around.take(NAVIGATION_DEPTH).any(|at| page.containers[at].tag == Tag::Nav)
}

fn picture_below(page: &Page, at: usize) -> Option<&str> {
    match &page.blocks.get(at + 1)?.role {
        Role::Image(image) => Some(image.alt.as_str()),
        _ => None,
    }
}

/// The place `count` non-empty blocks before `end`.
fn back(page: &Page, end: usize, count: usize) -> usize {
    let shown = |at: &usize| page.blocks.get(*at).is_some_and(|block| !block.text.is_empty());
    (0..end).rev().filter(shown).take(count).last().unwrap_or(end)
}

impl<'a> Zones<'a> {
    /// The headline's own block where other things stand in it: what a headline tells of a day is none of them.
    pub(crate) fn beside_headline(&self) -> Option<&Line<'a>> {
        self.headline.as_ref().filter(|_| self.headline_has_more)
    }

    /// The lines after the body that come before related items.
    pub(crate) fn after_unrelated(&self) -> &[Line<'a>] {
        self.after.get(..self.unrelated).unwrap_or_default()
    }

    /// Those of them that come before comments.
    pub(crate) fn before_comments(&self) -> &[Line<'a>] {
        let after = self.after_unrelated();
        let end = after.iter().position(Line::begins_comments).unwrap_or(after.len());
        after.split_at(end).0
    }
}

impl<'a> Line<'a> {
    /// Its labels, times and values.
    pub(crate) fn parts(&self) -> &'a [Part] {
        self.parts.of(self.block)
    }

    /// True for an item of a list.
    pub(crate) fn is_item(&self) -> bool {
        self.parts.page.blocks[self.block].is_list_item()
    }

    /// True where inline elements meet in it.
    pub(crate) fn is_joined(&self) -> bool {
        !self.seams.is_empty()
    }

    /// What its tokens may be, told without reading them.
    pub(crate) fn present(&self) -> Present {
        *self.present.get_or_init(|| Present::in_text(self.text))
    }

    /// Everyone whom it names at `spot`.
    pub(crate) fn credits(&self, spot: Spot) -> Vec<Credit> {
        if self.present().may_credit(spot) { credits(self.tokens(), spot).0 } else { Vec::new() }
    }

    pub(crate) fn tokens(&self) -> &Tokens {
        self.tokens.get_or_init(|| Tokens::of(self.text, self.seams))
    }

    pub(crate) fn begins_with_label(&self) -> bool {
        fields::may_begin_with_label(self.text) && matches!(self.parts().first(), Some(Part::Label(_)))
    }

    /// True for a heading over related items: what stands under it is another article's.
    fn begins_related(&self) -> bool {
        self.is_heading_of(&[Category::Related, Category::Rank])
    }

    /// True for a heading over comments.
    pub(crate) fn begins_comments(&self) -> bool {
        self.is_heading_of(&[Category::Comments])
    }

    fn is_heading_of(&self, categories: &[Category]) -> bool {
        self.text.chars().count() <= 14 && lexicon::find(self.text).has_any(categories)
    }

    /// True for a caption, a sentence or an advertisement rather than a line of fields.
    pub(crate) fn is_sentence(&self) -> bool {
        punctuation::ends_sentence(self.text) && self.text.chars().count() > 14 && !self.begins_with_label()
    }

    fn tells_time_and_source(&self) -> bool {
        self.has_time() && self.parts().contains(&Part::Label(Field::Source))
    }

    pub(crate) fn has_time(&self) -> bool {
        self.parts.have_time(self.block)
    }
}

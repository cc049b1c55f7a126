//! A page's lines in order, where its main text begins, and what that text says.

use super::super::fields::{self, Part};
use super::super::parts::Parts;
use crate::article::BylineRole;
use crate::body::shape::Shape;
use crate::lexicon::Category;
use crate::lexicon::labels::Field;
use crate::page::TextBlock;
use crate::text::punctuation;
use crate::text::start::start;

/// Lines over a time line that may be its headline.
const OVER_TIME: usize = 4;
/// Lines from a time line down to what is no headline any more.
const UNDER_TIME: std::ops::Range<usize> = 3..14;
/// Characters of a paragraph that counts as running text, and the most that one counts for.
const PROSE_CHARS: usize = 30;
const MOST_PROSE_CHARS: usize = 400;
/// Lines that a text's start looks ahead.
const PROSE_WINDOW: usize = 16;
/// The main text begins at the first window with this part of the best one's prose.
const FAIR_PART: usize = 3;
/// Lines under a time line in which running text must begin: share bars stand between.
const PROSE_AFTER: usize = 30;
/// As good as a paragraph there: so many lines that end a sentence, where each is a paragraph of its own.
const SENTENCES_AFTER: usize = 3;
/// Paragraphs below a headline that make an article of it.
const ARTICLE_PROSE: usize = 3;
/// Characters of the main text whose pairs are compared with a headline's.
pub(crate) const TEXT_CHARS: usize = 4000;
/// Characters of a line of time and source, least and most: `文/张` is one of author.
const DATELINE_CHARS: std::ops::RangeInclusive<usize> = 3..=80;

/// Chinese characters of a headline behind a day in it.
const TOLD_HAN: usize = 6;

/// Characters of lines that are counted: of shorter ones nothing follows from standing twice, longer
/// ones are no headlines.
pub(crate) const COUNTED_CHARS: std::ops::RangeInclusive<usize> = 6..=110;

/// A block with text, as the search sees it.
#[derive(Debug)]
pub(crate) struct Shown<'a> {
    pub(crate) block: usize,
    pub(crate) text: &'a str,
    pub(crate) chars: usize,
    /// Few lines are one: it takes little room in the others.
    pub(crate) dateline: Option<Box<Dateline<'a>>>,
    /// Has a label, a prompt or the like in it.
    pub(crate) is_label: bool,
    /// Characters of a paragraph of running text, 0 for anything else.
    pub(crate) prose_chars: usize,
    ends_sentence: bool,
}

/// A line with a full date or a source label: it stands under headlines.
#[derive(Debug)]
pub(crate) struct Dateline<'a> {
    /// The text before its first time or label.
    pub(crate) before: &'a str,
    /// Time and source on one line: no list of other articles has both.
    is_full: bool,
}

/// The lines of a page that show text.
#[derive(Debug)]
pub(crate) struct Lines<'a> {
    pub(crate) shown: Vec<Shown<'a>>,
    /// Where in `shown` the main text begins.
    pub(crate) text_start: usize,
    /// True where that is known from the body, not guessed.
    pub(crate) is_text_known: bool,
    /// How often the text of each block stands on the page.
    repeats: &'a [u32],
}

impl<'a> Lines<'a> {
    /// The lines of a page, their main text where it seems to begin.
    pub(crate) fn new(parts: &'a Parts, shapes: &'a [Shape], repeats: &'a [u32]) -> Self {
        let blocks = parts.page.blocks.iter().zip(shapes).enumerate();
        let visible = blocks.filter(|(_, (block, _))| !block.text.is_empty());
        let shown: Vec<Shown> = visible.map(|(at, (block, shape))| show(at, block, shape, parts)).collect();
        let text_start = text_start(&shown);
        Self { shown, text_start, is_text_known: false, repeats }
    }

    /// Has the main text begin with the block `body`. False where it seemed to begin there anyway.
    pub(crate) fn begin_text_at(&mut self, body: usize) -> bool {
        let Some(known) = self.shown.iter().position(|line| line.block >= body) else { return false };
        let moved = known != self.text_start;
        (self.text_start, self.is_text_known) = (known, true);
        moved
    }

    /// How often a line of [`COUNTED_CHARS`] stands on the page; 0 for other lines.
    pub(crate) fn count(&self, line: &Shown) -> u32 {
        if COUNTED_CHARS.contains(&line.chars) { self.repeats[line.block] } else { 0 }
    }

    /// Lines between a line and the next dateline, which running text must follow.
    pub(crate) fn over_time(&self, nth: usize) -> Option<usize> {
        let below = self.shown.get(nth + 1..)?;
        let lines = below.iter().take(OVER_TIME).position(Shown::is_dateline)?;
        let after = below.get(lines..)?.iter().take(PROSE_AFTER);
        let text = after.clone().any(|line| line.prose_chars > 0)
            || after.filter(|line| line.ends_sentence).nth(SENTENCES_AFTER - 1).is_some();
        (text || below.get(lines)?.dateline.as_ref()?.is_full).then_some(lines)
    }

    /// True some lines under a time line. Right under one a headline may stand: papers put the day first.
    pub(crate) fn under_time(&self, nth: usize) -> bool {
        let over = nth.saturating_sub(UNDER_TIME.end)..nth.saturating_sub(UNDER_TIME.start);
        self.shown.get(over).unwrap_or_default().iter().any(Shown::is_dateline)
    }

    /// The block from which on so many paragraphs stand below a headline that they are its article.
    pub(crate) fn article_end(&self, headline: usize) -> Option<usize> {
        let below = self.shown.iter().skip_while(|line| line.block <= headline);
        below.filter(|line| line.prose_chars > 0).nth(ARTICLE_PROSE - 1).map(|line| line.block)
    }

    /// True for a block over the main text, or its first.
    pub(crate) fn is_over_text(&self, block: usize) -> bool {
        self.shown.get(self.text_start).is_none_or(|start| block <= start.block)
    }

    /// The paragraphs of the main text, as far as its words are compared with a headline's, each with its block.
    pub(crate) fn prose(&self) -> impl Iterator<Item = (usize, &'a str)> {
        let text = self.shown.get(self.text_start..).unwrap_or_default();
        let mut left = TEXT_CHARS;
        // A headline's copy further down would have all its words come back.
        text.iter().filter(|line| line.prose_chars > 0 && self.count(line) < 2).map_while(move |line| {
            let taken = (left > 0).then(|| (line.block, start(line.text, left)));
            left -= line.chars.min(left);
            taken
        })
    }
}

fn show<'a>(
    block: usize,
    TextBlock { text, linked_chars, .. }: &'a TextBlock,
    shape: &'a Shape,
    parts: &'a Parts,
) -> Shown<'a> {
    let chars = shape.chars;
    let is_prose = chars >= PROSE_CHARS && linked_chars * 4 < chars && has_marks(text);
    Shown {
        block,
        text,
        chars,
        dateline: DATELINE_CHARS
            .contains(&chars)
            .then(|| Dateline::of(text, shape, || parts.of(block)))
            .flatten()
            .map(Box::new),
        is_label: is_label(shape),
        ends_sentence: shape.ends_sentence,
        prose_chars: if is_prose { chars.min(MOST_PROSE_CHARS) } else { 0 },
    }
}

impl Shown<'_> {
    pub(crate) fn is_dateline(&self) -> bool {
        self.dateline.is_some()
    }
}

impl<'a> Dateline<'a> {
    fn of(text: &str, shape: &Shape, parts: impl FnOnce() -> &'a [Part]) -> Option<Self> {
        let begins = || fields::may_begin_with_label(text);
        let may_be = match shape.digits {
            0 => begins(),
            1..6 => false,
            _ => shape.has_date || !shape.is_searched_for_dates() || begins(),
        };
        if !may_be {
            return None;
        }
        let parts = parts();
        let has = |wanted: fn(&Part) -> bool| parts.iter().any(wanted);
        let dated = has(|part| matches!(part, Part::Time(time) if time.year.is_some()));
        let texts: usize =
            parts.iter().map(|part| if let Part::Text(text) = part { text.chars().count() } else { 0 }).sum();
        let labelled = matches!(
            parts.first(),
            Some(Part::Label(
                Field::Source | Field::Person(BylineRole::Author) | Field::Published | Field::Updated
            ))
        );
        let is_full = has(|part| matches!(part, Part::Time(_)))
            && has(|part| matches!(part, Part::Label(Field::Source)));
        (texts <= 40 && (dated || labelled && texts > 0) && !goes_on_behind_day(text, parts))
            .then(|| Self { before: fields::before(parts), is_full })
    }
}

/// True for a headline that tells of a day, `新村3月21日起停水`: it goes on right behind it, with no label or clock.
fn goes_on_behind_day(text: &str, parts: &[Part]) -> bool {
    let (Some(Part::Text(after)), Some(Part::Time(time))) = (parts.last(), parts.iter().nth_back(1)) else {
        return false;
    };
    let before = text.strip_suffix(after.as_str()).unwrap_or_default();
    let only = parts.iter().filter(|part| !matches!(part, Part::Text(_))).count() == 1;
    only && time.clock.is_none()
        && before.ends_with(['日', '号', '號'])
        && after.chars().filter(|&c| punctuation::is_han(c)).nth(TOLD_HAN - 1).is_some()
}

/// True for a line of chrome, a fourth of which at least says so.
fn is_label(shape: &Shape) -> bool {
    let categories = [
        Category::Source,
        Category::Role,
        Category::Time,
        Category::Count,
        Category::Tools,
        Category::Share,
        Category::Navigation,
        Category::Channel,
        Category::Footer,
        Category::App,
        Category::Comments,
        Category::Related,
        Category::Disclaimer,
        Category::Caption,
    ];
    shape.hits.has_any(&categories) && shape.hits.covered_chars * 4 >= shape.chars
}

fn has_marks(text: &str) -> bool {
    let is_mark = |&c: &char| matches!(c, '\u{3002}' | '\u{FF0C}' | ',' | '\u{FF1B}');
    text.chars().filter(is_mark).nth(1).is_some() && !text.starts_with(['\u{B7}', '\u{2022}', '\u{25AA}'])
}

/// Where the main text begins: the first paragraph whose following lines hold a fair part of prose.
fn text_start(shown: &[Shown]) -> usize {
    let prose = |at: usize| shown.get(at).map_or(0, |line| line.prose_chars);
    let mut window: usize = shown.iter().take(PROSE_WINDOW).map(|line| line.prose_chars).sum();
    let mut sums = Vec::with_capacity(shown.len());
    for at in 0..shown.len() {
        sums.push(window);
        window = window + prose(at + PROSE_WINDOW) - prose(at);
    }
    let most = sums.iter().copied().max().unwrap_or(0);
    let begins = |&(at, sum): &(usize, usize)| prose(at) > 0 && sum * FAIR_PART >= most;
    sums.into_iter().enumerate().find(begins).map_or(shown.len(), |(at, _)| at)
}

//! Blocks in, those that may be the headline out, each with its signs.

use super::super::declared::{Declared, folded, without_markup};
use super::super::fields::{self, Part};
use super::super::names;
use crate::lexicon::labels::Field;
use crate::lexicon::people::{Kind, role_words};
use crate::lexicon::{self, Category};
use crate::page::{Page, TextBlock};
use crate::text::{punctuation, space};
use std::collections::{HashMap, HashSet};

/// A line that may be the headline.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    pub(crate) block: usize,
    /// With the best of the declared titles, 0.0 to 1.0.
    pub(crate) agreement: f64,
    pub(crate) heading: Option<u8>,
    /// A time stands behind it in its block.
    pub(crate) has_time: bool,
    /// Lines between it and the next line of time or source, where one is near.
    pub(crate) lines_over_time: Option<usize>,
    /// Some lines under a time line, with none below it: a caption or a lead.
    pub(crate) under_time: bool,
    /// Right under `首页 > 新闻 > 正文`.
    pub(crate) under_crumb: bool,
    pub(crate) stands_twice: bool,
    /// Part of its pairs of characters that the main text has too.
    pub(crate) words_in_text: f64,
    /// Among the last lines before the main text.
    pub(crate) near_text: bool,
    pub(crate) is_linked: bool,
    /// Has a label, a prompt or the like in it.
    pub(crate) is_label: bool,
    pub(crate) is_sentence: bool,
    pub(crate) is_short: bool,
}

/// Characters of a headline, least and most.
const CHARS: std::ops::RangeInclusive<usize> = 2..=110;
/// Lines before the main text that are candidates in any case, and that count as near it.
const BEFORE_TEXT: usize = 24;
const NEAR_TEXT: usize = 8;
/// Lines over a time line that are candidates.
const OVER_TIME: usize = 4;
/// Lines from a time line down to what is no headline any more.
const UNDER_TIME: std::ops::Range<usize> = 3..14;
/// Characters of a paragraph that counts as running text, and blocks that a text's start looks ahead.
const PROSE_CHARS: usize = 30;
const PROSE_WINDOW: usize = 16;
/// Lines under a time line in which running text must begin: share bars stand between.
const PROSE_AFTER: usize = 30;
/// Characters of the main text whose pairs are compared with a headline's.
const TEXT_CHARS: usize = 4000;

/// How often a headline stands on its page; what stands more often is a menu.
const TWICE: std::ops::RangeInclusive<usize> = 2..=4;
/// Candidates over one that may be the way to it.
const CRUMB_LINES: usize = 6;
/// Pairs that are added to a line's own as if none of them came back.
const CHANCE_PAIRS: usize = 3;

/// A block with text, as the search sees it.
struct Shown<'a> {
    block: usize,
    text: &'a str,
    chars: usize,
    is_dateline: bool,
}

/// The candidates of a page.
pub(crate) fn candidates(page: &Page, titles: &[Declared]) -> Vec<Candidate> {
    let shown = shown(page);
    let start = text_start(page, &shown);
    let pairs = text_pairs(page, &shown, start);
    let counts = counts(&shown);
    let mut found = Vec::new();
    for (nth, line) in shown.iter().enumerate() {
        if !CHARS.contains(&line.chars) {
            continue;
        }
        let block = &page.blocks[line.block];
        let agreement = agreement(&headline_part(line), titles);
        let lines_over_time = over_time(&shown, nth);
        let before_text = start >= nth && start - nth <= BEFORE_TEXT;
        if agreement < 0.3 && block.heading_level().is_none() && lines_over_time.is_none() && !before_text
            || line.is_dateline && agreement < 0.9
        {
            continue;
        }
        if agreement < 0.5
            && line.chars > 40
            && (line.text.contains('\u{3002}') || prose_weight(page, line) > 0)
        {
            continue;
        }
        let hits = lexicon::find(line.text);
        let under_crumb = nth.checked_sub(1).is_some_and(|over| is_crumb(shown[over].text));
        found.push(Candidate {
            block: line.block,
            agreement,
            heading: block.heading_level(),
            has_time: line.is_dateline,
            lines_over_time,
            under_time: lines_over_time.is_none() && under_time(&shown, nth),
            under_crumb,
            stands_twice: line.chars >= 6 && counts.get(line.text).is_some_and(|count| TWICE.contains(count)),
            words_in_text: if nth <= start { share_of_pairs(line.text, &pairs) } else { 0.0 },
            near_text: start >= nth && start - nth <= NEAR_TEXT,
            is_linked: block.linked_chars * 2 > line.chars,
            is_label: agreement < 0.8
                && (is_crumb(line.text) || is_label(hits, line.chars) || is_person_line(line.text)),
            is_sentence: line.text.contains('\u{3002}') || line.chars > 60 && agreement < 0.5,
            is_short: line.chars < 6,
        });
    }
    settle_crumbs(page, &mut found);
    found
}

/// A line that ends in a candidate a little below it is the way there: `首頁 生活 …`.
fn settle_crumbs(page: &Page, found: &mut [Candidate]) {
    let text = |candidate: &Candidate| page.blocks[candidate.block].text.as_str();
    for at in 1..found.len() {
        for over in at.saturating_sub(CRUMB_LINES)..at {
            let (crumb, headline) = (text(&found[over]), text(&found[at]));
            if found[at].is_short || crumb.len() == headline.len() || !crumb.ends_with(headline) {
                continue;
            }
            found[over].is_label |= found[over].agreement <= found[at].agreement;
            found[at].stands_twice = true;
        }
    }
}

fn shown(page: &Page) -> Vec<Shown<'_>> {
    let visible = page.blocks.iter().enumerate().filter(|(_, block)| !block.text.is_empty());
    visible
        .map(|(block, TextBlock { text, .. })| {
            let chars = space::visible_chars(text);
            Shown { block, text, chars, is_dateline: chars <= 80 && is_dateline(text) }
        })
        .collect()
}

/// A line with a full date or a source label: it stands under headlines.
fn is_dateline(text: &str) -> bool {
    let marks = ["来源", "來源", "稿源", "时间", "時間", "发布", "發布", "作者", "記者", "记者", "更新"];
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if digits < 6 && !(digits == 0 && marks.iter().any(|mark| text.contains(mark))) {
        return false;
    }
    let parts = fields::parts(text);
    let dated = parts.iter().any(|part| matches!(part, Part::Time(time) if time.year.is_some()));
    let texts: usize =
        parts.iter().map(|part| if let Part::Text(text) = part { text.chars().count() } else { 0 }).sum();
    let labelled = matches!(
        parts.first(),
        Some(Part::Label(Field::Source | Field::Author | Field::Published | Field::Updated))
    );
    texts <= 40 && (dated || labelled && texts > 0)
}

/// Lines between a line and the next dateline, which running text must follow.
fn over_time(shown: &[Shown], nth: usize) -> Option<usize> {
    let below = shown.get(nth + 1..)?;
    let lines = below.iter().take(OVER_TIME).position(|line| line.is_dateline)?;
    let after = below.get(lines..)?.iter().take(PROSE_AFTER);
    let text = after.into_iter().any(|line| line.chars >= PROSE_CHARS && has_marks(line.text));
    (text || is_full_dateline(below.get(lines)?.text)).then_some(lines)
}

/// True some lines under a time line. Right under one a headline may stand: papers put the day first.
fn under_time(shown: &[Shown], nth: usize) -> bool {
    let over = nth.saturating_sub(UNDER_TIME.end)..nth.saturating_sub(UNDER_TIME.start);
    shown.get(over).unwrap_or_default().iter().any(|line| line.is_dateline)
}

/// Time and source on one line: no list of other articles has both.
fn is_full_dateline(text: &str) -> bool {
    let parts = fields::parts(text);
    let has = |wanted: fn(&Part) -> bool| parts.iter().any(wanted);
    has(|part| matches!(part, Part::Time(_))) && has(|part| matches!(part, Part::Label(Field::Source)))
}

/// A name, or a byline: `王小明`, `王小明綜合報導`, `某报综合`.
fn is_person_line(text: &str) -> bool {
    let short = text.chars().count() <= 16;
    let byline = || {
        role_words(text).any(|word| word.kind == Kind::Verb && word.at.end == text.len() && word.at.len() > 3)
    };
    short && (names::is_chinese_name(text) || byline())
}

fn has_marks(text: &str) -> bool {
    let is_mark = |&c: &char| matches!(c, '\u{3002}' | '\u{FF0C}' | ',' | '\u{FF1B}');
    text.chars().filter(is_mark).count() >= 2 && !text.starts_with(['\u{B7}', '\u{2022}', '\u{25AA}'])
}

/// Characters of a paragraph of running text, 0 for anything else.
fn prose_weight(page: &Page, line: &Shown) -> usize {
    let block = &page.blocks[line.block];
    let is_prose = line.chars >= PROSE_CHARS && has_marks(line.text) && block.linked_chars * 4 < line.chars;
    if is_prose { line.chars.min(400) } else { 0 }
}

/// Where the main text begins: the first paragraph whose following blocks hold a fair share of prose.
fn text_start(page: &Page, shown: &[Shown]) -> usize {
    let weights: Vec<usize> = shown.iter().map(|line| prose_weight(page, line)).collect();
    let mut window: usize = weights.iter().take(PROSE_WINDOW).sum();
    let mut sums = Vec::with_capacity(weights.len());
    for (at, weight) in weights.iter().enumerate() {
        sums.push(window);
        window = window + weights.get(at + PROSE_WINDOW).copied().unwrap_or(0) - weight;
    }
    let most = sums.iter().copied().max().unwrap_or(0);
    let begins = |&at: &usize| weights[at] > 0 && sums[at] * 3 >= most;
    (0..weights.len()).find(begins).unwrap_or(weights.len())
}

fn text_pairs(page: &Page, shown: &[Shown], start: usize) -> HashSet<(char, char)> {
    let mut pairs = HashSet::new();
    let mut left = TEXT_CHARS;
    let prose = shown.get(start..).unwrap_or_default().iter().filter(|line| prose_weight(page, line) > 0);
    for line in prose {
        if left == 0 {
            break;
        }
        let text = line.text.chars().take(left);
        left -= line.chars.min(left);
        pairs.extend(pairs_of(text));
    }
    pairs
}

fn pairs_of(text: impl Iterator<Item = char> + Clone) -> impl Iterator<Item = (char, char)> {
    text.clone().zip(text.skip(1)).filter(|&(a, b)| punctuation::is_han(a) && punctuation::is_han(b))
}

fn share_of_pairs(line: &str, pairs: &HashSet<(char, char)>) -> f64 {
    let (mut all, mut known) = (0usize, 0usize);
    for pair in pairs_of(line.chars()) {
        all += 1;
        known += usize::from(pairs.contains(&pair));
    }
    // A word or two comes back by chance: the share of a short line counts for less.
    known as f64 / (all + CHANCE_PAIRS) as f64
}

fn counts<'a>(shown: &[Shown<'a>]) -> HashMap<&'a str, usize> {
    let mut counts = HashMap::new();
    for line in shown.iter().filter(|line| CHARS.contains(&line.chars)) {
        *counts.entry(line.text).or_insert(0) += 1;
    }
    counts
}

/// A line without the time at its end: some pages set both in one heading.
fn headline_part(line: &Shown) -> String {
    if line.is_dateline { without_time(line.text) } else { line.text.to_owned() }
}

/// The text before the first time or label of a line.
pub(crate) fn without_time(text: &str) -> String {
    match fields::parts(text).into_iter().next() {
        Some(Part::Text(text)) => text,
        _ => String::new(),
    }
}

fn agreement(text: &str, titles: &[Declared]) -> f64 {
    if titles.is_empty() {
        return 0.0;
    }
    let line = folded(text);
    titles.iter().map(|title| title.agreement(&line)).fold(0.0, f64::max)
}

/// `首页 > 新闻 > 正文`.
fn is_crumb(text: &str) -> bool {
    let text = without_markup(text);
    text.ends_with("正文")
        || text.matches(['>', '\u{BB}', '\u{203A}']).count() >= 1 && text.chars().count() <= 60
        || text.starts_with("首頁 /")
        || text.starts_with("首页 /")
        || ["当前位置", "您的位置", "您当前", "现在位置", "所在位置"].iter().any(|label| text.contains(label))
}

fn is_label(hits: lexicon::Hits, chars: usize) -> bool {
    let categories = [
        Category::Source,
        Category::Role,
        Category::Time,
        Category::Count,
        Category::Tools,
        Category::Share,
        Category::Navigation,
        Category::Footer,
        Category::App,
        Category::Comments,
        Category::Related,
        Category::Disclaimer,
        Category::Caption,
    ];
    hits.has_any(&categories) && hits.covered_chars * 4 >= chars
}

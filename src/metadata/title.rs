//! Head and blocks in, the headline and its block out.
//!
//! A line is the headline for what the head declares, for standing over the time and source line,
//! for standing twice, and for its words coming back in the text. No one of these is enough: dumps
//! have no head, and portals declare their own name.

use super::declared::{self, Declared, declared};
use super::head;
use super::parts::Parts;
use crate::body::shape::Shape;
use crate::lexicon::people::is_organ;
use crate::page::{Form, Page};
use crate::text::space;

mod lines;
mod candidates;
mod words;
mod subtitle;

use candidates::{Candidate, Sign, candidates, is_still_one, settle_crumbs};
use lines::Lines;

/// The headline and where it stands.
#[derive(Debug, Clone, Default)]
pub(crate) struct Headline {
    pub(crate) text: Option<String>,
    pub(crate) subtitle: Option<String>,
    /// Index of the block that shows it.
    pub(crate) block: Option<usize>,
}

/// What each sign of a headline is worth, calibrated by hand on the dev pages. A full agreement with
/// the head outweighs place; in a dump, where there is none, place and recurring words decide.
mod worth {
    pub(super) const AGREEMENT: f64 = 6.0;
    pub(super) const HEADING: [f64; 6] = [1.5, 1.2, 0.8, 0.4, 0.2, 0.2];
    pub(super) const OVER_TIME: [f64; 4] = [2.0, 1.7, 1.3, 1.0];
    pub(super) const UNDER_TIME: f64 = -1.0;
    pub(super) const UNDER_CRUMB: f64 = 0.7;
    pub(super) const TWICE: f64 = 1.0;
    pub(super) const WORDS_COME_BACK: f64 = 3.0;
    pub(super) const NEAR_TEXT: f64 = 0.8;
    pub(super) const LINKED: f64 = -2.0;
    pub(super) const LABEL: f64 = -2.5;
    pub(super) const SENTENCE: f64 = -1.5;
    pub(super) const SHORT: f64 = -1.0;
}

/// Least score of a line to be the headline. In a dump nothing else can give one.
const LEAST_SCORE: f64 = 2.6;
const LEAST_SCORE_IN_DUMP: f64 = 1.0;

/// A search for the headline: what does not depend on where the body begins is looked at once.
pub(crate) struct Search<'a> {
    page: &'a Page,
    titles: Vec<Declared>,
    lines: Lines<'a>,
    candidates: Vec<Candidate>,
}

impl<'a> Search<'a> {
    pub(crate) fn new(parts: &'a Parts, shapes: &'a [Shape]) -> Self {
        let page = parts.page;
        let (titles, lines) = (declared(&page.head), Lines::new(parts, shapes));
        let candidates = candidates(page, &lines, &titles);
        Self { page, titles, lines, candidates }
    }

    /// The same where the body is known to begin with the block `body`.
    pub(crate) fn over(mut self, body: Option<usize>) -> Self {
        let Some(body) = body else { return self };
        if self.lines.begin_text_at(body) {
            self.candidates = candidates(self.page, &self.lines, &self.titles);
        } else {
            self.candidates.retain(|candidate| is_still_one(candidate, &self.lines));
        }
        self
    }

    /// Finds the headline among what the head declares, headings and lines over the text.
    pub(crate) fn headline(&self) -> Headline {
        let Self { page, titles, .. } = self;
        let candidates = self.settled();
        let least = if page.form == Form::Html { LEAST_SCORE } else { LEAST_SCORE_IN_DUMP };
        let mut best: Option<(&Candidate, f64)> = None;
        for candidate in &candidates {
            let score = score(candidate);
            if score >= least && best.is_none_or(|(_, known)| score > known) {
                best = Some((candidate, score));
            }
        }
        best.map_or_else(|| unshown(page, titles), |(candidate, _)| shown(page, titles, candidate))
    }

    fn settled(&self) -> Vec<Candidate> {
        let mut candidates = self.candidates.clone();
        settle_crumbs(self.page, &mut candidates);
        candidates
    }
}

/// The headline that a line shows, or several together.
fn shown(page: &Page, titles: &[Declared], candidate: &Candidate) -> Headline {
    let block = candidate.block;
    if let Some((text, last)) = in_several_lines(page, block, titles) {
        return Headline { subtitle: None, text: Some(text), block: Some(last) };
    }
    let text = shown_text(&page.blocks[block].text, candidate, titles);
    let text = if page.form == Form::Dump { of_dump(&text) } else { text };
    // A line of nothing but markup or a time leaves no text.
    let text = Some(text).filter(|text| !text.is_empty());
    Headline { subtitle: subtitle::subtitle(page, block), text, block: Some(block) }
}

/// The headline of a page none of whose lines scores enough.
fn unshown(page: &Page, titles: &[Declared]) -> Headline {
    match only_heading(page) {
        Some(block) => {
            Headline { text: Some(page.blocks[block].text.clone()), block: Some(block), subtitle: None }
        }
        None => Headline { text: alone(page, titles), ..Headline::default() },
    }
}

/// A line or title that might have been the headline.
pub(crate) struct Weighed {
    pub(crate) text: String,
    /// `None` for a title of the head, which no line need show.
    pub(crate) block: Option<usize>,
    pub(crate) score: f64,
    pub(crate) note: String,
}

/// What a [`Search`] weighs: the lines shown by their scores, best first, then the head's titles.
pub(crate) fn weighed(parts: &Parts, body: Option<usize>) -> Vec<Weighed> {
    let page = parts.page;
    let shapes: Vec<Shape> = page.blocks.iter().map(|block| Shape::of(&block.text)).collect();
    let search = Search::new(parts, &shapes).over(body.filter(|_| page.form == Form::Dump));
    let mut all: Vec<Weighed> = search.settled().iter().map(|candidate| weigh(page, candidate)).collect();
    all.sort_by(|a, b| b.score.total_cmp(&a.score));
    all.extend(search.titles.into_iter().map(|title| Weighed {
        text: title.text,
        block: None,
        score: 0.0,
        note: "tells how well shown lines agree".to_owned(),
    }));
    all
}

fn weigh(page: &Page, candidate: &Candidate) -> Weighed {
    let mut note = vec![format!("agreement {:.2}", candidate.agreement)];
    note.extend(candidate.heading.map(|level| format!("h{level}")));
    note.extend(candidate.lines_over_time.map(|lines| format!("{lines} lines over the time")));
    note.push(format!("words come back {:.2}", candidate.words_in_text));
    note.extend(candidate.signs.iter().map(|sign| format!("{sign:?}")));
    let text = page.blocks[candidate.block].text.clone();
    Weighed { text, block: Some(candidate.block), score: score(candidate), note: note.join(", ") }
}

fn score(candidate: &Candidate) -> f64 {
    let heading =
        candidate.heading.and_then(|level| worth::HEADING.get(usize::from(level).saturating_sub(1)));
    let over_time = candidate.lines_over_time.and_then(|lines| worth::OVER_TIME.get(lines));
    let signs: f64 = candidate.signs.iter().map(|&sign| worth_of(sign)).sum();
    candidate.agreement * worth::AGREEMENT
        + heading.copied().unwrap_or(0.0)
        + over_time.copied().unwrap_or(0.0)
        + candidate.words_in_text * worth::WORDS_COME_BACK
        + signs
}

fn worth_of(sign: Sign) -> f64 {
    match sign {
        Sign::UnderTime => worth::UNDER_TIME,
        Sign::UnderCrumb => worth::UNDER_CRUMB,
        Sign::StandsTwice => worth::TWICE,
        Sign::NearText => worth::NEAR_TEXT,
        Sign::Linked => worth::LINKED,
        Sign::Label => worth::LABEL,
        Sign::Sentence => worth::SENTENCE,
        Sign::Short => worth::SHORT,
        Sign::HasTime => 0.0,
    }
}

/// The headline as the block shows it, or as declared where the block has a little more: `原创`.
fn shown_text(block: &str, candidate: &Candidate, titles: &[Declared]) -> String {
    if candidate.has(Sign::HasTime) {
        return candidates::without_time(block);
    }
    let line = declared::folded(block);
    let whole = titles.iter().find(|title| title.shown_at_end_of(&line));
    whole.map_or_else(
        || without_medium(&declared::without_markup(block)).to_owned(),
        |title| title.text.clone(),
    )
}

/// `标题：…` without the label, `…_某网` without the medium.
fn of_dump(text: &str) -> String {
    let named = ["标题", "標題"].iter().find_map(|label| text.strip_prefix(label));
    let unlabelled = named.and_then(|rest| rest.strip_prefix(['\u{FF1A}', ':'])).map_or(text, space::trim);
    declared::without_medium_behind(unlabelled)
}

/// `[某新聞] …` without the medium that a dump has before its headline.
fn without_medium(text: &str) -> &str {
    let (name, rest) = text.strip_prefix('[').and_then(|text| text.split_once(']')).unwrap_or_default();
    let rest = space::trim(rest);
    if !rest.is_empty() && is_organ(name) && name.chars().count() <= 12 { rest } else { text }
}

/// Most lines that a headline is set in, and the longest of them.
const HEADLINE_LINES: usize = 4;
const HEADLINE_BYTES: usize = 400;

/// The declared title that lines around `block` give together, and the last of them: official pages
/// set the office and what it announces apart.
fn in_several_lines(page: &Page, block: usize, titles: &[Declared]) -> Option<(String, usize)> {
    let short = |at: &usize| page.blocks.get(*at).is_some_and(|block| block.text.len() <= HEADLINE_BYTES);
    let line = |at: usize| Some(at).filter(short).map(|at| declared::folded(&page.blocks[at].text));
    let chosen = line(block).filter(|line| titles.iter().any(|title| title.goes_on_around(line)))?;
    for start in block.saturating_sub(HEADLINE_LINES - 1)..=block {
        let mut joined = Vec::new();
        for at in start..(start + HEADLINE_LINES).min(page.blocks.len()) {
            joined.extend(if at == block { chosen.clone() } else { line(at)? });
            let whole = at > start && at >= block;
            if let Some(text) = titles.iter().filter(|_| whole).find_map(|title| title.begun_by(&joined)) {
                return Some((text, at));
            }
        }
    }
    None
}

/// The one first-level heading of a page whose head tells nothing.
fn only_heading(page: &Page) -> Option<usize> {
    let mut headings = page.blocks.iter().enumerate().filter(|(_, block)| block.heading_level() == Some(1));
    let (at, block) = headings.next()?;
    (headings.next().is_none() && block.linked_chars == 0 && page.head.title.is_none()).then_some(at)
}

/// A declared title that no line shows, without the site's name.
fn alone(page: &Page, titles: &[Declared]) -> Option<String> {
    let site = head::site_name(&page.head);
    let title = titles.first().filter(|_| page.form == Form::Html)?;
    Some(title.without_suffix(site.as_deref()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::dump;
    use proptest::prelude::*;

    const LINES: [&str; 8] = [
        "首页 新闻 体育",
        "首页 > 新闻 > 正文",
        "山村小学迎来新老师",
        "山村小学迎来新老师，孩子们回到了校园",
        "2024-03-21 10:20 来源：新村日报",
        "山村小学的孩子们回到了校园，新老师站在门口，等着他们走进教室，一个一个叫出他们的名字。",
        "今天，全市的中小学都开学了，孩子们回到了校园，新学期的课本已经发到了每个人的手里。",
        "责任编辑：王小明",
    ];

    proptest! {
        #[test]
        fn what_is_kept_for_a_known_body_is_what_would_be_found_anew(
            lines in prop::collection::vec(prop::sample::select(&LINES), 0..24),
            body in 0..24usize,
        ) {
            let page = dump::blocks(&lines.join("\n"));
            let shapes: Vec<Shape> = page.blocks.iter().map(|block| Shape::of(&block.text)).collect();
            let parts = Parts::new(&page);
            let search = Search::new(&parts, &shapes).over(Some(body));
            let anew = candidates(&page, &search.lines, &search.titles);
            prop_assert_eq!(format!("{:?}", search.candidates), format!("{anew:?}"));
        }
    }
}

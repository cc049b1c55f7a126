//! Head and blocks in, what may be the headline out, the best first.
//!
//! A line is the headline for what the head declares, for standing over the time and source line,
//! for standing twice, and for its words coming back in the text. No one of these is enough: dumps
//! have no head, and portals declare their own name.

use super::declared::{Declared, declared};
use super::evidence;
use super::parts::Parts;
use crate::body::features::repeats;
use crate::body::shape::Shape;
use crate::page::{Form, Page};
use crate::provenance::Place;

mod lines;
mod candidates;
mod settled;
mod worth;
mod text;
pub(crate) mod site;
pub(crate) mod suffix;
mod subtitle;

use candidates::{Candidate as Line, candidates, is_still_one};
use lines::Lines;
use settled::{settle_crumbs, settle_dated_copies, settle_later_articles, settle_named, settle_neighbours};
use site::Site;

/// The headline and where it stands.
#[derive(Debug, Clone, Default)]
pub(crate) struct Headline {
    pub(crate) text: Option<String>,
    pub(crate) subtitle: Option<String>,
    /// Index of the block that shows it.
    pub(crate) block: Option<usize>,
}

/// What may be the headline, and what speaks for it.
pub(crate) type Candidate = evidence::Candidate<Headline, Why>;

/// What speaks for a candidate.
#[derive(Debug, Clone)]
pub(crate) enum Why {
    /// A line, its score and what that is made of.
    Line { score: f64, signs: String },
    /// A line whose score is too low for a headline.
    TooLow { score: f64, signs: String },
    /// The one first-level heading of a page whose head declares nothing.
    OnlyHeading,
    /// No line shows it well enough.
    Declared,
}

/// A search for the headline: what does not depend on where the body begins is looked at once.
pub(crate) struct Search<'a> {
    page: &'a Page,
    titles: Vec<Declared>,
    lines: Lines<'a>,
    candidates: Vec<Line>,
    site: Site<'a>,
    /// Those found before the body was known: they stand in where it leaves none that is good enough.
    seeming: Vec<Line>,
}

/// One of the things found, not yet written out.
#[derive(Clone, Copy)]
enum Found<'s> {
    Line(&'s Line, f64),
    TooLow(&'s Line, f64),
    OnlyHeading(usize),
    Declared,
}

impl<'a> Search<'a> {
    pub(crate) fn new(parts: &'a Parts, shapes: &'a [Shape], repeats: &'a [u32]) -> Self {
        let page = parts.page;
        let (titles, lines) = (declared(&page.head), Lines::new(parts, shapes, repeats));
        let site = Site::of(page);
        let candidates = candidates(page, &lines, &titles, &site);
        Self { page, titles, lines, candidates, site, seeming: Vec::new() }
    }

    /// The same where the body is known to begin with the block `body`.
    pub(crate) fn over(mut self, body: Option<usize>) -> Self {
        let Some(body) = body else { return self };
        self.seeming.clone_from(&self.candidates);
        if self.lines.begin_text_at(body) {
            self.candidates = candidates(self.page, &self.lines, &self.titles, &self.site);
        } else {
            self.candidates.retain(|candidate| is_still_one(candidate, &self.lines));
        }
        self
    }

    /// Finds the headline among what the head declares, headings and lines over the text.
    pub(crate) fn headline(&self) -> Headline {
        let lines = self.settled();
        let best = self.ranked(&lines).into_iter().next();
        best.filter(|found| !matches!(found, Found::TooLow(..)))
            .map_or_else(Headline::default, |found| self.written(found))
    }

    /// Everything that might have been the headline, which is the first unless its score is too low.
    pub(crate) fn all(&self) -> Vec<Candidate> {
        let lines = self.settled();
        self.ranked(&lines).into_iter().map(|found| self.candidate(found)).collect()
    }

    fn settled(&self) -> Vec<Line> {
        let lines = self.settle(&self.candidates);
        let least = worth::least(self.page.form);
        let none = !self.seeming.is_empty() && lines.iter().all(|line| worth::score(line) < least);
        if none { self.settle(&self.seeming) } else { lines }
    }

    fn settle(&self, candidates: &[Line]) -> Vec<Line> {
        let mut candidates = candidates.to_vec();
        settle_crumbs(self.page, &mut candidates);
        settle_named(self.page, &mut candidates);
        settle_dated_copies(self.page, &mut candidates);
        settle_neighbours(self.page, &mut candidates);
        settle_later_articles(&self.lines, &mut candidates);
        candidates
    }

    /// Lines by their scores, of equal ones the first on the page, then what stands in for them.
    fn ranked<'s>(&self, lines: &'s [Line]) -> Vec<Found<'s>> {
        let least = worth::least(self.page.form);
        let mut scored: Vec<(&Line, f64)> = lines.iter().map(|line| (line, worth::score(line))).collect();
        scored.sort_by(|(_, a), (_, b)| b.total_cmp(a));
        let (high, low): (Vec<_>, Vec<_>) = scored.into_iter().partition(|(_, score)| *score >= least);
        let mut found: Vec<Found> = high.into_iter().map(|(line, score)| Found::Line(line, score)).collect();
        found.extend(only_heading(self.page).map(Found::OnlyHeading));
        found.extend((!self.titles.is_empty()).then_some(Found::Declared));
        found.extend(low.into_iter().map(|(line, score)| Found::TooLow(line, score)));
        found
    }

    fn candidate(&self, found: Found) -> Candidate {
        let value = self.written(found);
        let place = if value.block.is_some() { Place::ShownHeadline } else { Place::DeclaredTitle };
        let why = match found {
            Found::Line(line, score) => Why::Line { score, signs: worth::signs(line) },
            Found::TooLow(line, score) => Why::TooLow { score, signs: worth::signs(line) },
            Found::OnlyHeading(_) => Why::OnlyHeading,
            Found::Declared => Why::Declared,
        };
        Candidate { value, place, why }
    }

    fn written(&self, found: Found) -> Headline {
        let Self { page, titles, site, .. } = self;
        match found {
            Found::Line(line, _) | Found::TooLow(line, _) => text::shown(page, titles, line, site),
            Found::OnlyHeading(block) => {
                let text = Some(page.blocks[block].text.clone());
                Headline { text, block: Some(block), subtitle: None }
            }
            Found::Declared => {
                let text = titles.first().map(|title| text::without_section(title.headline(site), page));
                Headline { text, ..Headline::default() }
            }
        }
    }
}

/// Everything that a page has for a headline, once its body is known to begin with the block `body`.
pub(crate) fn all(parts: &Parts, shapes: &[Shape], body: Option<usize>) -> Vec<Candidate> {
    let page = parts.page;
    let repeats = repeats(page);
    Search::new(parts, shapes, &repeats).over(body.filter(|_| page.form == Form::Dump)).all()
}

/// The one first-level heading of a page whose head tells nothing.
fn only_heading(page: &Page) -> Option<usize> {
    let mut headings = page.blocks.iter().enumerate().filter(|(_, block)| block.heading_level() == Some(1));
    let (at, block) = headings.next()?;
    (headings.next().is_none() && block.linked_chars == 0 && page.head.title.is_none()).then_some(at)
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
            let parts = Parts::new(&page, &shapes);
            let repeats = repeats(&page);
            let search = Search::new(&parts, &shapes, &repeats).over(Some(body));
            let anew = candidates(&page, &search.lines, &search.titles, &search.site);
            prop_assert_eq!(format!("{:?}", search.candidates), format!("{anew:?}"));
        }
    }
}

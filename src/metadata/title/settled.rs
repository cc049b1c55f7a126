//! The lines that may be the headline in, what each says of the others out: signs that they have for their neighbours.

use super::candidates::{Candidate, Sign, without_time};
use super::lines::Lines;
use super::text::after_title_label;
use crate::lexicon::kinds::{Word, after_word};
use crate::page::{Form, Page};
use crate::text::{punctuation, space};
use foldhash::HashSet;

/// Part of a line's pairs of characters that comes back in the text where the line speaks of it.
const COMES_BACK: f64 = 0.3;
/// Agreement with the head below which it does not know a line.
const KNOWN_TO_HEAD: f64 = 0.5;
/// Candidates over one that may be the way to it.
const CRUMB_LINES: usize = 6;

/// A line that ends in a candidate a little below it is the way there: `首頁 生活 …`.
pub(crate) fn settle_crumbs(page: &Page, found: &mut [Candidate]) {
    let text = |candidate: &Candidate| page.blocks[candidate.block].text.as_str();
    for at in 1..found.len() {
        for over in at.saturating_sub(CRUMB_LINES)..at {
            let (crumb, headline) = (text(&found[over]), text(&found[at]));
            let before = crumb.strip_suffix(headline).unwrap_or_default();
            // 进村的路：修了三年 ends in its own second half.
            let parted = |c| space::is_blank(c) || !punctuation::is_inner_mark(c) && !c.is_alphanumeric();
            let is_way = before.ends_with(parted) || after_word(before, Word::Way).is_some();
            if found[at].has(Sign::Short) || !is_way {
                continue;
            }
            if found[over].agreement <= found[at].agreement {
                found[over].add(Sign::Label);
            }
            found[at].add(Sign::StandsTwice);
        }
    }
}

/// The line that a label names the headline, `标题：…`: where it stands by itself too, that one is it.
pub(crate) fn settle_named(page: &Page, found: &mut [Candidate]) {
    let text = |candidate: &Candidate| page.blocks[candidate.block].text.as_str();
    let labelled = |candidate: &Candidate| after_title_label(text(candidate));
    let names: HashSet<&str> = found.iter().filter_map(labelled).collect();
    if names.is_empty() {
        return;
    }
    let alone: HashSet<&str> = found.iter().map(text).filter(|text| names.contains(text)).collect();
    for candidate in found {
        match labelled(candidate) {
            Some(name) if alone.contains(name) => candidate.add(Sign::Label),
            Some(_) => candidate.add(Sign::Named),
            None if alone.contains(text(candidate)) => candidate.add(Sign::Named),
            None => {}
        }
    }
}

/// A line with its day behind it, as lists of articles have it, whose headline stands by itself elsewhere, is none.
pub(crate) fn settle_dated_copies(page: &Page, found: &mut [Candidate]) {
    if !found.iter().any(|candidate| candidate.has(Sign::HasTime)) {
        return;
    }
    let alone: HashSet<String> = found
        .iter()
        .filter(|candidate| !candidate.has(Sign::HasTime))
        .map(|candidate| page.blocks[candidate.block].text.clone())
        .collect();
    let dated = found.iter_mut().filter(|candidate| candidate.has(Sign::HasTime));
    for candidate in dated {
        if alone.contains(&without_time(&page.blocks[candidate.block].text)) {
            candidate.add(Sign::Label);
        }
    }
}

/// A line under one that stands over the time as it does, and that the head does not prefer, is what goes with it.
///
/// In a dump the lines over the headline are a page's topics and menus as often as not: there only one whose words
/// come back as often as those of the line under it counts.
pub(crate) fn settle_neighbours(page: &Page, found: &mut [Candidate]) {
    for at in 1..found.len() {
        let (over, under) = (&found[at - 1], &found[at]);
        let (Some(far), Some(near)) = (over.lines_over_time, under.lines_over_time) else { continue };
        let is_plain = over.is_plain() && !over.has(Sign::HasTime) && !over.has(Sign::Name);
        // A line over the only heading of the two is its kicker.
        let is_set = over.heading.is_some() || under.heading.is_none();
        let comes_back = page.form == Form::Html
            || over.words_in_text >= COMES_BACK && over.words_in_text >= under.words_in_text;
        let leads = !under.has(Sign::BesideSubtitle);
        if far == near + 1 && is_plain && is_set && comes_back && leads && over.agreement >= under.agreement {
            found[at].add(Sign::UnderLine);
        }
    }
}

/// Of several articles on a page the first is its own, unless the head names another: below the first line that may be
/// a headline over its time, and some paragraphs, what the head does not know heads something else.
pub(crate) fn settle_later_articles(lines: &Lines, found: &mut [Candidate]) {
    let heads = |candidate: &&Candidate| candidate.lines_over_time.is_some() && candidate.is_plain();
    let first = found.iter().find(heads).map(|candidate| candidate.block);
    let Some(end) = first.and_then(|first| lines.article_end(first)) else { return };
    for candidate in found.iter_mut().filter(|candidate| candidate.block > end) {
        if candidate.agreement < KNOWN_TO_HEAD {
            candidate.add(Sign::UnderArticle);
        }
    }
}

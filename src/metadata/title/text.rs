//! The line that is the headline in, its text out: without what pages put around a headline.

use super::candidates::{self, Candidate, Sign};
use super::site::Site;
use super::{Headline, subtitle};
use crate::lexicon::people::is_organ;
use crate::metadata::declared::{self, Declared};
use crate::page::{Form, Page};
use crate::text::space;

/// The headline that a line shows, or several together.
pub(super) fn shown(page: &Page, titles: &[Declared], candidate: &Candidate, site: &Site) -> Headline {
    let block = candidate.block;
    if let Some((text, last)) = in_several_lines(page, block, titles) {
        return Headline { subtitle: None, text: Some(text), block: Some(last) };
    }
    let text = text_of(&page.blocks[block].text, candidate, titles);
    let text = if page.form == Form::Dump { of_dump(&text) } else { text };
    let text = declared::without_site(&text, site);
    // A line of nothing but markup or a time leaves no text.
    let text = Some(text).filter(|text| !text.is_empty());
    Headline { subtitle: subtitle::subtitle(page, block), text, block: Some(block) }
}

/// The headline as the block shows it, or as declared where the block has a little more: `原创`.
fn text_of(block: &str, candidate: &Candidate, titles: &[Declared]) -> String {
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

//! The line that is the headline in, its text out: without what pages put around a headline.

use super::candidates::{self, Candidate, Sign};
use super::site::Site;
use super::{Headline, subtitle, suffix};
use crate::lexicon::kinds::{Word, after_word, has_word, words};
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
    let text = if page.form == Form::Dump { of_dump(&text, page) } else { text };
    let text = without_section(suffix::without_site(&text, site), page);
    let text = if candidate.agreement < SURE { with_lines_dashed_to(page, block, text) } else { text };
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

/// From this agreement with the head on a line is the whole headline.
const SURE: f64 = 0.9;

/// `标题：…` and `原创…` without the label, `# …` without its mark, `…_某网` without the medium.
fn of_dump(text: &str, page: &Page) -> String {
    let text = without_mark(text);
    let unlabelled = after_title_label(text).unwrap_or(text);
    suffix::without_medium_behind(without_original(unlabelled, page))
}

/// What a label calls the headline, blanks set in it aside: `标　题：…`.
pub(super) fn after_title_label(text: &str) -> Option<&str> {
    let (label, title) = text.split_once(['\u{FF1A}', ':'])?;
    let is_label = |word: &&str| word.chars().eq(label.chars().filter(|&c| !space::is_blank(c)));
    words(Word::Title).iter().any(is_label).then(|| space::trim(title))
}

/// `# …` as Markdown marks a heading; `#话题#…` is no mark.
fn without_mark(text: &str) -> &str {
    let rest = text.trim_start_matches('#');
    if rest.starts_with(space::is_blank) { space::trim(rest) } else { text }
}

/// `原创…` without the label that a page has before its headline. Where a paragraph says the word too, it is the
/// headline's own: 原创音乐剧….
fn without_original<'t>(text: &'t str, page: &Page) -> &'t str {
    let rest = after_word(text, Word::Original).map(space::trim);
    let said = |text: &str| has_word(text, Word::Original) && text.chars().nth(PARAGRAPH_CHARS).is_some();
    let elsewhere = || page.blocks.iter().any(|block| !block.text.starts_with(text) && said(&block.text));
    match rest {
        Some(rest) if rest.chars().nth(LEAST_CHARS).is_some() && !elsewhere() => rest,
        _ => text,
    }
}

/// Characters that a paragraph has more than, and a headline behind 原创.
const PARAGRAPH_CHARS: usize = 40;
const LEAST_CHARS: usize = 5;

/// With the line over it that ends in a dash, and the line under it where it ends in one itself: one headline
/// set in two lines.
fn with_lines_dashed_to(page: &Page, block: usize, text: String) -> String {
    let ends_dashed = |text: &str| ["－－", "——", "--", "――"].iter().any(|dash| text.ends_with(dash));
    let line = |at: usize| {
        let text = page.blocks.get(at).map(|block| block.text.as_str());
        text.filter(|text| !text.is_empty() && text.len() <= HEADLINE_BYTES)
    };
    let over = block.checked_sub(1).and_then(line).filter(|text| ends_dashed(text)).unwrap_or_default();
    let under = line(block + 1).filter(|_| ends_dashed(&text)).unwrap_or_default();
    if over.is_empty() && under.is_empty() { text } else { [over, &text, under].concat() }
}

/// `…(港聞)` without the section in brackets behind it, where the page shows a section of that name. What says how
/// a piece is made or goes with pictures is the headline's own: (组图), (视频).
pub(super) fn without_section(text: String, page: &Page) -> String {
    let section = text.strip_suffix([')', '\u{FF09}']).and_then(|rest| rest.rsplit_once(['(', '\u{FF08}']));
    let Some((headline, section)) = section else { return text };
    let fits =
        SECTION_CHARS.contains(&section.chars().count()) && headline.chars().nth(LEAST_CHARS).is_some();
    let shown = || page.blocks.iter().any(|block| block.text == section);
    if fits && !has_word(section, Word::Making) && shown() { space::trim(headline).to_owned() } else { text }
}

/// Characters of a section's name.
const SECTION_CHARS: std::ops::RangeInclusive<usize> = 2..=4;

/// `[某新聞] …` without the medium that a dump has before its headline.
fn without_medium(text: &str) -> &str {
    let (name, rest) = text.strip_prefix('[').and_then(|text| text.split_once(']')).unwrap_or_default();
    let rest = space::trim(rest);
    if !rest.is_empty() && is_organ(name) && name.chars().count() <= 12 { rest } else { text }
}

/// Most lines that a headline is set in, and the longest of them.
const HEADLINE_LINES: usize = 4;
const HEADLINE_BYTES: usize = 400;

/// The declared title that lines around `block`, set as it is, give together, and the last of them: official pages
/// set the office and what it announces apart.
fn in_several_lines(page: &Page, block: usize, titles: &[Declared]) -> Option<(String, usize)> {
    let level = page.blocks.get(block)?.heading_level();
    let short = |at: &usize| {
        let block = page.blocks.get(*at);
        block.is_some_and(|block| block.text.len() <= HEADLINE_BYTES && block.heading_level() == level)
    };
    let line = |at: usize| Some(at).filter(short).map(|at| declared::folded(&page.blocks[at].text));
    let chosen = line(block).filter(|line| titles.iter().any(|title| title.goes_on_around(line)))?;
    for start in block.saturating_sub(HEADLINE_LINES - 1)..=block {
        let mut joined = Vec::new();
        for at in start..(start + HEADLINE_LINES).min(page.blocks.len()) {
            let part = if at == block { Some(chosen.clone()) } else { line(at) };
            let Some(part) = part else { break };
            joined.extend(part);
            let whole = at > start && at >= block;
            if let Some(text) = titles.iter().filter(|_| whole).find_map(|title| title.begun_by(&joined)) {
                return Some((text, at));
            }
        }
    }
    None
}

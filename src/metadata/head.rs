//! Head in, what the page declares of itself out: site, address, summary, keywords, times, people.
//!
//! Candidates, not truths: `date` and `people` weigh them against what the page shows.

use super::addresses::{self, Addresses, is_http};
use super::json_ld;
use crate::lexicon::kinds::{Meta, metas};
use crate::lexicon::statements::{has_pager, is_prompt_to_go_on};
use crate::line::time::{self, chars};
use crate::page::{Head, Page, TextBlock};
use crate::page_time::PageTime;
use crate::text::space;
use crate::text::start::start;
use jiff::Timestamp;

/// When the head says the page was published.
pub(crate) fn published(head: &Head) -> Option<PageTime> {
    declared_time(head, Meta::Published, "datePublished")
}

/// When the head says the page was changed.
pub(crate) fn modified(head: &Head) -> Option<PageTime> {
    declared_time(head, Meta::Modified, "dateModified")
}

/// The most exact of the times declared, the first of equals.
fn declared_time(head: &Head, kind: Meta, key: &str) -> Option<PageTime> {
    let metas = metas(kind).iter().flat_map(|name| {
        head.meta.iter().filter(move |(known, _)| known == name).filter_map(|(_, content)| time(content))
    });
    let data = head.json_ld.iter().filter_map(|json| time(&json_ld::scalar(json, key)?));
    let mut best: Option<PageTime> = None;
    for time in metas.chain(data) {
        if best.is_none_or(|best| {
            time.precision > best.precision && time.datetime.date() == best.datetime.date()
        }) {
            best = Some(time);
        }
    }
    best
}

/// Longest time that a head writes, in characters.
const LONGEST_TIME: usize = 64;

/// A time as a head writes it: any form that a line can have, eight digits, or Unix seconds.
pub(crate) fn time(value: &str) -> Option<PageTime> {
    let value = start(space::trim(value), LONGEST_TIME);
    if value.bytes().all(|b| b.is_ascii_digit()) {
        return numeric(value);
    }
    let line = chars::fold(value);
    time::scan(&line).first().and_then(|found| found.written.complete(None))
}

/// Unix seconds or milliseconds, `20240321`, `20240321102000`.
fn numeric(value: &str) -> Option<PageTime> {
    let number: i64 = value.parse().ok()?;
    let seconds = match value.len() {
        10 => number,
        13 => number / 1000,
        8 | 12 | 14 => return compact(value),
        _ => return None,
    };
    let datetime = crate::page_time::CHINA.to_datetime(Timestamp::from_second(seconds).ok()?);
    Some(PageTime::at(datetime, crate::page_time::Precision::Second))
}

fn compact(value: &str) -> Option<PageTime> {
    let marks = |at| match at {
        4 | 6 => Some('-'),
        8 => Some(' '),
        10 | 12 => Some(':'),
        _ => None,
    };
    time(&value.char_indices().flat_map(|(at, c)| marks(at).into_iter().chain([c])).collect::<String>())
}

/// Names that the head gives for the writer, as they stand there.
pub(crate) fn authors(head: &Head) -> Vec<String> {
    let metas = head
        .meta
        .iter()
        .filter(|(name, _)| metas(Meta::Author).contains(&name.as_str()))
        .map(|(_, content)| content.clone());
    let data = head.json_ld.iter().filter_map(|json| json_ld::string(json, "author"));
    let mut authors: Vec<String> = Vec::new();
    for author in metas.chain(data) {
        if !author.is_empty() && !author.contains("://") && !authors.contains(&author) {
            authors.push(author);
        }
    }
    authors
}

/// The portal's name for itself.
pub(crate) fn site_name(head: &Head) -> Option<String> {
    let meta = head.meta(metas(Meta::Site)).map(str::to_owned);
    meta.or_else(|| head.json_ld.iter().find_map(|json| json_ld::string(json, "publisher")))
        .map(|name| space::trim(&name).to_owned())
        .filter(|name| !name.is_empty())
}

/// True for a name that is the portal's own, whole or in part: `某网` of `某网财经`.
pub(crate) fn is_site(head: &Head, name: &str) -> bool {
    let suffix = head
        .title
        .as_deref()
        .and_then(|title| title.rsplit(['_', '|', '-', '\u{FF5C}', '\u{2014}', '\u{2013}']).next());
    let titled =
        suffix.filter(|suffix| suffix.chars().count() <= 20).is_some_and(|suffix| suffix.contains(name));
    titled || site_name(head).is_some_and(|site| site.contains(name))
}

/// The page's own summary.
pub(crate) fn description(head: &Head) -> Option<String> {
    head.meta(&["description", "og:description"])
        .map(|text| space::trim(text).to_owned())
        .filter(|text| !text.is_empty())
}

/// Keywords that are read: some pages put their text there.
const MAX_KEYWORDS: usize = 200;

/// The page's own keywords, each once.
pub(crate) fn keywords(head: &Head) -> Vec<String> {
    let mut keywords: Vec<String> = Vec::new();
    let list = head.meta(&["keywords", "news_keywords"]).unwrap_or_default();
    let is_mark = |c: char| matches!(c, ',' | '\u{FF0C}' | '\u{3001}' | ';' | '\u{FF1B}' | '|');
    let by_blanks = !list.contains(is_mark);
    let words = list.split(|c| is_mark(c) || by_blanks && space::is_blank(c)).map(space::trim);
    for word in words.take(MAX_KEYWORDS) {
        if !word.is_empty() && word.chars().count() <= 40 && !keywords.iter().any(|known| known == word) {
            keywords.push(word.to_owned());
        }
    }
    keywords
}

/// The canonical address, absolute; where the page declares none, the one it was given with.
pub(crate) fn url(head: &Head) -> Option<String> {
    let addresses = Addresses::of(head);
    let declared = addresses::declared(head).filter_map(|href| addresses.absolute(href));
    declared.chain(head.address.clone()).find(|href| is_http(href))
}

/// The picture that the head names for the article: an absolute address.
pub(crate) fn lead_image(head: &Head) -> Option<String> {
    let addresses = Addresses::of(head);
    let named = ["og:image", "og:image:url", "twitter:image", "twitter:image:src", "image"];
    let named = named.iter().filter_map(|name| head.meta(&[name]));
    named.filter_map(|href| addresses.absolute(href)).find(|href| is_http(href))
}

/// Blocks from the body's end that are looked at for it.
const NEXT_WITHIN: usize = 12;

/// The link of 下一页 or 余下全文 at the end of a body that ends before the block `end`. A prompt such as the
/// latter stands in the body's own element, alone in its line: lists of other articles have it in theirs.
pub(crate) fn next_page(page: &Page, end: usize) -> Option<String> {
    let last = end.checked_sub(1).and_then(|at| page.blocks.get(at));
    let goes_on = |block: &&TextBlock| {
        has_pager(&block.text)
            || is_prompt_to_go_on(&block.text) && last.is_some_and(|last| page.are_siblings(last, block))
    };
    let near = page.blocks.iter().skip(end.saturating_sub(2)).take(NEXT_WITHIN);
    let href = near.filter(goes_on).find_map(|block| page.targets.get(block.next_page))?;
    if href.starts_with('#') { None } else { Addresses::of(&page.head).absolute(href) }
}

#[cfg(test)]
mod tests {
    use super::time;

    #[test]
    fn heads_also_give_unix_times_and_runs_of_digits() {
        let read = |value: &str| time(value).map(|time| time.to_string());
        assert_eq!(read("1710987605").as_deref(), Some("2024-03-21T10:20:05+08:00"));
        assert_eq!(read("1710987605123").as_deref(), Some("2024-03-21T10:20:05+08:00"));
        assert_eq!(read("20240321").as_deref(), Some("2024-03-21"));
        assert_eq!(read("20240321102005").as_deref(), Some("2024-03-21T10:20:05+08:00"));
        assert_eq!(read("2024-03-21T10:20:05+08:00").as_deref(), Some("2024-03-21T10:20:05+08:00"));
        assert_eq!(read("09-1.24"), None);
        assert_eq!(read("105092"), None);
    }
}

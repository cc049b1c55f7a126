//! A headline in, itself out without the names of site and channel that stand behind it or before it.

use super::super::declared::fold;
use super::site::Site;
use crate::lexicon::kinds::{Word, before_word};
use crate::lexicon::people::is_organ;
use crate::text::space;

/// Longest suffix that is judged by its own words, in characters.
const LONGEST_SUFFIX: usize = 16;
/// Longest name of a channel, and the shortest headline before one.
const CHANNEL_CHARS: usize = 4;
const HEADLINE_CHARS: usize = 6;

/// A dump's headline line without a suffix that names a medium: there is no head to show what it is.
pub(crate) fn without_medium_behind(text: &str) -> String {
    let is_medium = |tail: &str| before_word(tail, Word::Site).is_some() && is_site_name(tail);
    match last_part(text) {
        Some((_, tail)) if is_medium(tail) => without_suffix(text, is_site_name).to_owned(),
        _ => text.to_owned(),
    }
}

/// A headline as it is shown without a name that the page gives to its site, behind it or before it.
pub(crate) fn without_site(text: &str, site: &Site) -> String {
    if last_part(text).is_none() || site.is_named(text) {
        return text.to_owned();
    }
    let unsuffixed = without_suffix(text, |tail| is_short(tail) && site.is_named(tail));
    without_prefix(unsuffixed, |head| is_short(head) && site.is_named(head)).to_owned()
}

/// A declared title without what the page names so, and what reads as a site's name.
pub(crate) fn without_named(text: &str, site: &Site) -> String {
    let is_site = |name: &str| site.is_named(name) || is_site_name(name);
    without_prefix(without_suffix(text, is_site), is_site).to_owned()
}

fn is_short(name: &str) -> bool {
    name.chars().count() <= LONGEST_SUFFIX
}

/// `headline_channel_site` without the last two, where `is_site` says so of the last.
fn without_suffix(text: &str, is_site: impl Fn(&str) -> bool) -> &str {
    let mut text = text;
    let mut cut = false;
    while let Some((head, tail)) = last_part(text) {
        let head_chars = head.chars().count();
        // Between headline and site stand the channels' names, as short as these.
        let channel = cut && head_chars >= HEADLINE_CHARS && tail.chars().count() <= CHANNEL_CHARS;
        if head_chars < 4 || !(channel || is_site(tail)) {
            break;
        }
        (text, cut) = (head, true);
    }
    text
}

/// `site - channel - headline` without the first two, where `is_site` says so of the first.
fn without_prefix(text: &str, is_site: impl Fn(&str) -> bool) -> &str {
    let mut text = text;
    let mut cut = false;
    while let Some((head, tail)) = first_part(text) {
        let tail_chars = tail.chars().count();
        let channel = cut && tail_chars >= HEADLINE_CHARS && head.chars().count() <= CHANNEL_CHARS;
        if tail_chars < HEADLINE_CHARS || !(channel || is_site(head)) {
            break;
        }
        (text, cut) = (tail, true);
    }
    text
}

/// What stands before and after the last divider of a title.
fn last_part(text: &str) -> Option<(&str, &str)> {
    let (at, c) = text.char_indices().rev().find(|&(_, c)| is_strong_divider(fold(c)))?;
    let head = text.get(..at)?.trim_end_matches(|c| space::is_blank(c) || is_strong_divider(fold(c)));
    let tail = text.get(at + c.len_utf8()..)?;
    Some((head, space::trim(tail))).filter(|(_, tail)| !tail.is_empty())
}

/// What stands before and after the first divider of a title.
fn first_part(text: &str) -> Option<(&str, &str)> {
    let (at, c) = text.char_indices().find(|&(_, c)| is_strong_divider(fold(c)))?;
    let tail = text.get(at + c.len_utf8()..)?;
    let tail = tail.trim_start_matches(|c| space::is_blank(c) || is_strong_divider(fold(c)));
    Some((space::trim(text.get(..at)?), tail)).filter(|(head, _)| !head.is_empty())
}

/// `某网`, `某社 CNA`, `某网(example.com)`.
fn is_site_name(tail: &str) -> bool {
    let name = tail.split(['(', '\u{FF08}']).next().unwrap_or(tail);
    let mut words = name.split(space::is_blank).map(space::trim);
    tail.chars().count() <= LONGEST_SUFFIX
        && (is_domain(tail) || words.any(|word| !word.is_empty() && is_organ(word)))
}

fn is_domain(text: &str) -> bool {
    text.is_ascii() && text.contains('.')
}

/// Marks that portals put between headline, channel and site.
pub(crate) fn is_strong_divider(c: char) -> bool {
    matches!(c, '_' | '|' | '-' | '>' | '\u{4E28}' | '\u{B7}' | '\u{BB}')
}

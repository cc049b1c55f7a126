//! Words of where a text came from: agencies of datelines, buttons beside accounts, values that name nobody.

use super::kinds::{Kinds, kinds};
use super::labels::is_mark;
use crate::text::space;
use foldhash::HashSet;
use std::sync::LazyLock;

kinds! {
    /// Kinds of `sources.tsv`, which says what each is.
    Source {
        Agency "agency", Follow "follow", Report "report", Nobody "nobody", Site "site", Note "note", Granted "granted",
        Section "section", Prompt "prompt", Post "post", Desk "desk", Field "field",
    }
}

fn words(kind: Source) -> &'static [&'static str] {
    static SOURCES: LazyLock<Kinds> = LazyLock::new(|| Kinds::read(include_str!("sources.tsv")));
    SOURCES.of(kind.name())
}

/// The agency whose name `text` begins with.
pub(crate) fn agency_at_start(text: &str) -> Option<&'static str> {
    words(Source::Agency).iter().find(|agency| text.starts_with(**agency)).copied()
}

/// What stands before the button under an account's name, where `text` ends in it.
pub(crate) fn before_follow_button(text: &str) -> Option<&str> {
    let before = words(Source::Follow).iter().filter_map(|button| text.strip_suffix(button));
    before.min_by_key(|before| before.len())
}

/// What stands before the button by which readers complain, where `text` ends in it: no name does.
pub(crate) fn before_report_button(text: &str) -> Option<&str> {
    words(Source::Report).iter().find_map(|button| text.strip_suffix(button))
}

/// What stands before a field's label, where `text` ends in it.
pub(crate) fn before_field(text: &str) -> Option<&str> {
    words(Source::Field).iter().find_map(|field| text.strip_suffix(field))
}

/// True for a value that says that nobody is named: 未知, 本站.
pub(crate) fn is_nobody(text: &str) -> bool {
    is_unknown(text) || words(Source::Site).contains(&text)
}

/// True for a value that says that the source is not known.
pub(crate) fn is_unknown(text: &str) -> bool {
    words(Source::Nobody).contains(&text)
}

/// What follows the words that say where a text was taken from: `本文转载自…`.
pub(crate) fn after_note(text: &str) -> Option<&str> {
    let rest = words(Source::Note).iter().find_map(|note| text.strip_prefix(note))?;
    Some(rest.trim_start_matches(|c| is_mark(c) || space::is_blank(c)))
}

/// Who allowed a text to be taken: `本文由某报授权转载`.
pub(crate) fn granted_by(text: &str) -> Option<&str> {
    let rest = words(Source::Granted).iter().find_map(|start| text.strip_prefix(start))?;
    let (name, _) = ["授权", "授權"].iter().find_map(|word| rest.split_once(word))?;
    Some(space::trim(name))
}

/// True for the name of a part of a site, or a button's label: what else stands beside a time.
pub(crate) fn is_chrome(text: &str) -> bool {
    static SECTIONS: LazyLock<HashSet<&'static str>> =
        LazyLock::new(|| words(Source::Section).iter().copied().collect());
    SECTIONS.contains(text) || words(Source::Prompt).iter().any(|prompt| text.starts_with(prompt))
}

/// True for what somebody is: 某大学教授.
pub(crate) fn is_post(text: &str) -> bool {
    before_post(text).is_some()
}

/// What stands before a post, where `text` ends in one: whose or where it is.
pub(crate) fn before_post(text: &str) -> Option<&str> {
    words(Source::Post).iter().find_map(|post| text.strip_suffix(post))
}

/// True for a newsroom's desk, which is nobody: 政治中心, 編輯部.
pub(crate) fn is_desk(name: &str) -> bool {
    let short = name.chars().count() <= 4 && ["中心", "組", "组"].iter().any(|end| name.ends_with(end));
    short || words(Source::Desk).iter().any(|desk| name.ends_with(desk))
}

//! Words of where a text came from: agencies of datelines, buttons beside accounts, values that name nobody.

use super::variants::spelled;
use foldhash::HashSet;
use std::sync::LazyLock;

fn named(kind: &'static str) -> impl Iterator<Item = &'static str> {
    spelled(include_str!("sources.tsv")).filter(move |(_, is)| *is == Some(kind)).map(|(word, _)| word)
}

/// The agency whose name `text` begins with.
pub(crate) fn agency_at_start(text: &str) -> Option<&'static str> {
    static AGENCIES: LazyLock<Vec<&'static str>> = LazyLock::new(|| named("agency").collect());
    AGENCIES.iter().find(|agency| text.starts_with(**agency)).copied()
}

/// True for the button under an account's name.
pub(crate) fn is_follow_button(text: &str) -> bool {
    static BUTTONS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| named("follow").collect());
    BUTTONS.contains(text.trim_matches(|c: char| c == '+' || crate::text::space::is_blank(c)))
}

/// What stands before the button under an account's name, where `text` ends in it.
pub(crate) fn before_follow_button(text: &str) -> Option<&str> {
    static BUTTONS: LazyLock<Vec<&'static str>> = LazyLock::new(|| named("follow").collect());
    BUTTONS.iter().filter_map(|button| text.strip_suffix(button)).min_by_key(|before| before.len())
}

/// What stands before a field's label, where `text` ends in it.
pub(crate) fn before_field(text: &str) -> Option<&str> {
    static FIELDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| named("field").collect());
    FIELDS.iter().find_map(|field| text.strip_suffix(field))
}

/// True for a value that says that nobody is named: 未知, 本站.
pub(crate) fn is_nobody(text: &str) -> bool {
    static WORDS: LazyLock<HashSet<&'static str>> =
        LazyLock::new(|| named("nobody").chain(named("site")).collect());
    WORDS.contains(text)
}

/// True for a value that says that the source is not known.
pub(crate) fn is_unknown(text: &str) -> bool {
    static WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| named("nobody").collect());
    WORDS.contains(text)
}

/// What follows the words that say where a text was taken from: `本文转载自…`.
pub(crate) fn after_note(text: &str) -> Option<&str> {
    static NOTES: LazyLock<Vec<&'static str>> = LazyLock::new(|| named("note").collect());
    let is_mark = |c| super::labels::is_mark(c) || crate::text::space::is_blank(c);
    NOTES.iter().find_map(|note| text.strip_prefix(note)).map(|rest| rest.trim_start_matches(is_mark))
}

/// Who allowed a text to be taken: `本文由某报授权转载`.
pub(crate) fn granted_by(text: &str) -> Option<&str> {
    static STARTS: LazyLock<Vec<&'static str>> = LazyLock::new(|| named("granted").collect());
    let rest = STARTS.iter().find_map(|start| text.strip_prefix(start))?;
    ["授权", "授權"]
        .iter()
        .find_map(|word| rest.split_once(word))
        .map(|(name, _)| crate::text::space::trim(name))
}

/// True for the name of a part of a site, or a button's label: what else stands beside a time.
pub(crate) fn is_chrome(text: &str) -> bool {
    static SECTIONS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| named("section").collect());
    static PROMPTS: LazyLock<Vec<&'static str>> = LazyLock::new(|| named("prompt").collect());
    SECTIONS.contains(text) || PROMPTS.iter().any(|prompt| text.starts_with(prompt))
}

/// True for what somebody is: 某大学教授.
pub(crate) fn is_post(text: &str) -> bool {
    static POSTS: LazyLock<Vec<&'static str>> = LazyLock::new(|| named("post").collect());
    POSTS.iter().any(|post| text.ends_with(post))
}

/// True for a newsroom's desk, which is nobody: 政治中心, 編輯部.
pub(crate) fn is_desk(name: &str) -> bool {
    static DESKS: LazyLock<Vec<&'static str>> = LazyLock::new(|| named("desk").collect());
    let short = name.chars().count() <= 4 && ["中心", "組", "组"].iter().any(|end| name.ends_with(end));
    short || DESKS.iter().any(|desk| name.ends_with(desk))
}

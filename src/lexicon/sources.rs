//! Words of where a text came from: agencies of datelines, buttons beside accounts, values that name nobody.

use foldhash::HashSet;
use std::sync::LazyLock;

fn named(kind: &'static str) -> impl Iterator<Item = &'static str> {
    let rows = super::rows(include_str!("sources.tsv")).filter_map(|row| row.split_once('\t'));
    rows.filter(move |(_, is)| *is == kind).map(|(word, _)| word)
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

/// True for a value that says that the source is not known.
pub(crate) fn is_nobody(text: &str) -> bool {
    static WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| named("nobody").collect());
    WORDS.contains(text)
}

/// True for the name of a part of a site, or a button's label: what else stands beside a time.
pub(crate) fn is_chrome(text: &str) -> bool {
    static SECTIONS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| named("section").collect());
    static PROMPTS: LazyLock<Vec<&'static str>> = LazyLock::new(|| named("prompt").collect());
    SECTIONS.contains(text) || PROMPTS.iter().any(|prompt| text.starts_with(prompt))
}

//! A list of words of several kinds in, the words of one kind out.

use super::variants::spelled;
use foldhash::HashMap;
use std::sync::LazyLock;

/// The words of a list by their kinds, in the order of the list, in all spellings.
pub(super) struct Kinds(HashMap<&'static str, Vec<&'static str>>);

impl Kinds {
    pub(super) fn read(list: &'static str) -> Self {
        let mut kinds: HashMap<&str, Vec<&str>> = HashMap::default();
        for (word, kind) in spelled(list) {
            kinds.entry(kind.unwrap_or_default()).or_default().push(word);
        }
        Self(kinds)
    }

    /// The same, of each kind the longest words first.
    pub(super) fn longest_first(mut self) -> Self {
        self.0.values_mut().for_each(|words| words.sort_by_key(|word| std::cmp::Reverse(word.len())));
        self
    }

    pub(super) fn of(&self, kind: &str) -> &[&'static str] {
        self.0.get(kind).map_or(&[], Vec::as_slice)
    }
}

/// The words of a kind in `words.tsv`.
pub(crate) fn words(kind: &str) -> &'static [&'static str] {
    static WORDS: LazyLock<Kinds> = LazyLock::new(|| Kinds::read(include_str!("words.tsv")));
    WORDS.of(kind)
}

/// The names in `metas.tsv` under which pages declare what `kind` says, the surest first.
pub(crate) fn metas(kind: &str) -> &'static [&'static str] {
    static METAS: LazyLock<Kinds> = LazyLock::new(|| Kinds::read(include_str!("metas.tsv")));
    METAS.of(kind)
}

/// True where `text` has a word of a kind in it.
pub(crate) fn has_word(text: &str, kind: &str) -> bool {
    words(kind).iter().any(|word| text.contains(word))
}

/// `text` without the first word of a kind that stands at its start.
pub(crate) fn after_word<'t>(text: &'t str, kind: &str) -> Option<&'t str> {
    words(kind).iter().find_map(|word| text.strip_prefix(word))
}

/// `text` without the first word of a kind that stands at its end.
pub(crate) fn before_word<'t>(text: &'t str, kind: &str) -> Option<&'t str> {
    words(kind).iter().find_map(|word| text.strip_suffix(word))
}

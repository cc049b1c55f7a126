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

/// The kinds of a list, each with the name that its rows have: one that nobody asks for is never made, which the
/// compiler says.
macro_rules! kinds {
    ($(#[$about:meta])* $list:ident { $($kind:ident $name:literal),* $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum $list {
            $($kind,)*
        }

        impl $list {
            #[cfg(test)]
            pub(super) const NAMES: &[&str] = &[$($name),*];

            pub(super) const fn name(self) -> &'static str {
                match self {
                    $(Self::$kind => $name,)*
                }
            }
        }
    };
}

pub(super) use kinds;

kinds! {
    /// Kinds of `words.tsv`, which says what each is.
    Word {
        Rights "rights", Pager "pager", Prompt "prompt", Crumb "crumb", Today "today", Lunar "lunar", Period "period",
        Title "title", Original "original", Way "way", Making "making", Site "site", Statement "statement", Card "card",
        Team "team", Made "made", And "and", By "by", Sign "sign", Taken "taken", Compound "compound",
        Reported "reported", Part "part", Heading "heading", Account "account", SentFrom "sent", Button "button", On "on",
        Posted "posted",
    }
}

kinds! {
    /// Kinds of `metas.tsv`.
    Meta {
        Published "published", Modified "modified", Author "author", Site "site", State "state",
    }
}

/// The words of a kind in `words.tsv`.
pub(crate) fn words(kind: Word) -> &'static [&'static str] {
    static WORDS: LazyLock<Kinds> = LazyLock::new(|| Kinds::read(include_str!("words.tsv")));
    WORDS.of(kind.name())
}

/// The names in `metas.tsv` under which pages declare what `kind` says, the surest first.
pub(crate) fn metas(kind: Meta) -> &'static [&'static str] {
    static METAS: LazyLock<Kinds> = LazyLock::new(|| Kinds::read(include_str!("metas.tsv")));
    METAS.of(kind.name())
}

/// True where `text` has a word of a kind in it.
pub(crate) fn has_word(text: &str, kind: Word) -> bool {
    words(kind).iter().any(|word| text.contains(word))
}

/// `text` without the first word of a kind that stands at its start.
pub(crate) fn after_word(text: &str, kind: Word) -> Option<&str> {
    words(kind).iter().find_map(|word| text.strip_prefix(word))
}

/// `text` without the first word of a kind that stands at its end.
pub(crate) fn before_word(text: &str, kind: Word) -> Option<&str> {
    words(kind).iter().find_map(|word| text.strip_suffix(word))
}

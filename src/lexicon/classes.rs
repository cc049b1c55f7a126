//! A class attribute in, what its names say of how its element shows out. Names stand in `classes.tsv`.

use super::name_set::NameSet;
use foldhash::HashMap;
use std::sync::LazyLock;

/// What a class of a name that many pages share says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Class {
    /// For screen readers alone, or put between the words to spoil a copy.
    Unseen,
    /// Its text is the name of a sign in an icon font.
    Icon,
    /// A picture that stands for a character.
    Glyph,
}

static CLASSES: LazyLock<HashMap<&'static str, Class>> = LazyLock::new(|| {
    super::rows(include_str!("classes.tsv"))
        .filter_map(|row| row.split_once('\t'))
        .filter_map(|(word, says)| Some((word, Class::named(says)?)))
        .collect()
});

static NAMES: LazyLock<NameSet> = LazyLock::new(|| {
    let mut names = NameSet::default();
    CLASSES.keys().for_each(|name| names.insert(name.as_bytes()));
    names
});

impl Class {
    fn named(name: &str) -> Option<Self> {
        match name {
            "unseen" => Some(Self::Unseen),
            "icon" => Some(Self::Icon),
            "glyph" => Some(Self::Glyph),
            _ => None,
        }
    }

    /// False for most names of which nothing is known.
    pub(crate) fn may_be_known(name: &[u8]) -> bool {
        NAMES.may_have(name)
    }

    /// What the first known name of `value`, a class attribute, says.
    pub(crate) fn of(value: &str) -> Option<Self> {
        let known = &*NAMES;
        let names = value.split(|c: char| c.is_ascii_whitespace());
        let mut names = names.filter(|name| known.may_have(name.as_bytes()));
        names.find_map(|name| CLASSES.get(name).copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_whole() {
        assert_eq!(Class::of("tag sr-only"), Some(Class::Unseen));
        assert_eq!(Class::of("material-icons md-18"), Some(Class::Icon));
        assert_eq!(Class::of("iconic sr-only-x emoji2"), None);
    }
}

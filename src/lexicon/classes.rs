//! A class attribute in, what its names say of how its element shows out. Names stand in `classes.tsv`.

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

/// Longest name of the list, in bytes; longer ones are not looked up.
const LONGEST: usize = 32;

impl Class {
    fn named(name: &str) -> Option<Self> {
        match name {
            "unseen" => Some(Self::Unseen),
            "icon" => Some(Self::Icon),
            "glyph" => Some(Self::Glyph),
            _ => None,
        }
    }

    /// What the first known name of `value`, a class attribute, says.
    pub(crate) fn of(value: &str) -> Option<Self> {
        let mut names = value.split(|c: char| c.is_ascii_whitespace()).filter(|name| name.len() <= LONGEST);
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

    #[test]
    fn no_name_of_the_list_is_longer_than_those_looked_up() {
        assert!(CLASSES.keys().all(|name| name.len() <= LONGEST));
    }
}

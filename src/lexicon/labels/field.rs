//! What stands behind a label.

use crate::article::BylineRole;
use crate::lexicon::people::role_named;

/// What the value after a label is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Field {
    Source,
    /// Somebody, who did this.
    Person(BylineRole),
    Published,
    Updated,
    /// A clock of today, a period: no time of the article's.
    Clock,
    /// Something that no field holds.
    Stop,
}

impl Field {
    /// What somebody named behind the label did; `None` where it is of no people.
    pub(crate) fn role(self) -> Option<BylineRole> {
        if let Self::Person(role) = self { Some(role) } else { None }
    }

    /// The field of a column of `labels.tsv`.
    pub(super) fn named(name: &str) -> Option<Self> {
        match name {
            "source" => Some(Self::Source),
            "published" => Some(Self::Published),
            "updated" => Some(Self::Updated),
            "clock" => Some(Self::Clock),
            "stop" => Some(Self::Stop),
            name => role_named(name).map(Self::Person),
        }
    }
}

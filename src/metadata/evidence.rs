//! A value that a field might have, where it stands, and what speaks for it. Types only: what a place is
//! worth is said once for each field, where its candidates are ranked.

use crate::provenance::Place;

/// A value that a field might have.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Candidate<T, Why> {
    pub(crate) value: T,
    pub(crate) place: Place,
    pub(crate) why: Why,
}

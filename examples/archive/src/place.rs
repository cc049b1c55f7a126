//! Places in the input.

use serde::{Deserialize, Serialize};

/// Where something begins in a file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Position {
    /// Byte of the file; of gzip the byte at which the member begins, of zstd 0, of Parquet the row.
    pub(crate) offset: u64,
    /// Byte of what is behind the member's compression; 0 where records have members of their own.
    pub(crate) inside: u64,
}

/// A place among all inputs: everything before it is done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Cursor {
    /// Which input, counted from 0; as many as there are at the end.
    pub(crate) input: usize,
    #[serde(flatten)]
    pub(crate) position: Position,
}

impl Cursor {
    pub(crate) fn start_of(input: usize) -> Self {
        Self { input, position: Position::default() }
    }
}

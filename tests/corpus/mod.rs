//! Where the corpus of saved pages stands. It is no part of the project.

use crate::trial::Absent;
use std::path::{Path, PathBuf};

/// A folder of the corpus.
pub(crate) fn folder(part: &str) -> Result<PathBuf, Absent> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus").join(part);
    if folder.exists() { Ok(folder) } else { Err(Absent(format!("no ../shared/corpus/{part}"))) }
}

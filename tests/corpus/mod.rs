//! Where the corpus of saved pages is kept, if it is: beside the project, and never in it.

#![expect(clippy::print_stderr, reason = "a skipped test says so")]

use std::path::{Path, PathBuf};

/// A part of the corpus, `dev` or `seed`; `None`, said on standard error, where it is not kept.
pub(crate) fn folder(part: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus").join(part);
    if folder.exists() {
        return Some(folder);
    }
    eprintln!("skipped: no {}", folder.display());
    None
}

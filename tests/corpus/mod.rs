//! Where the corpus of saved pages is kept, if it is: beside the project, and never in it.

use std::io::Write as _;
use std::path::{Path, PathBuf};

/// A part of the corpus, `dev` or `seed`; `None`, said on standard error, where it is not kept.
pub(crate) fn folder(part: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus").join(part);
    if folder.exists() {
        return Some(folder);
    }
    // The test harness keeps back what a passing test prints, but not this.
    let _ = writeln!(std::io::stderr(), "skipped: no {}", folder.display());
    None
}

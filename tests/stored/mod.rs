//! The pages that are stored under `tests/pages`, by name.

use std::fs;
use std::path::Path;

/// Name and text of each page, in order of name.
pub(crate) fn pages() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let files = fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let paths = files.flatten().map(|file| file.path());
    let is_page = |path: &Path| path.extension().is_some_and(|end| end == "html" || end == "txt");
    let mut pages: Vec<(String, String)> = paths
        .filter(|path| is_page(path))
        .map(|path| {
            let page = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            (path.file_name().unwrap_or_default().to_string_lossy().into_owned(), page)
        })
        .collect();
    assert!(!pages.is_empty(), "no pages in {}", folder.display());
    pages.sort();
    pages
}

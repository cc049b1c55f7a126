//! The pages that are stored under `tests/pages` and `tests/crashers`, by name.
#![allow(dead_code, reason = "not every test that uses one uses the other")]

use std::fs;
use std::path::Path;

/// Name and text of each page of `tests/pages`, in order of name.
pub(crate) fn pages() -> Vec<(String, String)> {
    let is_page = |name: &str| [".html", ".txt"].iter().any(|end| name.ends_with(end));
    let pages = files("tests/pages").into_iter().filter(|(name, _)| is_page(name));
    pages.map(|(name, page)| (name, String::from_utf8_lossy(&page).into_owned())).collect()
}

/// Name and bytes of each page of `tests/crashers`, in order of name.
pub(crate) fn crashers() -> Vec<(String, Vec<u8>)> {
    files("tests/crashers")
}

fn files(folder: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let found = fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut files: Vec<(String, Vec<u8>)> = found
        .flatten()
        .map(|file| {
            let page = fs::read(file.path()).unwrap_or_else(|e| panic!("{}: {e}", file.path().display()));
            (file.file_name().to_string_lossy().into_owned(), page)
        })
        .collect();
    assert!(!files.is_empty(), "nothing in {}", folder.display());
    files.sort();
    files
}

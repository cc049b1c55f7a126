//! A page's place in, the path of what is made of it out, below a folder that was named for it.

use std::io;
use std::path::{Component, Path, PathBuf};

/// True for a folder, and for a path that ends as one.
pub(crate) fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.as_os_str().as_encoded_bytes().ends_with(b"/")
}

/// A page's path below `folder`, whatever it is relative to, with `ending` behind its own.
pub(crate) fn inside(folder: &Path, place: &Path, ending: &str) -> PathBuf {
    let named = place.components().filter(|part| matches!(part, Component::Normal(_)));
    let mut path: PathBuf = folder.to_owned();
    path.extend(named);
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{ending}"));
    path.with_file_name(name)
}

/// The error with the path that it is of.
pub(crate) fn at(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

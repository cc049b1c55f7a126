//! A folder in, the files in it that may be pages out, in order of name. `walkdir` goes through it, and
//! `mime_guess` knows what names of files stand for.

use super::outputs::Outputs;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// A file that may be a page; a name that is none; what could not be read.
pub(crate) enum Entry {
    File(PathBuf),
    NoPage,
    Broken(PathBuf, String),
}

/// Everything in `folder`, folders inside it too, but no folders that are linked into it: they may lead round in
/// a circle, or anywhere. What starts with a dot is left out, and folders of `outputs`. With `endings`, only files
/// whose names end so.
pub(crate) fn entries<'a>(
    folder: &'a Path,
    endings: &'a [String],
    outputs: &'a Outputs,
) -> impl Iterator<Item = Entry> + 'a {
    let walk = WalkDir::new(folder).min_depth(1).sort_by_file_name();
    let shown = walk.into_iter().filter_entry(|entry| {
        let is_output = entry.file_type().is_dir() && entry.metadata().is_ok_and(|about| outputs.has(&about));
        !is_output && !is_hidden(entry)
    });
    shown.filter_map(move |entry| match entry {
        Ok(entry) if entry.file_type().is_dir() || is_linked_folder(&entry) => None,
        Ok(entry) if is_wanted(entry.path(), endings) => Some(Entry::File(entry.into_path())),
        Ok(_) => Some(Entry::NoPage),
        Err(error) => {
            let path = error.path().unwrap_or(folder).to_owned();
            let reason = error.into_io_error().map_or_else(|| "cannot be read".to_owned(), |e| e.to_string());
            Some(Entry::Broken(path, reason))
        }
    })
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

fn is_linked_folder(entry: &DirEntry) -> bool {
    entry.path_is_symlink() && entry.path().is_dir()
}

fn is_wanted(path: &Path, endings: &[String]) -> bool {
    if endings.is_empty() {
        return may_be_page(path);
    }
    let name = path.file_name().unwrap_or_default().as_encoded_bytes().to_ascii_lowercase();
    endings.iter().any(|ending| {
        let ending = ending.trim_start_matches('.').to_ascii_lowercase();
        name.strip_suffix(ending.as_bytes()).is_some_and(|stem| stem.ends_with(b"."))
    })
}

/// Names of scripts that write pages, and of containers, that stand for something else where they do not.
const PAGES: &[&str] = &["asp", "aspx", "cgi", "do", "gz", "jsp", "ndjson", "php", "warc", "wet", "zst"];

/// False for files that are surely something else by their names: style sheets, scripts, pictures, fonts.
fn may_be_page(path: &Path) -> bool {
    let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase();
    PAGES.contains(&ending.as_str())
        || mime_guess::from_ext(&ending).iter().all(|mime| match mime.type_().as_str() {
            "text" => !matches!(mime.subtype().as_str(), "css" | "javascript" | "csv"),
            "application" => mime.subtype() == "xhtml",
            "audio" | "font" | "image" | "video" => false,
            _ => true,
        })
}

//! A folder in, the files in it that may be pages out, in order of name. `walkdir` goes through it, and
//! `mime_guess` knows what names of files stand for.

use super::outputs::Outputs;
use mime_guess::Mime;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// A file that may be a page; one whose first bytes decide that; a name that is none; what could not be read.
pub(crate) enum Entry {
    File(PathBuf),
    Unknown(PathBuf),
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
        Ok(entry) => Some(match by_name(entry.path(), endings) {
            Named::Page => Entry::File(entry.into_path()),
            Named::Unknown => Entry::Unknown(entry.into_path()),
            Named::Other => Entry::NoPage,
        }),
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

/// What a name says of its file.
enum Named {
    /// A page, a container of pages, or nothing.
    Page,
    /// Something that may hold pages.
    Unknown,
    Other,
}

fn by_name(path: &Path, endings: &[String]) -> Named {
    if endings.is_empty() {
        return by_type(path);
    }
    let name = path.file_name().unwrap_or_default().as_encoded_bytes().to_ascii_lowercase();
    let is_wanted = endings.iter().any(|ending| {
        let ending = ending.trim_start_matches('.').to_ascii_lowercase();
        name.strip_suffix(ending.as_bytes()).is_some_and(|stem| stem.ends_with(b"."))
    });
    if is_wanted { Named::Page } else { Named::Other }
}

/// Names of scripts that write pages, of containers, and of hosts as wget saves their front pages, that stand for
/// something else where they do not.
const PAGES: &[&str] =
    &["asp", "aspx", "cgi", "com", "do", "gz", "jsp", "ndjson", "php", "warc", "wet", "zst"];

/// Style sheets, scripts, pictures, fonts, feeds and PDF are surely something else.
fn by_type(path: &Path) -> Named {
    let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase();
    if PAGES.contains(&ending.as_str()) {
        return Named::Page;
    }
    let types = mime_guess::from_ext(&ending);
    let is_other = |mime: Mime| match (mime.type_().as_str(), mime.subtype().as_str()) {
        ("text", subtype) => matches!(subtype, "css" | "javascript" | "csv"),
        ("application", "xhtml") => false,
        ("audio" | "font" | "image" | "video", _) | ("application", "javascript" | "pdf" | "xml") => true,
        ("application", _) => mime.suffix().is_some_and(|suffix| suffix == "xml"),
        _ => false,
    };
    let is_unknown = |mime: Mime| mime.type_() == "application" && mime.subtype() != "xhtml";
    if types.iter().any(is_other) {
        Named::Other
    } else if types.iter().any(is_unknown) {
        Named::Unknown
    } else {
        Named::Page
    }
}

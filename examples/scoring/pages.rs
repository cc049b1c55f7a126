//! Files and folders in, the text of the pages in them out.

use super::record::{Record, at, stem};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The files at `path`: itself, or a folder's files in order of name, folders inside it too.
/// A `path` that is not there is an error.
pub(crate) fn files(path: &Path) -> io::Result<Vec<PathBuf>> {
    fs::metadata(path).map_err(|error| at(path, &error))?;
    let mut files = Vec::new();
    let mut waiting = vec![path.to_owned()];
    while let Some(path) = waiting.pop() {
        if !path.is_dir() {
            files.push(path);
            continue;
        }
        let entries = fs::read_dir(&path).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let entries = entries.map_err(|error| at(&path, &error))?;
        let mut inside: Vec<PathBuf> = entries.iter().map(fs::DirEntry::path).collect();
        inside.sort_unstable_by(|a, b| b.cmp(a));
        waiting.append(&mut inside);
    }
    Ok(files)
}

/// A page's text, whatever charset it is stored in.
pub(crate) fn text(path: &Path) -> io::Result<String> {
    let bytes = fs::read(path).map_err(|error| at(path, &error))?;
    let page = zhengwen::decode(&bytes, None)
        .map_err(|error| io::Error::other(format!("{}: {error}", path.display())))?;
    Ok(page.text.into_owned())
}

/// The page of each record of `gold`, by the file's name without its ending; `None` where there is no
/// such file. Files that the gold does not name are passed over. Two pages of one name are an error.
pub(crate) fn of_gold(gold: &[Record], paths: &[PathBuf]) -> io::Result<Vec<Option<String>>> {
    let mut found: HashMap<String, PathBuf> = HashMap::new();
    for path in paths {
        for file in files(path)? {
            if let Some(other) = found.insert(stem(&file), file.clone()) {
                let both = format!("{} and {} have one name", other.display(), file.display());
                return Err(io::Error::other(both));
            }
        }
    }
    gold.iter().map(|record| found.get(&record.id).map(|path| text(path)).transpose()).collect()
}

//! Paths in, the files to read out, in order, with their sizes.

use crate::pages::{Entry, Outputs, at, entries, id};
use serde::{Deserialize, Serialize};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Input {
    pub(crate) path: PathBuf,
    pub(crate) bytes: u64,
}

impl Input {
    /// Its path as text.
    pub(crate) fn id(&self) -> String {
        id(&self.path)
    }
}

/// The files at `paths` and in the folders among them, without those in `output`.
///
/// # Errors
/// A path with nothing to read.
pub(crate) fn inputs(paths: &[PathBuf], endings: &[String], output: &Path) -> io::Result<Vec<Input>> {
    let outputs = Outputs::of([output]);
    let mut inputs = Vec::new();
    for path in paths {
        let about = fs::metadata(path).map_err(|error| at(path, &error))?;
        if about.is_file() {
            inputs.push(Input { path: path.clone(), bytes: about.len() });
        } else if about.is_dir() {
            for entry in entries(path, endings, &outputs) {
                match entry {
                    Entry::File(path) | Entry::Unknown(path) => {
                        let about = fs::metadata(&path).map_err(|error| at(&path, &error))?;
                        inputs.push(Input { path, bytes: about.len() });
                    }
                    Entry::NoPage => {}
                    Entry::Broken(path, reason) => {
                        return Err(io::Error::other(format!("{}: {reason}", path.display())));
                    }
                }
            }
        } else {
            return Err(at(path, &io::Error::other("neither a file nor a folder")));
        }
    }
    Ok(inputs)
}

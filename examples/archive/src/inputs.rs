//! Paths in, the files to read out, in order, with their sizes.

use crate::pages::{Entry, Outputs, at, entries, id};
use std::fs::{self, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};

#[derive(Debug, Clone)]
pub(crate) struct Input {
    pub(crate) path: PathBuf,
    pub(crate) bytes: u64,
    /// Why it cannot be read, and will not be: a link to nothing, a folder or file that is not ours to read.
    pub(crate) broken: Option<String>,
}

impl Input {
    /// Its path as text.
    pub(crate) fn id(&self) -> String {
        id(&self.path)
    }
}

/// The files at `paths` and in the folders among them, without those in `output`. What stands in a folder and is no
/// file that can be read is among them, to be listed.
///
/// # Errors
/// A path with nothing to read, or that the system does not give now.
pub(crate) fn inputs(paths: &[PathBuf], endings: &[String], output: &Path) -> io::Result<Vec<Input>> {
    let outputs = Outputs::of([output]);
    let mut inputs = Vec::new();
    for path in paths {
        let about = fs::metadata(path).map_err(|error| at(path, &error))?;
        if about.is_file() {
            inputs.push(Input { path: path.clone(), bytes: about.len(), broken: None });
        } else if about.is_dir() {
            for entry in entries(path, endings, &outputs) {
                match entry {
                    Entry::File(path) | Entry::Unknown(path) => inputs.push(found(path)?),
                    Entry::NoPage => {}
                    Entry::Broken(path, reason) => {
                        inputs.push(Input { path, bytes: 0, broken: Some(reason) });
                    }
                }
            }
        } else {
            return Err(at(path, &io::Error::other("neither a file nor a folder")));
        }
    }
    Ok(inputs)
}

/// What stands in a folder.
fn found(path: PathBuf) -> io::Result<Input> {
    let broken = |bytes, reason: String| Ok(Input { path: path.clone(), bytes, broken: Some(reason) });
    let about = match fs::metadata(&path) {
        Ok(about) => about,
        Err(error) if is_lasting(&error) || is_link(&path) => return broken(0, error.to_string()),
        Err(error) => return Err(at(&path, &error)),
    };
    // Opening a pipe waits for whoever writes to it.
    if !about.is_file() {
        return broken(0, "neither a file nor a folder".to_owned());
    }
    match File::open(&path) {
        Err(error) if is_lasting(&error) => broken(about.len(), error.to_string()),
        Err(error) => Err(at(&path, &error)),
        Ok(_) => Ok(Input { path, bytes: about.len(), broken: None }),
    }
}

/// True of what comes of the file, not of the moment.
fn is_lasting(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::PermissionDenied
}

fn is_link(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|about: Metadata| about.is_symlink())
}

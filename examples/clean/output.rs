//! Where articles go: standard output, a file, or a folder with a file for each.

use crate::options::Format;
use crate::pages::{at, inside, is_folder};
use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

pub(crate) enum Output {
    Standard,
    File(File),
    /// And the files that were written there.
    Folder(PathBuf, Format, HashSet<PathBuf>),
}

impl Output {
    /// # Errors
    /// A file that cannot be made, with its path.
    pub(crate) fn to(path: Option<&Path>, format: Format) -> io::Result<Self> {
        let Some(path) = path else { return Ok(Self::Standard) };
        if is_folder(path) {
            fs::create_dir_all(path).map_err(|error| at(path, &error))?;
            return Ok(Self::Folder(path.to_owned(), format, HashSet::new()));
        }
        File::create(path).map(Self::File).map_err(|error| at(path, &error))
    }

    /// True where what follows is told apart by files.
    pub(crate) fn is_folder(&self) -> bool {
        matches!(self, Self::Folder(..))
    }

    /// The file of a page at `place`, where another page's article was written to it.
    pub(crate) fn taken(&self, place: &Path) -> Option<&Path> {
        let Self::Folder(folder, format, written) = self else { return None };
        written.get(&inside(folder, place, format.ending())).map(PathBuf::as_path)
    }

    /// Writes an article whole. Other programs that write to the same pipe or file, as those of `xargs -P` do, wait
    /// meanwhile: a write of over 4 KB to a pipe is otherwise taken in pieces.
    pub(crate) fn write(&mut self, place: &Path, text: &str) -> io::Result<()> {
        match self {
            Self::Standard => {
                let mut out = io::stdout().lock();
                let _held = Held::of();
                out.write_all(text.as_bytes())?;
                out.flush()
            }
            Self::File(file) => file.write_all(text.as_bytes()),
            Self::Folder(folder, format, written) => {
                let path = inside(folder, place, format.ending());
                let parent = path.parent().unwrap_or(folder);
                fs::create_dir_all(parent).map_err(|error| at(parent, &error))?;
                fs::write(&path, text).map_err(|error| at(&path, &error))?;
                written.insert(path);
                Ok(())
            }
        }
    }
}

/// A lock of this process on standard output, as long as it lives. Not every kind of output has locks: without
/// one, writing goes on.
struct Held;

impl Held {
    fn of() -> Self {
        #[cfg(unix)]
        let _ = rustix::fs::fcntl_lock(io::stdout(), rustix::fs::FlockOperation::LockExclusive);
        Self
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        #[cfg(unix)]
        let _ = rustix::fs::fcntl_lock(io::stdout(), rustix::fs::FlockOperation::Unlock);
    }
}

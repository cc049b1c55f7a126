//! Where reports go: one file, or a folder with a file for each page. None is written over a page, or over another.

use crate::pages::{Outputs, Page, at, inside, is_folder};
use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub(crate) struct Reports {
    path: PathBuf,
    is_folder: bool,
    written: HashSet<PathBuf>,
    /// The files that were named as pages.
    pages: Outputs,
}

impl Reports {
    /// # Errors
    /// A folder that cannot be made.
    pub(crate) fn to(path: &Path, pages: &[PathBuf]) -> io::Result<Self> {
        let is_folder = is_folder(path);
        if is_folder {
            fs::create_dir_all(path).map_err(|error| at(path, &error))?;
        }
        let pages = Outputs::of(pages.iter().map(PathBuf::as_path));
        Ok(Self { path: path.to_owned(), is_folder, written: HashSet::new(), pages })
    }

    /// True where no other report can be written.
    pub(crate) fn is_full(&self) -> bool {
        !self.is_folder && !self.written.is_empty()
    }

    /// Where the report of a page goes.
    ///
    /// # Errors
    /// Why it can go nowhere, in words.
    pub(crate) fn place(&self, page: &Page) -> Result<PathBuf, String> {
        let path = if self.is_folder { inside(&self.path, &page.place, "html") } else { self.path.clone() };
        if self.written.contains(&path) {
            return Err(format!("a report is in {} already", path.display()));
        }
        if fs::metadata(&path).is_ok_and(|about| self.pages.has(&about)) {
            return Err(format!("its report would go over {}, which is to be read", path.display()));
        }
        Ok(path)
    }

    /// # Errors
    /// A file that cannot be written, with its path.
    pub(crate) fn write(&mut self, path: PathBuf, report: &str) -> io::Result<()> {
        if let Some(folder) = path.parent().filter(|_| self.is_folder) {
            fs::create_dir_all(folder).map_err(|error| at(folder, &error))?;
        }
        fs::write(&path, report).map_err(|error| at(&path, &error))?;
        self.written.insert(path);
        Ok(())
    }
}

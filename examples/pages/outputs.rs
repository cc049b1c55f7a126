//! What a run writes to, so that it does not read it.

use std::fs::{self, Metadata};
use std::path::Path;

/// Files and folders by device and inode, as each may have several names. Where there are no inodes, none is known.
#[derive(Debug, Clone, Default)]
pub(crate) struct Outputs(Vec<(u64, u64)>);

impl Outputs {
    /// Standard output and error where they are files, and what stands at `paths` by now.
    pub(crate) fn of<'a>(paths: impl IntoIterator<Item = &'a Path>) -> Self {
        let named = paths.into_iter().filter_map(|path| fs::metadata(path).ok());
        Self(named.chain(streams()).filter_map(|about| identity(&about)).collect())
    }

    pub(crate) fn has(&self, about: &Metadata) -> bool {
        identity(about).is_some_and(|identity| self.0.contains(&identity))
    }

    /// True where standard input is one of them.
    pub(crate) fn has_input(&self) -> bool {
        input().is_some_and(|about| self.has(&about))
    }
}

#[cfg(unix)]
fn identity(about: &Metadata) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    // Devices and pipes give nothing back of what is written to them.
    (about.is_file() || about.is_dir()).then(|| (about.dev(), about.ino()))
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> Option<(u64, u64)> {
    None
}

#[cfg(unix)]
fn about(stream: impl std::os::fd::AsFd) -> Option<Metadata> {
    let stream = stream.as_fd().try_clone_to_owned().ok()?;
    fs::File::from(stream).metadata().ok()
}

#[cfg(unix)]
fn streams() -> impl Iterator<Item = Metadata> {
    [about(std::io::stdout()), about(std::io::stderr())].into_iter().flatten()
}

#[cfg(not(unix))]
fn streams() -> impl Iterator<Item = Metadata> {
    std::iter::empty()
}

#[cfg(unix)]
fn input() -> Option<Metadata> {
    about(std::io::stdin())
}

#[cfg(not(unix))]
fn input() -> Option<Metadata> {
    None
}

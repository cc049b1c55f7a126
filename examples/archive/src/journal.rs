//! What is done, in the output's folder: a line for the run, then one for each output file with the inputs that it
//! covers. An output file and its inputs become true together, by the one line that is appended for both when the
//! file is in place; whatever has no line is left over from a run that was killed.

use crate::errors;
use crate::inputs::Input;
use crate::pages::at;
use crate::parts::others;
use crate::place::Cursor;
use crate::tally::Counts;
use rustix::fs::{FlockOperation, flock};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, Seek, Write};
use std::path::Path;

pub(crate) const NAME: &str = "_journal.jsonl";

/// What a run does, which one that goes on with it must do too.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Head {
    /// The program's version.
    pub(crate) version: String,
    /// Options that change what is written.
    pub(crate) settings: Value,
    pub(crate) inputs: Vec<Known>,
}

/// An input by its name. A path need not be text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Known {
    path: String,
    bytes: u64,
}

impl Known {
    pub(crate) fn of(input: &Input) -> Self {
        Self { path: input.id(), bytes: input.bytes }
    }
}

/// An output file that is in place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) rows: u64,
    pub(crate) bytes: u64,
}

/// Inputs that are done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Entry {
    /// Where their rows are; none where they gave none.
    pub(crate) part: Option<Part>,
    pub(crate) from: Cursor,
    /// The first place that is not done.
    pub(crate) to: Cursor,
    /// Bytes of all inputs up to there.
    pub(crate) covered: u64,
    /// Of the run up to there.
    pub(crate) counts: Counts,
    /// Length of the list of errors.
    pub(crate) errors_bytes: u64,
    /// True of the last one.
    pub(crate) is_end: bool,
}

pub(crate) struct Journal {
    file: File,
    entries: Vec<Entry>,
}

impl Journal {
    /// That of a new run, or of the one in `folder`, which goes on.
    ///
    /// # Errors
    /// Where there is one that may not go on, or of another run, or it is in use; then nothing in `folder` was changed.
    pub(crate) fn open(folder: &Path, head: &Head, is_resumed: bool) -> io::Result<Self> {
        let path = folder.join(NAME);
        if !path.exists() {
            theirs(folder)?;
        }
        let mut options = OpenOptions::new();
        let file = options.read(true).write(true).create(true).truncate(false).open(&path);
        let mut file = file.map_err(|error| at(&path, &error))?;
        if flock(&file, FlockOperation::NonBlockingLockExclusive).is_err() {
            return Err(io::Error::other(format!("{}: another run writes to it", path.display())));
        }
        let Lines { all, whole, torn } = lines(&file).map_err(|error| at(&path, &error))?;
        let Some((first, rest)) = all.split_first() else {
            theirs(folder)?;
            if !line(head)?.starts_with(&torn) {
                let text = "this is neither the journal of a run nor the beginning of this one's";
                return Err(at(&path, &io::Error::new(io::ErrorKind::AlreadyExists, text)));
            }
            file.set_len(0)?;
            file.rewind()?;
            let mut journal = Self { file, entries: Vec::new() };
            journal.line(head)?;
            return Ok(journal);
        };
        let first: Head = serde_json::from_slice(first).map_err(|error| at(&path, &error.into()))?;
        if !is_resumed {
            let text = format!("{} holds a run: --resume goes on with it", folder.display());
            return Err(io::Error::new(io::ErrorKind::AlreadyExists, text));
        }
        same(&first, head)?;
        let entries = rest.iter().map(|line| serde_json::from_slice(line)).collect::<Result<_, _>>();
        let entries = entries.map_err(|error| at(&path, &error.into()))?;
        // What was cut off while it was written is not done.
        file.set_len(whole)?;
        file.seek(io::SeekFrom::End(0))?;
        Ok(Self { file, entries })
    }

    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Makes an output file and its inputs true.
    pub(crate) fn append(&mut self, entry: Entry) -> io::Result<()> {
        self.line(&entry)?;
        self.entries.push(entry);
        Ok(())
    }

    fn line(&mut self, value: &impl Serialize) -> io::Result<()> {
        self.file.write_all(&line(value)?)?;
        self.file.sync_data()
    }
}

fn line(value: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut line = serde_json::to_vec(value)?;
    line.push(b'\n');
    Ok(line)
}

/// # Errors
/// A file in a folder without a journal that has a name of ours.
fn theirs(folder: &Path) -> io::Result<()> {
    let errors = folder.join(errors::NAME);
    let other = others(folder, &[])?.into_iter().chain(errors.exists().then_some(errors)).next();
    let Some(other) = other else { return Ok(()) };
    let text = "this is in the output's folder, and no journal says whose it is";
    Err(at(&other, &io::Error::new(io::ErrorKind::AlreadyExists, text)))
}

/// The lines of a journal.
struct Lines {
    all: Vec<Vec<u8>>,
    /// Bytes of those.
    whole: u64,
    /// What comes behind them: one that was not written to its end, maybe not to the end of a character.
    torn: Vec<u8>,
}

fn lines(file: &File) -> io::Result<Lines> {
    let mut source = BufReader::new(file);
    let (mut all, mut whole) = (Vec::new(), 0);
    loop {
        let mut line = Vec::new();
        let read = source.read_until(b'\n', &mut line)?;
        if line.last() != Some(&b'\n') {
            return Ok(Lines { all, whole, torn: line });
        }
        whole += read as u64;
        all.push(line);
    }
}

/// # Errors
/// What differs, in words.
fn same(known: &Head, now: &Head) -> io::Result<()> {
    let differs = |what: String| Err(io::Error::new(io::ErrorKind::InvalidInput, what));
    if known.version != now.version {
        return differs(format!("the run was begun by version {}, this is {}", known.version, now.version));
    }
    let keys = now.settings.as_object().into_iter().flat_map(|settings| settings.keys());
    for key in keys {
        let (was, is) = (&known.settings[key], &now.settings[key]);
        if was != is {
            return differs(format!("the run was begun with {key} {was}, not {is}"));
        }
    }
    if known.inputs == now.inputs {
        return Ok(());
    }
    let other = known.inputs.iter().zip(&now.inputs).find(|(was, is)| was != is);
    differs(match other {
        Some((was, is)) if was.path == is.path => {
            format!("{} had {} bytes when the run was begun, not {}", is.path, was.bytes, is.bytes)
        }
        Some((was, is)) => format!("the run was begun with {}, not {}", was.path, is.path),
        None => format!("the run was begun with {} files, not {}", known.inputs.len(), now.inputs.len()),
    })
}

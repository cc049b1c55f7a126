//! A run: what became of the input in, output files and their journal out, in the order of the input.

use crate::copies::{Copies, Copy};
use crate::errors::Errors;
use crate::inputs::Input;
use crate::journal::{Entry, Head, Journal, Known};
use crate::options::Options;
use crate::parts::Parts;
use crate::place::Cursor;
use crate::row::Row;
use crate::seen;
use crate::tally::{Counts, Tally};
use crate::work::{Became, Done};
use std::fs;
use std::io;
use std::sync::Arc;

pub(crate) struct Run {
    parts: Parts,
    errors: Errors,
    journal: Journal,
    copies: Option<Copies>,
    tally: Tally,
    counts: Counts,
    /// What is in no entry of the journal yet.
    from: Cursor,
    to: Cursor,
    /// Bytes of input up to the last entry, and up to now.
    entered: u64,
    covered: u64,
    checkpoint: u64,
    is_ended: bool,
}

impl Run {
    /// A new run, or one that goes on.
    ///
    /// # Errors
    /// A folder that cannot be written to, or that holds another run.
    pub(crate) fn open(options: &Options, inputs: &[Input]) -> io::Result<Self> {
        let folder = &options.output;
        fs::create_dir_all(folder)?;
        let head = Head {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            settings: options.settings(),
            inputs: inputs.iter().map(Known::of).collect(),
        };
        let journal = Journal::open(folder, &head, options.resume)?;
        let known: Vec<_> = journal.entries().iter().filter_map(|entry| entry.part.clone()).collect();
        let parts = Parts::behind(folder, options.format, options.file_size, &known)?;
        let last = journal.entries().last();
        let counts = last.map(|entry| entry.counts).unwrap_or_default();
        let to = last.map(|entry| entry.to).unwrap_or_default();
        let entered = last.map(|entry| entry.covered).unwrap_or_default();
        let errors = Errors::open(folder, last.map(|entry| entry.errors_bytes).unwrap_or_default())?;
        let mut copies = options.dedup.then(Copies::default);
        if let Some(copies) = &mut copies {
            for part in &known {
                seen::rows(&folder.join(&part.name), options.format, |text, fingerprint| {
                    copies.see(text, fingerprint);
                })?;
            }
        }
        let all = inputs.iter().map(|input| input.bytes).sum();
        Ok(Self {
            tally: Tally::new(options.quiet, all, entered, &counts),
            is_ended: last.is_some_and(|entry| entry.is_end),
            checkpoint: options.checkpoint,
            from: to,
            covered: entered,
            parts,
            errors,
            journal,
            copies,
            counts,
            to,
            entered,
        })
    }

    /// The first place that is not done.
    pub(crate) fn cursor(&self) -> Cursor {
        self.to
    }

    /// True where nothing is left to do.
    pub(crate) fn is_ended(&self) -> bool {
        self.is_ended
    }

    /// Takes what comes next.
    ///
    /// # Errors
    /// Where the output cannot be written.
    pub(crate) fn take(&mut self, file: &Arc<str>, done: Done) -> io::Result<()> {
        self.counts.read += 1;
        let is_full = match done.became {
            Became::Passed => self.counted(|counts| &mut counts.passed),
            Became::LeftOut => self.counted(|counts| &mut counts.left_out),
            Became::Broken(reason) => {
                self.errors.push(file, done.at, &reason)?;
                self.counted(|counts| &mut counts.failed)
            }
            Became::Row(row) => self.row(*row)?,
        };
        self.to = done.end;
        // Behind a broken member reading goes back.
        self.covered = self.covered.max(done.covered);
        if is_full || self.covered - self.entered >= self.checkpoint {
            self.enter(false)?;
        }
        Ok(())
    }

    /// Counts what gives no row.
    fn counted(&mut self, which: fn(&mut Counts) -> &mut u64) -> bool {
        *which(&mut self.counts) += 1;
        false
    }

    /// True where its file is full then.
    fn row(&mut self, mut row: Row) -> io::Result<bool> {
        if let Some(copies) = &mut self.copies {
            match copies.see(&row.text, row.fingerprint) {
                Copy::Exact => return Ok(self.counted(|counts| &mut counts.copies)),
                Copy::Near(fingerprint) => {
                    row.near_fingerprint = Some(fingerprint);
                    self.counts.near += 1;
                }
                Copy::New => {}
            }
        }
        self.counts.rows += 1;
        self.parts.push(row)
    }

    pub(crate) fn show(&mut self) {
        self.tally.show(self.covered, &self.counts);
    }

    /// Makes true what was taken up to here.
    fn enter(&mut self, is_end: bool) -> io::Result<()> {
        let part = self.parts.finish()?;
        let errors_bytes = self.errors.sync()?;
        let (from, to, counts, covered) = (self.from, self.to, self.counts, self.covered);
        self.journal.append(Entry { part, from, to, covered, counts, errors_bytes, is_end })?;
        self.from = self.to;
        self.entered = self.covered;
        Ok(())
    }

    /// Everything was taken.
    pub(crate) fn end(&mut self, inputs: &[Input]) -> io::Result<()> {
        if !self.is_ended {
            self.to = Cursor::start_of(inputs.len());
            self.covered = inputs.iter().map(|input| input.bytes).sum();
            self.enter(true)?;
            self.is_ended = true;
        }
        self.tally.end(self.covered, &self.counts);
        Ok(())
    }
}

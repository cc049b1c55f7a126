//! What was read so far: counts, what failed, and progress on a terminal.

use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::time::Instant;

pub(crate) struct Tally {
    pages: u64,
    empty: u64,
    left_out: u64,
    failed: u64,
    skipped: u64,
    bytes: u64,
    start: Instant,
    bar: Option<ProgressBar>,
    errors: Option<File>,
    is_quiet: bool,
}

/// A line of `--errors`.
#[derive(Serialize)]
struct Failure<'a> {
    path: &'a str,
    reason: &'a str,
}

/// Pages between two looks of the bar: it costs more than counting.
const STEP: u64 = 16;

impl Tally {
    /// # Errors
    /// A file for what fails that cannot be made.
    pub(crate) fn new(errors: Option<&Path>, is_quiet: bool, writes_elsewhere: bool) -> io::Result<Self> {
        // Articles that scroll past are progress enough, and a bar between them would be in their way.
        let is_shown =
            !is_quiet && io::stderr().is_terminal() && (writes_elsewhere || !io::stdout().is_terminal());
        let errors = errors.map(|path| {
            File::create(path)
                .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))
        });
        Ok(Self {
            pages: 0,
            empty: 0,
            left_out: 0,
            failed: 0,
            skipped: 0,
            bytes: 0,
            start: Instant::now(),
            bar: is_shown.then(bar),
            errors: errors.transpose()?,
            is_quiet,
        })
    }

    pub(crate) fn page(&mut self, bytes: usize, is_empty: bool) {
        self.pages += 1;
        self.bytes += bytes as u64;
        self.empty += u64::from(is_empty);
        if self.pages.is_multiple_of(STEP) {
            self.show();
        }
    }

    pub(crate) fn left_out(&mut self) {
        self.left_out += 1;
    }

    pub(crate) fn skipped(&mut self) {
        self.skipped += 1;
    }

    /// # Errors
    /// Where what failed cannot be written down.
    pub(crate) fn failed(&mut self, path: &str, reason: &str) -> io::Result<()> {
        self.failed += 1;
        self.show();
        let Some(file) = &mut self.errors else {
            self.tell(&format!("{path}: {reason}"));
            return Ok(());
        };
        let mut line = serde_json::to_string(&Failure { path, reason })?;
        line.push('\n');
        file.write_all(line.as_bytes())
    }

    /// A line on standard error, over the bar.
    pub(crate) fn tell(&self, line: &str) {
        match &self.bar {
            Some(bar) => bar.suspend(|| Self::said(line)),
            None => Self::said(line),
        }
    }

    /// A line on standard error. Where that is gone there is nobody to tell.
    pub(crate) fn said(line: &str) {
        let _ = writeln!(io::stderr().lock(), "{line}");
    }

    pub(crate) fn has_failed(&self) -> bool {
        self.failed > 0
    }

    fn show(&self) {
        if let Some(bar) = &self.bar {
            bar.set_position(self.pages);
            bar.set_message(self.shares());
        }
    }

    fn shares(&self) -> String {
        let empty = 100.0 * self.empty as f64 / self.pages.max(1) as f64;
        format!("{empty:.1} % empty, {} failed", self.failed)
    }

    /// Ends the bar and says what was read, unless it was one page or nothing was to be said.
    pub(crate) fn end(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
        let seen = self.pages + self.failed + self.skipped;
        if self.is_quiet || (seen == 1 && self.skipped == 0) {
            return;
        }
        let seconds = self.start.elapsed().as_secs_f64();
        let (rate, megabytes) = (self.pages as f64 / seconds.max(1e-9), self.bytes as f64 / 1e6);
        let mut line = format!(
            "{} page{}, {megabytes:.1} MB in {seconds:.1} s, {rate:.0} pages/s, {}",
            self.pages,
            if self.pages == 1 { "" } else { "s" },
            self.shares()
        );
        for (count, what) in [(self.left_out, "left out"), (self.skipped, "files that are no pages skipped")]
        {
            if count > 0 {
                let _ = write!(line, ", {count} {what}");
            }
        }
        self.tell(&line);
    }
}

fn bar() -> ProgressBar {
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {human_pos} pages, {per_sec}, {msg}") {
        bar.set_style(style);
    }
    bar
}

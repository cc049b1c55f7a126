//! What was read so far: counts, and progress with how long it may still take.

use indicatif::{ProgressBar, ProgressStyle};
use serde::{Deserialize, Serialize};
use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// Of all records, lines and rows read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Counts {
    /// All of them.
    pub(crate) read: u64,
    /// Those that hold no page: requests, redirects, pictures.
    pub(crate) passed: u64,
    /// Those that could not be read.
    pub(crate) failed: u64,
    /// Those that are not wanted.
    pub(crate) left_out: u64,
    /// Exact copies, dropped.
    pub(crate) copies: u64,
    /// Rows written.
    pub(crate) rows: u64,
    /// Rows that are marked as near copies.
    pub(crate) near: u64,
}

/// How often a log gets a line where there is no terminal.
const EVERY: Duration = Duration::from_secs(30);

pub(crate) struct Tally {
    bar: Option<ProgressBar>,
    is_quiet: bool,
    all_bytes: u64,
    /// Where this run began.
    first_bytes: u64,
    first_read: u64,
    start: Instant,
    last_line: Instant,
}

impl Tally {
    /// Of `all_bytes` of input, `done_bytes` are done before.
    pub(crate) fn new(is_quiet: bool, all_bytes: u64, done_bytes: u64, counts: &Counts) -> Self {
        let now = Instant::now();
        let is_shown = !is_quiet && io::stderr().is_terminal();
        let bar = is_shown.then(|| bar(all_bytes, done_bytes));
        Self {
            bar,
            is_quiet,
            all_bytes,
            first_bytes: done_bytes,
            first_read: counts.read,
            start: now,
            last_line: now,
        }
    }

    pub(crate) fn show(&mut self, bytes: u64, counts: &Counts) {
        if let Some(bar) = &self.bar {
            bar.set_position(bytes);
            bar.set_message(format!("{} rows, {} failed", counts.rows, counts.failed));
        } else if !self.is_quiet && self.last_line.elapsed() >= EVERY {
            self.last_line = Instant::now();
            said(&self.progress(bytes, counts));
        }
    }

    fn progress(&self, bytes: u64, counts: &Counts) -> String {
        let share = 100.0 * bytes as f64 / self.all_bytes.max(1) as f64;
        let seconds = self.start.elapsed().as_secs_f64();
        let rate = bytes.saturating_sub(self.first_bytes) as f64 / seconds;
        let left =
            Duration::from_secs_f64((self.all_bytes.saturating_sub(bytes) as f64 / rate.max(1.0)).min(1e9));
        let left = indicatif::HumanDuration(left);
        format!("{share:.1} %, {} rows, {} failed, about {left} left", counts.rows, counts.failed)
    }

    /// Ends the bar and says what was read.
    pub(crate) fn end(&mut self, bytes: u64, counts: &Counts) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
        if self.is_quiet {
            return;
        }
        let seconds = self.start.elapsed().as_secs_f64().max(1e-9);
        let megabytes = bytes.saturating_sub(self.first_bytes) as f64 / 1e6;
        let records = counts.read - self.first_read;
        let Counts { read, passed, failed, left_out, copies, rows, near } = counts;
        said(&format!(
            "{read} read: {rows} rows, {near} of them near copies; {copies} copies dropped, {left_out} left out, \
             {passed} without a page, {failed} failed"
        ));
        let speeds = (megabytes / seconds, records as f64 / seconds);
        said(&format!(
            "{megabytes:.1} MB in {seconds:.1} s: {:.1} MB/s, {:.0} records/s",
            speeds.0, speeds.1
        ));
    }
}

/// A line on standard error. Where that is gone there is nobody to tell.
pub(crate) fn said(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}

fn bar(all_bytes: u64, done_bytes: u64) -> ProgressBar {
    let bar = ProgressBar::new(all_bytes);
    let template = "{wide_bar} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left, {msg}";
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.set_position(done_bytes);
    bar.reset_eta();
    bar
}

//! Shows what was thought of every block and field of a page: `explain [--html FILE|DIR/] [--json] PATH…`

#![expect(clippy::print_stderr, reason = "a program that says which pages it could not read")]

#[path = "../pages/mod.rs"]
mod pages;
mod table;
mod judgement;
mod decided;
mod report;
mod reports;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};
use encoding_rs::Encoding;
use judgement::Judgement;
use pages::{Found, Page, Reading, encoding, rules};
use reports::Reports;
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::process::ExitCode;
use zhengwen::{Cleaner, Explanation, Rules};

/// Shows a page's blocks with score, verdict and text, then the candidates of each field.
#[derive(Parser)]
#[command(name = "explain", version, after_help = HELP)]
struct Options {
    #[command(flatten)]
    reading: Reading,
    /// Also every feature that is not zero, with what it adds to the score.
    #[arg(long)]
    features: bool,
    /// Characters of each block's text to show.
    #[arg(long, default_value_t = 60)]
    width: usize,
    /// Write a picture of the judgement, an HTML file that needs nothing else: of one page to this file, of many
    /// to a file each in this folder, which exists or ends in `/`.
    #[arg(long, value_name = "FILE|DIR", conflicts_with = "json")]
    html: Option<PathBuf>,
    /// Print all of it as JSON, an object a line for each page.
    #[arg(long)]
    json: bool,
    /// Rules for sites, TOML: which elements of their pages are what (docs/RULES.md).
    #[arg(long, value_name = "FILE", value_parser = rules)]
    rules: Option<Rules>,
    /// The encoding of the pages, such as gb18030 or big5 [default: told by looking].
    #[arg(long, value_name = "LABEL", value_parser = encoding)]
    encoding: Option<&'static Encoding>,
}

const HELP: &str = "\
Examples:
  explain page.html                          a table of blocks, then the fields
  explain --features page.html               with what each feature adds
  explain --html report.html page.html       a report to open in a browser
  explain --html reports/ pages/             one for each page of a folder
  curl -s https://… | explain --json -       the same as data

Exit codes: 0 all pages were read; 1 some were not, or the output could not be written; 2 the command is wrong.";

fn main() -> ExitCode {
    let mut options = Options::parse();
    // A folder that is made now is not read.
    let reports = options.html.as_deref().map(|path| Reports::to(path, &options.reading.paths)).transpose();
    let reports = match reports {
        Ok(reports) => reports,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    if let Err(error) = options.reading.leave_out(options.html.as_deref()) {
        Options::command().error(ErrorKind::ValueValidation, error).exit();
    }
    let cleaner = Cleaner::builder().rules(options.rules.clone().unwrap_or_default()).build();
    let mut run = Run { cleaner, options: &options, reports, failed: false };
    let mut stopped = None;
    options.reading.each(&mut |found| match run.take(found) {
        Ok(()) => ControlFlow::Continue(()),
        Err(error) => {
            stopped = Some(error);
            ControlFlow::Break(())
        }
    });
    match stopped {
        // Whoever reads our output may have seen enough.
        Some(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
        _ if run.failed => ExitCode::FAILURE,
        _ => ExitCode::SUCCESS,
    }
}

struct Run<'a> {
    cleaner: Cleaner,
    options: &'a Options,
    reports: Option<Reports>,
    failed: bool,
}

impl Run<'_> {
    /// # Errors
    /// Output that cannot be written.
    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "the method is of one lifetime, the closure of any"
    )]
    fn take(&mut self, found: Found) -> io::Result<()> {
        match found {
            Found::Page(page) => {
                match page.saved(&self.cleaner, self.options.encoding, |page| page.explain()) {
                    Ok(explanation) => return self.show(&page, &explanation),
                    Err(error) => self.fail(&page.id, &error.to_string()),
                }
            }
            Found::Failed { id, reason } => self.fail(&id, &reason),
            Found::Passed { id, reason } => eprintln!("{id}: {reason}"),
            Found::Skipped => {}
        }
        Ok(())
    }

    fn fail(&mut self, id: &str, reason: &str) {
        self.failed = true;
        eprintln!("{id}: {reason}");
    }

    fn show(&mut self, page: &Page, explanation: &Explanation) -> io::Result<()> {
        let mut out = io::stdout().lock();
        if let Some(reports) = &mut self.reports {
            if reports.is_full() {
                let reason = "one file takes one report; name a folder for many: `--html reports/`";
                return Err(io::Error::other(reason));
            }
            return match reports.place(page) {
                Ok(path) => reports.write(path, &report::report(&Judgement::of(&page.id, explanation))),
                Err(reason) => {
                    self.fail(&page.id, &reason);
                    Ok(())
                }
            };
        }
        if self.options.json {
            return writeln!(out, "{}", serde_json::to_string(&Judgement::of(&page.id, explanation))?);
        }
        table::write(&mut out, explanation, self.options.width, self.options.features)
    }
}

//! Cleans files, folders, containers or standard input: `clean [--format …] [--jobs N] PATH…`

#[path = "../pages/mod.rs"]
mod pages;
mod wanted;
mod options;
mod fields;
mod cleaned;
mod written;
mod order;
mod output;
mod tally;

use clap::{CommandFactory, Parser, error::ErrorKind};
use fields::Fields;
use options::{Format, Options};
use output::Output;
use pages::{Found, Page};
use std::io;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::process::{ExitCode, exit};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, available_parallelism};
use tally::Tally;
use zhengwen::Cleaner;

/// Stopped by Ctrl-C: 128 and the number of the signal, as shells have it.
const INTERRUPTED: i32 = 130;

/// What became of something found.
enum Done {
    Article { id: String, place: PathBuf, text: String, bytes: usize, is_empty: bool },
    LeftOut { bytes: usize, is_empty: bool },
    Failed { id: String, reason: String },
    Passed { id: String, reason: String },
    Skipped,
}

/// What is written to, by whoever holds it: articles, and what is said of them.
struct Sinks {
    output: Output,
    tally: Tally,
}

fn main() -> ExitCode {
    let mut options = Options::parse();
    let fields = Fields::named(&options.fields).unwrap_or_else(|error| usage(&error));
    if !fields.is_all() && options.format != Format::Json {
        usage("--fields needs --format json");
    }
    options.leave_out_outputs().unwrap_or_else(|error| usage(&error));
    let sinks = sinks(&options).unwrap_or_else(|error| {
        Tally::said(&error.to_string());
        exit(1)
    });
    // Once more, as it may have been made just now.
    options.leave_out_outputs().unwrap_or_else(|error| usage(&error));
    let sinks = Arc::new(Mutex::new(sinks));
    stop_between_articles(&sinks);
    run(&options, &fields, &sinks);
    let mut sinks = held(&sinks);
    sinks.tally.end();
    if sinks.tally.has_failed() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Says what is wrong with the command, and ends with 2.
fn usage(error: &str) -> ! {
    Options::command().error(ErrorKind::ValueValidation, error).exit()
}

fn sinks(options: &Options) -> io::Result<Sinks> {
    let output = Output::to(options.output.as_deref(), options.format)?;
    let tally = Tally::new(options.errors.as_deref(), options.quiet, options.output.is_some())?;
    Ok(Sinks { output, tally })
}

fn held(sinks: &Mutex<Sinks>) -> MutexGuard<'_, Sinks> {
    sinks.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Ctrl-C waits for the article that is being written; once more, it does not, as whoever reads the output may have
/// stalled. Where no handler can be set, it stops at once.
fn stop_between_articles(sinks: &Arc<Mutex<Sinks>>) {
    let sinks = Arc::clone(sinks);
    let mut is_asked = false;
    let _ = ctrlc::set_handler(move || {
        if is_asked {
            exit(INTERRUPTED);
        }
        is_asked = true;
        let sinks = Arc::clone(&sinks);
        thread::spawn(move || {
            held(&sinks).tally.end();
            exit(INTERRUPTED)
        });
    });
}

fn run(options: &Options, fields: &Fields, sinks: &Mutex<Sinks>) {
    let cleaner = Cleaner::builder().rules(options.rules.clone().unwrap_or_default()).build();
    let jobs = options.jobs.or_else(|| available_parallelism().ok()).map_or(1, usize::from);
    let is_folder = held(sinks).output.is_folder();
    order::in_order(
        jobs,
        |each| options.reading.each(each),
        |found| match found {
            Found::Page(page) => {
                let id = page.id.clone();
                let done = order::caught(|| done(&cleaner, options, fields, is_folder, page));
                done.unwrap_or_else(|reason| Done::Failed { id, reason })
            }
            Found::Failed { id, reason } => Done::Failed { id, reason },
            Found::Passed { id, reason } => Done::Passed { id, reason },
            Found::Skipped => Done::Skipped,
        },
        |done| {
            let taken = held(sinks).take(done);
            match taken {
                Ok(()) => ControlFlow::Continue(()),
                Err(error) => stopped(sinks, &error),
            }
        },
    );
}

/// What cannot be written once cannot be written again: whoever reads our output has seen enough, or a disk is
/// full.
fn stopped(sinks: &Mutex<Sinks>, error: &io::Error) -> ! {
    let sinks = held(sinks);
    if error.kind() == io::ErrorKind::BrokenPipe {
        exit(i32::from(sinks.tally.has_failed()));
    }
    sinks.tally.tell(&format!("the output cannot be written: {error}"));
    exit(1)
}

fn done(cleaner: &Cleaner, options: &Options, fields: &Fields, is_folder: bool, page: Page) -> Done {
    let article = match cleaned::cleaned(cleaner, &page, options.encoding) {
        Ok(article) => article,
        Err(error) => return Done::Failed { id: page.id, reason: error.to_string() },
    };
    let (bytes, is_empty) = (page.content.len(), article.is_empty());
    if !options.wanted.has(&article) {
        return Done::LeftOut { bytes, is_empty };
    }
    let heads = !page.is_alone && !is_folder;
    match written::written(&article, &page.id, options.format, fields, heads) {
        Ok(text) => Done::Article { id: page.id, place: page.place, text, bytes, is_empty },
        Err(error) => Done::Failed { id: page.id, reason: error.to_string() },
    }
}

impl Sinks {
    fn take(&mut self, done: Done) -> io::Result<()> {
        match done {
            Done::Article { id, place, text, bytes, is_empty } => {
                if let Some(path) = self.output.taken(&place) {
                    let reason = format!("an article is in {} already", path.display());
                    return self.tally.failed(&id, &reason);
                }
                self.tally.page(bytes, is_empty);
                self.output.write(&place, &text)?;
            }
            Done::LeftOut { bytes, is_empty } => {
                self.tally.page(bytes, is_empty);
                self.tally.left_out();
            }
            Done::Failed { id, reason } => self.tally.failed(&id, &reason)?,
            Done::Passed { id, reason } => {
                self.tally.skipped();
                self.tally.tell(&format!("{id}: {reason}"));
            }
            Done::Skipped => self.tally.skipped(),
        }
        Ok(())
    }
}

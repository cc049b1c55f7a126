//! Cleans archives of pages into tables of articles: `archive INPUT… --output DIR`
//!
//! One thread reads, several clean, one writes, in the order of the input, so that a place in it says what is done:
//!
//! ```text
//! inputs → read → work (several) → run → parts, errors, journal
//! ```

#[path = "../../pages/mod.rs"]
mod pages;
#[path = "../../clean/order.rs"]
mod order;
#[path = "../../clean/cleaned.rs"]
mod cleaned;
#[path = "../../clean/wanted.rs"]
mod wanted;
mod hosts;
mod filter;
mod options;
mod inputs;
mod place;
mod watched;
mod counted;
mod members;
mod source;
mod item;
mod read;
mod table;
mod row;
mod work;
mod room;
mod columns;
mod parts;
mod seen;
mod copies;
mod errors;
mod journal;
mod tally;
mod run;

use clap::{CommandFactory, Parser, error::ErrorKind};
use inputs::{Input, inputs};
use options::Options;
use read::Reader;
use room::Room;
use run::Run;
use std::io;
use std::ops::ControlFlow;
use std::process::ExitCode;
use std::sync::Arc;
use std::thread::available_parallelism;
use tally::said;
use work::{DoneBatch, Work};
use zhengwen::Cleaner;

fn main() -> ExitCode {
    let options = Options::parse();
    let inputs = inputs(&options.inputs, &options.ext, &options.output).unwrap_or_else(|error| usage(&error));
    let mut run = Run::open(&options, &inputs).unwrap_or_else(|error| usage(&error));
    match whole(&options, &inputs, &mut run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            said(&error);
            ExitCode::FAILURE
        }
    }
}

/// Says what is wrong with the command, and ends with 2.
fn usage(error: &io::Error) -> ! {
    Options::command().error(ErrorKind::ValueValidation, error).exit()
}

/// Does what is left of a run.
///
/// # Errors
/// What cannot be read or written, in words.
fn whole(options: &Options, inputs: &[Input], run: &mut Run) -> Result<(), String> {
    let unwritten = |error: io::Error| format!("the output cannot be written: {error}");
    if run.is_ended() {
        return run.end(inputs).map_err(unwritten);
    }
    let jobs = options.jobs.or_else(|| available_parallelism().ok()).map_or(1, usize::from);
    let reader = Reader { inputs, fields: &options.fields, max_page: options.max_page };
    let work = Work {
        cleaner: Cleaner::new(),
        filter: &options.filter,
        fields: &options.fields,
        max_page: options.max_page,
        files: inputs.iter().map(|input| Arc::from(input.id())).collect(),
    };
    let (room, cursor) = (Room::default(), run.cursor());
    let (mut read, mut outcome) = (Ok(()), Ok(()));
    order::in_order(
        jobs,
        |each| read = reader.read(cursor, each),
        |batch| {
            let _guard = room.guard();
            let done = work.batch(batch);
            room.take(done.nth, done.bytes());
            done
        },
        |done| {
            let _guard = room.guard();
            let (nth, bytes) = (done.nth, done.bytes());
            let taken = take(run, &work.files, done);
            room.give_back(nth, bytes);
            match taken {
                Ok(()) => ControlFlow::Continue(()),
                Err(error) => {
                    outcome = Err(error);
                    room.end();
                    ControlFlow::Break(())
                }
            }
        },
    );
    outcome.map_err(unwritten)?;
    read.map_err(|error| format!("{error}: the run is not done, and --resume goes on with it"))?;
    run.end(inputs).map_err(unwritten)
}

fn take(run: &mut Run, files: &[Arc<str>], batch: DoneBatch) -> io::Result<()> {
    for done in batch.all {
        run.take(&files[batch.input], done)?;
    }
    run.show();
    Ok(())
}

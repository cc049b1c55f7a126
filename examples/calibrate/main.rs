//! Fits the weights to pages with gold and their rearrangements, cross-validated over sites:
//! `calibrate [--input html|text] [--folds N] [--worst N] [--ablate] [--write] CORPUS…`
//!
//! A CORPUS is a folder with `gold.jsonl`, the pages as `html/` and their dumps as `text/`. Prints, for both
//! inputs or the one named, the body F1 that weights fitted to other sites reach: on the pages as they are, on
//! their rearrangements, and on each corpus and each kind of rearrangement. `--write` puts the weights fitted
//! to all pages into `src/body/weights.rs`. No randomness: the same pages give the same file.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints tables")]

#[path = "../scoring/mod.rs"]
mod scoring;
#[path = "../rearrange/mod.rs"]
mod rearrange;
#[path = "../learning/mod.rs"]
mod learning;
mod ablation;
mod confidence;
mod corpus;
mod held_out;
mod table;

use clap::{Parser, ValueEnum};
use corpus::Corpus;
use held_out::HeldOut;
use learning::{Form, Sheet};
use rearrange::Kind;
use scoring::folds;
use scoring::record::Record;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;
use zhengwen::{Feature, Weights};

/// Fits the weights of the body's judgement to pages with gold.
#[derive(Parser)]
#[command(name = "calibrate", version)]
struct Options {
    /// Pages as HTML or as text dumps.
    #[arg(long, value_enum)]
    input: Option<Input>,
    /// Also what each family of features and each feature of place is worth: the figures without it.
    #[arg(long)]
    ablate: bool,
    /// Folds over sites, from 2 up.
    #[arg(long, default_value = "5", value_parser = folds::count)]
    folds: usize,
    /// Pages to name, worst first, of the pages as they are.
    #[arg(long, default_value_t = 0)]
    worst: usize,
    /// Learn from these kinds of rearrangement and report them, all where none is named.
    #[arg(long, value_delimiter = ',', value_parser = Kind::named)]
    kinds: Vec<Kind>,
    /// Write the weights into `src/body/weights.rs`.
    #[arg(long)]
    write: bool,
    /// Folders with gold and pages.
    #[arg(required = true)]
    corpus: Vec<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Input {
    Html,
    Text,
}

fn main() -> ExitCode {
    match calibrate(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn calibrate(options: &Options) -> io::Result<()> {
    let corpora: Vec<Corpus> =
        options.corpus.iter().map(|path| Corpus::read(path)).collect::<io::Result<_>>()?;
    let sites: Vec<&str> = corpora.iter().flat_map(|corpus| corpus.gold.iter().map(Record::site)).collect();
    folds::enough_sites(&sites, options.folds).map_err(io::Error::other)?;
    let html = fitted(Form::Html, &corpora, options).unwrap_or_else(Weights::html);
    let dump = fitted(Form::Text, &corpora, options).unwrap_or_else(Weights::dump);
    let rows = table::rows(&html, &dump);
    print!("{rows}");
    if options.write { table::write(&rows) } else { Ok(()) }
}

/// The weights of one input, with its figures on standard error; `None` where it is not asked for.
fn fitted(form: Form, corpora: &[Corpus], options: &Options) -> Option<Weights> {
    let asked = match options.input {
        None => true,
        Some(Input::Html) => form == Form::Html,
        Some(Input::Text) => form == Form::Text,
    };
    asked.then(|| {
        let sheets: Vec<Sheet> =
            corpora.iter().flat_map(|corpus| corpus.sheets(form, &options.kinds)).collect();
        eprintln!("{form:?}: {} pages and rearrangements, {} folds over sites", sheets.len(), options.folds);
        let full = HeldOut::measure(&sheets, Feature::ALL, options.folds);
        eprint!("{}", full.report(corpora, options.worst));
        if options.ablate {
            ablation::report(&sheets, &full, options.folds);
        }
        confidence::fitted(learning::fit(&sheets.iter().collect::<Vec<_>>(), Feature::ALL), &full.bodies)
    })
}

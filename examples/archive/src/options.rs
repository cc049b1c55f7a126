//! The command line.

use crate::filter::Filter;
use crate::pages::jsonl::PageFields;
use crate::parts::Format;
use clap::Parser;
use serde_json::{Value, json};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use zhengwen::Kind;

/// Cleans archives of saved Chinese news pages into tables of articles.
#[derive(Debug, Parser)]
#[command(name = "archive", version, after_help = HELP)]
pub(crate) struct Options {
    /// WARC, WET, JSON Lines (any of them in gzip or zstd), Parquet, or folders of these.
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,
    /// The folder for output files, journal and errors; it is made where there is none.
    #[arg(long, short, value_name = "DIR")]
    pub(crate) output: PathBuf,
    #[arg(long, value_enum, default_value_t = Format::Parquet)]
    pub(crate) format: Format,
    /// Size from which an output file is full.
    #[arg(long, value_name = "SIZE", default_value = "64M", value_parser = size)]
    pub(crate) file_size: u64,
    /// Finish an output file, full or not, behind so much input: what a killed run does again is less.
    #[arg(long, value_name = "SIZE", default_value = "4G", value_parser = size)]
    pub(crate) checkpoint: u64,
    /// Go on with a run that was stopped, by the journal in its folder; begin one where there is none.
    #[arg(long)]
    pub(crate) resume: bool,
    /// Drop articles whose text was there before, and mark those that are nearly one that was.
    #[arg(long)]
    pub(crate) dedup: bool,
    #[command(flatten)]
    pub(crate) filter: Filter,
    #[command(flatten)]
    pub(crate) fields: PageFields,
    /// In folders, read only files with these endings [default: all that may hold pages by name].
    #[arg(long, value_name = "ENDING,…", value_delimiter = ',')]
    pub(crate) ext: Vec<String>,
    /// Largest page; larger ones are listed as errors. Cleaning takes up to 8 times as much memory.
    #[arg(long, value_name = "SIZE", default_value = "16M", value_parser = page_size)]
    pub(crate) max_page: u64,
    /// Pages cleaned at once [default: as many as there are processors].
    #[arg(long, short, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,
    /// No progress and no summary.
    #[arg(long, short)]
    pub(crate) quiet: bool,
}

impl Options {
    /// What changes what is written; a run that goes on must have the same.
    pub(crate) fn settings(&self) -> Value {
        let Filter { wanted, language, host_list } = &self.filter;
        json!({
            "format": self.format.ending(),
            "file-size": self.file_size,
            "checkpoint": self.checkpoint,
            "dedup": self.dedup,
            "language": language,
            "kind": wanted.kind.iter().map(|kind: &Kind| kind.as_str()).collect::<Vec<_>>(),
            "min-confidence": wanted.min_confidence,
            "host-list": host_list.as_ref().map(|hosts| hosts.sorted()),
            "html-field": self.fields.html_field,
            "url-field": self.fields.url_field,
            "max-page": self.max_page,
        })
    }
}

const HELP: &str = "\
Examples:
  archive crawl.warc.gz --output articles/
  archive crawl/ --ext warc.gz --output articles/ --dedup --kind article --min-confidence 0.8
  archive crawl.wet.gz pages.parquet pages.jsonl.zst --output articles/ --format jsonl
  archive crawl/ --output articles/ --resume

Sizes are bytes, or end in K, M or G (1024, 1024² and 1024³). What cannot be read is counted, and listed in
_errors.jsonl with file and offset.

Exit codes: 0 all inputs were read to their end; 1 the output could not be written, or the system did not give an
input: --resume goes on there; 2 the command is wrong, or the folder holds another run.";

/// # Errors
/// Text that is no size, in words.
fn size(text: &str) -> Result<u64, String> {
    let (number, unit) = match text.char_indices().last() {
        Some((at, 'k' | 'K')) => (text.get(..at), 1 << 10),
        Some((at, 'm' | 'M')) => (text.get(..at), 1 << 20),
        Some((at, 'g' | 'G')) => (text.get(..at), 1 << 30),
        _ => (Some(text), 1_u64),
    };
    let number = number.and_then(|number| number.parse::<u64>().ok());
    let bytes = number.and_then(|number| number.checked_mul(unit)).filter(|&bytes| bytes > 0);
    bytes.ok_or_else(|| "not a size such as 500K, 64M or 2G".to_owned())
}

/// # Errors
/// As those of [`size`], and a page that no cleaner takes.
fn page_size(text: &str) -> Result<u64, String> {
    let most = crate::pages::MAX_BYTES as u64;
    size(text).and_then(|bytes| if bytes > most { Err(format!("at most {most}")) } else { Ok(bytes) })
}

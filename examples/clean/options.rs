//! The command line.

use crate::pages::{Reading, encoding, rules};
use crate::wanted::Wanted;
use clap::{Parser, ValueEnum};
use encoding_rs::Encoding;
use std::path::PathBuf;
use zhengwen::Rules;

/// Prints the article of each saved page: its body without the portal's chrome.
#[derive(Debug, Parser)]
#[command(name = "clean", version, after_help = HELP)]
pub(crate) struct Options {
    #[command(flatten)]
    pub(crate) reading: Reading,
    /// How to print articles: `json` is one object a line, `html` a safe fragment.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    /// Keys to print, in this order, behind `id`. JSON only.
    #[arg(long, value_name = "KEY,…", value_delimiter = ',')]
    pub(crate) fields: Vec<String>,
    /// Write to this file, or an article a file into this folder, which exists or ends in `/`.
    #[arg(long, short, value_name = "FILE|DIR")]
    pub(crate) output: Option<PathBuf>,
    /// Pages cleaned at once [default: as many as there are processors].
    #[arg(long, short, value_name = "N")]
    pub(crate) jobs: Option<std::num::NonZeroUsize>,
    #[command(flatten)]
    pub(crate) wanted: Wanted,
    /// Write what failed to this file as JSON Lines (`path`, `reason`), not to standard error.
    #[arg(long, value_name = "FILE")]
    pub(crate) errors: Option<PathBuf>,
    /// The encoding of the pages, such as gb18030 or big5 [default: told by looking].
    #[arg(long, value_name = "LABEL", value_parser = encoding)]
    pub(crate) encoding: Option<&'static Encoding>,
    /// Rules for sites, TOML: which elements of their pages are what (docs/RULES.md).
    #[arg(long, value_name = "FILE", value_parser = rules)]
    pub(crate) rules: Option<Rules>,
    /// No progress and no summary.
    #[arg(long, short)]
    pub(crate) quiet: bool,
}

impl Options {
    /// # Errors
    /// A path that is to be read and written to, in words.
    pub(crate) fn leave_out_outputs(&mut self) -> Result<(), String> {
        let outputs = [&self.output, &self.errors];
        self.reading.leave_out(outputs.into_iter().filter_map(|path| path.as_deref()))
    }
}

const HELP: &str = "\
Examples:
  clean page.html                                      one page, as text
  curl -s https://… | clean -                          standard input
  clean --format json pages/ > articles.jsonl          a folder, an object a line
  clean --format markdown --output out/ pages/         a file an article
  clean --format json crawl.warc.gz dumps.wet.gz       web archives
  clean --format json --html-field body crawl.jsonl.zst
  clean --format json --kind article --min-confidence 0.8 --fields title,text pages/
  find . -name '*.html' -print0 | xargs -0 -P4 clean --format json

Articles come in the order of their pages, whatever --jobs is. A summary of several pages, and their progress on
a terminal, go to standard error.

Exit codes: 0 all pages were read; 1 some were not, or the output could not be written; 2 the command is wrong;
130 stopped by Ctrl-C, behind a whole article, or by a second one at once.";

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Text,
    Json,
    Markdown,
    Html,
}

impl Format {
    /// The ending of files in this form.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Json => "json",
            Self::Markdown => "md",
            Self::Html => "html",
        }
    }
}

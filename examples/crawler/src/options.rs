//! The command line.

use crate::engine::Manners;
use crate::frontier::Limits;
use clap::{Parser, ValueEnum};
use std::path::PathBuf;
use std::time::Duration;
use url::Url;

/// Crawls a news site and prints its articles, an object of JSON a line.
#[derive(Debug, Parser)]
#[command(name = "zhengwen-crawler", version, after_help = HELP)]
pub(crate) struct Options {
    /// Where to start: a front page, a channel, an article.
    #[arg(value_parser = address)]
    pub(crate) start: Url,
    /// What fetches, finds links and hands pages to the library.
    #[arg(long, value_enum, default_value_t = Engine::Spider)]
    pub(crate) engine: Engine,
    /// Milliseconds from an answer to the next request; the longer one that robots.txt asks for goes before it.
    #[arg(long, value_name = "MS", default_value_t = 1_000)]
    delay: u64,
    /// Milliseconds for a whole answer.
    #[arg(long, value_name = "MS", default_value_t = 15_000, value_parser = clap::value_parser!(u64).range(1..))]
    timeout: u64,
    /// Requests at once, where the delay is 0.
    #[arg(long, value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u16).range(1..=256))]
    at_once: u16,
    /// Pages of the whole crawl.
    #[arg(long, value_name = "N", default_value_t = 1_000, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    max_pages: u32,
    /// Links from the start; further pages of an article and redirects are none.
    #[arg(long, value_name = "N", default_value_t = 8)]
    max_depth: usize,
    /// Pages of one folder, and of addresses that differ in their query alone.
    #[arg(long, value_name = "N", default_value_t = 200)]
    max_folder: usize,
    /// Bytes of a page.
    #[arg(long, value_name = "N", default_value_t = 8 << 20)]
    pub(crate) max_bytes: usize,
    /// Write articles to this file, not to standard output.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Write the report to this file as JSON, not to standard error in words.
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
    /// Fetch and follow links, clean nothing: what a crawl costs without the library.
    #[arg(long)]
    pub(crate) no_clean: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Engine {
    /// The crawler `spider`; the library decodes and parses the bytes.
    Spider,
    /// `reqwest` and `scraper`; the library walks scraper's tree.
    Reqwest,
}

impl Options {
    pub(crate) fn limits(&self) -> Limits {
        Limits { pages: self.max_pages as usize, depth: self.max_depth, folder: self.max_folder }
    }

    /// With the pause that robots.txt asks for, if any.
    pub(crate) fn manners(&self, asked: Option<Duration>) -> Manners {
        Manners {
            delay: Duration::from_millis(self.delay).max(asked.unwrap_or_default()),
            timeout: Duration::from_millis(self.timeout),
            at_once: usize::from(self.at_once),
            page_bytes: self.max_bytes,
        }
    }
}

fn address(text: &str) -> Result<Url, String> {
    let address = Url::parse(text).map_err(|error| error.to_string())?;
    let is_web = address.has_host() && matches!(address.scheme(), "http" | "https");
    is_web.then_some(address).ok_or_else(|| "not an address of http or https".to_owned())
}

const HELP: &str = "\
Example:
  zhengwen-crawler --max-pages 200 --report report.json https://news.example.com/ > articles.jsonl

Ctrl-C ends the crawl: the articles that it has come out, and the report.

Exit codes: 0 the start was fetched; 1 it was not, or the output could not be written; 2 the command is wrong.";

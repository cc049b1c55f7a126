//! A set of pages by name in, its pages with their gold out.

use crate::corpus;
use crate::scoring::pages;
use crate::scoring::record::{self, Record};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

/// A page, and what its body is.
pub(crate) struct Page {
    /// Of an unlabelled page only its name.
    pub(crate) gold: Record,
    pub(crate) html: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Set {
    /// `tests/portals`.
    Portals,
    /// The labelled pages of the corpus.
    Corpus,
    /// Its other pages.
    Unlabelled,
}

static PORTALS: LazyLock<Vec<Page>> = LazyLock::new(portals);
static CORPUS: LazyLock<Vec<Page>> = LazyLock::new(labelled);
static UNLABELLED: LazyLock<Vec<Page>> = LazyLock::new(unlabelled);

impl Set {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Portals => "portals",
            Self::Corpus => "corpus",
            Self::Unlabelled => "unlabelled",
        }
    }

    /// In order of name; empty where they are not kept here.
    pub(crate) fn pages(self) -> &'static [Page] {
        match self {
            Self::Portals => &PORTALS,
            Self::Corpus => &CORPUS,
            Self::Unlabelled => &UNLABELLED,
        }
    }
}

fn portals() -> Vec<Page> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/portals");
    let is_html = |path: &Path| path.extension().is_some_and(|ending| ending == "html");
    let read = |path: &Path| fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let files = pages::files(&folder).unwrap_or_else(|error| panic!("{error}"));
    let pages = files.iter().filter(|path| is_html(path)).map(|path| {
        let gold = expected(&record::stem(path), &read(&path.with_extension("expect")));
        Page { gold, html: read(path) }
    });
    pages.collect()
}

/// What a case of `tests/portals` expects; `tests/pages.rs` says how it is written.
fn expected(name: &str, case: &str) -> Record {
    let (head, body) = case.split_once("\nbody:").unwrap_or((case, ""));
    let value = |key: &str| {
        let mut lines = head.lines().filter_map(|line| line.split_once(':'));
        lines
            .find(|(name, value)| *name == key && !value.is_empty())
            .map(|(_, value)| value.trim().to_owned())
    };
    Record {
        id: name.to_owned(),
        title: value("title"),
        published: value("published"),
        source: value("source"),
        text: Some(body.trim().to_owned()),
        ..Record::default()
    }
}

fn labelled() -> Vec<Page> {
    let parts = ["dev", "dev2", "dev3"].into_iter().filter_map(|part| corpus::folder(part).ok());
    let pages = parts.flat_map(|part| {
        let gold = record::read(&part.join("gold.jsonl")).unwrap_or_else(|error| panic!("{error}"));
        let pages = pages::of_gold(&gold, &[part.join("html")]).unwrap_or_else(|error| panic!("{error}"));
        gold.into_iter().zip(pages).filter_map(|(gold, html)| Some(Page { gold, html: html? }))
    });
    pages.collect()
}

fn unlabelled() -> Vec<Page> {
    let Ok(folder) = corpus::folder("unlabelled") else { return Vec::new() };
    let files = pages::files(&folder).unwrap_or_else(|error| panic!("{error}"));
    let html = files.iter().filter(|path| path.extension().is_some_and(|ending| ending == "html"));
    let pages = html.map(|path| {
        let html = pages::text(path).unwrap_or_else(|error| panic!("{error}"));
        Page { gold: Record { id: record::stem(path), ..Record::default() }, html }
    });
    pages.collect()
}

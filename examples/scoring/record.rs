//! A line of JSON in, what it says of an article out: gold and predictions have the same keys.

use serde::Deserialize;
use std::fs;
use std::io;
use std::path::Path;
use zhengwen::Article;

/// What a gold says of a page, or what was found on it. Keys left out or null are empty.
#[derive(Deserialize, Clone, Debug, Default)]
#[serde(default)]
pub(crate) struct Record {
    pub id: String,
    pub title: Option<String>,
    pub published: Option<String>,
    pub source: Option<String>,
    pub authors: Option<Vec<String>>,
    pub editors: Option<Vec<String>>,
    /// The body, a paragraph a line.
    pub text: Option<String>,
    /// Captions, credits and the like: neither required nor punished. Gold only.
    pub optional_text: Option<String>,
    /// What the page is a page of: folds keep a site together. Gold only.
    pub site: Option<String>,
    /// Of an article only: no gold has them.
    pub subtitle: Option<String>,
    pub modified: Option<String>,
    pub next_page: Option<String>,
}

impl Record {
    /// What `article` says of the page `id`.
    pub(crate) fn of(id: &str, article: &Article) -> Self {
        let owned = |names: Vec<&str>| Some(names.into_iter().map(str::to_owned).collect());
        Self {
            id: id.to_owned(),
            title: article.title.clone(),
            published: article.published.map(|time| time.to_string()),
            source: article.source.clone(),
            authors: owned(article.authors()),
            editors: owned(article.editors()),
            text: Some(article.text()),
            subtitle: article.subtitle.clone(),
            modified: article.modified.map(|time| time.to_string()),
            next_page: article.next_page.clone(),
            ..Self::default()
        }
    }

    pub(crate) fn body(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }

    pub(crate) fn optional(&self) -> &str {
        self.optional_text.as_deref().unwrap_or_default()
    }

    /// The site, or the page itself where the gold names none.
    pub(crate) fn site(&self) -> &str {
        self.site.as_deref().unwrap_or(&self.id)
    }
}

/// Reads JSON Lines. A path as `id` stands for the file's name without its ending.
pub(crate) fn read(path: &Path) -> io::Result<Vec<Record>> {
    let lines = fs::read_to_string(path).map_err(|error| at(path, &error))?;
    let mut records: Vec<Record> = Vec::new();
    for (at, line) in lines.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let mut record: Record = serde_json::from_str(line)
            .map_err(|e| io::Error::other(format!("{}:{}: {e}", path.display(), at + 1)))?;
        record.id = name(&record.id);
        records.push(record);
    }
    Ok(records)
}

/// `error` as one line that says where it happened.
pub(crate) fn at(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

/// What a page is called in the gold.
fn name(id: &str) -> String {
    let path = Path::new(id);
    let is_page = path.extension().is_some_and(|ending| ending == "html" || ending == "txt");
    if id.contains('/') || is_page { stem(path) } else { id.to_owned() }
}

/// A file's name without its ending.
pub(crate) fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

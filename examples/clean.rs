//! Cleans files, folders or standard input: `clean [--input auto|html|text] [--format text|json|markdown] PATH…`

#![expect(clippy::print_stderr, reason = "a program that tells of pages it could not read")]

use clap::{Parser, ValueEnum};
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use zhengwen::{Article, Cleaner, Error};

/// Prints the article of each saved page: its body without the portal's chrome.
#[derive(Parser)]
struct Options {
    /// What the pages are.
    #[arg(long, value_enum, default_value_t = Input::Auto)]
    input: Input,
    /// How to print articles. `json` is one object a line.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Pages, or folders of pages (`-` for standard input).
    #[arg(required = true)]
    paths: Vec<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Input {
    /// Told apart by looking.
    Auto,
    Html,
    /// Text that somebody stripped out of a page.
    Text,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
    Markdown,
}

/// Largest page, however it is read: what a cleaner takes unless told otherwise.
const MAX_BYTES: usize = 64 << 20;

#[derive(Debug, thiserror::Error)]
enum PageError {
    #[error(transparent)]
    Io(#[from] io::Error),
    #[error(transparent)]
    Clean(#[from] Error),
}

fn main() -> ExitCode {
    let options = Options::parse();
    let cleaner = Cleaner::new();
    let mut failed = false;
    for path in options.paths.iter().flat_map(|path| pages(path)) {
        let done = path.and_then(|path| {
            let shown = path.display().to_string();
            print_page(&cleaner, &options, &path).map_err(|error| (shown, error))
        });
        match done {
            Ok(()) => {}
            // Whoever reads our output has seen enough.
            Err((_, PageError::Io(error))) if error.kind() == io::ErrorKind::BrokenPipe => {
                return ExitCode::SUCCESS;
            }
            Err((path, error)) => {
                failed = true;
                eprintln!("{path}: {error}");
            }
        }
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

type Found = Result<PathBuf, (String, PageError)>;

/// The files at `path`: itself, or a folder's files in order of name, folders inside it too, but no
/// folders that are linked into it: they may lead round in a circle, or anywhere.
fn pages(path: &Path) -> Vec<Found> {
    let mut found = Vec::new();
    let mut waiting = vec![path.to_owned()];
    while let Some(path) = waiting.pop() {
        if !path.is_dir() {
            found.push(Ok(path));
            continue;
        }
        match inside(&path) {
            Ok(mut inside) => waiting.append(&mut inside),
            Err(error) => found.push(Err((path.display().to_string(), error.into()))),
        }
    }
    found
}

/// What a folder holds, last name first, without linked folders.
fn inside(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut inside = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        if !(entry.file_type()?.is_symlink() && path.is_dir()) {
            inside.push(path);
        }
    }
    inside.sort_unstable_by(|a, b| b.cmp(a));
    Ok(inside)
}

fn print_page(cleaner: &Cleaner, options: &Options, path: &Path) -> Result<(), PageError> {
    let bytes = read(path)?;
    if bytes.len() > MAX_BYTES {
        return Err(Error::TooLarge { bytes: bytes.len(), limit: MAX_BYTES }.into());
    }
    let article = match options.input {
        Input::Auto => cleaner.clean_bytes(&bytes, None)?,
        Input::Html => cleaner.clean_html(&zhengwen::decode(&bytes, None)?.text),
        Input::Text => cleaner.clean_text(&zhengwen::decode(&bytes, None)?.text),
    };
    let mut out = io::stdout().lock();
    match options.format {
        Format::Text => writeln!(out, "{}", plain(&article)),
        Format::Markdown => writeln!(out, "{}", article.markdown()),
        Format::Json => writeln!(out, "{}", json(&article, path)?),
    }?;
    Ok(())
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    fs::read(path)
}

/// Headline, what is known of the text, and the body, set apart by blank lines.
fn plain(article: &Article) -> String {
    let facts = [
        article.published.map(|time| time.to_string()),
        article.source.clone(),
        Some(article.authors().join("、")).filter(|names| !names.is_empty()),
    ];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join("  ");
    let parts = [article.title.clone().unwrap_or_default(), facts, article.text()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// One object a line: where the page came from, then the article's own keys.
#[derive(serde::Serialize)]
struct Line<'a> {
    id: String,
    #[serde(flatten)]
    article: &'a Article,
}

fn json(article: &Article, path: &Path) -> io::Result<String> {
    Ok(serde_json::to_string(&Line { id: path.display().to_string(), article })?)
}

//! Articles in, JSON Lines out: the form of `clean --format json`, with the address of the first page as `id`.

use crate::join::Whole;
use crate::report::Report;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use zhengwen::Article;

#[derive(serde::Serialize)]
struct Line<'a> {
    id: &'a str,
    #[serde(flatten)]
    article: &'a Article,
}

/// # Errors
/// A file that cannot be written, with its path.
pub(crate) fn articles(wholes: &[Whole], path: Option<&Path>) -> io::Result<()> {
    let Some(path) = path else { return lines(wholes, io::stdout().lock()) };
    File::create(path).and_then(|file| lines(wholes, file)).map_err(|error| at(path, &error))
}

fn lines(wholes: &[Whole], out: impl Write) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    for whole in wholes {
        let id = whole.pages.first().map_or("", |page| page.as_str());
        serde_json::to_writer(&mut out, &Line { id, article: &whole.article })?;
        out.write_all(b"\n")?;
    }
    out.flush()
}

/// # Errors
/// As [`articles`].
pub(crate) fn report(report: &Report, path: Option<&Path>) -> io::Result<()> {
    let Some(path) = path else { return writeln!(io::stderr(), "{report}") };
    let json = serde_json::to_vec_pretty(report)?;
    std::fs::write(path, json).map_err(|error| at(path, &error))
}

fn at(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

//! A folder in, its pages with gold out.

use crate::learning::{Form, Sheet};
use crate::rearrange::Kind;
use crate::scoring::pages;
use crate::scoring::record::{self, Record};
use std::io;
use std::path::Path;

/// Pages with gold, as HTML and as dumps.
pub(crate) struct Corpus {
    pub(crate) name: String,
    pub(crate) gold: Vec<Record>,
    htmls: Vec<Option<String>>,
    texts: Vec<Option<String>>,
}

impl Corpus {
    /// A page that cannot be read ends the run: a silent gap would change every figure.
    pub(crate) fn read(path: &Path) -> io::Result<Self> {
        let gold = record::read(&path.join("gold.jsonl"))?;
        if gold.is_empty() {
            return Err(io::Error::other(format!("{}: no page in the gold", path.display())));
        }
        let [htmls, texts] = ["html", "text"].map(|folder| pages::of_gold(&gold, &[path.join(folder)]));
        let (htmls, texts) = (htmls?, texts?);
        let missing = gold
            .iter()
            .zip(htmls.iter().zip(&texts))
            .find(|(_, (html, text))| html.is_none() || text.is_none());
        if let Some((record, _)) = missing {
            return Err(io::Error::other(format!("{}: no page {}", path.display(), record.id)));
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Self { name, gold, htmls, texts })
    }

    /// The pages as they are and rearranged, in the ways of `kinds`, in all where that is empty.
    pub(crate) fn sheets(&self, form: Form, kinds: &[Kind]) -> Vec<Sheet> {
        let pages = match form {
            Form::Html => &self.htmls,
            Form::Text => &self.texts,
        };
        let mut sheets = Sheet::plain(form, &self.gold, pages);
        sheets.extend(Sheet::rearranged(form, &self.gold, &self.htmls, kinds));
        sheets
    }
}

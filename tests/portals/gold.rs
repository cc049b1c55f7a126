//! The made-up portals of this folder in, each with what its `.expect` says of it out.

use crate::scoring::record::Record;
use std::fs;
use std::path::Path;

/// A portal's page and what is expected of it.
pub(crate) struct Portal {
    pub(crate) name: String,
    pub(crate) page: String,
    expected: String,
}

/// The portals that have a page with this ending, in order of name.
pub(crate) fn portals(ending: &str) -> Vec<Portal> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/portals");
    let files = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut portals: Vec<Portal> = files
        .flatten()
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|known| known == ending))
        .map(|path| Portal {
            name: path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
            page: fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())),
            expected: fs::read_to_string(path.with_extension("expect")).unwrap_or_default(),
        })
        .collect();
    portals.sort_by(|a, b| a.name.cmp(&b.name));
    portals
}

impl Portal {
    /// The gold; what the case does not look at is right as it was `found`.
    pub(crate) fn gold(&self, found: &Record) -> Record {
        let mut gold = found.clone();
        let (fields, body) = self.expected.split_once("body:\n").unwrap_or((&self.expected, ""));
        let text = |value: &str| Some(value.to_owned()).filter(|value| !value.is_empty());
        let names = |value: &str| {
            Some(value.split(", ").filter(|name| !name.is_empty()).map(str::to_owned).collect())
        };
        for (key, value) in fields.lines().filter_map(|line| line.split_once(':')) {
            let value = value.trim();
            match key {
                "title" => gold.title = text(value),
                "published" => gold.published = text(value),
                "source" => gold.source = text(value),
                "authors" => gold.authors = names(value),
                "editors" => gold.editors = names(value),
                _ => {}
            }
        }
        gold.text = Some(body.trim_end().to_owned());
        gold
    }
}

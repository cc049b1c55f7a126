//! What was found in, what became of it out: a row, or why there is none. Several threads do this.

use crate::cleaned::cleaned;
use crate::filter::Filter;
use crate::item::{Batch, Found, Item};
use crate::order::caught;
use crate::pages::jsonl::{self, PageFields};
use crate::pages::{Page, warc};
use crate::place::{Cursor, Position};
use crate::row::Row;
use std::path::Path;
use std::sync::Arc;
use zhengwen::Cleaner;

/// What became of something.
pub(crate) enum Became {
    Row(Box<Row>),
    /// A record without a page.
    Passed,
    /// Cleaned, or not even that, and not wanted.
    LeftOut,
    Broken(String),
}

pub(crate) struct Done {
    pub(crate) at: Position,
    pub(crate) end: Cursor,
    pub(crate) covered: u64,
    pub(crate) became: Became,
}

/// What became of a batch, in order.
pub(crate) struct DoneBatch {
    pub(crate) nth: u64,
    pub(crate) input: usize,
    pub(crate) all: Vec<Done>,
}

impl DoneBatch {
    /// About how much memory it takes.
    pub(crate) fn bytes(&self) -> usize {
        let rows = self.all.iter().map(|done| match &done.became {
            Became::Row(row) => row.bytes(),
            _ => 0,
        });
        self.all.len() * size_of::<Done>() + rows.sum::<usize>()
    }
}

pub(crate) struct Work<'a> {
    pub(crate) cleaner: Cleaner,
    pub(crate) filter: &'a Filter,
    pub(crate) fields: &'a PageFields,
    pub(crate) max_page: u64,
    /// Names of the inputs.
    pub(crate) files: Vec<Arc<str>>,
}

impl Work<'_> {
    pub(crate) fn batch(&self, batch: Batch) -> DoneBatch {
        let Batch { nth, input, items } = batch;
        let all = items.into_iter().map(|item| self.item(input, item)).collect();
        DoneBatch { nth, input, all }
    }

    fn item(&self, input: usize, item: Item) -> Done {
        let Item { at, end, covered, found } = item;
        let became = caught(|| self.found(&self.files[input], at, found));
        let became = became.unwrap_or_else(Err).unwrap_or_else(Became::Broken);
        Done { at, end, covered, became }
    }

    fn found(&self, file: &Arc<str>, at: Position, found: Found) -> Result<Became, String> {
        let path = Path::new(&**file);
        let page = match found {
            Found::Broken(reason) => return Err(reason),
            Found::Passed => return Ok(Became::Passed),
            Found::Row(page) => *page,
            Found::Line(line) => jsonl::page(path, 0, &line, self.fields)?,
            Found::Record(head, _) if !self.filter.may_have(head.url.as_deref()) => {
                return Ok(Became::LeftOut);
            }
            Found::Record(head, content) => match warc::page(path, 0, &head, content)? {
                Some(page) => page,
                None => return Ok(Became::Passed),
            },
        };
        self.page(file, at, page)
    }

    fn page(&self, file: &Arc<str>, at: Position, page: Page) -> Result<Became, String> {
        if !self.filter.may_have(page.url.as_deref()) {
            return Ok(Became::LeftOut);
        }
        let bytes = page.content.len();
        if bytes as u64 > self.max_page {
            return Err(format!("page of {bytes} bytes; --max-page is {}", self.max_page));
        }
        let article = cleaned(&self.cleaner, &page, None).map_err(|error| error.to_string())?;
        if !self.filter.has(&article) {
            return Ok(Became::LeftOut);
        }
        let row = Row::of(&article, page.url, file, at).map_err(|error| error.to_string())?;
        Ok(Became::Row(Box::new(row)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Options;
    use clap::Parser;

    #[test]
    fn a_panic_costs_its_page_alone() {
        let options = Options::parse_from(["archive", "a.warc", "--output", "out"]);
        let work = Work {
            cleaner: Cleaner::new(),
            filter: &options.filter,
            fields: &options.fields,
            max_page: 1 << 20,
            files: vec![Arc::from("a.warc")],
        };
        let item = |found| Item { at: Position::default(), end: Cursor::start_of(0), covered: 0, found };
        // There is no such input, and looking for its name panics.
        let done =
            work.batch(Batch { nth: 0, input: 7, items: vec![item(Found::Passed), item(Found::Passed)] });
        let broken = |done: &Done| matches!(&done.became, Became::Broken(why) if why.contains("panicked"));
        assert_eq!(done.all.iter().filter(|done| broken(done)).count(), 2);
        let done = work.batch(Batch { nth: 1, input: 0, items: vec![item(Found::Passed)] });
        assert!(matches!(done.all[..], [Done { became: Became::Passed, .. }]));
    }
}

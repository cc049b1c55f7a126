//! A page with its gold in, what there is to learn from out: the page and its rearrangements, labelled.

use super::labels::{Label, label};
use super::regression::Sample;
use crate::rearrange::{Kind, rearrange};
use crate::scoring::page_score::PageScore;
use crate::scoring::record::Record;
use rayon::prelude::*;
use zhengwen::{Article, Cleaner, Explanation, JudgedBlock, Weights};

/// What the pages are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Form {
    Html,
    /// Text that somebody stripped out of a page.
    Text,
}

impl Form {
    /// A cleaner that judges pages of this form by `weights`.
    pub(crate) fn cleaner(self, weights: &Weights) -> Cleaner {
        let builder = match self {
            Self::Html => Cleaner::builder().html_weights(weights.clone()),
            Self::Text => Cleaner::builder().dump_weights(weights.clone()),
        };
        builder.build()
    }

    pub(crate) fn clean(self, cleaner: &Cleaner, page: &str) -> Article {
        match self {
            Self::Html => cleaner.clean_html(page),
            Self::Text => cleaner.clean_text(page),
        }
    }

    fn explain(self, cleaner: &Cleaner, page: &str) -> Explanation {
        match self {
            Self::Html => cleaner.explain_html(page),
            Self::Text => cleaner.explain_text(page),
        }
    }

    fn blocks(self, cleaner: &Cleaner, page: &str) -> Vec<JudgedBlock> {
        match self {
            Self::Html => cleaner.blocks_of_html(page),
            Self::Text => cleaner.blocks_of_text(page),
        }
    }
}

/// A page as it is or rearranged.
pub(crate) struct Sheet {
    pub(crate) form: Form,
    pub(crate) kind: Kind,
    pub(crate) gold: Record,
    pub(crate) page: String,
    /// How much it counts: rearrangements count together as much as their page.
    pub(crate) share: f64,
    /// What the gold says of each block; of all `Open` where the page does not show its body.
    labels: Vec<Label>,
}

/// The blocks of a sheet with what the gold says of each.
pub(crate) struct Judged<'a> {
    pub(super) blocks: Vec<JudgedBlock>,
    pub(super) labels: &'a [Label],
}

/// Tells these rearrangements from others of the same kind.
const SEED: u64 = 1;

impl Sheet {
    pub(crate) fn is_plain(&self) -> bool {
        self.kind == Kind::Plain
    }

    fn of(form: Form, kind: Kind, gold: Record, page: String) -> Self {
        let blocks = form.blocks(&Cleaner::new(), &page);
        let labels = label(&blocks, gold.body(), gold.optional());
        let body = blocks.iter().zip(&labels).filter(|(_, label)| **label == Label::Body);
        let chars: usize = body.map(|(block, _)| block.text.chars().count()).sum();
        let shows_body = chars * 2 >= gold.body().chars().count();
        let labels = if shows_body { labels } else { vec![Label::Open; labels.len()] };
        Self { form, kind, gold, page, share: 1.0, labels }
    }

    /// The pages of a gold as they are.
    pub(crate) fn plain(form: Form, gold: &[Record], pages: &[Option<String>]) -> Vec<Self> {
        let pages = gold.par_iter().zip(pages);
        pages
            .filter_map(|(gold, page)| Some(Self::of(form, Kind::Plain, gold.clone(), page.clone()?)))
            .collect()
    }

    /// The HTML pages of a gold rearranged in the ways of `kinds`, in every way where that is empty, as HTML or
    /// as the text they show.
    pub(crate) fn rearranged(
        form: Form,
        gold: &[Record],
        htmls: &[Option<String>],
        kinds: &[Kind],
    ) -> Vec<Self> {
        let pages = gold.par_iter().zip(htmls);
        pages.flat_map_iter(|(record, html)| of_page(form, record, html.as_deref(), gold, kinds)).collect()
    }

    /// How a cleaner's article comes out, and what its confidence goes by, to learn from: whether the body is as
    /// good as `right`.
    pub(crate) fn judged_body(&self, cleaner: &Cleaner, right: f64) -> (PageScore, Sample) {
        let explained = self.form.explain(cleaner, &self.page);
        let score = PageScore::of(&self.gold, &Record::of(&self.gold.id, &explained.article));
        let features = explained.confidence.iter().map(|(_, value)| *value).collect();
        let is_body = score.body.f1 >= right;
        (score, Sample { features, is_body, weight: self.share, margin: 0.0 })
    }

    /// The blocks under a cleaner, with their labels.
    pub(super) fn judged(&self, cleaner: &Cleaner) -> Judged<'_> {
        Judged { blocks: self.form.blocks(cleaner, &self.page), labels: &self.labels }
    }
}

fn of_page(form: Form, gold: &Record, html: Option<&str>, all: &[Record], asked: &[Kind]) -> Vec<Sheet> {
    let Some(html) = html else { return Vec::new() };
    let kinds = if asked.is_empty() { Kind::ALL } else { asked };
    let kinds =
        kinds.iter().filter(|kind| **kind != Kind::Plain && (form == Form::Html || kind.tells_dumps()));
    let mut sheets: Vec<Sheet> = kinds
        .filter_map(|&kind| {
            let (page, body) = rearrange(kind, html, gold, all, SEED)?;
            let page = match form {
                Form::Html => page,
                Form::Text => shown(&page),
            };
            Some(Sheet::of(form, kind, Record { text: Some(body), ..gold.clone() }, page))
        })
        .collect();
    let share = 1.0 / sheets.len().max(1) as f64;
    for sheet in &mut sheets {
        sheet.share = share;
    }
    sheets
}

/// The lines that a page shows.
fn shown(html: &str) -> String {
    let blocks = Cleaner::new().blocks_of_html(html);
    let lines: Vec<String> =
        blocks.into_iter().map(|block| block.text).filter(|text| !text.is_empty()).collect();
    lines.join("\n")
}

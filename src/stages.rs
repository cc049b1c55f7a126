//! Each stage of the pipeline alone, for `benches/stages`. No part of what the crate promises.

use crate::body::feature::Features;
use crate::body::features::features;
use crate::body::places::{Place, places};
use crate::body::score::{Score, scores};
use crate::body::segment::{Body, segment};
use crate::body::shape::Shape;
use crate::body::tail::{Closing, closings};
use crate::body::trim::{Fate, Known, trim};
use crate::body::verdict::verdict;
use crate::body::weights::Weights;
use crate::cleaner::{visible, votes};
use crate::input::parse::Parsed;
use crate::input::{html, parse};
use crate::metadata::parts::Parts;
use crate::metadata::title::{Headline, Search};
use crate::metadata::{self};
use crate::page::Page;
use std::hint::black_box;

/// A stage that can run alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// HTML to tree.
    Parse,
    /// Tree to blocks.
    Walk,
    /// Characters, marks and phrases of every block.
    Shapes,
    /// The headline and its block.
    Headline,
    /// Features of every block.
    Features,
    /// Scores of every block.
    Scores,
    /// The body's range.
    Segment,
    /// What becomes of every block.
    Trim,
    /// Kind and confidence.
    Verdict,
    /// Times, source, people.
    Metadata,
}

impl Stage {
    /// All stages, in the order they run in.
    pub const ALL: &'static [Self] = &[
        Self::Parse,
        Self::Walk,
        Self::Shapes,
        Self::Headline,
        Self::Features,
        Self::Scores,
        Self::Segment,
        Self::Trim,
        Self::Verdict,
        Self::Metadata,
    ];
}

/// A page with what every stage takes.
pub struct Prepared {
    html: String,
    parsed: Parsed,
    page: Page,
    shapes: Vec<Shape>,
    headline: Headline,
    closings: Vec<Closing>,
    places: Vec<Place>,
    holders: Vec<usize>,
    features: Vec<Features>,
    scores: Vec<Score>,
    fates: Vec<Fate>,
}

impl std::fmt::Debug for Prepared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Prepared").field("bytes", &self.html.len()).finish_non_exhaustive()
    }
}

impl Prepared {
    /// Runs all stages once.
    #[must_use]
    pub fn of(html: &str) -> Self {
        let parsed = parse::parse(html);
        let page = visible(html::blocks(&parsed.dom));
        let shapes: Vec<Shape> = page.blocks.iter().map(|block| Shape::of(&block.text)).collect();
        let headline = Search::new(&Parts::new(&page), &shapes).headline();
        let closings = closings(&shapes);
        let places = places(&page, &shapes, headline.block);
        let holders = page.holders();
        let features = features(&page, &shapes, &places, &closings, headline.block);
        let scores = scores(&features, &shapes, &Weights::html());
        let html = html.to_owned();
        let mut prepared = Self {
            html,
            parsed,
            page,
            shapes,
            headline,
            closings,
            places,
            holders,
            features,
            scores,
            fates: Vec::new(),
        };
        prepared.fates = prepared.trimmed();
        prepared
    }

    /// Runs one stage again.
    pub fn run(&self, stage: Stage) {
        let block = self.headline.block;
        match stage {
            Stage::Parse => drop(black_box(parse::parse(&self.html))),
            Stage::Walk => drop(black_box(html::blocks(&self.parsed.dom))),
            Stage::Shapes => {
                for block in &self.page.blocks {
                    black_box(Shape::of(&block.text));
                }
            }
            Stage::Headline => drop(black_box(Search::new(&Parts::new(&self.page), &self.shapes).headline())),
            Stage::Features => {
                drop(black_box(features(&self.page, &self.shapes, &self.places, &self.closings, block)));
            }
            Stage::Scores => drop(black_box(scores(&self.features, &self.shapes, &Weights::html()))),
            Stage::Segment => {
                drop(black_box(self.segmented()));
            }
            Stage::Trim => drop(black_box(self.trimmed())),
            Stage::Verdict => {
                black_box(verdict(self.known(), &self.fates, self.headline.text.as_deref()));
            }
            Stage::Metadata => {
                drop(black_box(metadata::read(&Parts::new(&self.page), &self.headline, &self.fates, None)));
            }
        }
    }

    fn known(&self) -> Known<'_> {
        Known {
            page: &self.page,
            shapes: &self.shapes,
            places: &self.places,
            holders: &self.holders,
            scores: &self.scores,
            closings: &self.closings,
            headline: self.headline.block,
        }
    }

    fn trimmed(&self) -> Vec<Fate> {
        trim(self.segmented(), self.known())
    }

    fn segmented(&self) -> Option<Body> {
        let votes = votes(&self.page, &self.holders, &self.scores, &self.shapes, &self.closings);
        segment(&votes, self.headline.text.as_deref())
    }
}

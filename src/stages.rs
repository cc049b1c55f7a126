//! Each stage of the pipeline alone, for `benches/stages`. No part of what the crate promises.

use crate::body::articles::other_headlines;
use crate::body::feature::Features;
use crate::body::features::features;
use crate::body::features::repeats;
use crate::body::known::Known;
use crate::body::places::{Place, places};
use crate::body::score::{Score, scores, standing_odds};
use crate::body::shape::Shape;
use crate::body::standing::standing;
use crate::body::tail::{Closing, closings};
use crate::body::trim::{Fate, trim};
use crate::body::verdict::verdict;
use crate::body::weights::Weights;
use crate::cleaner::visible;
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
    /// Where every block stands.
    Standing,
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
        Self::Standing,
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
    odds: Vec<f64>,
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
        let features = features(&page, &shapes, &places, &closings, &repeats(&page), headline.block);
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
            odds: Vec::new(),
            fates: Vec::new(),
        };
        prepared.odds = prepared.standing();
        prepared.fates = trim(&prepared.odds, prepared.known());
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
                let repeats = repeats(&self.page);
                let (page, shapes) = (&self.page, &self.shapes);
                drop(black_box(features(page, shapes, &self.places, &self.closings, &repeats, block)));
            }
            Stage::Scores => drop(black_box(scores(&self.features, &self.shapes, &Weights::html()))),
            Stage::Standing => drop(black_box(self.standing())),
            Stage::Trim => drop(black_box(trim(&self.odds, self.known()))),
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
            holders: &self.holders,
            scores: &self.scores,
            closings: &self.closings,
            headline: self.headline.block,
            subtitle: self.headline.subtitle.as_deref(),
        }
    }

    /// The log-odds of each block for where it stands.
    fn standing(&self) -> Vec<f64> {
        let (known, title) = (self.known(), self.headline.text.as_deref());
        let (mut features, weights) = (self.features.clone(), Weights::html());
        let others = other_headlines(known, title);
        standing(&mut features, known, title, &repeats(&self.page), &weights, others);
        features.iter().map(|features| standing_odds(features, &weights)).collect()
    }
}

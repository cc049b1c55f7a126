//! A page while it is rearranged: its tree, its paragraphs, its body, and what is drawn from.

use super::foreign::{Foreign, is_traditional};
use super::kind::Kind;
use super::page::Page;
use super::paragraphs::paragraphs;
use super::random::Random;
use crate::scoring::record::Record;
use ego_tree::NodeId;

/// With fewer paragraphs there is no middle to put anything into.
pub(super) const LEAST_PARAGRAPHS: usize = 4;

pub(super) struct Draft<'a> {
    pub(super) page: Page,
    /// The elements that hold the body's lines, in page order; not looked for where the kind needs none.
    pub(super) paragraphs: Vec<NodeId>,
    /// The body: a rearrangement that adds to it says so here.
    pub(super) body: String,
    pub(super) random: Random,
    pub(super) foreign: Foreign<'a>,
    is_traditional: bool,
}

impl<'a> Draft<'a> {
    /// `None` for a page without a body, or with too few paragraphs of it for this kind.
    pub(super) fn of(
        kind: Kind,
        html: &str,
        gold: &'a Record,
        others: &'a [Record],
        seed: u64,
    ) -> Option<Self> {
        let page = Page::parse(html);
        page.body().filter(|_| !gold.body().trim().is_empty())?;
        let mut found = Vec::new();
        if kind.needs_paragraphs() {
            found = paragraphs(&page, gold.body());
            if found.len() < LEAST_PARAGRAPHS {
                return None;
            }
        }
        Some(Self {
            page,
            paragraphs: found,
            body: gold.body().to_owned(),
            random: Random::of(kind.name(), &gold.id, seed),
            foreign: Foreign::to(gold, others),
            is_traditional: is_traditional(gold.body()),
        })
    }

    /// The paragraph in the middle of the body.
    pub(super) fn middle(&self) -> Option<NodeId> {
        self.paragraphs.get(self.paragraphs.len() / 2).copied()
    }

    /// Of the same words in both scripts, those of the page's.
    pub(super) fn say<'w>(&self, simplified: &'w str, traditional: &'w str) -> &'w str {
        if self.is_traditional { traditional } else { simplified }
    }

    /// Other pages' articles in an order of chance, `count` of them or as many as there are.
    pub(super) fn articles(&mut self, count: usize) -> Vec<Record> {
        self.foreign.draw(&mut self.random, count)
    }

    /// Paragraphs in runs of those that follow each other under one parent.
    pub(super) fn runs(&self) -> Vec<Vec<NodeId>> {
        let runs = self.paragraphs.chunk_by(|&a, &b| self.page.parent(a) == self.page.parent(b));
        runs.map(<[NodeId]>::to_vec).collect()
    }

    /// Runs cut into groups of two or three.
    pub(super) fn groups(&mut self) -> Vec<Vec<NodeId>> {
        let mut groups = Vec::new();
        for run in self.runs() {
            let mut rest = run.as_slice();
            while !rest.is_empty() {
                let (group, after) = rest.split_at(self.random.pick([2, 3]).min(rest.len()));
                groups.push(group.to_vec());
                rest = after;
            }
        }
        groups
    }

    /// The paragraphs of the element that holds most of them, where they are enough and another element
    /// may be put beside it.
    pub(super) fn main_run(&self) -> Option<(NodeId, Vec<NodeId>)> {
        let parents = self.paragraphs.iter().map(|&id| self.page.parent(id));
        let held = |parent| self.paragraphs.iter().filter(move |&&id| self.page.parent(id) == Some(parent));
        // The first of those with as many.
        let parent = parents.flatten().rev().max_by_key(|&parent| held(parent).count())?;
        let run: Vec<NodeId> = held(parent).copied().collect();
        (run.len() >= LEAST_PARAGRAPHS).then_some((parent, run))
    }
}

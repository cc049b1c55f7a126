//! Scored blocks in, the elements that hold the article's prose out.
//!
//! Prose stands in families: the holders that share one path of tags and classes under one grandparent, as
//! a body's groups of paragraphs do. Home is the first family that speaks of the headline, with its kin: the
//! families that speak in the same words, wherever they stand.

use super::articles::Articles;
use super::elements::{common, inside, paths};
use super::feature::Features;
use super::known::Known;
use super::part::{self, Lines, Taken};
use super::weights::Weights;
use super::wording::{Headline, Wording};
use crate::page::{Page, Tag};
use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};
use std::collections::BTreeSet;

/// The first family worth this share of the best one is home.
const FAIR_SHARE: f64 = 0.5;
/// Gain beyond which a longer article is worth no more: that of about 300 characters. Anything from 120 to 350 does as
/// well; at 500 a long article of another page still outweighs a short one by its headline.
const FULL_GAIN: f64 = 200.0;
/// What prose without any of the headline's words is worth, beside 1 more with all of them.
const WITHOUT_HEADLINE: f64 = 0.25;
/// How much more prose right below the headline is worth, and blocks after which it is half of that. Any factor from 4
/// to 16 does as well on the pages of three corpora and eight rearrangements of them, none keeps another article on
/// four pages more.
const RIGHT_BELOW: f64 = 6.0;
const HALF_AS_NEAR: f64 = 10.0;
/// Share of the article's gain inside the element around home that counts as the whole of it.
const MOST_SHARE: f64 = 0.8;

/// Elements around a block among which boxes are looked for.
const BOXES_WITHIN: usize = 6;

/// Where the article's prose stands.
#[derive(Debug)]
pub(crate) struct Home {
    families: Vec<Family>,
    /// The family of each holder.
    of: Vec<Option<u32>>,
    /// Each container's path of tags and classes, as a number, and those of home's holders.
    paths: Vec<u64>,
    own_paths: HashSet<u64>,
    /// Whether each container holds home's prose or stands between its holders.
    held: Vec<bool>,
    /// Whether each is a root that holds a family of home, or inside one.
    inside: Vec<bool>,
    /// Whether each is inside the element that holds most of the article.
    near: Vec<bool>,
    /// Gain of each container with all below it.
    pub(super) gains: Vec<f64>,
    /// What home's prose and the headline say.
    pub(super) wording: Wording,
    pub(super) lines: Lines,
}

/// Holders that share a path and a grandparent.
#[derive(Debug)]
struct Family {
    path: u64,
    holders: Vec<usize>,
    /// What its blocks gain, the first of them, and the pairs of the headline that they have.
    gain: f64,
    first: usize,
    found: u64,
    is_home: bool,
}

/// Prose of one path outside home, and its families.
#[derive(Default)]
struct Pool {
    blocks: Vec<usize>,
    families: Vec<usize>,
}

impl Home {
    pub(crate) fn find(
        all: &mut [Features],
        known: Known<'_>,
        title: Option<&str>,
        weights: &Weights,
        articles: &Articles,
    ) -> Self {
        let page = known.page;
        let paths = paths(&page.containers);
        let mut home = Self {
            families: Vec::new(),
            of: vec![None; page.containers.len()],
            paths,
            own_paths: HashSet::new(),
            held: vec![false; page.containers.len()],
            inside: Vec::new(),
            near: Vec::new(),
            gains: vec![0.0; page.containers.len()],
            wording: Wording::with_room_for(
                known.texts().filter(|&at| known.is_prose(at)).map(|at| known.shapes[at].chars).sum(),
            ),
            lines: Lines::of(known),
        };
        let headline = Headline::of(title);
        home.gather(known, &headline, articles);
        home.wording.add_shared(title.unwrap_or_default());
        let mut roots = Vec::new();
        if let Some(first) = home.first(known, &headline) {
            roots.push(home.join(page, first));
            home.take_kin(all, known, &headline, weights, articles, &mut roots);
        }
        home.inside = inside(page, &roots);
        let root = roots.into_iter().reduce(|a, b| common(page, a, b)).unwrap_or(0);
        home.near = inside(page, &[home.around(page, root)]);
        home
    }

    /// Puts every block that gains into its family.
    fn gather(&mut self, known: Known<'_>, headline: &Headline, articles: &Articles) {
        let page = known.page;
        let parent = |at: usize| page.containers[at].parent;
        let mut ids: HashMap<(u64, usize), usize> = HashMap::new();
        for at in known.texts().filter(|&at| !articles.is_of_another(at)) {
            let (gain, holder) = (known.gain(at), known.holders[at]);
            if gain <= 0.0 {
                continue;
            }
            self.gains[page.blocks[at].container] += gain;
            let path = self.paths[holder];
            let id = *ids.entry((path, parent(parent(holder)))).or_insert(self.families.len());
            if id == self.families.len() {
                self.families.push(Family::at(at, path));
            }
            let family = &mut self.families[id];
            family.gain += gain;
            family.found |= headline.found_in(&page.blocks[at].text);
            if self.of[holder].is_none() {
                family.holders.push(holder);
                self.of[holder] = u32::try_from(id).ok();
            }
        }
        // A container comes after its parent.
        for at in (1..self.gains.len()).rev() {
            self.gains[page.containers[at].parent] += self.gains[at];
        }
    }

    /// The first family that is worth enough.
    fn first(&self, known: Known<'_>, headline: &Headline) -> Option<usize> {
        let worth = |family: &Family| {
            let below = known.headline.and_then(|headline| family.first.checked_sub(headline));
            let near = below.map_or(0.0, |blocks| HALF_AS_NEAR / (HALF_AS_NEAR + blocks as f64));
            let speaks = WITHOUT_HEADLINE + headline.share(family.found);
            family.gain.min(FULL_GAIN) * speaks * (1.0 + RIGHT_BELOW * near)
        };
        let best = self.families.iter().map(worth).fold(0.0, f64::max);
        let fair = self.families.iter().enumerate().filter(|(_, family)| worth(family) >= best * FAIR_SHARE);
        fair.min_by_key(|(_, family)| family.first).map(|(id, _)| id)
    }

    /// Makes a family a part of home; its root.
    fn join(&mut self, page: &Page, id: usize) -> usize {
        let family = &mut self.families[id];
        family.is_home = true;
        self.own_paths.insert(family.path);
        let root = family.holders.iter().copied().reduce(|a, b| common(page, a, b)).unwrap_or(0);
        self.held[root] = true;
        for &holder in &family.holders {
            let mut at = holder;
            while !self.held[at] {
                self.held[at] = true;
                at = page.containers[at].parent;
            }
        }
        root
    }

    /// Joins the families that the weights take for parts of the article, those of one path together.
    fn take_kin(
        &mut self,
        all: &mut [Features],
        known: Known<'_>,
        headline: &Headline,
        weights: &Weights,
        articles: &Articles,
        roots: &mut Vec<usize>,
    ) {
        let start = known.headline.unwrap_or(0);
        let (mut own, mut mass) = (BTreeSet::new(), 0);
        let mut pools: Vec<Pool> = Vec::new();
        let mut places: HashMap<u64, usize> = HashMap::new();
        let prose: Vec<(usize, usize)> = self.prose(known, articles).collect();
        for (at, id) in prose {
            let family = &self.families[id];
            if family.is_home {
                self.wording.add(at, &known.page.blocks[at].text);
                mass += part::mass(known, at);
                own.insert(at);
            } else if at > start {
                let place = *places.entry(family.path).or_insert(pools.len());
                if place == pools.len() {
                    pools.push(Pool::default());
                }
                let pool = &mut pools[place];
                pool.blocks.push(at);
                if pool.families.last() != Some(&id) {
                    pool.families.push(id);
                }
            }
        }
        for Pool { blocks, families } in pools {
            let before = own.range(..blocks[0]).next_back();
            let Some(&nearest) = before.or_else(|| own.first()) else { continue };
            let taken = Taken { wording: &self.wording, headline, mass, nearest, others: &[] };
            let holders = families.iter().map(|&id| self.families[id].holders.len()).sum();
            let measures = part::measure(known, &self.lines, &taken, &blocks, holders);
            if part::takes(all, &blocks, &measures, weights) {
                for at in blocks {
                    self.wording.add(at, &known.page.blocks[at].text);
                    mass += part::mass(known, at);
                    own.insert(at);
                }
                for id in families {
                    if !self.families[id].is_home {
                        roots.push(self.join(known.page, id));
                    }
                }
            }
        }
    }

    /// Blocks of prose with their families.
    fn prose(&self, known: Known<'_>, articles: &Articles) -> impl Iterator<Item = (usize, usize)> {
        let prose = known.texts().filter(move |&at| !articles.is_of_another(at) && known.is_prose(at));
        prose.filter_map(|at| Some((at, self.of[known.holders[at]]? as usize)))
    }

    /// The element around `root` that holds most of the article.
    fn around(&self, page: &Page, root: usize) -> usize {
        let mut at = root;
        while at != 0 && self.gains[at] < MOST_SHARE * self.gains[0] {
            at = page.containers[at].parent;
        }
        at
    }

    /// True for a holder of home's prose, or an element between them.
    pub(crate) fn holds(&self, holder: usize) -> bool {
        self.held[holder]
    }

    /// True where a family of home has the path of `holder`.
    pub(crate) fn has_path(&self, holder: usize) -> bool {
        self.own_paths.contains(&self.paths[holder])
    }

    /// Boxes around `holder`, itself included, up to an element that holds home's prose. Lists, quotations and their
    /// parts are one together, however deep. So many elements are looked at.
    pub(crate) fn boxes(&self, page: &Page, holder: usize) -> usize {
        let outer = std::iter::successors(Some(holder), |&at| Some(page.containers[at].parent));
        let apart = outer.take(BOXES_WITHIN).take_while(|&at| !self.held[at]);
        let (boxes, others) = apart.fold((0, 0), |(boxes, others), at| match page.containers[at].tag {
            Tag::Block => (boxes + 1, others),
            _ => (boxes, 1),
        });
        boxes + others
    }

    pub(crate) fn is_inside(&self, container: usize) -> bool {
        self.inside[container]
    }

    pub(crate) fn is_near(&self, container: usize) -> bool {
        self.near[container]
    }
}

impl Family {
    fn at(first: usize, path: u64) -> Self {
        Self { path, holders: Vec::new(), gain: 0.0, first, found: 0, is_home: false }
    }
}

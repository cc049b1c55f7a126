//! Blocks in, the tables and lists that are judged as one thing out.

use super::home::Home;
use super::known::Known;
use crate::page::{Page, Role, Tag};

/// A table or list that holds more of the article's gain is its layout.
const LAYOUT_SHARE: f64 = 0.5;
/// What a block's log-odds count at most in the mean of a unit's.
const MOST_LOG_ODDS: f64 = 4.0;

/// The units of a page.
#[derive(Debug)]
pub(crate) struct Units {
    /// The unit of each container, as its outermost table or list.
    of: Vec<Option<usize>>,
    /// By container: characters, log-odds by characters, and blocks.
    sums: Vec<Unit>,
}

/// What a table or list holds.
#[derive(Debug, Clone, Copy, Default)]
struct Unit {
    chars: f64,
    odds: f64,
    linked: usize,
    blocks: usize,
    /// A line right above announces it.
    announced: bool,
}

/// What a block's table or list says of it.
pub(crate) struct Part {
    pub(crate) tag: Tag,
    /// Mean of the log-odds of its blocks, by characters.
    pub(crate) mean: f64,
    /// The text announces it.
    pub(crate) announced: bool,
    /// Most of it is no link.
    pub(crate) unlinked: bool,
}

impl Units {
    pub(crate) fn of(known: Known<'_>, home: &Home) -> Self {
        let page = known.page;
        let of = units(page, home);
        let mut sums = vec![Unit::default(); page.containers.len()];
        let mut above = None;
        for at in known.texts() {
            if let Some(unit) = of[page.blocks[at].container] {
                let chars = known.shapes[at].chars as f64;
                let sum = &mut sums[unit];
                sum.chars += chars;
                sum.odds += chars * known.scores[at].log_odds().clamp(-MOST_LOG_ODDS, MOST_LOG_ODDS);
                sum.linked += page.blocks[at].linked_chars;
                let announces = |above| known.announces(above) || asks(known, above) && !known.is_linked(at);
                sum.announced |= sum.blocks == 0 && above.is_some_and(announces);
                sum.blocks += 1;
            }
            above = Some(at);
        }
        Self { of, sums }
    }

    /// The table or list that block `at` is a part of.
    pub(crate) fn unit(&self, known: Known<'_>, at: usize) -> Option<Part> {
        let page = known.page;
        let block = &page.blocks[at];
        let unit = self.of[block.container]?;
        let tag = page.containers[unit].tag;
        let part = match block.role {
            Role::ListItem { .. } | Role::Cell { .. } => true,
            Role::Text => tag == Tag::List || is_cell(known, at),
            Role::Code { .. } => tag == Tag::List,
            _ => false,
        };
        let Unit { chars, odds, linked, blocks, announced } = self.sums[unit];
        let unlinked = linked as f64 * 2.0 < chars;
        (part && blocks >= 2).then(|| Part { tag, mean: odds / chars, announced, unlinked })
    }
}

/// True for a heading whose question the list below answers.
fn asks(known: Known<'_>, at: usize) -> bool {
    let block = &known.page.blocks[at];
    block.heading_level().is_some()
        && block.text.ends_with(['?', '\u{FF1F}'])
        && known.shapes[at].hits.count() == 0
}

/// True for a text alone in the element that it has in a cell.
fn is_cell(known: Known<'_>, at: usize) -> bool {
    let own = known.page.blocks[at].container;
    let around = known.page.containers[own].parent;
    // A holder is the element above those that hold one text alone.
    known.page.containers[around].tag == Tag::Cell && ![own, around].contains(&known.holders[at])
}

/// The outermost table or list of each container that is no layout.
fn units(page: &Page, home: &Home) -> Vec<Option<usize>> {
    let whole = home.gains[0];
    let mut units: Vec<Option<usize>> = Vec::with_capacity(page.containers.len());
    for (at, container) in page.containers.iter().enumerate() {
        let outer = units.get(container.parent).copied().flatten();
        let is_unit =
            matches!(container.tag, Tag::List | Tag::Table) && home.gains[at] < LAYOUT_SHARE * whole;
        units.push(outer.or(is_unit.then_some(at)));
    }
    units
}

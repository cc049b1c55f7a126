//! Scored blocks in, where each stands relative to the article's home out: what the second pass goes by.
//! Counts only: judging is `score`'s job.

use super::articles::Articles;
use super::feature::{Feature, Features};
use super::features::capped;
use super::home::Home;
use super::known::Known;
use super::score::LOG_ODDS_UNIT;
use super::tail::Closing;
use super::units::{Part, Units};
use super::walk::{Step, Walk};
use super::weights::Weights;
use super::wording::Wording;
use crate::page::Tag;
use crate::text::share::share;

/// Share of a body block's pairs that other body has by chance, and characters from which on it counts in full.
const COMMON_SHARE: f64 = 0.3;
const FULL_CHARS: usize = 100;
/// Share of a dump's lines that the walk spans of one that was cleaned before, and of one that was not.
const WHOLE_SPAN: f64 = 0.8;
const PART_SPAN: f64 = 0.5;
/// Lines shorter than this have labels that speak, in characters.
const LABEL_CHARS: usize = 60;
/// Blocks behind home's last sure paragraph beyond which all is equally far.
const FAR_BLOCKS: usize = 25;
/// Boxes between a block and home, at most.
const BOXES: usize = 3;
/// Lines between two stretches that close an article, at most.
const CLOSED: usize = 3;
/// How often a line stands on a page that sets it again and again, and how long it is, in characters.
const AGAIN: u32 = 3;
const AGAIN_CHARS: usize = 40;

/// Measures where every block of an HTML page stands. `title` is the page's headline.
pub(crate) fn standing(
    all: &mut [Features],
    known: Known<'_>,
    title: Option<&str>,
    weights: &Weights,
    articles: &Articles,
) {
    let home = Home::find(all, known, title, weights, articles);
    let units = Units::of(known, &home);
    let view = View::of(known, home, units, articles);
    for at in known.texts() {
        view.measure(&mut all[at], at);
    }
}

/// Measures every line of a dump that the walk took, and those between. Nothing is measured of the others.
pub(crate) fn walked(all: &mut [Features], known: Known<'_>, walk: &Walk) {
    use Feature as F;
    let span = spanned(known, walk);
    let whole = ((span - PART_SPAN) / (1.0 - PART_SPAN)).max(0.0);
    let announced = announced(known);
    for at in known.texts() {
        let features = &mut all[at];
        match walk.steps[at] {
            Step::Outside if span >= WHOLE_SPAN => features.set(F::WalkBetween, 1.0),
            Step::Outside => continue,
            Step::Taken => features.set(F::WalkTaken, 1.0),
            Step::Between(gap) => {
                features.set(F::WalkBetween, 2.0 / (1.0 + f64::from(gap.apart)));
                features.set(F::WalkClosed, capped(usize::from(gap.closed), CLOSED));
            }
        }
        features.set(F::WalkWhole, whole);
        features.flag(F::Announced, announced[at]);
        own(features, known, &walk.wording, at);
    }
}

/// The lines of a dump that stand below one that announces them, up to the next sentence.
fn announced(known: Known<'_>) -> Vec<bool> {
    let mut announced = vec![false; known.shapes.len()];
    let mut open = false;
    for at in known.texts() {
        let shape = &known.shapes[at];
        open &= !shape.ends_sentence && known.closings[at] == Closing::No;
        announced[at] = open;
        open |= known.announces(at);
    }
    announced
}

/// Share of a dump's lines from the first that the walk took to the last. Of one that somebody cleaned already, all
/// or nearly all; of one with the page's chrome seldom over half.
fn spanned(known: Known<'_>, walk: &Walk) -> f64 {
    let outside = |at: &usize| walk.steps[*at] == Step::Outside;
    let mut texts = known.texts();
    let above = texts.by_ref().take_while(outside).count();
    let all = known.texts().count();
    let below = known.texts().rev().take_while(outside).count();
    share(all.saturating_sub(above + below), all)
}

/// What both kinds of pages measure of a block.
fn own(features: &mut Features, known: Known<'_>, wording: &Wording, at: usize) {
    use Feature as F;
    let chars = known.shapes[at].chars;
    features.set(F::FirstPass, known.scores[at].log_odds() / LOG_ODDS_UNIT);
    features.set(F::PlaceBias, 1.0);
    let shape = &known.shapes[at];
    if chars < LABEL_CHARS && shape.hits.count() > 0 && !shape.is_signed {
        features.set(F::LabelCover, share(shape.hits.covered_chars, chars).min(1.0));
        features.flag(F::LabelEnd, known.closings[at] != Closing::No);
    }
    let length = chars.min(FULL_CHARS) as f64 / FULL_CHARS as f64;
    features.set(F::SharedWording, (wording.share(at, &known.page.blocks[at].text) - COMMON_SHARE) * length);
    let again = known.repeats[at] >= AGAIN && chars < AGAIN_CHARS;
    features.flag(F::Again, again && !known.refrains.contains(known.page.blocks[at].text.as_str()));
}

/// A page seen from its home.
struct View<'a> {
    known: Known<'a>,
    home: Home,
    units: Units,
    articles: &'a Articles,
    /// First and last sure paragraph at home.
    ends: Option<(usize, usize)>,
    /// Share of list items among the unlinked blocks at home.
    items: f64,
}

impl<'a> View<'a> {
    fn of(known: Known<'a>, home: Home, units: Units, articles: &'a Articles) -> Self {
        let own =
            |&at: &usize| known.is_prose(at) && home.holds(known.holders[at]) && !articles.is_of_another(at);
        let mut sure = known.texts().filter(|&at| known.is_sure(at) && own(&at));
        let first = sure.next();
        let ends = first.map(|first| (first, sure.next_back().unwrap_or(first)));
        let start = known.headline.map_or(0, |headline| headline + 1);
        let above_end = |at: usize| ends.is_some_and(|(_, last)| (start..=last).contains(&at));
        let at_home =
            |&at: &usize| above_end(at) && home.is_inside(known.holders[at]) && !known.is_linked(at);
        let (items, all) = known.texts().filter(at_home).fold((0, 0), |(items, all), at| {
            (items + usize::from(known.page.blocks[at].is_list_item()), all + 1)
        });
        let items = share(items, all);
        Self { known, home, units, articles, ends, items }
    }

    fn measure(&self, features: &mut Features, at: usize) {
        use Feature as F;
        let (known, lines) = (self.known, &self.home.lines);
        let (block, shape, holder) = (&known.page.blocks[at], &known.shapes[at], known.holders[at]);
        own(features, known, &self.home.wording, at);
        let unit = self.units.unit(known, at);
        if let Some(Part { tag, mean, announced, .. }) = unit {
            features.set(F::FirstPass, mean / LOG_ODDS_UNIT);
            features.set(F::UnitMean, mean / LOG_ODDS_UNIT);
            features.flag(F::TableCell, tag == Tag::Table);
            features.flag(F::Announced, announced);
            features.flag(F::Again, false);
        }
        let is_table = unit.as_ref().is_some_and(|unit| unit.tag == Tag::Table);
        let inside = self.home.is_inside(holder);
        let unlinked = unit.map_or(block.linked_chars == 0, |unit| unit.unlinked || unit.announced);
        let family = self.home.holds(holder);
        features.flag(F::SamePath, self.home.has_path(holder));
        features.flag(F::NearHome, self.home.is_near(holder));
        features.flag(F::UnlinkedAtHome, inside && unlinked);
        let above = self.ends.is_some_and(|(_, last)| at <= last);
        let item = inside && unlinked && above && block.is_list_item();
        features.set(F::ItemAtHome, if item { self.items } else { 0.0 });
        if let Some((first, last)) = self.ends
            && !family
        {
            let headline = known.headline.unwrap_or(0);
            let lead = shape.ends_sentence && !known.is_linked(at) && (headline..first).contains(&at);
            features.flag(F::LeadSentence, lead);
            if inside && at > first && !is_table && !block.is_code() {
                features.set(F::BoxAtHome, capped(self.home.boxes(known.page, holder), BOXES));
            }
            if !inside && at > last {
                features.flag(F::AfterHome, true);
                features
                    .set(F::FarAfterHome, capped(lines.nth(at).saturating_sub(lines.nth(last)), FAR_BLOCKS));
            }
        }
        features.flag(F::OtherArticle, self.articles.is_of_another(at));
    }
}

//! Lines that stand twice in a body: pages carry a second copy for phones, or their highlights in a box.

use super::known::Known;
use super::trim::Fate;
use crate::page::Page;
use foldhash::{HashSet, HashSetExt};
use std::ops::Range;

/// Least length of a line that may stand in a body but once, in characters: refrains are shorter.
const COPY_CHARS: usize = 25;

/// Drops a long line that stands in the body already.
pub(super) fn drop(body: &Range<usize>, fates: &mut [Fate], known: Known<'_>) {
    let mut seen = HashSet::new();
    for at in body.clone() {
        let long = known.shapes[at].chars >= COPY_CHARS && fates[at] == Fate::Kept;
        if long && !seen.insert(known.page.blocks[at].text.as_str()) {
            fates[at] = Fate::Copy;
        }
    }
}

/// Keeps a copy in the body whose first went with the body's ends: a box of highlights stands over the text.
pub(super) fn keep(body: &Range<usize>, fates: &mut [Fate], page: &Page) {
    let mut kept = body.clone().filter(|&at| fates[at] == Fate::Kept);
    let Some(first) = kept.next() else { return };
    let last = kept.next_back().unwrap_or(first);
    if !fates[first..last].contains(&Fate::Copy) {
        return;
    }
    let texts = page.blocks.iter().map(|block| block.text.as_str());
    let mut kept: HashSet<&str> = texts
        .clone()
        .zip(fates.iter())
        .filter(|(_, fate)| **fate == Fate::Kept)
        .map(|(text, _)| text)
        .collect();
    for (text, fate) in texts.zip(fates).take(last).skip(first) {
        if *fate == Fate::Copy && kept.insert(text) {
            *fate = Fate::Kept;
        }
    }
}

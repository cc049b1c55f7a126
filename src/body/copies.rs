//! Lines that stand twice in a body: pages carry a second copy for phones, or their highlights in a box.

use super::known::Known;
use super::trim::Fate;
use foldhash::{HashMap, HashMapExt};
use std::ops::Range;

/// Least length of a line that may stand in a body but once, in characters: refrains are shorter.
const COPY_CHARS: usize = 25;

/// Of long lines that stand twice, all the first or all the second stay, whichever are surer together: the
/// order of the text stays. `odds`: how sure each block is.
pub(super) fn drop(body: &Range<usize>, fates: &mut [Fate], odds: &[f64], known: Known<'_>) {
    let mut first_at: HashMap<&str, usize> = HashMap::new();
    let mut copies: Vec<(usize, usize)> = Vec::new();
    for at in body.clone() {
        let text = known.page.blocks[at].text.as_str();
        if known.shapes[at].chars < COPY_CHARS || fates[at] != Fate::Kept || known.refrains.contains(text) {
            continue;
        }
        let first = *first_at.entry(text).or_insert(at);
        if first != at {
            copies.push((first, at));
        }
    }
    let surer: f64 = copies.iter().map(|&(first, second)| odds[second] - odds[first]).sum();
    let mut stays: HashMap<usize, usize> = HashMap::new();
    for (first, second) in copies {
        // Of three the third goes.
        let staying = *stays.entry(first).or_insert(if surer > 0.0 { second } else { first });
        for at in [first, second] {
            if at != staying {
                fates[at] = Fate::Copy;
            }
        }
    }
}

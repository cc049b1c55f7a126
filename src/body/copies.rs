//! Lines that stand twice in a body: pages carry a second copy for phones, or their highlights in a box.

use super::known::Known;
use super::trim::Fate;
use foldhash::{HashMap, HashMapExt};
use std::ops::Range;

/// Least length of a line that may stand in a body but once, in characters: refrains are shorter.
const COPY_CHARS: usize = 25;

/// Of copies of a long line the surest stays, of equally sure ones the first. `odds`: how sure each block is.
pub(super) fn drop(body: &Range<usize>, fates: &mut [Fate], odds: &[f64], known: Known<'_>) {
    let mut stays: HashMap<&str, usize> = HashMap::new();
    for at in body.clone() {
        if known.shapes[at].chars < COPY_CHARS || fates[at] != Fate::Kept {
            continue;
        }
        let known = stays.entry(known.page.blocks[at].text.as_str()).or_insert(at);
        if *known != at {
            let (stays, goes) = if odds[at] > odds[*known] { (at, *known) } else { (*known, at) };
            fates[goes] = Fate::Copy;
            *known = stays;
        }
    }
}

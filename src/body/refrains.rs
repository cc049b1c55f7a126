//! Blocks in, the sentences among them out that come back again and again, each time behind another line: refrains of a
//! text. An advert that comes back often stands behind its label each time, and is none.

use super::shape::Shape;
use crate::page::Page;
use foldhash::{HashMap, HashMapExt, HashSet};

/// Times that a refrain stands on a page at least, and its greatest length, in characters: whole paragraphs come back
/// under the pictures of a gallery.
const REFRAIN: usize = 3;
const REFRAIN_CHARS: usize = 60;

/// The refrains of a page, whose texts stand on it as often as `repeats` says.
pub(crate) fn refrains<'a>(page: &'a Page, shapes: &[Shape], repeats: &[u32]) -> HashSet<&'a str> {
    let mut lines_before: HashMap<&str, HashSet<&str>> = HashMap::new();
    let mut before = "";
    for ((block, shape), &count) in page.blocks.iter().zip(shapes).zip(repeats) {
        let text = block.text.as_str();
        if shape.chars == 0 {
            continue;
        }
        if count as usize >= REFRAIN && shape.chars < REFRAIN_CHARS && shape.is_plain_sentence() {
            lines_before.entry(text).or_default().insert(before);
        }
        before = text;
    }
    lines_before.into_iter().filter(|(_, before)| before.len() >= REFRAIN).map(|(text, _)| text).collect()
}

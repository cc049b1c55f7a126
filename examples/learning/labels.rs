//! A page's blocks and its gold in, a label per block out.

use crate::scoring::body::normal;
use zhengwen::JudgedBlock;

/// What the gold says of a block.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Label {
    Body,
    Chrome,
    /// Optional text, or too little in common with the gold to tell: not learned from.
    Open,
}

/// Blocks this short are body only where their neighbours in the gold are found around them.
const SHORT_CHARS: usize = 4;

/// Labels blocks by the heaviest chain of blocks that stand in the gold body in the same order.
pub(super) fn label(blocks: &[JudgedBlock], body: &str, optional: &str) -> Vec<Label> {
    let body: String = normal(body).into_iter().collect();
    let optional: String = normal(optional).into_iter().collect();
    let texts: Vec<String> = blocks.iter().map(|block| normal(&block.text).into_iter().collect()).collect();
    let places: Vec<Place> = texts
        .iter()
        .enumerate()
        .filter(|(_, text)| !text.is_empty())
        .flat_map(|(block, text)| {
            occurrences(&body, text).map(move |start| Place { block, start, end: start + text.len() })
        })
        .collect();
    let mut labels: Vec<Label> =
        texts
            .iter()
            .map(|text| {
                if !text.is_empty() && optional.contains(text.as_str()) { Label::Open } else { Label::Chrome }
            })
            .collect();
    for block in heaviest_chain(&places) {
        labels[block] = Label::Body;
    }
    for (label, text) in labels.iter_mut().zip(&texts) {
        if *label == Label::Chrome && overlaps(&body, text) {
            *label = Label::Open;
        }
    }
    labels
}

/// A block at a place of the gold body, in bytes.
struct Place {
    block: usize,
    start: usize,
    end: usize,
}

fn occurrences<'a>(body: &'a str, text: &'a str) -> impl Iterator<Item = usize> + 'a {
    let most = if text.chars().count() < SHORT_CHARS { 50 } else { 5 };
    body.match_indices(text).map(|(at, _)| at).take(most)
}

/// Blocks of the chain with most text whose places follow each other without overlap.
fn heaviest_chain(places: &[Place]) -> Vec<usize> {
    let mut weight: Vec<usize> = Vec::with_capacity(places.len());
    let mut before: Vec<Option<usize>> = Vec::with_capacity(places.len());
    for (at, place) in places.iter().enumerate() {
        let best = (0..at)
            .filter(|&p| places[p].block < place.block && places[p].end <= place.start)
            .max_by_key(|&p| weight[p]);
        weight.push(place.end - place.start + best.map_or(0, |p| weight[p]));
        before.push(best);
    }
    let mut at = (0..places.len()).max_by_key(|&at| weight[at]);
    let mut chain = Vec::new();
    while let Some(place) = at {
        chain.push(places[place].block);
        at = before[place];
    }
    chain
}

/// True where most of a longer block's text stands in the gold, though not as a whole.
fn overlaps(body: &str, text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    if chars.len() < 12 {
        return false;
    }
    let grams: Vec<String> = chars.windows(8).step_by(4).map(|gram| gram.iter().collect()).collect();
    let found = grams.iter().filter(|gram| body.contains(gram.as_str())).count();
    found * 2 >= grams.len()
}

//! Blocks one by one in, as many of them kept as a page has room for: past that, shorter ones go for
//! longer ones.

use crate::page::{Page, TextBlock};
use crate::work::{Part, look};

/// Blocks that any page may have; the longest of 79 dumps has 707 lines.
const MIN_MOST_BLOCKS: usize = 1 << 14;
/// Bytes for which a larger page may have one more: a block costs up to 550 bytes until it is judged.
const BYTES_PER_BLOCK: usize = 105;
/// Where the classes of length part, in bytes: 2, 4, 8, 16 and 35 Chinese characters. A page has room for
/// all blocks of the highest class, as they are no shorter than [`BYTES_PER_BLOCK`].
const CLASSES: [usize; 5] = [6, 12, 24, 48, BYTES_PER_BLOCK];

/// The class of a block's length; pictures are of the lowest.
fn class(block: &TextBlock) -> usize {
    CLASSES.iter().filter(|&&bytes| block.text.len() >= bytes).count()
}

/// How much room a page has for blocks.
pub(super) struct Room {
    most: usize,
    /// How many blocks of each class the page has.
    held: [usize; CLASSES.len() + 1],
    /// Blocks of a lower class are left out.
    least: usize,
    is_short: bool,
}

impl Room {
    pub(super) fn for_page(bytes: usize) -> Self {
        Self::of(MIN_MOST_BLOCKS.max(bytes / BYTES_PER_BLOCK))
    }

    fn of(most: usize) -> Self {
        Self { most, held: Default::default(), least: 0, is_short: false }
    }

    /// True where some blocks did not find room.
    pub(super) fn is_short(&self) -> bool {
        self.is_short
    }

    /// True where a line with so many images may have one more.
    pub(super) fn has_room_for_images(&self, waiting: usize) -> bool {
        !self.is_short && waiting < self.most
    }

    /// Adds a block, in place of shorter ones where the page is full; where there are none, the block is
    /// left out.
    pub(super) fn push(&mut self, block: TextBlock, page: &mut Page) {
        let class = class(&block);
        // A class is left out once: what is spent on that is bounded by the page.
        while page.blocks.len() >= self.most && self.least < class {
            if self.held[self.least] > 0 {
                leave_out(self.least, page);
                self.held[self.least] = 0;
            }
            self.least += 1;
        }
        if class < self.least || page.blocks.len() >= self.most {
            self.is_short = true;
            return;
        }
        if page.blocks.len() == page.blocks.capacity() {
            let room = self.most - page.blocks.len();
            page.blocks.reserve_exact(room.min(page.blocks.len()).max(BLOCKS_AT_ONCE));
        }
        self.held[class] += 1;
        page.blocks.push(block);
    }
}

/// The least that the list of blocks grows by.
const BLOCKS_AT_ONCE: usize = 64;

/// Leaves out the blocks of a class, and those of lower ones, of which there are none any more.
fn leave_out(up_to: usize, page: &mut Page) {
    let Page { blocks, head, .. } = page;
    look(Part::Walk, blocks.len());
    let (mut at, mut kept) = (0, 0);
    // They stand in the order of their blocks.
    let mut times = head.times.iter_mut().map(|(block, _)| block).peekable();
    blocks.retain(|block| {
        while let Some(time) = times.next_if(|time| **time <= at) {
            *time = kept;
        }
        at += 1;
        let keeps = class(block) > up_to;
        kept += usize::from(keeps);
        keeps
    });
    times.for_each(|time| *time = kept);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::dump;
    use crate::page::Form;

    fn texts(page: &Page) -> Vec<&str> {
        page.blocks.iter().map(|block| block.text.as_str()).collect()
    }

    #[test]
    fn the_shortest_lines_go_first_and_times_stay_at_their_lines() {
        let mut page = Page::new(Form::Dump);
        let mut room = Room::of(5);
        let mut add = |line: &str, page: &mut Page| {
            dump::blocks(line).blocks.into_iter().for_each(|block| room.push(block, page));
        };
        add("一\n天气很好\n二\n今天天气很好\n三", &mut page);
        page.head.times = [0, 1, 2, 4, 5].map(|block| (block, String::new())).to_vec();
        add("四\n适合出门", &mut page);
        assert_eq!(texts(&page), ["天气很好", "今天天气很好", "适合出门"]);
        let times: Vec<usize> = page.head.times.iter().map(|(block, _)| *block).collect();
        assert_eq!(times, [0, 0, 1, 2, 2]);
        add("五", &mut page);
        assert_eq!(page.blocks.len(), 3, "short lines stay out");
    }

    #[test]
    fn of_equal_lines_the_first_stay() {
        let mut page = Page::new(Form::Dump);
        let mut room = Room::of(2);
        let lines = dump::blocks("天气很好\n今天很好\n出门走走");
        lines.blocks.into_iter().for_each(|block| room.push(block, &mut page));
        assert_eq!(texts(&page), ["天气很好", "今天很好"]);
    }
}

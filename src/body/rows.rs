//! Table cells that were kept in, rows out: whole ones, with the cells that have no text.

use super::trim::Fate;
use crate::article::{Block, Cell, Text};
use crate::page::{Page, Role, Tag, TextBlock};
use foldhash::{HashMap, HashMapExt, HashSet};

/// The rows of a body while it is being put together.
pub(super) struct Rows<'a> {
    page: &'a Page,
    by_container: HashMap<usize, Row>,
    /// The cell of the block before, with its row.
    last: Option<(usize, usize)>,
}

#[derive(Default)]
struct Row {
    /// Its cells, as containers.
    cells: Vec<usize>,
    /// How many of them stand in the body.
    written: usize,
    /// The last block of the body that has some of them.
    block: usize,
}

impl<'a> Rows<'a> {
    pub(super) fn of(page: &'a Page, fates: &[Fate]) -> Self {
        let mut rows = HashMap::new();
        let mut kept: HashSet<usize> = HashSet::default();
        for (block, fate) in page.blocks.iter().zip(fates) {
            if let Role::Cell { row } = &block.role
                && fate.is_body()
            {
                rows.entry(*row).or_insert_with(Row::default);
                kept.insert(block.container);
            }
        }
        if !rows.is_empty() {
            for (at, container) in page.containers.iter().enumerate() {
                if (container.tag == Tag::Cell || kept.contains(&at))
                    && let Some(row) = rows.get_mut(&container.parent)
                {
                    row.cells.push(at);
                }
            }
        }
        // A row with text in one cell is that of a layout table: its lines are paragraphs.
        rows.retain(|_, row| row.cells.iter().filter(|cell| kept.contains(cell)).nth(1).is_some());
        Self { page, by_container: rows, last: None }
    }

    /// Adds a block to its row; false for one that stands in none.
    pub(super) fn push(
        &mut self,
        block: &TextBlock,
        text: impl FnOnce() -> Text,
        body: &mut Vec<Block>,
    ) -> bool {
        let last = self.last.take();
        let Role::Cell { row: number } = block.role else { return false };
        let Some(row) = self.by_container.get_mut(&number) else { return false };
        self.last = Some((number, block.container));
        let goes_on = last.is_some_and(|(last, _)| last == number);
        if !goes_on {
            body.push(Block::TableRow(Vec::new()));
        }
        row.block = body.len() - 1;
        let Some(Block::TableRow(cells)) = body.last_mut() else { return false };
        if goes_on
            && last == self.last
            && let Some(cell) = cells.last_mut()
        {
            cell.text.append(" ", text());
            return true;
        }
        // Cells come in the order of their containers.
        while let Some(&empty) = row.cells.get(row.written).filter(|&&cell| cell < block.container) {
            cells.push(cell(self.page, empty, Text::default()));
            row.written += 1;
        }
        cells.push(cell(self.page, block.container, text()));
        row.written += usize::from(row.cells.get(row.written) == Some(&block.container));
        true
    }

    /// Adds the empty cells at the ends of rows.
    pub(super) fn finish(&self, body: &mut [Block]) {
        for row in self.by_container.values() {
            if let Some(Block::TableRow(cells)) = body.get_mut(row.block) {
                let empty = row.cells.iter().skip(row.written);
                cells.extend(empty.map(|&empty| cell(self.page, empty, Text::default())));
            }
        }
    }
}

fn cell(page: &Page, container: usize, text: Text) -> Cell {
    let mut cell = Cell::from(text);
    if let Ok(at) = page.cells.binary_search_by_key(&container, |(cell, _)| *cell) {
        let (_, shape) = page.cells[at];
        (cell.is_header, cell.colspan, cell.rowspan) = (shape.is_header, shape.colspan, shape.rowspan);
    }
    cell
}

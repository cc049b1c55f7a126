//! A page in, the rows of its data tables out. Layout tables have links, labels and rows of all lengths.

use super::shape::Shape;
use crate::page::{Page, Role, Tag};
use foldhash::{HashSet, HashSetExt};
use std::collections::BTreeMap;

/// Rows of a table, by their containers: each row's cells, and whether all of them are bare words.
type Rows = BTreeMap<usize, (HashSet<usize>, bool)>;

/// Rows, as containers, of tables with two rows or more that all have as many cells, two or more, and
/// neither links nor phrases of chrome.
pub(crate) fn data_rows(page: &Page, shapes: &[Shape]) -> HashSet<usize> {
    let mut tables: BTreeMap<usize, Rows> = BTreeMap::new();
    for (block, shape) in page.blocks.iter().zip(shapes) {
        if let Role::Cell { row } = block.role {
            let table = table(page, row);
            let (cells, bare) = tables.entry(table).or_default().entry(row).or_insert((HashSet::new(), true));
            cells.insert(block.container);
            *bare &= block.linked_chars == 0 && shape.hits.count() == 0;
        }
    }
    tables.into_values().filter(is_data).flat_map(BTreeMap::into_keys).collect()
}

/// The table of a row, over its `<thead>` or `<tbody>`.
fn table(page: &Page, row: usize) -> usize {
    let group = page.containers[row].parent;
    if page.containers[group].tag == Tag::Table { group } else { page.containers[group].parent }
}

fn is_data(rows: &Rows) -> bool {
    let columns = rows.values().next().map_or(0, |(cells, _)| cells.len());
    rows.len() >= 2 && columns >= 2 && rows.values().all(|(cells, bare)| *bare && cells.len() == columns)
}

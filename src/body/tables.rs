//! A page in, the rows of its data tables out. Layout tables have links, labels and rows of all lengths.

use super::shape::Shape;
use crate::page::{Page, Role, Tag};
use foldhash::{HashSet, HashSetExt};
use std::collections::BTreeMap;

/// Rows of a table, by their containers: how many cells each has, and whether all of them are bare words.
type Rows = BTreeMap<usize, (usize, bool)>;

/// Rows, as containers, of tables with two rows or more that all have as many cells, two or more, and
/// neither links nor phrases of chrome. An empty cell counts: a table's corner mostly is one.
pub(crate) fn data_rows(page: &Page, shapes: &[Shape]) -> HashSet<usize> {
    let mut tables: BTreeMap<usize, Rows> = BTreeMap::new();
    for (block, shape) in page.blocks.iter().zip(shapes) {
        if let Role::Cell { row } = block.role {
            let table = table(page, row);
            let (_, bare) = tables.entry(table).or_default().entry(row).or_insert((0, true));
            *bare &= block.linked_chars == 0 && shape.hits.count() == 0;
        }
    }
    if tables.is_empty() {
        return HashSet::new();
    }
    for cell in page.containers.iter().filter(|container| container.tag == Tag::Cell) {
        if let Some((cells, _)) =
            tables.get_mut(&table(page, cell.parent)).and_then(|rows| rows.get_mut(&cell.parent))
        {
            *cells += 1;
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
    let columns = rows.values().next().map_or(0, |(cells, _)| *cells);
    rows.len() >= 2 && columns >= 2 && rows.values().all(|(cells, bare)| *bare && *cells == columns)
}

//! Rows of a table in, a GFM table out: it has no cells that span, what they span stays empty.

use super::line::cell;
use crate::article::{Block, Cell};
use std::fmt::Write;

/// Columns up to which a cell may span several: a few bytes of a page ask for 1,000.
const MOST_SPANNED: usize = 100;

pub(super) fn write(out: &mut String, rows: &[&Block]) {
    let mut grid = Grid::default();
    let rows: Vec<Vec<Option<&Cell>>> = rows
        .iter()
        .filter_map(|row| if let Block::TableRow(cells) = row { Some(grid.place(cells)) } else { None })
        .collect();
    // A renderer drops the cells that a row has more than the first, and adds those that it has less.
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    for (nth, row) in rows.iter().enumerate() {
        let blanks = if nth == 0 { columns - row.len() } else { 0 };
        out.push('|');
        for place in row.iter().chain(std::iter::repeat_n(&None, blanks)) {
            let _ = write!(out, " {} |", place.map(|place| cell(&place.text)).unwrap_or_default());
        }
        out.push('\n');
        if nth == 0 {
            let _ = writeln!(out, "|{}", " --- |".repeat(columns));
        }
    }
}

/// For each column how many rows more a cell above reaches down.
#[derive(Default)]
struct Grid(Vec<u16>);

impl Grid {
    /// The cells of a row, each in its column.
    fn place<'a>(&mut self, cells: &'a [Cell]) -> Vec<Option<&'a Cell>> {
        let mut row = Vec::with_capacity(cells.len());
        for cell in cells {
            self.pass(&mut row);
            let span = usize::from(cell.colspan).min(MOST_SPANNED.saturating_sub(row.len())).max(1);
            for nth in 0..span {
                if self.0.len() <= row.len() {
                    self.0.push(0);
                }
                self.0[row.len()] = cell.rowspan.saturating_sub(1);
                row.push((nth == 0).then_some(cell));
            }
        }
        for below in self.0.iter_mut().skip(row.len()) {
            *below = below.saturating_sub(1);
        }
        row
    }

    /// Passes over the columns into which a cell above reaches.
    fn pass(&mut self, row: &mut Vec<Option<&Cell>>) {
        while row.len() < MOST_SPANNED
            && let Some(below) = self.0.get_mut(row.len()).filter(|below| **below > 0)
        {
            *below -= 1;
            row.push(None);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_cell_spans_stays_empty() {
        let spanning = |text: &str, colspan, rowspan| {
            let mut cell = Cell::from(text);
            (cell.colspan, cell.rowspan) = (colspan, rowspan);
            cell
        };
        let rows = [
            Block::TableRow(vec![spanning("县", 1, 2), spanning("产量", 2, 1)]),
            Block::TableRow(vec!["早稻".into(), "晚稻".into()]),
            Block::TableRow(vec!["柳溪".into(), "".into(), "3".into()]),
        ];
        let mut out = String::new();
        write(&mut out, &rows.iter().collect::<Vec<_>>());
        let expected = "| 县 | 产量 |  |\n| --- | --- | --- |\n|  | 早稻 | 晚稻 |\n| 柳溪 |  | 3 |\n";
        assert_eq!(out, expected);
    }

    #[test]
    fn spans_of_a_thousand_columns_take_no_room() {
        let mut wide = Cell::from("一");
        (wide.colspan, wide.rowspan) = (1000, 1000);
        let rows: Vec<Block> = (0..300).map(|_| Block::TableRow(vec![wide.clone(); 3])).collect();
        let mut out = String::new();
        write(&mut out, &rows.iter().collect::<Vec<_>>());
        assert!(out.lines().all(|line| line.matches('|').count() <= MOST_SPANNED + 4));
    }
}

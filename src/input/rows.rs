//! Lines of a dump in, those that are rows of one table out, with their cells.
//!
//! `innerText` sets tabs between cells. Other dumps have blanks there, as a headline has: rows of blanks are told by
//! figures that stand in one column of several lines.

use crate::text::punctuation::is_han;
use crate::work::{Part, look};
use memchr::{memchr, memchr3_iter};

/// Cells that a row of blanks has: two may be a headline.
const BLANK_CELLS: std::ops::RangeInclusive<usize> = 3..=16;
/// The blanks that part cells.
const BLANKS: [char; 3] = [' ', '\u{3000}', '\u{A0}'];
/// Longest row of blanks, in bytes.
const BLANK_ROW_BYTES: usize = 240;

/// How the rows of a table are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rows {
    /// So many cells between tabs.
    Tabs(usize),
    /// So many cells between blanks, with figures in the columns that are set as bits.
    Blanks(usize, u16),
}

impl Rows {
    /// The table that begins with `line`, with the lines below it.
    pub(super) fn begin<'a>(line: &str, mut below: impl Iterator<Item = &'a str>) -> Option<Self> {
        let tabs = tab_cells(line);
        if tabs >= 2 {
            return below.next().is_some_and(|next| tab_cells(next) == tabs).then_some(Self::Tabs(tabs));
        }
        let (cells, figures) = blank_cells(line)?;
        let rows = below.next().and_then(blank_cells).zip(below.next().and_then(blank_cells));
        let ((second, one), (third, other)) = rows?;
        let common = one & other & if figures == 0 { u16::MAX } else { figures };
        (cells == second && cells == third && common != 0).then_some(Self::Blanks(cells, common))
    }

    /// True where `line` is a row too.
    pub(super) fn go_on(self, line: &str) -> bool {
        match self {
            Self::Tabs(count) => tab_cells(line) == count,
            Self::Blanks(count, figures) => {
                blank_cells(line).is_some_and(|(cells, set)| cells == count && set & figures != 0)
            }
        }
    }

    /// Adds the cells of a row.
    pub(super) fn each_cell<'a>(self, row: &'a str, add: impl FnMut(&'a str)) {
        match self {
            Self::Tabs(_) => row.split('\t').for_each(add),
            Self::Blanks(..) => cells_between_blanks(row).for_each(add),
        }
    }
}

/// Cells between tabs; 1 where some cell is empty, as for a line that tabs only indent.
fn tab_cells(line: &str) -> usize {
    look(Part::Lines, line.len());
    if memchr(b'\t', line.as_bytes()).is_none() {
        return 1;
    }
    let cells = line.split('\t');
    let filled = cells.clone().all(|cell| cell.contains(|c: char| !c.is_whitespace()));
    if filled { cells.count() } else { 1 }
}

fn cells_between_blanks(row: &str) -> impl Iterator<Item = &str> {
    row.split(BLANKS).filter(|cell| !cell.is_empty())
}

/// True for a line with blanks enough for the least cells: few have them.
fn may_have_cells(line: &str) -> bool {
    let firsts = memchr3_iter(b' ', 0xE3, 0xC2, line.as_bytes());
    let is_blank = |at: &usize| line.get(*at..).is_some_and(|rest| rest.starts_with(BLANKS));
    firsts.filter(is_blank).nth(BLANK_CELLS.start() - 2).is_some()
}

/// How many cells a row of blanks has, and which are figures.
fn blank_cells(line: &str) -> Option<(usize, u16)> {
    look(Part::Lines, line.len().min(BLANK_ROW_BYTES));
    if line.len() > BLANK_ROW_BYTES || !may_have_cells(line) {
        return None;
    }
    let (mut cells, mut figures) = (0_usize, 0_u16);
    for cell in cells_between_blanks(line) {
        if cells == *BLANK_CELLS.end() {
            return None;
        }
        figures |= u16::from(is_figure(cell)) << cells;
        cells += 1;
    }
    BLANK_CELLS.contains(&cells).then_some((cells, figures))
}

/// `12.35`, `-5%`, `600001`; no day or hour: those stand in many lines of chrome.
fn is_figure(cell: &str) -> bool {
    let digits = cell.trim_start_matches(['+', '-', '\u{2212}', '\u{A5}', '\u{FFE5}', '$']);
    digits.starts_with(|c: char| c.is_ascii_digit())
        && !cell.contains(|c: char| is_han(c) || matches!(c, ':' | '/'))
        && digits.matches('-').count() < 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn begin(text: &str) -> Option<Rows> {
        let mut lines = text.lines();
        Rows::begin(lines.next().unwrap_or_default(), lines)
    }

    #[test]
    fn figures_in_one_column_tell_rows_of_blanks() {
        let text = "代码 名称 收盘价 涨幅\n600001 柳溪股份 12.35 5.12%\n600002 东湖科技 48.20 -4.87%";
        let rows = Rows::Blanks(4, 0b1101);
        assert_eq!(begin(text), Some(rows));
        assert!(rows.go_on("600003　云岭水泥　7.66　3.40%") && !rows.go_on("以上 数据 截至 收盘"));
        let mut cells = Vec::new();
        rows.each_cell("600003 云岭水泥  7.66 3.40%", |cell| cells.push(cell));
        assert_eq!(cells, ["600003", "云岭水泥", "7.66", "3.40%"]);
        assert_eq!(begin("鎮名\t畝數\n柳溪鎮\t60"), Some(Rows::Tabs(2)));
    }

    #[test]
    fn menus_times_and_prose_are_no_rows() {
        for text in [
            "首页 新闻 体育\n财经 娱乐 视频\n本地 教育 健康",
            "2024-03-21 10:20 新村网\n2024-03-20 09:10 新村网\n2024-03-19 08:00 新村网",
            "第 3 届 展会 开幕\n昨天 在 柳溪 举行\n吸引 观众 两千 人",
            "代码 名称 收盘价\n600001 柳溪股份 12.35",
        ] {
            assert_eq!(begin(text), None, "{text}");
        }
    }
}

//! Items of a list in, nested Markdown lists out.

use super::line::line;
use crate::article::{Block, Marker};
use std::fmt::Write;

/// Largest number that begins an item, by `CommonMark`.
const MOST: i32 = 999_999_999;

/// A list that is open.
struct List {
    /// Columns by which what stands in its item is indented.
    width: usize,
    /// Of an ordered list the number that comes next, and the mark behind numbers.
    numbers: Option<(i32, char)>,
}

pub(super) fn write(out: &mut String, items: &[&Block]) {
    let mut open: Vec<List> = Vec::new();
    for item in items {
        if let Block::ListItem { level, marker, text } = item {
            let depth = usize::from(*level).clamp(1, open.len() + 1);
            write_item(out, &mut open, depth, *marker, &line(text));
        }
    }
}

fn write_item(out: &mut String, open: &mut Vec<List>, depth: usize, marker: Marker, text: &str) {
    if marker == Marker::Continued && depth <= open.len() {
        open.truncate(depth);
        let _ = writeln!(out, "\n{}{text}", indent(open));
        return;
    }
    let above = open.drain(depth - 1..).next();
    let is_first = above.is_none();
    let indent = indent(open);
    let list = match marker {
        Marker::Number(number) if (0..=MOST).contains(&number) => {
            // Renderers count by themselves from a list's first number: another mark begins another list.
            let mark = match above.and_then(|list| list.numbers) {
                Some((next, mark)) if next == number => mark,
                Some((_, '.')) => ')',
                _ => '.',
            };
            // Below a line of text only the number 1 begins a list.
            if is_first && depth > 1 && number != 1 {
                out.push('\n');
            }
            let marker = format!("{number}{mark} ");
            let _ = writeln!(out, "{indent}{marker}{text}");
            List { width: marker.len(), numbers: Some((number.saturating_add(1), mark)) }
        }
        _ => {
            let _ = writeln!(out, "{indent}- {text}");
            List { width: 2, numbers: None }
        }
    };
    open.push(list);
}

fn indent(open: &[List]) -> String {
    " ".repeat(open.iter().map(|list| list.width).sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(items: &[(u8, Marker, &str)]) -> String {
        let items: Vec<Block> = items
            .iter()
            .map(|&(level, marker, text)| Block::ListItem { level, marker, text: text.into() })
            .collect();
        let mut out = String::new();
        write(&mut out, &items.iter().collect::<Vec<_>>());
        out
    }

    #[test]
    fn lists_nest_count_and_go_on() {
        use Marker::{Bullet, Continued, Number};
        let items = [(1, Number(9), "九"), (1, Number(10), "十"), (2, Bullet, "甲"), (2, Continued, "乙")];
        assert_eq!(written(&items), "9. 九\n10. 十\n    - 甲\n\n      乙\n");
        assert_eq!(written(&[(1, Number(1), "一"), (1, Number(3), "三")]), "1. 一\n3) 三\n");
        assert_eq!(written(&[(1, Bullet, "一"), (2, Number(4), "四")]), "- 一\n\n  4. 四\n");
        assert_eq!(written(&[(3, Continued, "孤"), (1, Number(-1), "负")]), "- 孤\n- 负\n");
    }
}

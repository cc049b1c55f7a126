//! What elements say of the structure of their text: numbers of lists, shapes of cells, how a part of a line
//! stands out. Reads attributes; judges nothing.

use super::view::ElementView;
use crate::article::Marker;
use crate::inline::Marks;
use crate::page::{CellShape, QuoteSource};
use crate::work::{Part, look};
use html5ever::{LocalName, local_name};

/// How text inside an inline element stands out: by the HTML standard's rendering section.
pub(super) fn marks(name: &LocalName) -> Marks {
    match *name {
        local_name!("b") | local_name!("strong") => Marks::BOLD,
        local_name!("i")
        | local_name!("em")
        | local_name!("cite")
        | local_name!("dfn")
        | local_name!("var") => Marks::ITALIC,
        local_name!("code") | local_name!("kbd") | local_name!("samp") | local_name!("tt") => Marks::CODE,
        _ => Marks::NONE,
    }
}

/// The lists that are open, the innermost last.
#[derive(Debug, Default)]
pub(super) struct Lists(Vec<List>);

#[derive(Debug)]
struct List {
    /// The number of its next item, where its items have numbers.
    next: Option<i32>,
    /// What stands before the next paragraph of the item that is open.
    marker: Marker,
}

impl Lists {
    pub(super) fn open<'a>(&mut self, list: impl ElementView<'a>) {
        let is_ordered = *list.name() == local_name!("ol");
        let start = || list.attr(&local_name!("start")).and_then(integer).unwrap_or(1);
        self.0.push(List { next: is_ordered.then(start), marker: Marker::Continued });
    }

    pub(super) fn close(&mut self) {
        self.0.pop();
    }

    pub(super) fn open_item<'a>(&mut self, item: impl ElementView<'a>) {
        let Some(list) = self.0.last_mut() else { return };
        list.marker = match list.next {
            None => Marker::Bullet,
            Some(next) => {
                let number = item.attr(&local_name!("value")).and_then(integer).unwrap_or(next);
                list.next = Some(number.saturating_add(1));
                Marker::Number(number)
            }
        };
    }

    /// How deep the paragraph of an item stands that comes now, from 1, and what stands before it.
    pub(super) fn paragraph(&mut self) -> (u8, Marker) {
        let level = u8::try_from(self.0.len()).unwrap_or(u8::MAX).max(1);
        let Some(list) = self.0.last_mut() else { return (level, Marker::Bullet) };
        (level, std::mem::replace(&mut list.marker, Marker::Continued))
    }
}

/// Most columns that a cell may span, as in the HTML standard.
const MOST_COLUMNS: i32 = 1000;
/// And rows.
const MOST_ROWS: i32 = 65_534;

/// How a table cell differs from a plain one, if it does.
pub(super) fn cell_shape<'a>(cell: impl ElementView<'a>) -> Option<CellShape> {
    let is_header = *cell.name() == local_name!("th");
    let span = |name: &LocalName, most: i32| {
        let span = cell.attr(name).and_then(integer).unwrap_or(1).clamp(1, most);
        u16::try_from(span).unwrap_or(1)
    };
    let (colspan, rowspan) =
        (span(&local_name!("colspan"), MOST_COLUMNS), span(&local_name!("rowspan"), MOST_ROWS));
    (is_header || colspan > 1 || rowspan > 1).then_some(CellShape { is_header, colspan, rowspan })
}

/// Longest name of a quotation's source, in bytes: 120 Chinese characters hold a title, its author and a year.
const NAME_BYTES: usize = 360;

/// Takes what stands in a quotation's `<cite>` or `<footer>` as the name of its source.
pub(super) fn name(quote: &mut QuoteSource, text: &str) {
    if text.len() > NAME_BYTES {
        return;
    }
    look(Part::Walk, text.len());
    // — and the like stand before a name.
    let text = text.trim_start_matches(['\u{2014}', '\u{2015}', '\u{2013}', '-', ' ', '\u{3000}']).trim_end();
    if !text.is_empty() {
        quote.name = Some(text.to_owned());
    }
}

/// The whole number that `value` begins with, as the HTML standard reads it.
fn integer(value: &str) -> Option<i32> {
    let value = value.trim_start();
    let sign = usize::from(value.starts_with(['-', '+']));
    let digits = value.bytes().skip(sign).take_while(u8::is_ascii_digit).count();
    value.get(..sign + digits)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::integer;

    #[test]
    fn numbers_end_where_something_else_begins() {
        for (value, number) in [
            ("3", Some(3)),
            (" -2px", Some(-2)),
            ("+7", Some(7)),
            ("", None),
            ("x1", None),
            ("99999999999", None),
        ] {
            assert_eq!(integer(value), number, "{value:?}");
        }
    }
}

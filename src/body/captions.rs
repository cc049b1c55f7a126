//! Lines beside pictures that speak of them and not of the matter: `（新村社供图）`, `图2 …`.

use super::known::Known;
use crate::lexicon::Category;
use crate::page::{Role, TextBlock};
use crate::text::space;

/// Longest caption, in characters, and longest behind 图1: papers say there what each part shows.
pub(super) const CAPTION_CHARS: usize = 80;
const FIGURE_CHARS: usize = 200;

impl Known<'_> {
    /// Where the pictures and captions begin that stand right above the text, in the element that holds it.
    pub(super) fn lead_pictures(self, text: usize) -> usize {
        let page = self.page;
        let Some(first) = page.blocks.get(text) else { return text };
        let mut start = text;
        for at in (0..text).rev() {
            let block = &page.blocks[at];
            if block.is_image() && page.are_siblings(block, first) {
                start = at;
            } else if block.role != Role::Caption && !self.is_credited(at) {
                break;
            }
        }
        start
    }

    /// True for a line beside a picture that says whose picture it is, or which.
    pub(super) fn is_credited(self, at: usize) -> bool {
        let image =
            |at: Option<usize>| at.and_then(|at| self.page.blocks.get(at)).is_some_and(TextBlock::is_image);
        let shape = &self.shapes[at];
        let credited = shape.chars < CAPTION_CHARS && shape.hits.is_anchored(&[Category::Caption]);
        let numbered =
            shape.chars < FIGURE_CHARS && !shape.ends_sentence && is_figure_label(&self.page.blocks[at].text);
        (credited || numbered) && (image(at.checked_sub(1)) || image(Some(at + 1)))
    }
}

/// `图2 （a）薄膜截面`, `圖1：`
fn is_figure_label(text: &str) -> bool {
    let number = text.strip_prefix(['图', '圖']).map(|rest| rest.trim_start_matches(space::is_blank));
    let behind = number.and_then(|rest| rest.strip_prefix(|c: char| c.is_ascii_digit()));
    let behind = behind.map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    behind.is_some_and(|rest| rest.starts_with(|c| space::is_blank(c) || matches!(c, ':' | '\u{FF1A}' | '.')))
}

#[cfg(test)]
mod tests {
    use super::is_figure_label;

    #[test]
    fn figures_are_labelled_by_number() {
        for caption in ["图1 薄膜截面", "圖12：水庫位置", "图 3 （a）东坡；（b）西坡"] {
            assert!(is_figure_label(caption), "{caption}");
        }
        for text in ["图1、图2拍的是同一块田", "图书馆开门了", "图2023年的秋天", "如图1 所示", "图"]
        {
            assert!(!is_figure_label(text), "{text}");
        }
    }
}

//! Kept blocks in, the article's body out. Judges nothing but which caption is whose.

use super::trim::Fate;
use crate::article::{Block, Image};
use crate::page::{ImageRef, MediaRef, Page, Role, TextBlock};
use foldhash::{HashMap, HashMapExt, HashSet};

/// The body as the caller sees it, images with their captions in place.
pub(crate) fn paragraphs(page: &Page, fates: &[Fate]) -> Vec<Block> {
    let mut body = Vec::new();
    let mut cell = None;
    let lone = lone_cells(page, fates);
    for (block, fate) in page.blocks.iter().zip(fates) {
        match fate {
            Fate::Kept if lone.contains(&block.container) => {
                cell = None;
                body.push(Block::Paragraph(block.text.clone()));
            }
            Fate::Kept => push(&mut body, block, &mut cell),
            Fate::Caption => caption(&mut body, &block.text),
            _ => {}
        }
    }
    body
}

/// Cells whose row has no other cell with text: those of a layout table, their lines are paragraphs.
fn lone_cells(page: &Page, fates: &[Fate]) -> HashSet<usize> {
    let mut cells: HashMap<usize, Option<usize>> = HashMap::new();
    for (block, fate) in page.blocks.iter().zip(fates) {
        if let (Role::Cell { row }, Fate::Kept) = (&block.role, fate) {
            let cell = cells.entry(*row).or_insert(Some(block.container));
            *cell = cell.filter(|&cell| cell == block.container);
        }
    }
    cells.into_values().flatten().collect()
}

/// `last` is the cell of the block before, with its row.
fn push(body: &mut Vec<Block>, block: &TextBlock, last: &mut Option<(usize, usize)>) {
    let cell = match block.role {
        Role::Cell { row } => Some((row, block.container)),
        _ => None,
    };
    let same_row = cell.zip(*last).is_some_and(|((row, _), (last_row, _))| row == last_row);
    let same_cell = cell == *last;
    let text = block.text.clone();
    let next = match &block.role {
        Role::Heading(level) => Block::Heading { level: *level, text },
        Role::ListItem => Block::ListItem(text),
        Role::Quote => Block::Quote(text),
        Role::Image(image) => Block::Image(picture(image)),
        Role::Media(media) => recording(media),
        Role::Cell { .. } if same_row => match body.last_mut() {
            Some(Block::TableRow(cells)) => {
                *last = cell;
                return match cells.last_mut().filter(|_| same_cell) {
                    Some(lines) => lines.extend([" ", &text]),
                    None => cells.push(text),
                };
            }
            _ => Block::TableRow(vec![text]),
        },
        Role::Cell { .. } => Block::TableRow(vec![text]),
        Role::Text | Role::Caption => Block::Paragraph(text),
    };
    *last = cell;
    body.push(next);
}

fn picture(image: &ImageRef) -> Image {
    let alt = Some(image.alt.clone()).filter(|alt| !alt.is_empty());
    Image { src: image.src.clone(), alt, caption: None, credit: None }
}

fn recording(media: &MediaRef) -> Block {
    let MediaRef { kind, src, poster } = media.clone();
    Block::Media { kind, src, poster, caption: None }
}

/// Gives a caption to the picture or recording before it.
fn caption(body: &mut [Block], text: &str) {
    if let Some(Block::Image(Image { caption, .. }) | Block::Media { caption, .. }) = body.last_mut() {
        match caption {
            Some(caption) => {
                caption.push(' ');
                caption.push_str(text);
            }
            none => *none = Some(text.to_owned()),
        }
    }
}

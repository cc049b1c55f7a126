//! Kept blocks in, the article's body out. Judges nothing but which caption is whose.

use super::trim::Fate;
use crate::article::{Block, Image};
use crate::page::{ImageRef, Page, Role, TextBlock};

/// The body as the caller sees it, images with their captions in place.
pub(crate) fn paragraphs(page: &Page, fates: &[Fate]) -> Vec<Block> {
    let mut body = Vec::new();
    let mut row = None;
    for (block, fate) in page.blocks.iter().zip(fates) {
        match fate {
            Fate::Kept => push(&mut body, block, &mut row),
            Fate::Caption => caption(&mut body, &block.text),
            _ => {}
        }
    }
    body
}

fn push(body: &mut Vec<Block>, block: &TextBlock, row: &mut Option<usize>) {
    let in_row = match block.role {
        Role::Cell { row } => Some(row),
        _ => None,
    };
    let text = block.text.clone();
    let next = match &block.role {
        Role::Heading(level) => Block::Heading { level: *level, text },
        Role::ListItem => Block::ListItem(text),
        Role::Quote => Block::Quote(text),
        Role::Image(image) => Block::Image(picture(image)),
        Role::Cell { .. } if in_row == *row => match body.last_mut() {
            Some(Block::TableRow(cells)) => return cells.push(text),
            _ => Block::TableRow(vec![text]),
        },
        Role::Cell { .. } => Block::TableRow(vec![text]),
        Role::Text | Role::Caption => Block::Paragraph(text),
    };
    *row = in_row;
    body.push(next);
}

fn picture(image: &ImageRef) -> Image {
    let alt = Some(image.alt.clone()).filter(|alt| !alt.is_empty());
    Image { src: image.src.clone(), alt, caption: None }
}

/// Gives a caption to the picture before it.
fn caption(body: &mut [Block], text: &str) {
    if let Some(Block::Image(image)) = body.last_mut() {
        match &mut image.caption {
            Some(caption) => {
                caption.push(' ');
                caption.push_str(text);
            }
            none => *none = Some(text.to_owned()),
        }
    }
}

//! Kept blocks in, the article's body out. Judges nothing but which caption is whose.

use super::rows::Rows;
use super::trim::Fate;
use crate::article::{Block, Image};
use crate::inline::{self, Links, Marks};
use crate::page::{ImageRef, MediaRef, Page, Role, TextBlock};

/// The body as the caller sees it, images with their captions in place.
pub(crate) fn paragraphs(page: &Page, fates: &[Fate]) -> Vec<Block> {
    let mut body = Body {
        page,
        links: Links::of(&page.targets),
        blocks: Vec::new(),
        rows: Rows::of(page, fates),
        code: None,
    };
    for (block, fate) in page.blocks.iter().zip(fates) {
        match fate {
            fate if fate.is_body() => body.push(block),
            Fate::Caption => caption(&mut body.blocks, &block.text),
            _ => {}
        }
    }
    body.rows.finish(&mut body.blocks);
    body.blocks
}

struct Body<'a> {
    page: &'a Page,
    links: Links<'a>,
    blocks: Vec<Block>,
    rows: Rows<'a>,
    /// The element of the lines of code that come last.
    code: Option<usize>,
}

impl Body<'_> {
    fn push(&mut self, block: &TextBlock) {
        let is_code = block.is_code();
        let goes_on = is_code && self.code == Some(block.container);
        self.code = is_code.then_some(block.container);
        let text = |but: Marks| inline::text(&block.text, &block.runs, &self.links, but);
        if self.rows.push(block, || text(Marks::NONE), &mut self.blocks) {
            return;
        }
        let next = match &block.role {
            Role::Heading(level) => Block::Heading { level: *level, text: text(Marks::BOLD) },
            Role::ListItem { level, marker } => {
                Block::ListItem { level: *level, marker: *marker, text: text(Marks::NONE) }
            }
            Role::Quote(quote) => {
                let (source, cite) = self.source(*quote);
                Block::Quote { text: text(Marks::NONE), source, cite }
            }
            Role::Code { indent } => {
                let line = format!("{:1$}{2}", "", usize::from(*indent), block.text);
                match self.blocks.last_mut() {
                    Some(Block::Code(lines)) if goes_on => return lines.extend(["\n", &line]),
                    _ => Block::Code(line),
                }
            }
            Role::Image(image) => Block::Image(picture(image)),
            Role::Media(media) => recording(media),
            Role::Text | Role::Caption | Role::Cell { .. } => Block::Paragraph(text(Marks::NONE)),
        };
        self.blocks.push(next);
    }

    /// The name and the address of where the quotation of a number is from.
    fn source(&self, quote: u32) -> (Option<String>, Option<String>) {
        let quote = quote.checked_sub(1).and_then(|nth| self.page.quotes.get(nth as usize));
        let Some(quote) = quote else { return (None, None) };
        let address = self.page.targets.get(quote.address).and_then(inline::shown);
        (quote.name.clone(), address.map(str::to_owned))
    }
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

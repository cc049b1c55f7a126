//! Article in, `CommonMark` out (tables in the GFM form).

use crate::article::{Article, Block};
use std::fmt::Write;

/// Title as a first-level heading, then the body.
pub(crate) fn render(article: &Article) -> String {
    let mut out = String::new();
    if let Some(title) = &article.title {
        let _ = writeln!(out, "# {}", escape(title));
    }
    let mut previous: Option<&Block> = None;
    for block in &article.body {
        if !out.is_empty() && !continues(previous, block) {
            out.push('\n');
        }
        write_block(&mut out, block, continues(previous, block));
        previous = Some(block);
    }
    out
}

/// True between two items of one list and two rows of one table.
fn continues(previous: Option<&Block>, block: &Block) -> bool {
    matches!(
        (previous, block),
        (Some(Block::ListItem(_)), Block::ListItem(_)) | (Some(Block::TableRow(_)), Block::TableRow(_))
    )
}

fn write_block(out: &mut String, block: &Block, continued: bool) {
    let _ = match block {
        Block::Paragraph(text) => writeln!(out, "{}", escape(text)),
        Block::Heading { level, text } => {
            writeln!(out, "{} {}", "#".repeat(usize::from(*level).clamp(2, 6)), escape(text))
        }
        Block::ListItem(text) => writeln!(out, "- {}", escape(text)),
        Block::Quote(text) => writeln!(out, "> {}", escape(text)),
        Block::TableRow(cells) => write_row(out, cells, continued),
        Block::Image(image) => {
            let caption = image.caption.as_deref().or(image.alt.as_deref()).unwrap_or_default();
            writeln!(out, "![{}](<{}>)", escape(caption), image.src.replace(['<', '>', '\n'], ""))
        }
    };
}

fn write_row(out: &mut String, cells: &[String], continued: bool) -> std::fmt::Result {
    let cells: Vec<String> = cells.iter().map(|cell| escape(cell).replace('|', "\\|")).collect();
    writeln!(out, "| {} |", cells.join(" | "))?;
    if !continued {
        writeln!(out, "|{}", " --- |".repeat(cells.len()))?;
    }
    Ok(())
}

/// Text that Markdown would read as markup, made plain.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (i, c) in text.chars().enumerate() {
        let markup = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>')
            || (i == 0 && matches!(c, '#' | '-' | '+' | '='));
        if markup {
            out.push('\\');
        }
        out.push(c);
    }
    // `1.` at a line's beginning would start an ordered list.
    match text.find(|c: char| !c.is_ascii_digit()) {
        Some(at) if at > 0 && text.as_bytes().get(at) == Some(&b'.') => out.replacen('.', "\\.", 1),
        _ => out,
    }
}

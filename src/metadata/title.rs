//! Head and blocks in, the headline and its block out.

use crate::page::Page;

/// The headline and where it stands.
#[derive(Debug, Clone, Default)]
pub(crate) struct Headline {
    pub(crate) text: Option<String>,
    pub(crate) subtitle: Option<String>,
    /// Index of the block that shows it.
    pub(crate) block: Option<usize>,
}

/// Finds the headline among `<title>`, og:title, headings and first lines.
pub(crate) fn headline(page: &Page) -> Headline {
    let declared: Vec<String> = [page.head.meta(&["og:title"]).map(str::to_owned), page.head.title.clone()]
        .into_iter()
        .flatten()
        .map(|t| crate::text::space::squeeze(&t))
        .collect();
    let mut best: Option<(f64, usize)> = None;
    for (at, block) in page.blocks.iter().enumerate() {
        let text = crate::text::space::squeeze(&block.text);
        let chars = text.chars().count();
        if !(5..=80).contains(&chars) || block.linked_chars * 2 > chars {
            continue;
        }
        let mut score = 0.0;
        for d in &declared {
            if d.starts_with(&text) || d == &text {
                score += chars as f64 / d.chars().count() as f64;
            }
        }
        if score == 0.0 {
            continue;
        }
        if let Some(level) = block.heading_level() {
            score += 0.6 - 0.1 * f64::from(level);
        }
        if best.is_none_or(|(s, _)| score > s) {
            best = Some((score, at));
        }
    }
    if let Some((_, at)) = best {
        return Headline { text: Some(page.blocks[at].text.clone()), subtitle: None, block: Some(at) };
    }
    let h1 = page.blocks.iter().position(|b| b.heading_level() == Some(1));
    if let Some(at) = h1 {
        return Headline { text: Some(page.blocks[at].text.clone()), subtitle: None, block: Some(at) };
    }
    Headline { text: page.head.title.clone(), subtitle: None, block: None }
}

//! The same text in other elements, anywhere on the page.

use super::draft::{Draft, LEAST_PARAGRAPHS};
use super::foreign::escaped;
use super::page::Page;

const SECTIONS: &[&str] = &["main", "article", "section", "aside", "header", "footer", "nav"];

pub(super) fn breaks(draft: &mut Draft) -> Option<()> {
    let is_paragraph = |id: &&_| draft.page.tag(**id) == "p";
    let paragraphs: Vec<_> = draft.paragraphs.iter().filter(is_paragraph).copied().collect();
    if paragraphs.len() < LEAST_PARAGRAPHS {
        return None;
    }
    for paragraph in paragraphs {
        draft.page.rename(paragraph, "span");
        draft.page.put_after(paragraph, "<br><br>");
    }
    Some(())
}

pub(super) fn divs(draft: &mut Draft) {
    for element in draft.page.elements() {
        if draft.page.tag(element) == "p" {
            draft.page.rename(element, "div");
        }
    }
}

/// What hides an element stays.
pub(super) fn bare(draft: &mut Draft) {
    for element in draft.page.elements() {
        draft.page.keep_attributes(element, |name, value| match name {
            "class" | "id" | "role" | "itemprop" => false,
            "style" => value.contains("none"),
            _ => true,
        });
        if SECTIONS.contains(&draft.page.tag(element)) {
            draft.page.rename(element, "div");
        }
    }
}

pub(super) fn alone(draft: &mut Draft) {
    let lines = draft.body.lines().filter(|line| !line.trim().is_empty());
    let paragraphs = lines.fold(String::new(), |html, line| html + "<p>" + &escaped(line) + "</p>\n");
    draft.page = Page::parse(&paragraphs);
}

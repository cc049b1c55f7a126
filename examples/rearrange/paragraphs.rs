//! A page and its body in, the elements that hold the body's lines out, in page order.

use super::page::Page;
use crate::scoring::body::normal;
use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::Node;
use std::collections::{BTreeMap, HashMap, HashSet};

/// A shorter line may stand anywhere on a page.
const LEAST_CHARS: usize = 12;
/// Elements that other elements may be put beside: no cells and rows of tables, and nothing inside lines.
const HOLDERS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "dt",
    "dd",
    "blockquote",
    "pre",
    "center",
    "address",
];
/// Elements whose text no reader sees.
const UNSEEN: &[&str] = &["script", "style", "noscript", "template", "textarea", "title"];

/// The elements whose whole text is a line of the body, the innermost of each line. Of copies of a line
/// the one counts whose parent holds most lines.
pub(super) fn paragraphs(page: &Page, body: &str) -> Vec<NodeId> {
    let lines: HashSet<Vec<char>> =
        body.lines().map(normal).filter(|line| line.len() >= LEAST_CHARS).collect();
    let lengths: HashSet<usize> = lines.iter().map(Vec::len).collect();
    let text = Text::of(page);
    // What stands later among elements of the same text is further in.
    let mut found: BTreeMap<(usize, usize), NodeId> = BTreeMap::new();
    for &(id, start, end) in &text.holders {
        if lengths.contains(&(end - start)) && lines.contains(&text.chars[start..end]) {
            found.insert((start, end), id);
        }
    }
    let mut held: HashMap<Option<NodeId>, usize> = HashMap::new();
    for &id in found.values() {
        *held.entry(page.parent(id)).or_default() += 1;
    }
    let mut best: HashMap<&[char], (usize, NodeId)> = HashMap::new();
    for (&(start, end), &id) in &found {
        let beside = held[&page.parent(id)];
        let of_line = best.entry(&text.chars[start..end]).or_insert((beside, id));
        if beside > of_line.0 {
            *of_line = (beside, id);
        }
    }
    let chosen: HashSet<NodeId> = best.into_values().map(|(_, id)| id).collect();
    found.into_values().filter(|id| chosen.contains(id)).collect()
}

/// Which line of the body the element holds, counted from 0.
pub(super) fn line_of(page: &Page, paragraph: NodeId, body: &str) -> Option<usize> {
    let text = Text::of(page);
    let &(_, start, end) = text.holders.iter().find(|(id, ..)| *id == paragraph)?;
    body.lines().position(|line| normal(line) == text.chars[start..end])
}

/// What a reader sees of a page, as it is compared.
struct Text {
    chars: Vec<char>,
    /// The elements that may hold a line, each with where its text starts and ends, outer ones first.
    holders: Vec<(NodeId, usize, usize)>,
}

impl Text {
    fn of(page: &Page) -> Self {
        let mut text = Self { chars: Vec::new(), holders: Vec::new() };
        let Some(body) = page.body().and_then(|body| page.node(body)) else { return text };
        let mut open: Vec<usize> = Vec::new();
        let mut unseen = 0_usize;
        for edge in body.traverse() {
            let (node, opens) = match edge {
                Edge::Open(node) => (node, true),
                Edge::Close(node) => (node, false),
            };
            let tag = page.tag(node.id());
            if UNSEEN.contains(&tag) {
                unseen = if opens { unseen + 1 } else { unseen.saturating_sub(1) };
            } else if HOLDERS.contains(&tag) && opens {
                open.push(text.holders.len());
                text.holders.push((node.id(), text.chars.len(), text.chars.len()));
            } else if HOLDERS.contains(&tag) {
                let end = text.chars.len();
                if let Some(holder) = open.pop().and_then(|at| text.holders.get_mut(at)) {
                    holder.2 = end;
                }
            } else if let (Node::Text(seen), true, 0) = (node.value(), opens, unseen) {
                text.chars.extend(normal(seen));
            }
        }
        text
    }
}

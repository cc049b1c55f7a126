//! Hostile pages of a size and of twice that: the work on them at most doubles.

use super::{dump, html, parse};
use std::fmt::Write as _;

#[path = "../../tests/hostile/mod.rs"]
mod hostile;

use hostile::{FORMS, Form, Input};

/// Bytes of a page; the tree builder's stack is full long before.
const BYTES: usize = 60_000;
/// Twice, with room for what a page's head and the filling of the stack cost once.
const MOST: f64 = 2.3;

/// Nodes, steps of the tree builder, and blocks.
fn work(form: &Form, bytes: usize) -> [usize; 3] {
    let page = (form.page)(bytes);
    match form.input {
        Input::Dump => [0, 0, dump::blocks(&page).blocks.len()],
        Input::Html => {
            let dom = parse::parse(&page).dom;
            let (nodes, steps) = dom.work();
            [nodes, steps, html::blocks(&dom).blocks.len()]
        }
    }
}

#[test]
fn twice_the_page_is_twice_the_work() {
    for form in FORMS {
        let (once, twice) = (work(form, BYTES), work(form, 2 * BYTES));
        for ((once, twice), of) in once.into_iter().zip(twice).zip(["nodes", "steps", "blocks"]) {
            let most = MOST * once as f64 + 100.0;
            assert!(twice as f64 <= most, "{}: {once} {of}, at twice the size {twice}", form.name);
        }
    }
}

#[test]
fn a_page_of_few_bytes_does_not_ask_for_more_nodes_than_are_read() {
    let mut page = String::from("<p>");
    for i in 0..400 {
        let _ = write!(page, "<b id={i}>");
    }
    page += &"</p><p>文".repeat(2_000);
    let (nodes, _) = parse::parse(&page).dom.work();
    assert!(nodes < (1 << 17) + 1_000, "{nodes} nodes");
}

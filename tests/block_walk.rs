//! The blocks of a page, pruned, parsed and walked, are those of the whole page: the naive twin in
//! `block_walk/naive.rs` gives the same lines, and a tree parsed by scraper gives the same article.
//!
//! `PROPTEST_CASES=100000 cargo test --release --test block_walk` looks longer; rare faults took 20,000.

#[path = "../examples/scoring/mod.rs"]
mod scoring;
#[path = "block_walk/markup.rs"]
mod markup;
#[path = "block_walk/naive.rs"]
mod naive;
mod corpus;

use proptest::prelude::*;
use scoring::pages;
use std::path::Path;
use zhengwen::Cleaner;

/// The texts of the page's blocks, pictures aside.
fn blocks(page: &str) -> Vec<String> {
    let blocks = Cleaner::new().explain_html(page).blocks;
    blocks.into_iter().map(|block| block.text).filter(|text| !text.is_empty()).collect()
}

/// A body, so that none is looked for in a page's data.
const BODY: &str = "<p>南方各地已经进入春耕时节，农民下田插秧，技术人员到田间地头指导。</p>
    <p>当地干部说，今年的雨水比往年来得早，水库蓄水充足，早稻的面积预计比去年多一成。</p>";

/// The first line that only one of the walks has.
fn difference(page: &str) -> Option<String> {
    let (found, expected) = (blocks(page), naive::visible_lines(page));
    let at = found.iter().zip(&expected).take_while(|(a, b)| a == b).count();
    let differ = found.len() != expected.len() || at < found.len();
    differ.then(|| format!("line {at}: {:?}, expected {:?}", found.get(at), expected.get(at)))
}

/// As [`difference`]. A page that shows no body has the blocks of its data, where that has one: such a
/// page is compared with a body put before it.
fn difference_but_for_data(page: &str) -> Option<String> {
    let difference_alone = difference(page)?;
    if page.contains("<script") { difference(&[BODY, page].concat()) } else { Some(difference_alone) }
}

/// Pages of a folder as text, by path.
fn pages_of(folder: &Path) -> Vec<(String, String)> {
    let files = pages::files(folder).unwrap_or_else(|error| panic!("{error}"));
    let html = files.iter().filter(|path| path.extension().is_some_and(|ending| ending == "html"));
    html.map(|path| {
        let text = pages::text(path).unwrap_or_else(|error| panic!("{error}"));
        (path.display().to_string(), text)
    })
    .collect()
}

fn assert_pages_agree(folder: &Path) {
    let cleaner = Cleaner::new();
    let pages = pages_of(folder);
    assert!(!pages.is_empty(), "no pages in {}", folder.display());
    for (path, page) in pages {
        assert_eq!(difference_but_for_data(&page), None, "{path}");
        let tree = scraper::Html::parse_document(&page);
        assert_eq!(cleaner.clean_document(&tree), cleaner.clean_html(&page), "{path}");
    }
}

#[test]
fn small_pages_have_the_lines_of_the_naive_walk() {
    assert_pages_agree(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages"));
}

#[test]
fn saved_pages_have_the_lines_of_the_naive_walk() {
    for part in ["dev/html", "unlabelled"] {
        if let Some(folder) = corpus::folder(part) {
            assert_pages_agree(&folder);
        }
    }
}

/// Four times the usual number: a page is small.
fn cases() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: usual.cases * 4, failure_persistence: None, ..usual }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn malformed_markup_has_the_lines_of_the_naive_walk(page in markup::page()) {
        prop_assert_eq!(difference_but_for_data(&page), None);
    }

    #[test]
    fn a_tree_of_malformed_markup_gives_the_article_of_its_page(page in markup::page()) {
        // What a script inside a template holds as data is found where the page's text is searched, and
        // not in a tree, where it is no part of the page.
        if page.contains("<template") && page.contains("<script") {
            return Ok(());
        }
        let cleaner = Cleaner::new();
        let tree = scraper::Html::parse_document(&page);
        prop_assert_eq!(cleaner.clean_document(&tree), cleaner.clean_html(&page));
    }
}

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
#[path = "block_walk/difference.rs"]
mod difference;

use difference::difference_but_for_data;
use proptest::prelude::*;
use scoring::pages;
use std::path::Path;
use zhengwen::Cleaner;

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
        let cleaner = Cleaner::new();
        let tree = scraper::Html::parse_document(&page);
        prop_assert_eq!(cleaner.clean_document(&tree), cleaner.clean_html(&page));
    }
}

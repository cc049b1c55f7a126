//! An article in; panics where it breaks what every article keeps. The one body of all targets.

use zhengwen::{Article, Cleaner};

/// What holds of an article whatever its page was.
pub fn hold(article: &Article) {
    assert!((0.0..=1.0).contains(&article.confidence), "confidence {}", article.confidence);
    let text = article.text();
    for byline in &article.bylines {
        assert!(!byline.name.trim().is_empty(), "a byline without a name");
    }
    let html = article.html().to_ascii_lowercase();
    for tag in ["<script", "<style", "<iframe", "=\"javascript:"] {
        assert!(!html.contains(tag), "{tag} in the HTML given back");
    }
    let _ = article.markdown();
    let _ = article.excerpt(50);
    // What cleaned once is a page of its own, and may not fail either.
    let _ = Cleaner::new().clean_text(&text);
}

/// As [`hold`], and every character of the body's text stands in the `dump` that it came from, in order.
#[allow(dead_code, reason = "targets over HTML, where character references stand for others, do not use it")]
pub fn hold_of_dump(article: &Article, dump: &str) {
    hold(article);
    let mut rest = dump.chars();
    for wanted in article.text().chars().filter(|c| !c.is_whitespace()) {
        assert!(rest.any(|c| c == wanted), "{wanted:?} of the body does not stand in the dump, in order");
    }
}

/// The same page, cleaned twice by one cleaner, is the same article.
pub fn same_twice(clean: impl Fn() -> Article) -> Article {
    let article = clean();
    assert_eq!(article, clean(), "state kept from one page to the next");
    article
}

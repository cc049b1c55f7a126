//! What holds of every article, whatever its page: on mutated pages and on written ones.
//!
//! `PROPTEST_CASES=100000 cargo test --release --test properties` looks longer.

#[path = "properties/mutated.rs"]
mod mutated;
#[path = "properties/written.rs"]
mod written;
#[path = "invariants/dump.rs"]
mod dump;

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;
use zhengwen::{Article, Cleaner, Kind};

/// Small pages whose bodies change when cleaned again, and why.
const NOT_KEPT: &[(&str, &str)] = &[
    (
        "notes_of_an_interview_keep_the_words_reporter_and_answer",
        "a short question over the answers heads a text",
    ),
    ("list_at_the_start_of_the_body_stays", "short lines over a dump's text read as a menu"),
    ("readers_letter_keeps_its_salutation", "编辑同志： alone on a first line is a role without a name"),
    ("an_empty_corner_costs_a_table_nothing", "as the next"),
    ("lines_of_a_poem_stay", "of a poem without its headline the first lines read as one"),
    ("a_heading_that_names_the_site_is_no_headline", "a line over the text reads as its headline"),
    ("long_feature_is_kept_whole", "a note in brackets below the last line of a dump"),
    ("traditional_time_of_a_meeting_is_not_the_time_of_publication", "a time over a dump is its own"),
    (
        "traditional_markdown_of_an_article_keeps_quotes_lists_and_rows",
        "a short heading without its marks goes from a dump, and a figure alone",
    ),
    ("rows_of_a_data_table_stay", "a dump's lead over a table stands apart from the text below"),
];

/// What of a text shows.
fn shown(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{AD}'))
}

/// The first character of `part` that does not stand in `whole` behind those before it.
fn first_missing(part: &str, whole: &str) -> Option<(usize, char)> {
    let mut rest = shown(whole);
    shown(part).enumerate().find(|&(_, wanted)| !rest.any(|c| c == wanted))
}

/// The text an HTML page holds: all of it, scripts too, with references resolved.
fn text_of(html: &str) -> String {
    scraper::Html::parse_document(html).root_element().text().collect()
}

/// Text with its `\u4e2d` and `\x3c` resolved.
fn unescaped(text: &str) -> String {
    let mut parts = text.split('\\');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let digits = if part.starts_with('u') { part.get(1..5) } else { part.get(1..3) };
        let code =
            digits.filter(|_| part.starts_with(['u', 'x'])).map(|digits| u32::from_str_radix(digits, 16));
        match code.and_then(Result::ok).and_then(char::from_u32) {
            Some(c) => {
                text + &[c]
                    .into_iter()
                    .chain(part.chars().skip(1 + digits.map_or(0, str::len)))
                    .collect::<String>()
            }
            None => text + "\\" + part,
        }
    })
}

fn holds_of_every_article(page: &str) -> Result<Article, TestCaseError> {
    let cleaner = Cleaner::new();
    let article = cleaner.clean(page);
    let explained = cleaner.explain(page);
    let known = if explained.is_html { cleaner.clean_html(page) } else { cleaner.clean_text(page) };
    prop_assert_eq!(&known, &article, "told apart by looking, and known");
    prop_assert_eq!(&explained.article, &article, "explained, and cleaned");
    prop_assert!((0.0..=1.0).contains(&article.confidence), "confidence {}", article.confidence);
    prop_assert!(article.confidence.is_sign_positive());
    // Escapes that a change broke, in a body that stands in a script, may stand for anything.
    if explained.is_html && !page.contains('\\') {
        let text = text_of(page);
        // A body that stands in a script is HTML once more.
        let missing = [text_of(&text), text].map(|text| first_missing(&article.text(), &text));
        prop_assert!(missing.contains(&None), "{missing:?} of {}", article.text());
    } else if !explained.is_html {
        let missing = dump::readings(page).map(|text| first_missing(&dump::folded(&article.text()), &text));
        prop_assert!(missing.contains(&None), "{missing:?} of {}", article.text());
    }
    Ok(article)
}

#[test]
fn bodies_of_small_pages_are_kept_when_cleaned_again() {
    let changed: Vec<String> = mutated::PAGES
        .iter()
        .filter(|(name, _)| NOT_KEPT.iter().all(|(known, _)| known != name))
        .map(|(name, page)| (name, zhengwen::clean(page)))
        // What a list or an error page shows is no text to read.
        .filter(|(_, article)| matches!(article.kind, Kind::Article | Kind::Notice))
        .map(|(name, article)| (name, article.text()))
        .filter(|(_, text)| zhengwen::clean(text).text() != *text)
        .map(|(name, text)| {
            format!("{name} gives\n{text}\nand that gives\n{}\n", zhengwen::clean(&text).text())
        })
        .collect();
    assert!(changed.is_empty(), "{}", changed.join("\n"));
}

#[test]
fn small_pages_hold_what_every_article_does() {
    for (name, page) in mutated::PAGES.iter() {
        let article = holds_of_every_article(page).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        // Every character of the body stands in the page, in order: also of one that stands in a script.
        if Cleaner::new().explain(page).is_html {
            let text = text_of(page);
            let missing = [text.clone(), unescaped(&text)].map(|text| first_missing(&article.text(), &text));
            assert!(missing.contains(&None), "{name}: {missing:?} of {}", article.text());
        }
    }
}

fn cases() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn mutated_pages_hold_what_every_article_does(page in mutated::page()) {
        let article = holds_of_every_article(&page)?;
        holds_of_every_article(&article.text())?;
    }

    #[test]
    fn a_document_that_a_crawler_parsed_gives_the_article_of_its_page(page in mutated::page_with_scripts()) {
        let document = scraper::Html::parse_document(&page);
        prop_assert_eq!(Cleaner::new().clean_document(&document), Cleaner::new().clean_html(&page));
    }

    #[test]
    fn an_excerpt_is_the_beginning_of_the_body_and_no_longer_than_asked(
        page in mutated::page(),
        most in prop_oneof![0_usize..4, 0_usize..400],
    ) {
        let article = zhengwen::clean(&page);
        let excerpt = article.excerpt(most);
        let graphemes = excerpt.graphemes(true).count();
        prop_assert!(graphemes <= most, "{graphemes} of {most}: {excerpt}");
        prop_assert!(shown(&excerpt).eq(shown(&article.text()).take(shown(&excerpt).count())));
        prop_assert!(most == 0 || article.text().is_empty() || !excerpt.is_empty());
    }

    #[test]
    fn written_articles_come_out_whole_and_stay_so(paragraphs in written::paragraphs()) {
        let body = paragraphs.join("\n");
        let cleaned = zhengwen::clean(&written::page(&paragraphs)).text();
        prop_assert_eq!(&cleaned, &body);
        prop_assert_eq!(zhengwen::clean(&body).text(), body);
    }
}

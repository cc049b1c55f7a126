//! What holds of every article, whatever its page: on mutated pages and on written ones.
//!
//! `PROPTEST_CASES=100000 cargo test --release --test properties` looks longer.

#[path = "properties/mutated.rs"]
mod mutated;
#[path = "properties/readings.rs"]
mod readings;
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
    ("the_office_and_the_day_that_sign_a_notice_stay", "of eight lines of a notice one is a sentence"),
    ("traditional_the_office_and_the_day_that_sign_a_notice_stay", "as the same in Simplified"),
    ("a_poem_is_an_article", "verse alone is no text to a dump"),
    ("traditional_a_poem_is_an_article", "as the same in Simplified"),
    ("lines_of_a_poem_without_marks_stay", "verse alone is no text to a dump"),
    ("verse_over_a_headline_that_comes_at_the_foot_stays", "as the poem"),
    ("traditional_verse_over_a_headline_that_comes_at_the_foot_stays", "as the poem"),
    ("traditional_lines_kept_by_a_style_are_lines", "as the poem"),
    ("code_keeps_its_indentation", "code in a dump is lines without Chinese"),
    ("traditional_code_keeps_its_indentation", "as the same in Simplified"),
    ("photos_to_hand_in_stay_in_their_list", "items of a list in a dump are short lines"),
    ("traditional_photos_to_hand_in_stay_in_their_list", "as the same in Simplified"),
    ("an_empty_corner_costs_a_table_nothing", "as the next"),
    ("lines_of_a_poem_stay", "of a poem without its headline the first lines read as one"),
    ("a_heading_that_names_the_site_is_no_headline", "a line over the text reads as its headline"),
    ("long_feature_is_kept_whole", "a note in brackets below the last line of a dump"),
    ("traditional_time_of_a_meeting_is_not_the_time_of_publication", "a time over a dump is its own"),
    (
        "traditional_markdown_of_an_article_keeps_quotes_lists_and_rows",
        "a short heading without its marks goes from a dump, and a figure alone",
    ),
    (
        "markdown_of_a_whole_page_is_read_without_its_menus",
        "a short heading without its marks goes from a dump",
    ),
    ("structure_of_the_body_is_kept", "a table of three rows in a dump is lines, with blanks for its tabs"),
    (
        "list_items_inside_the_body_stay",
        "a lead over short lines that begin with days stands apart from the text",
    ),
    (
        "a_body_that_breaks_off_before_a_prompt_is_less_sure",
        "a last line that breaks off reads as a headline below a dump",
    ),
    (
        "cells_items_and_book_cards_of_the_text_name_nobody",
        "rows and a card between paragraphs part a dump's first ones from the rest",
    ),
    ("sub_headings_of_questions_name_nobody", "a line 编辑：… near the end closes a dump"),
    ("sub_headings_of_the_text_name_nobody", "a line 文/… near the end closes a dump"),
    ("code_at_both_ends_of_a_text_stays", "a dump does not tell a program from a line of marks"),
    ("traditional_code_at_both_ends_of_a_text_stays", "a dump does not tell a program from a line of marks"),
    ("a_caption_over_the_time_heads_no_article", "a question over a text without its headline reads as one"),
    ("a_list_that_answers_the_heading_over_it_stays", "items of a list in a dump are short lines"),
    ("an_announcement_with_an_hour_over_the_text_stays", "a time over a dump is its own"),
    ("verse_wins_over_a_sentence_in_the_foot", "verse alone is no text to a dump"),
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

/// Fails where `text` stands in none of the readings of its page.
fn stands_in_one(text: &str, readings: &[String]) -> Result<(), TestCaseError> {
    let missing: Vec<_> = readings.iter().map(|reading| first_missing(text, reading)).collect();
    prop_assert!(missing.contains(&None), "{missing:?} of {text}");
    Ok(())
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
        stands_in_one(&article.text(), &readings::readings(page))?;
    } else if !explained.is_html {
        stands_in_one(&dump::folded(&article.text()), &dump::readings(page))?;
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
            let stands = stands_in_one(&article.text(), &readings::readings(page));
            stands.unwrap_or_else(|fault| panic!("{name}: {fault}"));
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

//! Pages that are too deep, too wide or too long end soon and well.

use std::fmt::Write as _;
use std::thread;
use zhengwen::{Article, Cleaner};

const PARAGRAPH: &str = "今年春天来得早，河边的柳树已经发芽，孩子们放学以后都跑到草地上放风筝。";
const SMALL_STACK: usize = 2 << 20;

/// Cleans on a thread whose stack is as small as those of thread pools.
fn on_a_small_stack(page: String) -> Article {
    let clean = move || Cleaner::new().clean_html(&page);
    let thread = thread::Builder::new().stack_size(SMALL_STACK).spawn(clean);
    thread.ok().and_then(|thread| thread.join().ok()).unwrap_or_default()
}

#[test]
fn a_paragraph_under_two_hundred_thousand_elements_comes_back() {
    for tag in ["div", "ul", "b", "font"] {
        let (open, close) = (format!("<{tag}>"), format!("</{tag}>"));
        let page = open.repeat(200_000) + &format!("<p>{PARAGRAPH}</p>") + &close.repeat(200_000);
        assert_eq!(on_a_small_stack(page).text(), PARAGRAPH, "{tag}");
    }
}

#[test]
fn a_document_parsed_by_scraper_may_be_as_deep() {
    let page = format!("{}<p>{PARAGRAPH}</p>", "<div>".repeat(2_000));
    let document = scraper::Html::parse_document(&page);
    assert_eq!(Cleaner::new().clean_document(&document).text(), PARAGRAPH);
}

#[test]
fn a_paragraph_behind_many_attributes_or_links_comes_back() {
    let mut attributes = String::from("<div");
    for i in 0..100_000 {
        let _ = write!(attributes, " a{i}=x");
    }
    assert_eq!(on_a_small_stack(attributes + ">" + PARAGRAPH).text(), PARAGRAPH);
    let links = "<a>".repeat(1_000_000) + &format!("</a><p>{PARAGRAPH}</p>");
    assert_eq!(on_a_small_stack(links).text(), PARAGRAPH);
}

#[test]
fn one_long_text_is_one_paragraph() {
    let text = PARAGRAPH.repeat(20_000);
    assert_eq!(zhengwen::clean(&format!("<p>{text}</p>")).text(), text);
    assert_eq!(Cleaner::new().clean_text(&text).text(), text);
}

#[test]
fn a_paragraph_behind_many_paragraphs_comes_back() {
    for short in ["<p>", "<p>文"] {
        let page = short.repeat(200_000) + &format!("<p>{PARAGRAPH}</p>");
        assert_eq!(on_a_small_stack(page).text(), PARAGRAPH, "{short}");
    }
    let dump = "文\n".repeat(200_000) + PARAGRAPH;
    assert_eq!(Cleaner::new().clean_text(&dump).text(), PARAGRAPH);
}

#[test]
fn no_paragraph_of_a_large_page_is_left_out() {
    let many = 20_000;
    let lines = format!("{PARAGRAPH}\n文\n").repeat(many);
    let explained = Cleaner::new().explain_text(&lines);
    assert_eq!(explained.blocks.iter().filter(|block| block.text == PARAGRAPH).count(), many);
    let page = format!("<p>{PARAGRAPH}<img src=a.jpg>").repeat(many);
    let explained = Cleaner::new().explain_html(&page);
    assert_eq!(explained.blocks.iter().filter(|block| block.text == PARAGRAPH).count(), many);
}

#[test]
fn a_page_has_room_for_so_many_blocks() {
    let (least, short) = (1 << 14, 40_000);
    let blocks = |lines: usize| Cleaner::new().explain_text(&"天气很好\n".repeat(lines)).blocks.len();
    assert_eq!(blocks(least), least);
    assert!(blocks(short) <= least);
}

#[test]
fn a_title_without_an_end_is_its_first_line() {
    let page = format!("<title>春耕开始\n<body><p>{PARAGRAPH}</p>{}", "<p>文</p>".repeat(100));
    assert_eq!(zhengwen::clean(&page).title.as_deref(), Some("春耕开始"));
}

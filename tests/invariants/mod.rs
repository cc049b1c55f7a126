//! A page in; panics where what is made of it breaks what holds of every page. Shared by the tests
//! and the fuzz targets.
#![allow(dead_code, reason = "a fuzz target uses one of these")]

mod dump;

use pulldown_cmark::{Event, Options, Parser, Tag};
use zhengwen::{Article, Block, Cleaner, Explanation, Marker, PageTime, SpanKind, Text};

/// Cleans and explains a page as HTML.
pub(crate) fn hold_of_html(page: &str) {
    let cleaner = Cleaner::new();
    let explanation = cleaner.explain_html(page);
    hold(&explanation, page);
    same(&explanation.article, &cleaner.clean_html(page));
}

/// Cleans and explains a page as a text dump.
pub(crate) fn hold_of_dump(dump: &str) {
    let cleaner = Cleaner::new();
    let explanation = cleaner.explain_text(dump);
    hold(&explanation, dump);
    same(&explanation.article, &cleaner.clean_text(dump));
    assert_in_dump(&explanation.article.text(), dump, "the dump");
}

/// Cleans a page as bytes; an error is an answer too, but the same one every time.
pub(crate) fn hold_of_bytes(page: &[u8], content_type: Option<&str>) {
    let cleaner = Cleaner::new();
    let outcome = cleaner.clean_bytes(page, content_type);
    let decoded = match zhengwen::decode(page, content_type) {
        Ok(decoded) => decoded,
        Err(error) => {
            assert_eq!(outcome, Err(error), "one error for decoding, another for cleaning");
            return;
        }
    };
    let marks = decoded.text.matches('\u{FFFD}').count();
    assert!(decoded.replaced <= marks, "{} replaced, {marks} marks of it", decoded.replaced);
    assert!(decoded.text.len() <= 3 * page.len(), "{} bytes from {}", decoded.text.len(), page.len());
    assert_eq!(outcome.as_ref(), Ok(&cleaner.clean(&decoded.text)), "bytes are cleaned unlike their text");
    if let Some(limit) = page.len().checked_sub(1) {
        let strict = Cleaner::builder().max_bytes(limit).build();
        assert!(strict.clean_bytes(page, content_type).is_err(), "{} bytes are over the limit", page.len());
    }
    let explanation = cleaner.explain(&decoded.text);
    same(&explanation.article, &cleaner.clean(&decoded.text));
    hold(&explanation, &decoded.text);
}

/// What holds whatever the page was.
fn hold(explanation: &Explanation, page: &str) {
    let article = &explanation.article;
    let seen: String = explanation.blocks.iter().map(|block| block.text.as_str()).collect();
    assert_in_order(&article.text(), &seen, "the page's blocks");
    for block in &explanation.blocks {
        assert!((0.0..=1.0).contains(&block.score), "score {} of {:?}", block.score, block.text);
    }
    within_limits(explanation, page);
    fields_are_sound(article);
    forms_are_sound(article);
}

/// No more comes out than went in.
fn within_limits(explanation: &Explanation, page: &str) {
    let (blocks, bytes) = (explanation.blocks.len(), page.len());
    assert!(blocks <= bytes, "{blocks} blocks of {bytes} bytes");
    // A named character reference of six bytes, `&nvlt;`, stands for five; none grows.
    let text: usize = explanation.blocks.iter().map(|block| block.text.len()).sum();
    assert!(text <= 3 * bytes, "{text} bytes of text from {bytes}");
    assert!(explanation.article.body.len() <= blocks, "more parts of a body than blocks");
}

fn fields_are_sound(article: &Article) {
    assert!((0.0..=1.0).contains(&article.confidence), "confidence {}", article.confidence);
    for byline in &article.bylines {
        assert!(!byline.name.trim().is_empty(), "a byline without a name");
    }
    for field in
        [&article.title, &article.subtitle, &article.source, &article.site_name].into_iter().flatten()
    {
        assert!(!field.trim().is_empty() && !field.contains('\n'), "a field of {field:?}");
    }
    for time in [article.published, article.modified].into_iter().flatten() {
        is_time(time);
    }
}

/// What is printed is a time that other programs read back as the same instant.
fn is_time(time: PageTime) {
    let printed = time.to_string();
    if let Ok(date) = printed.parse::<jiff::civil::Date>()
        && printed.len() == 10
    {
        assert_eq!(date, time.datetime.date(), "{printed}");
        return;
    }
    let instant: Option<jiff::Timestamp> = printed.parse().ok();
    assert_eq!(instant, time.offset.to_timestamp(time.datetime).ok(), "{printed}");
    assert!(instant.is_some(), "{printed} is no time");
    assert!((1900..=2200).contains(&time.datetime.year()), "{printed}");
}

fn forms_are_sound(article: &Article) {
    let text = article.text();
    let html = article.html();
    for tag in ["<script", "<style", "<iframe", "<svg", "<math", "=\"javascript:", "=\"data:"] {
        assert!(!html.to_ascii_lowercase().contains(tag), "{tag} in the HTML given back");
    }
    markdown_is_text(article);
    for max in [0, 1, 50] {
        assert_in_order(&article.excerpt(max), &text, "the body");
    }
    reads_back(article, &html);
    // What was cleaned is a page of its own; cleaning it adds nothing.
    assert_in_dump(&Cleaner::new().clean_text(&text).text(), &text, "the body cleaned before");
}

/// The Markdown has no markup but the article's own, and says what the article says.
fn markdown_is_text(article: &Article) {
    let markdown = article.markdown();
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let mut read = String::new();
    for event in Parser::new_ext(&markdown, options) {
        match event {
            Event::Text(text) => read.push_str(&text),
            Event::Code(text) => {
                assert!(has_span(article, |kind| *kind == SpanKind::Code), "code of none:\n{markdown}");
                read.push_str(&text);
            }
            Event::Start(Tag::Image { dest_url, .. } | Tag::Link { dest_url, .. }) => {
                let scheme = dest_url.split(['/', '?', '#']).next().and_then(|head| head.split_once(':'));
                assert!(
                    scheme.is_none_or(|(scheme, _)| scheme.to_ascii_lowercase().starts_with("http")),
                    "an address {dest_url}"
                );
            }
            Event::Start(tag) if !is_meant(&tag, article) => {
                panic!("{tag:?} in the Markdown given back:\n{markdown}")
            }
            Event::Html(_) | Event::InlineHtml(_) | Event::TaskListMarker(_) | Event::Rule => {
                panic!("{event:?} in the Markdown given back:\n{markdown}")
            }
            _ => {}
        }
    }
    let texts = article.body.iter().filter(|block| !matches!(block, Block::Image(_))).map(Block::text);
    let said: String = article.title.iter().cloned().chain(texts).collect();
    assert_in_order(&said, &read, "the Markdown given back");
}

/// True for markup that something in the article stands for.
fn is_meant(tag: &Tag, article: &Article) -> bool {
    let has_block = |is: fn(&Block) -> bool| article.body.iter().any(is);
    match tag {
        Tag::HtmlBlock | Tag::Strikethrough => false,
        Tag::CodeBlock(_) => has_block(|block| matches!(block, Block::Code(_))),
        Tag::List(Some(_)) => {
            has_block(|block| matches!(block, Block::ListItem { marker: Marker::Number(_), .. }))
        }
        Tag::Strong => has_span(article, |kind| *kind == SpanKind::Bold),
        Tag::Emphasis => has_span(article, |kind| *kind == SpanKind::Italic),
        _ => true,
    }
}

fn has_span(article: &Article, is: fn(&SpanKind) -> bool) -> bool {
    let has = |text: &Text| text.spans().iter().any(|span| is(&span.kind));
    article.body.iter().any(|block| match block {
        Block::Paragraph(text)
        | Block::Heading { text, .. }
        | Block::ListItem { text, .. }
        | Block::Quote { text, .. } => has(text),
        Block::TableRow(cells) => cells.iter().any(|cell| has(&cell.text)),
        _ => false,
    })
}

/// The HTML given back, read plainly, says what the body says, in order: escaping lost nothing.
fn reads_back(article: &Article, html: &str) {
    let wanted: String =
        article.body.iter().filter(|b| !matches!(b, Block::Image(_))).map(Block::text).collect();
    let read: String = scraper::Html::parse_document(html).root_element().text().collect();
    assert_in_order(&wanted, &read, "the HTML given back");
}

fn same(one: &Article, other: &Article) {
    assert_eq!(one, other, "one page, two articles");
}

/// Every character of a body stands in its dump, in order: in one of its readings.
fn assert_in_dump(body: &str, dump: &str, name: &str) {
    let body = dump::folded(body);
    let holds = |reading: &String| {
        let mut rest = reading.chars();
        body.chars().filter(|c| !c.is_whitespace()).all(|wanted| rest.any(|c| c == wanted))
    };
    assert!(dump::readings(dump).iter().any(holds), "{body:?} does not stand in {name}, in order");
}

/// Every character of `part`, blanks aside, stands in `whole` in the same order.
fn assert_in_order(part: &str, whole: &str, name: &str) {
    let mut rest = whole.chars();
    for wanted in part.chars().filter(|c| !c.is_whitespace()) {
        assert!(rest.any(|c| c == wanted), "{wanted:?} does not stand in {name}, in order");
    }
}

//! Markdown of an article, rendered by three renderers that let HTML through: no markup comes of its text,
//! nothing runs in a browser, and what is read of it is the article.

mod trial;
mod corpus;
mod rendered;
mod stored;
#[path = "xss/browser.rs"]
mod browser;
#[path = "xss/vectors.rs"]
mod vectors;

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use scraper::{Html, Node};
use std::sync::LazyLock;
use trial::Absent;
use vectors::{made_up, pages, vectors};
use zhengwen::{Article, Block, Cleaner, Image};

/// Elements that a renderer may make of an article, `<a>` of a bare address in its text.
const ELEMENTS: &[&str] = &[
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "li",
    "blockquote",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "img",
    "a",
];

/// Texts that broke out of their paragraph, caption or address once, or looked as if they could.
const TEXTS: &[&str] = &[
    "https://evil.invalid/<img src=x onerror=HIT>",
    "https://evil.invalid/<details open ontoggle=HIT>",
    "https://evil.invalid/<svg onload=HIT>",
    "www.evil.invalid/<img src=x onerror=HIT>",
    "\\<img src=x onerror=HIT>",
    "~~~ 一",
    "~~二~~ ~三~",
    "``` 四",
    "1) 五",
    "1. 六",
    "&lt;img src=x onerror=HIT&gt; &copy; &#60;",
    "船\" onerror=HIT x=\"",
    "船\n\n# 假标题",
    "船\r\r[点这里](javascript:HIT)",
    "[点这里](javascript:HIT)",
    "[点]: javascript:HIT",
    "<javascript:HIT>",
    "| 一 | 二 |\n| --- | --- |",
    "题\n===",
    "- [ ] 七",
    "    八",
    "a  \nb\\",
    "![图](javascript:HIT)",
    "话题 ##",
    "[^1]: 脚注",
    "*九*_十_**百**__千__",
    "${HIT}`HIT`",
];
const ADDRESSES: &[&str] = &[
    "/a.jpg\r\r[点这里](javascript:HIT)",
    "/a.jpg) ![x](javascript:HIT",
    "vbscript:HIT",
    "file:///etc/passwd",
    "&#106;avascript:HIT",
    "javascript&colon;HIT",
    "/a.jpg\\",
    "/a b (c).jpg?x=1&y=<2>",
    "/a.jpg\"onerror=HIT x=\"",
    "javascript:HIT",
];

fn picture(src: &str, alt: &str) -> Block {
    let mut image = Image::default();
    (image.src, image.alt) = (src.to_owned(), Some(alt.to_owned()));
    Block::Image(image)
}

/// An article with a text in every part of it.
fn all_of(text: &str) -> Article {
    let mut article = made_up(text);
    article.title = Some(text.to_owned());
    article.body.push(Block::TableRow(vec![text.to_owned()]));
    article.body.push(Block::TableRow(vec![text.to_owned(), "二".to_owned(), text.to_owned()]));
    article
}

/// Articles that attack.
static ATTACKS: LazyLock<Vec<Article>> = LazyLock::new(attacks);

fn attacks() -> Vec<Article> {
    let cleaner = Cleaner::new();
    let mut attacks: Vec<Article> = Vec::new();
    for vector in vectors().iter().map(String::as_str).chain(TEXTS.iter().copied()) {
        attacks.push(all_of(vector));
        attacks.extend(pages(vector).iter().map(|page| cleaner.clean(page)));
        let escaped = vector.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
        attacks.extend(pages(&escaped).iter().map(|page| cleaner.clean(page)));
    }
    let mut pictures = Article::default();
    pictures.body = ADDRESSES.iter().map(|address| picture(address, "船")).collect();
    attacks.push(pictures);
    attacks
}

/// What each renderer makes of each text.
fn renderings(articles: &[Article]) -> Result<Vec<(String, Vec<String>)>, Absent> {
    let texts: Vec<String> = articles.iter().map(Article::markdown).collect();
    let by_pulldown = texts.iter().map(|text| rendered::by_pulldown(text)).collect();
    let mut all = vec![("pulldown-cmark".to_owned(), by_pulldown)];
    all.extend(rendered::by_node(&texts)?);
    Ok(all)
}

/// What of `html` no text may become.
fn faults(html: &str) -> Vec<String> {
    let fragment = Html::parse_fragment(html);
    let mut faults = Vec::new();
    for node in fragment.tree.values().skip(1) {
        match node {
            // The parser's own.
            Node::Element(element) if matches!(element.name(), "html" | "body") => {}
            Node::Element(element) if ELEMENTS.contains(&element.name()) => {
                for (name, value) in element.attrs() {
                    let is_known = matches!(
                        (element.name(), name),
                        ("img", "src" | "alt") | ("a", "href") | ("td" | "th", "align" | "style")
                    );
                    let is_address = matches!(name, "src" | "href");
                    if !is_known || is_address && !is_harmless(value) {
                        faults.push(format!("{name}={value} of {}", element.name()));
                    }
                }
            }
            Node::Text(_) => {}
            other => faults.push(format!("{other:?}")),
        }
    }
    faults
}

/// True for an address that runs nothing.
fn is_harmless(address: &str) -> bool {
    let base = ammonia::Url::parse("https://xss.invalid/news/").ok();
    let url = ammonia::Url::options().base_url(base.as_ref()).parse(address);
    url.is_ok_and(|url| matches!(url.scheme(), "http" | "https" | "mailto" | "ftp"))
}

/// What is compared: text alone, or descriptions of pictures too.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Text,
    TextAndPictures,
}

/// What a reader reads of HTML, blanks aside.
fn read(html: &str, of: Of) -> String {
    let fragment = Html::parse_fragment(html);
    let mut read = String::new();
    for node in fragment.tree.root().descendants() {
        match node.value() {
            Node::Text(text) => read.push_str(text),
            Node::Element(element) if of == Of::TextAndPictures => {
                read.push_str(element.attr("alt").unwrap_or_default());
            }
            _ => {}
        }
    }
    shown(&read)
}

fn shown(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\0').collect()
}

/// What a reader should read of an article.
fn said(article: &Article, of: Of) -> String {
    let mut said = article.title.clone().unwrap_or_default();
    for block in &article.body {
        match block {
            Block::Image(image) if of == Of::TextAndPictures && is_written(&image.src) => {
                said += image.caption.as_deref().or(image.alt.as_deref()).unwrap_or_default();
            }
            block => said += &block.text(),
        }
    }
    shown(&said)
}

/// True where a picture with this address is written at all: as in [`Article::html`].
fn is_written(src: &str) -> bool {
    let mut article = Article::default();
    article.body = vec![picture(src, "")];
    !article.html().is_empty()
}

fn no_markup_comes_of_what_an_article_says() -> Result<(), Absent> {
    for (renderer, pages) in renderings(&ATTACKS)? {
        for (page, article) in pages.iter().zip(ATTACKS.iter()) {
            let faults = faults(page);
            assert!(faults.is_empty(), "{renderer} makes {faults:?} of\n{}", article.markdown());
        }
    }
    Ok(())
}

fn nothing_runs_in_a_browser() -> Result<(), Absent> {
    let browser = browser::find()?;
    // That scripts are seen to run: raw HTML in Markdown.
    let raw: Vec<String> = vectors().iter().map(|vector| rendered::by_pulldown(vector)).collect();
    let ran = browser::scripts_run(&browser, "markdown-raw", &raw);
    assert!(ran >= 30, "only {ran} of {} vectors run as they are", raw.len());
    for (renderer, mut pages) in renderings(&ATTACKS)? {
        pages.sort();
        pages.dedup();
        for (nth, part) in pages.chunks(400).enumerate() {
            let name = format!("{renderer}-{nth}");
            assert_eq!(browser::scripts_run(&browser, &name, part), 0, "in part {name}");
        }
    }
    Ok(())
}

/// Text full of marks.
fn marks() -> impl Strategy<Value = String> {
    "([#*_`~<>&|\\\\\\[\\]()!+=.:;\"'$^{}-]|[0-9]{1,2}[.)]|一|春天|a|https://a\\.b/|www\\.a\\.b|&lt;|&#35;| |  |\t|\n){0,12}"
}

fn article_of(texts: &[String]) -> Article {
    let text = |nth: usize| texts.get(nth).cloned().unwrap_or_default();
    let mut article = Article::default();
    article.title = Some(text(0));
    article.body = vec![
        Block::Paragraph(text(1)),
        Block::Heading { level: 3, text: text(2) },
        Block::ListItem(text(3)),
        Block::ListItem(text(4)),
        Block::Quote(text(5)),
        Block::TableRow(vec![text(6)]),
        Block::TableRow(vec![text(7), text(0)]),
        picture("/a.jpg", &text(1)),
        Block::Paragraph(text(3)),
    ];
    article
}

fn articles_full_of_marks_read_as_they_are() -> Result<(), Absent> {
    let strategy = prop::collection::vec(marks(), 8);
    let mut runner = TestRunner::deterministic();
    let mut made = || strategy.new_tree(&mut runner).unwrap_or_else(|error| panic!("{error}")).current();
    let articles: Vec<Article> = (0..1000).map(|_| article_of(&made())).collect();
    reads_as_said(&articles)
}

fn reads_as_said(articles: &[Article]) -> Result<(), Absent> {
    // A linkifier shows of a bare address what its percent signs stand for, and of references their marks.
    let all = renderings(articles)?.into_iter().filter(|(renderer, _)| !renderer.ends_with("linkify"));
    for (renderer, pages) in all {
        // markdown-it leaves references out of descriptions of pictures.
        let of = if renderer == "markdown-it" { Of::Text } else { Of::TextAndPictures };
        for (page, article) in pages.iter().zip(articles) {
            // marked shows a tilde's reference at the end of a bare address as it is written.
            if renderer == "marked" && has_tilde_in_address(article) {
                continue;
            }
            let markdown = article.markdown();
            assert_eq!(read(page, of), said(article, of), "{renderer} reads\n{markdown}\nas\n{page}");
        }
    }
    Ok(())
}

fn has_tilde_in_address(article: &Article) -> bool {
    article.markdown().split(char::is_whitespace).any(|word| word.contains("&#126;"))
}

fn made_up_articles_read_as_they_are_by_pulldown() {
    let cases = ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() };
    proptest!(cases, |(texts in prop::collection::vec(marks(), 8))| {
        let article = article_of(&texts);
        let page = rendered::by_pulldown(&article.markdown());
        let of = Of::TextAndPictures;
        prop_assert_eq!(read(&page, of), said(&article, of), "{}", article.markdown());
        prop_assert_eq!(faults(&page), Vec::<String>::new());
    });
}

fn articles_of_small_pages_read_as_they_are() -> Result<(), Absent> {
    let articles: Vec<Article> = stored::pages().iter().map(|(_, page)| zhengwen::clean(page)).collect();
    reads_as_said(&articles)
}

fn articles_of_saved_pages_read_as_they_are() -> Result<(), Absent> {
    let folder = corpus::folder("dev/html")?;
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let bytes = files.filter_map(|file| std::fs::read(file.path()).ok());
    let articles: Vec<Article> = bytes.filter_map(|page| zhengwen::clean_bytes(&page, None).ok()).collect();
    assert!(articles.len() > 70, "{} articles", articles.len());
    reads_as_said(&articles)
}

trial::trials!(
    no_markup_comes_of_what_an_article_says,
    nothing_runs_in_a_browser,
    articles_full_of_marks_read_as_they_are,
    made_up_articles_read_as_they_are_by_pulldown,
    articles_of_small_pages_read_as_they_are,
    articles_of_saved_pages_read_as_they_are,
);

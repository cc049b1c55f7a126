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
use zhengwen::{Article, Block, Cleaner, Image, Marker, Span, SpanKind, Text};

/// Elements that a renderer may make of an article.
const ELEMENTS: &[&str] = &[
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "strong",
    "em",
    "code",
    "pre",
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
    article.body.push(Block::TableRow(vec![text.into()]));
    article.body.push(Block::TableRow(vec![text.into(), "二".into(), text.into()]));
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
                        ("img", "src" | "alt")
                            | ("a", "href")
                            | ("ol", "start")
                            | ("td" | "th", "align" | "style")
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
    for (nth, block) in article.body.iter().enumerate() {
        match block {
            Block::Image(image) if of == Of::TextAndPictures && is_written(&image.src) => {
                said += image.caption.as_deref().or(image.alt.as_deref()).unwrap_or_default();
            }
            Block::Media { kind, src, caption, .. } if is_written(src) => {
                said += caption.as_deref().unwrap_or(kind.as_str());
            }
            Block::Quote { text, source: Some(source), .. } if !shown(text).is_empty() => {
                said += text;
                if ends_unnamed(&article.body, nth, source) {
                    said.extend(["—", source]);
                }
            }
            block => said += &block.text(),
        }
    }
    shown(&said)
}

/// True for the last of the quotations of a source, where none of them says its name.
fn ends_unnamed(body: &[Block], nth: usize, name: &str) -> bool {
    let is_of = |block: &&Block| matches!(block, Block::Quote { source: Some(source), .. } if source == name);
    let before = body[..=nth].iter().rev().take_while(is_of);
    !body.get(nth + 1).is_some_and(|next| is_of(&next))
        && !before.map(Block::text).any(|text| text.contains(name))
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

/// Texts, and places between which parts of them stand out.
type Made = (Vec<String>, Vec<(usize, usize, usize)>);

fn made() -> impl Strategy<Value = Made> {
    (prop::collection::vec(marks(), 8), prop::collection::vec((0..20usize, 1..9usize, 0..4usize), 0..6))
}

fn article_of((texts, spans): &Made) -> Article {
    let plain = |nth: usize| texts.get(nth).cloned().unwrap_or_default();
    let text = |nth: usize| spanned(&plain(nth), spans);
    let item = |level, marker, nth| Block::ListItem { level, marker, text: text(nth) };
    let mut article = Article::default();
    article.title = Some(plain(0));
    article.body = vec![
        Block::Paragraph(text(1)),
        Block::Heading { level: 3, text: text(2) },
        item(1, Marker::Bullet, 3),
        item(2, Marker::Number(3), 4),
        item(2, Marker::Continued, 6),
        item(1, Marker::Number(4), 7),
        Block::Quote { text: text(5), source: Some("渡口志".to_owned()), cite: None },
        Block::TableRow(vec![text(6).into()]),
        Block::TableRow(vec![text(7).into(), text(0).into()]),
        Block::Code(plain(2)),
        picture("/a.jpg", &plain(1)),
        Block::Paragraph(text(3)),
    ];
    article
}

/// `text` with parts that stand out: each its first character, its length and its kind.
fn spanned(text: &str, spans: &[(usize, usize, usize)]) -> Text {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let place = |nth: usize| places.get(nth).copied().unwrap_or(text.len());
    let kinds =
        [SpanKind::Bold, SpanKind::Italic, SpanKind::Code, SpanKind::Link("/x?a=(1)&b=_*[".to_owned())];
    let spans = spans
        .iter()
        .map(|&(start, chars, kind)| Span::new(place(start)..place(start + chars), kinds[kind].clone()));
    Text::with_spans(text, spans)
}

fn articles_full_of_marks_read_as_they_are() -> Result<(), Absent> {
    let strategy = made();
    let mut runner = TestRunner::deterministic();
    let mut next = || strategy.new_tree(&mut runner).unwrap_or_else(|error| panic!("{error}")).current();
    let articles: Vec<Article> = (0..1000).map(|_| article_of(&next())).collect();
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
    proptest!(cases, |(made in made())| {
        let article = article_of(&made);
        let page = rendered::by_pulldown(&article.markdown());
        let of = Of::TextAndPictures;
        prop_assert_eq!(read(&page, of), said(&article, of), "{}", article.markdown());
        prop_assert_eq!(faults(&page), Vec::<String>::new());
    });
}

/// An article with something of every kind that stands out.
fn structured() -> Article {
    let text = |text: &str, parts: &[(&str, SpanKind)]| {
        let span = |(part, kind): &(&str, SpanKind)| {
            let start = text.find(part).unwrap_or_else(|| panic!("{part} in {text}"));
            Span::new(start..start + part.len(), kind.clone())
        };
        Text::with_spans(text, parts.iter().map(span))
    };
    let item = |level, marker, text: &str| Block::ListItem { level, marker, text: text.into() };
    let link = SpanKind::Link("https://example.com/a_b?x=1&y=2".to_owned());
    let mut article = Article::default();
    article.body = vec![
        Block::Heading { level: 2, text: text("渡口", &[]) },
        Block::Paragraph(text(
            "老船“停了”，新桥通车。详见公告与说明，命令ls列出。",
            &[
                ("“停了”，", SpanKind::Bold),
                ("通车", SpanKind::Italic),
                ("公告", link.clone()),
                ("ls", SpanKind::Code),
            ],
        )),
        Block::Paragraph(text("公告全文", &[("公告全", link), ("告全文", SpanKind::Bold)])),
        item(1, Marker::Number(1), "甲"),
        item(2, Marker::Number(3), "乙"),
        item(2, Marker::Continued, "丙"),
        item(1, Marker::Number(2), "丁"),
        item(1, Marker::Number(5), "戊"),
        Block::Quote { text: "一".into(), source: None, cite: None },
        Block::Quote { text: "二".into(), source: None, cite: None },
        Block::TableRow(vec!["县".into(), "".into(), "亩".into()]),
        Block::Code("let a = 1;\n# `b` <c>".to_owned()),
    ];
    article
}

/// The texts of all elements that `selector` selects, and of links their addresses.
fn selected(html: &str, selector: &str) -> Vec<String> {
    let selector = scraper::Selector::parse(selector).unwrap_or_else(|error| panic!("{error}"));
    let fragment = Html::parse_fragment(html);
    let text = |element: scraper::ElementRef| {
        let own = element.children().filter_map(|child| child.value().as_text().map(|text| text.to_string()));
        let inside = || element.text().collect::<String>();
        let text = if element.value().name() == "li" { own.collect() } else { inside() };
        text.trim().to_owned() + element.attr("href").or(element.attr("start")).unwrap_or_default()
    };
    fragment.select(&selector).map(text).collect()
}

fn what_stands_out_is_read_so_by_every_renderer() -> Result<(), Absent> {
    let article = structured();
    let expected: [(&str, &[&str]); 12] = [
        ("h2", &["渡口"]),
        ("strong", &["停了", "告全", "文"]),
        ("em", &["通车"]),
        ("p code", &["ls"]),
        ("a", &["公告https://example.com/a_b?x=1&y=2", "公告全https://example.com/a_b?x=1&y=2"]),
        ("ol > li > ol > li > p", &["乙", "丙"]),
        ("body > ol, html > ol", &["甲\n\n\n乙\n丙\n\n\n丁", "戊5"]),
        ("li li", &[""]),
        ("blockquote p", &["一", "二"]),
        ("th", &["县", "", "亩"]),
        ("pre code", &["let a = 1;\n# `b` <c>"]),
        ("pre em, pre strong, th em", &[]),
    ];
    for (renderer, pages) in renderings(&[article])? {
        for (selector, texts) in expected {
            let blanks_aside =
                |texts: &[String]| texts.iter().map(|text| text.replace('\n', "")).collect::<Vec<_>>();
            let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
            let found = selected(&pages[0], selector);
            assert_eq!(blanks_aside(&found), blanks_aside(&texts), "{renderer}, {selector}:\n{}", pages[0]);
        }
    }
    Ok(())
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
    what_stands_out_is_read_so_by_every_renderer,
    made_up_articles_read_as_they_are_by_pulldown,
    articles_of_small_pages_read_as_they_are,
    articles_of_saved_pages_read_as_they_are,
);

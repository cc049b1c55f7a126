//! Cross-site scripting vectors in good articles, and none of them in the HTML given back: by what
//! elements, attributes and addresses it has, by what another sanitizer finds, and by a real browser.

#[path = "xss/browser.rs"]
mod browser;

use ammonia::Url;
use scraper::{Html, Node};
use std::io::Write as _;
use zhengwen::{Article, Block, Cleaner, Image};

/// Elements that the HTML given back may have, and the attributes of `<img>`, which alone has any.
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
    "tbody",
    "tr",
    "td",
    "figure",
    "img",
    "figcaption",
];
const ATTRIBUTES: &[&str] = &["src", "alt"];

const BEFORE: &str =
    "清晨六点，柳溪江上的雾还没有散，六十二岁的船工周水生已经解开了缆绳，准备开出最后一班船。";
const AFTER: &str =
    "县交通局的负责人介绍，渡口的码头和老船都会保留下来，改建成一座小小的水上博物馆，秋天开放。";

/// The vectors of `tests/xss/vectors.txt`.
fn vectors() -> Vec<String> {
    let lines = include_str!("xss/vectors.txt").lines();
    let vectors: Vec<String> = lines
        .filter(|line| !line.is_empty() && !line.starts_with("# ") && !line.starts_with("= "))
        .map(unescaped)
        .collect();
    assert!(vectors.len() >= 250, "{} vectors", vectors.len());
    vectors
}

/// A line with `\n`, `\t`, `\r`, `\0` and `\\` as the characters that they stand for.
fn unescaped(line: &str) -> String {
    [("\\\\", "\u{1}"), ("\\n", "\n"), ("\\t", "\t"), ("\\r", "\r"), ("\\0", "\0"), ("\u{1}", "\\")]
        .iter()
        .fold(line.to_owned(), |line, (from, to)| line.replace(from, to))
}

/// Pages with a vector between paragraphs, inside one, in a caption and in the headline.
fn pages(vector: &str) -> [String; 4] {
    let page = |head: &str, inside: &str, between: &str| {
        format!(
            "<html><head><title>老渡口的最后一班船{head}</title></head><body><h1>老渡口的最后一班船{head}</h1>\
             <div class=content><p>{BEFORE}{inside}</p>{between}<p>{AFTER}</p></div></body></html>"
        )
    };
    let picture =
        format!("<figure><img src=/1.jpg alt=船><figcaption>{vector}新村日报 摄</figcaption></figure>");
    [page("", "", vector), page("", vector, ""), page("", "", &picture), page(vector, "", "")]
}

/// What no page can say: vectors where the pipeline would have to put them.
fn made_up(vector: &str) -> Article {
    let text = || vector.to_owned();
    let picture = |src: String| {
        let mut image = Image::default();
        (image.src, image.alt, image.caption) = (src, Some(text()), Some(text()));
        Block::Image(image)
    };
    let mut body = vec![
        Block::Paragraph(text()),
        Block::Heading { level: 2, text: text() },
        Block::ListItem(text()),
        Block::Quote(text()),
        Block::TableRow(vec![text(), text()]),
        picture(text()),
        picture("/1.jpg".to_owned()),
    ];
    body.extend(addresses(vector).into_iter().map(picture));
    let mut article = Article::default();
    article.body = body;
    article
}

/// Values of all attributes that a browser would see in a vector.
fn addresses(vector: &str) -> Vec<String> {
    let elements = Html::parse_fragment(vector);
    let elements = elements.tree.values().filter_map(Node::as_element);
    elements
        .flat_map(|element| element.attrs().map(|(_, value)| value.to_owned()).collect::<Vec<_>>())
        .collect()
}

/// Every HTML that the vectors can be given back as.
fn outputs() -> Vec<(String, String)> {
    let cleaner = Cleaner::new();
    let mut outputs = Vec::new();
    for vector in vectors() {
        for page in pages(&vector) {
            outputs.push((page.clone(), cleaner.clean(&page).html()));
            outputs.push((page.clone(), cleaner.clean_document(&Html::parse_document(&page)).html()));
        }
        outputs.push((vector.clone(), made_up(&vector).html()));
        outputs.push((vector.clone(), cleaner.clean_text(&format!("{BEFORE}\n{vector}\n{AFTER}")).html()));
    }
    outputs
}

/// What of `html` is not on the allow-lists.
fn faults(html: &str) -> Vec<String> {
    let fragment = Html::parse_fragment(html);
    let mut faults = Vec::new();
    for node in fragment.tree.values().skip(1) {
        match node {
            // The parser's own.
            Node::Element(element)
                if matches!(element.name(), "html" | "body") && element.attrs().count() == 0 => {}
            Node::Element(element) if ELEMENTS.contains(&element.name()) => {
                for (name, value) in element.attrs() {
                    if element.name() != "img" || !ATTRIBUTES.contains(&name) {
                        faults.push(format!("attribute {name}={value}"));
                    } else if name == "src" && !is_harmless(value) {
                        faults.push(format!("address {value:?}"));
                    }
                }
            }
            Node::Text(_) => {}
            other => faults.push(format!("{other:?}")),
        }
    }
    faults
}

/// True for an address that a browser fetches by `http` or `https`.
fn is_harmless(address: &str) -> bool {
    let base = Url::parse("https://xss.invalid/news/").ok();
    let url = Url::options().base_url(base.as_ref()).parse(address);
    url.is_ok_and(|url| matches!(url.scheme(), "http" | "https"))
}

#[test]
fn nothing_off_the_allow_list_comes_out() {
    for (page, html) in outputs() {
        assert_eq!(faults(&html), Vec::<String>::new(), "of {page:?}:\n{html}");
    }
}

#[test]
fn the_articles_around_the_vectors_come_out() {
    let cleaner = Cleaner::new();
    let vectors = vectors();
    let whole = vectors.iter().filter(|vector| {
        let text = cleaner.clean(&pages(vector)[0]).text();
        text.contains(BEFORE) && text.contains(AFTER)
    });
    // Some vectors hide all that follows: `<plaintext>`, `<script>` without an end.
    let (whole, all) = (whole.count(), vectors.len());
    assert!(whole * 10 >= all * 9, "{whole} of {all}");
}

#[test]
fn ammonia_finds_nothing_to_remove() {
    let mut ammonia = ammonia::Builder::default();
    ammonia.add_tags(["figure", "figcaption"]).link_rel(None);
    let mut pictures = 0;
    for (page, html) in outputs() {
        let parsed = |html: &str| Html::parse_fragment(html).root_element().inner_html();
        assert_eq!(parsed(&ammonia.clean(&html).to_string()), parsed(&html), "of {page:?}");
        pictures += html.matches("<img").count();
    }
    assert!(pictures > 0, "no picture came out");
}

#[test]
fn the_checks_find_what_is_wrong() {
    let ammonia = ammonia::Builder::default();
    let found = vectors().iter().filter(|vector| !faults(vector).is_empty()).count();
    // The others hold escaped markup, or what this parser already takes for none.
    assert!(found * 10 >= vectors().len() * 8, "{found} of {}", vectors().len());
    for wrong in
        ["<p onclick=HIT>文</p>", "<img src=\"java\nscript:HIT\">", "<svg></svg>", "<p>文<!-- x --></p>"]
    {
        assert!(!faults(wrong).is_empty(), "{wrong}");
        assert_ne!(ammonia.clean(wrong).to_string(), wrong);
    }
}

#[test]
fn no_script_runs_in_a_browser() {
    let Some(browser) = browser::find() else {
        // The test harness keeps back what a passing test prints, but not this.
        let _ = writeln!(std::io::stderr(), "skipped: Chromium is not installed");
        return;
    };
    let vectors = vectors();
    // The vectors as they are, to know that the page sees scripts run.
    let raw: Vec<String> = vectors.iter().map(|vector| pages(vector)[0].clone()).collect();
    let ran = browser::scripts_run(&browser, "raw", &raw);
    assert!(ran >= 50, "only {ran} of {} vectors run as they are", vectors.len());
    let mut cleaned: Vec<String> = outputs().into_iter().map(|(_, html)| html).collect();
    cleaned.sort();
    cleaned.dedup();
    for (nth, part) in cleaned.chunks(400).enumerate() {
        assert_eq!(browser::scripts_run(&browser, &format!("cleaned-{nth}"), part), 0, "in part {nth}");
    }
}

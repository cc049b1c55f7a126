//! Cross-site scripting vectors in good articles, and none of them in the HTML given back: by what
//! elements, attributes and addresses it has, by what another sanitizer finds, and by a real browser.

mod trial;
#[path = "xss/browser.rs"]
mod browser;
#[path = "xss/vectors.rs"]
mod vectors;

use ammonia::Url;
use scraper::{Html, Node};
use trial::Absent;
use vectors::{AFTER, BEFORE, made_up, pages, vectors};
use zhengwen::Cleaner;

/// Elements that the HTML given back may have, and the attributes of those that have any.
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
    "a",
    "strong",
    "em",
    "code",
    "pre",
    "footer",
    "blockquote",
    "table",
    "tbody",
    "tr",
    "td",
    "th",
    "figure",
    "img",
    "figcaption",
    "video",
    "audio",
];
const ATTRIBUTES: &[(&str, &[&str])] = &[
    ("img", &["src", "alt"]),
    ("video", &["src", "poster", "controls"]),
    ("audio", &["src", "controls"]),
    ("a", &["href"]),
    ("blockquote", &["cite"]),
    ("li", &["value"]),
    ("td", &["colspan", "rowspan"]),
    ("th", &["colspan", "rowspan"]),
];

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
                    if !ATTRIBUTES.iter().any(|(of, names)| *of == element.name() && names.contains(&name)) {
                        faults.push(format!("attribute {name}={value}"));
                    } else if matches!(name, "src" | "poster" | "href" | "cite") && !is_harmless(value) {
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

fn nothing_off_the_allow_list_comes_out() {
    for (page, html) in outputs() {
        assert_eq!(faults(&html), Vec::<String>::new(), "of {page:?}:\n{html}");
    }
}

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

fn ammonia_finds_nothing_to_remove() {
    let mut ammonia = ammonia::Builder::default();
    ammonia.add_tags(["figure", "figcaption", "video", "audio"]).link_rel(None);
    ammonia.add_tag_attributes("video", ["src", "poster", "controls"]);
    ammonia.add_tag_attributes("audio", ["src", "controls"]);
    ammonia.add_tag_attributes("li", ["value"]);
    let (mut pictures, mut links) = (0, 0);
    for (page, html) in outputs() {
        let parsed = |html: &str| Html::parse_fragment(html).root_element().inner_html();
        assert_eq!(parsed(&ammonia.clean(&html).to_string()), parsed(&html), "of {page:?}");
        pictures += html.matches("<img").count();
        links += html.matches("<a href").count();
    }
    assert!(pictures > 0 && links > 0, "{pictures} pictures and {links} links came out");
}

fn the_checks_find_what_is_wrong() {
    let ammonia = ammonia::Builder::default();
    let found = vectors().iter().filter(|vector| !faults(vector).is_empty()).count();
    // The others hold escaped markup, or what this parser already takes for none.
    assert!(found * 10 >= vectors().len() * 8, "{found} of {}", vectors().len());
    for wrong in [
        "<p onclick=HIT>文</p>",
        "<a href=javascript:HIT>文</a>",
        "<img src=\"java\nscript:HIT\">",
        "<svg></svg>",
        "<p>文<!-- x --></p>",
    ] {
        assert!(!faults(wrong).is_empty(), "{wrong}");
        assert_ne!(ammonia.clean(wrong).to_string(), wrong);
    }
}

fn no_script_runs_in_a_browser() -> Result<(), Absent> {
    let browser = browser::find()?;
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
    Ok(())
}

trial::trials!(
    nothing_off_the_allow_list_comes_out,
    the_articles_around_the_vectors_come_out,
    ammonia_finds_nothing_to_remove,
    the_checks_find_what_is_wrong,
    no_script_runs_in_a_browser,
);

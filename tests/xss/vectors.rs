//! Cross-site scripting vectors, and the pages and articles that they stand in.

use scraper::{Html, Node};
use zhengwen::{Article, Block, Image, MediaKind};

pub(crate) const BEFORE: &str =
    "清晨六点，柳溪江上的雾还没有散，六十二岁的船工周水生已经解开了缆绳，准备开出最后一班船。";
pub(crate) const AFTER: &str =
    "县交通局的负责人介绍，渡口的码头和老船都会保留下来，改建成一座小小的水上博物馆，秋天开放。";

/// The vectors of `tests/xss/vectors.txt`.
pub(crate) fn vectors() -> Vec<String> {
    let lines = include_str!("vectors.txt").lines();
    let vectors: Vec<String> = lines
        .filter(|line| !line.is_empty() && !line.starts_with("# ") && !line.starts_with("= "))
        .map(unescaped)
        .collect();
    assert!(vectors.len() >= 250, "{} vectors", vectors.len());
    vectors
}

/// A line with `\n`, `\t`, `\r`, `\0` and `\\` as the characters that they stand for.
pub(crate) fn unescaped(line: &str) -> String {
    [("\\\\", "\u{1}"), ("\\n", "\n"), ("\\t", "\t"), ("\\r", "\r"), ("\\0", "\0"), ("\u{1}", "\\")]
        .iter()
        .fold(line.to_owned(), |line, (from, to)| line.replace(from, to))
}

/// Pages with a vector between paragraphs, inside one, in a caption and in the headline.
pub(crate) fn pages(vector: &str) -> [String; 4] {
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
pub(crate) fn made_up(vector: &str) -> Article {
    let text = || vector.to_owned();
    let picture = |src: String| {
        let mut image = Image::default();
        (image.src, image.alt, image.caption) = (src, Some(text()), Some(text()));
        Block::Image(image)
    };
    let recording = |src: String| Block::Media {
        kind: MediaKind::Video,
        poster: Some(src.clone()),
        src,
        caption: Some(text()),
    };
    let mut body = vec![
        Block::Paragraph(text()),
        Block::Heading { level: 2, text: text() },
        Block::ListItem(text()),
        Block::Quote(text()),
        Block::TableRow(vec![text(), text()]),
        picture(text()),
        picture("/1.jpg".to_owned()),
        recording(text()),
        recording("/1.mp4".to_owned()),
    ];
    body.extend(addresses(vector).into_iter().flat_map(|src| [recording(src.clone()), picture(src)]));
    let mut article = Article::default();
    article.body = body;
    article
}

/// Values of all attributes that a browser would see in a vector.
pub(crate) fn addresses(vector: &str) -> Vec<String> {
    let elements = Html::parse_fragment(vector);
    let elements = elements.tree.values().filter_map(Node::as_element);
    elements
        .flat_map(|element| element.attrs().map(|(_, value)| value.to_owned()).collect::<Vec<_>>())
        .collect()
}

//! Cross-site scripting vectors, and the pages and articles that they stand in.

use scraper::{Html, Node};
use zhengwen::{Article, Block, Cell, Image, Marker, MediaKind, Span, SpanKind, Text};

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
    let marked = || all_marked(vector, vector);
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
        Block::Paragraph(text().into()),
        Block::Paragraph(marked()),
        Block::Heading { level: 2, text: marked() },
        Block::ListItem { level: 1, marker: Marker::Number(7), text: marked() },
        Block::ListItem { level: 2, marker: Marker::Bullet, text: text().into() },
        Block::ListItem { level: 2, marker: Marker::Continued, text: marked() },
        Block::Quote { text: marked(), source: Some(text()), cite: Some(text()) },
        Block::TableRow(vec![Cell::from(text()), Cell::from(marked())]),
        Block::Code(text()),
        picture(text()),
        picture("/1.jpg".to_owned()),
        recording(text()),
        recording("/1.mp4".to_owned()),
    ];
    for address in addresses(vector) {
        body.push(Block::Paragraph(all_marked(BEFORE, &address)));
        body.extend([recording(address.clone()), picture(address)]);
    }
    let mut article = Article::default();
    article.body = body;
    article
}

/// A text that stands out in every way, and links to `address`.
pub(crate) fn all_marked(text: &str, address: &str) -> Text {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let at = |nth: usize| places[nth.min(places.len() - 1)];
    let link = || SpanKind::Link(address.to_owned());
    let spans = [
        Span::new(0..at(3), SpanKind::Bold),
        Span::new(at(1)..at(5), link()),
        Span::new(at(4)..at(9), SpanKind::Italic),
        Span::new(at(11)..at(14), SpanKind::Code),
        Span::new(at(12)..text.len(), link()),
        Span::new(at(15)..text.len(), SpanKind::Bold),
    ];
    Text::with_spans(text, spans)
}

/// Values of all attributes that a browser would see in a vector.
pub(crate) fn addresses(vector: &str) -> Vec<String> {
    let elements = Html::parse_fragment(vector);
    let elements = elements.tree.values().filter_map(Node::as_element);
    elements
        .flat_map(|element| element.attrs().map(|(_, value)| value.to_owned()).collect::<Vec<_>>())
        .collect()
}

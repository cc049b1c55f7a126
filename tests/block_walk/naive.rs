//! A page in, its visible lines of text out: the slow, obvious twin of pruning, parsing and the block walk.
//!
//! Written from the HTML standard's rendering section (15.3) over scraper's tree, which parses the whole
//! page. Every character becomes a mark with all that is known of it, then lines are cut and blanks closed.

use scraper::node::Element;
use scraper::{ElementRef, Html, Node};

/// Elements that begin and end a line: `display: block`, list items, and the parts of tables.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "optgroup",
    "p",
    "plaintext",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "xmp",
];

/// Elements whose text is not the page's: `display: none`, replaced by something else, or a control.
const TEXTLESS: &[&str] = &[
    "amp-anim",
    "amp-audio",
    "amp-img",
    "amp-video",
    "audio",
    "button",
    "canvas",
    "datalist",
    "embed",
    "iframe",
    "input",
    "map",
    "math",
    "meter",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "option",
    "progress",
    "rp",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
    "video",
];

/// Elements in which a line break is one.
const VERBATIM: &[&str] = &["listing", "plaintext", "pre", "xmp"];

/// A character of the page, or an edge between two lines.
enum Mark {
    Edge,
    Char { c: char, in_hidden_block: bool },
}

/// A line of text.
struct Line {
    text: String,
    hidden: bool,
}

/// The lines that a reader of the page sees: all of them where none of those not hidden is readable.
pub(crate) fn visible_lines(html: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let mut marks = Vec::new();
    mark(page.root_element(), &mut marks);
    let lines = lines(&marks);
    let shows_something = lines.iter().any(|line| !line.hidden && is_readable(&line.text));
    lines.into_iter().filter(|line| !line.hidden || !shows_something).map(|line| line.text).collect()
}

/// Twenty characters with a mark among them.
fn is_readable(text: &str) -> bool {
    text.chars().count() >= 20 && text.contains(|c| is_sentence_mark(c) || c == '，' || c == ',')
}

/// Adds the marks of an element. Saved pages nest no deeper than 61: here the walk may recurse.
fn mark(element: ElementRef, marks: &mut Vec<Mark>) {
    let name = element.value().name();
    if TEXTLESS.contains(&name) {
        return;
    }
    if let Some(alt) = character(element.value()) {
        let in_line = marks.last().is_some_and(|mark| matches!(mark, Mark::Char { .. }));
        if in_line || !alt.starts_with('[') {
            text_marks(alt, &around(element), marks);
        }
    }
    if is_block(name) || name == "br" && shows(&around(element)) != Shows::Nowhere {
        marks.push(Mark::Edge);
    }
    for child in element.children() {
        if let Some(child) = ElementRef::wrap(child) {
            mark(child, marks);
        } else if let Node::Text(text) = child.value() {
            text_marks(text, &around(element), marks);
        }
    }
    if is_block(name) {
        marks.push(Mark::Edge);
    }
}

/// What a picture that stands for a character shows: an emoji, a rare character in its size, an emoticon's name.
fn character(element: &Element) -> Option<&str> {
    let alt = element.attr("alt").filter(|alt| element.name() == "img" && !alt.is_ascii())?;
    let is_small =
        element.attr("width").and_then(|width| width.parse::<u32>().ok()).is_some_and(|width| width <= 40);
    let is_named = element.classes().any(|class| matches!(class, "gaiji" | "glyph" | "emoji"));
    let is_one = alt.chars().count() == 1 && (alt > "\u{1F000}" || is_small || is_named);
    (is_one || alt.starts_with('[') && !alt.contains('图')).then_some(alt)
}

/// The element and all around it, innermost first.
fn around(element: ElementRef) -> Vec<ElementRef> {
    [element].into_iter().chain(element.ancestors().filter_map(ElementRef::wrap)).collect()
}

/// Where text with these elements around it is seen.
#[derive(PartialEq)]
enum Shows {
    OnThePage,
    /// In a hidden block: a script may show it.
    InAHiddenBlock,
    /// In a hidden part of a line that shows.
    Nowhere,
}

fn shows(around: &[ElementRef]) -> Shows {
    let block = around.iter().position(|element| is_block(element.value().name())).unwrap_or(around.len());
    let (inline, blocks) = around.split_at(block);
    let any_hidden = |elements: &[ElementRef]| elements.iter().any(|element| is_hidden(element.value()));
    match (any_hidden(blocks), any_hidden(inline)) {
        (true, _) => Shows::InAHiddenBlock,
        (false, true) => Shows::Nowhere,
        (false, false) => Shows::OnThePage,
    }
}

fn text_marks(text: &str, around: &[ElementRef], marks: &mut Vec<Mark>) {
    let verbatim = around.iter().any(|element| VERBATIM.contains(&element.value().name()));
    let shows = shows(around);
    if shows == Shows::Nowhere {
        return;
    }
    for c in text.chars() {
        let is_edge = c == '\n' && verbatim;
        let in_hidden_block = shows == Shows::InAHiddenBlock;
        marks.push(if is_edge { Mark::Edge } else { Mark::Char { c, in_hidden_block } });
    }
}

fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

fn is_hidden(element: &Element) -> bool {
    let style: String = element.attr("style").unwrap_or_default().split(char::is_whitespace).collect();
    let style = style.to_ascii_lowercase();
    element.attr("hidden").is_some() || style.contains("display:none") || style.contains("visibility:hidden")
}

fn lines(marks: &[Mark]) -> Vec<Line> {
    let mut lines = Vec::new();
    for run in marks.split(|mark| matches!(mark, Mark::Edge)) {
        let chars = run.iter().filter_map(|mark| match mark {
            Mark::Edge => None,
            Mark::Char { c, in_hidden_block } => Some((*c, *in_hidden_block)),
        });
        let (chars, hidden): (Vec<char>, Vec<bool>) = chars.filter(|(c, _)| !is_invisible(*c)).unzip();
        let hidden = hidden.contains(&true);
        lines.extend(paragraphs(&chars).into_iter().map(|text| Line { text, hidden }));
    }
    lines
}

/// Words with the blanks before them; a paragraph ends where a sentence did and an indent follows.
fn paragraphs(chars: &[char]) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let blanks: Vec<char> = chars[at..].iter().copied().take_while(|c| c.is_whitespace()).collect();
        at += blanks.len();
        let word: String = chars[at..].iter().take_while(|c| !c.is_whitespace()).collect();
        at += word.chars().count();
        let count = |blank| blanks.iter().filter(|&&c| c == blank).count();
        let is_indent = count('\u{3000}') >= 2 || count('\u{A0}') >= 4;
        match paragraphs.last_mut() {
            _ if word.is_empty() => {}
            Some(last) if !(is_indent && ends_sentence(last)) => {
                last.push_str(between(last, &blanks, &word));
                last.push_str(&word);
            }
            _ => paragraphs.push(word),
        }
    }
    paragraphs
}

/// What blanks between two words become.
fn between(before: &str, blanks: &[char], after: &str) -> &'static str {
    let has = |blank| blanks.contains(&blank);
    let wide = before.chars().next_back().is_some_and(is_wide) && after.chars().next().is_some_and(is_wide);
    let wrapped = has('\n') || has('\r');
    if has('\u{3000}') {
        "\u{3000}"
    } else if wrapped && wide && !has('\u{A0}') {
        // CSS Text: a line break of the source between two wide characters is no space.
        ""
    } else {
        " "
    }
}

fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| c.is_whitespace() || "”’」』）》】〕)]\"'］﹞⸺".contains(c));
    match bare.chars().next_back() {
        Some('.') => text.ends_with("..") || !text.is_ascii(),
        last => last.is_some_and(is_sentence_mark),
    }
}

fn is_sentence_mark(c: char) -> bool {
    "。！？…!?｡．".contains(c)
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{AD}')
        || c.is_control() && !c.is_whitespace()
}

fn is_wide(c: char) -> bool {
    matches!(c,
        '\u{3000}'..='\u{303F}' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FF01}'..='\u{FF60}' | '\u{20000}'..='\u{323AF}')
}

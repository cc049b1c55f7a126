//! A page in, its visible lines of text out: the slow, obvious twin of pruning, parsing and the block walk.
//!
//! Written from the HTML standard's rendering section (15.3) over scraper's tree, which parses the whole
//! page. Every character becomes a mark with all that is known of it, then lines are cut and blanks closed.

use ego_tree::NodeId;
use scraper::node::Element;
use scraper::{ElementRef, Html, Node, Selector};
use std::collections::HashSet;

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
    "template",
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
    "meter",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "option",
    "progress",
    "script",
    "select",
    "style",
    "textarea",
    "title",
    "video",
];

/// Elements in which a line break is one.
const VERBATIM: &[&str] = &["listing", "plaintext", "pre", "xmp"];

/// Classes of words for screen readers, and of those put between others to spoil a copy.
const UNSEEN: &[&str] = &[
    "sr-only",
    "sr-only-focusable",
    "visually-hidden",
    "visuallyhidden",
    "visually-hidden-focusable",
    "screen-reader-text",
    "screen-reader-only",
    "screenreader",
    "screen-reader",
    "a11y-hidden",
    "u-visually-hidden",
    "is-visually-hidden",
    "assistive-text",
    "offscreen",
    "element-invisible",
    "jammer",
    "katex-mathml",
];

/// Classes of fonts of signs.
const ICONS: &[&str] = &[
    "material-icons",
    "material-icons-outlined",
    "material-icons-round",
    "material-icons-sharp",
    "material-symbols-outlined",
    "material-symbols-rounded",
    "material-symbols-sharp",
    "icon",
    "icons",
    "iconfont",
    "icon-font",
    "ligature-icons",
];

/// A character of the page, or an edge between two lines.
enum Mark {
    Edge,
    /// Where an element begins or ends that the page's styles may show otherwise.
    Doubt,
    Char {
        c: char,
        in_hidden_block: bool,
    },
}

/// A line of text.
pub(crate) struct Line {
    pub(crate) text: String,
    /// Not shown until a script opens what is around it.
    pub(crate) hidden: bool,
    /// In or beside an element that the page's styles may hide, part or join: they are not followed here.
    pub(crate) doubtful: bool,
}

/// The lines of the page; none counts as hidden where none of those not hidden is readable.
pub(crate) fn lines_of(html: &str) -> Vec<Line> {
    let page = Html::parse_document(html);
    let rules = rules(&page);
    let [hiding, blocks, icons] = [hides, sets_a_block, names_icons].map(|says| classes(&rules, says));
    let walk = Walk { hiding, blocks, icons, doubtful: doubtful(&page, &rules) };
    let mut marks = Vec::new();
    walk.mark(page.root_element(), &mut marks);
    let mut lines = lines(&marks);
    if !lines.iter().any(|line| !line.hidden && is_readable(&line.text)) {
        for line in &mut lines {
            line.hidden = false;
        }
    }
    lines
}

/// Rules of the page's own styles as pairs of a selector and its declarations, those for print left out.
fn rules(page: &Html) -> Vec<(String, String)> {
    let styles = page.root_element().descendants().filter_map(ElementRef::wrap);
    let css: String = styles.filter(|e| e.value().name() == "style").flat_map(|e| e.text()).collect();
    let bare: String =
        css.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, rest)| rest)).collect();
    let mut rules = Vec::new();
    for rule in bare.split('}').filter(|rule| !rule.contains("@media print")) {
        let mut parts = rule.rsplit('{');
        if let (Some(style), Some(selectors)) = (parts.next(), parts.next()) {
            rules.extend(selectors.split(',').map(|selector| (selector.trim().to_owned(), style.to_owned())));
        }
    }
    rules
}

/// Classes of which `says` is true for a rule for that class, alone or of one tag, and that no other rule shows.
fn classes(rules: &[(String, String)], says: fn(&str) -> bool) -> Vec<String> {
    let names = |selector: &str| selector.split(['.', ' ']).skip(1).map(str::to_owned).collect::<Vec<_>>();
    let shown =
        rules.iter().filter(|(selector, style)| selector.matches(['.', ' ']).count() > 1 && !says(style));
    let shown: Vec<String> = shown.flat_map(|(selector, _)| names(selector)).collect();
    let alone =
        rules.iter().filter(|(selector, style)| selector.matches(['.', ' ']).count() == 1 && says(style));
    let alone = alone.filter(|(selector, _)| selector.contains('.'));
    alone.flat_map(|(selector, _)| names(selector)).filter(|class| !shown.contains(class)).collect()
}

/// Elements of which a rule for names of theirs, or their own style, may say that they show otherwise.
fn doubtful(page: &Html, rules: &[(String, String)]) -> HashSet<NodeId> {
    let mut found = HashSet::new();
    for (selector, style) in rules.iter().filter(|(_, style)| !differs(style).is_empty()) {
        let selector = selector.rsplit(';').next().unwrap_or_default().trim_start_matches("<!--").trim();
        if selector.contains([' ', '>', '+', '~', '[', '*', ':']) {
            continue;
        }
        if let Ok(selector) = Selector::parse(selector) {
            let elements = page.select(&selector).filter(|element| may_differ(*element, style));
            found.extend(elements.map(|element| element.id()));
        }
    }
    let own = page.root_element().descendants().filter_map(ElementRef::wrap);
    let style = |element: &ElementRef| element.attr("style").map(str::to_ascii_lowercase);
    let own = own.filter(|e| style(e).is_some_and(|style| !hides(&style) && may_differ(*e, &style)));
    found.extend(own.map(|element| element.id()));
    found
}

/// What a style says that may change how text shows.
fn differs(style: &str) -> Vec<&'static str> {
    let style: String = style.split(char::is_whitespace).collect();
    let says = [
        "display:none",
        "display:inline",
        "display:contents",
        "display:block",
        "display:flex",
        "display:grid",
        "display:table",
        "display:list-item",
        "display:-webkit-box",
        "visibility:",
        "opacity:0",
        "clip",
        "font-size:0",
        "text-indent:-",
        "left:-",
        "top:-",
        "white-space:pre",
        "overflow:hidden",
        "con",
        "Symbols",
    ];
    says.into_iter().filter(|what| style.contains(what)).collect()
}

fn may_differ(element: ElementRef, style: &str) -> bool {
    let is_block = Walk::is_block(element.value());
    let is_of_inline = |what: &&str| {
        what.starts_with("display:") && !["display:none", "display:inline", "display:contents"].contains(what)
    };
    let is_of_block = |what: &&str| ["display:inline", "display:contents"].contains(what);
    let differs = differs(style);
    let mut changes =
        differs.iter().filter(|what| if is_block { !is_of_inline(what) } else { !is_of_block(what) });
    changes.next().is_some() && !matches!(element.value().name(), "html" | "body")
}

fn sets_a_block(style: &str) -> bool {
    style.replace(' ', "").contains("display:block")
}

fn names_icons(style: &str) -> bool {
    style.contains("font-family") && (style.contains("con") || style.contains("Symbols"))
}

struct Walk {
    /// Classes that the page's own style hides.
    hiding: Vec<String>,
    /// Those that it makes blocks.
    blocks: Vec<String>,
    /// Those whose font is one of signs.
    icons: Vec<String>,
    /// Elements that the page's styles may show otherwise.
    doubtful: HashSet<NodeId>,
}

/// Twenty characters with a mark among them.
fn is_readable(text: &str) -> bool {
    text.chars().count() >= 20 && text.contains(|c| is_sentence_mark(c) || c == '，' || c == ',')
}

impl Walk {
    /// Adds the marks of an element. Saved pages nest no deeper than 61: here the walk may recurse.
    fn mark(&self, element: ElementRef, marks: &mut Vec<Mark>) {
        let name = element.value().name();
        if TEXTLESS.contains(&name) {
            return;
        }
        if name == "svg" {
            return self.mark_drawing(element, marks);
        }
        if name == "math" {
            return self.mark_formula(element, marks);
        }
        let ends_lines = self.ends_lines(element);
        let is_doubtful = self.doubtful.contains(&element.id());
        if is_doubtful {
            marks.push(Mark::Doubt);
        }
        if follows_its_like(element) {
            marks.push(Mark::Edge);
        }
        if let Some(alt) = character(element.value()) {
            let before = marks.iter().rev().find(|mark| !matches!(mark, Mark::Doubt));
            let in_line = before.is_some_and(|mark| matches!(mark, Mark::Char { .. }));
            if in_line || !alt.starts_with('[') {
                self.text_marks(alt, &around(element), marks);
            }
        }
        if ends_lines || name == "br" && self.shows(&around(element)) != Shows::Nowhere {
            marks.push(Mark::Edge);
        }
        if self.is_in_doubt(element) {
            marks.push(Mark::Doubt);
        }
        // A template's content stands in a fragment of its own.
        let inside = element.children().find(|child| child.value().is_fragment());
        let children = inside.map_or(element.children(), |fragment| fragment.children());
        for child in children {
            if let Some(child) = ElementRef::wrap(child) {
                self.mark(child, marks);
            } else if let Node::Text(text) = child.value() {
                self.text_marks(text, &around(element), marks);
            }
        }
        if ends_lines {
            marks.push(Mark::Edge);
        }
        if self.is_in_doubt(element) {
            marks.push(Mark::Doubt);
        }
    }

    /// The element or one around it may show otherwise.
    fn is_in_doubt(&self, element: ElementRef) -> bool {
        around(element).iter().any(|element| self.doubtful.contains(&element.id()))
    }

    /// Of a drawing what is not drawn.
    fn mark_drawing(&self, drawing: ElementRef, marks: &mut Vec<Mark>) {
        for child in drawing.children().filter_map(ElementRef::wrap) {
            if child.value().name() == "foreignObject" {
                marks.push(Mark::Edge);
                self.mark(child, marks);
                marks.push(Mark::Edge);
            } else {
                self.mark_drawing(child, marks);
            }
        }
    }

    /// Of a formula its tokens, with a blank between cells.
    fn mark_formula(&self, formula: ElementRef, marks: &mut Vec<Mark>) {
        let has_cells = matches!(formula.value().name(), "mtable" | "mtr");
        for (nth, child) in formula.children().filter_map(ElementRef::wrap).enumerate() {
            if has_cells && nth > 0 {
                self.text_marks(" ", &around(formula), marks);
            }
            match child.value().name() {
                "mi" | "mn" | "mo" | "ms" | "mtext" => self.mark(child, marks),
                "annotation" | "annotation-xml" | "mphantom" => {}
                _ => self.mark_formula(child, marks),
            }
        }
    }

    fn shows(&self, around: &[ElementRef]) -> Shows {
        let block = around.iter().position(|element| Self::is_block(element.value())).unwrap_or(around.len());
        let (inline, blocks) = around.split_at(block);
        let any_hidden =
            |elements: &[ElementRef]| elements.iter().any(|element| self.is_hidden(element.value()));
        let is_reading = inline.iter().any(|element| is_bare_reading(*element));
        match (any_hidden(blocks), any_hidden(inline) || is_reading) {
            (true, _) => Shows::InAHiddenBlock,
            (false, true) => Shows::Nowhere,
            (false, false) => Shows::OnThePage,
        }
    }

    fn text_marks(&self, text: &str, around: &[ElementRef], marks: &mut Vec<Mark>) {
        let kept = !text.trim().is_empty() && around.iter().any(|element| keeps_breaks(element.value()));
        let verbatim = kept || around.iter().any(|element| VERBATIM.contains(&element.value().name()));
        let shows = self.shows(around);
        let is_sign = around.first().is_some_and(|element| self.is_icon(element.value())) && is_sign(text);
        if shows == Shows::Nowhere || is_sign {
            return;
        }
        let is_code = |element: &ElementRef| {
            element.value().name() == "code" || VERBATIM.contains(&element.value().name())
        };
        let is_code = around.iter().any(is_code);
        let text = if is_code { text.to_owned() } else { resolved(text) };
        for c in text.chars() {
            let is_edge = c == '\n' && verbatim;
            let in_hidden_block = shows == Shows::InAHiddenBlock;
            marks.push(if is_edge { Mark::Edge } else { Mark::Char { c, in_hidden_block } });
        }
    }

    /// A block, or what a style makes one.
    fn ends_lines(&self, element: ElementRef) -> bool {
        let by_class = element.value().classes().any(|class| self.blocks.iter().any(|known| known == class));
        by_class || Self::is_block(element.value()) || element.value().attr("style").is_some_and(sets_a_block)
    }

    fn is_block(element: &Element) -> bool {
        let is_contents = element.attr("style").is_some_and(|style| style.contains("display:contents"));
        BLOCKS.contains(&element.name()) && !is_contents || element.name() == "foreignObject"
    }

    fn is_icon(&self, element: &Element) -> bool {
        let mut classes = element.classes();
        classes.any(|class| ICONS.contains(&class) || self.icons.iter().any(|known| known == class))
    }

    fn is_hidden(&self, element: &Element) -> bool {
        let is_page = matches!(element.name(), "html" | "body");
        let is_inert = element.name() == "template" && element.attr("shadowrootmode").is_none();
        let by_class = element.classes().any(|class| {
            UNSEEN.contains(&class) && element.name() != "time"
                || self.hiding.iter().any(|known| known == class)
        });
        let by_itself = element.attr("hidden").is_some() || element.attr("style").is_some_and(hides);
        !is_page && (is_inert || by_class || by_itself)
    }
}

fn hides(style: &str) -> bool {
    let style: String = style.split(char::is_whitespace).collect::<String>().to_ascii_lowercase();
    let says =
        |what: &str| style.split(';').any(|declaration| declaration.trim_end_matches("!important") == what);
    let hiding = [
        "display:none",
        "visibility:hidden",
        "opacity:0",
        "font-size:0",
        "clip:rect(0,0,0,0)",
        "left:-9999px",
        "text-indent:-9999px",
    ];
    let is_nothing = |side: &str| ["0", "0px", "1px"].into_iter().any(|size| says(&format!("{side}:{size}")));
    let is_point = says("overflow:hidden") && is_nothing("width") && is_nothing("height");
    hiding.into_iter().any(says) || is_point
}

/// A reading that no brackets keep apart from what it belongs to.
fn is_bare_reading(element: ElementRef) -> bool {
    let before = element
        .prev_siblings()
        .find(|node| !node.value().as_text().is_some_and(|text| text.trim().is_empty()));
    let is_bracketed = before.and_then(ElementRef::wrap).is_some_and(|before| before.value().name() == "rp");
    matches!(element.value().name(), "rt" | "rtc") && !is_bracketed
}

/// An element of the page's own behind another, outside running text.
fn follows_its_like(element: ElementRef) -> bool {
    let is_own = |element: &ElementRef| element.value().name().contains('-');
    let before = element
        .prev_siblings()
        .find(|node| !node.value().as_text().is_some_and(|text| text.trim().is_empty()));
    let parent =
        element.parent().and_then(ElementRef::wrap).is_some_and(|parent| parent.value().name() != "p");
    is_own(&element) && parent && before.and_then(ElementRef::wrap).is_some_and(|before| is_own(&before))
}

fn keeps_breaks(element: &Element) -> bool {
    element.attr("style").is_some_and(|style| style.replace(' ', "").contains("white-space:pre"))
}

/// The name of a sign, or a character that a font gives a meaning of its own.
fn is_sign(text: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    text.trim().chars().all(|c| is_letter(c) || ('\u{E000}'..'\u{F900}').contains(&c))
}

/// References that were escaped twice, but those in quotation marks, which are spoken of.
fn resolved(text: &str) -> String {
    if text.contains("「&") {
        return text.to_owned();
    }
    let pairs = [("&nbsp;", ""), ("&ldquo;", "“"), ("&rdquo;", "”")];
    pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
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

fn lines(marks: &[Mark]) -> Vec<Line> {
    let mut lines = Vec::new();
    for run in marks.split(|mark| matches!(mark, Mark::Edge)) {
        let doubtful = run.iter().any(|mark| matches!(mark, Mark::Doubt));
        let chars = run.iter().filter_map(|mark| match mark {
            Mark::Edge | Mark::Doubt => None,
            Mark::Char { c, in_hidden_block } => Some((*c, *in_hidden_block)),
        });
        let (chars, hidden): (Vec<char>, Vec<bool>) = chars.filter(|(c, _)| !is_invisible(*c)).unzip();
        let hidden = hidden.contains(&true);
        lines.extend(paragraphs(&chars).into_iter().map(|text| Line { text, hidden, doubtful }));
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

//! A dump with remains of markup in, its text out: `&nbsp;&nbsp;春耕开始。<br/>` → an indented line. Scripts
//! that strip pages leave references and the tags that they do not know.
//!
//! Measured over the whole text: prose that names tags and references keeps them.

use super::references::{self, Place};
use super::sniff::tag_name;
use crate::text::punctuation::ends_sentence;
use crate::text::space;
use crate::work::{Part, look};
use memchr::{memchr, memchr_iter, memchr2};
use std::borrow::Cow;

/// Lines with remains that a text has at least, where their share is less than [`SURE_SHARE`].
const LEAST_LINES: usize = 3;
/// One line of so many has remains at least. Texts on HTML name tags within their sentences, not at their ends.
const SHARE: usize = 20;
/// Two lines are enough where one line of so many has remains.
const SURE_SHARE: usize = 4;
/// References that were escaped once more, `&amp;nbsp;`, are read again, and not oftener.
const MOST_READINGS: usize = 2;
/// Bytes of a line that may have been broken where it was full: 30 Chinese characters, 60 of 80 columns.
const FULL_BYTES: usize = 90;

/// Tags that stripping leaves: what sets text within its paragraph, and what ends a line.
const INLINE: &[&str] = &["br", "p", "span", "font", "strong", "b", "i", "em", "u", "center", "img", "wbr"];
/// Those of them at which a line ends.
const BREAKS: &[&str] = &["br", "p", "center"];

/// `text` without remains, where it has them.
pub(super) fn read(text: &str) -> Cow<'_, str> {
    let mut read = Cow::Borrowed(text);
    for _ in 0..MOST_READINGS {
        if !has_remains(&read) {
            break;
        }
        read = Cow::Owned(references::resolve(&without_tags(&read), Place::Text));
    }
    read
}

/// True for a text with tags that is a dump all the same: none of them holds a block, and most line breaks
/// beside which no tag stands end a line. In HTML they only wrap it.
pub(super) fn is_dump(text: &str) -> bool {
    let mut tags = memchr_iter(b'<', text.as_bytes()).filter_map(|at| text.get(at..)).filter_map(tag_name);
    if !tags.all(|name| is_one_of(name, INLINE)) {
        return false;
    }
    look(Part::Lines, text.len());
    let (mut ends, mut wraps) = (0_usize, 0_usize);
    let mut lines = text.lines().map(space::trim).filter(|line| !line.is_empty()).peekable();
    while let Some(line) = lines.next() {
        let Some(next) = lines.peek() else { break };
        let marked = line.ends_with('>') || next.starts_with('<');
        let wrapped = line.len() >= FULL_BYTES && !ends_sentence(line) && !next.starts_with("&nbsp;");
        ends += usize::from(!marked && !wrapped);
        wraps += usize::from(!marked && wrapped);
    }
    ends > 2 * wraps
}

fn is_one_of(name: &str, names: &[&str]) -> bool {
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
}

fn has_remains(text: &str) -> bool {
    let bytes = text.as_bytes();
    look(Part::Lines, bytes.len());
    if memchr(b'&', bytes).is_none() && memchr(b'<', bytes).is_none() {
        return false;
    }
    let (mut lines, mut remains) = (0_usize, 0_usize);
    for line in text.lines().map(space::trim).filter(|line| !line.is_empty()) {
        look(Part::Lines, line.len());
        lines += 1;
        remains += usize::from(has_reference(line) || ends_with_tags(line));
    }
    remains * SHARE >= lines && (remains >= LEAST_LINES || remains >= 2 && remains * SURE_SHARE >= lines)
}

/// True for a line with `&nbsp;` or the like, with its semicolon: in an address a name stands without. One set
/// apart by blanks is spoken of.
fn has_reference(line: &str) -> bool {
    memchr_iter(b'&', line.as_bytes()).any(|at| {
        let Some((before, rest)) = line.split_at_checked(at) else { return false };
        let inside = rest.get(1..).unwrap_or_default();
        let named = |b: &u8| b.is_ascii_alphanumeric() || *b == b'#';
        let length = inside.bytes().take(LONGEST_NAME).take_while(named).count();
        look(Part::Lines, length);
        let (whole, after) = inside.split_at_checked(length + 1).unwrap_or_default();
        whole.ends_with(';')
            && !before.ends_with(' ')
            && !after.starts_with(' ')
            && references::is_reference(whole)
    })
}

/// Longest name of a reference, in bytes: `CounterClockwiseContourIntegral` has 31.
const LONGEST_NAME: usize = 32;

/// True where a tag of [`INLINE`] stands at the line's beginning or end.
fn ends_with_tags(line: &str) -> bool {
    let known = |tag: &str| tag_name(tag).is_some_and(|name| is_one_of(name, INLINE));
    let last = line.ends_with('>').then(|| line.rfind('<')).flatten().and_then(|at| line.get(at..));
    line.starts_with('<') && known(line) || last.is_some_and(known)
}

/// The text between tags of [`INLINE`], with line breaks for those that end a line.
fn without_tags(text: &str) -> String {
    look(Part::Lines, text.len());
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = memchr(b'<', rest.as_bytes()) {
        let (before, tag) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(before);
        let name = tag_name(tag).filter(|name| is_one_of(name, INLINE));
        // A tag that another begins in is none.
        let inside = tag.get(1..).unwrap_or_default();
        let end = name.and_then(|_| memchr2(b'<', b'>', inside.as_bytes()));
        let end = end.filter(|&end| inside.as_bytes().get(end) == Some(&b'>'));
        if let (Some(name), Some(end)) = (name, end) {
            out.extend(is_one_of(name, BREAKS).then_some('\n'));
            rest = inside.get(end + 1..).unwrap_or_default();
        } else {
            out.push('<');
            rest = inside;
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_and_tags_are_read_where_lines_end_with_them() {
        let text = "春耕开始\n2024-03-21&nbsp;&nbsp;来源：新村日报\n&ldquo;天气好。&rdquo;<br/>\n他说，<b>今年</b>增产。<BR>\n责任编辑：李四";
        let expected = "春耕开始\n2024-03-21\u{A0}\u{A0}来源：新村日报\n“天气好。”\n\n他说，今年增产。\n\n责任编辑：李四";
        assert_eq!(read(text), expected);
        assert_eq!(read("一&amp;nbsp;\n二&amp;ldquo;\n三&amp;amp;四"), "一\u{A0}\n二“\n三&四");
    }

    #[test]
    fn prose_that_names_tags_and_references_keeps_them() {
        for text in [
            "网页的段落写在<p>和</p>之间。\n空格写作 &nbsp; 或 &#160;。\n小于号写作 &lt;。今天讲到这里。"
                .replace("&#160;", "别的"),
            "若 a<b 则 b>a。\nAT&T 与 R&D 不变。\n地址是 /a?x=1&copy=2&reg=3。\n".repeat(9),
            format!("{}阿卜杜拉&middot;汗说。\n", "春耕开始了。\n".repeat(30)),
        ] {
            assert_eq!(read(&text), text);
        }
    }

    #[test]
    fn lines_that_no_tag_ends_tell_a_dump() {
        assert!(is_dump(
            "春耕开始\n2024-03-21 来源：新村日报\n天气好。<br/>\n今年增产。<br/>\n责任编辑：李四"
        ));
        assert!(!is_dump("春耕开始<br>\n天气好。<br>\n今年增产。<br>"));
        assert!(!is_dump("<div>春耕开始\n天气好\n今年增产</div>"));
        let wrapped = "南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导，\n今年的秧苗长势很好，预计月底可以完成全部插秧任务，比去年提早了\n一周。<br>预计月底完成。";
        assert!(!is_dump(wrapped));
    }
}

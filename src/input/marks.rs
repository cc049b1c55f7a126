//! A dump in, whether it is Markdown out: measured by how many of its lines have the forms of Markdown.

use crate::text::punctuation::{is_inner_mark, is_sentence_mark};
use crate::work::{Part, look};
use memchr::memmem;

/// Lines with a form of Markdown that a text has at least, where their share is less than [`SURE_SHARE`].
const LEAST_LINES: usize = 3;
/// One line of so many has such a form at least: an article of thirty paragraphs has two headings and a picture.
const SHARE: usize = 20;
/// Two lines of two kinds are enough where one line of so many has a form.
const SURE_SHARE: usize = 4;

/// The forms of a line, as bits.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Forms(u8);

impl Forms {
    const NONE: Self = Self(0);
    /// `## 标题`
    const HEADING: Self = Self(1);
    /// `[文字](https://…)`, `![图](/1.jpg)`
    const LINK: Self = Self(1 << 1);
    /// `**粗体**`
    const BOLD: Self = Self(1 << 2);
    /// `|---|---|`, the line below a table's head.
    const TABLE: Self = Self(1 << 3);
    /// `=====` below a headline.
    const UNDERLINE: Self = Self(1 << 4);

    fn of(line: &str) -> Self {
        let line = line.trim();
        look(Part::Lines, line.len());
        let is_underline = line.len() >= 3 && line.bytes().all(|b| b == b'=');
        let forms = [
            (is_heading(line), Self::HEADING),
            (has_link(line), Self::LINK),
            (has_bold(line), Self::BOLD),
            (is_delimiter_row(line), Self::TABLE),
            (is_underline, Self::UNDERLINE),
        ];
        Self(forms.into_iter().filter(|(has, _)| *has).fold(0, |forms, (_, form)| forms | form.0))
    }
}

/// True for a text of which enough lines have forms of Markdown: links to somewhere or a table among them, or forms
/// of two kinds. Prose that has a mark or two of it is none, and neither is a list with dashes.
pub(super) fn is_markdown(text: &str) -> bool {
    if !may_be_markdown(text) {
        return false;
    }
    let (mut lines, mut formed, mut kinds) = (0_usize, 0_usize, 0);
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let forms = Forms::of(line);
        lines += 1;
        formed += usize::from(forms != Forms::NONE);
        kinds |= forms.0;
    }
    let two_kinds = kinds.count_ones() >= 2;
    let sure = kinds & (Forms::LINK.0 | Forms::TABLE.0) != 0 || two_kinds;
    let many = formed >= LEAST_LINES || formed >= 2 && two_kinds && formed * SURE_SHARE >= lines;
    sure && many && formed * SHARE >= lines
}

/// False for most texts that are none, by what every form has in it.
fn may_be_markdown(text: &str) -> bool {
    look(Part::Lines, text.len());
    let has = |mark: &str| memmem::find(text.as_bytes(), mark.as_bytes()).is_some();
    let others = || ["# ", "**", "==="].into_iter().filter(|mark| has(mark)).count();
    has("](") || has("--") && has("|") || others() >= 2
}

/// One to six `#`, a blank and words that are no sentence.
fn is_heading(line: &str) -> bool {
    let words = line.trim_start_matches('#');
    let marks = line.len() - words.len();
    let ends = |c: char| is_sentence_mark(c) || is_inner_mark(c);
    (1..=6).contains(&marks)
        && words.strip_prefix(' ').is_some_and(|words| !words.trim().is_empty())
        && !line.ends_with(ends)
}

fn has_link(line: &str) -> bool {
    const TARGETS: [&str; 8] = ["http", "/", "#", "./", "../", "<", "javascript:", ")"];
    memmem::find_iter(line.as_bytes(), "](")
        .filter_map(|at| line.get(at + 2..))
        .any(|target| TARGETS.iter().any(|start| target.starts_with(start)))
}

/// Words between pairs of asterisks.
fn has_bold(line: &str) -> bool {
    let mut parts = line.split("**");
    let starts = parts.next().is_some();
    let bold = parts.next().is_some_and(|bold| !bold.trim().is_empty() && bold.trim() == bold);
    starts && bold && parts.next().is_some()
}

fn is_delimiter_row(line: &str) -> bool {
    line.starts_with('|')
        && line.contains("--")
        && line.bytes().all(|b| matches!(b, b'|' | b'-' | b':' | b' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_that_readers_made_are_markdown() {
        for text in [
            "# 春耕开始\n\n南方各地**已经**进入春耕时节。\n\n农民下田插秧。",
            "[首页](https://example.com/) [新闻](/news/)\n* [体育](/sports/)\n* [娱乐](/ent/)\n春耕开始\n农民下田插秧。",
            "春耕開始\n=====\n\n農民下田插秧。\n\n## 進度\n\n| 鎮 | 畝 |\n|---|---|\n| 柳溪 | 60 |",
        ] {
            assert!(is_markdown(text), "{text}");
        }
    }

    #[test]
    fn prose_with_marks_of_markdown_is_none() {
        let long = "农民下田插秧，农技人员到田间地头指导。\n".repeat(40);
        for text in [
            "写**粗体**用两个星号，写标题用#号，# 后面空一格。\n2**3 等于八，2**4 等于十六。\n农民下田插秧。",
            "#春耕# 话题上了热搜。\n# 号后面是题目\n* 注：数据来自县农业局\n- 新闻\n- 体育\n| 首页 | 新闻 |\n农民下田插秧。",
            "他在群里写[微笑](其实没有笑)，[抱拳](真的)，[再见](没走)。",
            &format!("{long}# 春耕开始\n**加粗**\n{long}"),
            "",
        ] {
            assert!(!is_markdown(text), "{text}");
        }
    }
}

//! A dump whose lines somebody joined with blanks in, its lines out. Judges nothing.
//!
//! Chinese text has no blanks between words: those between two wide characters, behind a sentence or
//! before a year were line breaks once.

use crate::text::{punctuation, space};
use crate::work::{Part, look};

/// Lines that a dump may have and still be one whose lines were joined.
const MOST_LINES: usize = 3;
/// Least line breaks to restore: headlines and lists of names have a few blanks of their own. Fewer are enough where
/// so many stand behind a sentence, as few blanks do.
const LEAST_BREAKS: usize = 12;
const LEAST_BEHIND_SENTENCES: usize = 3;

/// True for a text of hardly any lines with many places where there was a line break. Not for one that has a blank
/// behind each of its sentences and nowhere else: so some write their paragraphs.
pub(super) fn is_joined(text: &str) -> bool {
    let is_line = |line: &&str| !line.trim().is_empty();
    if text.lines().filter(is_line).nth(MOST_LINES).is_some() {
        return false;
    }
    let (mut breaks, mut behind_sentences, mut is_parted) = (0, 0, false);
    let mut lines = Lines::of(text.trim_end(), true).peekable();
    while let Some(line) = lines.next() {
        let is_last = lines.peek().is_none();
        let ends = punctuation::ends_sentence(line.trim_end());
        is_parted |= !ends && !is_last || goes_on(line);
        breaks += usize::from(!is_last);
        behind_sentences += usize::from(!is_last && ends);
        if is_parted && (breaks >= LEAST_BREAKS || behind_sentences >= LEAST_BEHIND_SENTENCES) {
            return true;
        }
    }
    false
}

/// True for a line with a sentence right behind another.
fn goes_on(line: &str) -> bool {
    look(Part::Lines, line.len());
    line.split('\u{3002}').skip(1).any(|after| after.starts_with(punctuation::is_han))
}

/// The lines of a text: itself, or where its line breaks were lost the parts between them.
#[derive(Clone)]
pub(super) struct Lines<'a> {
    rest: Option<&'a str>,
    joined: bool,
}

impl<'a> Lines<'a> {
    pub(super) fn of(text: &'a str, joined: bool) -> Self {
        Self { rest: Some(text), joined }
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.rest?;
        let at = if self.joined { line_break(rest) } else { None };
        let (line, rest) = at
            .and_then(|at| rest.split_at_checked(at))
            .map_or((rest, None), |(line, rest)| (line, Some(rest)));
        self.rest = rest;
        Some(line)
    }
}

/// Where the first line ends, in bytes: before the character that begins the second.
fn line_break(text: &str) -> Option<usize> {
    let mut before = None;
    let mut blank = false;
    for (at, c) in text.char_indices() {
        look(Part::Lines, 1);
        if space::is_blank(c) {
            blank = true;
            continue;
        }
        if let Some(before) = before.filter(|_| blank) {
            let ends = punctuation::is_sentence_mark(before) || punctuation::is_closing(before);
            let wide = punctuation::is_wide(before) && punctuation::is_wide(c);
            if ends || wide || begins_year(text.get(at..)?) {
                return Some(at);
            }
        }
        (before, blank) = (Some(c), false);
    }
    None
}

/// `2023年`, `2023-`
fn begins_year(text: &str) -> bool {
    let year = text.strip_prefix("19").or_else(|| text.strip_prefix("20"));
    let after = year.map(|year| year.trim_start_matches(|c: char| c.is_ascii_digit()));
    look(Part::Lines, year.map_or(0, str::len) - after.map_or(0, str::len));
    year.zip(after).is_some_and(|(year, after)| {
        year.len() - after.len() == 2 && after.starts_with(['年', '-', '/', '.'])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<&str> {
        Lines::of(text, true).map(str::trim).collect()
    }

    #[test]
    fn breaks_come_back_between_wide_characters_behind_sentences_and_before_years() {
        let text = "首页 新闻 春耕开始 2024-03-21 10:20 来源：新村日报 农民下田了。 “天气好。”他说。";
        let expected = [
            "首页",
            "新闻",
            "春耕开始",
            "2024-03-21 10:20 来源：新村日报",
            "农民下田了。",
            "“天气好。”他说。",
        ];
        assert_eq!(lines(text), expected);
        assert_eq!(lines("10 月 30 日，新款 MacBook Pro 上市。"), ["10 月 30 日，新款 MacBook Pro 上市。"]);
    }

    #[test]
    fn a_text_with_lines_or_few_blanks_is_not_joined() {
        assert!(is_joined(&"春耕开始了。农民下田了。 ".repeat(20)));
        assert!(is_joined("首页 新闻 农民下田了。 机器也下田了。 雨水很足。 大家都很忙。"));
        assert!(!is_joined("首页 新闻 农民下田了。 机器也下田了。 雨水很足。"));
        assert!(is_joined(
            "首页 新闻 春耕开始 农民下田了。 机器也下田了。 雨水很足。 大家都很忙。 责任编辑：赵晓"
        ));
        assert!(!is_joined("农民下田了。机器也下田了。 雨水很足。"));
        assert!(!is_joined(&"“春耕开始了。”他说。 ".repeat(20)), "a blank behind each sentence");
        assert!(!is_joined(&"春耕开始了。\n".repeat(20)));
        assert!(!is_joined("春风又绿江南岸 明月何时照我还"));
    }
}

//! A line in, its labels, times and values in order out: `2024-03-21 来源：某报 编辑：某人`.

use crate::lexicon::labels::{self, Field, TIME};
use crate::line::marked::{Marked, marked};
use crate::line::time::{Written, chars, clock};
use crate::text::{punctuation, space};
use crate::work;

/// A part of a line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Part {
    Label(Field),
    Time(Written),
    /// What stands between, trimmed; never empty.
    Text(String),
}

/// The parts of a line.
pub(crate) fn parts(line: &str) -> Vec<Part> {
    work::look(work::Part::Labels, line.len());
    let Marked { line, times } = marked(line, &[]);
    let mut times = times.into_iter();
    let mut parts = Vec::new();
    let mut from = 0;
    for label in labels::find(&line) {
        values(line.get(from..label.at.start).unwrap_or_default(), &mut times, &mut parts);
        parts.push(Part::Label(label.field));
        from = label.at.end;
    }
    values(line.get(from..).unwrap_or_default(), &mut times, &mut parts);
    parts
}

/// What stands before the first label or time.
pub(crate) fn before(parts: &[Part]) -> &str {
    match parts.first() {
        Some(Part::Text(text)) => text,
        _ => "",
    }
}

/// False where the first of the [`parts`] of a line is surely no label: few lines begin with one.
pub(crate) fn may_begin_with_label(line: &str) -> bool {
    work::look(work::Part::Labels, line.len());
    let is_before = |c| is_frame(c) || punctuation::is_opening(c) || punctuation::is_closing(c);
    let start = line.trim_start_matches(is_before);
    labels::stands_at_start(start)
        || start.starts_with(['星', '礼', '禮', '周', '週'])
        || line.contains(|c| c == TIME || chars::is_in_every_time(c))
}

/// False where none of the [`parts`] of a line is surely a time.
pub(crate) fn may_have_time(line: &str) -> bool {
    line.contains(chars::is_in_every_time)
}

fn values(text: &str, times: &mut impl Iterator<Item = Written>, parts: &mut Vec<Part>) {
    for (nth, value) in text.split(TIME).enumerate() {
        if nth > 0 {
            parts.extend(times.next().map(Part::Time));
        }
        let value = value
            .trim_matches(is_frame)
            .trim_start_matches([')', '\u{FF09}'])
            .trim_end_matches(['(', '\u{FF08}']);
        let value = value.trim_matches(is_frame);
        if !value.is_empty() && !clock::is_weekday(value) {
            parts.push(Part::Text(value.to_owned()));
        }
    }
}

/// Marks between the fields of a line.
fn is_frame(c: char) -> bool {
    if matches!(c, '\u{4E00}'..='\u{9FFF}') {
        return c == '\u{4E28}';
    }
    space::is_blank(c)
        || matches!(
            c,
            '|' | '\u{FF5C}' | '\u{B7}' | '\u{2022}' | '-' | '\u{2014}' | '/' | '\u{FF0F}' | ';' | '\u{FF1B}'
        )
        || matches!(c, ',' | '\u{FF0C}' | '\u{2027}' | '\u{22C5}' | '>' | '<')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::time;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_line_without_what_is_in_every_time_has_none(line in "[二〇Oo一九十廿民国國月日 ,:：点分时上午MayGTC-—.年/]{0,24}") {
            let line: String = line.chars().filter(|&c| !chars::is_in_every_time(c)).collect();
            prop_assert_eq!(time::scan(&chars::fold(&line)), []);
        }

        #[test]
        fn the_cheap_question_misses_no_label_at_the_start(
            before in "[ |(（【周三星期）\u{FFFC}一]{0,4}",
            label in "(来源|作者|记者|编辑|更新|发布时间|来\u{FFFC}源)",
            after in "[ ：】/三新村]{0,4}",
        ) {
            let line = format!("{before}{label}{after}");
            let begins = matches!(parts(&line).first(), Some(Part::Label(_)));
            prop_assert!(may_begin_with_label(&line) || !begins, "{}", line);
        }
    }
}

//! A line in, its labels out: `来源：`, `责任编辑：`, `更新时间`. Words stand in `labels.tsv`.

mod field;

pub(crate) use field::Field;

use super::people::{is_chinese_name, is_place};
use super::phrases::Phrases;
use super::variants::spelled;
use crate::text::space;
use crate::work::{Part, look};
use std::ops::Range;
use std::sync::LazyLock;

/// Stands for a time in the line while labels are looked for: none of them has it.
pub(crate) const TIME: char = '\u{FFFC}';
/// Stands in the line where two inline elements meet: nothing, or a blank, stands there on the page.
pub(crate) const SEAM: char = '\u{FFF9}';
/// Longest value that another label stands right behind, in characters: the name of an institute.
const LONGEST_GLUED: usize = 20;
/// How names of places end that are not in the list of places.
const PLACE_ENDS: [char; 20] = [
    '省', '市', '县', '縣', '区', '區', '州', '镇', '鎮', '乡', '鄉', '村', '城', '江', '海', '川', '山',
    '阳', '陽', '港',
];

/// What must follow a label for it to be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Follow {
    Mark,
    /// As `Mark`, and the label must begin a word: 此前报道：… is a heading.
    Edge,
    Loose,
    /// As `Loose`, and the label must begin a word.
    Word,
    Bare,
}

/// A label and the bytes of the line that write it, marks after it included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Label {
    pub(crate) field: Field,
    pub(crate) at: Range<usize>,
}

struct Matcher {
    phrases: Phrases,
    entries: Vec<(Field, Follow)>,
}

static MATCHER: LazyLock<Matcher> = LazyLock::new(|| {
    let rows =
        spelled(include_str!("labels.tsv")).filter_map(|(phrase, columns)| Some((phrase, row(columns?)?)));
    let (phrases, entries): (Vec<&str>, Vec<_>) = rows.unzip();
    Matcher { phrases: Phrases::new(phrases), entries }
});

/// What a label is and what must follow it, from the columns behind its phrase.
fn row(columns: &'static str) -> Option<(Field, Follow)> {
    let mut columns = columns.split('\t');
    let (field, follow) = (columns.next()?, columns.next()?);
    let follow = match follow {
        "mark" => Follow::Mark,
        "edge" => Follow::Edge,
        "loose" => Follow::Loose,
        "word" => Follow::Word,
        "bare" => Follow::Bare,
        _ => return None,
    };
    Some((Field::named(field)?, follow))
}

/// The labels that are phrases of the body too, each with the list and the anchors that its row names.
pub(super) fn phrase_rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    let columns = super::rows(include_str!("labels.tsv")).map(|row| row.split('\t'));
    columns.filter_map(|mut columns| Some((columns.next()?, columns.nth(2).filter(|counts| *counts != "-")?)))
}

/// Every label in every spelling, with what the value after it is.
#[cfg(test)]
pub(crate) fn all() -> impl Iterator<Item = (&'static str, Field)> {
    spelled(include_str!("labels.tsv")).filter_map(|(label, columns)| Some((label, row(columns?)?.0)))
}

/// True for the words of a label: what stands beside a name in a cell of its own, and is none.
pub(crate) fn is_label(word: &str) -> bool {
    MATCHER.phrases.first(word, 0).is_some_and(|found| found.at == (0..word.len()))
}

/// The labels of a line, in order.
pub(crate) fn find(line: &str) -> Vec<Label> {
    let matcher = &*MATCHER;
    look(Part::Labels, line.len());
    let mut labels = Vec::new();
    let mut from = 0;
    // A phrase that is no label here may hide one: `某网编辑：` has 网编 in it.
    while let Some(found) = matcher.phrases.first(line, from) {
        let (start, end) = (found.at.start, found.at.end);
        from = end;
        let &(field, follow) = &matcher.entries[found.text];
        let (before, after) = (line.get(..start), line.get(end..));
        let (Some(before), Some(after)) = (before, after) else { continue };
        let value = after.trim_start_matches(is_gap);
        let framed = follow != Follow::Edge && is_framed(before, value);
        let marked = framed || value.starts_with(is_mark);
        // 時間：… and 日期：… are the article's where nothing stands before them: 會議時間 is a meeting's.
        let of_time = matches!(line.get(found.at.clone()), Some("时间" | "時間" | "日期"));
        let follows = match follow {
            Follow::Mark | Follow::Edge => marked || of_time && before.is_empty() && value.starts_with(TIME),
            Follow::Loose | Follow::Word => {
                // 评论213
                let number = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
                let counts = field == Field::Stop && number(after.trim_start_matches(is_bracket));
                // 来源：新村评论
                let ends_value = field == Field::Stop
                    && !before.chars().next_back().is_none_or(is_edge)
                    && labels.last().is_some_and(|label: &Label| label.field == Field::Source);
                marked || counts || !ends_value && (after.is_empty() || after.starts_with(is_edge))
            }
            Follow::Bare => true,
        };
        let short =
            found.at.len() <= 3 || follow == Follow::Edge || of_time || follow == Follow::Word && !marked;
        let edged = before.chars().next_back().is_none_or(is_edge);
        let stands_alone = !short
            || edged
            || matches!(follow, Follow::Mark | Follow::Edge) && is_glued_field(before, value, labels.last());
        let dates = matches!(field, Field::Published | Field::Updated) && follow == Follow::Loose;
        let ends_name = dates && !edged && is_end_of_name(before, value, labels.last());
        if !(follows && stands_alone) || ends_name {
            from = start + line.get(start..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
            continue;
        }
        let (start, value) = if framed { inside_frame(before, value) } else { (start, value) };
        let value = value.trim_start_matches(|c| is_mark(c) || is_gap(c));
        labels.push(Label { field, at: start..line.len() - value.len() });
    }
    labels
}

/// What stands before a word since the label before it.
fn since<'a>(before: &'a str, label: Option<&Label>) -> &'a str {
    label.map_or(before, |label| before.get(label.at.end..).unwrap_or_default())
}

/// True where 发布 and 更新 end a name, as those of the accounts of towns do: 新村发布. They tell a time where
/// one follows them, `新村网发布 2024-…`, if it is no town that stands before them.
fn is_end_of_name(before: &str, value: &str, label: Option<&Label>) -> bool {
    let timed = value.trim_start_matches(|c| is_mark(c) || is_gap(c)).starts_with(TIME);
    if !timed {
        return true;
    }
    let since = since(before, label);
    let source = label.is_some_and(|label| label.field == Field::Source) && !value.starts_with(is_mark);
    source && is_one_word(since) || says_place(since.rsplit(is_edge).next().unwrap_or(since))
}

/// True for a place of the list, and for what ends as places do and is no full name: 新村市, 东江.
pub(crate) fn says_place(word: &str) -> bool {
    is_place(word) || word.ends_with(PLACE_ENDS) && (word.chars().count() == 2 || !is_chinese_name(word))
}

/// True for 文 and 图 behind the value of another field, no blank between: `来源：新村学院文：张三图：李四`.
fn is_glued_field(before: &str, value: &str, label: Option<&Label>) -> bool {
    let behind_field = label.is_some_and(|label| label.field != Field::Stop);
    behind_field && value.starts_with([':', '\u{FF1A}']) && is_one_word(since(before, label))
}

/// True for two characters or more, as many as a glued value has, without an edge in them.
fn is_one_word(value: &str) -> bool {
    let chars = value.chars().take(LONGEST_GLUED + 1).count();
    (2..=LONGEST_GLUED).contains(&chars) && !value.contains(is_edge)
}

/// The words of every label in every spelling.
pub(super) fn phrases() -> impl Iterator<Item = &'static str> {
    MATCHER.phrases.texts()
}

/// True where a label's words stand at the start of the line, whatever follows them.
pub(crate) fn stands_at_start(line: &str) -> bool {
    MATCHER.phrases.begin(line)
}

/// Brackets around a label do as its mark: `【记者】张三`.
fn is_framed(before: &str, after: &str) -> bool {
    before.ends_with(['\u{3010}', '[', '\u{3014}']) && after.starts_with(['\u{3011}', ']', '\u{3015}'])
}

/// Where the bracket around a label begins, and what follows it.
fn inside_frame<'a>(before: &str, after: &'a str) -> (usize, &'a str) {
    let start = before.char_indices().next_back().map_or(0, |(at, _)| at);
    let mut rest = after.chars();
    rest.next();
    (start, rest.as_str())
}

/// Marks that stand between a label and its value.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c, ':' | '\u{FF1A}' | '/' | '\u{FF0F}' | '\u{2571}' | '\u{FE30}' | '\u{FE31}' | '\u{4E28}' | '|')
        || matches!(
            c,
            '\u{30FB}'
                | '\u{FF5C}'
                | '\u{2223}'
                | '\u{2236}'
                | '\u{FE55}'
                | '\u{2758}'
                | '\u{FE13}'
                | '\u{FE33}'
        )
}

/// What shows as nothing or as a blank.
pub(crate) fn is_gap(c: char) -> bool {
    c == SEAM || space::is_blank(c)
}

fn is_bracket(c: char) -> bool {
    crate::text::punctuation::is_opening(c)
}

/// What a word can begin or end at.
fn is_edge(c: char) -> bool {
    use crate::text::punctuation as p;
    is_gap(c)
        || is_mark(c)
        || p::is_opening(c)
        || p::is_closing(c)
        || p::is_inner_mark(c)
        || p::is_sentence_mark(c)
        || matches!(c, '\u{FFFC}' | '-' | '\u{2014}' | '\u{B7}' | '\u{2022}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::BylineRole;

    fn fields(line: &str) -> Vec<Field> {
        find(line).into_iter().map(|label| label.field).collect()
    }

    #[test]
    fn every_label_is_found_with_a_colon_after_it_and_stands_once() {
        for (phrase, columns) in spelled(include_str!("labels.tsv")) {
            let (field, _) =
                columns.and_then(row).unwrap_or_else(|| panic!("no such field or rule: {phrase}"));
            assert_eq!(fields(&format!("{phrase}：新村")), [field], "{phrase}");
        }
    }

    #[test]
    fn a_town_and_what_it_calls_its_account_are_one_name() {
        for line in
            ["来源：新村发布", "新村发布、新村晚报", "\u{FFFC} 新江发布", "新江发布 \u{FFFC}", "每日更新"]
        {
            assert!(
                !fields(line).contains(&Field::Published) && !fields(line).contains(&Field::Updated),
                "{line}"
            );
        }
        for line in
            ["\u{FFFC}发布", "新村网 发布 \u{FFFC}", "王芳发布 \u{FFFC}", "来源：新村网 发布：\u{FFFC}"]
        {
            assert!(fields(line).contains(&Field::Published), "{line}");
        }
    }

    #[test]
    fn labels_of_one_character_stand_behind_another_field_without_a_blank() {
        assert_eq!(
            fields("文：李大同图：课题组编辑：王小溪来源：新村学院")[..3],
            [BylineRole::Author, BylineRole::Photographer, BylineRole::Editor].map(Field::Person)
        );
        assert_eq!(fields("新村天文：一颗新星"), []);
    }

    #[test]
    fn a_day_right_behind_its_label_needs_no_mark_where_both_begin_the_line() {
        assert_eq!(fields("日期 \u{FFFC}"), [Field::Published]);
        assert_eq!(fields("报到 日期 \u{FFFC}"), []);
    }

    #[test]
    fn prose_that_speaks_of_sources_and_editors_has_no_labels() {
        assert_eq!(fields("记者从文物部门了解到，这批资料来源清楚，编辑工作已经完成"), []);
        assert_eq!(fields("天文图书馆"), []);
    }
}

//! A line in, whether it gives a credit, a time or a source and nothing else out: such a line is no text.

use super::credits::credits;
use super::forms::{Present, Spot};
use super::time::chars::is_in_every_time;
use super::time::relative;
use super::tokens::{Kind, Token, Tokens};
use super::value::noted;
use crate::lexicon::labels::Field;
use crate::lexicon::people::is_office;
use crate::lexicon::sources;
use crate::text::punctuation;

/// Longest line of credits, in characters: four fields of two names each, or five full names in letters.
const LONGEST: usize = 120;
/// Labels of the page's own fields that a sentence with a time must have to be none.
const LISTED_FIELDS: usize = 2;
/// Longest value of a source's field, in characters.
const LONGEST_VALUE: usize = 20;

/// True for a line of credits, times and sources alone, and for a row of fields with whatever stands beside them: `来源：某报 责任编辑：张三`, `（记者 李四）`. A sub-heading
/// such as 一审判决 is none, since no name follows the title.
pub(crate) fn is_credit_line(line: &str, spot: Spot) -> bool {
    if line.chars().nth(LONGEST).is_some() {
        return false;
    }
    let ends_sentence = punctuation::ends_sentence(line);
    // Most lines that are asked about are sentences, and few of these have a time and a label.
    if ends_sentence && !(line.contains(is_in_every_time) && Present::in_text(line).may_have_label()) {
        return false;
    }
    let tokens = Tokens::of(line, &[]);
    let fields = if line.contains(punctuation::is_sentence_mark) { LISTED_FIELDS } else { 0 };
    let is_row = is_row_of_fields(&tokens, fields);
    if ends_sentence || is_row {
        return is_row;
    }
    if is_compound(&tokens) || noted(line).is_some() {
        return true;
    }
    let (credits, taken) = credits(&tokens, spot);
    let told = !credits.is_empty() || tokens.list.iter().any(|token| tells(token.kind));
    let says = |at: usize| is_field(&tokens, at) || !credits.is_empty() && is_work(&tokens, at);
    told && taken.iter().zip(0..).all(|(&taken, at)| taken || says(at))
}

/// A time, a source or a change, and another field: no text, whatever counter, link or note stands beside them.
/// `listed` of the labels must be known ones: 影响范围： in a sentence is the text's own.
fn is_row_of_fields(tokens: &Tokens, listed: usize) -> bool {
    let fields = || tokens.list.iter().filter(|token| matches!(token.kind, Kind::Label(_)));
    let of_page = |token: &Token| matches!(token.kind, Kind::Label(Field::Source | Field::Updated));
    let known = |token: &&Token| !matches!(token.kind, Kind::Label(Field::Stop | Field::Clock));
    fields().count() > 1
        && fields().filter(known).count() >= listed
        && fields().any(of_page)
        && tokens.list.iter().any(|token| matches!(token.kind, Kind::Time(_)))
}

/// 某报综合: a medium that took from others, and nobody.
fn is_compound(tokens: &Tokens) -> bool {
    let compound = tokens.list.len() == 2 && matches!(tokens.kind(1), Some(Kind::Verb(_)));
    compound && tokens.word(0).is_some_and(is_office)
}

/// True for where somebody works, and as what: `某报记者 张三`, `见习编辑 李四`, `王五 | 某大学教授`.
fn is_work(tokens: &Tokens, at: usize) -> bool {
    let before_title = matches!(tokens.kind(at + 1), Some(Kind::Title(_)));
    match tokens.kind(at) {
        Some(Kind::Title(_)) => before_title,
        Some(Kind::Word) => {
            let word = tokens.span(at..at + 1);
            before_title || is_office(word) || sources::is_post(word)
        }
        _ => false,
    }
}

/// The forms that name people in a line of credits, each once; none for any other line.
pub(crate) fn forms_of(line: &str) -> Vec<&'static str> {
    let found = if is_credit_line(line, Spot::Below) {
        credits(&Tokens::of(line, &[]), Spot::Below).0
    } else {
        Vec::new()
    };
    let mut forms: Vec<&str> = found.into_iter().map(|credit| credit.form).collect();
    forms.dedup();
    forms
}

fn tells(kind: Kind) -> bool {
    matches!(kind, Kind::Time(_) | Kind::Label(Field::Source | Field::Published | Field::Updated))
}

/// True for marks, labels, times, and the value of a label that is of no people.
fn is_field(tokens: &Tokens, at: usize) -> bool {
    match tokens.kind(at) {
        Some(Kind::Word | Kind::Title(_) | Kind::Verb(_)) => {
            let label = (0..at).rev().find(|&at| matches!(tokens.kind(at), Some(Kind::Label(_) | Kind::Bar)));
            let valued = |field: Field| field.role().is_none();
            let behind =
                label.is_some_and(|at| matches!(tokens.kind(at), Some(Kind::Label(field)) if valued(field)));
            let value = behind && tokens.span(label.unwrap_or(at)..at + 1).chars().count() <= LONGEST_VALUE;
            value || relative::is_told(tokens.span(at..at + 1))
        }
        Some(Kind::Comma | Kind::Stop) => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::{Field, Spot, is_credit_line};
    use crate::lexicon::labels;

    #[test]
    fn lines_of_fields_are_told_from_headings_and_text() {
        for line in [
            "责任编辑：李大同",
            "責任編輯：李大同",
            "编辑丨王小溪 校对丨李大同",
            "来源：新村日报 作者：李大同",
            "2024-03-21 10:20 来源：新村网",
            "（记者 李大同 通讯员 王芳）",
            "本报记者 李大同",
            "3小时前 来源：新村日报 记者：李大同",
            "新村日报记者 李大同 实习生 王芳",
            "一审：李大同 二审：王芳",
            "（責任編輯：王小溪）",
            "2024-03-21 10:20 来源：新村网 编辑：李大同 浏览量：1024 [评论(8)]",
            "更新：2024-03-21 10:20 標籤：稻田、春耕、合作社",
            "来源：新村网 作者：李大同 于 2024-03-21 10:20 - 转载内容由原作者负责！",
        ] {
            assert!(is_credit_line(line, Spot::Below), "{line}");
        }
        for line in [
            "一审判决",
            "编辑部的故事",
            "记者走访发现",
            "农民下田插秧",
            "记者李大同从市水务局获悉，今年雨水多",
            "2024年的春天",
            "责任编辑这份工作",
            "时间：2024年3月21日 地点：新村图书馆 主讲：李大同，讲完有半小时提问",
        ] {
            assert!(!is_credit_line(line, Spot::Below), "{line}");
        }
    }

    /// What is read as a credit does not stay in the text: each label, in both scripts, with each mark.
    #[test]
    fn every_label_with_a_name_is_no_text() {
        let mut kept = Vec::new();
        for (label, field) in labels::all() {
            let value = match field {
                Field::Source => "新村晚报",
                field if field.role().is_some() => "李大同",
                _ => continue,
            };
            for mark in ["：", ":", "丨", "|", "／"] {
                let line = format!("{label}{mark}{value}");
                for line in [format!("（{line}）"), format!("【{line}】"), line] {
                    kept.extend((!is_credit_line(&line, Spot::Below)).then_some(line));
                }
            }
        }
        assert!(kept.is_empty(), "{kept:?}");
    }
}

//! The end of a body and the lines under it in, the people named there out: `（李建国）`, `责任编辑：李四`.

use super::opening::{bracketed, unbracketed};
use super::{LONGEST_BRACKET, LONGEST_BYLINE, begins_word, labelled, phrase};
use crate::article::{Byline, BylineRole};
use crate::lexicon::people::{Kind, is_no_name, is_organ, is_place, role_words};
use crate::metadata::chars;
use crate::metadata::fields::{self, Part};
use crate::metadata::names::{self, Trust};
use crate::metadata::zones::{Line, Zones};
use crate::text::{punctuation, space};

/// What stands after the last sentence of a paragraph.
fn after_sentence(text: &str) -> &str {
    let end = text
        .char_indices()
        .rev()
        .find(|&(_, c)| punctuation::is_sentence_mark(c) || matches!(c, ')' | '\u{FF09}'));
    let tail = end.and_then(|(at, c)| text.get(at + c.len_utf8()..)).unwrap_or(text);
    tail.trim_matches(|c| space::is_blank(c) || punctuation::is_closing(c))
}

/// A label or title after a paragraph's last sentence: `…。撰文：张三`, `…。 晚报记者 李四`.
pub(super) fn tail(text: &str) -> Vec<Byline> {
    let tail = after_sentence(text);
    if tail.is_empty() || tail.len() == text.len() || tail.chars().count() > LONGEST_BYLINE / 2 {
        return Vec::new();
    }
    let parts = fields::parts(tail);
    if parts.iter().any(|part| matches!(part, Part::Label(_))) { labelled(&parts) } else { phrase(tail) }
}

/// The people of a body's end: `（李建国）`, `（记者 张三）`, `…。张三`, or a line of fields.
pub(super) fn closing(text: &str, is_last: bool) -> Vec<Byline> {
    let end = text.trim_end_matches(|c: char| space::is_blank(c) || c.is_ascii_digit());
    if let Some((before, content)) = last_bracket(end) {
        let people = bracketed(content);
        let people = if people.is_empty() && before.is_empty() { card(end) } else { people };
        if !people.is_empty() {
            return people;
        }
        return signed(before, content, is_last);
    }
    if !punctuation::ends_sentence(text) {
        let people = unbracketed(text);
        if !people.is_empty() {
            return people;
        }
    }
    let people = [card(text), tail(text)].into_iter().find(|people| !people.is_empty()).unwrap_or_default();
    if people.is_empty() && is_last { signature(text) } else { people }
}

/// The people of `（王小明／台中報導）`, wherever in a paragraph it stands.
pub(super) fn reported(text: &str) -> Vec<Byline> {
    if !text.contains('\u{FF09}') && !text.contains(')') {
        return Vec::new();
    }
    let ends = ["報導\u{FF09}", "報導)", "报道\u{FF09}", "报道)", "報道\u{FF09}"];
    let content = ends.iter().find_map(|end| {
        let (before, _) = text.split_once(end)?;
        let (_, content) = before.rsplit_once(['(', '\u{FF08}'])?;
        content
            .contains(['/', '\u{FF0F}'])
            .then(|| format!("{content}{}", end.trim_end_matches(punctuation::is_closing)))
    });
    content
        .filter(|content| content.chars().count() <= LONGEST_BRACKET)
        .map_or_else(Vec::new, |content| phrase(&content))
}

/// The people of `本文作者张三系某大学教授`, `（作者李四为某报评论员）`.
pub(super) fn card(text: &str) -> Vec<Byline> {
    let inside = text.trim_start_matches(|c| space::is_blank(c) || punctuation::is_opening(c));
    let Some((start, rest)) = CARD_STARTS.iter().find_map(|start| Some((start, inside.strip_prefix(start)?)))
    else {
        return Vec::new();
    };
    let name = rest.trim_start_matches(|c| space::is_blank(c) || crate::lexicon::labels::is_mark(c));
    // What an author is also stands in prose: there only the text's own is meant.
    let is_card = *start != "作者" || inside.len() < text.len() || name.len() < rest.len();
    let rest = if is_card { name } else { "" };
    // The longest first: 系 is also part of names.
    let name = [4, 3, 2].into_iter().find_map(|chars| {
        let (name, follows) = rest.split_at_checked(chars::start(rest, chars).len())?;
        let said = follows.starts_with(['系', '係', '为', '為', '，', '（', '(']);
        (said && names::is_chinese_name(name)).then_some(name)
    });
    name.map(|name| Byline { name: name.to_owned(), role: BylineRole::Author }).into_iter().collect()
}

/// How the line begins that says who an author is.
const CARD_STARTS: [&str; 3] = ["本文作者", "文章作者", "作者"];

/// What stands before a closing bracket's content, and the content.
fn last_bracket(text: &str) -> Option<(&str, &str)> {
    let last = text
        .chars()
        .next_back()
        .filter(|c| matches!(c, ')' | '\u{FF09}' | ']' | '\u{3011}' | '\u{3015}' | '\u{FF3D}'))?;
    let inside = text.get(..text.len() - last.len_utf8())?;
    let open = inside.rfind(['(', '\u{FF08}', '[', '\u{3010}', '\u{3014}', '\u{FF3B}'])?;
    let content = inside.get(open..)?.trim_start_matches(punctuation::is_opening);
    (content.chars().count() <= LONGEST_BRACKET).then_some((inside.get(..open)?, content))
}

/// `（李建国）`, `（某网 李建国）`: a signature without a title.
fn signed(before: &str, content: &str, is_last: bool) -> Vec<Byline> {
    let author = |name: String| Byline { name, role: BylineRole::Author };
    let content = content.trim_matches(space::is_blank);
    let words: Vec<&str> = content.split(space::is_blank).collect();
    let signer = match words.as_slice() {
        [organ, names @ ..] if is_organ(organ) && !names.is_empty() => {
            content.get(organ.len()..).unwrap_or_default()
        }
        _ => content,
    };
    let names = names::names(signer, Trust::Bare);
    let written: usize = names.iter().map(|name| name.chars().count()).sum();
    if !names.is_empty() && written == signer.chars().filter(|&c| punctuation::is_han(c)).count() {
        return names.into_iter().map(author).collect();
    }
    // A pen name: two or three characters after the last sentence of all; on a line of its own only 小河 and the like.
    let pen_name = (2..=3).contains(&content.chars().count()) && content.chars().all(punctuation::is_han);
    let familiar = before.is_empty() && content.starts_with(['小', '阿', '老']);
    let ends = punctuation::ends_sentence(before) || familiar;
    if is_last && pen_name && ends && !is_no_name(content) && !is_organ(content) && !is_place(content) {
        vec![author(content.to_owned())]
    } else {
        Vec::new()
    }
}

/// A bare name after the last sentence.
fn signature(text: &str) -> Vec<Byline> {
    let tail = after_sentence(text);
    let signed = tail.len() < text.len() && names::is_chinese_name(tail);
    signed.then(|| Byline { name: tail.to_owned(), role: BylineRole::Author }).into_iter().collect()
}

/// The people of the lines under the body. Under a heading over other articles only editors are
/// this one's, and where several lines name an author with a time, they are comments.
pub(super) fn after_body(zones: &Zones) -> Vec<Byline> {
    let unrelated = zones.after_unrelated().len();
    let is_post = |line: &&Line| line.has_time() && labelled(line.parts).iter().any(|b| b.role.is_author());
    let posts = zones.after.iter().filter(is_post).count() > 1;
    let lines = zones.after.iter().enumerate();
    let inside = zones.inside.iter().rev().filter(|line| matches!(line.parts.first(), Some(Part::Label(_))));
    let inside: Vec<Byline> = inside.flat_map(labelled_alone).collect();
    let after = lines.flat_map(|(nth, line)| {
        let people = if nth < unrelated { after(line) } else { labelled_far(line) };
        let related = nth >= unrelated || posts && line.has_time();
        people.into_iter().filter(move |byline| !related || byline.role.is_editor())
    });
    inside.into_iter().chain(after).collect()
}

/// Behind a heading over other articles: fields, or a line that is a bracket.
fn labelled_far(line: &Line) -> Vec<Byline> {
    let people = labelled_alone(line);
    match last_bracket(line.text) {
        Some(("", content)) if people.is_empty() => bracketed(content),
        _ => people,
    }
}

fn labelled_alone(line: &Line) -> Vec<Byline> {
    if line.is_sentence() { Vec::new() } else { labelled(line.parts) }
}

/// The people of a line under the body.
fn after(line: &Line) -> Vec<Byline> {
    let people = labelled_alone(line);
    if !people.is_empty() {
        return people;
    }
    let people = card(line.text);
    if !people.is_empty() {
        return people;
    }
    if line.is_sentence() || line.text.chars().count() > LONGEST_BYLINE {
        // What opens with its reporter is another article's first line.
        let is_lead = line.text.starts_with(punctuation::is_opening);
        return if is_lead { Vec::new() } else { reported(line.text) };
    }
    let inside = line.text.trim_matches(|c| punctuation::is_opening(c) || punctuation::is_closing(c));
    let titled =
        role_words(inside).any(|word| word.kind == Kind::Title && begins_word(inside, word.at.start));
    if titled && !line.text.contains(['\u{FF0C}', '?', '\u{FF1F}']) { phrase(inside) } else { Vec::new() }
}

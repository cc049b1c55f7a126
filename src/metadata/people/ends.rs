//! The first and the last words of a body and the lines under it in, the people named there out:
//! `某社北京3月21日电（记者 …）`, `（李建国）`, `责任编辑：李四`.

use super::labelled;
use crate::article::BylineRole;
use crate::lexicon::kinds::{Word, before_word, words};
use crate::lexicon::people::{is_chinese_name, is_no_name, is_office, is_place};
use crate::lexicon::{self, Category, sources};
use crate::line::credits::{Credit, credits, credits_of};
use crate::line::forms::{Present, Spot};
use crate::line::names;
use crate::line::reading::is_credit_line;
use crate::line::tokens::Tokens;
use crate::metadata::zones::Line;
use crate::text::start::start;
use crate::text::{punctuation, space};

/// Characters of a paragraph's start in which a dateline's bracket opens.
const DATELINE_OPENS: usize = 30;
/// Longest content of a bracket that is a byline, in characters.
const LONGEST_BRACKET: usize = 60;
/// Longest line that is a byline as a whole, and longest one behind a last sentence, in characters.
const LONGEST_BYLINE: usize = 40;
const LONGEST_TAIL: usize = 20;

/// The people of a paragraph's opening: `（记者 张三）`, `【文/张三】`, `记者王小明／台北報導`.
pub(super) fn opening(text: &str) -> Vec<Credit> {
    let first = start(text, DATELINE_OPENS + LONGEST_BRACKET);
    let mut from = 0;
    while let Some((before, content, end)) = next_bracket(first, from) {
        if before.chars().count() > DATELINE_OPENS {
            break;
        }
        let spot = if ends_as_dateline(before) { Spot::Signed } else { Spot::Opening };
        let people = bracketed(content, spot);
        let people = if people.is_empty() && spot == Spot::Signed { pen_name(content) } else { people };
        if !people.is_empty() {
            return people;
        }
        from = end;
    }
    let is_whole = is_line(text) || !punctuation::ends_sentence(text) && is_credit_line(text, Spot::Opening);
    if is_whole { credits_of(text, Spot::Opening) } else { running(text) }
}

/// True for a short paragraph that is no sentence.
fn is_line(text: &str) -> bool {
    text.chars().count() <= LONGEST_BYLINE
        && !text.contains(punctuation::is_sentence_mark)
        && !text.contains('\u{FF0C}')
}

/// The people of a first sentence that its writers stand before: `某报讯 记者张三 昨天…`, `记者李四报道：…`.
fn running(text: &str) -> Vec<Credit> {
    let first = start(text, DATELINE_OPENS);
    let end = first.find(['\u{FF0C}', ',', '\u{3002}']).map_or(first.len(), |at| (at + 3).min(first.len()));
    let first = first.get(..end).unwrap_or(first);
    let dated = first.split(space::is_blank).next().is_some_and(ends_as_dateline);
    if !dated && !Present::in_text(first).may_have_verb() {
        return Vec::new();
    }
    let people = credits_of(first, Spot::Opening);
    people.into_iter().filter(|credit| credit.form.contains("VERB") || dated).collect()
}

/// The next bracket behind `from`: what stands before it in the text, its content, and its end.
fn next_bracket(text: &str, from: usize) -> Option<(&str, &str, usize)> {
    let rest = text.get(from..)?;
    let open = rest.find(punctuation::is_opening)? + from;
    let inside = text.get(open..)?.trim_start_matches(punctuation::is_opening);
    let content = inside.get(..inside.find(punctuation::is_closing)?)?;
    let end = text.len() - inside.len() + content.len();
    Some((text.get(..open)?, content, end))
}

/// The people of a bracket. With sentences in it only what is labelled counts.
fn bracketed(content: &str, spot: Spot) -> Vec<Credit> {
    if content.chars().count() > LONGEST_BRACKET {
        return Vec::new();
    }
    let people = credits_of(&format!("{content}\u{FF09}"), spot);
    let has_marks = content.contains(punctuation::is_sentence_mark);
    people.into_iter().filter(|credit| !has_marks || credit.is_labelled).collect()
}

/// True for what stands before a dateline's bracket: `某网3月21日电`, `本报讯`.
fn ends_as_dateline(before: &str) -> bool {
    before
        .trim_end_matches(|c| space::is_blank(c) || punctuation::is_opening(c))
        .ends_with(['电', '電', '讯', '訊'])
}

/// Characters of a paragraph's end that are read: a bracket of ten reporters with their offices has 150.
const CLOSING_CHARS: usize = 300;

/// The people of a paragraph near the body's end: `（李建国）`, `（记者 张三）`, `…。张三`, a line of fields.
///
/// `closes` says that it is the last and stands behind a sentence.
pub(super) fn closing(text: &str, is_near: bool, closes: bool, is_last: bool) -> Vec<Credit> {
    let text = text.char_indices().nth_back(CLOSING_CHARS).and_then(|(at, _)| text.get(at..)).unwrap_or(text);
    let found = if is_near { closing_near(text, closes, is_last) } else { Vec::new() };
    if found.is_empty() { reported(text) } else { found }
}

fn closing_near(text: &str, closes: bool, is_last: bool) -> Vec<Credit> {
    let end = text.trim_end_matches(|c: char| space::is_blank(c) || c.is_ascii_digit());
    let people = card(end);
    if !people.is_empty() {
        return people;
    }
    if let Some((before, content)) = last_bracket(end) {
        let people = bracketed(content, Spot::Closing);
        let people = if people.is_empty() { card(&format!("\u{FF08}{content}")) } else { people };
        // On a line of its own only 小河 and the like.
        let familiar = before.is_empty() && content.starts_with(['小', '阿', '老']);
        let signs = closes && punctuation::ends_sentence(before) || is_last && familiar;
        return if people.is_empty() && signs { pen_name(content) } else { people };
    }
    if text.chars().count() <= LONGEST_BRACKET && !text.contains(punctuation::is_sentence_mark) {
        return own_line(text, closes);
    }
    // “…。”——张三 is who said it.
    let people = tail(text).filter(|tail| !tail.starts_with('\u{2014}'));
    let people = people.map_or_else(Vec::new, |tail| credits_of(tail, Spot::Closing));
    people.into_iter().filter(|credit| closes || !credit.is_bare()).collect()
}

/// The people of a line of its own at the body's end: of a short one by names alone where it is the last and
/// nothing else, of one with clauses behind labels: `本文首发于某报，作者：张三`.
fn own_line(text: &str, is_last: bool) -> Vec<Credit> {
    let tokens = Tokens::of(text, &[]);
    let (found, taken) = credits(&tokens, Spot::Closing);
    let plain = is_line(text);
    let alone = is_last && plain && taken.into_iter().all(|taken| taken);
    found.into_iter().filter(|credit| alone || credit.is_labelled || plain && !credit.is_bare()).collect()
}

/// The people behind a label after a paragraph's last sentence: `…。撰文：张三`.
pub(super) fn labelled_tail(text: &str) -> Vec<Credit> {
    let people = tail(text).map_or_else(Vec::new, |tail| credits_of(tail, Spot::Closing));
    people.into_iter().filter(|credit| credit.is_labelled).collect()
}

/// The few words that stand after the last sentence of a paragraph.
fn tail(text: &str) -> Option<&str> {
    let is_end = |c| punctuation::is_sentence_mark(c) || matches!(c, ')' | '\u{FF09}');
    let (at, end) = text.char_indices().rev().find(|&(_, c)| is_end(c))?;
    let tail = text.get(at + end.len_utf8()..)?;
    let tail = tail.trim_matches(|c| space::is_blank(c) || punctuation::is_closing(c));
    (1..=LONGEST_TAIL).contains(&tail.chars().count()).then_some(tail)
}

/// The people of `（王小明／台中報導）`, wherever in a paragraph it stands.
fn reported(text: &str) -> Vec<Credit> {
    if !text.contains('/') && !text.contains('\u{FF0F}') {
        return Vec::new();
    }
    let mut from = 0;
    while let Some((_, content, end)) = next_bracket(text, from) {
        if before_word(content, Word::Reported).is_some() && content.contains(['/', '\u{FF0F}']) {
            return bracketed(content, Spot::Closing);
        }
        from = end;
    }
    Vec::new()
}

/// The people of `本文作者张三系某大学教授`, `（作者李四为某报评论员）`.
fn card(text: &str) -> Vec<Credit> {
    let inside =
        text.trim_start_matches(|c| space::is_blank(c) || punctuation::is_opening(c) || is_bullet(c));
    let Some((label, rest)) =
        words(Word::Card).iter().find_map(|label| Some((label, inside.strip_prefix(label)?)))
    else {
        return Vec::new();
    };
    let name = rest.trim_start_matches(|c| space::is_blank(c) || crate::lexicon::labels::is_mark(c));
    // What an author is also stands in prose: there only the text's own is meant.
    let is_card = *label != "作者" || inside.len() < text.len() || name.len() < rest.len();
    let rest = if is_card { name } else { "" };
    // The longest first: 系 is also part of names.
    let name = [4, 3, 2].into_iter().find_map(|chars| {
        let (name, follows) = rest.split_at_checked(start(rest, chars).len())?;
        let said = follows.starts_with(['系', '係', '为', '為', '，', '（', '(']);
        (said && is_chinese_name(name)).then_some(name)
    });
    let card = |name: &str| Credit {
        name: name.to_owned(),
        role: BylineRole::Author,
        is_labelled: false,
        form: "card of an author",
    };
    name.map(card).into_iter().collect()
}

fn is_bullet(c: char) -> bool {
    ('\u{2500}'..='\u{25FF}').contains(&c) || c == '\u{203B}'
}

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

/// Two or three characters in brackets behind 电 or the last sentence of all: a name, whatever it begins with.
fn pen_name(content: &str) -> Vec<Credit> {
    let name = space::trim(content);
    let named = names::is_short_han(name) && !is_no_name(name) && !is_office(name) && !is_place(name);
    let author = || Credit {
        name: name.to_owned(),
        role: BylineRole::Author,
        is_labelled: false,
        form: "pen name in brackets",
    };
    named.then(author).into_iter().collect()
}

/// The people of a line under the body.
pub(super) fn below(line: &Line) -> Vec<Credit> {
    // 本文来自某号，作者：张三，经授权发布。
    if sources::after_note(line.text).is_some() {
        return labelled(line);
    }
    if !line.begins_with_label() && lexicon::find(line.text).has(Category::Disclaimer) {
        return Vec::new();
    }
    if line.is_sentence() || line.text.chars().count() > LONGEST_BRACKET {
        let people = labelled_line(line);
        let people = if people.is_empty() { card(line.text) } else { people };
        // What opens with its reporter is another article's first line.
        let is_lead = line.text.starts_with(punctuation::is_opening);
        return if people.is_empty() && !is_lead { reported(line.text) } else { people };
    }
    let people = card(line.text);
    if !people.is_empty() {
        return people;
    }
    if line.text.contains(['\u{FF0C}', '?', '\u{FF1F}']) {
        return labelled_line(line);
    }
    let people = line.credits(Spot::Below);
    // What names somebody surely and says nothing else names all of them: 本报记者 某某 实习生 张三.
    let (all, taken) =
        if people.is_empty() { Default::default() } else { credits(line.tokens(), Spot::Closing) };
    let whole = line.tokens().list.iter().zip(&taken).all(|(token, taken)| *taken || token.kind.is_gap());
    if all.len() > people.len() && whole { all } else { people }
}

/// Behind a heading over other articles: fields, or a line that is a bracket.
pub(super) fn below_others(line: &Line) -> Vec<Credit> {
    let people = labelled_line(line);
    match last_bracket(line.text) {
        Some(("", content)) if people.is_empty() => bracketed(content, Spot::Closing),
        _ => people,
    }
}

fn labelled_line(line: &Line) -> Vec<Credit> {
    if line.is_sentence() { Vec::new() } else { labelled(line) }
}

impl Credit {
    /// Named by place alone.
    fn is_bare(&self) -> bool {
        !["LABEL", "TITLE", "VERB", "PART", "CREDIT", "BY"].iter().any(|word| self.form.contains(word))
    }
}

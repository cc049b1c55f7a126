//! What follows a source's label in, or a note of one, the medium's name alone out: `《某报》(上海) 次阅读` is 某报.

use super::names::is_address;
use super::tokens::{Kind, Tokens};
use crate::lexicon::people::{is_office, is_sure_organ};
use crate::lexicon::sources;
use crate::text::{punctuation, space};

/// Longest name of a medium, in characters: two institutes with their towns have 40.
const LONGEST_SOURCE: usize = 40;
/// Longest one in quotation marks, in characters: accounts have two to eight, headlines more.
const LONGEST_QUOTED: usize = 8;

/// Longest one without a label, in characters.
pub(crate) const LONGEST_UNLABELLED: usize = 20;
/// Longest note on a line of its own, in characters.
const LONGEST_NOTE: usize = 40;

/// The value of a label, from the token behind it on.
pub(crate) fn labelled_value(tokens: &Tokens, at: usize) -> Option<String> {
    let start = start(tokens, at);
    let value = tokens.span(start..end(tokens, at));
    clean(value)
}

fn start(tokens: &Tokens, at: usize) -> usize {
    let skipped =
        |kind| matches!(kind, Kind::Blank | Kind::Seam | Kind::Bar | Kind::Colon | Kind::Slash | Kind::Comma);
    tokens.past(at, skipped)
}

/// Where the value from the token `at` on ends: at the next field, element or mark between fields.
pub(crate) fn end(tokens: &Tokens, at: usize) -> usize {
    let mut at = start(tokens, at);
    let mut open = 0;
    let mut filled = false;
    let framed = tokens.kind(at) == Some(Kind::Open);
    while let Some(kind) = tokens.kind(at) {
        match kind {
            Kind::Open => open += 1,
            Kind::Close if open == 0 => break,
            Kind::Close if framed && open == 1 => return at + 1,
            Kind::Close => open -= 1,
            _ if open > 0 => {}
            Kind::Label(_) | Kind::Time(_) | Kind::Title(_) | Kind::Stop | Kind::Comma => break,
            Kind::Seam | Kind::Bar if filled && !is_joined(tokens, at) => break,
            Kind::Slash if filled => break,
            Kind::Blank if filled && !is_inside(tokens, at) => break,
            _ => {}
        }
        filled |= matches!(kind, Kind::Word | Kind::Verb(_) | Kind::Close);
        at += 1;
    }
    at
}

/// `某网-《某报》`, `某报——某网`: one value, whatever elements it stands in.
fn is_joined(tokens: &Tokens, at: usize) -> bool {
    let is_dash = |at: usize| tokens.span(at..at + 1) == "\u{2014}";
    if is_dash(at) {
        let first = (0..at).rev().find(|&at| !is_dash(at));
        let organ = |at: Option<usize>| at.and_then(|at| tokens.word(at)).is_some_and(is_sure_organ);
        return organ(first) && organ((at..tokens.list.len()).find(|&at| !is_dash(at)));
    }
    let dash = |at: usize| tokens.span(at..at + 1) == "-";
    let seam = |at: usize| tokens.kind(at) == Some(Kind::Seam);
    dash(at) || seam(at) && dash(at + 1) || at > 0 && seam(at) && dash(at - 1)
}

/// True for a blank inside a name: Chinese text has none, so that it stands beside Latin letters.
pub(crate) fn is_inside(tokens: &Tokens, at: usize) -> bool {
    let wide = |text: &str, last: bool| {
        let c = if last { text.chars().next_back() } else { text.chars().next() };
        c.is_some_and(punctuation::is_wide)
    };
    let (Some(before), Some(after)) =
        (at.checked_sub(1).and_then(|at| tokens.list.get(at)), tokens.word(at + 1))
    else {
        return false;
    };
    let before = tokens.text(before);
    let digit = after.contains(|c: char| c.is_ascii_digit());
    !(tokens.span(at..at + 1).contains('\u{3000}')
        || wide(before, true) && (wide(after, false) || digit)
        || is_address(after))
}

/// A value without the marks, notes and buttons around it.
pub(crate) fn clean(text: &str) -> Option<String> {
    let text = text.find("http").and_then(|scheme| text.get(..scheme)).unwrap_or(text);
    let text = text.trim_matches(is_frame);
    let text = account(text).unwrap_or(text);
    let text = without_button(before_field(text));
    let text = unframed(text.trim_matches(is_frame));
    let text = unquoted(without_note(text)).trim_matches(is_frame);
    let text = ["于", "於"].iter().find_map(|end| text.strip_suffix(&format!(" {end}"))).unwrap_or(text);
    let chars = text.chars().count();
    let titled = text.contains(['\u{300C}', '\u{201C}']);
    let named =
        !titled && text.chars().any(char::is_alphabetic) && !sources::is_unknown(text) && !is_address(text);
    let value: String = text.chars().filter(|&c| c != crate::lexicon::labels::SEAM).collect();
    ((1..=LONGEST_SOURCE).contains(&chars) && named).then_some(value)
}

/// The name in `微信公众号“某观察”`, `“某观察”微信公众号`.
fn account(text: &str) -> Option<&str> {
    let (before, rest) = text.split_once(['\u{201C}', '\u{300C}'])?;
    let (name, after) = rest.split_once(['\u{201D}', '\u{300D}'])?;
    let is_account =
        |text: &str| text.contains("公众号") || text.contains("公眾號") || text.contains("客户端");
    (is_account(before) || is_account(after)).then_some(name)
}

/// `某报】` without a bracket that opens or closes outside it.
fn unframed(text: &str) -> &str {
    let mut text = text;
    for (open, close) in [('(', ')'), ('\u{FF08}', '\u{FF09}'), ('[', ']'), ('\u{3010}', '\u{3011}')] {
        if text.starts_with(open) || !text.contains(open) {
            text = text.trim_start_matches(open).trim_end_matches(close);
        }
    }
    text
}

/// `某报(上海)` without its note.
fn without_note(text: &str) -> &str {
    let noted = text.ends_with([')', '\u{FF09}', ']', '\u{3011}']);
    let open = text.rfind(['(', '\u{FF08}', '[', '\u{3010}']).filter(|&at| noted && at > 0);
    open.and_then(|at| text.get(..at)).unwrap_or(text).trim_end_matches(space::is_blank)
}

/// `《某报》` without its marks, where they are all around it; `“某发布”` where it is short: a long one is a headline.
fn unquoted(text: &str) -> &str {
    let inside = |open: char, close: char| {
        let inside = text.strip_prefix(open)?.strip_suffix(close)?;
        Some(inside).filter(|inside| !inside.contains(open))
    };
    let quoted = [('\u{201C}', '\u{201D}'), ('\u{300C}', '\u{300D}')];
    let quoted = || quoted.iter().find_map(|&(open, close)| inside(open, close));
    let short = |text: &&str| text.chars().count() <= LONGEST_QUOTED;
    inside('\u{300A}', '\u{300B}').or_else(|| quoted().filter(short)).unwrap_or(text)
}

/// `某网类型：原创` without the field that stands right behind it.
fn before_field(text: &str) -> &str {
    let before = text.split_once(['\u{FF1A}', ':']).map(|(before, _)| before);
    let cut = before.and_then(sources::before_field).filter(|before| before.chars().count() >= 2);
    cut.unwrap_or(text)
}

/// `某报+关注` without the button; without the mark only behind a medium: 今日关注 is a name.
fn without_button(text: &str) -> &str {
    let text = sources::before_report_button(text).unwrap_or(text);
    let Some(before) = sources::before_follow_button(text) else { return text };
    let name = before.trim_end_matches(|c| c == '+' || space::is_blank(c));
    if !name.is_empty() && (name.len() < before.len() || is_sure_organ(name)) { name } else { text }
}

fn is_frame(c: char) -> bool {
    space::is_blank(c)
        || matches!(c, '[' | '\u{3010}')
        || matches!(
            c,
            ':' | '\u{FF1A}'
                | ','
                | '\u{FF0C}'
                | '\u{3002}'
                | ';'
                | '\u{FF1B}'
                | '-'
                | '\u{2014}'
                | '>'
                | '\u{B7}'
                | '\u{2022}'
        )
}

/// The source that a line of its own notes: `本文转载自某报`.
pub(crate) fn noted(line: &str) -> Option<String> {
    let text = line.trim_matches(punctuation::is_bracket);
    let short = text.chars().nth(LONGEST_NOTE).is_none();
    let granted = sources::granted_by(text).filter(|name| is_office(name.trim_matches(is_quote)));
    let value = granted.or_else(|| sources::after_note(text)).filter(|_| short)?;
    let value = value.split(['\u{FF0C}', ',', '\u{FF08}', '(']).next().unwrap_or(value);
    // 原载《某报》2024年3月20日
    let titled = value.strip_prefix('\u{300A}').and_then(|value| value.split_once('\u{300B}'));
    let value = titled.map_or(value, |(title, _)| title);
    let plain = value.chars().count() <= LONGEST_UNLABELLED && !value.contains(punctuation::is_inner_mark);
    clean(value.trim_end_matches(punctuation::is_sentence_mark)).filter(|_| plain)
}

fn is_quote(c: char) -> bool {
    matches!(c, '\u{201C}' | '\u{201D}' | '\u{300A}' | '\u{300B}' | '\u{300C}' | '\u{300D}')
}

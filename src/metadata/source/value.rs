//! What follows a source's label in, the medium's name alone out: `《某报》(上海) 次阅读` is 某报.

use crate::lexicon::people::is_organ;
use crate::lexicon::sources;
use crate::text::{punctuation, space};

/// Longest name of a medium, in characters: two institutes with their towns have 40.
const LONGEST_SOURCE: usize = 40;
/// Longest one in quotation marks, in characters: accounts have two to eight, headlines more.
const LONGEST_QUOTED: usize = 8;

/// A value as a label gives it: cut at what follows, marks and notes off.
pub(super) fn value(text: &str) -> Option<String> {
    let (text, _) = at_next(text);
    let text = account(text).unwrap_or(text);
    let text = without_button(before_field(text));
    let text = unframed(text.trim_matches(is_frame));
    let text = unquoted(without_note(text)).trim_matches(is_frame);
    let text = ["于", "於"].iter().find_map(|end| text.strip_suffix(&format!(" {end}"))).unwrap_or(text);
    let chars = text.chars().count();
    let titled = text.contains(['\u{300C}', '\u{201C}']);
    let named = !titled
        && text.chars().any(char::is_alphabetic)
        && !sources::is_nobody(text)
        && !text.contains("://");
    ((1..=LONGEST_SOURCE).contains(&chars) && named).then(|| text.to_owned())
}

/// The name in `微信公众号“某观察”`, `“某观察”微信公众号`.
fn account(text: &str) -> Option<&str> {
    let (before, rest) = text.split_once(['\u{201C}', '\u{300C}'])?;
    let (name, after) = rest.split_once(['\u{201D}', '\u{300D}'])?;
    let is_account =
        |text: &str| text.contains("公众号") || text.contains("公眾號") || text.contains("客户端");
    (is_account(before) || is_account(after)).then_some(name)
}

/// Cut at a blank between Chinese characters, before an address or at a mark between fields:
/// `经济参考报 次阅读`, `新华社 记者 张三`.
pub(super) fn at_next(text: &str) -> (&str, &str) {
    let mut before = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, next)| next);
        let rest = text.get(at + c.len_utf8()..).unwrap_or_default();
        let gap = space::is_blank(c)
            && before.is_some_and(punctuation::is_wide)
            && (next.is_some_and(|next| punctuation::is_wide(next) || is_dot(next)) || begins_address(rest));
        if gap || c == '\u{3000}' || matches!(c, '|' | '\u{FF5C}' | '\u{3002}') {
            return (text.get(..at).unwrap_or(text), rest);
        }
        before = Some(c);
    }
    (text, "")
}

/// Dots between the names of channel and site, blanks around them.
pub(super) fn is_dot(c: char) -> bool {
    matches!(c, '\u{2219}' | '\u{B7}' | '\u{2022}')
}

pub(super) fn begins_address(text: &str) -> bool {
    let word = text.split(|c: char| space::is_blank(c) || !c.is_ascii()).next().unwrap_or_default();
    word.contains('.') && word.bytes().filter(u8::is_ascii_alphabetic).count() >= 4
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
    let Some(before) = sources::before_follow_button(text) else { return text };
    let name = before.trim_end_matches(|c| c == '+' || space::is_blank(c));
    if !name.is_empty() && (name.len() < before.len() || is_organ(name)) { name } else { text }
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

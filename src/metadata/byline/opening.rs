//! A paragraph's start or a bracket in, the people of its byline out: `（记者 张三）`, `【文/张三】`.

use super::{LONGEST_BRACKET, LONGEST_BYLINE, labelled, phrase};
use crate::article::{Byline, BylineRole};
use crate::lexicon::people::{Kind, is_no_name, is_organ, role_words};
use crate::metadata::chars;
use crate::metadata::fields::{self, Part};
use crate::metadata::names::{self, Trust};
use crate::text::{punctuation, space};

/// Characters of a paragraph's start in which a dateline's bracket opens.
const DATELINE_OPENS: usize = 30;

/// The people of a paragraph's opening: `（记者 张三）`, `【文/张三】`, `记者王小明／台北報導`.
pub(super) fn dateline(text: &str) -> Vec<Byline> {
    let start = chars::start(text, DATELINE_OPENS + LONGEST_BRACKET);
    let mut rest = start;
    let mut seen = 0;
    while let Some(open) = rest.find(punctuation::is_opening) {
        seen += rest.get(..open).map_or(0, |before| before.chars().count()) + 1;
        if seen > DATELINE_OPENS {
            break;
        }
        let inside = rest.get(open..).unwrap_or_default();
        let inside = inside.trim_start_matches(punctuation::is_opening);
        let Some(end) = inside.find(punctuation::is_closing) else { break };
        let content = inside.get(..end).unwrap_or_default();
        let people = bracketed(content);
        if !people.is_empty() {
            return people;
        }
        if is_dateline(start.strip_suffix(rest.get(open..).unwrap_or_default()).unwrap_or_default()) {
            let people = wholly_names(content);
            if !people.is_empty() {
                return people;
            }
        }
        seen += inside.get(..end).map_or(0, |inside| inside.chars().count());
        rest = inside.get(end..).unwrap_or_default();
    }
    unbracketed(text)
}

/// The people of a bracket that is a byline.
pub(super) fn bracketed(content: &str) -> Vec<Byline> {
    let parts = fields::parts(content);
    let mut people = labelled(&parts);
    if !people.is_empty() && matches!(parts.first(), Some(Part::Label(_))) {
        return people;
    }
    let has_marks =
        content.chars().any(|c| punctuation::is_sentence_mark(c) || matches!(c, '\u{FF1A}' | ':'));
    if has_marks {
        if let (Some(Part::Text(first)), false) = (parts.first(), people.is_empty()) {
            people.splice(0..0, phrase(first));
        }
        return people;
    }
    let people = phrase(content);
    if people.is_empty() {
        titled_alone(content).or_else(|| edited(content)).unwrap_or_default()
    } else {
        people
    }
}

/// `记者底东娜`: nothing but a title and what has a name's length, whatever its family name.
fn titled_alone(content: &str) -> Option<Vec<Byline>> {
    let word = role_words(content).next().filter(|word| word.kind == Kind::Title)?;
    let name = content.get(word.at.end..)?;
    let office = content.get(..word.at.start)?;
    let fits = matches!(name.chars().count(), 2 | 3) && name.chars().all(punctuation::is_han);
    let named = fits && !is_no_name(name) && !is_organ(name) && (office.is_empty() || is_organ(office));
    named.then(|| vec![Byline { name: name.to_owned(), role: word.role }])
}

/// `某栏目 Julie，Helen 编辑`: editors before the word.
fn edited(content: &str) -> Option<Vec<Byline>> {
    let names = content.strip_suffix("编辑").or_else(|| content.strip_suffix("編輯"))?;
    let names = names.strip_suffix(space::is_blank)?;
    let found = names::names(names, Trust::Titled)
        .into_iter()
        .filter(|name| names::is_chinese_name(name) || names::is_latin_name(name));
    Some(found.map(|name| Byline { name, role: BylineRole::Editor }).collect())
}

/// True for what stands before a dateline's bracket: `某网3月21日电`, `本报讯`.
fn is_dateline(before: &str) -> bool {
    before
        .trim_end_matches(|c| space::is_blank(c) || punctuation::is_opening(c))
        .ends_with(['电', '電', '讯', '訊'])
}

/// The names of a text that is nothing but names.
fn wholly_names(content: &str) -> Vec<Byline> {
    let names = names::names(content, Trust::Bare);
    let written: usize = names.iter().map(|name| name.chars().count()).sum();
    let whole = written > 0 && written == content.chars().filter(|&c| punctuation::is_han(c)).count();
    let names = names.into_iter().filter(|_| whole);
    names.map(|name| Byline { name, role: BylineRole::Author }).collect()
}

/// A byline without brackets: a line of its own, or the start of one that ends in 报道 or 電.
pub(super) fn unbracketed(text: &str) -> Vec<Byline> {
    let chars = text.chars().count();
    if chars <= LONGEST_BYLINE && !text.contains(punctuation::is_sentence_mark) && !text.contains('\u{FF0C}')
    {
        let parts = fields::parts(text);
        return if matches!(parts.first(), Some(Part::Label(_))) { labelled(&parts) } else { phrase(text) };
    }
    let start = chars::start(text, DATELINE_OPENS);
    let spaced = spaced_titles(start);
    if !spaced.is_empty() {
        return spaced;
    }
    let mut words = role_words(start);
    let titled = words.by_ref().find(|word| word.kind == Kind::Title);
    let verb = words.find(|word| word.kind == Kind::Verb);
    let before = |at: usize| start.get(..at).unwrap_or_default();
    match (titled, verb) {
        (Some(title), Some(verb))
            if before(title.at.start).chars().count() <= 12
                && !before(verb.at.end).contains(['\u{FF0C}', ',']) =>
        {
            phrase(before(verb.at.end))
        }
        _ => Vec::new(),
    }
}

/// `某网讯 记者张三 通讯员李四 昨天…`: words that begin with a title, after a dateline.
fn spaced_titles(start: &str) -> Vec<Byline> {
    let mut words = start.split(space::is_blank).filter(|word| !word.is_empty()).peekable();
    if words.next().is_none_or(|word| !is_dateline(word)) {
        return Vec::new();
    }
    let mut found = Vec::new();
    while let Some(word) = words.next() {
        let title = role_words(word).next().filter(|title| title.kind == Kind::Title && title.at.start == 0);
        // The last word runs on into the text.
        let (Some(title), Some(next)) = (title, words.peek()) else { break };
        let name = word.get(title.at.end..).unwrap_or_default();
        let name = if name.is_empty() { *next } else { name };
        if !names::is_chinese_name(name) && !names::is_transcribed(name) {
            break;
        }
        if title.at.end == word.len() {
            words.next();
        }
        found.push(Byline { name: name.to_owned(), role: title.role });
    }
    found
}

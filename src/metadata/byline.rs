//! Lines around an article in, the people named in them out, in page order.

use super::fields::{self, Part};
use super::names::{self, Trust};
use super::people::people;
use super::source::{is_single_latin, unlabelled};
use super::zones::{Line, Zones};
use crate::article::{Byline, BylineRole};
use crate::lexicon::labels::Field;
use crate::lexicon::people::{Kind, is_no_name, is_organ, role_words};
use crate::text::{punctuation, space};

/// Characters of a paragraph's start in which a dateline's bracket opens, and of its longest content.
const DATELINE_OPENS: usize = 30;
const LONGEST_BRACKET: usize = 60;
/// Longest line that is a byline as a whole, in characters.
const LONGEST_BYLINE: usize = 40;
/// Lines between the time or the headline and a name on a line of its own.
const NEAR: usize = 2;

/// The people around an article. `declared` are the head's authors: they count where the page shows them.
pub(crate) fn bylines(zones: &Zones, declared: &[String]) -> Vec<Byline> {
    let mut found = Found::default();
    for line in zones.above.iter().rev().chain(&zones.front).filter(|line| !line.is_sentence()) {
        found.add(labelled(&line.parts));
        found.add(declared_in(line, declared));
    }
    found.add(values_on_next_line(&zones.front));
    for line in zones.front.iter().filter(|line| !line.is_sentence()) {
        unlabelled(line).for_each(|text| found.add(phrase(text)));
    }
    found.add(beside_time(&zones.front));
    found.add(on_their_own(&zones.front));
    for line in &zones.front {
        found.add(dateline(line.text));
    }
    for (_, text) in &zones.opening {
        found.add(dateline(text));
        found.add(tail(text));
    }
    for (nth, (_, text)) in zones.closing.iter().enumerate().rev() {
        found.add(closing(text, nth == 0));
    }
    for line in &zones.after {
        found.add(after(line));
    }
    found.0
}

#[derive(Default)]
struct Found(Vec<Byline>);

impl Found {
    /// Adds who is not there in such a role yet: an author is one as 作者 and as 记者.
    fn add(&mut self, people: impl IntoIterator<Item = Byline>) {
        for byline in people {
            let same = |known: &Byline| {
                known.name == byline.name
                    && (known.role == byline.role
                        || known.role.is_author() && byline.role.is_author()
                        || known.role.is_editor() && byline.role.is_editor())
            };
            if !self.0.iter().any(same) {
                self.0.push(byline);
            }
        }
    }
}

fn role(field: Field) -> Option<BylineRole> {
    let role = match field {
        Field::Author => BylineRole::Author,
        Field::Reporter => BylineRole::Reporter,
        Field::Correspondent => BylineRole::Correspondent,
        Field::Translator => BylineRole::Translator,
        Field::Photographer => BylineRole::Photographer,
        Field::Editor => BylineRole::Editor,
        Field::Proofreader => BylineRole::Proofreader,
        Field::Supervisor => BylineRole::Supervisor,
        Field::Source | Field::Published | Field::Updated | Field::Clock | Field::Stop => return None,
    };
    Some(role)
}

/// The people of `作者：… 编辑：…`.
fn labelled(parts: &[Part]) -> Vec<Byline> {
    let pairs = parts.iter().zip(parts.iter().skip(1));
    let values = pairs.filter_map(|pair| match pair {
        (Part::Label(field), Part::Text(text)) => Some((role(*field)?, text)),
        _ => None,
    });
    values
        .flat_map(|(role, text)| people(text.trim_end_matches(punctuation::is_closing), Some(role)))
        .collect()
}

/// `作者：` at a line's end, the name on the next line.
fn values_on_next_line(lines: &[Line]) -> Vec<Byline> {
    let ends = lines.iter().zip(lines.iter().skip(1)).filter_map(|(line, next)| {
        let Some(Part::Label(field)) = line.parts.last() else { return None };
        let [Part::Text(text)] = next.parts.as_slice() else { return None };
        Some((role(*field)?, text))
    });
    ends.flat_map(|(role, text)| {
        names::names(text, Trust::Bare).into_iter().map(move |name| Byline { name, role })
    })
    .collect()
}

/// The people of a phrase without a label in front of it: `记者 张三`, `陳小明／綜合報導`.
fn phrase(text: &str) -> Vec<Byline> {
    if text.chars().count() > LONGEST_BRACKET {
        return Vec::new();
    }
    let mut words = role_words(text).peekable();
    if words.peek().is_none() {
        return Vec::new();
    }
    let spaced = |at: usize| {
        text.get(at..).is_some_and(|rest| {
            rest.starts_with(|c| space::is_blank(c) || crate::lexicon::labels::is_mark(c))
        })
    };
    let sure = words.any(|word| match word.kind {
        Kind::Title => spaced(word.at.end),
        Kind::Verb | Kind::Credit => word.at.end == text.len(),
        Kind::Slash => true,
    });
    let people = people(text, None).into_iter();
    people
        .filter(|byline| sure || names::is_chinese_name(&byline.name) || names::is_latin_name(&byline.name))
        .collect()
}

/// Names that the head declares and this line shows.
fn declared_in(line: &Line, declared: &[String]) -> Vec<Byline> {
    let short = line.text.chars().count() <= LONGEST_BYLINE;
    let shown = declared.iter().filter(|name| short && line.text.contains(name.as_str()));
    let has_label =
        line.parts.iter().any(|part| matches!(part, Part::Label(field) if role(*field).is_some()));
    let names = shown.filter(|_| !has_label).flat_map(|name| names::names(name, Trust::Titled));
    names.filter(|name| !is_organ(name)).map(|name| Byline { name, role: BylineRole::Author }).collect()
}

/// A name on the line of the time: `王小明 2024-03-21`, `By Mary Lee | 2024-03-21`.
fn beside_time(lines: &[Line]) -> Vec<Byline> {
    let line = lines.iter().find(|line| line.has_time() && !line.is_sentence());
    let texts =
        line.into_iter().filter(|line| line.text.chars().count() <= LONGEST_BRACKET).flat_map(unlabelled);
    texts.flat_map(name_alone).collect()
}

/// The names of a text that is nothing but names.
fn name_alone(text: &str) -> Vec<Byline> {
    let by = ["By ", "by ", "BY "].iter().find_map(|start| text.strip_prefix(start));
    let text = by.unwrap_or(text);
    let author = |name: String| Byline { name, role: BylineRole::Author };
    let first = text.split([',', '\u{2022}', '\u{B7}', '|']).map(|part| part.trim_matches(space::is_blank));
    if by.is_some() || is_single_latin(text) {
        return first
            .take(1)
            .filter(|name| names::is_latin_name(name))
            .map(|name| author(name.to_owned()))
            .collect();
    }
    let names = names::names(text, Trust::Bare);
    let written: usize = names.iter().map(|name| name.chars().count()).sum();
    if written * 2 >= text.chars().filter(|&c| punctuation::is_han(c)).count() {
        return names.into_iter().map(author).collect();
    }
    Vec::new()
}

/// Names that are a line of their own near the time.
fn on_their_own(lines: &[Line]) -> Vec<Byline> {
    let time = lines.iter().position(Line::has_time);
    let near = lines.iter().enumerate().filter(|(at, _)| time.is_some_and(|time| time.abs_diff(*at) <= NEAR));
    let alone = near.filter_map(|(_, line)| match line.parts.as_slice() {
        [Part::Text(text)] if text.chars().count() <= LONGEST_BYLINE => Some(text.as_str()),
        _ => None,
    });
    alone
        .flat_map(|text| {
            if is_listed(text) {
                listed(text)
            } else if text.is_ascii() {
                Vec::new()
            } else {
                name_alone(text)
            }
        })
        .collect()
}

/// `Mary(王小明)、Paul(李大同)`.
fn is_listed(text: &str) -> bool {
    text.contains('\u{3001}')
        && !text.contains(punctuation::is_sentence_mark)
        && text.split('\u{3001}').all(|item| {
            item.starts_with(|c: char| c.is_ascii_uppercase()) && item.ends_with([')', '\u{FF09}'])
        })
}

fn listed(text: &str) -> Vec<Byline> {
    let names = names::names(text, Trust::Labelled).into_iter();
    names.map(|name| Byline { name, role: BylineRole::Author }).collect()
}

/// The people of a paragraph's opening: `（记者 张三）`, `【文/张三】`, `记者王小明／台北報導`.
fn dateline(text: &str) -> Vec<Byline> {
    let start: String = text.chars().take(DATELINE_OPENS + LONGEST_BRACKET).collect();
    let mut rest = start.as_str();
    let mut seen = 0;
    while let Some(open) = rest.find(punctuation::is_opening) {
        seen += rest.get(..open).map_or(0, |before| before.chars().count()) + 1;
        if seen > DATELINE_OPENS {
            break;
        }
        let inside = rest.get(open..).unwrap_or_default();
        let inside = inside.trim_start_matches(punctuation::is_opening);
        let Some(end) = inside.find(punctuation::is_closing) else { break };
        let people = bracketed(inside.get(..end).unwrap_or_default());
        if !people.is_empty() {
            return people;
        }
        seen += inside.get(..end).map_or(0, |inside| inside.chars().count());
        rest = inside.get(end..).unwrap_or_default();
    }
    unbracketed(text)
}

/// The people of a bracket that is a byline.
fn bracketed(content: &str) -> Vec<Byline> {
    let parts = fields::parts(content);
    let people = labelled(&parts);
    if !people.is_empty() && matches!(parts.first(), Some(Part::Label(_))) {
        return people;
    }
    let has_marks =
        content.chars().any(|c| punctuation::is_sentence_mark(c) || matches!(c, '\u{FF1A}' | ':'));
    if has_marks { people } else { phrase(content) }
}

/// A byline without brackets: a line of its own, or the start of one that ends in 报道 or 電.
fn unbracketed(text: &str) -> Vec<Byline> {
    let chars = text.chars().count();
    if chars <= LONGEST_BYLINE && !text.contains(punctuation::is_sentence_mark) && !text.contains('\u{FF0C}')
    {
        let parts = fields::parts(text);
        return if matches!(parts.first(), Some(Part::Label(_))) { labelled(&parts) } else { phrase(text) };
    }
    let start: String = text.chars().take(DATELINE_OPENS).collect();
    let mut words = role_words(&start);
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
fn tail(text: &str) -> Vec<Byline> {
    let tail = after_sentence(text);
    if tail.is_empty() || tail.len() == text.len() || tail.chars().count() > LONGEST_BYLINE / 2 {
        return Vec::new();
    }
    let parts = fields::parts(tail);
    if parts.iter().any(|part| matches!(part, Part::Label(_))) { labelled(&parts) } else { phrase(tail) }
}

/// The people of a body's end: `（李建国）`, `（记者 张三）`, `…。张三`, or a line of fields.
fn closing(text: &str, is_last: bool) -> Vec<Byline> {
    let end = text.trim_end_matches(|c: char| space::is_blank(c) || c.is_ascii_digit());
    if let Some((before, content)) = last_bracket(end) {
        let people = bracketed(content);
        if !people.is_empty() {
            return people;
        }
        return signed(before, content, is_last);
    }
    if text.chars().count() <= LONGEST_BRACKET && !punctuation::ends_sentence(text) {
        let people = unbracketed(text);
        if !people.is_empty() {
            return people;
        }
    }
    let people = tail(text);
    if people.is_empty() && is_last { signature(text) } else { people }
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
    // A pen name: two or three characters after the last sentence of all.
    let pen_name = (2..=3).contains(&content.chars().count()) && content.chars().all(punctuation::is_han);
    let ends = punctuation::ends_sentence(before);
    if is_last && pen_name && ends && !is_no_name(content) {
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

/// The people of a line under the body.
fn after(line: &Line) -> Vec<Byline> {
    if line.is_sentence() {
        return Vec::new();
    }
    let people = labelled(&line.parts);
    if !people.is_empty() || line.text.chars().count() > LONGEST_BYLINE {
        return people;
    }
    let inside = line.text.trim_matches(|c| punctuation::is_opening(c) || punctuation::is_closing(c));
    let titled = role_words(inside).any(|word| word.kind == Kind::Title);
    if titled && !line.text.contains(['\u{FF0C}', '?', '\u{FF1F}']) { phrase(inside) } else { Vec::new() }
}

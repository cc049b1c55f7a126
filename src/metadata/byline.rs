//! Lines around an article in, the people named in them out, in page order.

mod opening;
mod ending;

use super::fields::Part;
use super::names::{self, Trust};
use super::people::people;
use super::source::{is_single_latin, unlabelled};
use super::zones::{Line, Zones};
use crate::article::{Byline, BylineRole};
use crate::lexicon::labels::Field;
use crate::lexicon::people::{Kind, RoleWord, is_no_name, is_organ, role_words};
use crate::lexicon::sources::is_nobody;
use crate::provenance::Place;
use crate::text::{punctuation, space};
use ending::{after_body, closing, reported, tail};
use opening::dateline;

/// Longest content of a bracket that is a byline, in characters.
const LONGEST_BRACKET: usize = 60;
/// Longest line that is a byline as a whole, in characters.
const LONGEST_BYLINE: usize = 40;
/// Lines between the time or the headline and a name on a line of its own.
const NEAR: usize = 2;
/// Last paragraphs of a body whose ends may name its writers.
const LAST: usize = 4;

/// The people around an article, each with the place that names them first. `declared` are the head's
/// authors: they count where the page shows them.
pub(crate) fn bylines(zones: &Zones, declared: &[String]) -> Vec<(Byline, Place)> {
    let mut found = Found::default();
    let over = zones.above.iter().rev().map(|line| (line, Place::LabelOverHeadline));
    let under = zones.front.iter().map(|line| (line, Place::LabelUnderHeadline));
    for (line, place) in over.chain(under).filter(|(line, _)| !line.is_sentence()) {
        found.add(place, labelled(line.parts));
        found.add(Place::Head, declared_in(line, declared));
    }
    found.add(Place::LabelUnderHeadline, values_on_next_line(&zones.front));
    for line in zones.front.iter().filter(|line| !line.is_sentence()) {
        unlabelled(line).for_each(|text| found.add(Place::UnderHeadline, phrase(text)));
    }
    found.add(Place::BesideTime, beside_time(&zones.front));
    found.add(Place::OwnLine, on_their_own(&zones.front));
    for line in &zones.front {
        found.add(Place::UnderHeadline, dateline(line.text));
    }
    for (_, text) in &zones.opening {
        found.add(Place::Opening, dateline(text));
        found.add(Place::Opening, tail(text));
    }
    for (nth, (_, text)) in zones.closing.iter().enumerate().rev() {
        let people = if nth < LAST { closing(text, nth == 0) } else { Vec::new() };
        found.add(Place::Closing, if people.is_empty() { reported(text) } else { people });
    }
    found.add(Place::AfterBody, after_body(zones));
    found.add(Place::LabelAfterBody, values_on_next_line(zones.after_unrelated()));
    found.0
}

#[derive(Default)]
struct Found(Vec<(Byline, Place)>);

impl Found {
    /// Adds who is not there in such a role yet: an author is one as 作者 and as 记者.
    fn add(&mut self, place: Place, people: impl IntoIterator<Item = Byline>) {
        for byline in people {
            if byline.role.is_author() && is_nobody(&byline.name) {
                continue;
            }
            let same = |(known, _): &(Byline, Place)| {
                known.name == byline.name
                    && (known.role == byline.role
                        || known.role.is_author() && byline.role.is_author()
                        || known.role.is_editor() && byline.role.is_editor())
            };
            if !self.0.iter().any(same) {
                self.0.push((byline, place));
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
    let said = |text: &str| {
        let words = text.trim_end_matches(punctuation::is_sentence_mark);
        words.len() < text.len() && !names::is_chinese_name(words)
    };
    values
        .filter(|(_, text)| !said(text))
        .flat_map(|(role, text)| people(text.trim_end_matches(punctuation::is_closing), Some(role)))
        // A medium may write and edit; who translates for it is not named.
        .filter(|byline| byline.role != BylineRole::Translator || !is_organ(&byline.name))
        .collect()
}

/// `作者：` at a line's end, the name on the next line.
fn values_on_next_line(lines: &[Line]) -> Vec<Byline> {
    let ends = lines.iter().zip(lines.iter().skip(1)).filter_map(|(line, next)| {
        let Some(Part::Label(field)) = line.parts.last() else { return None };
        let [Part::Text(text)] = next.parts else { return None };
        Some((role(*field)?, text))
    });
    let short = ends.filter(|(_, text)| text.chars().count() <= LONGEST_BYLINE);
    short
        .flat_map(|(role, text)| {
            names::names(text, Trust::Bare).into_iter().map(move |name| Byline { name, role })
        })
        .collect()
}

/// The people of a phrase without a label in front of it: `记者 张三`, `陳小明／綜合報導`.
fn phrase(text: &str) -> Vec<Byline> {
    if text.chars().count() > LONGEST_BRACKET {
        return Vec::new();
    }
    let words: Vec<RoleWord> = role_words(text).collect();
    let inside = |word: &RoleWord| {
        word.kind == Kind::Title && word.role == BylineRole::Author && !begins_word(text, word.at.start)
    };
    if words.is_empty() || words.iter().any(inside) {
        return Vec::new();
    }
    let spaced = |at: usize| {
        text.get(at..).is_some_and(|rest| {
            rest.starts_with(|c| space::is_blank(c) || crate::lexicon::labels::is_mark(c))
        })
    };
    let sure = words.iter().any(|word| match word.kind {
        Kind::Title => spaced(word.at.end),
        Kind::Verb | Kind::Credit => word.at.end == text.len(),
        Kind::Slash => true,
    });
    let known = |name: &str| {
        names::is_chinese_name(name) || names::is_transcribed(name) || names::is_latin_name(name)
    };
    people(text, None).into_iter().filter(|byline| sure || known(&byline.name)).collect()
}

/// True where a title stands by itself or behind an office: 论文作者 is none.
fn begins_word(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let edge = |c| space::is_blank(c) || punctuation::is_opening(c) || !punctuation::is_han(c);
    before.is_empty() || before.ends_with(edge) || is_organ(before)
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
    if by.is_some() && is_pen_name(text) {
        return vec![author(text.to_owned())];
    }
    if by.is_some() || is_single_latin(text) {
        return latin_names(text).map(|name| author(name.to_owned())).collect();
    }
    if role_words(text).any(|word| word.at.len() > 3) {
        return Vec::new();
    }
    if let Some(name) = original_author(text) {
        return vec![author(name.to_owned())];
    }
    let names = names::names(text, Trust::Bare);
    let written: usize = names.iter().map(|name| name.chars().count()).sum();
    if written * 2 >= han_beside_offices(text) {
        return names.into_iter().map(author).collect();
    }
    Vec::new()
}

/// `Mary Lee and Paul Wang, Contributor`: after the first only what has two words is a name.
fn latin_names(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split([',', '\u{2022}', '\u{B7}', '|', '&']).flat_map(|part| part.split(" and "));
    let parts = parts.map(|part| part.trim_matches(space::is_blank)).enumerate();
    parts
        .take_while(|(nth, part)| names::is_latin_name(part) && (*nth == 0 || part.contains(' ')))
        .map(|(_, name)| name)
}

/// The name of `原创 张三 周末谈`: author and account, whatever the account is called.
fn original_author(text: &str) -> Option<&str> {
    let rest = ["原创", "原創"].iter().find_map(|start| text.strip_prefix(start))?;
    let (name, account) = space::trim(rest).split_once(space::is_blank)?;
    (names::is_chinese_name(name) && !names::is_chinese_name(space::trim(account))).then_some(name)
}

/// Two to four Chinese characters that name no office: a name where nothing else can stand.
fn is_pen_name(text: &str) -> bool {
    (2..=4).contains(&text.chars().count())
        && text.chars().all(punctuation::is_han)
        && !is_no_name(text)
        && !is_organ(text)
}

/// Chinese characters of a text, those of offices and of 原创 not counted: `原创 张三 某报`.
fn han_beside_offices(text: &str) -> usize {
    let words = text.split(space::is_blank).filter(|word| !is_organ(word) && !is_no_name(word));
    words.map(|word| word.chars().filter(|&c| punctuation::is_han(c)).count()).sum()
}

/// Names that are a line of their own near the time.
fn on_their_own(lines: &[Line]) -> Vec<Byline> {
    let time = lines.iter().position(Line::has_time);
    let near = lines.iter().enumerate().filter(|(at, _)| time.is_some_and(|time| time.abs_diff(*at) <= NEAR));
    let alone = near.filter_map(|(_, line)| match line.parts {
        [Part::Text(text)] if text.chars().count() <= LONGEST_BYLINE => Some(text.as_str()),
        _ => None,
    });
    alone
        .flat_map(|text| {
            if is_listed(text) {
                listed(text)
            } else if text.is_ascii() && !text.starts_with("By ") {
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

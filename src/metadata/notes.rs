//! Lines around an article in, its notes out: 原标题 and what the page states of the text's origin.

use super::fields::Part;
use super::zones::{Line, Zones};
use crate::article::Declaration;
use crate::lexicon::kinds::{Word, after_word};
use crate::lexicon::labels::Field;
use crate::lexicon::statements::{Place, after_original, declarations};
use crate::text::punctuation::is_bracket;
use crate::text::space;

/// Longest headline that a note gives, in characters.
const LONGEST_TITLE: usize = 110;
/// 原标题 of a note over or under the text.
pub(crate) fn original_title(zones: &Zones) -> Option<String> {
    lines(zones).find_map(|text| {
        let inside = text.trim_matches(|c| is_bracket(c) || space::is_blank(c));
        let rest = after_original(inside)?;
        let rest = rest.strip_prefix("为").or_else(|| rest.strip_prefix('為')).unwrap_or(rest);
        let title = rest.trim_start_matches(|c| crate::lexicon::labels::is_mark(c) || space::is_blank(c));
        let title = unquoted(title.trim_end_matches(space::is_blank));
        let marked = title.len() < rest.len();
        (marked && (2..=LONGEST_TITLE).contains(&title.chars().count())).then(|| title.to_owned())
    })
}

/// `《…》` without its marks.
fn unquoted(title: &str) -> &str {
    let inside = [('\u{300A}', '\u{300B}'), ('\u{201C}', '\u{201D}')]
        .into_iter()
        .find_map(|(open, close)| title.strip_prefix(open)?.strip_suffix(close).map(|inside| (inside, open)));
    inside.filter(|(inside, open)| !inside.contains(*open)).map_or(title, |(inside, _)| inside)
}

/// What the page states of the text's origin, by the first statement in page order.
pub(crate) fn declaration(zones: &Zones) -> Option<Declaration> {
    let heads = zones.front.iter().filter(|line| !line.is_sentence()).find_map(stated_in_fields);
    heads.or_else(|| lines(zones).find_map(stated_at_start))
}

/// `原创 张三 某报 2024-03-21`, `来源：转载`.
fn stated_in_fields(line: &Line) -> Option<Declaration> {
    let values = line.parts().iter().enumerate().filter_map(|(at, part)| match part {
        Part::Text(text) if !names_somebody(at.checked_sub(1).and_then(|at| line.parts().get(at))) => {
            Some(text)
        }
        _ => None,
    });
    values
        .flat_map(|text| text.split(|c| space::is_blank(c) || is_bracket(c)))
        .find_map(|word| stated(|phrase, place| place == Place::Whole && word == phrase))
}

/// True for a label of people: a name may be 原创.
fn names_somebody(label: Option<&Part>) -> bool {
    matches!(label, Some(Part::Label(field)) if !matches!(field, Field::Source | Field::Published | Field::Updated | Field::Stop))
}

fn stated_at_start(text: &str) -> Option<Declaration> {
    let mut text = text.trim_start_matches(|c| is_bracket(c) || space::is_blank(c));
    if let Some(rest) = after_word(text, Word::Statement) {
        text =
            rest.trim_start_matches(|c| matches!(c, ':' | '\u{FF1A}') || is_bracket(c) || space::is_blank(c));
    }
    stated(|phrase, place| place == Place::Start && text.starts_with(phrase))
}

fn stated(says: impl Fn(&str, Place) -> bool) -> Option<Declaration> {
    declarations()
        .iter()
        .find(|(phrase, _, place)| says(phrase, *place))
        .map(|(_, declaration, _)| *declaration)
}

/// Lines that a note may be: those between headline and text, its ends, and those under it.
fn lines<'a>(zones: &'a Zones) -> impl Iterator<Item = &'a str> {
    let front = zones.front.iter().map(|line| line.text);
    let ends = zones.opening.iter().take(2).chain(zones.closing.iter().take(2)).map(|(_, text)| *text);
    let after = zones.after_unrelated().iter().map(|line| line.text);
    front.chain(ends).chain(after).filter(|text| text.chars().count() <= LONGEST_TITLE + 12)
}

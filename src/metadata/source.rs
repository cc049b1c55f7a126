//! Lines around an article in, the medium it came from out: the value alone.

mod value;

use super::fields::Part;
use super::zones::{Line, Zones};
use super::{chars, names};
use crate::lexicon::labels::Field;
use crate::lexicon::people::{is_no_name, is_organ, is_place, role_words};
use crate::lexicon::{self, sources};
use crate::provenance::Place;
use crate::text::{punctuation, space};
use value::{at_next, begins_address, is_dot, value};

/// Longest unlabelled one: nothing but its place speaks for it.
const LONGEST_UNLABELLED: usize = 20;
/// Longest one that does not end as names of media do.
const LONGEST_UNKNOWN: usize = 9;
/// Longest place before an agency in brackets.
const LONGEST_PLACE: usize = 6;
/// Lines between the time and an unlabelled source on a line of its own.
const NEAR_TIME: usize = 2;

/// The sources that a page names, from the surest place to the least sure: the first is the article's.
/// `people` are names known to be persons'.
pub(crate) fn sources<'a>(
    zones: &'a Zones,
    people: &'a [String],
) -> impl Iterator<Item = (String, Place)> + use<'a> {
    let places = [
        Place::LabelUnderHeadline,
        Place::LabelOverHeadline,
        Place::BesideTime,
        Place::OwnLine,
        Place::LabelAfterBody,
        Place::Opening,
    ];
    places.into_iter().filter_map(|place| Some((source_at(place, zones, people)?, place)))
}

fn source_at(place: Place, zones: &Zones, people: &[String]) -> Option<String> {
    match place {
        Place::LabelUnderHeadline => labelled(&zones.front),
        Place::LabelOverHeadline => labelled(&zones.above),
        Place::BesideTime => beside_time(&zones.front, people),
        Place::OwnLine => on_its_own(&zones.front, people),
        Place::LabelAfterBody => labelled_after(zones),
        Place::Opening => agency(zones),
        _ => None,
    }
}

fn labelled(lines: &[Line]) -> Option<String> {
    lines.iter().enumerate().filter(|(_, line)| !line.is_sentence()).find_map(|(at, line)| {
        let label = line.parts.iter().position(|part| *part == Part::Label(Field::Source))?;
        match line.parts.get(label + 1) {
            Some(Part::Text(text)) => value(text),
            Some(_) => None,
            None => lines.get(at + 1).and_then(alone).and_then(value),
        }
    })
}

/// The text of a short line without label or time: the value of a label that ended its line.
fn alone<'a>(line: &'a Line) -> Option<&'a str> {
    match line.parts {
        [Part::Text(text)] if text.chars().count() <= LONGEST_UNLABELLED && !line.is_sentence() => Some(text),
        _ => None,
    }
}

fn labelled_after(zones: &Zones) -> Option<String> {
    let ends = zones.closing.iter().take(2).find_map(|(_, text)| {
        let short = text.chars().count() <= 40 && !punctuation::ends_sentence(text);
        let parts = if short { super::fields::parts(text) } else { Vec::new() };
        let label = parts.iter().position(|part| *part == Part::Label(Field::Source))?;
        match parts.get(label + 1) {
            Some(Part::Text(text)) if label == 0 => value(text),
            _ => None,
        }
    });
    ends.or_else(|| labelled(zones.after_unrelated()))
}

/// A name on the line of the time, without a label: `2024-03-21 某报`, `某报 2024-03-21`.
fn beside_time(lines: &[Line], people: &[String]) -> Option<String> {
    let with_time = lines.iter().filter(|line| line.has_time() && !line.is_sentence());
    with_time.filter(|line| line.text.chars().count() <= 60).find_map(|line| {
        if is_opening(line) {
            return None;
        }
        let values: Vec<String> = unlabelled(line).flat_map(|text| unlabelled_values(text, people)).collect();
        let organs = values.iter().rev().find(|value| is_organ(value));
        organs.or(values.last()).cloned()
    })
}

/// True for a dateline of an agency, set as a line: `某社北京3月21日电 题：…`.
fn is_opening(line: &Line) -> bool {
    let after_time = line.parts.iter().skip_while(|part| !matches!(part, Part::Time(_))).nth(1);
    matches!(after_time, Some(Part::Text(text)) if text.starts_with(['电', '電', '讯', '訊']))
}

/// The texts of a line that follow no label; of a source's, what stands after its value.
pub(crate) fn unlabelled<'a>(line: &'a Line) -> impl Iterator<Item = &'a str> {
    let mut label = None;
    line.parts.iter().filter_map(move |part| match part {
        Part::Label(field) => {
            label = Some(*field).filter(|field| !matches!(field, Field::Published | Field::Updated));
            None
        }
        Part::Time(_) => {
            label = None;
            None
        }
        Part::Text(text) => match label.take() {
            None => Some(text.as_str()),
            Some(Field::Source) => Some(at_next(text).1).filter(|rest| !rest.is_empty()),
            Some(_) => None,
        },
    })
}

/// The values of a text that may each be a source's name: of several words only names of media.
fn unlabelled_values(text: &str, people: &[String]) -> Vec<String> {
    let before = medium_before(text);
    let first = unlabelled_value(text, people);
    let words = text.split(space::is_blank).filter(|word| is_organ(word) && text.len() > word.len());
    let rest = words.filter_map(|word| unlabelled_value(word, people));
    let mut values: Vec<String> = before.into_iter().chain(first).collect();
    if values.is_empty() {
        values.extend(rest);
    }
    values
}

/// The medium before a byline: `某報／記者某人／台北報導`, `某日報 記者某人`.
fn medium_before(text: &str) -> Option<String> {
    let end = text.find(|c| space::is_blank(c) || matches!(c, '/' | '\u{FF0F}'))?;
    let (medium, byline) = (text.get(..end)?, text.get(end..)?);
    let medium = medium.trim();
    let is_paper = medium.ends_with(PAPERS) && (3..=LONGEST_UNLABELLED).contains(&medium.chars().count());
    (is_paper && role_words(medium).next().is_none() && role_words(byline).next().is_some())
        .then(|| medium.to_owned())
}

/// How names of papers, sites and stations end; 中心 and 頻道 before a byline are their offices.
const PAPERS: [char; 12] = ['报', '報', '网', '網', '社', '刊', '志', '誌', '台', '臺', '视', '視'];

fn unlabelled_value(text: &str, people: &[String]) -> Option<String> {
    let text = text.trim_start_matches('#');
    let text = ["原创", "原創", "转载", "By ", "by "]
        .iter()
        .find_map(|start| text.strip_prefix(start))
        .unwrap_or(text);
    let text = text
        .split(space::is_blank)
        .find(|word| !word.contains("://"))
        .map_or("", |word| text.find(word).and_then(|at| text.get(at..)).unwrap_or(text));
    let text = text.trim_end_matches(|c: char| c.is_ascii_digit() || space::is_blank(c));
    let text = ACCOUNT.iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text);
    let dotted = text.split(is_dot).count() > 1 && text.contains(space::is_blank);
    if text.contains([':', '\u{FF1A}'])
        || dotted
        || is_picture_credit(text)
        || text.is_ascii() && begins_address(text)
    {
        return None;
    }
    let value = value(text)?;
    let chars = value.chars().count();
    let person = people.contains(&value) || names::is_chinese_name(&value) || is_single_latin(&value);
    let byline = role_words(&value).any(|word| word.at.len() > 3) && !is_organ(&value);
    let chrome = lexicon::find(&value).count() > 0 || is_no_name(&value) || sources::is_chrome(&value);
    let marks = value.chars().any(|c| punctuation::is_sentence_mark(c) || is_no_part_of_a_name(c));
    let pictures = value.ends_with("图片社") || value.ends_with("圖片社");
    let known = (is_organ(&value) || chars <= LONGEST_UNKNOWN) && !is_place(&value) && !pictures;
    (known && (2..=LONGEST_UNLABELLED).contains(&chars) && !person && !byline && !chrome && !marks)
        .then_some(value)
}

/// `Mary Lee/某报`: who took a picture, and for whom.
fn is_picture_credit(text: &str) -> bool {
    let person = text.split_once(['/', '\u{FF0F}']).map(|(person, _)| person.trim_matches(space::is_blank));
    person.is_some_and(|person| names::is_latin_name(person) || names::is_chinese_name(person))
}

/// What portals put behind the name of a medium's account.
const ACCOUNT: [&str; 5] = ["官方帐号", "官方账号", "官方帳號", "官方微博", "官方微信"];

fn is_no_part_of_a_name(c: char) -> bool {
    matches!(
        c,
        '#' | '%' | '$' | ':' | '\u{FF1A}' | '>' | '\u{2022}' | '\u{300C}' | '\u{201C}' | '(' | '\u{FF08}'
    )
}

/// A name in Latin letters, of one or two words; names of media have more words or capitals.
pub(crate) fn is_single_latin(value: &str) -> bool {
    names::is_latin_name(value) && value.split(' ').count() <= 2 && !is_organ(value)
}

/// A line of its own near the time that reads as a medium, or an account with 关注 under it.
fn on_its_own(lines: &[Line], people: &[String]) -> Option<String> {
    let times: Vec<usize> =
        lines.iter().enumerate().filter(|(_, line)| line.has_time()).map(|(at, _)| at).collect();
    lines.iter().enumerate().find_map(|(at, line)| {
        let text = alone(line).filter(|_| !line.is_caption)?;
        let followed = lines.get(at + 1).is_some_and(|next| sources::is_follow_button(next.text));
        let near = times.iter().any(|time| time.abs_diff(at) <= NEAR_TIME);
        let fits = followed || near && is_organ(text) && text.chars().count() <= LONGEST_UNLABELLED;
        let named = if fits { unlabelled_value(text, people) } else { None };
        named.or_else(|| medium_before(text).filter(|_| near))
    })
}

/// The agency of an opening dateline: `（中央社記者…電）`, `新华社北京3月21日电`.
fn agency(zones: &Zones) -> Option<String> {
    let lines = zones.front.iter().filter(|line| is_opening(line)).map(|line| line.text);
    lines.chain(zones.opening.iter().take(2).map(|(_, text)| *text)).find_map(|text| {
        if let Some(agency) = bracketed_agency(text) {
            return Some(agency.to_owned());
        }
        let text = text.trim_start_matches(|c| punctuation::is_opening(c) || space::is_blank(c));
        let text = text.strip_prefix(['据', '據']).unwrap_or(text);
        let agency = sources::agency_at_start(text)?;
        let opening = chars::start(text, 40);
        let signed = is_signed(opening.strip_prefix(agency).unwrap_or_default());
        let reported = opening.split(punctuation::is_closing).next().is_some_and(|bracket| {
            bracket.len() < opening.len() && (bracket.ends_with("報導") || bracket.ends_with("报道"))
        });
        (signed || reported).then(|| agency.to_owned())
    })
}

/// The agency of `柏林（德新社）——`: a bracket that opens a paragraph, a place before it, and holds nothing else.
fn bracketed_agency(text: &str) -> Option<&'static str> {
    let (place, rest) = text.split_once(['\u{FF08}', '('])?;
    let (content, _) = rest.split_once(['\u{FF09}', ')'])?;
    let is_place = place.chars().take(LONGEST_PLACE + 1).count() <= LONGEST_PLACE
        && place.trim_matches(space::is_blank).chars().all(punctuation::is_han);
    sources::agency_at_start(content).filter(|agency| is_place && *agency == content)
}

/// True for what follows an agency's name in a dateline: place, date and 电, and no clause before it.
fn is_signed(after: &str) -> bool {
    let Some((before, rest)) = after.split_once(['电', '電']) else { return false };
    let ends = |c: char| !punctuation::is_han(c) || c == '题' || c == '題';
    let dated = before.ends_with(['日', '专', '專', '综', '外']) || before.is_empty();
    !before.contains(['\u{FF0C}', ',', '\u{3002}']) && (dated || rest.chars().next().is_none_or(ends))
}

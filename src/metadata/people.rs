//! Lines around an article in, the people named in them out, in page order.

mod ends;

use super::fields::Part;
use super::source::tells_time;
use super::zones::{Line, Zones};
use crate::article::{Byline, BylineRole};
use crate::lexicon::people::is_office;
use crate::lexicon::sources::{is_desk, is_nobody};
use crate::line::credits::Credit;
use crate::line::forms::Spot;
use crate::line::names::{self, Trust};
use crate::line::reading::is_credit_line;
use crate::line::tokens::{Kind, Token};
use crate::provenance::Place;
use crate::text::punctuation;
use ends::{closing, opening};

/// Longest line that is a byline as a whole, in characters.
const LONGEST_BYLINE: usize = 60;
/// Longest sentence that may stand under a byline at a text's end, in characters.
const SHORTEST_PARAGRAPH: usize = 40;
/// Lines between the time and a name on a line of its own.
const NEAR: usize = 2;
/// First paragraphs of a body that may name its writers, and last ones.
const FIRST: usize = 2;
const LAST: usize = 6;

/// The people around an article, each with the place that names them first. `declared` are the head's
/// authors: they count where the page shows them.
pub(crate) fn people(zones: &Zones, declared: &[String]) -> Vec<Named> {
    let mut found = Found::default();
    for line in zones.above.iter().rev().filter(|line| !line.is_sentence()) {
        found.add(Place::LabelOverHeadline, labelled(line));
        found.add(Place::Head, declared_in(line, declared));
    }
    let prose = zones.opening.iter().find(|(_, text)| text.chars().count() > LONGEST_BYLINE);
    let prose = prose.map_or(usize::MAX, |(block, _)| *block);
    let timed: Vec<bool> = zones.front.iter().map(tells_time).collect();
    for (at, line) in zones.front.iter().enumerate() {
        if line.in_text && !line.has_time() {
            // Under a lead only 某网 张三 综合 is no heading.
            let people = if line.is_sentence() { Vec::new() } else { under_headline(line, false) };
            let reported = people.into_iter().filter(|credit| credit.form.contains("VERB"));
            found.add(Place::UnderHeadline, reported.collect());
            continue;
        }
        if line.block > prose {
            found.add(Place::LabelUnderHeadline, labelled(line));
        } else if !line.is_sentence() {
            let named = at.checked_sub(1).and_then(|at| label_of_next(&zones.front[at]));
            let near_time = named.is_none() && is_near_time(&timed, at);
            found.add(Place::UnderHeadline, under_headline(line, near_time));
            found.add(Place::LabelUnderHeadline, on_next_line(&zones.front, at));
            found.add(Place::Head, declared_in(line, declared));
        }
        // Elements that meet in a line part its names, which are read above.
        if line.block <= prose && !line.is_joined() {
            found.add(Place::UnderHeadline, opening(line.text));
        }
    }
    let mut paragraphs = 0;
    let mut begun = false;
    for (_, text) in &zones.opening {
        if begun && is_heading(text) && !is_credit_line(text, Spot::Below) {
            continue;
        }
        begun |= punctuation::ends_sentence(text);
        found.add(Place::Opening, opening(text));
        found.add(Place::Opening, ends::labelled_tail(text));
        paragraphs += usize::from(text.chars().count() > LONGEST_BYLINE);
        if paragraphs == FIRST {
            break;
        }
    }
    let last = zones.closing.iter().position(|(_, text)| is_paragraph(text)).unwrap_or(usize::MAX);
    for (nth, (_, text)) in zones.closing.iter().enumerate().rev() {
        if nth > last && is_heading(text) {
            continue;
        }
        // A name closes a text behind a sentence, not behind other names.
        let closes =
            nth == 0 && zones.closing.get(1).is_none_or(|(_, before)| punctuation::ends_sentence(before));
        found.add(Place::Closing, closing(text, nth < LAST, closes, nth == 0));
    }
    found.add(Place::AfterBody, below(zones));
    let after = zones.before_comments();
    for at in 0..after.len() {
        found.add(Place::LabelAfterBody, on_next_line(after, at));
    }
    found.0
}

fn is_paragraph(text: &str) -> bool {
    text.chars().count() > SHORTEST_PARAGRAPH && punctuation::ends_sentence(text)
}

/// True for what is a heading where paragraphs stand around it: 作者的话.
fn is_heading(text: &str) -> bool {
    text.chars().count() <= LONGEST_BYLINE
        && !punctuation::ends_sentence(text)
        && !text.ends_with(punctuation::is_closing)
}

/// Somebody named on a page: where, and by which form of line.
#[derive(Debug, Clone)]
pub(crate) struct Named {
    pub(crate) byline: Byline,
    pub(crate) place: Place,
    pub(crate) form: &'static str,
}

#[derive(Default)]
struct Found(Vec<Named>);

impl Found {
    /// Adds who is not there in such a role yet: an author is one as 作者 and as 记者.
    fn add(&mut self, place: Place, people: Vec<Credit>) {
        for Credit { name, role, form, is_labelled } in people {
            let organ = role == BylineRole::Translator && is_office(&name);
            // A medium may write and edit; who translates for it is not named.
            let nobody = role.is_author() && is_nobody(&name);
            if nobody || is_desk(&name) || organ {
                continue;
            }
            let place =
                if is_labelled && place == Place::UnderHeadline { Place::LabelUnderHeadline } else { place };
            let same = |Named { byline: known, .. }: &Named| {
                known.name == name
                    && (known.role == role
                        || known.role.is_author() && role.is_author()
                        || known.role.is_editor() && role.is_editor())
            };
            if !self.0.iter().any(same) {
                self.0.push(Named { byline: Byline { name, role }, place, form });
            }
        }
    }
}

/// True for the line of the time and those next to it.
fn is_near_time(timed: &[bool], at: usize) -> bool {
    let near = at.saturating_sub(NEAR)..(at + NEAR + 1).min(timed.len());
    // Where no line has a time, the first lines stand where it would.
    timed[near].contains(&true) || !timed.contains(&true) && at < 2 * NEAR
}

/// The people of a line under the headline.
fn under_headline(line: &Line, near_time: bool) -> Vec<Credit> {
    if line.is_caption || line.text.starts_with(['\u{A9}', '\u{24B8}']) {
        return Vec::new();
    }
    let short = line.text.chars().count() <= LONGEST_BYLINE || is_credit_line(line.text, Spot::Front);
    // A sentence with names behind it goes with a picture.
    let tells = line.text.contains('\u{3002}');
    let spot = match (short && !tells, near_time) {
        (true, _) if line.has_time() => Spot::BesideTime,
        (true, true) => Spot::NearTime,
        _ => Spot::Front,
    };
    let found = line.credits(spot);
    if short { found } else { found.into_iter().filter(|credit| credit.is_labelled).collect() }
}

fn has_people_label(line: &Line) -> bool {
    let is_of_people = |part: &Part| matches!(part, Part::Label(field) if field.role().is_some());
    line.present().may_have_label() && line.parts().iter().any(is_of_people)
}

/// The people of `作者：… 编辑：…`.
fn labelled(line: &Line) -> Vec<Credit> {
    // Most lines have no label, which their parts tell already.
    if !has_people_label(line) {
        return Vec::new();
    }
    line.credits(Spot::Front).into_iter().filter(|credit| credit.is_labelled).collect()
}

/// The role of whom the next line names: `作者：` at the end, or 编辑 and nothing else.
fn label_of_next(line: &Line) -> Option<BylineRole> {
    if !line.present().may_have_label() && !line.present().may_have_title() {
        return None;
    }
    match line.tokens().list[..] {
        [Token { kind: Kind::Title(role), .. }] => Some(role),
        [.., Token { kind: Kind::Label(field), .. }] => field.role(),
        _ => None,
    }
}

/// `作者：` at a line's end, the name on the next line.
fn on_next_line(lines: &[Line], at: usize) -> Vec<Credit> {
    let (Some(line), Some(next)) = (lines.get(at), lines.get(at + 1)) else { return Vec::new() };
    let names_somebody = (line.is_item() || !next.is_item())
        && !next.begins_with_label()
        && next.text.chars().count() <= LONGEST_BYLINE;
    let Some(role) = label_of_next(line).filter(|_| names_somebody) else { return Vec::new() };
    let named = names::names(next.text, Trust::Titled);
    let listed = || next.credits(Spot::Closing).into_iter().map(|credit| credit.name).collect();
    let named = if named.is_empty() { listed() } else { named };
    named.into_iter().map(|name| Credit { name, role, is_labelled: true, form: "LABEL names" }).collect()
}

/// Names that the head declares and this line shows.
fn declared_in(line: &Line, declared: &[String]) -> Vec<Credit> {
    let short = !has_people_label(line) && line.text.chars().count() <= LONGEST_BYLINE;
    let shown = declared.iter().filter(|name| short && line.text.contains(name.as_str()));
    let named = shown.flat_map(|name| names::names(name, Trust::Titled));
    named
        .filter(|name| names::is_known(name) || names::is_latin_name(name) || names::is_short_han(name))
        .map(|name| Credit {
            name,
            role: BylineRole::Author,
            is_labelled: false,
            form: "declared in the head",
        })
        .collect()
}

/// The people of the lines under the body. Under a heading over other articles only editors are
/// this one's, and where several lines name an author with a time, they are comments.
fn below(zones: &Zones) -> Vec<Credit> {
    let unrelated = zones.after_unrelated().len();
    let is_post =
        |line: &&Line| line.has_time() && labelled(line).iter().any(|credit| credit.role.is_author());
    let posts = zones.after.iter().filter(is_post).count() > 1;
    let inside = zones.inside.iter().rev();
    let inside = inside.filter(|line| !line.is_sentence() && line.begins_with_label()).flat_map(labelled);
    let after = zones.after.iter().enumerate().flat_map(|(nth, line)| {
        let related = nth >= unrelated || posts && line.has_time();
        let people = if nth < unrelated { ends::below(line) } else { ends::below_others(line) };
        people.into_iter().filter(move |credit| !related || credit.role.is_editor())
    });
    inside.chain(after).collect()
}

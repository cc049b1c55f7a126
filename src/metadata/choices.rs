//! Page, body and article in, the candidates of each field out: what `explain` shows.
//!
//! The same searches as for the article, asked for all they find instead of for the first.

use super::parts::Parts;
use super::people::Named;
use super::title::{self, Headline, Why};
use super::zones::Zones;
use super::{body_end, date, head, is_site, people_named, source, zones};
use crate::article::{Article, Byline};
use crate::body::shape::Shape;
use crate::body::trim::{Fate, first_kept};
use crate::page::Page;
use crate::page_time::PageTime;
use crate::provenance::{FieldCandidate, FieldChoice, Place};
use jiff::civil::DateTime;
use std::ops::Range;

/// Titles of a page that are told of.
const MOST_TITLES: usize = 8;

/// Tells for each field which values the page has for it, and why the article's is the one.
pub(crate) fn choices(
    page: &Page,
    headline: &Headline,
    fates: &[Fate],
    own: &Range<usize>,
    reference: Option<DateTime>,
    article: &Article,
) -> Vec<FieldChoice> {
    let shapes: Vec<Shape> = page.blocks.iter().map(|block| Shape::of(&block.text)).collect();
    let parts = Parts::new(page, &shapes);
    let zones = zones::zones(&parts, headline, fates, own);
    let people = people_named(page, &zones, fates);
    let times = date::times(page, &zones, reference);
    let data = article.published.filter(|_| times.published().is_none());
    vec![
        title_choice(title::all(&parts, &shapes, first_kept(fates)), article),
        time_choice("published", &times.published, data),
        time_choice("modified", &times.modified, None),
        source_choice(&zones, &people, article),
        people_choice("authors", &people, article, |byline| !byline.role.is_editor()),
        people_choice("editors", &people, article, |byline| byline.role.is_editor()),
        head_choice("site_name", head::site_name(&page.head), Place::Head),
        head_choice("url", head::url(&page.head), address_place(page)),
        head_choice("description", head::description(&page.head), Place::Head),
        head_choice("next_page", head::next_page(page, body_end(page, fates)), Place::Link),
    ]
}

/// The choices of a page whose body stands in its data, with what only these say of where the text is from and who
/// wrote it.
pub(crate) fn with_data(mut choices: Vec<FieldChoice>, article: &Article) -> Vec<FieldChoice> {
    for choice in &mut choices {
        let values = match choice.field.as_str() {
            "source" => Vec::from_iter(article.source.clone()),
            "authors" => article.authors().iter().map(|&name| name.to_owned()).collect(),
            "editors" => article.editors().iter().map(|&name| name.to_owned()).collect(),
            _ => continue,
        };
        if values.is_empty() || choice.candidates.iter().any(|candidate| candidate.won) {
            continue;
        }
        choice.reason = format!("the page shows none: {}", Place::Data);
        choice.candidates.extend(values.into_iter().map(|value| FieldCandidate {
            value,
            place: Place::Data,
            note: String::new(),
            won: true,
        }));
    }
    choices
}

/// The titles of a page: the first of them is its headline, unless its score is too low. `data` is one that only
/// the page's data has.
fn title_choice(all: Vec<title::Candidate>, article: &Article) -> FieldChoice {
    let wins = all.first().is_some_and(|first| !matches!(first.why, Why::TooLow { .. }));
    let reason = match all.first().map(|first| &first.why) {
        Some(Why::Line { .. }) => "the line of highest score",
        Some(Why::OnlyHeading) => "the only first-level heading, and the head declares nothing",
        Some(Why::Declared) => "no line shown scores enough: the head's title without the site's name",
        Some(Why::TooLow { .. }) | None if article.title.is_some() => "the page shows none: its data has it",
        Some(Why::TooLow { .. }) | None => "no line scores enough, and the head declares none",
    };
    let data = article.title.clone().filter(|_| !wins);
    let candidates = all.into_iter().take(MOST_TITLES).enumerate().map(|(nth, candidate)| FieldCandidate {
        won: nth == 0 && wins,
        place: candidate.place,
        note: match candidate.why {
            Why::Line { score, signs } => format!("score {score:.1}: {signs}"),
            Why::TooLow { score, signs } => format!("score {score:.1}, too low: {signs}"),
            Why::OnlyHeading | Why::Declared => String::new(),
        },
        value: candidate.value.text.unwrap_or_default(),
    });
    let mut candidates: Vec<FieldCandidate> = candidates.collect();
    candidates.extend(data.map(|value| FieldCandidate {
        value,
        place: Place::Data,
        note: String::new(),
        won: true,
    }));
    FieldChoice { field: "title".to_owned(), candidates, reason: reason.to_owned() }
}

/// The times of a field: the first of them is its value.
fn time_choice(field: &str, times: &[date::Candidate], data: Option<PageTime>) -> FieldChoice {
    let best = date::best(times);
    let candidates = times.iter().enumerate().map(|(nth, candidate)| FieldCandidate {
        value: candidate.value.to_string(),
        place: candidate.place,
        note: candidate.why.as_str().to_owned(),
        won: nth == 0 && best.is_some(),
    });
    let mut candidates: Vec<FieldCandidate> = candidates.collect();
    candidates.extend(data.map(|time| FieldCandidate {
        value: time.to_string(),
        place: Place::Data,
        note: String::new(),
        won: best.is_none(),
    }));
    let reason = match (best, data) {
        (Some(best), _) => format!("surest place: {}", best.place),
        (None, Some(_)) => format!("nothing nearer says it: {}", Place::Data),
        (None, None) => "nothing near the article says it".to_owned(),
    };
    FieldChoice { field: field.to_owned(), candidates, reason }
}

fn source_choice(zones: &Zones, people: &[Named], article: &Article) -> FieldChoice {
    let names: Vec<String> = people.iter().map(|named| named.byline.name.clone()).collect();
    let mut known: Vec<String> = Vec::new();
    let candidates: Vec<FieldCandidate> = source::sources(zones, &names)
        .filter(|(value, _)| {
            let new = !known.contains(value);
            known.extend(new.then(|| value.clone()));
            new
        })
        .enumerate()
        .map(|(nth, (value, place))| {
            let won = nth == 0 && article.source.as_ref() == Some(&value);
            FieldCandidate { value, place, note: String::new(), won }
        })
        .collect();
    let reason = match candidates.iter().find(|candidate| candidate.won) {
        Some(candidate) => format!("surest place: {}", candidate.place),
        None => "no place names a medium".to_owned(),
    };
    FieldChoice { field: "source".to_owned(), candidates, reason }
}

fn people_choice(
    field: &str,
    people: &[Named],
    article: &Article,
    wanted: fn(&Byline) -> bool,
) -> FieldChoice {
    let site = |name: &str| is_site(name, article.site_name.as_deref(), article.source.as_deref());
    let people = people.iter().filter(|named| wanted(&named.byline));
    let candidates: Vec<FieldCandidate> = people
        .map(|Named { byline, place, form }| FieldCandidate {
            value: byline.name.clone(),
            place: *place,
            note: if site(&byline.name) {
                "the site or source".to_owned()
            } else {
                format!("{:?}: {form}", byline.role).trim_end_matches([':', ' ']).to_owned()
            },
            won: article.bylines.contains(byline),
        })
        .collect();
    let reason = if candidates.iter().any(|candidate| candidate.won) {
        "everyone whom a place names, the site and the source aside"
    } else {
        "no place names anyone"
    };
    FieldChoice { field: field.to_owned(), candidates, reason: reason.to_owned() }
}

fn address_place(page: &Page) -> Place {
    if page.head.address.is_some() && head::url(&page.head) == page.head.address {
        Place::Address
    } else {
        Place::Head
    }
}

fn head_choice(field: &str, value: Option<String>, place: Place) -> FieldChoice {
    let reason = if value.is_some() { "the first that the page declares" } else { "the page declares none" };
    let candidates = value
        .into_iter()
        .map(|value| FieldCandidate { value, place, note: String::new(), won: true })
        .collect();
    FieldChoice { field: field.to_owned(), candidates, reason: reason.to_owned() }
}

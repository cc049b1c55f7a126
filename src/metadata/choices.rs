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
    vec![
        title_choice(title::all(&parts, &shapes, first_kept(fates))),
        time_choice("published", &times.published),
        time_choice("modified", &times.modified),
        source_choice(&zones, &people, article),
        people_choice("authors", &people, article, |byline| !byline.role.is_editor()),
        people_choice("editors", &people, article, |byline| byline.role.is_editor()),
        head_choice("site_name", head::site_name(&page.head), Place::Head),
        head_choice("url", head::url(&page.head), address_place(page)),
        head_choice("description", head::description(&page.head), Place::Head),
        head_choice("next_page", head::next_page(page, body_end(page, fates)), Place::Link),
    ]
}

/// The choices of a page, with what only its data says.
pub(crate) fn with_data(mut choices: Vec<FieldChoice>, article: &Article) -> Vec<FieldChoice> {
    let owned = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect();
    for choice in choices.iter_mut().filter(|choice| !choice.candidates.iter().any(|known| known.won)) {
        let values: Vec<String> = match choice.field.as_str() {
            "title" => article.title.clone().into_iter().collect(),
            "published" => article.published.map(|time| time.to_string()).into_iter().collect(),
            "source" => article.source.clone().into_iter().collect(),
            "authors" => owned(article.authors()),
            "editors" => owned(article.editors()),
            _ => continue,
        };
        if !values.is_empty() {
            choice.reason = format!("the page shows none: {}", Place::Data);
            let found = values.into_iter().map(|value| candidate(value, Place::Data, String::new(), true));
            choice.candidates.extend(found);
        }
    }
    choices
}

fn candidate(value: String, place: Place, note: String, won: bool) -> FieldCandidate {
    FieldCandidate { value, place, note, won }
}

/// A field with its candidates, and why the winners won: `won` says it of the first of them.
fn choice(
    field: &str,
    candidates: Vec<FieldCandidate>,
    won: impl Fn(&FieldCandidate) -> String,
    none: &str,
) -> FieldChoice {
    let reason = candidates.iter().find(|candidate| candidate.won).map_or_else(|| none.to_owned(), won);
    FieldChoice { field: field.to_owned(), candidates, reason }
}

fn surest(candidate: &FieldCandidate) -> String {
    format!("surest place: {}", candidate.place)
}

/// The titles of a page: the first of them is its headline, unless its score is too low.
fn title_choice(all: Vec<title::Candidate>) -> FieldChoice {
    let reason = match all.first().map(|first| &first.why) {
        Some(Why::OnlyHeading) => "the only first-level heading, and the head declares nothing",
        Some(Why::Declared) => "no line shown scores enough: the head's title without the site's name",
        _ => "the line of highest score",
    };
    let found =
        all.into_iter().take(MOST_TITLES).enumerate().map(|(nth, title::Candidate { value, place, why })| {
            let won = nth == 0 && !matches!(why, Why::TooLow { .. });
            let note = match why {
                Why::Line { score, signs } => format!("score {score:.1}: {signs}"),
                Why::TooLow { score, signs } => format!("score {score:.1}, too low: {signs}"),
                Why::OnlyHeading | Why::Declared => String::new(),
            };
            candidate(value.text.unwrap_or_default(), place, note, won)
        });
    let none = "no line scores enough, and the head declares none";
    choice("title", found.collect(), |_| reason.to_owned(), none)
}

/// The times of a field: the first of them is its value.
fn time_choice(field: &str, times: &[date::Candidate]) -> FieldChoice {
    let best = date::best(times);
    let found = times.iter().enumerate().map(|(nth, time)| {
        let won = nth == 0 && best.is_some();
        candidate(time.value.to_string(), time.place, time.why.as_str().to_owned(), won)
    });
    choice(field, found.collect(), surest, "nothing near the article says it")
}

fn source_choice(zones: &Zones, people: &[Named], article: &Article) -> FieldChoice {
    let names: Vec<String> = people.iter().map(|named| named.byline.name.clone()).collect();
    let mut found: Vec<FieldCandidate> = Vec::new();
    for (value, place) in source::sources(zones, &names) {
        if !found.iter().any(|known| known.value == value) {
            let won = found.is_empty() && article.source.as_ref() == Some(&value);
            found.push(candidate(value, place, String::new(), won));
        }
    }
    choice("source", found, surest, "no place names a medium")
}

fn people_choice(
    field: &str,
    people: &[Named],
    article: &Article,
    wanted: fn(&Byline) -> bool,
) -> FieldChoice {
    let site = |name: &str| is_site(name, article.site_name.as_deref(), article.source.as_deref());
    let people = people.iter().filter(|named| wanted(&named.byline));
    let found = people.map(|Named { byline, place, form }| {
        let note = if site(&byline.name) {
            "the site or source".to_owned()
        } else {
            format!("{:?}: {form}", byline.role).trim_end_matches([':', ' ']).to_owned()
        };
        candidate(byline.name.clone(), *place, note, article.bylines.contains(byline))
    });
    let all = "everyone whom a place names, the site and the source aside";
    choice(field, found.collect(), |_| all.to_owned(), "no place names anyone")
}

fn address_place(page: &Page) -> Place {
    let given = page.head.address.is_some() && head::url(&page.head) == page.head.address;
    if given { Place::Address } else { Place::Head }
}

fn head_choice(field: &str, value: Option<String>, place: Place) -> FieldChoice {
    let found = value.into_iter().map(|value| candidate(value, place, String::new(), true));
    let first = |_: &FieldCandidate| "the first that the page declares".to_owned();
    choice(field, found.collect(), first, "the page declares none")
}

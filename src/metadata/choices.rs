//! Page, body and article in, the candidates of each field out: what `explain` shows.
//!
//! The same searches as for the article, asked for all they find instead of for the first.

use super::parts::Parts;
use super::people::Named;
use super::title::{self, Headline};
use super::zones::Zones;
use super::{body_end, date, head, is_site, people_named, source, zones};
use crate::article::{Article, Byline};
use crate::body::trim::{Fate, first_kept};
use crate::page::Page;
use crate::page_time::{PageTime, Precision};
use crate::provenance::{FieldCandidate, FieldChoice, Place};
use jiff::civil::DateTime;

/// Titles of a page that are told of.
const MOST_TITLES: usize = 8;

/// Tells for each field which values the page has for it, and why the article's is the one.
pub(crate) fn choices(
    page: &Page,
    headline: &Headline,
    fates: &[Fate],
    reference: Option<DateTime>,
    article: &Article,
) -> Vec<FieldChoice> {
    let parts = Parts::new(page);
    let zones = zones::zones(&parts, headline, fates);
    let people = people_named(page, &zones, fates);
    vec![
        title_choice(&parts, headline, first_kept(fates)),
        time_choice("published", page, &zones, reference, article.published),
        time_choice("modified", page, &zones, reference, article.modified),
        source_choice(&zones, &people, article),
        people_choice("authors", &people, article, |byline| !byline.role.is_editor()),
        people_choice("editors", &people, article, |byline| byline.role.is_editor()),
        head_choice("site_name", head::site_name(&page.head), Place::Head),
        head_choice("url", head::url(&page.head), Place::Head),
        head_choice("description", head::description(&page.head), Place::Head),
        head_choice("next_page", head::next_page(page, body_end(page, fates)), Place::Link),
    ]
}

fn title_choice(parts: &Parts, headline: &Headline, body: Option<usize>) -> FieldChoice {
    let weighed = title::weighed(parts, body);
    let shown = weighed.iter().any(|weighed| weighed.block.is_some() && weighed.block == headline.block);
    let candidates = weighed.into_iter().take(MOST_TITLES).map(|weighed| FieldCandidate {
        won: weighed.block.is_some() && weighed.block == headline.block
            || !shown && headline.text.as_ref().is_some_and(|text| weighed.text.starts_with(text.as_str())),
        place: if weighed.block.is_some() { Place::ShownHeadline } else { Place::DeclaredTitle },
        note: if weighed.block.is_some() {
            format!("score {:.1}: {}", weighed.score, weighed.note)
        } else {
            weighed.note
        },
        value: weighed.text,
    });
    let mut candidates: Vec<FieldCandidate> = candidates.collect();
    if let (Some(text), false) = (&headline.text, candidates.iter().any(|candidate| candidate.won)) {
        let place = if headline.block.is_some() { Place::ShownHeadline } else { Place::DeclaredTitle };
        candidates.push(FieldCandidate { value: text.clone(), place, note: String::new(), won: true });
    }
    let reason = match (&headline.text, headline.block) {
        (None, _) => "no line scores enough, and the head declares none",
        (_, None) => "no line shown scores enough: the head's title without the site's name",
        (_, Some(_)) if shown => "the line of highest score",
        (_, Some(_)) => "lines that give the head's title together, or the only first-level heading",
    };
    FieldChoice { field: "title", candidates, reason: reason.to_owned() }
}

fn time_choice(
    field: &'static str,
    page: &Page,
    zones: &Zones,
    reference: Option<DateTime>,
    chosen: Option<PageTime>,
) -> FieldChoice {
    let updated = field == "modified";
    let mut won = None;
    let known = date::candidates(page, zones, reference);
    let candidates = known.iter().filter(|known| known.updated == updated || Some(known.time) == chosen);
    let mut candidates: Vec<FieldCandidate> = candidates
        .map(|known| {
            let wins = won.is_none() && chosen.is_some_and(|chosen| says(known.time, chosen));
            if wins {
                won = Some(known);
            }
            let note = if known.future { "later than the page was fetched" } else { "" };
            FieldCandidate {
                value: known.time.to_string(),
                place: known.place,
                note: note.to_owned(),
                won: wins,
            }
        })
        .collect();
    if let (None, Some(chosen)) = (won, chosen) {
        let (value, note) = (chosen.to_string(), String::new());
        candidates.push(FieldCandidate { value, place: Place::Data, note, won: true });
    }
    let reason = match (won, chosen) {
        (Some(known), Some(chosen)) if known.time == chosen => format!("surest place: {}", known.place),
        (Some(known), _) => format!("surest place: {}; the head has the same time more exactly", known.place),
        (None, Some(_)) => format!("nothing nearer says it: {}", Place::Data),
        (None, None) => "nothing near the article says it".to_owned(),
    };
    FieldChoice { field, candidates, reason }
}

/// True where a time says what another says, or the same less exactly.
fn says(time: PageTime, chosen: PageTime) -> bool {
    let (a, b) = (time.datetime, chosen.datetime);
    a.date() == b.date()
        && (time.precision == Precision::Day || a.hour() == b.hour() && a.minute() == b.minute())
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
    FieldChoice { field: "source", candidates, reason }
}

fn people_choice(
    field: &'static str,
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
    FieldChoice { field, candidates, reason: reason.to_owned() }
}

fn head_choice(field: &'static str, value: Option<String>, place: Place) -> FieldChoice {
    let reason = if value.is_some() { "the first that the page declares" } else { "the page declares none" };
    let candidates = value
        .into_iter()
        .map(|value| FieldCandidate { value, place, note: String::new(), won: true })
        .collect();
    FieldChoice { field, candidates, reason: reason.to_owned() }
}

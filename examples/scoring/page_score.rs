//! A gold and what was found in, what is right of one page out.

use super::body::{self, BodyScore, normal};
use super::record::Record;
use super::stamp::{Stamp, stamp};
use std::collections::BTreeSet;

/// What is compared of a page beside its body, in the order of tables.
pub(crate) const FIELDS: [&str; 6] = ["title", "date", "minute", "source", "authors", "editors"];

/// How a field came out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Outcome {
    Right,
    Wrong,
    /// Found where the gold has none.
    Spurious,
    /// None in the gold, and none found.
    Absent,
}

/// Names that both have, that only the found have, and that only the gold has.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct Names {
    pub right: usize,
    pub extra: usize,
    pub missing: usize,
}

/// What is right of one page.
#[derive(Clone, Debug)]
pub(crate) struct PageScore {
    pub id: String,
    pub site: String,
    pub body: BodyScore,
    /// In the order of [`FIELDS`].
    pub fields: [Outcome; FIELDS.len()],
    pub authors: Names,
    pub editors: Names,
}

impl PageScore {
    /// Compares what was `found` with the `gold` of the same page.
    pub(crate) fn of(gold: &Record, found: &Record) -> Self {
        let text = |text: &Option<String>| text.as_deref().map(normal).unwrap_or_default();
        let (gold_time, found_time) = (time(gold), time(found));
        let day = |time: &Option<Stamp>| time.as_ref().map(|stamp| stamp.day.clone());
        let [gold_authors, found_authors] = [gold, found].map(|record| names(record.authors.as_deref()));
        let [gold_editors, found_editors] = [gold, found].map(|record| names(record.editors.as_deref()));
        Self {
            id: gold.id.clone(),
            site: gold.site().to_owned(),
            body: body::score(found.body(), gold.body(), gold.optional()),
            fields: [
                outcome(&text(&gold.title), &text(&found.title)),
                outcome(&day(&gold_time), &day(&found_time)),
                minute(gold_time.as_ref(), found_time.as_ref()),
                outcome(&text(&gold.source), &text(&found.source)),
                outcome(&gold_authors, &found_authors),
                outcome(&gold_editors, &found_editors),
            ],
            authors: Names::of(&gold_authors, &found_authors),
            editors: Names::of(&gold_editors, &found_editors),
        }
    }

    /// Names of the fields that came out wrong.
    pub(crate) fn wrong(&self) -> Vec<&'static str> {
        let fields = FIELDS.into_iter().zip(self.fields);
        fields.filter(|(_, outcome)| *outcome == Outcome::Wrong).map(|(name, _)| name).collect()
    }
}

/// Default is what a field is without a value.
fn outcome<T: Default + PartialEq>(gold: &T, found: &T) -> Outcome {
    let none = T::default();
    match (*gold == none, *found == none) {
        (true, true) => Outcome::Absent,
        (true, false) => Outcome::Spurious,
        (false, _) if gold == found => Outcome::Right,
        (false, _) => Outcome::Wrong,
    }
}

/// Only pages whose gold has a time of day count.
fn minute(gold: Option<&Stamp>, found: Option<&Stamp>) -> Outcome {
    match gold {
        Some(stamp) if stamp.minute.is_some() => {
            if found == gold {
                Outcome::Right
            } else {
                Outcome::Wrong
            }
        }
        _ => Outcome::Absent,
    }
}

fn time(record: &Record) -> Option<Stamp> {
    record.published.as_deref().and_then(stamp)
}

fn names(names: Option<&[String]>) -> BTreeSet<Vec<char>> {
    names.unwrap_or_default().iter().map(|name| normal(name)).filter(|name| !name.is_empty()).collect()
}

impl Names {
    fn of(gold: &BTreeSet<Vec<char>>, found: &BTreeSet<Vec<char>>) -> Self {
        let right = gold.intersection(found).count();
        Self { right, extra: found.len() - right, missing: gold.len() - right }
    }

    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            right: self.right + other.right,
            extra: self.extra + other.extra,
            missing: self.missing + other.missing,
        }
    }

    /// F1 over all names, pages not told apart; `None` where there are none.
    pub(crate) fn f1(self) -> Option<f64> {
        let all = 2 * self.right + self.extra + self.missing;
        (all > 0).then(|| 2.0 * self.right as f64 / all as f64)
    }
}

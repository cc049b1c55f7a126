//! The measures that `evaluate`, `calibrate` and the accuracy test share, on small made-up cases.
//!
//! The figures expected were computed by `score.py`, the scorer kept with the corpus, written in Python
//! with `unicodedata` and regular expressions: `score.py tests/scoring/gold.jsonl
//! tests/scoring/found.jsonl --pages --json OUT`.

#[path = "../examples/scoring/mod.rs"]
mod scoring;

use scoring::bootstrap::interval;
use scoring::figures::Figures;
use scoring::folds::folds;
use scoring::page_score::PageScore;
use scoring::record::{self, Record};
use scoring::stamp::stamp;
use std::path::Path;

/// Precision, recall and F1 of each page.
const PAGES: &[(&str, [f64; 3])] = &[
    ("exact", [1.0, 1.0, 1.0]),
    ("forms", [1.0, 1.0, 1.0]),
    ("extra", [0.696_970, 1.0, 0.821_429]),
    ("cut", [0.608_696, 0.35, 0.444_444]),
    ("short", [1.0, 1.0, 1.0]),
    ("none", [1.0, 1.0, 1.0]),
    ("some", [0.0, 1.0, 0.0]),
    ("lost", [0.0, 0.0, 0.0]),
    ("third", [0.5, 0.571_429, 0.533_333]),
    ("zero", [0.0, 0.0, 0.0]),
];

/// Exact, pages with the field, pages where it was found without being there, F1 over names.
type Field = (&'static str, f64, usize, usize, Option<f64>);

const FIELDS: &[Field] = &[
    ("title", 0.666_667, 9, 1, None),
    ("date", 0.857_143, 7, 2, None),
    ("minute", 0.4, 5, 0, None),
    ("source", 0.5, 6, 1, None),
    ("authors", 0.4, 5, 1, Some(0.705_882)),
    ("editors", 0.5, 4, 1, Some(0.666_667)),
];

fn records(name: &str) -> Vec<Record> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scoring").join(name);
    record::read(&path).unwrap_or_else(|error| panic!("{error}"))
}

fn scores() -> Vec<PageScore> {
    let found = records("found.jsonl");
    let none = Record::default();
    records("gold.jsonl")
        .iter()
        .map(|gold| PageScore::of(gold, found.iter().find(|found| found.id == gold.id).unwrap_or(&none)))
        .collect()
}

fn assert_near(found: f64, expected: f64, what: &str) {
    assert!((found - expected).abs() < 1e-6, "{what}: {found}, not {expected}");
}

#[test]
fn bodies_score_as_the_reference_scores_them() {
    let scores = scores();
    assert_eq!(scores.len(), PAGES.len());
    for (score, (id, expected)) in scores.iter().zip(PAGES) {
        assert_eq!(score.id, *id);
        let body = score.body;
        for (found, expected) in [body.precision, body.recall, body.f1].into_iter().zip(expected) {
            assert_near(found, *expected, id);
        }
    }
}

#[test]
fn figures_of_all_pages_are_those_of_the_reference() {
    let figures = Figures::of(&scores());
    assert_near(figures.f1, 0.579_921, "F1");
    assert_near(figures.precision, 0.580_567, "precision");
    assert_near(figures.recall, 0.692_143, "recall");
    assert_near(figures.good, 0.4, "share at 0.95");
    assert_near(figures.lost, 0.4, "share below 0.5");
    for &(name, exact, of, spurious, names_f1) in FIELDS {
        let field = figures.field(name).expect("a field of every name");
        assert_near(field.exact().expect("the gold has it"), exact, name);
        assert_eq!((field.of, field.spurious), (of, spurious), "{name}");
        assert_eq!(field.names_f1.is_some(), names_f1.is_some(), "{name}");
        assert_near(field.names_f1.unwrap_or(0.0), names_f1.unwrap_or(0.0), name);
    }
}

#[test]
fn a_date_is_read_in_any_marks() {
    let read = |text| stamp(text).map(|stamp| (stamp.day, stamp.minute));
    let day = |day: &str, minute: Option<&str>| Some((day.to_owned(), minute.map(str::to_owned)));
    assert_eq!(read("2024-03-21T10:20:00+08:00"), day("2024-03-21", Some("10:20")));
    assert_eq!(read("发布于２０２４年３月１日 9时05分"), day("2024-03-01", Some("09:05")));
    assert_eq!(read("2024.3.1"), day("2024-03-01", None));
    assert_eq!(read("2024-03-01    10:20"), day("2024-03-01", None));
    assert_eq!(read("120240301 2024/3/1"), day("2024-03-01", None));
    assert_eq!(read("3月1日 10:20"), None);
}

#[test]
fn a_site_is_in_one_fold_and_folds_are_even() {
    let sites = ["c", "a", "b", "a", "d", "e", "c"];
    let folds = folds(&sites, 2);
    assert_eq!(folds, [0, 0, 1, 0, 1, 0, 0]);
}

#[test]
fn the_interval_holds_the_mean_and_is_the_same_every_time() {
    let scores = scores();
    let (low, high) = interval(&scores);
    let f1 = Figures::of(&scores).f1;
    assert!(0.0 <= low && low < f1 && f1 < high && high <= 1.0, "{low} to {high}");
    assert_eq!((low, high), interval(&scores));
    let same: Vec<PageScore> = scores.iter().filter(|score| score.id == "exact").cloned().collect();
    assert_eq!(interval(&same), (1.0, 1.0), "pages that are all alike leave nothing open");
}

//! Hostile pages of a size and of twice that: what looks at them looks at twice as much, at most.

use super::{Part, during};
use crate::{Cleaner, decode};
use rayon::prelude::*;
use std::fmt::Write as _;

#[path = "../../tests/hostile/mod.rs"]
mod hostile;

use hostile::{Input, RAW, forms, product};

/// Bytes of a form; the tree builder's stack is full long before, and every bound on a value is passed.
const FORM_BYTES: usize = 30_000;
/// Bytes of a page of the product: half of it is one value, longer than any that is read.
const PRODUCT_BYTES: usize = 12_000;
/// Twice, with room for what a page's head and the filling of bounds cost once.
const MOST: f64 = 2.3;
/// Characters that any page may cost on top: the longest value that is read, some times over.
const SLACK: f64 = 20_000.0;

type Work = Vec<(Part, usize)>;

fn clean(input: Input, page: &str) -> Work {
    let cleaner = Cleaner::new();
    let (_, work) = during(|| match input {
        Input::Html => cleaner.clean_html(page),
        Input::Dump => cleaner.clean_text(page),
    });
    work
}

/// What of the work on twice the page is more than it may be.
fn excess(name: &str, once: &Work, twice: &Work) -> Option<String> {
    let of = |work: &Work, part| work.iter().find(|(known, _)| *known == part).map_or(0, |(_, count)| *count);
    let mut excess = String::new();
    for &(part, twice) in twice {
        let once = of(once, part);
        if twice as f64 > MOST * once as f64 + SLACK {
            let _ = write!(excess, " {part:?} {once}, then {twice};");
        }
    }
    (!excess.is_empty()).then(|| format!("{name}:{excess}\n"))
}

#[test]
fn twice_a_hostile_page_is_twice_the_work() {
    let forms: Vec<_> = forms().collect();
    let excess: String = forms
        .par_iter()
        .filter_map(|form| {
            let [once, twice] = [1, 2].map(|times| clean(form.input, &(form.page)(times * FORM_BYTES)));
            excess(form.name, &once, &twice)
        })
        .collect();
    assert!(forms.len() > 180 && excess.is_empty(), "{} forms\n{excess}", forms.len());
}

#[test]
fn twice_a_long_value_beside_twice_as_many_things_is_twice_the_work() {
    let cases: Vec<_> = product::cases().collect();
    let excess: String = cases
        .par_iter()
        .filter_map(|case| {
            let [once, twice] =
                [1, 2].map(|times| clean(case.place.input, &case.page(times * PRODUCT_BYTES)));
            excess(&case.name(), &once, &twice)
        })
        .collect();
    assert!(cases.len() > 4_000 && excess.is_empty(), "{} pages\n{excess}", cases.len());
}

#[test]
fn twice_the_bytes_in_any_charset_are_twice_the_work() {
    for raw in RAW {
        let [once, twice] = [1, 2].map(|times| {
            let page = (raw.page)(times * FORM_BYTES);
            during(|| decode(&page, None).map(|decoded| crate::clean(&decoded.text))).1
        });
        assert_eq!(excess(raw.name, &once, &twice), None);
    }
}

#[test]
fn work_that_grows_with_the_square_of_a_page_is_told() {
    let square = |n: usize| vec![(Part::Titles, n * n / 1000)];
    assert!(excess("n²", &square(FORM_BYTES), &square(2 * FORM_BYTES)).is_some());
    let line = |n: usize| vec![(Part::Titles, 9 * n)];
    assert_eq!(excess("n", &line(FORM_BYTES), &line(2 * FORM_BYTES)), None);
}

//! Pages, gold and folds in, a cleaner for each fold out whose weights never saw it.

use crate::Input;
use crate::learning::regression::{self, Sample};
use crate::learning::{self, RIDGE};
use crate::scoring::record::Record;
use zhengwen::{Cleaner, Explanation, Feature, Weights};

/// What a page teaches, and of which table.
struct Lesson {
    samples: Vec<Sample>,
    is_html: bool,
}

/// A cleaner for each fold, with weights fitted to the pages of the others.
pub(crate) fn cleaners(
    gold: &[Record],
    texts: &[Option<String>],
    folds: &[usize],
    input: Input,
) -> Vec<Cleaner> {
    let cleaner = Cleaner::new();
    let lessons: Vec<Option<Lesson>> = gold
        .iter()
        .zip(texts)
        .map(|(gold, text)| text.as_deref().map(|text| lesson(gold, &explain(&cleaner, input, text))))
        .collect();
    let count = folds.iter().max().map_or(0, |last| last + 1);
    (0..count)
        .map(|fold| {
            let others =
                || lessons.iter().zip(folds).filter(|(_, at)| **at != fold).filter_map(|(l, _)| l.as_ref());
            let builder = Cleaner::builder()
                .html_weights(weights(others().filter(|lesson| lesson.is_html), Weights::html()))
                .dump_weights(weights(others().filter(|lesson| !lesson.is_html), Weights::dump()));
            builder.build().unwrap_or_else(|error| panic!("{error}"))
        })
        .collect()
}

fn explain(cleaner: &Cleaner, input: Input, page: &str) -> Explanation {
    match input {
        Input::Auto => cleaner.explain(page),
        Input::Html => cleaner.explain_html(page),
        Input::Text => cleaner.explain_text(page),
    }
}

fn lesson(gold: &Record, page: &Explanation) -> Lesson {
    Lesson { samples: learning::samples(&page.blocks, gold, Feature::ALL), is_html: page.is_html }
}

/// `shipped` where there is nothing to learn from.
fn weights<'a>(lessons: impl Iterator<Item = &'a Lesson>, shipped: Weights) -> Weights {
    let samples: Vec<Sample> = lessons.flat_map(|lesson| lesson.samples.clone()).collect();
    if samples.is_empty() {
        shipped
    } else {
        learning::table(Feature::ALL, &regression::fit(&samples, RIDGE))
    }
}

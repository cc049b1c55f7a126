//! Pages, gold and folds in, a cleaner for each fold out whose weights never saw it.

use crate::Input;
use crate::learning::{self, Form, Sheet};
use crate::scoring::record::Record;
use zhengwen::{Cleaner, Feature, Weights};

/// A cleaner for each fold, with weights fitted to the pages of the others, HTML also rearranged.
pub(crate) fn cleaners(
    gold: &[Record],
    texts: &[Option<String>],
    folds: &[usize],
    input: Input,
) -> Vec<Cleaner> {
    let [htmls, dumps] = [Form::Html, Form::Text].map(|form| pages(form, texts, input));
    let mut sheets = Sheet::plain(Form::Html, gold, &htmls);
    sheets.extend(Sheet::rearranged(Form::Html, gold, &htmls, &[]));
    let dumps = Sheet::plain(Form::Text, gold, &dumps);
    let fold = |sheet: &Sheet| gold.iter().position(|gold| gold.id == sheet.gold.id).map(|at| folds[at]);
    let count = folds.iter().max().map_or(0, |last| last + 1);
    (0..count)
        .map(|held_out| {
            let others = |sheets: &[Sheet], shipped: Weights| {
                let sheets: Vec<&Sheet> =
                    sheets.iter().filter(|sheet| fold(sheet) != Some(held_out)).collect();
                if sheets.is_empty() { shipped } else { learning::fit(&sheets, Feature::ALL) }
            };
            let builder = Cleaner::builder()
                .html_weights(others(&sheets, Weights::html()))
                .dump_weights(others(&dumps, Weights::dump()));
            builder.build()
        })
        .collect()
}

/// The pages of one form.
fn pages(form: Form, texts: &[Option<String>], input: Input) -> Vec<Option<String>> {
    let cleaner = Cleaner::new();
    let is_html = |text: &str| match input {
        Input::Auto => cleaner.explain(text).is_html,
        Input::Html => true,
        Input::Text => false,
    };
    let wanted = |text: &&String| is_html(text) == (form == Form::Html);
    texts.iter().map(|text| text.as_ref().filter(wanted).cloned()).collect()
}

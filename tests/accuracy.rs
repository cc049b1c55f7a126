//! Figures on the pages of the corpus with gold, held to the bounds of `tests/floors.tsv`.
//!
//! Ignored where `../shared/corpus` is absent, but for the made-up portals of `tests/portals`, which every
//! clone has. How bounds are raised: `tests/floors/mod.rs`.

#[path = "../examples/scoring/mod.rs"]
mod scoring;
#[path = "portals/gold.rs"]
mod gold;
mod trial;
mod corpus;
mod floors;

use scoring::figures::{Field, Figures, mean};
use scoring::page_score::PageScore;
use scoring::pages;
use scoring::record::{self, Record};
use std::path::Path;
use trial::Absent;
use zhengwen::{Article, Cleaner};

/// From here on a body is sure.
const CONFIDENT: f64 = 0.8;

/// Scores of the pages of `gold` in `pages`, and how sure each is.
fn scores(gold: &Path, pages: &Path, clean: impl Fn(&str) -> Article) -> Vec<(PageScore, f64)> {
    let gold = record::read(gold).unwrap_or_else(|error| panic!("{error}"));
    let texts = pages::of_gold(&gold, &[pages.to_owned()]).unwrap_or_else(|error| panic!("{error}"));
    gold.iter()
        .zip(texts)
        .map(|(gold, text)| {
            let article = clean(&text.unwrap_or_else(|| panic!("no page {}", gold.id)));
            (PageScore::of(gold, &Record::of(&gold.id, &article)), article.confidence)
        })
        .collect()
}

/// Every figure by name.
fn figures(track: &str, scores: &[(PageScore, f64)]) -> Vec<(String, f64)> {
    let pages: Vec<PageScore> = scores.iter().map(|(score, _)| score.clone()).collect();
    let all = Figures::of(&pages);
    let sure: Vec<f64> =
        scores.iter().filter(|(_, sure)| *sure >= CONFIDENT).map(|(score, _)| score.body.f1).collect();
    let mut figures = vec![
        ("f1".to_owned(), all.f1),
        ("precision".to_owned(), all.precision),
        ("recall".to_owned(), all.recall),
        ("f1_ge_95".to_owned(), all.good),
        ("f1_lt_50".to_owned(), all.lost),
        ("confident_f1".to_owned(), mean(sure.iter().copied())),
        ("confident_share".to_owned(), sure.len() as f64 / pages.len() as f64),
    ];
    for field in all.fields {
        let Field { name, spurious, names_f1, .. } = field;
        figures.extend(field.exact().map(|exact| (name.to_owned(), exact)));
        figures.extend(names_f1.map(|f1| (format!("{name}_f1"), f1)));
        // A time of day counts only where the gold has one.
        if name != "minute" {
            figures.push((format!("{name}_spurious"), spurious as f64));
        }
    }
    figures.into_iter().map(|(name, figure)| (format!("{track}/{name}"), figure)).collect()
}

fn html_pages_keep_their_accuracy() -> Result<(), Absent> {
    let dev = corpus::folder("dev")?;
    let cleaner = Cleaner::new();
    let scores = scores(&dev.join("gold.jsonl"), &dev.join("html"), |page| cleaner.clean_html(page));
    floors::hold(&figures("html", &scores));
    Ok(())
}

fn text_dumps_keep_their_accuracy() -> Result<(), Absent> {
    let dev = corpus::folder("dev")?;
    let cleaner = Cleaner::new();
    let scores = scores(&dev.join("gold.jsonl"), &dev.join("text"), |page| cleaner.clean_text(page));
    floors::hold(&figures("text", &scores));
    Ok(())
}

/// Scores of the made-up portals, as pages or as dumps.
fn portal_scores(ending: &str, clean: impl Fn(&str) -> Article) -> Vec<(PageScore, f64)> {
    let portals = gold::portals(ending);
    assert!(portals.len() > 30, "{} portals", portals.len());
    portals
        .iter()
        .map(|portal| {
            let article = clean(&portal.page);
            let found = Record::of(&portal.name, &article);
            (PageScore::of(&portal.gold(&found), &found), article.confidence)
        })
        .collect()
}

fn made_up_portals_keep_their_accuracy() {
    let cleaner = Cleaner::new();
    floors::hold(&figures("portals", &portal_scores("html", |page| cleaner.clean_html(page))));
    floors::hold(&figures("portals_text", &portal_scores("txt", |page| cleaner.clean_text(page))));
}

fn the_seed_page_comes_out_exactly() -> Result<(), Absent> {
    let seed = corpus::folder("seed")?;
    let gold = record::read(&seed.join("gold.jsonl")).unwrap_or_else(|error| panic!("{error}"));
    let page = pages::text(&seed.join("page.txt")).unwrap_or_else(|error| panic!("{error}"));
    for article in [zhengwen::clean(&page), Cleaner::new().clean_text(&page)] {
        let score = PageScore::of(&gold[0], &Record::of(&gold[0].id, &article));
        assert!(score.body.f1 > 1.0 - 1e-9, "F1 {}", score.body.f1);
        assert_eq!(score.wrong(), Vec::<&str>::new());
    }
    Ok(())
}

trial::trials!(
    html_pages_keep_their_accuracy,
    text_dumps_keep_their_accuracy,
    the_seed_page_comes_out_exactly,
    made_up_portals_keep_their_accuracy,
);

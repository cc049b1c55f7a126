//! A set of pages and a kind in, figures held to their bounds out.

#![expect(clippy::print_stderr, reason = "figures are read with --nocapture")]

use crate::floors;
use crate::golds::{Page, Set};
use crate::left_out::lacks_many;
use crate::rearrange::{Kind, rearrange};
use crate::scoring::figures::Figures;
use crate::scoring::page_score::PageScore;
use crate::scoring::record::Record;
use libtest_mimic::Failed;
use std::sync::LazyLock;
use zhengwen::Cleaner;

/// Tells this way of rearranging a page from others of the same kind; as in `evaluate`.
const SEED: u64 = 1;
/// Of so many pages of the corpus one is rearranged in a way.
const EVERY: usize = 5;

static LENT: LazyLock<Vec<Record>> =
    LazyLock::new(|| Set::Corpus.pages().iter().map(|page| page.gold.clone()).collect());

/// F1, share below 0.5 and count of pages that lack many sure paragraphs, of the pages of one kind.
pub(crate) fn rearranged(set: Set, kind: Kind, tell: bool) -> Result<(), Failed> {
    let cleaner = Cleaner::new();
    let (mut scores, mut lacking) = (Vec::new(), Vec::new());
    for page in sample(set, kind) {
        let lent: &[Record] = if set == Set::Portals { &[] } else { &LENT };
        let Some((html, body)) = rearrange(kind, &page.html, &page.gold, lent, SEED) else { continue };
        let gold = Record { text: Some(body), ..page.gold.clone() };
        let explained = cleaner.explain_html(&html);
        scores.push(PageScore::of(&gold, &Record::of(&gold.id, &explained.article)));
        if lacks_many(&explained, Some(gold.body())) {
            lacking.push(gold.id);
        }
    }
    let figures = Figures::of(&scores);
    let name = |figure: &str| format!("rearranged/{}/{}/{figure}", set.name(), kind.name());
    let figures =
        [(name("f1"), figures.f1), (name("lt_50"), figures.lost), (name("left_out"), lacking.len() as f64)];
    scores.sort_by(|a, b| a.body.f1.total_cmp(&b.body.f1));
    let worst = scores.iter().take(5).map(|score| format!("{} {:.3}", score.id, score.body.f1));
    let worst = worst.collect::<Vec<_>>().join(", ");
    hold(&figures, &format!("worst of {} pages: {worst}\n{}", scores.len(), names(&lacking)), tell)
}

/// Count of pages as they are that lack many sure paragraphs.
pub(crate) fn left_out(set: Set, tell: bool) -> Result<(), Failed> {
    let cleaner = Cleaner::new();
    let pages = set
        .pages()
        .iter()
        .filter(|page| lacks_many(&cleaner.explain_html(&page.html), page.gold.text.as_deref()));
    let lacking: Vec<String> = pages.map(|page| page.gold.id.clone()).collect();
    hold(&[(format!("left_out/{}", set.name()), lacking.len() as f64)], &names(&lacking), tell)
}

fn sample(set: Set, kind: Kind) -> impl Iterator<Item = &'static Page> {
    let every = if set == Set::Portals { 1 } else { EVERY };
    set.pages().iter().skip(kind as usize % every).step_by(every)
}

fn names(lacking: &[String]) -> String {
    format!(
        "sure paragraphs outside: {}",
        if lacking.is_empty() { "none".to_owned() } else { lacking.join(", ") }
    )
}

/// Fails with `pages` where a figure is past its bound.
fn hold(figures: &[(String, f64)], pages: &str, tell: bool) -> Result<(), Failed> {
    let held = floors::measure(figures);
    if tell {
        eprintln!("{}{pages}", held.table);
    }
    if held.faults.is_empty() { Ok(()) } else { Err(format!("\n{}{pages}", held.faults).into()) }
}

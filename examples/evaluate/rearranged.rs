//! Pages and gold in, how the bodies of the same pages rearranged come out, kind by kind.

use crate::rearrange::{Kind, rearrange};
use crate::scoring::body::BodyScore;
use crate::scoring::figures::mean;
use crate::scoring::page_score::PageScore;
use crate::scoring::record::Record;
use zhengwen::Cleaner;

/// Tells this way of rearranging a page from others of the same kind.
const SEED: u64 = 1;

/// A line of figures for each kind, of all where none is named, and the `worst` pages of each.
pub(crate) fn report(kinds: &[Kind], gold: &[Record], texts: &[Option<String>], worst: usize) -> String {
    let kinds = if kinds.is_empty() { Kind::ALL } else { kinds };
    let cleaner = Cleaner::new();
    let mut report =
        format!("{:<9} {:>5} {:>7} {:>7} {:>7} {:>7}\n", "kind", "pages", "F1", ">= 0.95", "< 0.8", "< 0.5");
    let mut pages = String::new();
    for &kind in kinds {
        let scores = scores(&cleaner, kind, gold, texts);
        report += &line(kind, &scores);
        pages += &worst_table(kind, scores, worst);
    }
    report + &pages
}

/// Pages that lack what the kind needs are left out.
fn scores(cleaner: &Cleaner, kind: Kind, gold: &[Record], texts: &[Option<String>]) -> Vec<PageScore> {
    let pages = gold.iter().zip(texts).filter_map(|(gold, text)| Some((gold, text.as_deref()?)));
    let scores = pages.filter_map(|(record, html)| {
        let (html, body) = rearrange(kind, html, record, gold, SEED)?;
        let gold = Record { text: Some(body), ..record.clone() };
        Some(PageScore::of(&gold, &Record::of(&gold.id, &cleaner.clean_html(&html))))
    });
    scores.collect()
}

fn line(kind: Kind, scores: &[PageScore]) -> String {
    let share =
        |holds: fn(f64) -> bool| mean(scores.iter().map(|score| f64::from(u8::from(holds(score.body.f1)))));
    let f1 = mean(scores.iter().map(|score| score.body.f1));
    let (good, poor, lost) = (share(|f1| f1 >= 0.95), share(|f1| f1 < 0.8), share(|f1| f1 < 0.5));
    let (name, pages) = (kind.name(), scores.len());
    format!("{name:<9} {pages:>5} {f1:>7.4} {good:>7.4} {poor:>7.4} {lost:>7.4}\n")
}

fn worst_table(kind: Kind, mut scores: Vec<PageScore>, count: usize) -> String {
    if count == 0 {
        return String::new();
    }
    scores.sort_by(|a, b| a.body.f1.total_cmp(&b.body.f1));
    scores.into_iter().take(count).fold(format!("\nworst of {}\n", kind.name()), |table, score| {
        let BodyScore { precision, recall, f1 } = score.body;
        table + &format!("{:24} F1 {f1:.3}  P {precision:.3}  R {recall:.3}\n", score.id)
    })
}

//! Sheets in, how each comes out under weights fitted to other sites out.

use crate::confidence::{self, Body, RIGHT_F1};
use crate::corpus::Corpus;
use crate::learning::{self, Sheet};
use crate::rearrange::Kind;
use crate::scoring::figures::mean;
use crate::scoring::folds::folds;
use crate::scoring::page_score::PageScore;
use rayon::prelude::*;
use std::fmt::Write;
use zhengwen::{Feature, Weights};

/// Scores of every sheet, under weights fitted without its site.
pub(crate) struct HeldOut {
    scores: Vec<(Kind, PageScore)>,
    pub(crate) bodies: Vec<Body>,
    folds: usize,
}

impl HeldOut {
    pub(crate) fn measure(sheets: &[Sheet], features: &[Feature], count: usize) -> Self {
        let sites: Vec<&str> = sheets.iter().map(|sheet| sheet.gold.site()).collect();
        let folds = folds(&sites, count);
        let tables: Vec<Weights> = (0..count)
            .map(|fold| {
                let others =
                    sheets.iter().zip(&folds).filter(|(_, own)| **own != fold).map(|(sheet, _)| sheet);
                learning::fit(&others.collect::<Vec<_>>(), features)
            })
            .collect();
        let judged: Vec<(PageScore, Body)> = sheets
            .par_iter()
            .zip(&folds)
            .map(|(sheet, &fold)| {
                let cleaner = sheet.form.cleaner(&tables[fold]);
                let (score, sample) = sheet.judged_body(&cleaner, RIGHT_F1);
                (score, Body { fold, is_plain: sheet.is_plain(), sample })
            })
            .collect();
        let (scores, bodies): (Vec<_>, Vec<_>) = judged.into_iter().unzip();
        let scores = sheets.iter().map(|sheet| sheet.kind).zip(scores).collect();
        Self { scores, bodies, folds: count }
    }

    /// Mean F1, and the share of at least 0.95, of the pages as they are, or of the rearranged ones.
    pub(crate) fn f1(&self, plain: bool) -> (f64, f64) {
        let f1: Vec<f64> = self.of(|kind, _| (kind == Kind::Plain) == plain).collect();
        (mean(f1.iter().copied()), share(&f1, |f1| f1 >= 0.95))
    }

    fn of(&self, wanted: impl Fn(Kind, &str) -> bool) -> impl Iterator<Item = f64> {
        let scores = self.scores.iter().filter(move |(kind, score)| wanted(*kind, &score.id));
        scores.map(|(_, score)| score.body.f1)
    }

    /// A line of figures for the pages as they are, of all and of each corpus, and for each kind of rearrangement,
    /// then the worst pages.
    pub(crate) fn report(&self, corpora: &[Corpus], worst: usize) -> String {
        let mut report =
            format!("{:<10} {:>5} {:>7} {:>7} {:>7} {:>7}\n", "", "pages", "F1", ">= 0.95", "< 0.8", "< 0.5");
        report += &line("pages", &self.of(|kind, _| kind == Kind::Plain).collect::<Vec<f64>>());
        for corpus in corpora {
            let has = |id: &str| corpus.gold.iter().any(|gold| gold.id == id);
            report += &line(
                &corpus.name,
                &self.of(|kind, id| kind == Kind::Plain && has(id)).collect::<Vec<f64>>(),
            );
        }
        for &kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Plain) {
            report += &line(kind.name(), &self.of(|own, _| own == kind).collect::<Vec<f64>>());
        }
        report += &confidence::report(&self.bodies, self.folds);
        let mut order: Vec<&(Kind, PageScore)> =
            self.scores.iter().filter(|(kind, _)| *kind == Kind::Plain).collect();
        order.sort_by(|(_, a), (_, b)| a.body.f1.total_cmp(&b.body.f1));
        for (_, score) in order.into_iter().take(worst) {
            let body = score.body;
            // Writing into a string does not fail.
            let _ = writeln!(
                report,
                "  {:24} F1 {:.3}  P {:.3}  R {:.3}",
                score.id, body.f1, body.precision, body.recall
            );
        }
        report
    }
}

fn share(f1: &[f64], holds: impl Fn(f64) -> bool) -> f64 {
    mean(f1.iter().map(|&f1| f64::from(u8::from(holds(f1)))))
}

fn line(name: &str, f1: &[f64]) -> String {
    let (good, poor, lost) = (share(f1, |f1| f1 >= 0.95), share(f1, |f1| f1 < 0.8), share(f1, |f1| f1 < 0.5));
    format!(
        "{name:<10} {:>5} {:>7.4} {good:>7.3} {poor:>7.3} {lost:>7.3}\n",
        f1.len(),
        mean(f1.iter().copied())
    )
}

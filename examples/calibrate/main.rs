//! prototype
#![allow(clippy::print_stdout, clippy::print_stderr, clippy::pedantic, reason = "wip")]
#[path = "../scoring/mod.rs"]
mod scoring;
#[path = "../learning/mod.rs"]
mod learning;

use clap::Parser;
use learning::labels::{self, Label};
use learning::regression;
use rayon::prelude::*;
use scoring::page_score::PageScore;
use scoring::record::{self, Record};
use scoring::{folds::folds, pages};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use zhengwen::{Cleaner, Feature, Weights};

#[derive(Parser)]
struct Options {
    #[arg(long)]
    copies: Option<PathBuf>,
    #[arg(long, default_value_t = 5)]
    folds: usize,
    #[arg(long)]
    out: Option<PathBuf>,
    /// leave out features
    #[arg(long, value_delimiter = ',')]
    drop: Vec<String>,
    #[arg(long, value_delimiter = ',')]
    drop_kinds: Vec<String>,
    #[arg(long, default_value_t = 1.0)]
    ridge: f64,
    /// first pass fitted to copies too
    #[arg(long)]
    first_copies: bool,
    #[arg(long)]
    no_aug: bool,
    #[arg(long)]
    text: bool,
    #[arg(long, default_value_t = 1.0)]
    walk_ridge: f64,
    #[arg(long, default_value_t = 2.0)]
    place_ridge: f64,
    #[arg(long)]
    in_sample: bool,
    /// kind:id to explain with its fold's weights
    #[arg(long, value_delimiter = ',')]
    show: Vec<String>,
    #[arg(long)]
    write: bool,
    corpus: Vec<PathBuf>,
}

impl Options { fn html(&self) -> bool { !self.text } }

struct Sheet {
    split: String,
    kind: String,
    gold: Record,
    text: String,
    labels: Vec<Label>,
    first: Option<String>,
}

fn explain(c: &Cleaner, html: bool, text: &str) -> Vec<zhengwen::JudgedBlock> { if html { c.blocks_of_html(text) } else { c.blocks_of_text(text) } }

fn build(html: bool, w: &Weights) -> Cleaner {
    let b = Cleaner::builder();
    if html { b.html_weights(w.clone()) } else { b.dump_weights(w.clone()) }.build().unwrap()
}

/// PLACE's walk, where a calibration starts.
const WALK: [f64; 10] = [0.92, 1.33, 1.93, 2.32, 2.03, -4.13, -1.16, -2.38, 1.55, -1.91];

fn load(dir: &Path, folder: &str, split: &str, kind: &str, html: bool) -> Vec<Sheet> {
    let gold = record::read(&dir.join("gold.jsonl")).unwrap();
    let gold: Vec<Record> = gold.into_iter().collect();
    let texts = pages::of_gold(&gold, &[dir.join(folder)]).unwrap();
    gold.into_par_iter()
        .zip(texts)
        .map(|(gold, text)| {
            let mut text = text.unwrap();
            if !html && folder == "html" {
                text = Cleaner::new().blocks_of_html(&text).iter().filter(|b| !b.text.is_empty()).map(|b| format!("{}\n", b.text)).collect();
            }
            let blocks = explain(&Cleaner::new(), html, &text);
            let mut labels = labels::label(&blocks, gold.body(), gold.optional());
            let body: usize = blocks.iter().zip(&labels).filter(|(_, l)| **l == Label::Body).map(|(b, _)| b.text.chars().count()).sum();
            if body * 2 < gold.body().chars().count() {
                eprintln!("{kind} {}: {body} of {}", gold.id, gold.body().chars().count());
                labels.fill(Label::Open);
            }
            Sheet { split: split.into(), kind: kind.into(), gold, text, labels, first: blocks.first().map(|b| b.text.clone()) }
        })
        .collect()
}

/// Labels of these blocks: a page's data may have been judged instead of what it shows.
fn labels_of(s: &Sheet, blocks: &[zhengwen::JudgedBlock]) -> Vec<Label> {
    assert!(s.first == blocks.first().map(|b| b.text.clone()) && s.labels.len() == blocks.len());
    s.labels.clone()
}

fn fit(sheets: &[(&Sheet, f64)], first: &[Feature], second: &[Feature], o: &Options) -> Weights {
    let base = Cleaner::new();
    let use_first = |s: &Sheet| o.first_copies || s.kind == "plain";
    let per_site: usize = sheets.iter().filter(|(s, _)| use_first(s)).count();
    let _ = per_site;
    let samples: Vec<_> = sheets
        .par_iter()
        .filter(|(s, _)| use_first(s))
        .flat_map_iter(|(s, share)| {
            let blocks = explain(&base, o.html(), &s.text);
            learning::first_pass(&blocks, &labels_of(s, &blocks), first, if o.first_copies { *share } else { 1.0 })
        })
        .collect();
    let w = regression::fit(&samples, o.ridge);
    drop(samples);
    let weights = learning::table(Weights::zero(), first, &w);
    let mut weights = learning::table(weights, Feature::part(), &WALK);
    for _ in 0..2 {
        let cleaner = build(o.html(), &weights);
        let samples: Vec<_> = sheets
            .par_iter()
            .flat_map_iter(|(s, share)| {
                let blocks = explain(&cleaner, o.html(), &s.text);
                learning::stretches(&blocks, &labels_of(s, &blocks), *share)
            })
            .collect();
        let w = regression::fit(&samples, o.walk_ridge);
        if std::env::var("VERBOSE").is_ok() { eprintln!("walk {} {:?}", samples.len(), w.iter().map(|x| (x * 100.0).round() / 100.0).collect::<Vec<_>>()); }
        weights = learning::table(weights, Feature::part(), &w);
    }
    let cleaner = build(o.html(), &weights);
    let samples: Vec<_> = sheets
        .par_iter()
        .flat_map_iter(|(s, share)| {
            let blocks = explain(&cleaner, o.html(), &s.text);
            learning::second_pass(&blocks, &labels_of(s, &blocks), second, *share)
        })
        .collect();
    let w = regression::fit(&samples, o.place_ridge);
    learning::table(weights, second, &w)
}

fn main() {
    let o = Options::parse();
    let mut sheets = Vec::new();
    for dir in &o.corpus {
        let split = dir.file_name().unwrap().to_string_lossy().into_owned();
        sheets.extend(load(dir, if o.html() { "html" } else { "text" }, &split, "plain", o.html()));
        if let Some(copies) = &o.copies {
            let mut kinds: Vec<_> = std::fs::read_dir(copies.join(&split)).unwrap().map(|e| e.unwrap().path()).collect();
            kinds.sort();
            for kind in kinds {
                let name = kind.file_name().unwrap().to_string_lossy().into_owned();
                if name != "plain" {
                    sheets.extend(load(&kind, "html", &split, &name, o.html()));
                }
            }
        }
    }
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for s in &sheets {
        if s.kind != "plain" && !o.drop_kinds.contains(&s.kind) {
            *count.entry(&s.gold.id).or_default() += 1;
        }
    }
    let share = |s: &Sheet| if s.kind == "plain" { 1.0 } else { 1.0 / count.get(s.gold.id.as_str()).map_or(1.0, |&n| n as f64) };
    let sites: Vec<&str> = sheets.iter().map(|s| s.gold.site()).collect();
    let fold = folds(&sites, o.folds);
    let keep = |fs: &[Feature]| -> Vec<Feature> { fs.iter().copied().filter(|f| !o.drop.iter().any(|d| d == f.name())).collect() };
    let first = keep(Feature::first_pass());
    let second = keep(Feature::place());
    let all: Vec<(&Sheet, f64)> = sheets.iter().filter(|s| s.kind == "plain" || !o.no_aug).map(|s| (s, share(s))).collect();
    let whole = fit(&all, &first, &second, &o);
    for &f in Feature::ALL {
        println!("    (Feature::{f:?}, {:.2}),", whole.get(f));
    }
    if o.write {
        let path = "src/body/weights.rs";
        let s = std::fs::read_to_string(path).unwrap();
        let (head, rest) = s.split_once("const TABLE: &[(Feature, f64, f64)] = &[\n").unwrap();
        let (_, tail) = rest.split_once("];").unwrap();
        let rows: String = Feature::ALL.iter().map(|&f| format!("    (Feature::{f:?}, {:.2}, {:.2}),\n", if o.html() { whole.get(f) } else { Weights::html().get(f) }, if o.html() { Weights::dump().get(f) } else { whole.get(f) })).collect();
        std::fs::write(path, format!("{head}const TABLE: &[(Feature, f64, f64)] = &[\n{rows}];{tail}")).unwrap();
    }
    let tables: Vec<Weights> = (0..o.folds)
        .map(|n| {
            if o.in_sample {
                return whole.clone();
            }
            let others: Vec<(&Sheet, f64)> = sheets
                .iter()
                .zip(&fold)
                .filter(|(s, f)| **f != n && (s.kind == "plain" || !o.no_aug && !o.drop_kinds.contains(&s.kind)))
                .map(|(s, _)| (s, share(s)))
                .collect();
            fit(&others, &first, &second, &o)
        })
        .collect();
    for (s, &f) in sheets.iter().zip(&fold).filter(|(s, _)| o.show.contains(&format!("{}:{}", s.kind, s.gold.id))) {
        let cleaner = build(o.html(), &tables[f]);
        let e = explain(&cleaner, o.html(), &s.text);
        println!("=== {} {} title {:?}", s.kind, s.gold.id, cleaner.clean(&s.text).title);
        for (b, l) in e.iter().zip(labels_of(s, &e)) {
            let z: f64 = Feature::place().iter().map(|&x| tables[f].get(x) * b.feature(x)).sum();
            let fs: String = Feature::place().iter().chain(Feature::part()).filter(|&&x| b.feature(x) != 0.0 && x != Feature::PlaceBias && x != Feature::PartBias).map(|&x| format!(" {}={:.2}", x.name(), b.feature(x))).collect();
            println!("{l:?} {:?} s={:.2} z={z:.1} {} | {} |{fs}", b.verdict, b.score, b.path, b.text.chars().take(40).collect::<String>());
        }
    }
    let scores: Vec<(String, String, PageScore)> = sheets
        .par_iter()
        .zip(&fold)
        .map(|(s, &f)| {
            let cleaner = build(o.html(), &tables[f]);
            let article = if o.html() { cleaner.clean_html(&s.text) } else { cleaner.clean_text(&s.text) };
            (s.split.clone(), s.kind.clone(), PageScore::of(&s.gold, &Record::of(&s.gold.id, &article)))
        })
        .collect();
    let mut groups: BTreeMap<String, Vec<&PageScore>> = BTreeMap::new();
    for (split, kind, score) in &scores {
        if kind == "plain" {
            groups.entry(format!("0 {split}")).or_default().push(score);
            groups.entry("1 plain".into()).or_default().push(score);
        } else {
            if split != "dev" {
                groups.entry(format!("2 {kind}")).or_default().push(score);
            }
            groups.entry("3 copies".into()).or_default().push(score);
        }
    }
    for (name, scores) in groups {
        let n = scores.len() as f64;
        let share = |p: &dyn Fn(f64) -> bool| scores.iter().filter(|s| p(s.body.f1)).count() as f64 / n;
        let least = scores.iter().map(|s| s.body.f1).fold(1.0, f64::min);
        eprintln!(
            "{name:12} {n:5} F1 {:.4}  >=.95 {:.3}  <.8 {:.3}  <.5 {:.3}  min {least:.3}",
            scores.iter().map(|s| s.body.f1).sum::<f64>() / n,
            share(&|f| f >= 0.95),
            share(&|f| f < 0.8),
            share(&|f| f < 0.5)
        );
    }
    if let Some(out) = &o.out {
        let mut lines = String::new();
        for (split, kind, s) in &scores {
            lines += &format!("{split}\t{kind}\t{}\t{:.4}\t{:.4}\t{:.4}\n", s.id, s.body.f1, s.body.precision, s.body.recall);
        }
        std::fs::write(out, lines).unwrap();
    }
}

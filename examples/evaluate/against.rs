//! An earlier output and a new one over the same pages in, what changed between them out: the fields and the
//! lines of the body page by page, and how many of each.

use super::scoring::page_score::{Outcome, PageScore};
use super::scoring::record::Record;
use std::collections::HashMap;
use std::fmt::Write;

/// A field that is compared, as text.
struct Field {
    name: &'static str,
    value: fn(&Record) -> String,
    /// Its places in [`PageScore::fields`]; none for a field that no gold has.
    scored: &'static [usize],
}

const FIELDS: [Field; 8] = [
    Field { name: "title", value: |record| text(record.title.as_ref()), scored: &[0] },
    Field { name: "published", value: |record| text(record.published.as_ref()), scored: &[1, 2] },
    Field { name: "source", value: |record| text(record.source.as_ref()), scored: &[3] },
    Field { name: "authors", value: |record| names(record.authors.as_ref()), scored: &[4] },
    Field { name: "editors", value: |record| names(record.editors.as_ref()), scored: &[5] },
    Field { name: "subtitle", value: |record| text(record.subtitle.as_ref()), scored: &[] },
    Field { name: "modified", value: |record| text(record.modified.as_ref()), scored: &[] },
    Field { name: "next_page", value: |record| text(record.next_page.as_ref()), scored: &[] },
];

/// Changes of a field or of the body, over all pages.
#[derive(Clone, Copy, Default)]
struct Count {
    changed: usize,
    better: usize,
    worse: usize,
}

/// What changed, page by page, then the counts.
pub(crate) fn report(gold: &[Record], old: &[Record], new: &[Record]) -> String {
    let old: HashMap<&str, &Record> = old.iter().map(|record| (record.id.as_str(), record)).collect();
    let mut report = "\nchanges\n".to_owned();
    let mut fields = [Count::default(); FIELDS.len()];
    let mut body = Count::default();
    let (mut pages, mut gone, mut added) = (0, 0, 0);
    let none = Record::default();
    for (gold, new) in gold.iter().zip(new) {
        let old = old.get(gold.id.as_str()).copied().unwrap_or(&none);
        let before = report.len();
        let scores = [PageScore::of(gold, old), PageScore::of(gold, new)];
        for (field, count) in FIELDS.iter().zip(&mut fields) {
            report += &field_change(field, count, [old, new], &scores);
        }
        if old.body() != new.body() {
            let lines = Lines::between(old.body(), new.body());
            let [old, new] = scores.map(|score| score.body.f1);
            body.add(new.total_cmp(&old));
            gone += lines.gone.len();
            added += lines.added.len();
            let shown = lines.shown();
            let _ = write!(report, "{:24} body       F1 {old:.3} -> {new:.3}\n{shown}", gold.id);
        }
        pages += usize::from(report.len() > before);
    }
    let _ = writeln!(report, "{pages} of {} pages changed\n             changed  better   worse", new.len());
    let counts = FIELDS.iter().map(|field| field.name).zip(fields).chain([("body", body)]);
    for (name, Count { changed, better, worse }) in counts {
        let _ = writeln!(report, "{name:12} {changed:>7} {better:>7} {worse:>7}");
    }
    report + &format!("lines of bodies: {gone} gone, {added} new\n")
}

/// A line on a field that changed, with how it stood to the gold before and how it stands now.
fn field_change(field: &Field, count: &mut Count, records: [&Record; 2], scores: &[PageScore; 2]) -> String {
    let [old, new] = records.map(field.value);
    if old == new {
        return String::new();
    }
    let right = |score: &PageScore| field.scored.iter().all(|&at| is_right(score.fields[at]));
    let [was, is] = [right(&scores[0]), right(&scores[1])];
    count.add(is.cmp(&was));
    let judged = match (field.scored.is_empty(), was, is) {
        (true, ..) | (_, true, true) => "",
        (_, false, true) => "better",
        (_, true, false) => "WORSE",
        (_, false, false) => "wrong",
    };
    format!("{:24} {:10} {judged:6} {old:?} -> {new:?}\n", scores[0].id, field.name)
}

fn is_right(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Right | Outcome::Absent)
}

impl Count {
    fn add(&mut self, change: std::cmp::Ordering) {
        self.changed += 1;
        self.better += usize::from(change.is_gt());
        self.worse += usize::from(change.is_lt());
    }
}

/// Lines that one of two bodies has more often than the other, in its order.
struct Lines<'a> {
    gone: Vec<&'a str>,
    added: Vec<&'a str>,
}

impl<'a> Lines<'a> {
    fn between(old: &'a str, new: &'a str) -> Self {
        Self { gone: missing(old, new), added: missing(new, old) }
    }

    fn shown(&self) -> String {
        let gone = self.gone.iter().map(|line| ('-', line));
        let mut shown = String::new();
        for (sign, line) in gone.chain(self.added.iter().map(|line| ('+', line))) {
            let start: String = line.chars().take(SHOWN_CHARS).collect();
            let _ = writeln!(shown, "    {sign} {start}");
        }
        if shown.is_empty() { "    the same lines in another order\n".to_owned() } else { shown }
    }
}

/// Characters of a line that a report shows.
const SHOWN_CHARS: usize = 60;

/// The lines of `text` that `other` lacks, each as often as it lacks it.
fn missing<'a>(text: &'a str, other: &str) -> Vec<&'a str> {
    let mut left: HashMap<&str, usize> = HashMap::new();
    for line in other.lines() {
        *left.entry(line).or_default() += 1;
    }
    let mut lines = text.lines().collect::<Vec<_>>();
    lines.retain(|line| match left.get_mut(line) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    });
    lines
}

fn text(value: Option<&String>) -> String {
    value.cloned().unwrap_or_default()
}

fn names(names: Option<&Vec<String>>) -> String {
    names.map(|names| names.join(", ")).unwrap_or_default()
}

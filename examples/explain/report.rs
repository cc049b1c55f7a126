//! A judgement in, a picture of it out: one HTML file that loads nothing. `maud` escapes whatever it is given.

use crate::decided::{Decided, Row};
use crate::judgement::{Block, Judgement};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use std::collections::BTreeMap;
use zhengwen::{FieldChoice, Verdict};

const STYLE: &str = include_str!("report.css");
const SCRIPT: &str = include_str!("report.js");

/// What a page may not do: load anything, whatever stands in it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

/// Verdicts in the order of their filters, and what they say.
const VERDICTS: &[(&str, &str)] = &[
    ("body", "in the body"),
    ("caption", "a picture's caption"),
    ("headline", "the headline"),
    ("end-line", "a line at an end of the body"),
    ("copy", "stands in the body already"),
    ("chrome", "chrome between paragraphs"),
    ("outside", "outside the body"),
];

pub(crate) fn report(judgement: &Judgement) -> String {
    let title = judgement.article.title.as_deref().unwrap_or("no title");
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                title { "Judged: " (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    h1 lang="zh" { (title) }
                    (facts(judgement))
                }
                (strip(&judgement.blocks))
                (filters(&judgement.blocks))
                main {
                    ol #blocks { @for (nth, block) in judgement.blocks.iter().enumerate() { (row(nth, block)) } }
                    p #none hidden { "No block is left by these filters." }
                }
                @if !judgement.rules.is_empty() {
                    section #rules {
                        h2 { "Rule of the host" }
                        ul { @for rule in judgement.rules {
                            li { (rule.key) " " code { (rule.pattern) } ": "
                                @if rule.found == 0 { "found nothing, judged instead" } @else { "found " (rule.found) } }
                        } }
                    }
                }
                section #fields {
                    h2 { "Fields" }
                    @for field in judgement.fields { (field_table(field)) }
                }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    page.into_string()
}

fn facts(judgement: &Judgement) -> Markup {
    let article = judgement.article;
    let kept = judgement.blocks.iter().filter(|block| block.verdict == Verdict::Body).count();
    let input = if judgement.input == "html" { "HTML" } else { "text dump" };
    html! {
        dl.facts {
            div { dt { "page" } dd.path { (judgement.id) } }
            div { dt { "read as" } dd { (input) } }
            div { dt { "kind" } dd { (article.kind.as_str()) } }
            div { dt { "confidence" } dd { (format!("{:.2}", article.confidence)) } }
            div { dt { "language" } dd { (article.language.as_deref().unwrap_or("—")) } }
            div { dt { "blocks" } dd { (kept) " of " (judgement.blocks.len()) " in the body" } }
        }
    }
}

/// How likely what is body, along the page: a cell a block, as wide as it is long.
fn strip(blocks: &[Block]) -> Markup {
    html! {
        nav #strip aria-label="Scores along the page" {
            @for (nth, block) in blocks.iter().enumerate() {
                a href={ "#b" (nth) } tabindex="-1" class={ "v-" (block.verdict) }
                    style=(format!("flex-grow:{};--score:{:.3}", block.chars.clamp(4, 200), decisive(block)))
                    title={ (nth) " · " (format!("{:.2}", decisive(block))) " · " (block.verdict) } {}
            }
        }
    }
}

fn filters(blocks: &[Block]) -> Markup {
    let mut reasons: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for block in blocks {
        *reasons.entry((block.decided.by, &*block.decided.what)).or_default() += 1;
    }
    html! {
        form #filters {
            div.chips role="group" aria-label="Verdicts" {
                @for (key, (verdict, meaning)) in (1..).zip(VERDICTS) {
                    @let count = blocks.iter().filter(|block| block.verdict.as_str() == *verdict).count();
                    @if count > 0 {
                        button type="button" aria-pressed="true" data-verdict=(verdict) data-key=(key)
                            class={ "chip v-" (verdict) } title={ (meaning) " (key " (key) ")" } {
                            (verdict) " " span.count { (count) }
                        }
                    }
                }
            }
            label { "decided by "
                select #reason {
                    option value="" { "anything" }
                    @for ((by, what), count) in &reasons {
                        option value={ (by) ":" (what) } { (by) " " (what) " (" (count) ")" }
                    }
                }
            }
            button type="button" #all { "all" }
            p.keys { kbd { "j" } " " kbd { "k" } " next, previous · " kbd { "Enter" } " features · "
                kbd { "1" } "–" kbd { "7" } " verdicts · " kbd { "r" } " reasons · " kbd { "0" } " all" }
        }
    }
}

fn row(nth: usize, block: &Block) -> Markup {
    let decided = &block.decided;
    html! {
        li id={ "b" (nth) } tabindex="-1" class={ "block v-" (block.verdict) } data-verdict=(block.verdict)
            data-reason={ (decided.by) ":" (decided.what) } style=(format!("--score:{:.3}", decisive(block))) {
            div.head {
                span.nth { (nth) }
                span.score title="probability of being body for where it stands: what decides" {
                    (block.standing.map_or_else(|| "–".to_owned(), |standing| format!("{standing:.2}"))) }
                span.own title="probability of being body by itself" { "by itself " (format!("{:.2}", block.score)) }
                span.verdict { (block.verdict) }
                (why(decided))
                span.path { (block.path) }
            }
            p.text lang="zh" { @if block.text.is_empty() { i { "picture" } } @else { (block.text) } }
            details {
                summary { "features (" (block.features.len()) ")"
                    @if !block.phrases.is_empty() { ", phrases (" (block.phrases.len()) ")" } }
                @if !block.phrases.is_empty() {
                    p.phrases { @for phrase in &block.phrases {
                        span { (phrase.kind) " " q lang="zh" { (phrase.text) } } " " } }
                }
                div.wide { (features(block)) }
            }
        }
    }
}

/// The second pass's word, else the first's.
fn decisive(block: &Block) -> f64 {
    block.standing.unwrap_or(block.score)
}

fn why(decided: &Decided) -> Markup {
    let adds = |row: Row| format!("{:+.1}", row.adds);
    html! {
        span.why { "by " (decided.by) " " b { (decided.what) }
            @if let Some(phrase) = &decided.phrase { " " q lang="zh" { (phrase) } }
            @if let Some(row) = decided.row {
                @if decided.by != "row" { ", " (row.name) } " " (adds(row))
            }
            @if let Some(own) = decided.own { ", most by " b { (own.name) } " " (adds(own)) }
        }
    }
}

fn features(block: &Block) -> Markup {
    let mut rows: Vec<_> = block.features.iter().collect();
    rows.sort_by(|a, b| b.adds.abs().total_cmp(&a.adds.abs()));
    html! {
        table {
            thead { tr { th { "feature" } th { "value" } th { "weight" } th { "adds" } } }
            tbody { @for row in rows {
                tr class=(if row.adds < 0.0 { "against" } else { "for" }) {
                    th title=(row.meaning) { (row.name) }
                    td { (format!("{:.2}", row.value)) }
                    td { (format!("{:+.2}", row.weight)) }
                    td { (format!("{:+.2}", row.adds)) }
                }
            } }
        }
    }
}

fn field_table(field: &FieldChoice) -> Markup {
    html! {
        section.field {
            h3 { (field.field) }
            p { (field.reason) }
            @if field.candidates.is_empty() { p.none { "no candidate" } } @else {
                div.wide { table {
                    thead { tr { th { "" } th { "value" } th { "place" } th { "note" } } }
                    tbody { @for candidate in &field.candidates {
                        tr class=[candidate.won.then_some("won")] {
                            td { @if candidate.won { "✓" span.aside { " won" } } }
                            td lang="zh" { (candidate.value) }
                            td { (candidate.place) }
                            td { (candidate.note) }
                        }
                    } }
                } }
            }
        }
    }
}

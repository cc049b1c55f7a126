//! A rule and a page's tree in, what the rule finds there out.

use super::Rule;
use super::css::Css;
use crate::article::{Byline, BylineRole};
use crate::input::html::{self, Walked};
use crate::metadata::head;
use crate::page::{Page, Ruled};
use crate::page_time::PageTime;
use crate::provenance::{FieldCandidate, FieldChoice, Place};
use crate::text::space::collapse;
use scraper::node::Element;
use scraper::{ElementRef, Html, StrTendril};
use std::collections::HashSet;

/// What a selector or phrase of a rule found on a page.
///
/// ```
/// let rules: zhengwen::Rules = "[[rule]]\nhost = 'xincun.example'\ntitle = 'h2'".parse()?;
/// let cleaner = zhengwen::Cleaner::builder().rules(rules).build();
/// let page = "<h1>新村网</h1><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p>";
/// let explanation = cleaner.page(page).url("https://xincun.example/1.html").explain()?;
/// let title = &explanation.rules[0];
/// assert_eq!((title.key.as_str(), title.pattern.as_str(), title.found), ("title", "h2", 0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct RuleUse {
    /// The rule's key: `body`, `drop`, `title`, …
    pub key: String,
    /// The selector or phrase as the rule writes it.
    pub pattern: String,
    /// Elements or blocks that it found. With none the judgement stands.
    pub found: usize,
}

/// What a rule finds on a page.
#[derive(Default)]
pub(crate) struct Applied {
    /// Elements of the body, and those that are not read, by where they are in memory.
    body: HashSet<usize>,
    drop: HashSet<usize>,
    pub(crate) title: Option<String>,
    pub(crate) time: Option<PageTime>,
    pub(crate) bylines: Vec<Byline>,
    pub(crate) source: Option<String>,
    pub(crate) uses: Vec<RuleUse>,
}

impl Applied {
    /// What `rule` finds in a page's tree.
    pub(crate) fn to(rule: &Rule, html: &Html) -> Self {
        let mut uses = Vec::new();
        Self {
            body: elements("body", &rule.body, html, &mut uses),
            drop: elements("drop", &rule.drop, html, &mut uses),
            title: first("title", &rule.title, html, &mut uses, |text| Some(text.to_owned())),
            time: first("time", &rule.time, html, &mut uses, head::time),
            bylines: first("author", &rule.author, html, &mut uses, |text| Some(authors(text)))
                .unwrap_or_default(),
            source: first("source", &rule.source, html, &mut uses, |text| Some(value(text).to_owned())),
            uses,
        }
    }

    /// The page's blocks, those of elements of the body marked, and without elements to drop.
    pub(crate) fn walked(&self, html: &Html) -> Walked<StrTendril> {
        let is_in = |elements: &HashSet<usize>, element: &Element| elements.contains(&address(element));
        html::walked_by_rule(html, |element| is_in(&self.body, element), |element| is_in(&self.drop, element))
    }

    /// The choices of a page's fields, with what the rule found for them ahead.
    pub(crate) fn choices(&self, mut choices: Vec<FieldChoice>) -> Vec<FieldChoice> {
        let names: Vec<String> = self.bylines.iter().map(|byline| byline.name.clone()).collect();
        for choice in &mut choices {
            let values = match choice.field.as_str() {
                "title" => Vec::from_iter(self.title.clone()),
                "published" => Vec::from_iter(self.time.map(|time| time.to_string())),
                "source" => Vec::from_iter(self.source.clone()),
                "authors" => names.clone(),
                _ => continue,
            };
            if values.is_empty() {
                continue;
            }
            choice.candidates.iter_mut().for_each(|candidate| candidate.won = false);
            let candidate =
                |value| FieldCandidate { value, place: Place::Rule, note: String::new(), won: true };
            choice.candidates.splice(0..0, values.into_iter().map(candidate));
            "a rule of its host names the element".clone_into(&mut choice.reason);
        }
        choices
    }

    /// Marks the blocks in which a phrase of `rule` stands.
    pub(crate) fn mark(&mut self, rule: &Rule, page: &mut Page) {
        for phrase in &rule.phrases {
            let mut found = 0;
            for block in page.blocks.iter_mut().filter(|block| block.text.contains(phrase.as_str())) {
                block.ruled = Ruled::Dropped;
                found += 1;
            }
            self.uses.push(RuleUse { key: "phrases".to_owned(), pattern: phrase.clone(), found });
        }
        if !page.blocks.iter().any(|block| block.ruled == Ruled::Body) {
            let uses = self.uses.iter_mut().filter(|found| found.key == "body");
            uses.for_each(|found| found.found = 0);
        }
    }
}

fn elements(key: &str, selectors: &[Css], html: &Html, uses: &mut Vec<RuleUse>) -> HashSet<usize> {
    let mut elements = HashSet::new();
    for css in selectors {
        let found: Vec<usize> = css.find(html).map(|element| address(element.value())).collect();
        uses.push(RuleUse { key: key.to_owned(), pattern: css.text.clone(), found: found.len() });
        elements.extend(found);
    }
    elements
}

/// Where an element of a tree is in memory: what tells it from all others as long as the tree stands.
fn address(element: &Element) -> usize {
    std::ptr::from_ref(element).addr()
}

/// What `read` makes of the first element from which it makes something.
fn first<T>(
    key: &str,
    selectors: &[Css],
    html: &Html,
    uses: &mut Vec<RuleUse>,
    read: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    let mut value = None;
    for css in selectors {
        let mut found = 0;
        if value.is_none() {
            let mut texts = css.find(html).map(text).filter(|text| !text.is_empty());
            value = texts.find_map(|text| read(&text));
            found = usize::from(value.is_some());
        }
        uses.push(RuleUse { key: key.to_owned(), pattern: css.text.clone(), found });
    }
    value
}

/// What an element carries for programs, else what it shows.
fn text(element: ElementRef) -> String {
    let carried = ["content", "datetime"].iter().find_map(|name| element.attr(name));
    match carried {
        Some(carried) => collapse(carried),
        None => collapse(&element.text().collect::<String>()),
    }
}

/// What stands behind a label, where there is one: 来源：新村日报.
fn value(text: &str) -> &str {
    text.rsplit(['：', ':']).next().unwrap_or(text).trim()
}

fn authors(text: &str) -> Vec<Byline> {
    let names =
        value(text).split(|c: char| c.is_whitespace() || matches!(c, '、' | '，' | ',' | '/' | '；' | ';'));
    let names = names.filter(|name| !name.is_empty());
    names.map(|name| Byline { name: name.to_owned(), role: BylineRole::Author }).collect()
}

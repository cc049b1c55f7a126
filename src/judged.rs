//! A judged page in, its [`Explanation`] out; and whether it has a body at all. Judging itself is
//! `cleaner`'s.

use crate::article::{Article, Block};
use crate::body::feature::{Feature, Features};
use crate::body::score::{Score, logistic};
use crate::body::trim::Fate;
use crate::body::verdict::Measures;
use crate::explain::{Explanation, JudgedBlock, Verdict};
use crate::input::escapes::is_markup;
use crate::lexicon;
use crate::line::reading::forms_of;
use crate::metadata::addresses::Addresses;
use crate::metadata::choices::{choices, with_data};
use crate::metadata::title::Headline;
use crate::page::{Form, Page};
use crate::provenance::FieldChoice;
use jiff::civil::DateTime;
use std::ops::Range;

/// Everything known of a page once it was judged.
pub(super) struct Judged {
    pub(super) article: Article,
    pub(super) page: Page,
    pub(super) features: Vec<Features>,
    pub(super) scores: Vec<Score>,
    /// Log-odds of the second pass, that each block is body.
    pub(super) odds: Vec<f64>,
    pub(super) fates: Vec<Fate>,
    pub(super) about: About,
    /// What the confidence goes by.
    pub(super) measures: Measures,
    /// The page shown, where the body stood in its data.
    pub(super) shown: Option<Box<Shown>>,
}

/// A visible page whose body stands in its data: its fields were read around the blocks it shows.
pub(super) struct Shown {
    page: Page,
    fates: Vec<Fate>,
    about: About,
}

/// What the fields of a page were read with.
pub(super) struct About {
    headline: Headline,
    /// The blocks of the page's own article.
    own: Range<usize>,
    fetched: Option<DateTime>,
    /// What a rule found on the page, where its host has one.
    #[cfg(feature = "rules")]
    applied: Option<Box<crate::rules::Applied>>,
}

/// A page has a body where its kept blocks are at least this likely by themselves, and this long.
const SURE_ENOUGH: f64 = 0.15;
const BODY_CHARS: usize = 40;

impl Judged {
    /// False where the body found is no better than the best of a page without one.
    pub(super) fn has_body(&self) -> bool {
        let kept = self.scores.iter().zip(&self.fates).zip(&self.page.blocks);
        let sure = kept.filter(|((score, fate), block)| {
            **fate == Fate::Kept && score.unraised() >= SURE_ENOUGH && !is_markup(&block.text)
        });
        sure.map(|(_, block)| block.text.chars().count()).sum::<usize>() >= BODY_CHARS
    }

    /// The share of the headline's words that come back in the body, 0.0 to 1.0.
    pub(super) fn headline_share(&self) -> f64 {
        let share = self.measures.iter().find(|(feature, _)| *feature == Feature::BodyHeadline);
        share.map_or(0.0, |(_, share)| *share)
    }

    /// Markup that the page shows as text: its body was escaped once too often.
    pub(super) fn escaped_markup(&self) -> Option<String> {
        let shown = self.page.blocks.iter().map(|block| block.text.as_str()).filter(|text| is_markup(text));
        let all = shown.collect::<Vec<_>>().join("\n");
        (!all.is_empty()).then_some(all)
    }

    /// This page with the body of `data`, and from there also what this one does not tell.
    pub(super) fn with_body_of(self, data: Self) -> Self {
        let (visible, data_article) = (self.article, data.article);
        let told = !visible.bylines.is_empty();
        let article = Article {
            published: visible.published.or(data_article.published),
            source: visible.source.or(data_article.source),
            bylines: if told { visible.bylines } else { data_article.bylines },
            title: visible.title.or(data_article.title),
            body: data_article.body,
            script: data_article.script,
            language: data_article.language,
            kind: data_article.kind,
            confidence: data_article.confidence,
            ..visible
        };
        let page = Page { form: self.page.form, ..data.page };
        let shown = Some(Box::new(Shown { page: self.page, fates: self.fates, about: self.about }));
        Self { article, page, shown, ..data }
    }

    /// This page with the fields that a rule found.
    #[cfg(feature = "rules")]
    pub(super) fn with_rule(mut self, applied: crate::rules::Applied) -> Self {
        let article = &mut self.article;
        article.title = applied.title.clone().or(article.title.take());
        article.published = applied.time.or(article.published);
        article.source = applied.source.clone().or(article.source.take());
        if !applied.bylines.is_empty() {
            article.bylines.retain(|byline| !byline.role.is_author());
            article.bylines.splice(0..0, applied.bylines.iter().cloned());
        }
        self.about.applied = Some(Box::new(applied));
        self
    }

    /// This page with its addresses absolute, where anything tells what they are relative to; pictures and recordings
    /// that no browser could then fetch go.
    pub(super) fn with_absolute_addresses(mut self) -> Self {
        let page = self.shown.as_ref().map_or(&self.page, |shown| &shown.page);
        let addresses = Addresses::of(&page.head);
        if addresses.base().is_none() {
            return self;
        }
        self.article.body.retain_mut(|block| match block {
            Block::Image(image) => addresses.absolute(&image.src).map(|src| image.src = src).is_some(),
            Block::Media { src, poster, .. } => {
                *poster = poster.as_deref().and_then(|poster| addresses.absolute(poster));
                addresses.absolute(src).map(|absolute| *src = absolute).is_some()
            }
            block => {
                block.replace_addresses(|href| addresses.absolute(href));
                true
            }
        });
        let first = self.article.images().next().map(|image| image.src.clone());
        let lead = self.article.lead_image.as_deref().and_then(|lead| addresses.absolute(lead));
        self.article.lead_image = lead.or(first);
        self
    }

    pub(super) fn explanation(self) -> Explanation {
        let fields = match &self.shown {
            Some(shown) => shown.about.choices(&shown.page, &shown.fates, &self.article),
            None => self.about.choices(&self.page, &self.fates, &self.article),
        };
        let (article, is_html) = (self.article.clone(), self.page.form == Form::Html);
        #[cfg(feature = "rules")]
        let (fields, rules) = match &self.about.applied {
            Some(applied) => (applied.choices(fields), applied.uses.clone()),
            None => (fields, Vec::new()),
        };
        let fields = with_data(fields, &article);
        Explanation {
            article,
            is_html,
            confidence: self.measures.to_vec(),
            blocks: self.blocks(),
            fields,
            #[cfg(feature = "rules")]
            rules,
        }
    }

    /// Every block with what was thought of it.
    pub(super) fn blocks(self) -> Vec<JudgedBlock> {
        let Self { page, features, scores, odds, fates, .. } = self;
        let paths: Vec<String> = page.blocks.iter().map(|block| path(&page, block.container)).collect();
        page.blocks
            .into_iter()
            .zip(paths)
            .zip(features)
            .zip(scores.iter().zip(odds).zip(fates))
            .map(|(((block, path), features), ((score, odds), fate))| JudgedBlock {
                phrases: owned(lexicon::find(&block.text).names()),
                matched: lexicon::phrases_in(&block.text),
                forms: owned(forms_of(&block.text)),
                text: block.text,
                path,
                score: score.value,
                standing: is_placed(&features).then(|| logistic(odds)),
                verdict: fate_verdict(fate),
                features,
            })
            .collect()
    }
}

impl About {
    pub(super) fn new(headline: Headline, own: Range<usize>, fetched: Option<DateTime>) -> Self {
        Self {
            headline,
            own,
            fetched,
            #[cfg(feature = "rules")]
            applied: None,
        }
    }

    fn choices(&self, page: &Page, fates: &[Fate], article: &Article) -> Vec<FieldChoice> {
        choices(page, &self.headline, fates, &self.own, self.fetched, article)
    }
}

fn fate_verdict(fate: Fate) -> Verdict {
    match fate {
        Fate::Kept | Fate::Signature => Verdict::Body,
        Fate::Outside => Verdict::Outside,
        Fate::Chrome => Verdict::Chrome,
        Fate::Headline => Verdict::Headline,
        Fate::EndLine => Verdict::EndLine,
        Fate::Caption => Verdict::Caption,
        Fate::Copy => Verdict::Copy,
    }
}

/// False for a block that the second pass says nothing of.
fn is_placed(features: &Features) -> bool {
    features.get(Feature::PlaceBias) != 0.0
}

fn owned(names: Vec<&str>) -> Vec<String> {
    names.into_iter().map(str::to_owned).collect()
}

/// The innermost containers' names, outermost first.
fn path(page: &Page, mut container: usize) -> String {
    let mut names = Vec::new();
    while container != 0 && names.len() < 6 {
        names.push(format!("{:?}", page.containers[container].tag).to_lowercase());
        container = page.containers[container].parent;
    }
    names.reverse();
    names.join(">")
}

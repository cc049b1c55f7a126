//! Blocks in, numbers out. Counts only: judging is `score`'s job.
//!
//! Every feature lies in 0..=1, so that weights can be compared with each other.

use super::ranges::first_fair;
use super::shape::Shape;
use super::tail::Closing;
use crate::lexicon::Category;
use crate::page::{Form, Page, Role, Tag};
use std::collections::HashMap;

/// Declares the features: variant, name and what it measures, in the order of the table of weights.
macro_rules! features {
    ($($variant:ident $name:literal $meaning:literal),* $(,)?) => {
        /// A measure of a block, 0.0 to 1.0.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Feature {
            $(#[doc = $meaning] $variant,)*
        }

        impl Feature {
            /// All features, in the order of the table of weights.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Its name in tables: lower case with underscores.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }
        }
    };
}

features! {
    Bias "bias" "Always 1.",
    Length "length" "Characters, up to 150, as a share of 150.",
    LogLength "log_length" "Logarithm of the characters, up to 300.",
    VeryShort "very_short" "Fewer than 8 characters.",
    EndsSentence "ends_sentence" "Ends with a sentence mark.",
    SentenceMarks "sentence_marks" "Sentence marks, up to 4.",
    InnerMarks "inner_marks" "Commas and the like, up to 6.",
    PunctuationDensity "punctuation_density" "Marks per character, up to 0.12.",
    NoMarks "no_marks" "No mark at all.",
    LinkDensity "link_density" "Linked characters / characters.",
    HanRatio "han_ratio" "Chinese characters / characters.",
    DigitRatio "digit_ratio" "Digits / characters.",
    Menu "menu" "Several short tokens without marks.",
    Cut "cut" "Ends in dots as a cut-off line does.",
    PhraseCover "phrase_cover" "Share of the characters that phrases of chrome cover.",
    PhraseLong "phrase_long" "Some phrase of chrome in a block of 60 characters or more.",
    SourceLine "source_line" "A source label in a block under 60 characters.",
    RoleLine "role_line" "A role label (责任编辑) in a block under 60 characters.",
    TimeLine "time_line" "A date or clock time in a block under 60 characters.",
    CountLine "count_line" "A reading counter in a block under 60 characters.",
    ToolLine "tool_line" "Text size, printing and share controls in a block under 60 characters.",
    NavigationLine "navigation_line" "A menu word or crumb in a block under 60 characters.",
    RelatedLine "related_line" "A heading of related items in a block under 60 characters.",
    DisclaimerLine "disclaimer_line" "A disclaimer's phrase in a block of any length.",
    FooterLine "footer_line" "A licence, an address, a copyright.",
    AppLine "app_line" "A prompt to install, follow or subscribe.",
    CommentLine "comment_line" "What stands around a comment box, in a block under 60 characters.",
    CaptionLine "caption_line" "A picture credit in a block under 80 characters.",
    InNav "in_nav" "Inside a navigation element.",
    InFooter "in_footer" "Inside a footer element.",
    InAside "in_aside" "Inside an aside element.",
    InHeader "in_header" "Inside a header element.",
    InForm "in_form" "Inside a form that does not hold the whole page.",
    InArticle "in_article" "Inside an article or main element.",
    HintContent "hint_content" "Inside an element named as content.",
    HintChrome "hint_chrome" "Inside an element named as chrome.",
    IsHeading "is_heading" "A heading element.",
    IsParagraph "is_paragraph" "Directly in a paragraph element.",
    IsListItem "is_list_item" "In a list item.",
    IsCell "is_cell" "Bare text of a table cell.",
    Bold "bold" "Share of bold characters.",
    Indented "indented" "Behind a full-width indent.",
    IsTitle "is_title" "Repeats the headline.",
    AfterTitle "after_title" "Stands after the headline.",
    Repeated "repeated" "Stands more than once on the page.",
    SentencesBefore "sentences_before" "Sentence text in the 8 blocks before, up to 400 characters.",
    SentencesAfter "sentences_after" "Sentence text in the 8 blocks after, up to 400 characters.",
    NearSentence "near_sentence" "How much of the two nearest blocks is sentence text.",
    NearLinks "near_links" "Link density of the two nearest blocks.",
    NearMenus "near_menus" "Share of the 6 nearest blocks that are short and without marks.",
    ContainerSentences "container_sentences" "Share of sentence text in what the container's parent holds.",
    ContainerLinks "container_links" "Link density of what the container's parent holds.",
    ContainerShare "container_share" "Share of the page's sentence text in the container's parent.",
    AfterImage "after_image" "Directly after an image, under 60 characters.",
    BeforeImage "before_image" "Directly before an image, under 60 characters.",
    WordShare "word_share" "Letters, digits and Chinese characters / characters.",
    LinkedTail "linked_tail" "Under 60 characters with a link.",
    AfterTail "after_tail" "An editor line, related heading or comment box stands between the headline and here.",
}

/// The features of one block.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Features([f64; Feature::ALL.len()]);

impl Features {
    fn zero() -> Self {
        Self([0.0; Feature::ALL.len()])
    }

    pub(crate) fn get(&self, feature: Feature) -> f64 {
        self.0[feature as usize]
    }

    fn set(&mut self, feature: Feature, value: f64) {
        self.0[feature as usize] = value;
    }

    fn flag(&mut self, feature: Feature, value: bool) {
        self.set(feature, f64::from(u8::from(value)));
    }
}

/// Blocks shorter than this are lines whose labels speak; longer ones are text that may mention them.
const LABEL_LINE_CHARS: usize = 60;
const CAPTION_LINE_CHARS: usize = 80;
/// How far neighbours are asked, in blocks.
const REACH: usize = 8;
/// Sentence text below the headline, in characters, before a line can close the article. A dump's
/// headline is a guess, and the page's summary of itself may stand above the body.
const BODY_LIKE_CHARS: usize = 40;
const BODY_LIKE_CHARS_DUMP: usize = 120;

/// `part / whole`, 0 where there is no whole.
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// `count` up to `most`, as a share of it.
fn capped(count: usize, most: usize) -> f64 {
    share(count.min(most), most)
}

/// Measures every block of a page. `headline` is the index of the headline's block, if known.
pub(crate) fn features(
    page: &Page,
    shapes: &[Shape],
    closings: &[Closing],
    headline: Option<usize>,
) -> Vec<Features> {
    let mut all: Vec<Features> = page
        .blocks
        .iter()
        .zip(shapes)
        .map(|(block, shape)| {
            let mut features = Features::zero();
            own(&mut features, shape, share(block.linked_chars, shape.chars));
            typeset(&mut features, block, shape);
            features
        })
        .collect();
    phrases(&mut all, shapes);
    placed(&mut all, page);
    repeated(&mut all, page, headline);
    beside_images(&mut all, page, shapes);
    neighbours(&mut all, shapes);
    containers(&mut all, page, shapes);
    after_tail(&mut all, page, shapes, closings, headline);
    all
}

/// What the text alone shows.
fn own(features: &mut Features, shape: &Shape, link_density: f64) {
    use Feature as F;
    features.set(F::Bias, 1.0);
    features.set(F::Length, capped(shape.chars, 150));
    features.set(F::LogLength, ((1 + shape.chars.min(300)) as f64).ln() / 301f64.ln());
    features.flag(F::VeryShort, shape.chars < 8);
    features.flag(F::EndsSentence, shape.ends_sentence);
    features.set(F::SentenceMarks, capped(shape.sentence_marks, 4));
    features.set(F::InnerMarks, capped(shape.inner_marks, 6));
    features.set(F::PunctuationDensity, (share(shape.marks(), shape.chars) / 0.12).min(1.0));
    features.flag(F::NoMarks, shape.marks() == 0);
    features.set(F::LinkDensity, link_density.min(1.0));
    features.set(F::HanRatio, share(shape.han, shape.chars));
    features.set(F::DigitRatio, share(shape.digits, shape.chars));
    features.flag(F::Menu, shape.is_menu());
    features.set(F::WordShare, share(shape.han + shape.digits + shape.latin, shape.chars).min(1.0));
    features.flag(F::LinkedTail, link_density > 0.0 && shape.chars < LABEL_LINE_CHARS);
    features.flag(F::Cut, shape.is_cut && shape.chars < LABEL_LINE_CHARS);
}

/// How the block is set.
fn typeset(features: &mut Features, block: &crate::page::TextBlock, shape: &Shape) {
    use Feature as F;
    features.flag(F::IsHeading, block.heading_level().is_some());
    features.flag(F::IsListItem, block.role == Role::ListItem);
    features.flag(F::IsCell, matches!(block.role, Role::Cell { .. }));
    features.set(F::Bold, share(block.bold_chars, shape.chars).min(1.0));
    features.flag(F::Indented, block.indented);
    if block.role == Role::Caption {
        features.set(F::CaptionLine, 1.0);
    }
}

fn phrases(all: &mut [Features], shapes: &[Shape]) {
    use Category as C;
    use Feature as F;
    for (features, shape) in all.iter_mut().zip(shapes) {
        let hits = shape.hits;
        let label = shape.chars < LABEL_LINE_CHARS;
        features.set(F::PhraseCover, share(hits.covered_chars, shape.chars).min(1.0));
        features.flag(F::PhraseLong, !label && hits.count() > 0);
        features.flag(F::SourceLine, label && hits.has(C::Source));
        features.flag(F::RoleLine, label && hits.has_any(&[C::Role, C::Original]));
        let dated = (shape.has_date || shape.has_clock) && shape.commas == 0;
        features.flag(F::TimeLine, label && (dated || hits.has(C::Time)));
        features.flag(F::CountLine, label && hits.has_any(&[C::Count, C::Rank]));
        features.flag(F::ToolLine, label && hits.has_any(&[C::Tools, C::Share]));
        features.flag(F::NavigationLine, label && hits.has_any(&[C::Navigation, C::Continue]));
        features.flag(F::RelatedLine, label && hits.has(C::Related));
        features.flag(F::DisclaimerLine, hits.has(C::Disclaimer));
        features.flag(F::FooterLine, hits.has(C::Footer));
        features.flag(F::AppLine, hits.has(C::App));
        features.flag(F::CommentLine, label && hits.has(C::Comments));
        if shape.chars < CAPTION_LINE_CHARS && hits.has(C::Caption) {
            features.set(F::CaptionLine, 1.0);
        }
    }
}

/// The landmarks a container stands in, from the page down.
#[derive(Clone, Copy, Default)]
struct Place {
    nav: bool,
    footer: bool,
    aside: bool,
    header: bool,
    form: Option<usize>,
    article: bool,
}

fn placed(all: &mut [Features], page: &Page) {
    use Feature as F;
    let places = places(page);
    let whole_page_forms = large_forms(page, &places);
    for (features, block) in all.iter_mut().zip(&page.blocks) {
        let container = &page.containers[block.container];
        let place = places[block.container];
        features.flag(F::InNav, place.nav);
        features.flag(F::InFooter, place.footer);
        features.flag(F::InAside, place.aside);
        features.flag(F::InHeader, place.header);
        features.flag(F::InForm, place.form.is_some_and(|form| !whole_page_forms.contains(&form)));
        features.flag(F::InArticle, place.article);
        features.flag(F::HintContent, container.hints.content);
        features.flag(F::HintChrome, container.hints.chrome);
        features.flag(F::IsParagraph, container.tag == Tag::Paragraph);
    }
}

fn places(page: &Page) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::with_capacity(page.containers.len());
    for (at, container) in page.containers.iter().enumerate() {
        let mut place = places.get(container.parent).copied().unwrap_or_default();
        match container.tag {
            Tag::Nav => place.nav = true,
            Tag::Footer => place.footer = true,
            Tag::Aside => place.aside = true,
            Tag::Header => place.header = true,
            Tag::Form => place.form = place.form.or(Some(at)),
            Tag::Article | Tag::Main => place.article = true,
            _ => {}
        }
        places.push(place);
    }
    places
}

/// Forms that hold more than half of the page's blocks: some servers wrap every page in one.
fn large_forms(page: &Page, places: &[Place]) -> Vec<usize> {
    let mut counts: HashMap<usize, usize> = HashMap::new();
    for block in &page.blocks {
        if let Some(form) = places[block.container].form {
            *counts.entry(form).or_default() += 1;
        }
    }
    let mut large: Vec<usize> =
        counts.into_iter().filter(|&(_, n)| n * 2 > page.blocks.len()).map(|(form, _)| form).collect();
    large.sort_unstable();
    large
}

fn repeated(all: &mut [Features], page: &Page, headline: Option<usize>) {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for block in page.blocks.iter().filter(|block| !block.is_image()) {
        *counts.entry(block.text.as_str()).or_default() += 1;
    }
    let title = headline.map(|at| page.blocks[at].text.as_str());
    for (at, (features, block)) in all.iter_mut().zip(&page.blocks).enumerate() {
        features.flag(Feature::Repeated, counts.get(block.text.as_str()).is_some_and(|&n| n > 1));
        features.flag(Feature::IsTitle, title == Some(block.text.as_str()));
        features.flag(Feature::AfterTitle, headline.is_some_and(|headline| at > headline));
    }
}

fn beside_images(all: &mut [Features], page: &Page, shapes: &[Shape]) {
    let image = |at: Option<usize>| {
        at.and_then(|at| page.blocks.get(at)).is_some_and(crate::page::TextBlock::is_image)
    };
    for (at, features) in all.iter_mut().enumerate() {
        if (1..LABEL_LINE_CHARS).contains(&shapes[at].chars) {
            features.flag(Feature::AfterImage, image(at.checked_sub(1)));
            features.flag(Feature::BeforeImage, image(Some(at + 1)));
        }
    }
}

/// Characters of a block that read as sentences: unlinked, in a block with a mark at its end or
/// several inside.
fn sentence_chars(features: &Features, shape: &Shape) -> usize {
    let reads = shape.ends_sentence || shape.marks() >= 3;
    if reads && features.get(Feature::LinkDensity) < 0.3 { shape.chars } else { 0 }
}

fn neighbours(all: &mut [Features], shapes: &[Shape]) {
    use Feature as F;
    // Images stand between blocks without being neighbours.
    let texts: Vec<usize> = (0..all.len()).filter(|&at| shapes[at].chars > 0).collect();
    let sentences: Vec<usize> = texts.iter().map(|&at| sentence_chars(&all[at], &shapes[at])).collect();
    let linked: Vec<f64> = texts.iter().map(|&at| all[at].get(F::LinkDensity)).collect();
    let menu: Vec<bool> = texts.iter().map(|&at| shapes[at].marks() == 0 && shapes[at].chars < 30).collect();
    let reads = |i: usize| capped(sentences[i], 40);
    for (i, &at) in texts.iter().enumerate() {
        let before = i.saturating_sub(REACH)..i;
        let after = i + 1..(i + 1 + REACH).min(texts.len());
        let near: Vec<usize> =
            [i.checked_sub(1), Some(i + 1).filter(|&j| j < texts.len())].into_iter().flatten().collect();
        let wide = i.saturating_sub(3)..(i + 4).min(texts.len());
        let features = &mut all[at];
        features.set(F::SentencesBefore, capped(sentences[before].iter().sum(), 400));
        features.set(F::SentencesAfter, capped(sentences[after].iter().sum(), 400));
        features.set(F::NearSentence, near.iter().map(|&j| reads(j)).sum::<f64>() / 2.0);
        features.set(F::NearLinks, near.iter().map(|&j| linked[j]).sum::<f64>() / 2.0);
        let menus = wide.clone().filter(|&j| j != i && menu[j]).count();
        features.set(F::NearMenus, share(menus, wide.len().saturating_sub(1)));
    }
}

/// Text of a container with all below it, in characters.
#[derive(Clone, Copy, Default)]
struct Mass {
    chars: usize,
    linked: usize,
    sentences: usize,
}

fn containers(all: &mut [Features], page: &Page, shapes: &[Shape]) {
    use Feature as F;
    if page.form == Form::Dump {
        return;
    }
    let masses = masses(all, page, shapes);
    for (features, block) in all.iter_mut().zip(&page.blocks) {
        let parent = masses[page.containers[block.container].parent];
        features.set(F::ContainerSentences, share(parent.sentences, parent.chars));
        features.set(F::ContainerLinks, share(parent.linked, parent.chars).min(1.0));
        features.set(F::ContainerShare, share(parent.sentences, masses[0].sentences));
    }
}

fn masses(all: &[Features], page: &Page, shapes: &[Shape]) -> Vec<Mass> {
    let mut masses = vec![Mass::default(); page.containers.len()];
    for ((features, block), shape) in all.iter().zip(&page.blocks).zip(shapes) {
        let mass = &mut masses[block.container];
        mass.chars += shape.chars;
        mass.linked += block.linked_chars;
        mass.sentences += sentence_chars(features, shape);
    }
    // A container comes after its parent, so one pass from the end adds every level up.
    for at in (1..masses.len()).rev() {
        let Mass { chars, linked, sentences } = masses[at];
        let parent = &mut masses[page.containers[at].parent];
        parent.chars += chars;
        parent.linked += linked;
        parent.sentences += sentences;
    }
    masses
}

/// Marks the blocks after the first line that closes an article. Lines before any body-like text
/// close nothing.
fn after_tail(
    all: &mut [Features],
    page: &Page,
    shapes: &[Shape],
    closings: &[Closing],
    headline: Option<usize>,
) {
    let sentences: Vec<usize> = all.iter().zip(shapes).map(|(f, s)| sentence_chars(f, s)).collect();
    let below = headline.map_or(0, |headline| headline + 1);
    let start = match page.form {
        Form::Html if headline.is_some() => below,
        // A dump's headline is a guess, and its first sentences may be the page's summary of itself.
        _ => below + first_stretch(&sentences[below..]),
    };
    let least = match page.form {
        Form::Html => BODY_LIKE_CHARS,
        Form::Dump => BODY_LIKE_CHARS_DUMP,
    };
    let mut body_chars = 0;
    let mut tail_seen = false;
    for at in start..all.len() {
        all[at].flag(Feature::AfterTail, tail_seen);
        body_chars += sentences[at];
        tail_seen |= body_chars >= least && closings[at] != Closing::No;
    }
}

/// What a block without sentences costs a stretch, in characters.
const GAP_COST_CHARS: f64 = 15.0;
/// What a block with sentences brings at most, in characters.
const HEAVIEST_CHARS: usize = 150;

/// Where the first stretch of blocks begins that has a fair share of the page's sentences.
fn first_stretch(sentences: &[usize]) -> usize {
    let gains: Vec<f64> =
        sentences.iter().map(|&chars| chars.min(HEAVIEST_CHARS) as f64 - GAP_COST_CHARS).collect();
    first_fair(&gains).map_or(0, |(range, _)| range.start)
}

//! What stands for body in, what becomes of every block out: captions, copies and the lines at the body's ends go.
//!
//! Phrase, shape and position count together: a paragraph that merely says 记者, 编辑 or 来源 stays.

use super::captions::CAPTION_CHARS;
use super::copies;
use super::known::Known;
use super::numbered;
use super::signature;
use crate::lexicon::Category;
use crate::line::forms::Spot;
use crate::line::reading::is_credit_line;
use crate::page::{Form, Role};
use std::ops::Range;

/// What became of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    Kept,
    /// Of the body too: who gives a notice, and the day. Fields are read there as below a body.
    Signature,
    /// Before the body's first block or behind its last.
    Outside,
    /// Between them, but judged as chrome.
    Chrome,
    /// The headline again.
    Headline,
    /// A line of metadata, a label or a prompt at an end of the body.
    EndLine,
    /// A caption or credit of a picture.
    Caption,
    /// Stands in the body already.
    Copy,
}

impl Fate {
    /// True for what the body shows.
    pub(crate) fn is_body(self) -> bool {
        matches!(self, Self::Kept | Self::Signature)
    }
}

/// The first block of the body.
pub(crate) fn first_kept(fates: &[Fate]) -> Option<usize> {
    fates.iter().position(|fate| *fate == Fate::Kept)
}

/// Longest line that a label at an end of the body may be, in characters.
const LABEL_CHARS: usize = 60;
/// Headlines behind a label of related texts, at most: what follows then is text.
const MOST_RELATED: usize = 3;
/// Longest disclaimer or prompt at the end of a body, in characters.
const NOTICE_CHARS: usize = 250;
/// Share of a longer line that phrases of chrome must cover for the line to be a prompt.
const PROMPT_COVER: f64 = 0.08;
/// Share of a line that a disclaimer's phrases must cover where none begins or ends it: a paragraph of 80
/// characters that asks to name the source has 0.09, notices have 0.2 and more.
const NOTICE_COVER: f64 = 0.15;
/// Share of a short line that they must cover where none of them begins or ends it.
const LABEL_COVER: f64 = 0.25;
/// Share of a line that they must cover for it to go from the middle of a body: 請繼續往下閱讀... has 0.7.
const WHOLE_PROMPT_COVER: f64 = 0.7;
/// The same for lines under [`LABEL_CHARS`] that have such a phrase anywhere.
const SHORT_PROMPT_COVER: f64 = 0.45;
/// Longest line without a Chinese character that closes a text, in characters: `THE END`.
const END_MARK_CHARS: usize = 10;
/// Lines that stand at an end of the body and are no sentences. 记者：您怎么看？ is one.
const LABELS: &[Category] = &[
    Category::Source,
    Category::Role,
    Category::Original,
    Category::Time,
    Category::Count,
    Category::Tools,
    Category::Share,
    Category::Navigation,
    Category::Related,
    Category::Comments,
    Category::App,
];

/// Lines that stand at the lower end and may be sentences.
const NOTICES: &[Category] = &[
    Category::Bio,
    Category::Continue,
    Category::Disclaimer,
    Category::Footer,
    Category::App,
    Category::Comments,
    Category::Related,
];

/// Decides about every block of the page. `odds`: those of the second pass that each is body, as logarithms.
pub(crate) fn trim(odds: &[f64], known: Known<'_>) -> Vec<Fate> {
    let mut fates = vec![Fate::Outside; odds.len()];
    let text = |at: &usize| known.shapes[*at].chars > 0;
    let stands = |at: &usize| odds[*at] > 0.0 && text(at);
    let Some(first) = (0..odds.len()).find(stands) else { return fates };
    let last = (0..odds.len()).rfind(stands).unwrap_or(first);
    let first = known.announcement(first).unwrap_or(first);
    let (top, bottom) =
        (known.past_code(first, (0..first).rev()), known.past_code(last, last + 1..odds.len()));
    let body = known.lead_pictures(top)..bottom + 1;
    let related = known.behind_related_label(&body, odds);
    for at in body.clone() {
        fates[at] = known.inside(at, (odds[at] > 0.0 || at == first) && related.binary_search(&at).is_err());
    }
    keep_a_gallery(&mut fates, odds, known);
    copies::drop(&body, &mut fates, odds, known);
    let begin = known.headline_over(&body, &fates);
    // Pictures and programs stop no end and are none.
    let prose = |at: &usize| text(at) && !known.page.blocks[*at].is_code();
    trim_end(body.clone().filter(prose), &mut fates, |at| known.opens(at, begin));
    let mut body = body.start..numbered::keep(&body, &mut fates, known);
    body.end = numbered::keep_hours(&body, &mut fates, known);
    if let Some(signature) = signature::under(known, body.end - 1) {
        body.end = signature.start;
        fates[signature].fill(Fate::Signature);
    }
    trim_end(body.rev().filter(prose), &mut fates, |at| known.closes(at));
    fates
}

/// Longest label of a field, in characters, and how those end who are spoken to: 同志们.
const FIELD_CHARS: usize = 6;
const ADDRESSED: [char; 8] = ['们', '們', '位', '友', '志', '生', '士', '好'];

/// Where nothing but captions is left, they are the text.
fn keep_a_gallery(fates: &mut [Fate], odds: &[f64], known: Known<'_>) {
    let is_kept = |at: usize| fates[at] == Fate::Kept && known.shapes[at].chars > 0;
    if (0..fates.len()).any(is_kept) {
        return;
    }
    for (at, fate) in fates.iter_mut().enumerate().filter(|(_, fate)| **fate == Fate::Caption) {
        if odds[at] > 0.0 && known.is_prose(at) {
            *fate = Fate::Kept;
        }
    }
}

/// Takes lines off one end while `goes` says so.
fn trim_end(ends: impl Iterator<Item = usize>, fates: &mut [Fate], goes: impl Fn(usize) -> bool) {
    for at in ends {
        match fates[at] {
            Fate::Kept if goes(at) => fates[at] = Fate::EndLine,
            Fate::Kept => break,
            _ => {}
        }
    }
}

impl Known<'_> {
    /// The line right above the text that announces it: `同志们：`.
    fn announcement(self, text: usize) -> Option<usize> {
        let above = (0..text).rfind(|&at| self.shapes[at].chars > 0)?;
        // A dump has no cells: 文号： is a field without its value.
        let words = self.page.blocks[above].text.trim_end_matches([':', '\u{FF1A}']);
        let short = words.chars().nth(FIELD_CHARS).is_none() && !words.ends_with(ADDRESSED);
        if self.page.form == Form::Dump && short {
            return None;
        }
        let is_of_text = self.shapes[above].announces() && self.holders[above] == self.holders[text];
        (is_of_text && !self.is_linked(above) && self.headline.is_none_or(|headline| above > headline))
            .then_some(above)
    }

    /// The headlines right behind a label of related texts that stands alone in its line and is none of the body's,
    /// between paragraphs too. Of several over a paragraph the last may be its heading.
    fn behind_related_label(self, body: &Range<usize>, odds: &[f64]) -> Vec<usize> {
        let mut related = Vec::new();
        let mut run: Option<usize> = None;
        for at in body.clone().filter(|&at| self.shapes[at].chars > 0) {
            let shape = &self.shapes[at];
            if shape.is_related_label() {
                run = (odds[at] <= 0.0).then_some(related.len());
            } else if let Some(start) = run {
                // Below links what is none is text.
                let linked = self.is_linked(at);
                let is_alike = related.get(start).is_none_or(|&first| self.is_linked(first) == linked);
                let heads = !linked && self.page.blocks[at].heading_level().is_some();
                if shape.is_headline() && !heads && is_alike && related.len() - start < MOST_RELATED {
                    related.push(at);
                    continue;
                }
                if shape.ends_sentence && related.len() > start + 1 {
                    related.pop_if(|&mut last| !self.is_linked(last));
                }
                run = None;
            }
        }
        related
    }

    /// Where the programs right beside a block of the text end, along `lines` from it on; itself where there are none.
    fn past_code(self, at: usize, lines: impl Iterator<Item = usize>) -> usize {
        let home = self.holders[at];
        let is_of_text = |&line: &usize| {
            let holder = self.holders[line];
            self.page.blocks[line].is_code()
                && (holder == home || self.page.containers[holder].parent == home)
        };
        lines.take_while(is_of_text).last().unwrap_or(at)
    }

    /// The block of the headline where most of the body stands below it, else the first: a page may show its headline
    /// again at its foot.
    fn headline_over(self, body: &Range<usize>, fates: &[Fate]) -> usize {
        let headline = self.headline.unwrap_or(0);
        let chars = |blocks: Range<usize>| -> usize {
            blocks.filter(|&at| fates[at] == Fate::Kept).map(|at| self.shapes[at].chars).sum()
        };
        let middle = headline.clamp(body.start, body.end);
        if chars(body.start..middle) < chars(middle..body.end) { headline } else { 0 }
    }

    /// What becomes of a block inside the range that `stands` spans.
    fn inside(self, at: usize, stands: bool) -> Fate {
        let block = &self.page.blocks[at];
        let shape = &self.shapes[at];
        let caption = block.role == Role::Caption
            || self.is_credited(at)
            || shape.chars < CAPTION_CHARS && shape.hits.is_framed(Category::Caption);
        // Programs read as no prose, and stand in the text as pictures do.
        if block.is_image() || block.is_code() {
            Fate::Kept
        } else if self.headline.is_some_and(|headline| self.page.blocks[headline].text == block.text)
            || self.subtitle == Some(&block.text)
        {
            Fate::Headline
        } else if caption {
            Fate::Caption
        } else if stands && !self.is_whole_prompt(at) {
            Fate::Kept
        } else {
            Fate::Chrome
        }
    }

    /// True for a line that is little else than a prompt to read on or to install an app.
    fn is_whole_prompt(self, at: usize) -> bool {
        let (shape, prompts) = (&self.shapes[at], &[Category::Continue, Category::App]);
        let anchored = shape.hits.is_anchored(prompts) && self.cover(at) >= WHOLE_PROMPT_COVER;
        let short = shape.chars < LABEL_CHARS && shape.hits.has_any(prompts);
        anchored || short && self.cover(at) >= SHORT_PROMPT_COVER
    }

    /// True for a line above the body: date and source, people, controls, a crumb, and what goes on the headline
    /// above it, which has the block `begin`.
    fn opens(self, at: usize, begin: usize) -> bool {
        let shape = &self.shapes[at];
        let short = shape.chars < LABEL_CHARS && !shape.ends_sentence;
        let label = short && (at < begin || self.is_label(at, LABELS));
        label
            || is_credit_line(&self.page.blocks[at].text, Spot::Front)
            || self.is_blank(at)
            || shape.is_date_line()
    }

    /// True for a line below the body: people, source, prompts, disclaimers, related items.
    fn closes(self, at: usize) -> bool {
        let shape = &self.shapes[at];
        let labels = if shape.ends_sentence { NOTICES } else { LABELS };
        let text = &self.page.blocks[at].text;
        // Behind a sentence a name alone signs the text.
        let signs = || is_credit_line(text, Spot::Closing) && self.is_behind_sentence(at);
        let people = || is_credit_line(text, Spot::Below) || signs();
        let label = self.is_label(at, labels) || self.is_label(at, NOTICES);
        let label = shape.chars < LABEL_CHARS && label || people();
        let pointed = shape.is_pointed && shape.chars < NOTICE_CHARS;
        let heading = self.page.blocks[at].heading_level().is_some() && !shape.ends_sentence;
        // …。（记者张三） is the last sentence with its writer, no line of people.
        !shape.is_signed && label
            || heading
            || pointed
            || self.is_blank(at)
            || self.is_notice(at)
            || self.is_prompt(at)
    }

    fn is_behind_sentence(self, at: usize) -> bool {
        self.shapes[..at].iter().rfind(|shape| shape.chars > 0).is_some_and(|shape| shape.ends_sentence)
    }

    /// True for a line of marks alone, such as a rule drawn with dashes, for a mark of the end, and for little
    /// but an address.
    fn is_blank(self, at: usize) -> bool {
        let shape = &self.shapes[at];
        let marks = shape.han + shape.digits + shape.latin == 0;
        let end = shape.han == 0 && shape.chars <= END_MARK_CHARS && !shape.ends_sentence;
        shape.chars > 0 && (marks || end || shape.has_address && shape.han * 2 < shape.chars)
    }

    fn is_label(self, at: usize, labels: &[Category]) -> bool {
        let hits = self.shapes[at].hits;
        hits.is_anchored(labels) || hits.has_any(labels) && self.cover(at) >= LABEL_COVER
    }

    fn is_notice(self, at: usize) -> bool {
        let shape = &self.shapes[at];
        let notice = shape.hits.is_anchored(&[Category::Disclaimer]) || self.cover(at) >= NOTICE_COVER;
        shape.chars < NOTICE_CHARS && shape.hits.has(Category::Disclaimer) && notice
    }

    fn is_prompt(self, at: usize) -> bool {
        let shape = &self.shapes[at];
        shape.chars < NOTICE_CHARS
            && shape.hits.has_any(&[Category::App, Category::Comments])
            && self.cover(at) >= PROMPT_COVER
    }

    fn cover(self, at: usize) -> f64 {
        let shape = &self.shapes[at];
        shape.hits.covered_chars as f64 / shape.chars.max(1) as f64
    }
}

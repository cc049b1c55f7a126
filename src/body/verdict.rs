//! A judged page in, its kind and a confidence out.

use super::feature::Feature;
use super::features::logarithm;
use super::known::Known;
use super::score::{LOG_ODDS_UNIT, Score, logistic};
use super::shape::Shape;
use super::trim::Fate;
use super::weights::Weights;
use super::wording::Headline;
use crate::article::Kind;
use crate::lexicon::Category;
use crate::lexicon::verdict::{self, Words};
use crate::page::Form;

/// What the page is, and how sure its body is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Verdict {
    pub(crate) kind: Kind,
    /// 0.0 to 1.0.
    pub(crate) confidence: f64,
    /// What the confidence goes by.
    pub(crate) measures: Measures,
}

/// What speaks for a body's being right: each of its features with its value.
pub(crate) type Measures = [(Feature, f64); 6];

/// Body characters at which length speaks no more against a body: a brief.
const FULL_LENGTH_CHARS: f64 = 100.0;
/// What it costs that all sure sentences of the page stand outside the body: they may be another article's.
const LEFT_OUT_COST: f64 = 0.3;
/// A page that breaks off in its body is no surer than this.
const CUT_CONFIDENCE: f64 = 0.8;
/// Most that is said of short lines which only their form makes an article: headlines without links have it too.
const VERSE_CONFIDENCE: f64 = 0.5;
/// Texts behind a body among which a prompt speaks of it.
const PROMPT_WITHIN: usize = 3;
/// A page with this much body is an article whatever words stand around it.
const ARTICLE_CHARS: usize = 200;
/// And where it is at least this sure: lines of a poem or a diary have few marks.
const LONG_BODY_SURENESS: f64 = 0.3;
/// A body this sure is one whatever words stand around it.
const ARTICLE_SURENESS: f64 = 0.5;
/// A page of which the body is this share is one where it is at least this sure.
const WHOLE_SHARE: f64 = 0.8;
const WHOLE_SURENESS: f64 = 0.2;
/// Error and login pages show little: with more text than this the words are someone's news.
const GATE_PAGE_CHARS: usize = 1500;
/// Posts of a thread say who wrote when: so many such lines are a thread.
const FORUM_LINES: usize = 4;
/// Lines that a poem has at least, and the longest of them, in characters.
const LEAST_VERSES: usize = 6;
const VERSE_CHARS: usize = 24;
/// Pictures that make a page of little text a gallery.
const GALLERY_IMAGES: usize = 3;
/// Confidence is at most this where the page is no article, or none in Chinese.
pub(crate) const OTHER_CONFIDENCE: f64 = 0.3;

/// Characters of a body from which on its length says no more.
const LONG_BODY_CHARS: usize = 1000;
/// Log-odds of the mean score of a body that say no more.
const MOST_LOG_ODDS: f64 = 8.0;

/// Judges the page as a whole. `odds`: those of the second pass that each block is body, as logarithms.
pub(crate) fn verdict(
    known: Known<'_>,
    fates: &[Fate],
    odds: &[f64],
    title: Option<&str>,
    weights: &Weights,
) -> Verdict {
    let body = Body::measure(known, fates);
    let measures = body.measures(known, fates, odds, title);
    let confidence = logistic(measures.iter().map(|&(feature, value)| weights.get(feature) * value).sum());
    let kind = kind(known, &body, body.sureness(), title);
    let most = match kind {
        Kind::Article | Kind::Notice if body.is_verse && !body.reads_as_article() => VERSE_CONFIDENCE,
        _ if body.chars == 0 => 0.0,
        Kind::Article | Kind::Notice | Kind::Forum if body.is_cut => CUT_CONFIDENCE,
        Kind::Article | Kind::Notice | Kind::Forum => 1.0,
        _ => OTHER_CONFIDENCE,
    };
    Verdict { kind, confidence: confidence.min(most), measures }
}

/// What was kept, in numbers.
struct Body {
    chars: usize,
    /// Mean of the blocks' scores by themselves, weighted by characters.
    score: f64,
    images: usize,
    /// Share of the page's sure sentences, by characters, that are in it.
    share: f64,
    /// As [`is_cut`] says.
    is_cut: bool,
    /// As [`is_verse`] says.
    is_verse: bool,
}

impl Body {
    fn measure(known: Known<'_>, fates: &[Fate]) -> Self {
        let kept: Vec<usize> = (0..fates.len()).filter(|&at| fates[at] == Fate::Kept).collect();
        let chars: usize = kept.iter().map(|&at| known.shapes[at].chars).sum();
        let weights = kept.iter().map(|&at| weight(&known.scores[at], &known.shapes[at]));
        // Not `sum`: that of no numbers is -0.0.
        let weighted = weights.fold(0.0, |sum, weight| sum + weight);
        let images = kept.iter().filter(|&&at| known.page.blocks[at].is_image()).count();
        let sure = |wanted: &dyn Fn(Fate) -> bool| -> usize {
            let blocks = known.texts().filter(|&at| known.is_sure(at) && wanted(fates[at]));
            blocks.map(|at| known.shapes[at].chars).sum()
        };
        let own = sure(&|fate| fate == Fate::Kept);
        let left = sure(&|fate| matches!(fate, Fate::Outside | Fate::Chrome));
        let share = if own + left == 0 { 1.0 } else { own as f64 / (own + left) as f64 };
        let (is_cut, is_verse) = (is_cut(known, fates), is_verse(known, &kept));
        Self { chars, score: weighted / chars.max(1) as f64, images, share, is_cut, is_verse }
    }

    /// True where it does so without being verse.
    fn reads_as_article(&self) -> bool {
        self.sureness() >= ARTICLE_SURENESS
    }

    /// How much the body reads as one, 0.0 to 1.0: what the kind goes by.
    fn sureness(&self) -> f64 {
        let length = (self.chars as f64 / FULL_LENGTH_CHARS).min(1.0);
        let share = 1.0 - LEFT_OUT_COST * (1.0 - self.share);
        let sureness = (self.score * (0.4 + 0.6 * length) * share).max(0.0);
        if self.is_cut { sureness.min(CUT_CONFIDENCE) } else { sureness }
    }

    /// What the confidence goes by.
    fn measures(&self, known: Known<'_>, fates: &[Fate], odds: &[f64], title: Option<&str>) -> Measures {
        use Feature as F;
        let headline = Headline::of(title);
        let (mut found, mut doubt) = (0, 0.0);
        for at in known.texts().filter(|&at| odds[at].is_finite()) {
            let sure = logistic(odds[at].abs());
            doubt += (1.0 - sure) * known.shapes[at].chars as f64;
            if fates[at] == Fate::Kept {
                found |= headline.found_in(&known.page.blocks[at].text);
            }
        }
        let score = self.score.clamp(f64::EPSILON, 1.0 - f64::EPSILON);
        let score = (score / (1.0 - score)).ln().clamp(-MOST_LOG_ODDS, MOST_LOG_ODDS);
        [
            (F::BodyBias, 1.0),
            (F::BodyScore, score / LOG_ODDS_UNIT),
            (F::BodyLength, logarithm(self.chars, LONG_BODY_CHARS)),
            (F::BodyDoubt, (doubt / self.chars.max(1) as f64).min(1.0)),
            (F::BodyLeftOut, 1.0 - self.share),
            (F::BodyHeadline, headline.share(found)),
        ]
    }
}

/// True where the page breaks off in its body: the last line kept ends no sentence and nothing stands behind it,
/// a prompt to read on stands behind such a line or behind dots, or it ends in the dots of an excerpt.
fn is_cut(known: Known<'_>, fates: &[Fate]) -> bool {
    let Some(last) = known.texts().rfind(|&at| fates[at] == Fate::Kept) else { return false };
    let text = known.page.blocks[last].text.trim_end();
    let ends = known.shapes[last].ends_sentence;
    let mut behind = (last + 1..fates.len()).filter(|&at| known.shapes[at].chars > 0).take(PROMPT_WITHIN);
    if text.ends_with("...") || text.ends_with('…') && !text.ends_with("……") {
        return true;
    }
    match behind.next() {
        None => !ends,
        Some(next) => {
            let is_prompt = |at: usize| known.shapes[at].hits.has(Category::Continue);
            (!ends || text.ends_with('…')) && (is_prompt(next) || behind.any(is_prompt))
        }
    }
}

/// True for a body of short lines without a link or a figure and without others between them: items of a list are
/// links, prices and chapters have figures. A dump does not tell.
fn is_verse(known: Known<'_>, kept: &[usize]) -> bool {
    let mut lines = kept.iter().copied().filter(|&at| known.shapes[at].chars > 0);
    let (Some(first), Some(last)) = (lines.clone().next(), lines.clone().next_back()) else { return false };
    let count = lines.clone().count();
    let is_line = |at: usize| {
        let (shape, block) = (&known.shapes[at], &known.page.blocks[at]);
        block.links == 0 && shape.chars <= VERSE_CHARS && shape.digits == 0
    };
    known.page.form == Form::Html
        && count >= LEAST_VERSES
        && known.texts().filter(|at| (first..=last).contains(at)).count() == count
        && lines.all(is_line)
}

fn weight(score: &Score, shape: &Shape) -> f64 {
    score.unraised() * shape.chars as f64
}

fn kind(known: Known<'_>, body: &Body, sureness: f64, title: Option<&str>) -> Kind {
    let says = |kind| title.is_some_and(|title| verdict::find(title).has(kind));
    if body.chars >= ARTICLE_CHARS && sureness >= LONG_BODY_SURENESS {
        return if is_thread(known) { Kind::Forum } else { Kind::Article };
    }
    let visible: usize = known.shapes.iter().map(|shape| shape.chars).sum();
    if visible == 0 {
        return Kind::Unknown;
    }
    if visible < GATE_PAGE_CHARS {
        let words = words(known, title);
        if words.has(Kind::Error) {
            return Kind::Error;
        }
        if words.has(Kind::Login) {
            return Kind::Login;
        }
    }
    // A text that somebody cleaned already has neither headline nor time to speak for it.
    let is_whole = body.chars as f64 >= WHOLE_SHARE * visible as f64 && sureness >= WHOLE_SURENESS;
    let sure = sureness >= ARTICLE_SURENESS || is_whole || body.is_verse;
    if body.images >= GALLERY_IMAGES || !sure && says(Kind::Media) {
        Kind::Media
    } else if sure && says(Kind::Notice) {
        Kind::Notice
    } else if sure {
        Kind::Article
    } else if is_thread(known) {
        Kind::Forum
    } else {
        Kind::List
    }
}

/// The words of every short line, and of the title.
fn words(known: Known<'_>, title: Option<&str>) -> Words {
    let lines = known.page.blocks.iter().map(|block| block.text.as_str());
    lines.chain(title).fold(Words::default(), |words, line| words.with(verdict::find(line)))
}

fn is_thread(known: Known<'_>) -> bool {
    let lines = known.page.blocks.iter().zip(known.shapes);
    let posts = lines.filter(|(block, shape)| {
        shape.chars < 40 && (shape.has_date || shape.has_clock) && verdict::find(&block.text).has(Kind::Forum)
    });
    posts.take(FORUM_LINES).count() == FORUM_LINES
}

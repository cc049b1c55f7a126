//! Why an article came out as it did: every block with its features, score, verdict and reason.

use crate::article::Article;
use crate::body::feature::{Feature, Features};
use crate::provenance::FieldChoice;

/// What [`Cleaner::explain`](crate::Cleaner::explain) tells.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Explanation {
    /// The article, as `clean` gives it.
    pub article: Article,
    /// True where the page was read as HTML, false for a text dump.
    pub is_html: bool,
    /// Every block of visible text, in page order.
    pub blocks: Vec<JudgedBlock>,
    /// What the confidence goes by: each of [`Feature::body`] with its value, those of the shipped weights adding
    /// up to its log-odds; a page that is cut off, or no article, is less sure than they say.
    pub confidence: Vec<(Feature, f64)>,
    /// The fields: what the page had for each, from where, and why one won.
    pub fields: Vec<FieldChoice>,
    /// What each selector and phrase of the rule of the page's host found; empty where no rule is of its host.
    /// Where one found nothing, the judgement stands.
    #[cfg(feature = "rules")]
    pub rules: Vec<crate::RuleUse>,
}

/// A block of visible text and what was thought of it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct JudgedBlock {
    /// The text; empty for an image.
    pub text: String,
    /// The innermost six elements around it at most, outermost first, by kind and not by tag:
    /// `block>article>paragraph`. Empty in a dump.
    pub path: String,
    /// Probability of being body, 0.0 to 1.0: by its own text, its neighbours and its container, and
    /// raised with all others of a page whose surest block is in doubt.
    pub score: f64,
    /// Whether it went into the body.
    pub verdict: Verdict,
    /// The kinds of chrome whose phrases stand in it: `role` for 责任编辑, `related` for 相关阅读.
    pub phrases: Vec<&'static str>,
    /// Those phrases as the block writes them, each behind its kind: `role 责任编辑`.
    pub matched: Vec<String>,
    /// The forms by which the block reads as a line of credits and nothing else: `LABEL names`. None for text.
    pub forms: Vec<&'static str>,
    pub(crate) features: Features,
}

impl JudgedBlock {
    /// The measure of `feature`, 0.0 to 1.0.
    #[must_use]
    pub fn feature(&self, feature: Feature) -> f64 {
        self.features.get(feature)
    }
}

/// What became of a block, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Verdict {
    /// In the body.
    Body,
    /// In the body as the caption of a picture.
    Caption,
    /// Outside the range that reads as the body.
    Outside,
    /// Inside that range, but scored as chrome.
    Chrome,
    /// The headline.
    Headline,
    /// A line of metadata, a label or a prompt at an end of the body.
    EndLine,
    /// Stands in the body already.
    Copy,
}

impl_display!(Verdict);

impl Verdict {
    /// The verdict in one word, in lower case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Caption => "caption",
            Self::Outside => "outside",
            Self::Chrome => "chrome",
            Self::Headline => "headline",
            Self::EndLine => "end-line",
            Self::Copy => "copy",
        }
    }
}

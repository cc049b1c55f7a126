//! Why an article came out as it did: every block with its features, score, verdict and reason.

use crate::article::Article;
use crate::body::feature::{Feature, Features};
use crate::provenance::FieldChoice;

/// What [`Cleaner::explain`](crate::Cleaner::explain) tells. Names of features, phrases and forms in it, and so in its
/// JSON, change as the judgement does: what is kept from version to version is the [`Article`].
///
/// ```
/// let page = "<h1>春耕开始</h1><p>来源：新村日报</p><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p><p>责任编辑：李四</p>";
/// let explanation = zhengwen::Cleaner::new().explain(page);
/// assert_eq!(explanation.article, zhengwen::clean(page));
/// assert_eq!((explanation.is_html, explanation.blocks.len()), (true, 4));
/// assert_eq!(explanation.confidence.len(), zhengwen::Feature::body().len());
/// let source = explanation.fields.iter().find(|choice| choice.field == "source").expect("it has one");
/// assert_eq!(source.candidates[0].value, "新村日报");
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
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
    #[cfg_attr(feature = "serde", serde(with = "crate::body::measures"))]
    pub confidence: Vec<(Feature, f64)>,
    /// The fields: what the page had for each, from where, and why one won.
    pub fields: Vec<FieldChoice>,
    /// What each selector and phrase of the rule of the page's host found; empty where no rule is of its host.
    /// Where one found nothing, the judgement stands.
    #[cfg(feature = "rules")]
    #[cfg_attr(feature = "serde", serde(default))]
    pub rules: Vec<crate::RuleUse>,
}

/// A block of visible text and what was thought of it.
///
/// ```
/// use zhengwen::{Cleaner, Verdict};
///
/// let explanation = Cleaner::new().explain("<h1>春耕开始</h1><p>来源：新村日报</p><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p><p>责任编辑：李四</p>");
/// let editor = &explanation.blocks[3];
/// assert_eq!((editor.text.as_str(), editor.path.as_str()), ("责任编辑：李四", "block>block>paragraph"));
/// assert_ne!(editor.verdict, Verdict::Body);
/// assert_eq!((&*editor.phrases[0], &*editor.matched[0], &*editor.forms[0]), ("role", "role 责任编辑", "LABEL names"));
/// let text = &explanation.blocks[2];
/// assert!(text.score > editor.score && text.standing > editor.standing);
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
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
    /// Probability of being body for where it stands, 0.0 to 1.0: what decides. Blocks over 0.5 stand for body; of
    /// what lies between the first and the last of them, [`verdict`](Self::verdict) says what went. The measures of
    /// [`Feature::place`] give it. `None` for what is not measured: pictures, and lines of a dump far from its prose.
    pub standing: Option<f64>,
    /// Whether it went into the body.
    pub verdict: Verdict,
    /// The kinds of chrome whose phrases stand in it: `role` for 责任编辑, `related` for 相关阅读.
    pub phrases: Vec<String>,
    /// Those phrases as the block writes them, each behind its kind: `role 责任编辑`.
    pub matched: Vec<String>,
    /// The forms by which the block reads as a line of credits and nothing else: `LABEL names`. None for text.
    pub forms: Vec<String>,
    pub(crate) features: Features,
}

impl JudgedBlock {
    /// The measure of `feature`, 0.0 to 1.0.
    ///
    /// ```
    /// use zhengwen::{Cleaner, Feature};
    ///
    /// let explanation = Cleaner::new().explain("<p>今天，全市的中小学都开学了，孩子们回到了校园。</p>");
    /// assert_eq!(explanation.blocks[0].feature(Feature::LinkDensity), 0.0);
    /// ```
    #[must_use]
    pub fn feature(&self, feature: Feature) -> f64 {
        self.features.get(feature)
    }
}

/// What became of a block, and why.
///
/// ```
/// use zhengwen::{Cleaner, Verdict};
///
/// let explanation = Cleaner::new().explain("<h1>春耕开始</h1><p>来源：新村日报</p><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p><p>责任编辑：李四</p>");
/// let verdicts: Vec<Verdict> = explanation.blocks.iter().map(|block| block.verdict).collect();
/// assert_eq!((verdicts[0], verdicts[2]), (Verdict::Headline, Verdict::Body));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
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
    ///
    /// ```
    /// assert_eq!(zhengwen::Verdict::EndLine.as_str(), "end-line");
    /// ```
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

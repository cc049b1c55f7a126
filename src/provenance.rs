//! Where a field's value stood: the vocabulary of [`Explanation::fields`](crate::Explanation::fields).
//!
//! Types only. What stands where is `metadata`'s to say.

/// The place of a page that gives a value.
///
/// ```
/// let explanation = zhengwen::Cleaner::new().explain("<h1>春耕开始</h1><p>来源：新村日报</p><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p><p>责任编辑：李四</p>");
/// let source = explanation.fields.iter().find(|choice| choice.field == "source").expect("it has one");
/// assert_eq!(source.candidates[0].place, zhengwen::Place::LabelUnderHeadline);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Place {
    /// Shown as a heading or a line over the text.
    ShownHeadline,
    /// `<title>`, `og:title` or a headline in JSON-LD.
    DeclaredTitle,
    /// Behind a label under the headline: `来源：…`.
    LabelUnderHeadline,
    /// Behind a label over the headline.
    LabelOverHeadline,
    /// Under the headline, without a label.
    UnderHeadline,
    /// Over the headline, without a label.
    OverHeadline,
    /// Far over the text of a dump: the one day that lines of their own give.
    FarOver,
    /// In the headline itself.
    InHeadline,
    /// 3小时前, counted from when the page was fetched.
    Told,
    /// On the line of the time.
    BesideTime,
    /// A line of its own near the time.
    OwnLine,
    /// `<time datetime>` under the headline.
    TimeElement,
    /// `<meta>` or JSON-LD.
    Head,
    /// The text's first paragraphs: `某社北京3月21日电（记者 …）`.
    Opening,
    /// The text's last paragraphs: `（记者 …）`.
    Closing,
    /// Behind a label under the text.
    LabelAfterBody,
    /// Under the text, without a label.
    AfterBody,
    /// The page's address.
    Address,
    /// A link of the page.
    Link,
    /// The data in a page's scripts.
    Data,
    /// An element that a rule names.
    Rule,
}

impl Place {
    /// The place in a few words, for reading; in JSON it is its name, as `label_under_headline`.
    ///
    /// ```
    /// assert_eq!(zhengwen::Place::TimeElement.as_str(), "time element");
    /// ```
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ShownHeadline => "shown over the text",
            Self::DeclaredTitle => "title in the head",
            Self::LabelUnderHeadline => "label under the headline",
            Self::LabelOverHeadline => "label over the headline",
            Self::UnderHeadline => "under the headline",
            Self::OverHeadline => "over the headline",
            Self::FarOver => "far over the text",
            Self::InHeadline => "in the headline",
            Self::Told => "told from the time of reading",
            Self::BesideTime => "beside the time",
            Self::OwnLine => "line near the time",
            Self::TimeElement => "time element",
            Self::Head => "head",
            Self::Opening => "opening of the text",
            Self::Closing => "end of the text",
            Self::LabelAfterBody => "label after the text",
            Self::AfterBody => "after the text",
            Self::Address => "address",
            Self::Link => "link",
            Self::Data => "data in a script",
            Self::Rule => "named by a rule",
        }
    }
}

impl_display!(Place);

/// A value that a field might have had.
///
/// ```
/// let explanation = zhengwen::Cleaner::new().explain("<h1>春耕开始</h1><p>来源：新村日报</p><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p><p>责任编辑：李四</p>");
/// let source = explanation.fields.iter().find(|choice| choice.field == "source").expect("it has one");
/// let first = &source.candidates[0];
/// assert_eq!((first.value.as_str(), first.won), ("新村日报", true));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct FieldCandidate {
    /// The value, as the field would have it.
    pub value: String,
    /// Where it stands.
    pub place: Place,
    /// What is known for and against it: a title's score and signs, a person's role.
    pub note: String,
    /// True where it, or what it says, is in the article.
    pub won: bool,
}

/// The candidates of one field, in the order they were weighed, and why one won.
///
/// ```
/// let explanation = zhengwen::Cleaner::new().explain("<h1>春耕开始</h1><p>来源：新村日报</p><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p><p>责任编辑：李四</p>");
/// let source = explanation.fields.iter().find(|choice| choice.field == "source").expect("it has one");
/// assert_eq!(source.candidates.len(), 1);
/// assert!(!source.reason.is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct FieldChoice {
    /// The field's name in [`Article`](crate::Article): `title`, `published`, …
    #[cfg_attr(feature = "serde", serde(rename = "name"))]
    pub field: String,
    /// The candidates, the surest place first.
    pub candidates: Vec<FieldCandidate>,
    /// Why it came out as it did.
    pub reason: String,
}

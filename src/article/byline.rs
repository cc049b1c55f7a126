//! Who took part in an article: [`Byline`].

/// A person or body named as taking part in an article.
///
/// ```
/// let article = zhengwen::clean("<h1>春耕开始</h1><p>新村日报记者 张三</p><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p><p>校对：李四</p>");
/// let names: Vec<&str> = article.bylines.iter().map(|byline| byline.name.as_str()).collect();
/// assert_eq!(names, ["张三", "李四"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schema",
    schemars(description = "A person or body named as taking part in an article.")
)]
#[non_exhaustive]
pub struct Byline {
    /// The name alone.
    pub name: String,
    /// What they did.
    pub role: BylineRole,
}

impl Byline {
    /// Somebody in a role.
    ///
    /// ```
    /// use zhengwen::{Byline, BylineRole};
    ///
    /// assert!(Byline::new("张三", BylineRole::Reporter).role.is_author());
    /// ```
    #[must_use]
    pub fn new(name: impl Into<String>, role: BylineRole) -> Self {
        Self { name: name.into(), role }
    }
}

/// What somebody named on a page did.
///
/// ```
/// use zhengwen::BylineRole;
///
/// let article = zhengwen::clean("<h1>春耕开始</h1><p>新村日报记者 张三</p><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p><p>校对：李四</p>");
/// assert_eq!(article.bylines[1].role, BylineRole::Proofreader);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(description = "What somebody named on a page did."))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum BylineRole {
    /// 作者, 撰文, 文/.
    Author,
    /// 记者, 本报记者, 特约记者.
    Reporter,
    /// 通讯员.
    Correspondent,
    /// 翻译, 译者: of a finished text. Who compiled one (编译) is an author.
    Translator,
    /// 摄, 摄影, 图/.
    Photographer,
    /// 责任编辑, 编辑, 核稿編輯: whatever has 编 in it.
    Editor,
    /// 校对.
    Proofreader,
    /// 审核, 一审, 监制, 签发.
    Supervisor,
}

impl BylineRole {
    /// The name used in JSON, in lower case.
    ///
    /// ```
    /// assert_eq!(zhengwen::BylineRole::Photographer.as_str(), "photographer");
    /// ```
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Author => "author",
            Self::Reporter => "reporter",
            Self::Correspondent => "correspondent",
            Self::Translator => "translator",
            Self::Photographer => "photographer",
            Self::Editor => "editor",
            Self::Proofreader => "proofreader",
            Self::Supervisor => "supervisor",
        }
    }

    /// True for those who wrote the text.
    ///
    /// ```
    /// use zhengwen::BylineRole;
    ///
    /// assert!(BylineRole::Correspondent.is_author());
    /// assert!(!BylineRole::Translator.is_author());
    /// ```
    #[must_use]
    pub fn is_author(self) -> bool {
        matches!(self, Self::Author | Self::Reporter | Self::Correspondent)
    }

    /// True for those who edited or proofread it. Who only approved it is none: [`Self::Supervisor`].
    ///
    /// ```
    /// use zhengwen::BylineRole;
    ///
    /// assert!(BylineRole::Proofreader.is_editor());
    /// assert!(!BylineRole::Supervisor.is_editor());
    /// ```
    #[must_use]
    pub fn is_editor(self) -> bool {
        matches!(self, Self::Editor | Self::Proofreader)
    }

    /// True for those who edited, proofread or approved it.
    pub(crate) fn is_checker(self) -> bool {
        self.is_editor() || self == Self::Supervisor
    }
}

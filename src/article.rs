//! What comes out: an [`Article`] and its parts.

mod block;
mod byline;
mod text;
mod join;
mod fingerprint;
#[cfg(feature = "serde")]
mod json;

pub use block::{Block, Cell, Image, Marker, MediaKind};
pub use byline::{Byline, BylineRole};
pub use text::{Span, SpanKind, Text};

use crate::page_time::PageTime;

/// The article of one page: its body without the portal's chrome, and who wrote it, where and when.
///
/// Every field that the page does not give is `None` or empty. Text is Unicode as the page wrote it,
/// with white space collapsed; nothing is converted between scripts.
///
/// ```
/// let article = zhengwen::clean("<h1>春耕开始</h1><p>来源：新村日报</p><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p>");
/// assert_eq!(article.text(), "南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。");
/// assert_eq!(article.title.as_deref(), Some("春耕开始"));
/// assert_eq!(article.source.as_deref(), Some("新村日报"));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Article {
    /// The headline shown, without the site's suffix.
    pub title: Option<String>,
    /// 引题 or 副题: a line over or under the headline that is part of it.
    pub subtitle: Option<String>,
    /// When the page says it was published, as exactly as it shows it: a day stays a day, whatever the head
    /// adds. Where the page shows no time of its own, or one without its year, what the head declares.
    pub published: Option<PageTime>,
    /// When the page says it was last changed.
    pub modified: Option<PageTime>,
    /// The medium or account that the page names as the text's origin, as printed: behind 来源 and the like,
    /// else unlabelled beside the time, else at the text's end, else in its opening dateline. Of two names
    /// behind one label the first. The site's own name counts only where it stands in such a place, the
    /// author's never, and `<meta>` alone gives none.
    pub source: Option<String>,
    /// Everyone named as taking part, in page order: also who took the pictures, translated or approved.
    pub bylines: Vec<Byline>,
    /// The body in order.
    pub body: Vec<Block>,
    /// 原标题: the headline the text had where it came from, as a note states it.
    pub original_title: Option<String>,
    /// What the page states of the text's origin: 原创, 转载, 投稿.
    pub declaration: Option<Declaration>,
    /// The picture that the head names for the article, else the body's first, as an address.
    pub lead_image: Option<String>,
    /// The portal's name for itself.
    pub site_name: Option<String>,
    /// The canonical address, as `http` or `https`; where the page declares none, the one it was
    /// [given with](crate::SavedPage::url).
    pub url: Option<String>,
    /// The page's own summary.
    pub description: Option<String>,
    /// The page's own keywords.
    pub keywords: Vec<String>,
    /// The link of 下一页 or 余下全文, where the article goes on; absolute as pictures' addresses are.
    pub next_page: Option<String>,
    /// Simplified or Traditional; `None` where the text does not tell.
    pub script: Option<Script>,
    /// The language of the body as a BCP 47 tag: `zh-Hans`, `zh-Hant`, `zh` where no character tells which, or
    /// what the letters show: `ja`, `ko`, `en`. `None` where there is no body, or where they do not tell.
    pub language: Option<String>,
    /// What the page is.
    pub kind: Kind,
    /// How likely the body is right, that is has an F1 of at least 0.95, from 0.0 to 1.0.
    pub confidence: f64,
}

/// What a page states of where its text came from.
///
/// ```
/// use zhengwen::{Declaration, clean};
///
/// let article = clean("<h1>春耕开始</h1><p>【原创】</p><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p>");
/// assert_eq!(article.declaration, Some(Declaration::Original));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(description = "What a page states of where its text came from."))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Declaration {
    /// 原创: written for this site.
    Original,
    /// 转载, 转自: taken over from another.
    Reprint,
    /// 投稿, 来稿: sent in, or put up by a user.
    Contribution,
}

impl Declaration {
    /// The name in lower case.
    ///
    /// ```
    /// assert_eq!(zhengwen::Declaration::Reprint.as_str(), "reprint");
    /// ```
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Original => "original",
            Self::Reprint => "reprint",
            Self::Contribution => "contribution",
        }
    }
}

/// Which Chinese script a text is written in.
///
/// ```
/// use zhengwen::{Script, clean};
///
/// let article = clean("<p>南方各地已經進入春耕時節，農民下田插秧，農技人員到田間地頭指導。</p>");
/// assert_eq!(article.script, Some(Script::Traditional));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(description = "Which Chinese script a text is written in."))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Script {
    /// 简体
    Simplified,
    /// 繁體
    Traditional,
}

/// What a page is.
///
/// ```
/// use zhengwen::{Kind, clean};
///
/// let page = "<h1>春耕开始</h1><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p>";
/// assert_eq!(clean(page).kind, Kind::Article);
/// assert_eq!(clean("").kind, Kind::Unknown);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(description = "What a page is."))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Kind {
    /// One text to read.
    Article,
    /// A front page, channel or search result: links to texts.
    List,
    /// Pictures or a video with little text.
    Media,
    /// A short announcement.
    Notice,
    /// A thread with several writers.
    Forum,
    /// 404 and the like.
    Error,
    /// A page that asks to log in, to pay or to prove being human.
    Login,
    /// Nothing to tell it by.
    #[default]
    Unknown,
}

impl Kind {
    /// The name used in JSON, in lower case.
    ///
    /// ```
    /// assert_eq!(zhengwen::Kind::Login.as_str(), "login");
    /// ```
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::List => "list",
            Self::Media => "media",
            Self::Notice => "notice",
            Self::Forum => "forum",
            Self::Error => "error",
            Self::Login => "login",
            Self::Unknown => "unknown",
        }
    }
}

impl_display!(Declaration, Script, Kind, MediaKind, BylineRole);

impl Script {
    /// The name used in JSON, in lower case.
    ///
    /// ```
    /// assert_eq!(zhengwen::Script::Simplified.as_str(), "simplified");
    /// ```
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Simplified => "simplified",
            Self::Traditional => "traditional",
        }
    }
}

impl Article {
    /// True where no body was found.
    ///
    /// ```
    /// assert!(zhengwen::clean("").is_empty());
    /// assert!(!zhengwen::clean("<p>今天，全市的中小学都开学了，孩子们回到了校园。</p>").is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.body.iter().all(|block| matches!(block, Block::Image(_) | Block::Media { .. }))
    }

    /// True where the page is one text to read and its body was found. How sure that is, `confidence` says.
    ///
    /// ```
    /// assert!(!zhengwen::clean("").is_article());
    /// ```
    #[must_use]
    pub fn is_article(&self) -> bool {
        self.kind == Kind::Article && !self.is_empty()
    }

    /// The links of the body in order, each with its words and its address.
    ///
    /// ```
    /// let article = zhengwen::clean("<h1>春耕开始</h1><p>南方各地已经进入<a href='https://example.com/chungeng'>春耕</a>时节，农民下田插秧，农技人员到田间地头指导。</p>");
    /// assert_eq!(article.links().collect::<Vec<_>>(), [("春耕", "https://example.com/chungeng")]);
    /// ```
    pub fn links(&self) -> impl Iterator<Item = (&str, &str)> {
        let texts = self.body.iter().flat_map(Block::texts);
        texts.flat_map(|text| {
            text.spans().iter().filter_map(|span| match &span.kind {
                SpanKind::Link(to) => Some((text.get(span.range.clone())?, to.as_str())),
                _ => None,
            })
        })
    }

    /// Names of those who wrote the text, each once, in page order: roles with
    /// [`is_author`](BylineRole::is_author). An organisation counts where it is labelled 作者; newsrooms'
    /// desks, 未知 and the like are nobody.
    ///
    /// ```
    /// let article = zhengwen::clean("<h1>春耕开始</h1><p>新村日报记者 张三</p><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p><p>责任编辑：李四</p>");
    /// assert_eq!(article.authors(), ["张三"]);
    /// ```
    #[must_use]
    pub fn authors(&self) -> Vec<&str> {
        self.names(BylineRole::is_author)
    }

    /// Names of those who edited or proofread it, each once, in page order: roles with
    /// [`is_editor`](BylineRole::is_editor). Reviewers (一审, 审核, 监制, 签发) are none: they stay in
    /// [`bylines`](Self::bylines). A code counts where it stands alone.
    ///
    /// ```
    /// let article = zhengwen::clean("<h1>春耕开始</h1><p>新村日报记者 张三</p><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p><p>责任编辑：李四</p>");
    /// assert_eq!(article.editors(), ["李四"]);
    /// ```
    #[must_use]
    pub fn editors(&self) -> Vec<&str> {
        self.names(BylineRole::is_editor)
    }

    /// The pictures of the body, in order.
    ///
    /// ```
    /// let article = zhengwen::clean("<h1>春耕开始</h1><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p><img src='/tian.jpg'><p>今年的秧苗长势良好，预计月底可以完成全部插秧任务。</p>");
    /// let addresses: Vec<&str> = article.images().map(|image| image.src.as_str()).collect();
    /// assert_eq!(addresses, ["/tian.jpg"]);
    /// ```
    pub fn images(&self) -> impl Iterator<Item = &Image> {
        self.body.iter().filter_map(|block| match block {
            Block::Image(image) => Some(image),
            _ => None,
        })
    }

    fn names(&self, wanted: fn(BylineRole) -> bool) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for byline in self.bylines.iter().filter(|byline| wanted(byline.role)) {
            if !names.contains(&byline.name.as_str()) {
                names.push(&byline.name);
            }
        }
        names
    }
}

//! An [`Article`] in, text in some form out. Judges nothing.

pub(crate) mod text;
pub(crate) mod markdown;
pub(crate) mod html;
pub(crate) mod address;
mod pieces;
#[cfg(feature = "serde")]
mod json;

use crate::article::Article;

/// An article's body in other forms.
impl Article {
    /// The body as plain text, a paragraph a line, without captions; empty where there is no body.
    ///
    /// ```
    /// let page = "<p>今天，全市的中小学都开学了。</p><p>孩子们回到了校园，老师们在门口迎接。</p>";
    /// let article = zhengwen::Cleaner::new().clean_html(page);
    /// assert_eq!(article.text(), "今天，全市的中小学都开学了。\n孩子们回到了校园，老师们在门口迎接。");
    /// ```
    #[must_use]
    pub fn text(&self) -> String {
        text::render(&self.body)
    }

    /// Title and body as Markdown (`CommonMark` with tables). As safe as [`Article::html`], also where the
    /// renderer lets HTML through: markup in the text is escaped, addresses are `http`, `https` or relative.
    ///
    /// ```
    /// let article = zhengwen::clean("<h1>春耕开始</h1><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p>");
    /// assert_eq!(article.markdown(), "# 春耕开始\n\n南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。\n");
    /// ```
    #[must_use]
    pub fn markdown(&self) -> String {
        markdown::render(self)
    }

    /// The body as HTML that is safe to insert in a page: built from an allow-list of elements, all
    /// text escaped, addresses `http`, `https` or relative only.
    ///
    /// ```
    /// let article = zhengwen::clean("<h1>春耕开始</h1><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p>");
    /// assert_eq!(article.html(), "<p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p>\n");
    /// ```
    #[must_use]
    pub fn html(&self) -> String {
        html::render(&self.body)
    }

    /// The beginning of the body: whole sentences while they fit into `max` graphemes, else the
    /// first `max` graphemes (user-perceived characters, as in Unicode Annex 29). Empty for a `max` of 0.
    ///
    /// ```
    /// let article = zhengwen::clean("今天，全市的中小学都开学了，孩子们回到了校园。\n老师们在门口迎接他们，场面十分热闹，家长们也很高兴。");
    /// assert_eq!(article.excerpt(30), "今天，全市的中小学都开学了，孩子们回到了校园。");
    /// assert_eq!(article.excerpt(5), "今天，全市");
    /// ```
    #[must_use]
    pub fn excerpt(&self, max: usize) -> String {
        text::excerpt(&self.body, max)
    }
}

//! An article as a Python object.

use pyo3::exceptions::{PyOverflowError, PyValueError};
use pyo3::prelude::*;
use pythonize::pythonize;
use zhengwen::{Article, PageTime, Precision};

/// The article of one page. What the page does not give is None or empty.
#[pyclass(name = "Article", module = "zhengwen", frozen, eq)]
#[derive(PartialEq)]
pub(crate) struct PyArticle(pub(crate) Article);

#[pymethods]
impl PyArticle {
    /// The headline shown, without the site's suffix.
    #[getter]
    fn title(&self) -> Option<&str> {
        self.0.title.as_deref()
    }

    /// 引题 or 副题: a line over or under the headline that is part of it.
    #[getter]
    fn subtitle(&self) -> Option<&str> {
        self.0.subtitle.as_deref()
    }

    /// When the page says it was published: a `datetime.datetime` with its offset, or a `datetime.date` where the
    /// page gives a day alone.
    #[getter]
    fn published<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.0.published.map(|published| time(py, published)).transpose()
    }

    /// When the page says it was last changed, as `published`.
    #[getter]
    fn modified<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.0.modified.map(|modified| time(py, modified)).transpose()
    }

    /// `day`, `minute` or `second`.
    #[getter]
    fn published_precision(&self) -> Option<&'static str> {
        self.0.published.map(|time| time.precision.as_str())
    }

    /// `day`, `minute` or `second`.
    #[getter]
    fn modified_precision(&self) -> Option<&'static str> {
        self.0.modified.map(|time| time.precision.as_str())
    }

    /// 来源: the medium or account that the page names as the text's origin.
    #[getter]
    fn source(&self) -> Option<&str> {
        self.0.source.as_deref()
    }

    /// Names of those who wrote the text, each once.
    #[getter]
    fn authors(&self) -> Vec<&str> {
        self.0.authors()
    }

    /// Names of those who edited or proofread it, each once.
    #[getter]
    fn editors(&self) -> Vec<&str> {
        self.0.editors()
    }

    /// Everyone named as taking part, as dicts with `name` and `role`.
    #[getter]
    fn bylines<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(pythonize(py, &self.0.bylines)?)
    }

    /// The body as plain text, a paragraph a line.
    #[getter]
    fn text(&self) -> String {
        self.0.text()
    }

    /// The body in order, as dicts whose `type` is `paragraph`, `heading`, `list_item`, `quote`, `table_row`, `code`,
    /// `image` or `media`.
    #[getter]
    fn blocks<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(pythonize(py, &self.0.body)?)
    }

    /// The pictures of the body, as dicts with `src`, `alt`, `caption` and `credit`.
    #[getter]
    fn images<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(pythonize(py, &self.0.images().collect::<Vec<_>>())?)
    }

    /// The recordings of the body, as dicts with `kind` (`video` or `audio`), `src`, `poster` and `caption`.
    #[getter]
    fn media<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.to_dict(py)?.get_item("media")
    }

    /// The links of the body in order, each with its words and its address.
    #[getter]
    fn links(&self) -> Vec<(&str, &str)> {
        self.0.links().collect()
    }

    /// 原标题: the headline the text had where it came from.
    #[getter]
    fn original_title(&self) -> Option<&str> {
        self.0.original_title.as_deref()
    }

    /// What the page states of the text's origin: `original`, `reprint` or `contribution`.
    #[getter]
    fn declaration(&self) -> Option<&'static str> {
        self.0.declaration.map(zhengwen::Declaration::as_str)
    }

    /// The address of the picture that the head names for the article, else of the body's first.
    #[getter]
    fn lead_image(&self) -> Option<&str> {
        self.0.lead_image.as_deref()
    }

    /// The portal's name for itself.
    #[getter]
    fn site_name(&self) -> Option<&str> {
        self.0.site_name.as_deref()
    }

    /// The canonical address; where the page declares none, the one it was given with.
    #[getter]
    fn url(&self) -> Option<&str> {
        self.0.url.as_deref()
    }

    /// The page's own summary.
    #[getter]
    fn description(&self) -> Option<&str> {
        self.0.description.as_deref()
    }

    /// The page's own keywords.
    #[getter]
    fn keywords(&self) -> &[String] {
        &self.0.keywords
    }

    /// The address where the article goes on: 下一页, 余下全文.
    #[getter]
    fn next_page(&self) -> Option<&str> {
        self.0.next_page.as_deref()
    }

    /// `simplified` or `traditional`; None where the text does not tell.
    #[getter]
    fn script(&self) -> Option<&'static str> {
        self.0.script.map(zhengwen::Script::as_str)
    }

    /// The language of the body as a BCP 47 tag: `zh-Hans`, `zh-Hant`, `zh`, `ja`, `ko`, `en`.
    #[getter]
    fn language(&self) -> Option<&str> {
        self.0.language.as_deref()
    }

    /// What the page is: `article`, `list`, `media`, `notice`, `forum`, `error`, `login` or `unknown`.
    #[getter]
    fn kind(&self) -> &'static str {
        self.0.kind.as_str()
    }

    /// How likely the body is right, from 0.0 to 1.0.
    #[getter]
    fn confidence(&self) -> f64 {
        self.0.confidence
    }

    /// `SimHash` of the body's text, 64 bits: of two texts that share most of their wording few bits differ.
    #[getter]
    fn fingerprint(&self) -> u64 {
        self.0.fingerprint()
    }

    /// True where no body was found.
    #[getter]
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// True where the page is one text to read and its body was found.
    #[getter]
    fn is_article(&self) -> bool {
        self.0.is_article()
    }

    /// The body as Markdown that every renderer reads alike.
    fn markdown(&self) -> String {
        self.0.markdown()
    }

    /// The body as HTML that is safe to show.
    fn html(&self) -> String {
        self.0.html()
    }

    /// The beginning of the text, at most `max` characters as a reader counts them.
    ///
    /// Raises `OverflowError` for a negative `max`.
    fn excerpt(&self, max: isize) -> PyResult<String> {
        let max = usize::try_from(max).map_err(|_| PyOverflowError::new_err(format!("max is {max}")))?;
        Ok(self.0.excerpt(max))
    }

    /// The article's JSON form as dicts and lists: the keys that the example program `clean --format json` prints.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(pythonize(py, &self.0)?)
    }

    /// The same as text.
    fn to_json(&self) -> PyResult<String> {
        serde_json::to_string(&self.0).map_err(|error| PyValueError::new_err(error.to_string()))
    }

    /// The article that `to_json` wrote. Raises `ValueError` for anything else, with the place.
    #[staticmethod]
    fn from_json(json: &str) -> PyResult<Self> {
        let article = serde_json::from_str(json);
        article.map(Self).map_err(|error| PyValueError::new_err(format!("no article: {error}")))
    }

    /// One article of the pages of one text, in their order.
    #[staticmethod]
    fn join(pages: Vec<PyRef<'_, Self>>) -> Self {
        Self(Article::join(pages.into_iter().map(|page| page.0.clone())))
    }

    fn __reduce__(slf: &Bound<'_, Self>) -> PyResult<(Py<PyAny>, (String,))> {
        let read = slf.get_type().getattr("from_json")?;
        Ok((read.unbind(), (slf.get().to_json()?,)))
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        let Self(article) = slf.get();
        let title = article.title.as_deref().into_pyobject(slf.py())?.repr()?;
        let chars = article.text().chars().count();
        let kind = article.kind;
        Ok(format!("<Article {title} kind={kind} confidence={:.2} chars={chars}>", article.confidence))
    }
}

/// A time as Python has it.
fn time(py: Python<'_>, time: PageTime) -> PyResult<Bound<'_, PyAny>> {
    let class = if time.precision == Precision::Day { "date" } else { "datetime" };
    py.import("datetime")?.getattr(class)?.call_method1("fromisoformat", (time.to_string(),))
}

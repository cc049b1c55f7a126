//! One page in, its article out, or what was thought of it.

use crate::article::PyArticle;
use crate::errors::exception;
use crate::judgement::Judgement;
use crate::page::{Content, Known, MAX_BYTES, form};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyDictMethods};
use pythonize::pythonize;
use zhengwen::SavedPage;

/// Cleans one page: HTML, or the plain text that somebody stripped out of it.
///
/// `page` is `str`, or `bytes` whose charset is told by looking. `url` is the address it was fetched from, absolute:
/// with it those of pictures and links are absolute too. `content_type` is the HTTP header of that name. `input` is
/// `auto`, `html` or `text`. A page of more than `max_bytes` bytes is refused.
///
/// A page without an article gives an empty one, with its `kind`. Raises `NotText`, `TooLarge` or `BadUrl`, all of
/// them `ZhengwenError` and `ValueError`. Other threads run meanwhile.
#[pyfunction]
#[pyo3(signature = (page, *, url=None, content_type=None, input="auto", max_bytes=MAX_BYTES))]
pub(crate) fn clean(
    py: Python<'_>,
    page: &Bound<'_, PyAny>,
    url: Option<&str>,
    content_type: Option<&str>,
    input: &str,
    max_bytes: usize,
) -> PyResult<PyArticle> {
    let page = Content::of(page)?;
    let known = Known { url, content_type, form: form(input)?, max_bytes };
    let article = py.detach(|| known.clean(page.input())).map_err(|error| exception(&error, ""))?;
    Ok(PyArticle(article))
}

/// What was thought of every block and field of a page, and why: a dict with the keys `input`, `blocks`, `fields`,
/// `rules` and `article`, as the example program `explain --json` prints it.
///
/// Arguments and errors are those of `clean`.
#[pyfunction]
#[pyo3(signature = (page, *, url=None, content_type=None, input="auto", max_bytes=MAX_BYTES))]
pub(crate) fn explain<'py>(
    py: Python<'py>,
    page: &Bound<'py, PyAny>,
    url: Option<&str>,
    content_type: Option<&str>,
    input: &str,
    max_bytes: usize,
) -> PyResult<Bound<'py, PyAny>> {
    let page = Content::of(page)?;
    let known = Known { url, content_type, form: form(input)?, max_bytes };
    let explanation = py.detach(|| known.read(page.input(), SavedPage::explain));
    let explanation = explanation.map_err(|error| exception(&error, ""))?;
    let judgement = pythonize(py, &Judgement::of("", &explanation))?;
    judgement.cast::<PyDict>()?.del_item("id")?;
    Ok(judgement)
}

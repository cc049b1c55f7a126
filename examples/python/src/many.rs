//! Many pages in, their articles out, in their order, on several threads.

use crate::article::PyArticle;
use crate::errors::exception;
use crate::page::{Content, Known, MAX_BYTES, form};
use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyIterator;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::thread::available_parallelism;
use zhengwen::{Article, Error, Form};

/// Pages cleaned between two looks at Ctrl-C.
const PAGES: usize = 1024;

/// Bytes of pages cleaned between two looks at Ctrl-C.
const BYTES: usize = 32 << 20;

/// More are no use, and cannot always be had.
const MOST_THREADS: usize = 256;

/// Cleans many pages on `threads` threads, on all processors unless told, and gives their articles in their order.
///
/// `pages` is any iterable of `str` and `bytes`; it is read a part at a time, so that a generator's pages are never
/// all held. `urls` and `content_types` are iterables of what is known of each page, as long as `pages`, with None
/// where nothing is. With `errors="return"` the exception of a page that cannot be read stands in its place; with
/// `raise` the first one is raised, its message telling which page it was.
///
/// Other threads run meanwhile. Raises `ValueError` for no threads and iterables of different lengths, `TypeError`
/// for a page that is neither `str` nor `bytes`.
#[pyfunction]
#[pyo3(signature = (pages, threads=None, *, urls=None, content_types=None, input="auto", errors="raise", max_bytes=MAX_BYTES))]
#[expect(clippy::too_many_arguments, reason = "they are Python's, and named there")]
pub(crate) fn clean_many<'py>(
    py: Python<'py>,
    pages: &Bound<'py, PyAny>,
    threads: Option<usize>,
    urls: Option<&Bound<'py, PyAny>>,
    content_types: Option<&Bound<'py, PyAny>>,
    input: &str,
    errors: &str,
    max_bytes: usize,
) -> PyResult<Vec<Py<PyAny>>> {
    let raises = match errors {
        "raise" => true,
        "return" => false,
        _ => return Err(PyValueError::new_err(format!("errors is {errors:?}, not 'raise' or 'return'"))),
    };
    let form = form(input)?;
    let pool = pool(threads)?;
    let mut pages = pages.try_iter()?;
    let mut urls = Beside::of("urls", urls)?;
    let mut content_types = Beside::of("content_types", content_types)?;
    let mut articles: Vec<Py<PyAny>> = Vec::new();
    loop {
        let part = part(&mut pages, &mut urls, &mut content_types)?;
        if part.is_empty() {
            break;
        }
        let cleaned: Vec<Result<Article, Error>> =
            py.detach(|| pool.install(|| part.par_iter().map(|page| page.clean(form, max_bytes)).collect()));
        py.check_signals()?;
        for cleaned in cleaned {
            articles.push(match cleaned {
                Ok(article) => Py::new(py, PyArticle(article))?.into_any(),
                Err(error) if raises => return Err(exception(&error, &format!("page {}: ", articles.len()))),
                Err(error) => exception(&error, "").into_value(py).into_any(),
            });
        }
    }
    urls.ended()?;
    content_types.ended()?;
    Ok(articles)
}

/// Threads of its own, so that none is missing where a process is forked later.
///
/// # Errors
/// `ValueError` for none, `RuntimeError` where they cannot be had.
pub(crate) fn pool(threads: Option<usize>) -> PyResult<ThreadPool> {
    let threads = match threads {
        Some(0) => return Err(PyValueError::new_err("threads is 0, not at least 1")),
        Some(threads) => threads,
        None => available_parallelism().map_or(1, usize::from),
    };
    let pool = ThreadPoolBuilder::new().num_threads(threads.min(MOST_THREADS)).build();
    pool.map_err(|error| PyRuntimeError::new_err(format!("{threads} threads: {error}")))
}

/// A page with what is known of it.
struct Page {
    content: Content,
    url: Option<String>,
    content_type: Option<String>,
}

impl Page {
    fn clean(&self, form: Option<Form>, max_bytes: usize) -> Result<Article, Error> {
        let Self { content, url, content_type } = self;
        let (url, content_type) = (url.as_deref(), content_type.as_deref());
        Known { url, content_type, form, max_bytes }.clean(content.input())
    }
}

/// The next pages; none at the end.
fn part(
    pages: &mut Bound<'_, PyIterator>,
    urls: &mut Beside<'_>,
    content_types: &mut Beside<'_>,
) -> PyResult<Vec<Page>> {
    let mut part = Vec::new();
    let mut bytes = 0;
    while part.len() < PAGES && bytes < BYTES {
        let Some(page) = pages.next().transpose()? else { break };
        let content = Content::of(&page)?;
        bytes += content.len();
        part.push(Page { content, url: urls.next()?, content_type: content_types.next()? });
    }
    Ok(part)
}

/// An iterable beside that of the pages, if it was given.
struct Beside<'py> {
    name: &'static str,
    values: Option<Bound<'py, PyIterator>>,
}

impl<'py> Beside<'py> {
    fn of(name: &'static str, values: Option<&Bound<'py, PyAny>>) -> PyResult<Self> {
        Ok(Self { name, values: values.map(PyAnyMethods::try_iter).transpose()? })
    }

    fn next(&mut self) -> PyResult<Option<String>> {
        let Some(values) = &mut self.values else { return Ok(None) };
        let value = values.next().transpose()?;
        value.ok_or_else(|| PyValueError::new_err(format!("{} is shorter than pages", self.name)))?.extract()
    }

    fn ended(&mut self) -> PyResult<()> {
        match self.values.as_mut().and_then(Iterator::next).transpose()? {
            Some(_) => Err(PyValueError::new_err(format!("{} is longer than pages", self.name))),
            None => Ok(()),
        }
    }
}

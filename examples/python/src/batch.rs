//! Pages in a table of Arrow's in, a table of their articles out, row by row. No row becomes a Python object.

use crate::column::Column;
use crate::many::pool;
use crate::page::{Known, MAX_BYTES, form};
use arrow_array::builder::StringBuilder;
use arrow_array::{ArrayRef, RecordBatch};
use arrow_pyarrow::ToPyArrow;
use arrow_schema::{ArrowError, DataType, Field, Schema};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use std::sync::Arc;
use zhengwen::{Article, Error, Form, PageInput};
use zhengwen_columns::{Columns, fields};

/// Rows whose articles are held before they become columns.
const ROWS: usize = 256;

/// Why a row has no article, where it is not for the library to say.
const NULL: &str = "no page: null";

/// Cleans the pages of a column of a `pyarrow.RecordBatch`, and gives a batch of their articles, a row for each row
/// and in their order: the columns of `schema()`.
///
/// The column holds strings or bytes. A row that is null, no text or larger than `max_bytes` has its error in the
/// column `error` and nulls in all others; where `error` is null the page was read. `url` and `content_type` name
/// columns of what is known of the pages; an address that is none is passed over there. `threads` is as in
/// `clean_many`.
///
/// Raises `TypeError` for anything but a batch, and for columns of other types; `KeyError` for a column that is
/// not there; `ValueError` where the articles' text is over the 2 GiB that Arrow's strings can hold.
#[pyfunction]
#[pyo3(signature = (batch, column="html", *, url=None, content_type=None, input="auto", threads=None, max_bytes=MAX_BYTES))]
#[expect(clippy::too_many_arguments, reason = "they are Python's, and named there")]
pub(crate) fn clean_batch<'py>(
    py: Python<'py>,
    batch: &Bound<'py, PyAny>,
    column: &str,
    url: Option<&str>,
    content_type: Option<&str>,
    input: &str,
    threads: Option<usize>,
    max_bytes: usize,
) -> PyResult<Bound<'py, PyAny>> {
    if !batch.is_instance(&py.import("pyarrow")?.getattr("RecordBatch")?)? {
        let found = batch.get_type().fully_qualified_name()?;
        return Err(PyTypeError::new_err(format!("a batch is a pyarrow.RecordBatch, not {found}")));
    }
    let named = |name: &str| Column::named(batch, name);
    let pages = Pages {
        contents: named(column)?,
        urls: url.map(named).transpose()?,
        content_types: content_type.map(named).transpose()?,
        form: form(input)?,
        max_bytes,
    };
    let pool = pool(threads)?;
    let mut table = Table::default();
    for start in (0..pages.contents.len()).step_by(ROWS) {
        let rows = start..pages.contents.len().min(start + ROWS);
        let pushed = py.detach(|| {
            let articles: Vec<Result<Article, String>> =
                pool.install(|| rows.into_par_iter().map(|row| pages.clean(row)).collect());
            articles.into_iter().try_for_each(|article| table.push(article))
        });
        pushed.map_err(|error| PyValueError::new_err(error.to_string()))?;
        py.check_signals()?;
    }
    table.finish().map_err(|error| PyValueError::new_err(error.to_string()))?.to_pyarrow(py)
}

/// The `pyarrow.Schema` of what `clean_batch` gives.
#[pyfunction]
pub(crate) fn schema(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    arrow_schema().to_pyarrow(py)
}

fn arrow_schema() -> Schema {
    let mut fields = fields();
    fields.push(Field::new("error", DataType::Utf8, true));
    Schema::new(fields)
}

/// Pages, with what is known of them.
struct Pages {
    contents: Column,
    urls: Option<Column>,
    content_types: Option<Column>,
    form: Option<Form>,
    max_bytes: usize,
}

impl Pages {
    fn clean(&self, row: usize) -> Result<Article, String> {
        let bytes = self.contents.bytes(row).ok_or(NULL)?;
        let text = self.contents.text(row).filter(|_| self.contents.is_text);
        if text.is_some() && bytes.len() <= self.max_bytes {
            // Tables of strings hold pictures and the like, too.
            zhengwen::decode(bytes, None).map_err(|error| error.to_string())?;
        }
        let page = text.map_or(PageInput::Bytes(bytes), PageInput::Text);
        let beside = |column: &'_ Option<Column>| {
            column.as_ref().and_then(|column| column.text(row).map(str::to_owned))
        };
        let (url, content_type) = (beside(&self.urls), beside(&self.content_types));
        let known = Known {
            url: url.as_deref(),
            content_type: content_type.as_deref(),
            form: self.form,
            max_bytes: self.max_bytes,
        };
        let article = match known.clean(page) {
            Err(Error::BadUrl { .. }) => Known { url: None, ..known }.clean(page),
            article => article,
        };
        article.map_err(|error| error.to_string())
    }
}

/// The table of articles so far.
#[derive(Default)]
struct Table {
    columns: Columns,
    errors: StringBuilder,
}

impl Table {
    fn push(&mut self, article: Result<Article, String>) -> Result<(), zhengwen_columns::Error> {
        match article {
            Ok(article) => {
                self.columns.push(&article)?;
                self.errors.append_null();
            }
            Err(error) => {
                self.columns.push_null();
                self.errors.append_value(error);
            }
        }
        Ok(())
    }

    fn finish(mut self) -> Result<RecordBatch, ArrowError> {
        let columns = self.columns.finish().into_iter().map(|(_, column)| column);
        let errors: ArrayRef = Arc::new(self.errors.finish());
        RecordBatch::try_new(Arc::new(arrow_schema()), columns.chain([errors]).collect())
    }
}

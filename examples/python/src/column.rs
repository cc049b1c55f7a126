//! A column of a table in Python, read as bytes without a copy, whatever Arrow keeps its strings as.

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, make_array};
use arrow_pyarrow::FromPyArrow;
use arrow_schema::DataType;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;

/// A column of pages, or of what is known of them.
pub(crate) struct Column {
    values: ArrayRef,
    /// True of strings, false of bytes in a charset that nobody knows.
    pub(crate) is_text: bool,
}

impl Column {
    /// The column of this name of a batch. Strings are taken as bytes: those that other programs wrote are not always
    /// UTF-8, and Arrow would refuse the whole column for one of them.
    ///
    /// # Errors
    /// `KeyError` where there is none, `TypeError` where it holds neither strings nor bytes, with its type.
    pub(crate) fn named(batch: &Bound<'_, PyAny>, name: &str) -> PyResult<Self> {
        let mut values = batch.call_method1("column", (name,))?;
        let mut kind = kind(&values)?;
        if kind.starts_with("dictionary") {
            values = values.call_method0("dictionary_decode")?;
            kind = self::kind(&values)?;
        }
        let bytes = match &*kind {
            "string" => Some("binary"),
            "large_string" => Some("large_binary"),
            "string_view" => Some("binary_view"),
            "binary" | "large_binary" | "binary_view" | "null" => None,
            _ => {
                let message = format!("column {name:?} is of type {kind}, not of strings or bytes");
                return Err(PyTypeError::new_err(message));
            }
        };
        if let Some(bytes) = bytes {
            values = values.call_method1("view", (bytes,))?;
        }
        let values = make_array(FromPyArrow::from_pyarrow_bound(&values)?);
        Ok(Self { values, is_text: bytes.is_some() })
    }

    /// Rows.
    pub(crate) fn len(&self) -> usize {
        self.values.len()
    }

    /// What a row holds; `None` for null.
    pub(crate) fn bytes(&self, row: usize) -> Option<&[u8]> {
        if self.values.is_null(row) {
            return None;
        }
        match self.values.data_type() {
            DataType::Binary => Some(self.values.as_binary::<i32>().value(row)),
            DataType::LargeBinary => Some(self.values.as_binary::<i64>().value(row)),
            DataType::BinaryView => Some(self.values.as_binary_view().value(row)),
            _ => None,
        }
    }

    /// The same as text; `None` also where it is none.
    pub(crate) fn text(&self, row: usize) -> Option<&str> {
        self.bytes(row).and_then(|bytes| std::str::from_utf8(bytes).ok())
    }
}

/// The name of an array's type.
fn kind(values: &Bound<'_, PyAny>) -> PyResult<String> {
    values.getattr("type")?.str()?.extract()
}

//! The library as a Python module: pages in, articles out, one at a time, in lists or in Arrow's tables.

mod errors;
mod page;
mod article;
mod single;
mod many;
mod column;
mod batch;

// What `explain --json` prints, made by the same code.
#[path = "../../explain/decided.rs"]
mod decided;
#[path = "../../explain/judgement.rs"]
#[expect(dead_code, reason = "what each measure means is for the report alone")]
mod judgement;

use pyo3::prelude::*;

/// Cleans Chinese news pages: one saved page in, HTML or text dump, its article out.
#[pymodule]
mod _zhengwen {
    #[pymodule_export]
    use crate::article::PyArticle;
    #[pymodule_export]
    use crate::batch::{clean_batch, schema};
    #[pymodule_export]
    use crate::errors::{BadUrl, NotText, TooLarge, ZhengwenError};
    #[pymodule_export]
    use crate::many::clean_many;
    #[pymodule_export]
    use crate::single::{clean, explain};
    #[pymodule_export]
    #[expect(non_upper_case_globals, reason = "what Python calls a module's version")]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}

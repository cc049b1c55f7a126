//! A page in, its article out, or why there is none.

use crate::pages::Page;
use encoding_rs::Encoding;
use std::sync::{Mutex, PoisonError};
use zhengwen::{Article, Cleaner, Error};

/// Pages of more bytes are cleaned one at a time: each takes several times its size, and many at once would take
/// that many times as much. The largest of 213 saved news pages has 0.7 MB.
const LARGE: usize = 2 << 20;

static LARGE_PAGES: Mutex<()> = Mutex::new(());

#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the method is of one lifetime, the closure of any"
)]
pub(crate) fn cleaned(
    cleaner: &Cleaner,
    page: &Page,
    encoding: Option<&'static Encoding>,
) -> Result<Article, Error> {
    let _alone =
        (page.content.len() > LARGE).then(|| LARGE_PAGES.lock().unwrap_or_else(PoisonError::into_inner));
    page.saved(cleaner, encoding, |page| page.clean())
}

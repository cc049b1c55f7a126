//! What a page's links are relative to: its address, or what its `<base>` says.

use scraper::{Html, Selector};
use std::sync::LazyLock;
use url::Url;

static BASE: LazyLock<Option<Selector>> = LazyLock::new(|| Selector::parse("base[href]").ok());

pub(crate) fn base(document: &Html, address: &Url) -> Url {
    let elements = BASE.iter().flat_map(|base| document.select(base));
    let mut told = elements.filter_map(|base| address.join(base.attr("href")?.trim()).ok());
    told.next().unwrap_or_else(|| address.clone())
}

/// The same of a page that nobody has parsed; only one that may have a `<base>` is.
pub(crate) fn base_of_bytes(page: &[u8], content_type: Option<&str>, address: &Url) -> Url {
    let has_base = page.windows(5).any(|bytes| bytes.eq_ignore_ascii_case(b"<base"));
    match zhengwen::decode(page, content_type) {
        Ok(page) if has_base => base(&Html::parse_document(&page.text), address),
        _ => address.clone(),
    }
}

//! What a page's links are relative to: its address, or what its `<base>` says.

use scraper::{Html, Selector};
use std::sync::LazyLock;
use url::Url;

/// Where a `<base>` is looked for in a page that nobody has parsed: it stands at the top of the head, and scraper
/// takes time in the square of what it is given, at worst.
const TOP_BYTES: usize = 16 << 10;

static BASE: LazyLock<Option<Selector>> = LazyLock::new(|| Selector::parse("base[href]").ok());

pub(crate) fn base(document: &Html, address: &Url) -> Url {
    let elements = BASE.iter().flat_map(|base| document.select(base));
    let mut told = elements.filter_map(|base| address.join(base.attr("href")?.trim()).ok());
    told.next().unwrap_or_else(|| address.clone())
}

/// The same of a page that nobody has parsed.
pub(crate) fn base_of_bytes(page: &[u8], content_type: Option<&str>, address: &Url) -> Url {
    let top = &page[..page.len().min(TOP_BYTES)];
    if !top.windows(5).any(|bytes| bytes.eq_ignore_ascii_case(b"<base")) {
        return address.clone();
    }
    let decoded = zhengwen::decode(top, content_type);
    decoded.map_or_else(|_| address.clone(), |page| base(&Html::parse_document(&page.text), address))
}

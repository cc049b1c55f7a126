//! What became of every address: as JSON, or in words.

use serde::Serialize;
use std::fmt::{self, Display, Formatter};
use url::Url;

#[derive(Debug, Default, Serialize)]
pub(crate) struct Report {
    /// Answers that held a page, in the order in which they came.
    pub(crate) fetched: Vec<Fetched>,
    pub(crate) redirected: Vec<Redirected>,
    /// Pages that gave an article or a part of one.
    pub(crate) cleaned: Vec<Cleaned>,
    /// Articles of more than one page.
    pub(crate) joined: Vec<Joined>,
    /// Addresses that were not fetched or gave no article, in their order.
    pub(crate) refused: Vec<Refused>,
    /// Refusals beyond those that are listed; an address may count more than once.
    pub(crate) unlisted: usize,
    /// Links to other sites.
    pub(crate) elsewhere: usize,
    /// Articles written.
    pub(crate) articles: usize,
    /// How long the crawl took, without robots.txt.
    pub(crate) seconds: f64,
}

#[derive(Debug, Serialize)]
pub(crate) struct Fetched {
    pub(crate) address: Url,
    pub(crate) bytes: usize,
}

#[derive(Debug, Serialize)]
pub(crate) struct Redirected {
    pub(crate) address: Url,
    pub(crate) to: Url,
}

#[derive(Debug, Serialize)]
pub(crate) struct Cleaned {
    pub(crate) address: Url,
    pub(crate) title: Option<String>,
    /// 0.0 to 1.0.
    pub(crate) confidence: f64,
}

#[derive(Debug, Serialize)]
pub(crate) struct Joined {
    /// That of the first page.
    pub(crate) address: Url,
    pub(crate) pages: Vec<Url>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Refused {
    pub(crate) address: Url,
    pub(crate) reason: String,
}

impl Display for Report {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        list(f, "fetched", &self.fetched, |page| format!("{}  {} bytes", page.address, page.bytes))?;
        list(f, "redirected", &self.redirected, |one| format!("{} to {}", one.address, one.to))?;
        list(f, "cleaned", &self.cleaned, |page| {
            let title = page.title.as_deref().unwrap_or("no title");
            format!("{}  {title}  {:.2}", page.address, page.confidence)
        })?;
        list(f, "joined", &self.joined, |one| {
            let pages: Vec<&str> = one.pages.iter().map(Url::as_str).collect();
            pages.join(" + ")
        })?;
        list(f, "refused", &self.refused, |one| format!("{}  {}", one.address, one.reason))?;
        if self.unlisted > 0 {
            writeln!(f, "  and {} more", self.unlisted)?;
        }
        write!(
            f,
            "articles: {}, pages: {}, links to other sites: {}, seconds: {:.1}",
            self.articles,
            self.fetched.len(),
            self.elsewhere,
            self.seconds
        )
    }
}

fn list<T>(f: &mut Formatter<'_>, name: &str, rows: &[T], row: impl Fn(&T) -> String) -> fmt::Result {
    writeln!(f, "{name}: {}", rows.len())?;
    rows.iter().try_for_each(|one| writeln!(f, "  {}", row(one)))
}

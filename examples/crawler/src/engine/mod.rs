//! Two ways to fetch a site's pages and find their links. What is fetched, and what is made of it, is `crawl`'s.

pub(crate) mod reqwest;
pub(crate) mod spider;
mod turns;

use std::time::Duration;

/// How an engine asks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Manners {
    /// From an answer to the next request.
    pub(crate) delay: Duration,
    /// For a whole answer.
    pub(crate) timeout: Duration,
    /// Requests under way at once, where there is no delay.
    pub(crate) at_once: usize,
    /// Pages of more bytes are refused.
    pub(crate) page_bytes: usize,
}

impl Manners {
    /// With a delay one request at a time.
    pub(crate) fn at_once(self) -> usize {
        if self.delay.is_zero() { self.at_once } else { 1 }
    }
}

/// What servers know this crawler by.
pub(crate) const USER_AGENT: &str = concat!("zhengwen-crawler/", env!("CARGO_PKG_VERSION"));

//! Why an address gave no article: every reason, in words.

use std::time::Duration;
use url::Url;
use zhengwen::Kind;

/// Why an address was not fetched, or what was fetched gave no article.
#[derive(Debug, PartialEq, thiserror::Error)]
pub(crate) enum Refusal {
    #[error("robots.txt forbids it")]
    Robots,
    #[error("robots.txt could not be read: {0}")]
    NoRobots(String),
    #[error("not on the site that is crawled")]
    Elsewhere,
    #[error("an address of {chars} characters, more than {limit}")]
    Address { chars: usize, limit: usize },
    #[error("{depth} links from the start, more than {limit}")]
    Depth { depth: usize, limit: usize },
    #[error("its folder has had its {limit} pages")]
    Folder { limit: usize },
    #[error("the crawl has had its {limit} pages")]
    Pages { limit: usize },
    #[error("the article has had its {limit} pages")]
    Parts { limit: usize },
    #[error("differs in case alone from another, and spider takes both for one")]
    SameButCase,
    #[error("its turn never came")]
    NoTurn,
    #[error("redirected more than {limit} times")]
    Redirects { limit: usize },
    #[error("redirects in a circle, to {to}")]
    Circle { to: Url },
    #[error("redirects to {to}: {why}")]
    Redirect { to: Url, why: String },
    #[error("redirects to nowhere")]
    NoTarget,
    #[error("answered {0}")]
    Status(u16),
    #[error("no answer within {} ms", .0.as_millis())]
    TimedOut(Duration),
    #[error("{0}")]
    Failed(String),
    #[error("broke off")]
    BrokenOff,
    #[error("holds {0}, not a page")]
    ContentType(String),
    #[error("more than {limit} bytes")]
    TooLarge { limit: usize },
    #[error("{0}")]
    Unreadable(#[from] zhengwen::Error),
    #[error("no article: {0}")]
    NoArticle(Kind),
}

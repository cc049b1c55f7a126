//! Which articles are kept: the options that programs share.

use clap::Args;
use zhengwen::{Article, Kind};

#[derive(Debug, Clone, Args)]
pub(crate) struct Wanted {
    /// Leave out articles that are less sure, 0.0 to 1.0.
    #[arg(long, value_name = "X", default_value_t = 0.0, value_parser = confidence)]
    pub(crate) min_confidence: f64,
    /// Leave out pages of other kinds: article, list, media, notice, forum, error, login, unknown.
    #[arg(long, value_name = "KIND,…", value_delimiter = ',', value_parser = kind)]
    pub(crate) kind: Vec<Kind>,
}

impl Wanted {
    pub(crate) fn has(&self, article: &Article) -> bool {
        article.confidence >= self.min_confidence
            && (self.kind.is_empty() || self.kind.contains(&article.kind))
    }
}

fn confidence(text: &str) -> Result<f64, String> {
    let value = text.parse().ok().filter(|value| (0.0..=1.0).contains(value));
    value.ok_or_else(|| "not a number from 0.0 to 1.0".to_owned())
}

const KINDS: &[Kind] = &[
    Kind::Article,
    Kind::List,
    Kind::Media,
    Kind::Notice,
    Kind::Forum,
    Kind::Error,
    Kind::Login,
    Kind::Unknown,
];

fn kind(text: &str) -> Result<Kind, String> {
    let found = KINDS.iter().find(|kind| kind.as_str() == text);
    found.copied().ok_or_else(|| {
        let names: Vec<&str> = KINDS.iter().map(|kind| kind.as_str()).collect();
        format!("not one of {}", names.join(", "))
    })
}

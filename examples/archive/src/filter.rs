//! Which articles become rows.

use crate::hosts::{Hosts, hosts};
use crate::wanted::Wanted;
use clap::Args;
use zhengwen::Article;

#[derive(Debug, Args)]
pub(crate) struct Filter {
    #[command(flatten)]
    pub(crate) wanted: Wanted,
    /// Leave out articles in other languages: tags such as zh-Hans; `zh` is all of Chinese.
    #[arg(long, value_name = "TAG,…", value_delimiter = ',')]
    pub(crate) language: Vec<String>,
    /// Leave out pages of other hosts: a file with one a line. Hosts below them count.
    #[arg(long, value_name = "FILE", value_parser = hosts)]
    pub(crate) host_list: Option<Hosts>,
}

impl Filter {
    /// False for a page that need not be cleaned.
    pub(crate) fn may_have(&self, url: Option<&str>) -> bool {
        self.host_list.as_ref().is_none_or(|hosts| url.is_some_and(|url| hosts.has(url)))
    }

    pub(crate) fn has(&self, article: &Article) -> bool {
        let is_in = |range: &String| article.language.as_deref().is_some_and(|tag| is_within(tag, range));
        self.wanted.has(article) && (self.language.is_empty() || self.language.iter().any(is_in))
    }
}

/// Basic filtering of RFC 4647: `zh-Hans` is within `zh`.
fn is_within(tag: &str, range: &str) -> bool {
    let Some((start, rest)) = tag.split_at_checked(range.len()) else { return false };
    start.eq_ignore_ascii_case(range) && (rest.is_empty() || rest.starts_with('-'))
}

#[cfg(test)]
mod tests {
    use super::is_within;

    #[test]
    fn a_tag_is_within_its_own_range_and_wider_ones() {
        assert!(is_within("zh-Hans", "zh") && is_within("zh-Hans", "ZH-hans") && is_within("zh", "zh"));
        assert!(!is_within("zh", "zh-Hans") && !is_within("zha", "zh") && !is_within("ja", "zh"));
    }
}

//! A page or its address in, the rule of its host out.

use super::{Rule, Rules};
use crate::input::{html, parse};
use crate::metadata::addresses::{self, web_address};
use crate::page::Head;

/// Bytes in which a page's head must end to be read by itself: of a longer one that would be no small part of the
/// work.
const HEAD_BYTES: usize = 1 << 16;

/// A host, and with `below` also those under it.
#[derive(Debug, PartialEq)]
pub(super) struct Host {
    pub(super) name: String,
    pub(super) below: bool,
}

impl Host {
    fn fits(&self, host: &str) -> bool {
        let above = host.strip_suffix(self.name.as_str());
        above.is_some_and(|above| above.is_empty() || self.below && above.ends_with('.'))
    }
}

impl Rules {
    /// The rule of a page's host, by the address that is given, or by the canonical one where the page's head alone
    /// tells it: known without a tree of the page.
    pub(crate) fn before_reading(&self, page: &str, given: Option<&str>) -> Option<&Rule> {
        if self.0.is_empty() {
            return None;
        }
        if let Some(given) = given {
            return self.at(given);
        }
        let head = html::walked(&parse::parse(head(page)?).dom).page.head;
        self.at(addresses::canonical(&head)?)
    }

    /// The rule of a page's host, by the address that is given, else by the one that it declares.
    pub(crate) fn of_page(&self, head: &Head, given: Option<&str>) -> Option<&Rule> {
        if self.0.is_empty() {
            return None;
        }
        match given {
            Some(given) => self.at(given),
            None => self.of(addresses::declared(head).find_map(web_address)?.host_str()?),
        }
    }

    fn at(&self, address: &str) -> Option<&Rule> {
        self.of(web_address(address)?.host_str()?)
    }

    /// The rule of a host, in lower case.
    fn of(&self, host: &str) -> Option<&Rule> {
        self.0.iter().find(|rule| rule.host.fits(host))
    }
}

/// A page up to where its head ends, if that is near its start.
fn head(page: &str) -> Option<&str> {
    let start = page.as_bytes().get(..HEAD_BYTES).unwrap_or(page.as_bytes());
    let ends = |at: &usize| {
        ["</head", "<body"].iter().any(|tag| {
            start.get(*at..at + tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag.as_bytes()))
        })
    };
    page.get(..memchr::memchr_iter(b'<', start).find(ends)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::work::{Part, during};
    use crate::{Cleaner, SavedPage};

    #[test]
    fn a_host_fits_itself_and_a_star_what_is_below() {
        let host = |name: &str, below| Host { name: name.to_owned(), below };
        for (pattern, fits, fits_not) in [
            (host("a.example", false), &["a.example"][..], &["b.a.example", "ba.example", "example"][..]),
            (
                host("a.example", true),
                &["a.example", "b.a.example", "c.b.a.example"],
                &["ba.example", "a.example.b"],
            ),
        ] {
            assert!(fits.iter().all(|host| pattern.fits(host)), "{pattern:?}");
            assert!(!fits_not.iter().any(|host| pattern.fits(host)), "{pattern:?}");
        }
    }

    /// Work on tokens and trees of our own: what scraper does is not counted.
    fn parsed(page: &str, address: Option<&str>) -> usize {
        let rules = "[[rule]]\nhost = 'news.example'\ntitle = 'h2'".parse().expect("these are rules");
        let cleaner = Cleaner::builder().rules(rules).build();
        let page = cleaner.page(page);
        let page = address.into_iter().fold(page, SavedPage::url);
        let (article, work) = during(|| page.clean());
        assert_eq!(article.expect("a page").title.as_deref(), Some("春耕开始"));
        work.iter().filter(|(part, _)| matches!(part, Part::Tokens | Part::Tree)).map(|(_, work)| work).sum()
    }

    #[test]
    fn a_page_of_a_known_host_is_parsed_once() {
        let text = "<p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p>".repeat(200);
        let page = |head: &str| format!("<head>{head}</head><h1>新村网</h1><h2>春耕开始</h2>{text}");
        assert_eq!(parsed(&page(""), Some("https://news.example/1")), 0);
        let declared = page("<link rel=canonical href='https://news.example/1'>");
        let head = parsed(&declared, None);
        let all = parsed(&page("<meta property=og:url content='https://news.example/1'>"), None);
        assert!(0 < head && head * 20 < all, "{head}, {all}");
    }

    #[test]
    fn the_head_ends_where_a_tag_says_so() {
        assert_eq!(head("<HEAD><title>a</title></Head><body>"), Some("<HEAD><title>a</title>"));
        assert_eq!(head("<title>a</title><BODY class=a>"), Some("<title>a</title>"));
        assert_eq!(head("<p>正文"), None);
    }
}

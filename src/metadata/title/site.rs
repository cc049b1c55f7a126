//! A page in, the names that it gives to its site out: what stands beside a headline is one of them, or is none.

use crate::lexicon::statements::claims_rights;
use crate::metadata::head;
use crate::page::Page;
use std::cell::OnceCell;

/// How a page names its site.
pub(crate) struct Site<'a> {
    page: &'a Page,
    declared: OnceCell<Option<String>>,
    host: OnceCell<Option<String>>,
    claims: OnceCell<Vec<&'a str>>,
}

/// Longest line that claims the page's rights, in bytes.
const LONGEST_CLAIM: usize = 300;
/// Blocks from the end of a page on among which they are looked for.
const FOOT_LINES: usize = 200;
/// Claims that are asked; the foot of a page has one or two.
const MOST_CLAIMS: usize = 8;
/// Longest name of a site, in characters.
const LONGEST_NAME: usize = 12;

impl<'a> Site<'a> {
    pub(crate) fn of(page: &'a Page) -> Self {
        Self { page, declared: OnceCell::new(), host: OnceCell::new(), claims: OnceCell::new() }
    }

    /// True for a name that the head, the address or the foot of the page gives to the site.
    pub(crate) fn is_named(&self, name: &str) -> bool {
        let declared = self.declared.get_or_init(|| head::site_name(&self.page.head));
        name.chars().nth(1).is_some()
            && (declared.as_ref().is_some_and(|site| site.contains(name) || name.contains(site.as_str()))
                || self.is_host(name)
                || self.claims(name))
    }

    /// True for a line that is the site's name and no more.
    pub(crate) fn is_name(&self, line: &str) -> bool {
        let short = line.chars().count() <= LONGEST_NAME && line.chars().nth(1).is_some();
        let declared = || self.declared.get_or_init(|| head::site_name(&self.page.head)).as_ref();
        short
            && (declared().is_some_and(|site| site.contains(line)) || self.is_host(line) || self.claims(line))
    }

    /// True for a label of the page's host: `example` of `news.example.com`.
    fn is_host(&self, name: &str) -> bool {
        let host = self.host.get_or_init(|| head::url(&self.page.head));
        let host = host.as_deref().and_then(|url| url.split_once("://")).map(|(_, rest)| rest);
        let host = host.and_then(|rest| rest.split(['/', '?', '#', ':']).next()).unwrap_or_default();
        host.split('.').any(|label| label.len() > 2 && label.eq_ignore_ascii_case(name))
    }

    /// True where a line that claims the page's rights has it: `© 2024 某网`.
    fn claims(&self, name: &str) -> bool {
        self.claims.get_or_init(|| claims(self.page)).iter().any(|line| line.contains(name))
    }
}

/// The lines that claim the page's rights, the last ones first.
fn claims(page: &Page) -> Vec<&str> {
    let lines = page.blocks.iter().rev().map(|block| block.text.as_str());
    let short = lines.take(FOOT_LINES).filter(|line| line.len() <= LONGEST_CLAIM);
    short.filter(|line| claims_rights(line)).take(MOST_CLAIMS).collect()
}

//! An address as a page writes it in, the absolute one out: against the page's own address and `<base>`,
//! as [RFC 3986](https://www.rfc-editor.org/rfc/rfc3986#section-5) and the URL standard resolve it.
//!
//! `http` and `https` alone. Fetches nothing.

use crate::page::Head;
use std::cell::{Cell, OnceCell};
use url::Url;

/// Bytes that resolving may add to all addresses of a page: a base of 4,096 bytes beside each of many small
/// pictures would be thousands of times the page. 500 pictures below a folder of 200 bytes add 0.1 MB.
const MOST_ADDED: usize = 1 << 20;

/// How the addresses of one page are read.
pub(crate) struct Addresses<'a> {
    head: &'a Head,
    base: OnceCell<Option<Url>>,
    room: Cell<usize>,
}

impl<'a> Addresses<'a> {
    pub(crate) fn of(head: &'a Head) -> Self {
        Self { head, base: OnceCell::new(), room: Cell::new(MOST_ADDED) }
    }

    /// What relative addresses are relative to; `None` where neither the caller nor the page tells.
    pub(crate) fn base(&self) -> Option<&Url> {
        self.base.get_or_init(|| base(self.head)).as_ref()
    }

    /// `href` as an absolute `http` or `https` address, or as it is written where the page has no base. `None`
    /// for one of another scheme, and for what is no address.
    pub(crate) fn absolute(&self, href: &str) -> Option<String> {
        let href = href.trim();
        if is_http(href) {
            return Some(href.to_owned());
        }
        let Some(base) = self.base() else {
            return Some(href).filter(|href| may_be_relative(href)).map(str::to_owned);
        };
        let address = base.join(href).ok().filter(|address| !href.is_empty() && is_web(address))?;
        let added = address.as_str().len().saturating_sub(href.len());
        self.room.set(self.room.get().checked_sub(added)?);
        Some(address.into())
    }
}

/// The canonical address that a page declares, as it is written.
pub(crate) fn declared(head: &Head) -> impl Iterator<Item = &str> {
    canonical(head).into_iter().chain(head.meta(&["og:url"]))
}

/// The same, of its first link of that kind alone.
pub(crate) fn canonical(head: &Head) -> Option<&str> {
    let canonical = head.links.iter().find(|(rel, _)| rel.split(' ').any(|rel| rel == "canonical"));
    canonical.map(|(_, href)| href.as_str())
}

/// True for an absolute `http` or `https` address.
pub(crate) fn is_http(href: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| {
        href.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
            && href.len() > scheme.len()
    })
}

/// `<base>`, itself relative to the page's address: the one given, else the one declared.
fn base(head: &Head) -> Option<Url> {
    let given = head.address.as_deref().into_iter();
    let page = given.chain(declared(head)).find_map(web_address);
    let Some(base) = head.base.as_deref() else { return page };
    let absolute = match &page {
        Some(page) => page.join(base).ok().filter(is_web),
        None => web_address(base),
    };
    absolute.or(page)
}

/// An absolute `http` or `https` address.
pub(crate) fn web_address(address: &str) -> Option<Url> {
    Url::parse(address.trim()).ok().filter(is_web)
}

fn is_web(address: &Url) -> bool {
    matches!(address.scheme(), "http" | "https")
}

fn may_be_relative(href: &str) -> bool {
    let has_scheme = href.split(['/', '?', '#']).next().is_some_and(|start| start.contains(':'));
    !href.is_empty() && !has_scheme
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(address: Option<&str>, base: Option<&str>, canonical: Option<&str>) -> Head {
        let links = canonical.map(|href| ("canonical".to_owned(), href.to_owned())).into_iter().collect();
        Head { address: address.map(str::to_owned), base: base.map(str::to_owned), links, ..Head::default() }
    }

    #[test]
    fn the_address_given_comes_before_the_one_declared_and_base_is_relative_to_it() {
        let given = Some("https://news.example.com/a/1.html");
        let declared = Some("http://www.example.com/b/2.html");
        let cases = [
            (head(given, None, declared), "https://news.example.com/a/3.jpg"),
            (head(given, Some("/c/"), declared), "https://news.example.com/c/3.jpg"),
            (head(None, Some("c/"), declared), "http://www.example.com/b/c/3.jpg"),
            (head(None, Some("https://img.example.com"), None), "https://img.example.com/3.jpg"),
            (head(None, None, declared), "http://www.example.com/b/3.jpg"),
            (head(given, Some("javascript:0"), None), "https://news.example.com/a/3.jpg"),
            (head(None, Some("/c/"), Some("/b/2.html")), "3.jpg"),
        ];
        for (head, absolute) in cases {
            assert_eq!(Addresses::of(&head).absolute("3.jpg").as_deref(), Some(absolute), "{head:?}");
        }
    }

    #[test]
    fn other_schemes_are_no_addresses() {
        let with_base = head(Some("https://news.example.com/"), None, None);
        for head in [Head::default(), with_base] {
            for href in ["javascript:void(0)", "data:image/png;base64,AA", "mailto:a@example.com", ""] {
                assert_eq!(Addresses::of(&head).absolute(href), None, "{href}");
            }
            let absolute = Addresses::of(&head).absolute(" HTTPS://img.example.com/图.jpg ");
            assert_eq!(absolute.as_deref(), Some("HTTPS://img.example.com/图.jpg"));
        }
    }

    #[test]
    fn a_long_base_beside_many_addresses_adds_a_bounded_length() {
        let folder = format!("https://news.example.com/{}/", "a".repeat(4000));
        let head = head(Some(&folder), None, None);
        let addresses = Addresses::of(&head);
        let absolute: usize = (0..10_000).filter_map(|_| addresses.absolute("b")).map(|a| a.len()).sum();
        assert!((MOST_ADDED / 2..=MOST_ADDED * 2).contains(&absolute), "{absolute}");
    }
}

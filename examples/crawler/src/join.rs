//! Pages' articles in, whole articles out: pages 1 to N joined, each page in one article only.

use std::collections::{HashMap, HashSet};
use url::Url;
use zhengwen::Article;

/// What one page gave.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    pub(crate) address: Url,
    /// Its body is not empty.
    pub(crate) article: Article,
    /// Where it goes on.
    pub(crate) next: Option<Url>,
}

/// An article with the pages that it stands on.
#[derive(Debug)]
pub(crate) struct Whole {
    pub(crate) pages: Vec<Url>,
    pub(crate) article: Article,
}

/// The articles in the order in which their first pages were fetched, and the pages that are in none: such as are no
/// article by themselves and that no article goes on to. Where a page is redirected, `moved` says.
pub(crate) fn joined(parts: &[Part], moved: &HashMap<Url, Url>) -> (Vec<Whole>, HashSet<Url>) {
    let places: HashMap<&Url, usize> =
        parts.iter().enumerate().map(|(at, part)| (&part.address, at)).collect();
    let next = |at: usize| places.get(end(parts[at].next.as_ref()?, moved)?).copied();
    let continued: HashSet<usize> = (0..parts.len()).filter_map(next).collect();
    // First the articles that none goes on to, then what is left, such as pages that go on to each other in a circle.
    let (later, first): (Vec<usize>, Vec<usize>) =
        (0..parts.len()).filter(|&at| parts[at].article.is_article()).partition(|at| continued.contains(at));
    let mut used = HashSet::new();
    let mut wholes: Vec<(usize, Whole)> = Vec::new();
    for head in first.into_iter().chain(later) {
        let pages: Vec<usize> =
            std::iter::successors(Some(head), |&at| next(at)).take_while(|&at| used.insert(at)).collect();
        if !pages.is_empty() {
            wholes.push((head, whole(parts, &pages)));
        }
    }
    wholes.sort_by_key(|&(head, _)| head);
    let left = parts.iter().enumerate().filter(|(at, _)| !used.contains(at));
    let left = left.map(|(_, part)| part.address.clone()).collect();
    (wholes.into_iter().map(|(_, whole)| whole).collect(), left)
}

fn whole(parts: &[Part], pages: &[usize]) -> Whole {
    Whole {
        pages: pages.iter().map(|&at| parts[at].address.clone()).collect(),
        article: match pages {
            [only] => parts[*only].article.clone(),
            _ => Article::join(pages.iter().map(|&at| parts[at].article.clone())),
        },
    }
}

/// Where redirects lead from an address; none where in a circle.
pub(crate) fn end<'a>(address: &'a Url, moved: &'a HashMap<Url, Url>) -> Option<&'a Url> {
    let mut seen = HashSet::new();
    let mut address = address;
    while let Some(to) = moved.get(address) {
        if !seen.insert(address) {
            return None;
        }
        address = to;
    }
    Some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。";

    fn url(path: &str) -> Url {
        Url::parse("https://news.example.com").unwrap().join(path).unwrap()
    }

    fn part(path: &str, next: Option<&str>) -> Part {
        let article = zhengwen::clean(&format!("<h1>春耕开始</h1><p>{path}，{TEXT}</p>"));
        assert!(article.is_article());
        Part { address: url(path), article, next: next.map(url) }
    }

    fn paths(parts: &[Part], moved: &[(&str, &str)]) -> Vec<Vec<String>> {
        let moved = moved.iter().map(|(from, to)| (url(from), url(to))).collect();
        let (wholes, left) = joined(parts, &moved);
        assert_eq!(wholes.iter().map(|whole| whole.pages.len()).sum::<usize>() + left.len(), parts.len());
        wholes.iter().map(|whole| whole.pages.iter().map(|page| page.path().to_owned()).collect()).collect()
    }

    #[test]
    fn pages_are_joined_in_their_order_whatever_order_they_came_in() {
        let parts = [part("/3", None), part("/2", Some("/3")), part("/x", None), part("/1", Some("/2"))];
        assert_eq!(paths(&parts, &[]), [vec!["/x"], vec!["/1", "/2", "/3"]]);
    }

    #[test]
    fn a_page_that_was_not_fetched_ends_the_article() {
        assert_eq!(paths(&[part("/1", Some("/2")), part("/3", None)], &[]), [["/1"], ["/3"]]);
    }

    #[test]
    fn a_next_page_that_moved_is_found() {
        let parts = [part("/1", Some("/old")), part("/2", None)];
        assert_eq!(paths(&parts, &[("/old", "/new"), ("/new", "/2")]), [["/1", "/2"]]);
        assert_eq!(paths(&parts, &[("/old", "/old")]), [["/1"], ["/2"]]);
    }

    #[test]
    fn a_circle_of_pages_is_one_article_and_a_shared_page_belongs_to_the_first() {
        assert_eq!(paths(&[part("/1", Some("/2")), part("/2", Some("/1"))], &[]), [["/1", "/2"]]);
        assert_eq!(paths(&[part("/1", Some("/1"))], &[]), [["/1"]]);
        let parts = [part("/1", Some("/3")), part("/2", Some("/3")), part("/3", None)];
        assert_eq!(paths(&parts, &[]), [vec!["/1", "/3"], vec!["/2"]]);
    }
}

//! Whose turn it is: addresses wait here, and spider is given as many as may be under way.
//!
//! Spider takes any number and keeps the order to itself; but of one request at a time, as a pause asks for, it ends
//! the crawl behind the first page without new links (2.53), whatever waits. Given one at a time, it does not.

use std::collections::{HashSet, VecDeque};
use url::Url;

pub(crate) struct Turns {
    waiting: VecDeque<Url>,
    under_way: usize,
    at_once: usize,
    /// In lower case: spider takes addresses for the same that differ in case alone.
    given: HashSet<String>,
}

impl Turns {
    /// The first is under way already.
    pub(crate) fn new(first: &Url, at_once: usize) -> Self {
        let given = HashSet::from([first.as_str().to_lowercase()]);
        Self { waiting: VecDeque::new(), under_way: 1, at_once, given }
    }

    /// One is done, and led to these. Those that spider would take for others come back.
    pub(crate) fn done(&mut self, found: Vec<Url>) -> Vec<Url> {
        self.under_way = self.under_way.saturating_sub(1);
        let (new, known): (Vec<Url>, Vec<Url>) =
            found.into_iter().partition(|address| self.given.insert(address.as_str().to_lowercase()));
        self.waiting.extend(new);
        known
    }

    /// The next to fetch now.
    pub(crate) fn next(&mut self) -> Option<Url> {
        if self.under_way >= self.at_once {
            return None;
        }
        let next = self.waiting.pop_front()?;
        self.under_way += 1;
        Some(next)
    }

    /// Those whose turn never came.
    pub(crate) fn left(&mut self) -> impl Iterator<Item = Url> {
        self.waiting.drain(..)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(path: &str) -> Url {
        Url::parse("https://news.example.com").unwrap().join(path).unwrap()
    }

    #[test]
    fn no_more_are_given_than_may_be_under_way_and_all_get_their_turn() {
        let mut turns = Turns::new(&url("/"), 2);
        assert_eq!(turns.done(vec![url("/1"), url("/2"), url("/3")]), []);
        assert_eq!([turns.next(), turns.next(), turns.next()], [Some(url("/1")), Some(url("/2")), None]);
        turns.done(Vec::new());
        assert_eq!([turns.next(), turns.next()], [Some(url("/3")), None]);
        turns.done(vec![url("/4")]);
        assert_eq!(turns.left().collect::<Vec<_>>(), [url("/4")]);
    }

    #[test]
    fn what_spider_takes_for_one_is_given_once() {
        let mut turns = Turns::new(&url("/"), 1);
        assert_eq!(turns.done(vec![url("/a"), url("/A")]), [url("/A")]);
        assert_eq!([turns.next(), turns.next()], [Some(url("/a")), None]);
    }
}

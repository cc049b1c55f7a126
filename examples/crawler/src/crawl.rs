//! Answers in, addresses to fetch next out, and in the end the articles: what both engines share. Knows no network.

use crate::frontier::{Frontier, Way};
use crate::join::{Part, Whole, end, joined};
use crate::refusal::Refusal;
use crate::report::{Cleaned, Fetched, Joined, Redirected, Refused, Report};
use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};
use url::Url;
use zhengwen::jiff::civil::DateTime;
use zhengwen::{Article, Cleaner, PageInput};

/// Links of a page that are looked at. The largest front pages have some 2,000.
const LINKS: usize = 10_000;

/// A page that was fetched.
pub(crate) struct Page<'a> {
    pub(crate) input: PageInput<'a>,
    /// As they came.
    pub(crate) bytes: usize,
    pub(crate) content_type: Option<&'a str>,
    /// What its links are relative to.
    pub(crate) base: Url,
    /// As the page writes them.
    pub(crate) links: Vec<String>,
}

pub(crate) struct Crawl {
    /// None where pages are only fetched.
    cleaner: Option<Cleaner>,
    /// In the time of the pages.
    now: DateTime,
    state: Mutex<State>,
}

struct State {
    frontier: Frontier,
    report: Report,
    parts: Vec<Part>,
    moved: HashMap<Url, Url>,
}

impl Crawl {
    pub(crate) fn new(frontier: Frontier, cleaner: Option<Cleaner>, now: DateTime) -> Self {
        let state = State { frontier, report: Report::default(), parts: Vec::new(), moved: HashMap::new() };
        Self { cleaner, now, state: Mutex::new(state) }
    }

    /// The first address to fetch, if it may be.
    pub(crate) fn start(&self, address: Url) -> Option<Url> {
        self.state().frontier.admit(address, Way::default()).ok().flatten()
    }

    /// Cleans a page. What it leads to is fetched next.
    pub(crate) fn page(&self, address: &Url, page: &Page<'_>) -> Vec<Url> {
        let article = self.cleaner.as_ref().map(|cleaner| self.article(cleaner, address, page));
        let next = match &article {
            Some(Ok(article)) if article.is_article() => article.next_page.as_deref(),
            _ => None,
        };
        let next = next.and_then(|next| Url::parse(next).ok());
        let links: BTreeSet<Url> =
            page.links.iter().take(LINKS).filter_map(|link| page.base.join(link.trim()).ok()).collect();
        let mut state = self.state();
        let way = state.frontier.way(address);
        let next_way = next.iter().map(|next| (next.clone(), way.to_next_page()));
        let ways = next_way.chain(links.into_iter().filter(may_be_page).map(|link| (link, way.by_link())));
        let found = ways.filter_map(|(link, way)| state.frontier.admit(link, way).ok().flatten()).collect();
        state.report.fetched.push(Fetched { address: address.clone(), bytes: page.bytes });
        match article {
            Some(Ok(article)) if !article.is_empty() => state.keep(address, article, next),
            Some(Ok(article)) => state.frontier.refuse(address.clone(), Refusal::NoArticle(article.kind)),
            Some(Err(error)) => state.frontier.refuse(address.clone(), error.into()),
            None => {}
        }
        found
    }

    fn article(&self, cleaner: &Cleaner, address: &Url, page: &Page<'_>) -> Result<Article, zhengwen::Error> {
        let saved = cleaner.page(page.input).url(address.as_str()).fetched(self.now);
        page.content_type.into_iter().fold(saved, zhengwen::SavedPage::content_type).clean()
    }

    /// Notes a redirect. Its target is an address like any other, so that robots.txt and the pause hold for it too.
    pub(crate) fn redirect(&self, address: &Url, to: &str) -> Vec<Url> {
        let mut state = self.state();
        let Ok(mut to) = address.join(to.trim()) else {
            state.frontier.refuse(address.clone(), Refusal::NoTarget);
            return Vec::new();
        };
        to.set_fragment(None);
        let way = state.frontier.way(address).by_redirect();
        let found = state.frontier.admit(to.clone(), way);
        state.report.redirected.push(Redirected { address: address.clone(), to: to.clone() });
        match found {
            Ok(found) => {
                state.moved.insert(address.clone(), to);
                found.into_iter().collect()
            }
            Err(why) => {
                state.frontier.refuse(address.clone(), Refusal::Redirect { to, why });
                Vec::new()
            }
        }
    }

    /// Notes that an address gave no page.
    pub(crate) fn refuse(&self, address: &Url, refusal: Refusal) {
        self.state().frontier.refuse(address.clone(), refusal);
    }

    /// What the crawl gave: articles, pages 1 to N joined, and what became of every address.
    pub(crate) fn finish(&self) -> (Vec<Whole>, Report) {
        let mut state = self.state();
        let State { frontier, report, parts, moved } = &mut *state;
        let (wholes, left) = joined(parts, moved);
        for part in parts.iter().filter(|part| left.contains(&part.address)) {
            frontier.refuse(part.address.clone(), Refusal::NoArticle(part.article.kind));
        }
        for (from, to) in moved.iter().filter(|(from, _)| end(from, moved).is_none()) {
            frontier.refuse(from.clone(), Refusal::Circle { to: to.clone() });
        }
        let mut report = std::mem::take(report);
        report.cleaned.retain(|page| !left.contains(&page.address));
        let several = wholes.iter().filter(|whole| whole.pages.len() > 1);
        report.joined = several
            .map(|whole| Joined { address: whole.pages[0].clone(), pages: whole.pages.clone() })
            .collect();
        let refused = frontier.refused().map(|(address, reason)| (address.clone(), reason.to_string()));
        report.refused = refused.map(|(address, reason)| Refused { address, reason }).collect();
        (report.unlisted, report.elsewhere) = (frontier.unlisted, frontier.elsewhere);
        report.articles = wholes.len();
        (wholes, report)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn keep(&mut self, address: &Url, article: Article, next: Option<Url>) {
        let (title, confidence) = (article.title.clone(), article.confidence);
        self.report.cleaned.push(Cleaned { address: address.clone(), title, confidence });
        self.parts.push(Part { address: address.clone(), article, next });
    }
}

/// False of names that end as those of pictures, recordings, styles, archives and the like do.
fn may_be_page(address: &Url) -> bool {
    let types = mime_guess::from_path(address.path());
    let is_other = |name: mime_guess::Mime| match (name.type_().as_str(), name.subtype().as_str()) {
        ("text", subtype) => matches!(subtype, "css" | "javascript" | "csv"),
        ("audio" | "font" | "image" | "video", _) => true,
        ("application", subtype) => {
            matches!(
                subtype,
                "javascript" | "json" | "msword" | "pdf" | "zip" | "vnd.android.package-archive"
            )
        }
        _ => false,
    };
    !types.iter().any(is_other)
}

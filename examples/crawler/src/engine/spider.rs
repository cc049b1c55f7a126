//! `spider` fetches, finds links and keeps the pause; the library gets the bytes as they came.
//!
//! Each page goes through the hook that asks whether its links are to be followed. It always says no, and what the
//! crawl admits goes into spider's queue in its turn instead: so a refused link costs no pause, redirects are asked
//! robots.txt as links are, and no page is lost, as those of a subscription are when who reads them is slower than the
//! network.

use super::turns::Turns;
use super::{Manners, USER_AGENT};
use crate::base::base_of_bytes;
use crate::crawl::{Crawl, Page};
use crate::head::Head;
use crate::refusal::Refusal;
use html_escape::decode_html_entities;
use spider::configuration::RedirectPolicy;
use spider::page::Page as Fetched;
use spider::website::Website;
use std::sync::{Arc, Mutex, PoisonError};
use url::Url;

/// What spider makes of a request that ran out of time.
const TIMED_OUT: u16 = 524;

/// Fetches `start` and all that the crawl says comes after it.
pub(crate) async fn run(crawl: &Arc<Crawl>, start: &Url, manners: Manners) {
    let at_once = manners.at_once();
    let mut website = Website::new(start.as_str());
    website
        .with_user_agent(Some(USER_AGENT))
        .with_respect_robots_txt(false)
        .with_redirect_policy(RedirectPolicy::None)
        .with_request_timeout(Some(manners.timeout))
        .with_delay(u64::try_from(manners.delay.as_millis()).unwrap_or(u64::MAX))
        // The turns bound it; one more is room for the next while the last is being put away.
        .with_concurrency_limit(Some(at_once + 1))
        .with_depth(0)
        .with_return_page_links(true);
    // A queue that is full forgets the oldest; no more than these are ever in it.
    let Some(queue) = website.queue(at_once + 1) else { return };
    let turns = Arc::new(Mutex::new(Turns::new(start, at_once)));
    let (hooked, of_hook) = (Arc::clone(crawl), Arc::clone(&turns));
    website.with_on_should_crawl_callback_closure(Some(move |page: &Fetched| {
        let found = visit(&hooked, page, manners);
        let mut turns = of_hook.lock().unwrap_or_else(PoisonError::into_inner);
        for known in turns.done(found) {
            hooked.refuse(&known, Refusal::SameButCase);
        }
        while let Some(next) = turns.next() {
            // There is a receiver as long as spider runs.
            let _ = queue.send(next.into());
        }
        false
    }));
    tokio::time::sleep(manners.delay).await;
    Box::pin(website.crawl()).await;
    for address in turns.lock().unwrap_or_else(PoisonError::into_inner).left() {
        crawl.refuse(&address, Refusal::NoTurn);
    }
}

fn visit(crawl: &Crawl, fetched: &Fetched, manners: Manners) -> Vec<Url> {
    let Ok(address) = Url::parse(fetched.get_url()) else { return Vec::new() };
    let read = head(fetched, manners).and_then(|head| match head {
        Head::Redirect(to) => Ok(crawl.redirect(&address, &to)),
        Head::Page(_) if fetched.get_html_bytes_u8().len() > manners.page_bytes => {
            Err(Refusal::TooLarge { limit: manners.page_bytes })
        }
        Head::Page(content_type) => {
            Ok(crawl.page(&address, &page(fetched, &address, content_type.as_deref())))
        }
    });
    read.unwrap_or_else(|refusal| {
        crawl.refuse(&address, refusal);
        Vec::new()
    })
}

fn head(fetched: &Fetched, manners: Manners) -> Result<Head, Refusal> {
    let status = fetched.status_code;
    match (&fetched.headers, &fetched.error_status) {
        _ if status.as_u16() == TIMED_OUT => Err(Refusal::TimedOut(manners.timeout)),
        (_, Some(error)) => Err(Refusal::Failed(error.clone())),
        _ if fetched.content_truncated => Err(Refusal::BrokenOff),
        (Some(headers), None) => Head::of(status, headers),
        (None, None) => Head::of(status, &spider::reqwest::header::HeaderMap::new()),
    }
}

fn page<'a>(fetched: &'a Fetched, address: &Url, content_type: Option<&'a str>) -> Page<'a> {
    let bytes = fetched.get_html_bytes_u8();
    let links = fetched.page_links.iter().flat_map(|links| links.iter());
    Page {
        input: bytes.into(),
        bytes: bytes.len(),
        content_type,
        base: base_of_bytes(bytes, content_type, address),
        links: links.map(|link| decode_html_entities(link.as_ref()).into_owned()).collect(),
    }
}

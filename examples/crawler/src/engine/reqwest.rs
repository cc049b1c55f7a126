//! `reqwest` fetches, `scraper` makes the tree, and the library walks that tree: one parse for links and article.

use super::{Manners, USER_AGENT};
use crate::base::base;
use crate::body::{self, reason};
use crate::crawl::{Crawl, Page};
use crate::head::Head;
use crate::refusal::Refusal;
use reqwest::{Client, Error, Response, redirect};
use scraper::{Html, Selector};
use std::collections::VecDeque;
use std::sync::{Arc, LazyLock};
use tokio::task::JoinSet;
use tokio::time::sleep;
use url::Url;

static LINKS: LazyLock<Option<Selector>> = LazyLock::new(|| Selector::parse("a[href], area[href]").ok());

/// A client that follows no redirect by itself.
///
/// # Errors
/// No TLS to be had.
pub(crate) fn client(manners: Manners) -> Result<Client, Error> {
    Client::builder()
        .user_agent(USER_AGENT)
        .redirect(redirect::Policy::none())
        .timeout(manners.timeout)
        .build()
}

/// Fetches `start` and all that the crawl says comes after it.
pub(crate) async fn run(crawl: &Arc<Crawl>, client: &Client, start: Url, manners: Manners) {
    let mut waiting = VecDeque::from([start]);
    let mut under_way = JoinSet::new();
    loop {
        while under_way.len() < manners.at_once()
            && let Some(address) = waiting.pop_front()
        {
            sleep(manners.delay).await;
            under_way.spawn(visit(Arc::clone(crawl), client.clone(), address, manners));
        }
        match under_way.join_next().await {
            Some(Ok(found)) => waiting.extend(found),
            Some(Err(error)) => {
                if let Ok(panic) = error.try_into_panic() {
                    std::panic::resume_unwind(panic);
                }
            }
            None => return,
        }
    }
}

async fn visit(crawl: Arc<Crawl>, client: Client, address: Url, manners: Manners) -> Vec<Url> {
    let answered = answer(&client, &address, manners).await;
    let read = answered.and_then(|answer| match answer {
        Answer::Redirect(to) => Ok(crawl.redirect(&address, &to)),
        Answer::Page(content_type, bytes) => read(&crawl, &address, content_type.as_deref(), &bytes),
    });
    read.unwrap_or_else(|refusal| {
        crawl.refuse(&address, refusal);
        Vec::new()
    })
}

enum Answer {
    Page(Option<String>, Vec<u8>),
    Redirect(String),
}

async fn answer(client: &Client, address: &Url, manners: Manners) -> Result<Answer, Refusal> {
    let failed = |error: Error| {
        if error.is_timeout() { Refusal::TimedOut(manners.timeout) } else { Refusal::Failed(reason(error)) }
    };
    let answer: Response = client.get(address.clone()).send().await.map_err(failed)?;
    match Head::of(answer.status(), answer.headers())? {
        Head::Redirect(to) => Ok(Answer::Redirect(to)),
        Head::Page(content_type) => {
            let limit = manners.page_bytes;
            let bytes = body::start(answer, limit + 1).await.map_err(failed)?;
            if bytes.len() > limit {
                return Err(Refusal::TooLarge { limit });
            }
            Ok(Answer::Page(content_type, bytes))
        }
    }
}

/// The library decodes, `scraper` parses, and the library cleans the tree.
fn read(crawl: &Crawl, address: &Url, content_type: Option<&str>, bytes: &[u8]) -> Result<Vec<Url>, Refusal> {
    let document = Html::parse_document(&zhengwen::decode(bytes, content_type)?.text);
    let elements = LINKS.iter().flat_map(|links| document.select(links));
    let links = elements.filter_map(|link| link.attr("href")).map(str::to_owned).collect();
    let base = base(&document, address);
    let input = (&document).into();
    Ok(crawl.page(address, &Page { input, bytes: bytes.len(), content_type: None, base, links }))
}

//! The program crawls a portal that is served here: both engines, with the same expectations.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "what goes wrong fails a test; the crawl's lists are shown"
)]

mod crawled;
mod portal;

use axum::http::StatusCode;
use crawled::{Crawled, crawl, crawl_from, path};
use portal::{GBK, Portal, ROBOTS, Request};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;
use zhengwen::Cleaner;

const ENGINES: [&str; 2] = ["spider", "reqwest"];
const SLOW: &str = "/slow.html";
/// Without the page that nobody answers: who does not ask for it needs not wait for it.
const ANSWERED: &str = "User-agent: *\nDisallow: /slow\nDisallow: /private/\nDisallow: /draft\n";

fn asked(requests: &[Request]) -> Vec<&str> {
    requests.iter().map(|request| request.path.as_str()).collect()
}

const OPTIONS: &[&str] = &[
    "--delay",
    "0",
    "--at-once",
    "2",
    // For one page that never comes. On a machine that is busy the others may take their time.
    "--timeout",
    "15000",
    "--max-bytes",
    "50000",
    "--max-folder",
    "10",
    "--max-depth",
    "6",
];

#[tokio::test(flavor = "multi_thread")]
async fn a_portal_is_crawled_by_both_engines_alike() {
    let mut written: Vec<BTreeMap<String, Value>> = Vec::new();
    for engine in ENGINES {
        let portal = Portal::serve(Ok(ROBOTS)).await.unwrap();
        let crawled = crawl(engine, &portal, OPTIONS).await;
        crawled.print(engine);
        assert!(crawled.success);
        let requests = portal.record().requests();
        each_is_asked_once(&asked(&requests));
        articles_are_written(&crawled);
        refusals_are_told(&crawled);
        traps_are_bounded(&asked(&requests));
        gbk_is_decoded_by_the_library(&crawled, &portal);
        let lines = crawled.lines.iter().map(|line| (path(&line["id"]), without_host(line, &portal)));
        written.push(lines.collect());
    }
    assert_eq!(written[0], written[1], "the engines differ");
}

/// Each portal has a port of its own.
fn without_host(line: &Value, portal: &Portal) -> Value {
    serde_json::from_str(&line.to_string().replace(&portal.at(""), "")).unwrap()
}

fn each_is_asked_once(asked: &[&str]) {
    assert_eq!(asked[..2], ["/robots.txt", "/"]);
    let mut seen = BTreeSet::new();
    for path in asked {
        assert!(seen.insert(path), "asked twice: {path}");
        assert!(!path.starts_with("/private") && !path.starts_with("/draft"), "forbidden: {path}");
        assert!(!["/poster.jpg"].contains(path), "no page: {path}");
    }
}

fn articles_are_written(crawled: &Crawled) {
    let written: BTreeSet<String> = crawled.lines.iter().map(|line| path(&line["id"])).collect();
    let expected = [
        "/news/bridge.html",
        GBK,
        "/news/long.html",
        "/news/moved.html",
        "/news/relative.html",
        "/tw/river.html",
    ];
    assert_eq!(written, expected.map(str::to_owned).into());
    assert_eq!(crawled.lines.len(), expected.len(), "an article came twice");
    assert_eq!(crawled.report["articles"], expected.len());
    assert_eq!(crawled.paths("joined"), ["/news/long.html"]);
    let pages = crawled.report["joined"][0]["pages"].as_array().unwrap();
    assert_eq!(
        pages.iter().map(path).collect::<Vec<_>>(),
        ["/news/long.html", "/news/long_2.html", "/news/long_3.html"]
    );
    let body = crawled.line("/news/long.html")["text"].to_string();
    let told = ["三级石阶", "第一壶", "涨到第几级", "修了水库", "渡口停了", "把火生着"];
    let places: Vec<usize> = told.iter().map(|words| body.find(words).unwrap()).collect();
    assert!(places.is_sorted(), "{places:?}");
    assert!(told.iter().all(|words| body.matches(words).count() == 1), "{body}");
    assert_eq!(crawled.line("/tw/river.html")["script"], "traditional");
    assert_eq!(crawled.line("/news/bridge.html")["source"], "新村日报");
}

fn refusals_are_told(crawled: &Crawled) {
    let reasons = crawled.reasons();
    let expected = [
        ("/", "no article: list"),
        ("/about.html", "answered 404"),
        ("/big.html", "more than 50000 bytes"),
        ("/drafts/1.html", "robots.txt forbids it"),
        ("/file", "holds application/octet-stream, not a page"),
        ("/gone.html", "answered 404"),
        ("/private/moved.html", "robots.txt forbids it"),
        ("/private/plan.html", "robots.txt forbids it"),
        ("/query?a=1&b=2", "answered 404"),
        ("/other/under.html", "answered 404"),
        (SLOW, "no answer within 15000 ms"),
    ];
    for (path, reason) in expected {
        assert_eq!(reasons.get(path).map(String::as_str), Some(reason), "{path}");
    }
    assert!(reasons.contains_key("/broken.html"), "a page that broke off");
    assert!(!crawled.paths("fetched").contains(&"/broken.html".to_owned()));
    for (path, reason) in [
        ("/moved/away", "which is not on the site"),
        ("/moved/private", "robots.txt forbids it"),
        ("/moved/circle", "in a circle"),
        ("/moved/circle/back", "in a circle"),
        ("/noise.html", "control characters"),
    ] {
        assert!(reasons[path].contains(reason.trim_start_matches("which is ")), "{path}: {}", reasons[path]);
    }
    assert!(crawled.report["elsewhere"].as_u64().unwrap() >= 2);
}

fn traps_are_bounded(asked: &[&str]) {
    let count = |start| asked.iter().filter(|path| path.starts_with(start)).count();
    assert_eq!(count("/calendar?"), 10, "pages of one folder");
    assert_eq!(count("/deep/"), 6, "links from the start");
}

fn gbk_is_decoded_by_the_library(crawled: &Crawled, portal: &Portal) {
    let address = portal.at(GBK);
    let bytes = portal::gbk();
    let article = Cleaner::new().page(&bytes).url(&address).clean().unwrap();
    assert_eq!(article.title.as_deref(), Some("春耕开始"));
    let mut expected = serde_json::to_value(&article).unwrap();
    expected["id"] = address.into();
    assert_eq!(crawled.line(GBK), &expected);
}

/// The time between an answer and the next request, as the server saw it, is never shorter than the delay: a slow
/// machine makes it longer.
fn pauses_are_kept(requests: &[Request], delay: Duration) {
    for pair in requests.windows(2) {
        let pause = pair[1].began.checked_duration_since(pair[0].ended.unwrap());
        assert!(pause.is_some_and(|pause| pause >= delay), "{pause:?} before {}", pair[1].path);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_delay_is_kept_and_requests_come_one_at_a_time() {
    for engine in ENGINES {
        let portal = Portal::serve(Ok(ANSWERED)).await.unwrap();
        let options = ["--delay", "40", "--timeout", "60000", "--max-folder", "8", "--max-depth", "2"];
        let crawled = crawl(engine, &portal, &options).await;
        assert!(crawled.success);
        let requests = portal.record().requests();
        assert!(requests.len() > 20, "{:?}", asked(&requests));
        pauses_are_kept(&requests, Duration::from_millis(40));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_delay_that_robots_txt_asks_for_is_kept() {
    for engine in ENGINES {
        let portal = Portal::serve(Ok("User-agent: *\nDisallow: /slow\nCrawl-delay: 0.1\n")).await.unwrap();
        crawl(engine, &portal, &["--delay", "0", "--timeout", "60000", "--max-pages", "8"]).await;
        let requests = portal.record().requests();
        assert_eq!(requests.len(), 9);
        pauses_are_kept(&requests, Duration::from_millis(100));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_crawl_ends_at_its_number_of_pages() {
    for engine in ENGINES {
        let portal = Portal::serve(Err(StatusCode::NOT_FOUND)).await.unwrap();
        let crawled =
            crawl(engine, &portal, &["--delay", "0", "--timeout", "60000", "--max-pages", "5"]).await;
        assert_eq!(portal.record().requests().len(), 6, "robots.txt and five pages");
        assert!(crawled.reasons().values().any(|reason| reason == "the crawl has had its 5 pages"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn further_pages_of_an_article_are_as_deep_as_its_first() {
    for engine in ENGINES {
        let portal = Portal::serve(Ok(ROBOTS)).await.unwrap();
        let crawled =
            crawl_from("/news/long.html", engine, &portal, &["--delay", "0", "--max-depth", "0"]).await;
        let pages = ["/news/long.html", "/news/long_2.html", "/news/long_3.html"];
        assert_eq!(asked(&portal.record().requests())[1..], pages);
        assert_eq!((crawled.lines.len(), crawled.paths("joined").len()), (1, 1));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_fetched_where_robots_txt_forbids_all_or_fails() {
    let cases = [
        (Ok("User-agent: *\nDisallow: /\n"), "robots.txt forbids it"),
        (Err(StatusCode::SERVICE_UNAVAILABLE), "robots.txt could not be read: answered 503"),
    ];
    for (robots, reason) in cases {
        for engine in ENGINES {
            let portal = Portal::serve(robots).await.unwrap();
            let crawled = crawl(engine, &portal, &["--delay", "0"]).await;
            assert_eq!(asked(&portal.record().requests()), ["/robots.txt"]);
            assert!(!crawled.success && crawled.lines.is_empty());
            assert_eq!(crawled.reasons()["/"], reason);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_cleaning_the_same_pages_are_fetched() {
    for engine in ENGINES {
        let mut fetched = Vec::new();
        for options in [&[][..], &["--no-clean"]] {
            let portal = Portal::serve(Ok("User-agent: *\nDisallow: /slow\n")).await.unwrap();
            let crawled =
                crawl(engine, &portal, &[&["--delay", "0", "--max-folder", "8"], options].concat()).await;
            fetched.push(
                crawled
                    .paths("fetched")
                    .into_iter()
                    .filter(|path| !path.starts_with("/calendar"))
                    .collect::<BTreeSet<_>>(),
            );
        }
        assert!(fetched[0].contains(GBK));
        assert_eq!(fetched[0], fetched[1]);
    }
}

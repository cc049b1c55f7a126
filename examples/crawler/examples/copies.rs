//! Serves copies of saved pages until it is stopped, and prints the address: what a crawl of them costs is measured so.

use axum::Router;
use axum::extract::State;
use axum::http::Uri;
use axum::response::{Html, IntoResponse, Response};
use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;
use std::sync::Arc;

const USAGE: &str = "usage: copies COPIES FILE…";
/// The copies alone: what a saved page links to is not here.
const ROBOTS: &str = "User-agent: *\nAllow: /$\nAllow: /copy/\nDisallow: /\n";

struct Copies {
    index: String,
    pages: Vec<Vec<u8>>,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let copies: usize = arguments.next().ok_or(USAGE)?.parse()?;
    let pages = arguments.map(std::fs::read).collect::<Result<Vec<_>, _>>()?;
    let mut index = String::from("<title>新村网</title>");
    for copy in 0..copies {
        for page in 0..pages.len() {
            let _ = write!(index, "<p><a href=/copy/{page}/{copy}.html>{copy}</a>");
        }
    }
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    writeln!(std::io::stdout(), "http://{}/", listener.local_addr()?)?;
    let served = Router::new().fallback(answer).with_state(Arc::new(Copies { index, pages }));
    tokio::select! {
        ended = axum::serve(listener, served) => Ok(ended?),
        stopped = tokio::signal::ctrl_c() => Ok(stopped?),
    }
}

async fn answer(State(copies): State<Arc<Copies>>, uri: Uri) -> Response {
    let page =
        uri.path().strip_prefix("/copy/").and_then(|path| path.split('/').next()?.parse::<usize>().ok());
    match (uri.path(), page.and_then(|page| copies.pages.get(page))) {
        ("/robots.txt", _) => ROBOTS.into_response(),
        // Whatever charset it is in.
        (_, Some(page)) => ([("content-type", "text/html")], page.clone()).into_response(),
        _ => Html(copies.index.clone()).into_response(),
    }
}

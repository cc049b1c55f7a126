//! A small news portal on loopback, with what a crawler meets on a large one, and a record of who asked for what.

mod pages;
mod record;

pub(crate) use pages::{GBK, gbk};
pub(crate) use record::{Record, Request};

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{Response, StatusCode, Uri};
use futures_util::{StreamExt, stream};
use pages::Reply;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpListener;

/// Longer than anybody waits.
const SLOW: Duration = Duration::from_secs(600);

/// What the portal's robots.txt says.
pub(crate) const ROBOTS: &str = "User-agent: *\nDisallow: /private/\nDisallow: /draft\nAllow: /\n";

/// A portal that is being served. It ends with the runtime.
pub(crate) struct Portal {
    address: SocketAddr,
    record: Record,
}

impl Portal {
    /// Serves it on a free port, with this robots.txt or this status in its place.
    pub(crate) async fn serve(robots: Result<&'static str, StatusCode>) -> std::io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let record = Record::default();
        let portal = Router::new().fallback(answer).with_state((record.clone(), robots));
        tokio::spawn(async move { axum::serve(listener, portal).await });
        Ok(Self { address, record })
    }

    /// The absolute address of a path.
    pub(crate) fn at(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Who asked for what until now.
    pub(crate) fn record(&self) -> &Record {
        &self.record
    }
}

type Serving = (Record, Result<&'static str, StatusCode>);

async fn answer(State((record, robots)): State<Serving>, uri: Uri) -> Response<Body> {
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let _under_way = record.begin(path);
    let reply = match (path, robots) {
        ("/robots.txt", Ok(rules)) => Reply::of("text/plain", rules),
        ("/robots.txt", Err(status)) => Reply { status: status.as_u16(), ..Reply::of("text/plain", "") },
        _ => pages::reply(path),
    };
    if path == pages::SLOW_PATH {
        tokio::time::sleep(SLOW).await;
    }
    let mut response = Response::builder().status(reply.status).header("content-type", reply.content_type);
    if let Some(to) = reply.location {
        response = response.header("location", to);
    }
    let body = if path == pages::BROKEN_PATH { broken(reply.body) } else { Body::from(reply.body) };
    response.body(body).unwrap_or_default()
}

/// A body that comes whole, and of which more was to come when the server went away.
fn broken(body: Vec<u8>) -> Body {
    let pieces = [Ok(body), Err(std::io::Error::from(std::io::ErrorKind::ConnectionAborted))];
    Body::from_stream(stream::iter(pieces).then(|piece| async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        piece
    }))
}

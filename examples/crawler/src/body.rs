//! A response in, its bytes out, read up to a limit, or what went wrong in words.

use reqwest::{Error, Response};

/// The first `limit` bytes of a body, and no more than a chunk besides of it in memory.
pub(crate) async fn start(mut answer: Response, limit: usize) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    while let Some(chunk) = answer.chunk().await? {
        bytes.extend_from_slice(&chunk);
        if bytes.len() >= limit {
            bytes.truncate(limit);
            break;
        }
    }
    Ok(bytes)
}

/// An error with what caused it, innermost last, without the address.
pub(crate) fn reason(error: Error) -> String {
    let error = error.without_url();
    let causes = std::iter::successors(Some(&error as &dyn std::error::Error), |error| error.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

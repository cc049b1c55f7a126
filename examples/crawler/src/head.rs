//! The head of a response in, what is to be done with its body out.

use crate::refusal::Refusal;
use reqwest::StatusCode;
use reqwest::header::{CONTENT_TYPE, HeaderMap, LOCATION};

#[derive(Debug, PartialEq)]
pub(crate) enum Head {
    /// A page, of this Content-Type.
    Page(Option<String>),
    /// Another address, as it is written.
    Redirect(String),
}

impl Head {
    /// # Errors
    /// What gives no page: another status, another type, a redirect to nowhere.
    pub(crate) fn of(status: StatusCode, headers: &HeaderMap) -> Result<Self, Refusal> {
        let header =
            |name| headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
        if matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308) {
            return header(LOCATION).map(Self::Redirect).ok_or(Refusal::NoTarget);
        }
        if !status.is_success() {
            return Err(Refusal::Status(status.as_u16()));
        }
        let content_type = header(CONTENT_TYPE);
        match content_type {
            Some(other) if !is_page(&other) => Err(Refusal::ContentType(other)),
            content_type => Ok(Self::Page(content_type)),
        }
    }
}

fn is_page(content_type: &str) -> bool {
    let name = content_type.split(';').next().unwrap_or_default().trim();
    ["text/html", "application/xhtml+xml", "text/plain"].iter().any(|page| name.eq_ignore_ascii_case(page))
}

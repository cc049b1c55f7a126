//! A web archive in, its pages out: responses and resources (WARC), and text that somebody stripped out of them
//! (conversions, WET).

use super::http::response;
use super::page::{Content, Found, MAX_BYTES, Page};
use super::read::{Input, Reading};
use super::record::{Head, Record, Records};
use std::io::{self, BufRead};
use std::ops::ControlFlow;
use std::path::Path;
use zhengwen::Form;

/// Longest record that is kept: a page of the largest size, and its HTTP head.
const MAX_CONTENT: u64 = 2 * MAX_BYTES as u64;

pub(crate) fn pages(
    path: &Path,
    source: impl BufRead,
    reading: &Reading,
    each: &mut dyn FnMut(Found) -> ControlFlow<()>,
) -> io::Result<ControlFlow<()>> {
    let mut records = Records::new(source, MAX_CONTENT);
    let mut is_empty = true;
    let mut is_other = false;
    for nth in 1.. {
        let wanted = |head: &Head| holds_page(head) && !is_other_input(head, reading.input);
        let found = match records.next(wanted)? {
            None => break,
            Some(Ok(Record::Passed(head))) => {
                is_other |= is_other_input(&head, reading.input);
                Ok(None)
            }
            Some(Ok(Record::Read(head, content))) => page(path, nth, &head, content),
            Some(Err(reason)) => Err(reason),
        };
        let found = match found {
            Ok(None) => continue,
            Ok(Some(page)) => Found::Page(page),
            Err(reason) => {
                let Page { id, .. } = Page::of_container(path, nth, Content::Bytes(Vec::new()), None);
                Found::Failed { id, reason }
            }
        };
        is_empty = false;
        if each(found).is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
    if is_empty && is_other {
        return Ok(each(Found::failed(path, "its pages are of the other kind: --input auto reads them")));
    }
    Ok(ControlFlow::Continue(()))
}

/// True for a record that may hold a page. Wget keeps its arguments as resources of addresses in a scheme of its own.
pub(crate) fn holds_page(head: &Head) -> bool {
    let is_of_crawler = head.url.as_deref().is_some_and(|url| url.starts_with("metadata:"));
    matches!(head.kind.as_str(), "response" | "resource" | "conversion") && !is_of_crawler
}

/// True for what holds pages, but not of the kind that was asked for.
fn is_other_input(head: &Head, input: Input) -> bool {
    match head.kind.as_str() {
        "response" | "resource" => input == Input::Wet,
        "conversion" => input == Input::Warc,
        _ => false,
    }
}

/// The page of a record that may hold one; `None` where it does not.
///
/// # Errors
/// What is wrong with a response, in words.
pub(crate) fn page(path: &Path, nth: usize, head: &Head, content: Vec<u8>) -> Result<Option<Page>, String> {
    let found = match head.kind.as_str() {
        // UTF-8 by the standard of WET.
        "conversion" => Some(Page::of_container(path, nth, Content::Bytes(content), Some(Form::Dump))),
        "response" if head.content_type.starts_with("application/http") => of_response(path, nth, &content)?,
        _ => of_type(&head.content_type).ok().map(|form| {
            let content_type = Some(head.content_type.clone());
            Page { content_type, ..Page::of_container(path, nth, Content::Bytes(content), form) }
        }),
    };
    Ok(found.map(|page| Page { url: head.url.clone(), fetched: head.fetched, ..page }))
}

/// What a redirect or a picture says is no page.
fn of_response(path: &Path, nth: usize, bytes: &[u8]) -> Result<Option<Page>, String> {
    let response = response(bytes)?;
    let content_type = response.content_type.as_deref().unwrap_or_default().to_ascii_lowercase();
    let Ok(form) = of_type(&content_type) else { return Ok(None) };
    if (300..400).contains(&response.status) {
        return Ok(None);
    }
    let page = Page::of_container(path, nth, Content::Bytes(response.body), form);
    Ok(Some(Page { content_type: response.content_type, ..page }))
}

/// A media type that no page has.
struct NoPage;

/// What pages of a media type are, where it says that.
fn of_type(content_type: &str) -> Result<Option<Form>, NoPage> {
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    match essence {
        "text/html" | "application/xhtml+xml" => Ok(Some(Form::Html)),
        // A dump, or a page that its server takes for text.
        "text/plain" | "" => Ok(None),
        _ => Err(NoPage),
    }
}

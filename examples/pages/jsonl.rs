//! JSON Lines in, the pages in their objects out.

use super::page::{Content, Found, MAX_BYTES, Page};
use clap::Args;
use serde_json::value::RawValue;
use std::collections::HashMap;
use std::io::{self, BufRead, Read};
use std::ops::ControlFlow;
use std::path::Path;
use zhengwen::Form;

/// Longest line: a page of the largest size, every character of it escaped.
pub(crate) const MAX_LINE: usize = 2 * MAX_BYTES;

/// The fields of an object that a page is in.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct PageFields {
    /// JSON Lines: the field with the page [default: `html`, else `text`].
    #[arg(long, value_name = "NAME")]
    pub(crate) html_field: Option<String>,
    /// JSON Lines: the field with the page's address [default: url].
    #[arg(long, value_name = "NAME")]
    pub(crate) url_field: Option<String>,
}

type Object<'a> = HashMap<String, &'a RawValue>;

pub(crate) fn pages(
    path: &Path,
    mut source: impl BufRead,
    fields: &PageFields,
    each: &mut dyn FnMut(Found) -> ControlFlow<()>,
) -> io::Result<ControlFlow<()>> {
    let mut line = Vec::new();
    for nth in 1.. {
        line.clear();
        // A line of the largest kind leaves no room behind for all others.
        line.shrink_to(1 << 20);
        if (&mut source).take(MAX_LINE as u64).read_until(b'\n', &mut line)? == 0 {
            break;
        }
        let found = if line.len() == MAX_LINE && line.last() != Some(&b'\n') {
            rest_of_line(&mut source)?;
            Err(format!("a line of over {MAX_LINE} bytes"))
        } else if line.trim_ascii().is_empty() {
            continue;
        } else {
            page(path, nth, &line, fields)
        };
        let found = match found {
            Ok(page) => Found::Page(page),
            Err(reason) => Found::failed(&path.with_file_name(named(path, nth)), reason),
        };
        if each(found).is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
    Ok(ControlFlow::Continue(()))
}

fn named(path: &Path, nth: usize) -> std::ffi::OsString {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(":{nth}"));
    name
}

/// Passes over what is left of a line.
pub(crate) fn rest_of_line(source: &mut impl BufRead) -> io::Result<()> {
    loop {
        let buffer = source.fill_buf()?;
        let (end, is_last) = match buffer.iter().position(|&byte| byte == b'\n') {
            Some(at) => (at + 1, true),
            None => (buffer.len(), buffer.is_empty()),
        };
        source.consume(end);
        if is_last {
            return Ok(());
        }
    }
}

/// The page of line `nth`, counted from 1.
///
/// # Errors
/// A line that is no object with a page, in words.
pub(crate) fn page(path: &Path, nth: usize, line: &[u8], fields: &PageFields) -> Result<Page, String> {
    let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
    let object: Object = serde_json::from_slice(line).map_err(|error| format!("no JSON object: {error}"))?;
    let field =
        |name: &str| object.get(name).and_then(|value| serde_json::from_str::<String>(value.get()).ok());
    let (text, form) = match &fields.html_field {
        Some(name) => {
            let text = field(name).ok_or_else(|| format!("no text in a field `{name}`"))?;
            (text, None)
        }
        None => match (field("html"), field("text")) {
            (Some(html), _) => (html, Some(Form::Html)),
            (None, Some(text)) => (text, Some(Form::Dump)),
            (None, None) => {
                return Err("no text in a field `html` or `text`; --html-field names another".to_owned());
            }
        },
    };
    let page = Page::of_container(path, nth, Content::Text(text), form);
    Ok(Page {
        id: field("id").unwrap_or_else(|| page.id.clone()),
        url: field(fields.url_field.as_deref().unwrap_or("url")),
        ..page
    })
}

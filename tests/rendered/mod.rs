//! Markdown in, the HTML that widespread renderers make of it out, all of them with raw HTML allowed.

use crate::trial::Absent;
use pulldown_cmark::{Options, Parser};
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// By `pulldown-cmark`: `CommonMark` with every extension that text may stumble into.
pub(crate) fn by_pulldown(markdown: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, Parser::new_ext(markdown, options));
    html
}

/// By the renderers in JavaScript: each by its name with the HTML of each text, in order.
pub(crate) fn by_node(texts: &[String]) -> Result<Vec<(String, Vec<String>)>, Absent> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/renderers");
    if !folder.join("node_modules").is_dir() {
        return Err(Absent("no renderers: npm ci --prefix tests/renderers".to_owned()));
    }
    let mut node = Command::new("node")
        .arg(folder.join("render.js"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| Absent(format!("node: {error}")))?;
    let texts = serde_json::to_vec(texts).unwrap_or_else(|error| panic!("{error}"));
    // Node reads all of it before it writes.
    let mut input = node.stdin.take().unwrap_or_else(|| panic!("a pipe to node"));
    input.write_all(&texts).unwrap_or_else(|error| panic!("to node: {error}"));
    drop(input);
    let output = node.wait_with_output().unwrap_or_else(|error| panic!("node: {error}"));
    assert!(output.status.success(), "node: {}", output.status);
    let rendered: std::collections::BTreeMap<String, Vec<String>> =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("from node: {error}"));
    Ok(rendered.into_iter().collect())
}

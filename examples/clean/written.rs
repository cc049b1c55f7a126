//! An article in, the bytes to write out.

use crate::fields::Fields;
use crate::options::Format;
use zhengwen::Article;

/// One object a line: where the page came from, then the article's own keys.
#[derive(serde::Serialize)]
struct Line<'a> {
    id: &'a str,
    #[serde(flatten)]
    article: &'a Article,
}

/// An article as it is written, a line break at its end. With `heads`, it says whose it is where its form does not.
pub(crate) fn written(
    article: &Article,
    id: &str,
    format: Format,
    fields: &Fields,
    heads: bool,
) -> serde_json::Result<String> {
    let mut text = match format {
        Format::Text if heads => format!("==> {id} <==\n\n{}\n", plain(article)),
        Format::Text => plain(article),
        Format::Markdown => article.markdown(),
        Format::Html => article.html(),
        Format::Json if fields.is_all() => serde_json::to_string(&Line { id, article })?,
        Format::Json => fields.of(id, article)?,
    };
    text.push('\n');
    if heads {
        text += match format {
            Format::Markdown => "\n---\n\n",
            Format::Html => "<hr>\n",
            Format::Text | Format::Json => "",
        };
    }
    Ok(text)
}

/// Headline, what is known of the text, and the body, set apart by blank lines.
fn plain(article: &Article) -> String {
    let facts = [
        article.published.map(|time| time.to_string()),
        article.source.clone(),
        Some(article.authors().join("、")).filter(|names| !names.is_empty()),
    ];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join("  ");
    let parts = [article.title.clone().unwrap_or_default(), facts, article.text()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

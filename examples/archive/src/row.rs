//! An article and where it was found in, a row of the output out.

use serde::Serialize;
use serde_json::value::RawValue;
use std::sync::Arc;
use zhengwen::Article;

/// The columns, in order. In JSON Lines these are the keys.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Row {
    /// The address that the container gives, else the one that the page declares.
    pub(crate) url: Option<String>,
    pub(crate) title: Option<String>,
    /// RFC 3339, or a date alone.
    pub(crate) published: Option<String>,
    pub(crate) source: Option<String>,
    pub(crate) authors: Vec<String>,
    pub(crate) editors: Vec<String>,
    /// The body, a paragraph a line.
    pub(crate) text: String,
    /// The body's blocks, as the JSON of an article has them.
    pub(crate) blocks: Box<RawValue>,
    pub(crate) kind: &'static str,
    /// From 0 to 1.
    pub(crate) confidence: f64,
    pub(crate) language: Option<String>,
    pub(crate) script: Option<&'static str>,
    /// The 64 bits of [`Article::fingerprint`], as a number with a sign: not every reader knows others.
    pub(crate) fingerprint: i64,
    /// The fingerprint of an earlier article that this one is a near copy of.
    pub(crate) near_fingerprint: Option<i64>,
    /// The input's path.
    pub(crate) file: Arc<str>,
    pub(crate) offset: u64,
    pub(crate) offset_in_member: u64,
}

impl Row {
    /// # Errors
    /// Blocks that JSON cannot hold.
    pub(crate) fn of(
        article: &Article,
        url: Option<String>,
        file: &Arc<str>,
        at: crate::place::Position,
    ) -> serde_json::Result<Self> {
        let owned = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect();
        Ok(Self {
            url: url.or_else(|| article.url.clone()),
            title: article.title.clone(),
            published: article.published.map(|time| time.to_string()),
            source: article.source.clone(),
            authors: owned(article.authors()),
            editors: owned(article.editors()),
            text: article.text(),
            blocks: RawValue::from_string(serde_json::to_string(&article.body)?)?,
            kind: article.kind.as_str(),
            confidence: article.confidence,
            language: article.language.clone(),
            script: article.script.map(zhengwen::Script::as_str),
            fingerprint: article.fingerprint().cast_signed(),
            near_fingerprint: None,
            file: Arc::clone(file),
            offset: at.offset,
            offset_in_member: at.inside,
        })
    }

    /// About how much memory it takes.
    pub(crate) fn bytes(&self) -> usize {
        size_of::<Self>() + self.text.len() + self.blocks.get().len()
    }
}

//! The keys of an article that were asked for.

use serde_json::{Map, Value};
use std::fmt::Write as _;
use zhengwen::Article;

/// Keys of an article's JSON, in the order to write them; all where none is named.
pub(crate) struct Fields(Vec<String>);

impl Fields {
    /// # Errors
    /// A key that no article has, with those it has.
    pub(crate) fn named(names: &[String]) -> Result<Self, String> {
        let known = map(&Article::default()).map_err(|error| error.to_string())?;
        match names.iter().find(|name| name.as_str() != "id" && !known.contains_key(name.as_str())) {
            Some(name) => {
                let known = known.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
                Err(format!("no field `{name}`; an article has {known}"))
            }
            None => Ok(Self(names.iter().filter(|name| *name != "id").cloned().collect())),
        }
    }

    pub(crate) fn is_all(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn of(&self, id: &str, article: &Article) -> serde_json::Result<String> {
        let map = map(article)?;
        let mut line = format!("{{\"id\":{}", serde_json::to_string(id)?);
        for name in &self.0 {
            let value = map.get(name).unwrap_or(&Value::Null);
            let _ = write!(line, ",{}:{value}", serde_json::to_string(name)?);
        }
        line.push('}');
        Ok(line)
    }
}

fn map(article: &Article) -> serde_json::Result<Map<String, Value>> {
    match serde_json::to_value(article)? {
        Value::Object(map) => Ok(map),
        _ => Ok(Map::new()),
    }
}

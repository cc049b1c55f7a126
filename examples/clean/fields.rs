//! The keys of an article that were asked for.

use serde_json::{Map, Value};
use std::fmt::Write as _;
use zhengwen::Article;

/// Keys of an article's JSON behind `id`, in the order to write them; all where none is named.
pub(crate) struct Fields(Option<Vec<String>>);

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
            None if names.is_empty() => Ok(Self(None)),
            None => {
                let mut once = Vec::new();
                for name in names {
                    if name != "id" && !once.contains(name) {
                        once.push(name.clone());
                    }
                }
                Ok(Self(Some(once)))
            }
        }
    }

    pub(crate) fn is_all(&self) -> bool {
        self.0.is_none()
    }

    pub(crate) fn of(&self, id: &str, article: &Article) -> serde_json::Result<String> {
        let map = map(article)?;
        let mut line = format!("{{\"id\":{}", serde_json::to_string(id)?);
        for name in self.0.iter().flatten() {
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

//! TOML in, rules out, or every mistake in it with its place.

use super::css::Css;
use super::{BadRules, Host, Rule, RuleMistake, Rules};
use std::ops::Range;
use std::str::FromStr;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What a rule may say.
const KEYS: &str = "host, body, drop, title, time, author, source or phrases";

impl FromStr for Rules {
    type Err = BadRules;

    /// # Errors
    /// Where the text is no TOML; else keys that no rule has, values of another kind, and selectors that are none:
    /// all of them, each with line and column.
    fn from_str(text: &str) -> Result<Self, BadRules> {
        let mut load = Load { text, mistakes: Vec::new() };
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in &errors {
            load.mistake(error.span().unwrap_or_default(), error.message().to_owned());
        }
        // What is read of text that is no TOML would be told to be wrong as well.
        let rules = if errors.is_empty() { load.rules(table.get_ref()) } else { Vec::new() };
        let Load { mut mistakes, .. } = load;
        if mistakes.is_empty() {
            return Ok(Self(rules.into()));
        }
        mistakes.sort_by_key(|mistake| (mistake.line, mistake.column));
        Err(BadRules { mistakes })
    }
}

struct Load<'a> {
    text: &'a str,
    mistakes: Vec<RuleMistake>,
}

impl Load<'_> {
    fn mistake(&mut self, at: Range<usize>, message: String) {
        let before = self.text.get(..at.start).unwrap_or(self.text);
        let line = before.rsplit('\n').next().unwrap_or_default();
        let (line, column) = (1 + before.matches('\n').count(), 1 + line.chars().count());
        self.mistakes.push(RuleMistake { line, column, message });
    }

    fn rules(&mut self, table: &DeTable) -> Vec<Rule> {
        let mut rules = Vec::new();
        for (key, value) in table {
            match (&**key.get_ref(), value.get_ref()) {
                ("rule", DeValue::Array(tables)) => {
                    for table in tables {
                        match table.get_ref() {
                            DeValue::Table(rule) => rules.extend(self.rule(table.span(), rule)),
                            other => {
                                self.mistake(table.span(), format!("a rule is a table, not {}", a(other)));
                            }
                        }
                    }
                }
                ("rule", _) => self.mistake(key.span(), "rules begin with `[[rule]]`".to_owned()),
                (other, _) => {
                    self.mistake(key.span(), format!("no key `{other}`: rules begin with `[[rule]]`"));
                }
            }
        }
        rules
    }

    /// `None` where it has no host that can be read.
    fn rule(&mut self, at: Range<usize>, table: &DeTable) -> Option<Rule> {
        let mut host = None;
        let mut rule = Rule {
            host: Host { name: String::new(), below: false },
            body: Vec::new(),
            drop: Vec::new(),
            title: Vec::new(),
            time: Vec::new(),
            author: Vec::new(),
            source: Vec::new(),
            phrases: Vec::new(),
        };
        for (key, value) in table {
            match &**key.get_ref() {
                "host" => host = Some(self.host(value)),
                "phrases" => rule.phrases = self.texts(value).into_iter().map(|(text, _)| text).collect(),
                "body" => rule.body = self.selectors(value),
                "drop" => rule.drop = self.selectors(value),
                "title" => rule.title = self.selectors(value),
                "time" => rule.time = self.selectors(value),
                "author" => rule.author = self.selectors(value),
                "source" => rule.source = self.selectors(value),
                other => self.mistake(key.span(), format!("no key `{other}` in a rule: {KEYS}")),
            }
        }
        match host {
            None => {
                self.mistake(at, "a rule needs a `host`".to_owned());
                None
            }
            Some(host) => Some(Rule { host: host?, ..rule }),
        }
    }

    fn host(&mut self, value: &Spanned<DeValue>) -> Option<Host> {
        let text = match value.get_ref() {
            DeValue::String(text) => text.trim().to_lowercase(),
            other => {
                self.mistake(value.span(), format!("a host is a string, not {}", a(other)));
                return None;
            }
        };
        let (name, below) = match text.strip_prefix("*.") {
            Some(name) => (name, true),
            None => (&*text, false),
        };
        if name.is_empty() || name.contains(['*', '/', ':', ' ']) {
            let message = format!("`{text}` is no host: `news.example`, or `*.example` for all below it too");
            self.mistake(value.span(), message);
            return None;
        }
        Some(Host { name: name.to_owned(), below })
    }

    fn selectors(&mut self, value: &Spanned<DeValue>) -> Vec<Css> {
        let mut selectors = Vec::new();
        for (text, at) in self.texts(value) {
            match Css::new(&text) {
                Ok(selector) => selectors.push(selector),
                Err(message) => self.mistake(at, message),
            }
        }
        selectors
    }

    /// A string or a list of them, with their places.
    fn texts(&mut self, value: &Spanned<DeValue>) -> Vec<(String, Range<usize>)> {
        let values = match value.get_ref() {
            DeValue::Array(values) => values.iter().collect(),
            _ => vec![value],
        };
        let mut texts = Vec::new();
        for value in values {
            match value.get_ref() {
                DeValue::String(text) if text.trim().is_empty() => {
                    self.mistake(value.span(), "an empty string".to_owned());
                }
                DeValue::String(text) => texts.push((text.trim().to_owned(), value.span())),
                other => {
                    self.mistake(value.span(), format!("a string or a list of strings, not {}", a(other)));
                }
            }
        }
        texts
    }
}

/// What a value is, with its article.
fn a(value: &DeValue) -> String {
    let kind = value.type_str();
    let article = if kind.starts_with(['a', 'i']) { "an" } else { "a" };
    format!("{article} {kind}")
}

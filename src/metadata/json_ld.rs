//! JSON-LD text in, single strings out. No reader of JSON: pages break it, and a few keys are wanted.

use crate::text::space;
use crate::work::{Part, look};

/// Longest value read, in characters.
const LONGEST_VALUE: usize = 2000;
/// Longest number read: Unix milliseconds have 13 digits.
const LONGEST_NUMBER: usize = 20;

/// The string that is the first value of `key`, or stands first under `name` in the object or list there.
pub(crate) fn string(json: &str, key: &str) -> Option<String> {
    look(Part::Head, json.len());
    let (_, after) = json.split_once(&format!("\"{key}\""))?;
    let value = after.trim_start().strip_prefix(':')?.trim_start();
    if let Some(text) = value.strip_prefix('"') {
        return unescape(text);
    }
    if !value.starts_with(['{', '[']) {
        return None;
    }
    let near: String = value.chars().take(LONGEST_VALUE).collect();
    let end = near.find('}').unwrap_or(near.len());
    let (_, name) = near.get(..end)?.split_once("\"name\"")?;
    unescape(name.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?)
}

/// As [`string`], and numbers: `"datePublished": 1710987605`.
pub(crate) fn scalar(json: &str, key: &str) -> Option<String> {
    let number = || {
        let (_, after) = json.split_once(&format!("\"{key}\""))?;
        let value = after.trim_start().strip_prefix(':')?.trim_start();
        let digits: String = value.chars().take_while(char::is_ascii_digit).take(LONGEST_NUMBER).collect();
        (!digits.is_empty()).then_some(digits)
    };
    string(json, key).or_else(number)
}

/// The text up to the closing quotation mark, escapes resolved.
fn unescape(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut chars = text.chars().take(LONGEST_VALUE);
    while let Some(c) = chars.next() {
        match c {
            '"' => return Some(space::collapse(&out)).filter(|out| !out.is_empty()),
            '\\' => match chars.next()? {
                'u' => {
                    let digits: String = chars.by_ref().take(4).collect();
                    out.extend(u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32));
                }
                'n' | 't' | 'r' => out.push(' '),
                other => out.push(other),
            },
            c => out.push(c),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_found_plain_in_objects_and_in_lists() {
        let json = r#"{"headline": "春\u8015", "author":[{"@type":"Person","name":"张三"}],"publisher":{"name":"某报"}}"#;
        assert_eq!(string(json, "headline").as_deref(), Some("春耕"));
        assert_eq!(string(json, "author").as_deref(), Some("张三"));
        assert_eq!(string(json, "datePublished"), None);
        let json = r#"{"datePublished": 1710987605, "dateModified":"2024-03-22"}"#;
        assert_eq!(scalar(json, "datePublished").as_deref(), Some("1710987605"));
        assert_eq!(scalar(json, "dateModified").as_deref(), Some("2024-03-22"));
        assert_eq!(string(r#"{"headline":"没有结束"#, "headline"), None);
    }
}

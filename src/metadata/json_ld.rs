//! JSON-LD text in, the values of single keys out.

use crate::input::literals::Literals;
use crate::text::space;
use crate::text::start::start;
use crate::work::{Part, look};

/// Longest value read, in characters.
const LONGEST_VALUE: usize = 2000;
/// Longest number read: Unix milliseconds have 13 digits.
const LONGEST_NUMBER: usize = 20;

/// The string that is the first value of `key`, or stands first under `name` in the object or list there.
pub(crate) fn string(json: &str, key: &str) -> Option<String> {
    let value = value(json, key)?;
    let literal = if value.starts_with(['{', '[']) {
        let object = value.split('}').next().unwrap_or(value);
        Literals::new(object).skip_while(|literal| !(literal.is_key && literal.value == "name")).nth(1)
    } else {
        Literals::new(value).next().filter(|_| value.starts_with('"'))
    };
    literal.map(|literal| space::collapse(&literal.value)).filter(|text| !text.is_empty())
}

/// As [`string`], and numbers: `"datePublished": 1710987605`.
pub(crate) fn scalar(json: &str, key: &str) -> Option<String> {
    let digits = || value(json, key)?.split(|c: char| !c.is_ascii_digit()).next();
    let number = || digits().filter(|digits| (1..=LONGEST_NUMBER).contains(&digits.len())).map(str::to_owned);
    string(json, key).or_else(number)
}

/// What stands behind a key, as far as it is read.
fn value<'j>(json: &'j str, key: &str) -> Option<&'j str> {
    look(Part::Head, json.len());
    let (_, after) = json.split_once(&format!("\"{key}\""))?;
    Some(start(after.trim_start().strip_prefix(':')?.trim_start(), LONGEST_VALUE))
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
    }
}

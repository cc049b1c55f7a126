//! Scripts in, the time of publication that they hold as data out: `publish_time: 1710987605`.
//!
//! Only asked where neither the page nor its head tells it. States also hold other articles: a key
//! that gives several days gives none.

use super::head;
use crate::lexicon::kinds::{Meta, metas};
use crate::page_time::PageTime;
use crate::text::space;
use crate::text::start::start;
use crate::work::{Part, look};

/// Longest value read, in characters.
const LONGEST: usize = 32;
/// Occurrences of a key that are looked at in a script: more are a list's.
const MOST: usize = 20;

/// The time that the first key with one day gives.
pub(crate) fn published(scripts: &[&str]) -> Option<PageTime> {
    metas(Meta::State).iter().find_map(|key| one_day(scripts.iter().flat_map(|script| times(script, key))))
}

/// The most exact of times that are all of one day.
fn one_day(times: impl Iterator<Item = PageTime>) -> Option<PageTime> {
    let mut best: Option<PageTime> = None;
    for time in times {
        match best {
            Some(known) if known.datetime.date() != time.datetime.date() => return None,
            Some(known) if known.precision >= time.precision => {}
            _ => best = Some(time),
        }
    }
    best
}

fn times<'a>(script: &'a str, key: &'a str) -> impl Iterator<Item = PageTime> + 'a {
    look(Part::Data, script.len());
    let whole = move |at: usize| {
        let before = script.get(..at).and_then(|text| text.chars().next_back());
        before.is_none_or(|c| !(c.is_alphanumeric() || c == '_' || c == '-'))
    };
    let places = script.match_indices(key).filter(move |&(at, _)| whole(at)).take(MOST);
    places.filter_map(move |(at, key)| head::time(value(script.get(at + key.len()..)?)?))
}

/// The value after a key: behind its closing quotation mark and `:` or `=`.
fn value(after: &str) -> Option<&str> {
    let after = after.trim_start_matches(['"', '\'', '\\']).trim_start_matches(space::is_blank);
    let after = after.strip_prefix([':', '='])?.trim_start_matches(space::is_blank);
    let after = after.trim_start_matches(['"', '\'', '\\']);
    let near = start(after, LONGEST + 1);
    let end = near.find(['"', '\'', '\\', ',', ';', '}', '\n'])?;
    near.get(..end).filter(|value| value.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::published;

    fn read(script: &str) -> Option<String> {
        published(&[script]).map(|time| time.to_string())
    }

    #[test]
    fn keys_and_variables_of_page_states_give_the_time() {
        assert_eq!(read("var ct = \"1710987605\";").as_deref(), Some("2024-03-21T10:20:05+08:00"));
        assert_eq!(read("{\"publish_time\":1710987605123}").as_deref(), Some("2024-03-21T10:20:05+08:00"));
        assert_eq!(read("create_time: '2024-03-21 10:20',").as_deref(), Some("2024-03-21T10:20:00+08:00"));
        assert_eq!(read("{\\\"ptime\\\":\\\"2024-03-21\\\"}").as_deref(), Some("2024-03-21"));
    }

    #[test]
    fn a_key_of_several_days_and_parts_of_names_give_none() {
        assert_eq!(read("[{publish_time:'2024-03-21',},{publish_time:'2024-03-22',}]"), None);
        assert_eq!(read("var product = 1710987605; abct = '2024-03-21';"), None);
        assert_eq!(read("ct = Date.now();"), None);
        assert_eq!(read("publish_time: 09-1.24,"), None);
    }
}

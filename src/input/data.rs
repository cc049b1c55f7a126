//! Scripts and other texts that a page holds for them in, the article text among them out: JSON-LD, state objects,
//! inline JSON, templates, form fields, attributes.
//!
//! Found by shape, never by host: the string literal with most Chinese running text, one under a
//! content-like key before others. Only asked where the visible page has no body.

use super::escapes::uncovered;
use super::literals::{Literal, Literals, Place};
use super::pushes::{pushed, texts};
use crate::text::punctuation;
use crate::work::{Part, look};

/// Least Chinese characters and marks of a string that can be a body. A brief has 60 characters
/// and 4 marks; menus and titles in page states have no marks.
const LEAST_HAN: usize = 60;
const LEAST_MARKS: usize = 3;
/// Bytes of such a string: a Chinese character has three, and escaped more.
const LEAST_BYTES: usize = 3 * LEAST_HAN;
/// How much more a string under a content-like key counts.
const KEY_BONUS: usize = 3;
/// JSON inside a JSON string is looked into this deep.
const MAX_NESTING: usize = 3;

/// Longest key that is looked at, in bytes.
const LONGEST_KEY: usize = 64;

/// What a text that stands by itself counts as.
const HELD: &str = "content";
/// Words in names of keys that hold bodies.
const CONTENT_KEYS: &[&str] =
    &["content", "body", "article", "html", "text", "rendered", "detail", "main", "neirong"];

/// The text or HTML of the article that one of `held`, texts as they are, or of `scripts` holds, if any. Of two that
/// say as much the first.
pub(crate) fn body<'a>(
    held: impl IntoIterator<Item = &'a str>,
    scripts: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    let mut search = Search::default();
    for text in held {
        search.text(text);
    }
    let mut stream = String::new();
    for script in scripts {
        match pushed(script) {
            Some(piece) => stream.push_str(piece),
            None => search.script(script),
        }
    }
    search.stream(&stream);
    search.best.map(|found| found.text)
}

struct Found {
    text: String,
    weight: usize,
}

/// A list of texts that is open.
struct List {
    number: u32,
    /// Brackets around its items.
    depth: usize,
    key: String,
    /// Its texts so far, a line each.
    text: String,
}

#[derive(Default)]
struct Search {
    best: Option<Found>,
}

impl Search {
    /// A text of its own, markup or JSON.
    fn text(&mut self, text: &str) {
        match uncovered(text) {
            text if text.trim_start().starts_with(['{', '[']) => self.literals(text.into_owned()),
            text => self.weigh(text.into_owned(), HELD),
        }
    }

    /// A program, or a template, which no browser runs.
    fn script(&mut self, script: &str) {
        let start = script.trim_start();
        if start.starts_with('<') && !start.starts_with("<!--") {
            self.text(script);
        } else {
            self.literals(script.to_owned());
        }
    }

    /// What a page pushed in pieces.
    fn stream(&mut self, pieces: &str) {
        if pieces.is_empty() {
            return;
        }
        look(Part::Data, pieces.len());
        let quoted = format!("\"{pieces}\"");
        let Some(Literal { value, .. }) = Literals::new(&quoted).next() else { return };
        let (texts, rest) = texts(&value);
        for text in texts {
            self.text(text);
        }
        self.literals(rest);
    }

    /// Looks at every string literal of a script; those that are JSON again are looked into.
    fn literals(&mut self, script: String) {
        let mut waiting = vec![(script, 0)];
        while let Some((source, nesting)) = waiting.pop() {
            look(Part::Data, source.len());
            let mut key = String::new();
            let mut lists: Vec<List> = Vec::new();
            for literal in Literals::new(&source) {
                let Place { depth, list } = literal.place;
                let is_over =
                    |open: &mut List| open.depth > depth || open.depth == depth && Some(open.number) != list;
                while let Some(over) = lists.pop_if(is_over) {
                    self.list(over);
                }
                match (list, lists.last_mut()) {
                    (Some(number), Some(open)) if open.number == number => {
                        open.text.extend(["\n", &literal.value]);
                    }
                    (Some(number), _) => {
                        lists.push(List { number, depth, key: key.clone(), text: literal.value.clone() });
                    }
                    (None, _) => {}
                }
                if literal.is_key {
                    key = literal.value;
                } else if literal.value.len() < LEAST_BYTES {
                    // Neither a body nor what could hold one.
                } else if nesting < MAX_NESTING && literal.value.trim_start().starts_with(['{', '[']) {
                    waiting.push((literal.value, nesting + 1));
                } else {
                    self.weigh(uncovered(&literal.value).into_owned(), &key);
                }
            }
            lists.into_iter().rev().for_each(|list| self.list(list));
        }
    }

    /// A body may be a list of its paragraphs.
    fn list(&mut self, list: List) {
        if list.text.contains('\n') {
            self.weigh(list.text, &list.key);
        }
    }

    fn weigh(&mut self, text: String, key: &str) {
        let (han, marks) = text.chars().fold((0, 0), |(han, marks), c| {
            let mark = punctuation::is_sentence_mark(c) || punctuation::is_inner_mark(c);
            (han + usize::from(punctuation::is_han(c)), marks + usize::from(mark && !c.is_ascii()))
        });
        if han < LEAST_HAN || marks < LEAST_MARKS {
            return;
        }
        look(Part::Data, text.len() + key.len().min(LONGEST_KEY));
        let key = if key.len() > LONGEST_KEY { String::new() } else { key.to_ascii_lowercase() };
        let named = CONTENT_KEYS.iter().any(|word| key.contains(word));
        let weight = han * if named { KEY_BONUS } else { 1 };
        if self.best.as_ref().is_none_or(|best| weight > best.weight) {
            self.best = Some(Found { text, weight });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "今年春天来得早，河边的柳树已经发芽，孩子们放学以后都跑到草地上放风筝。老人们说，\
        这样的好天气已经很多年没有见过了，大家都愿意出来走一走，看一看，晒晒太阳，聊聊家常。";

    fn found(script: &str) -> Option<String> {
        body([], [script])
    }

    #[test]
    fn a_body_is_found_in_json_and_in_javascript() {
        assert_eq!(found(&format!(r#"{{"title":"春天","content":"{BODY}"}}"#)).as_deref(), Some(BODY));
        assert_eq!(found(&format!("var page = {{ content: '{BODY}' }};")).as_deref(), Some(BODY));
        assert_eq!(
            found(&format!(r#"window.allData = {{"doc":{{"text":"<p>{BODY}<\/p>"}}}};"#)),
            Some(format!("<p>{BODY}</p>"))
        );
    }

    #[test]
    fn escapes_and_json_inside_json_are_read() {
        let escaped = BODY.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect::<Vec<_>>().concat();
        assert_eq!(found(&format!(r#"{{"content":"{escaped}"}}"#)).as_deref(), Some(BODY));
        let inner = format!(r#"{{\"content\":\"{BODY}\"}}"#);
        assert_eq!(found(&format!(r#"push("{inner}")"#)).as_deref(), Some(BODY));
    }

    #[test]
    fn a_list_of_paragraphs_is_one_body() {
        let (one, two) = BODY.split_at(BODY.find('。').unwrap_or(0));
        let script = format!(r#"{{"tags":["春天","柳树"],"content":["{one}", "{two}"],"title":"春天"}}"#);
        assert_eq!(found(&script), Some(format!("{one}\n{two}")));
    }

    #[test]
    fn a_list_of_paragraphs_ends_with_its_bracket() {
        let (one, two) = BODY.split_at(BODY.find('。').unwrap_or(0));
        let script = format!(
            r#"{{"content":["{one}","",null,3,["图"],{{"src":"/a.png","alt":"柳"}},true,"{two}"],"title":"春天"}}"#
        );
        assert_eq!(found(&script), Some(format!("{one}\n\n{two}")));
    }

    #[test]
    fn a_page_state_in_one_list_is_no_list_of_paragraphs() {
        let script =
            format!(r#"[["Reactive",1],{{"title":2,"text":3}},"春天来得早","{BODY}","2024-03-21","柳树"]"#);
        assert_eq!(found(&script).as_deref(), Some(BODY));
        assert_eq!(found(&format!(r#"[{{"title":1}},"春天来得早","{BODY}","柳树"]"#)).as_deref(), Some(BODY));
    }

    #[test]
    fn strings_put_together_are_one() {
        let (one, two) = BODY.split_at(BODY.find('。').unwrap_or(0));
        assert_eq!(found(&format!("var a = '{one}' +\n  \"{two}\";")).as_deref(), Some(BODY));
    }

    #[test]
    fn a_body_pushed_in_pieces_is_found() {
        let text = format!("<p>{BODY}</p>");
        let row = format!("1a:[\\\"$\\\"]\\n2:T{:x},{text}3:null", text.len());
        let (one, two) = row.split_at(row.find('，').unwrap_or(0));
        let scripts = [format!("f.push([1,\"{one}\"])"), format!("f.push([1,\"{two}\"])")];
        assert_eq!(body([], scripts.iter().map(String::as_str)), Some(text));
    }

    #[test]
    fn texts_that_stand_by_themselves_count_as_they_are() {
        let text = format!("<p>{BODY}</p>");
        let escaped = text.replace('<', "&lt;").replace('>', "&gt;");
        let json = format!("{{\"title\":\"春天\",\"content\":\"{text}\"}}");
        for held in [&text, &escaped, &json] {
            assert_eq!(body([held.as_str()], []).as_deref(), Some(&*text), "{held}");
        }
        assert_eq!(found(&text), Some(text.clone()), "a template");
    }

    #[test]
    fn menus_and_code_hold_no_body() {
        assert_eq!(found(&format!(r#"{{"menu":"{}"}}"#, "首页新闻体育财经".repeat(20))), None);
        assert_eq!(found("if (a < 'b') { return \"c\\"), None);
    }
}

//! A text with radicals in place of characters in, as it reads out: ⽂件 → 文件. PDF readers copy the glyphs of
//! fonts that map both to one.
//!
//! Radicals, compatibility ideographs and Latin ligatures alone: full-width marks are Chinese as they are.

use crate::text::punctuation::is_han;
use crate::work::{Part, look};
use memchr::memchr_iter;
use std::borrow::Cow;
use std::sync::LazyLock;
use unicode_normalization::char::decompose_compatible;

/// Radicals beside Chinese characters that a text has at least where they stand for characters. A text on radicals
/// sets each apart, in quotes or a list; a copied page of 500 characters has dozens.
const LEAST_IN_WORDS: usize = 3;

/// `text` with its radicals as the characters they stand for, where they do.
pub(super) fn read(text: Cow<str>) -> Cow<str> {
    if !may_have_radicals(&text) || !stand_in_words(&text) {
        return text;
    }
    look(Part::Lines, text.len());
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        push(c, &mut out);
    }
    Cow::Owned(out)
}

/// The characters that `c` stands for; itself where it stands for none.
fn push(c: char, out: &mut String) {
    match c {
        '\u{2E80}'..='\u{2EFF}' => out.push(supplement(c)),
        '\u{2F00}'..='\u{2FDF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FB00}'..='\u{FB06}'
        | '\u{2F800}'..='\u{2FA1F}' => {
            decompose_compatible(c, |part| out.push(part));
        }
        _ => out.push(c),
    }
}

fn supplement(c: char) -> char {
    static TABLE: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
        let lines = include_str!("radicals.tsv").lines().filter(|line| !line.starts_with('#'));
        let pairs = lines.filter_map(|line| line.split_once('\t'));
        pairs.filter_map(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?))).collect()
    });
    TABLE
        .binary_search_by_key(&c, |&(from, _)| from)
        .ok()
        .and_then(|at| TABLE.get(at))
        .map_or(c, |&(_, to)| to)
}

/// The first bytes of these characters; most texts have no byte like them but of full-width marks.
fn may_have_radicals(text: &str) -> bool {
    let bytes = text.as_bytes();
    look(Part::Lines, bytes.len());
    let is = |at: usize, second: std::ops::RangeInclusive<u8>| {
        bytes.get(at + 1).is_some_and(|b| second.contains(b))
    };
    memchr_iter(0xE2, bytes).any(|at| is(at, 0xBA..=0xBF))
        || memchr_iter(0xEF, bytes).any(|at| is(at, 0xA4..=0xAC))
}

fn is_radical(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{2EFF}' | '\u{2F00}'..='\u{2FDF}' | '\u{F900}'..='\u{FAFF}')
}

/// True where enough of them stand in words: beside a character, or another of them.
fn stand_in_words(text: &str) -> bool {
    look(Part::Lines, text.len());
    let mut before = ' ';
    let mut pending = false;
    let mut in_words = 0;
    for c in text.chars() {
        let radical = is_radical(c);
        let in_word = is_han(c) || radical;
        in_words += usize::from(pending && in_word);
        // Beside the character before it; else the next one tells.
        let beside = radical && (is_han(before) || is_radical(before));
        in_words += usize::from(beside);
        pending = radical && !beside;
        if in_words >= LEAST_IN_WORDS {
            return true;
        }
        before = c;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(text: &str) -> String {
        read(Cow::Borrowed(text)).into_owned()
    }

    #[test]
    fn radicals_in_words_are_read_as_characters() {
        assert_eq!(reading("⼈⺠法院⻓期保存⽂件，⻔⼝⽴牌。"), "人民法院长期保存文件，门口立牌。");
        assert_eq!(reading("⽅便⾯ﬁle，⾦額不變"), "方便面file，金額不變");
    }

    #[test]
    fn a_text_on_radicals_and_full_width_marks_keeps_them() {
        for text in [
            "部首“⽔”写作“⺡”，部首“⽕”写作“⺣”，部首“⼈”写作“⺅”。",
            "⼀、⼁、⼂、⼃、⼄、⼅",
            "ＡＢＣ，１２３！",
        ] {
            assert_eq!(reading(text), text);
        }
    }

    #[test]
    fn every_radical_of_the_list_is_one_and_in_order() {
        let rows = include_str!("radicals.tsv").lines().filter(|line| !line.starts_with('#'));
        let radicals: Vec<char> = rows.filter_map(|row| row.chars().next()).collect();
        assert!(radicals.is_sorted() && radicals.iter().all(|&c| is_radical(c)), "{radicals:?}");
        assert!(radicals.iter().all(|&c| supplement(c) != c));
    }
}

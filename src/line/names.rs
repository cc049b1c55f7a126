//! A word in, the names it writes out. What may be a name depends on what it stands in, not on its letters
//! alone: behind a title stands a name unless it is surely none.

use super::tokens::is_name_dot;
use crate::lexicon::kinds::{Word, before_word};
use crate::lexicon::people::{
    is_chinese_name, is_never_of_name, is_no_name, is_of_given_parts, is_office, is_place, surname_chars,
    without_place,
};
use crate::lexicon::sources::{before_follow_button, before_post};
use crate::lexicon::{self, labels};
use crate::text::{punctuation, space};

/// Longest name in letters, and longest one behind a label in Chinese characters: a full foreign name,
/// the account of a party branch.
const LONGEST: usize = 40;
const LONGEST_HAN: usize = 14;
/// Longest transcribed name, in characters.
const LONGEST_TRANSCRIBED: usize = 16;

/// Longest name without dots that needs no family name of the list: 扎西顿珠.
const LONGEST_PLAIN: usize = 4;

/// What a word stands in, and so what may be a name there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trust {
    /// Behind a label with a mark: anything short is a name, codes and offices too.
    Labelled,
    /// Behind a title, with nothing after it that goes on: what has a name's length.
    Titled,
    /// Nothing but its place speaks for it: what has a name's form.
    Bare,
    /// As that, and one word in letters: `Daisy`.
    Beside,
    /// As that, and no name in letters: those stand under pictures.
    Chinese,
}

/// The names that a word writes.
pub(crate) fn names(word: &str, trust: Trust) -> Vec<String> {
    let word = without_code(word.trim_matches(is_frame));
    let word = before_follow_button(word).filter(|name| is_known(name)).unwrap_or(word);
    let word = word.strip_suffix('等').filter(|name| is_chinese_name(name)).unwrap_or(word);
    if let Some(names) = split_at_and(word) {
        return names;
    }
    if is_name(word, trust) {
        return vec![written(word)];
    }
    if matches!(trust, Trust::Labelled | Trust::Titled) { two(word) } else { Vec::new() }
}

/// The names of a word before 報導 or 電, which a place and a date may stand right behind: 王小明台北21日.
pub(crate) fn names_before_place(word: &str) -> Vec<String> {
    let is_date = |c: char| c.is_ascii_digit() || matches!(c, '月' | '日' | '年');
    let undated = word.trim_end_matches(is_date);
    if word.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return names(undated.trim_end_matches(punctuation::is_han), Trust::Titled);
    }
    let mut name = undated;
    while let Some(rest) = without_place(name).filter(|name| name.chars().count() >= 2) {
        name = rest;
    }
    if name.len() == undated.len() && name.chars().count() > LONGEST_PLAIN && !is_known(name) {
        // No place of the list: most names have three characters.
        let surname = surname_chars(name).unwrap_or(1);
        let end = name.char_indices().nth(surname + 2).map_or(name.len(), |(at, _)| at);
        name = name.get(..end).unwrap_or(name);
    }
    names(name, Trust::Titled)
}

/// True for what has a name's form, whatever it stands in.
pub(crate) fn is_known(name: &str) -> bool {
    is_chinese_name(name)
        || is_of_given_parts(name)
        || is_spaced(name)
        || is_transcribed(name)
        || is_latin_name(name) && name.contains(' ')
}

/// `Xiaohe(陳小明)`: a pen name in letters with the name in brackets, which is part of it.
pub(crate) fn is_pen_name_with_name(text: &str) -> bool {
    text.is_char_boundary(1)
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.ends_with([')', '\u{FF09}'])
}

fn is_name(name: &str, trust: Trust) -> bool {
    let chars = name.chars().count();
    // What fits is rare: most is told so before the lists are asked.
    if chars == 0 || !fits(name, chars, trust) {
        return false;
    }
    let number = name.chars().all(|c| c.is_ascii_digit() || c == '.');
    let none = before_word(name, Word::Made).is_some()
        || number
        || is_no_name(name)
        || labels::is_label(name)
        || is_place(name)
        || is_amount(name)
        || is_chrome(name)
        || chars > LONGEST_PLAIN && before_post(name).is_some_and(|who| !is_known(who))
        || is_address(name);
    !none
}

/// True for what has the length and form of a name of such trust.
fn fits(name: &str, chars: usize, trust: Trust) -> bool {
    match trust {
        Trust::Labelled => {
            let han = name.chars().any(punctuation::is_han);
            chars <= if han { LONGEST_HAN } else { LONGEST } && name.chars().any(char::is_alphanumeric)
        }
        // 由佚名 is who is named no more.
        Trust::Titled => {
            is_known(name) || has_name_length(name, chars) && !is_office(name) && !name.starts_with('由')
        }
        Trust::Bare => is_known(name) && !is_district(name),
        Trust::Beside => is_known(name) && !is_district(name) || is_latin_name(name),
        Trust::Chinese => is_chinese_name(name) && !is_district(name) || is_transcribed(name),
    }
}

/// Two to four Chinese characters, more with a middle dot, or letters.
fn has_name_length(name: &str, chars: usize) -> bool {
    if name.chars().all(punctuation::is_han) {
        return (2..=4).contains(&chars) && !name.contains(is_never_of_name);
    }
    // A number alone counts something.
    let code = chars >= 2 && name.chars().all(|c| c.is_ascii_alphanumeric());
    is_spaced(name)
        || is_transcribed(name)
        || is_latin_name(name)
        || code && name.contains(|c: char| c.is_ascii_alphabetic())
}

/// True for what ends as towns and districts do, of any number of characters but two: 柳溪镇.
pub(crate) fn is_district(name: &str) -> bool {
    name.chars().count() > 2
        && name.ends_with(['县', '縣', '镇', '鎮', '乡', '鄉', '村', '区', '區', '市'])
        && name.chars().all(punctuation::is_han)
}

/// Two or three Chinese characters.
pub(crate) fn is_short_han(name: &str) -> bool {
    (2..=3).contains(&name.chars().count()) && name.chars().all(punctuation::is_han)
}

/// 王 芳: a blank between two characters.
fn is_spaced(name: &str) -> bool {
    let mut chars = name.chars();
    let spaced = matches!(
        (chars.next(), chars.next(), chars.next(), chars.next()),
        (Some(_), Some(blank), Some(_), None) if space::is_blank(blank)
    );
    spaced && is_chinese_name(&written(name))
}

/// True for a name transcribed in Chinese characters, with dots inside: 约翰·史密斯.
pub(crate) fn is_transcribed(name: &str) -> bool {
    let parts = || name.split(is_name_dot).map(|part| part.trim_matches(' '));
    name.chars().count() <= LONGEST_TRANSCRIBED
        && name.starts_with(punctuation::is_han)
        && (2..=4).contains(&parts().count())
        && parts().all(|part| {
            (1..=6).contains(&part.chars().count())
                && part
                    .chars()
                    .all(|c| punctuation::is_han(c) || c.is_ascii_alphabetic() || matches!(c, '.' | '-'))
                && !(is_office(part) && part.chars().count() > 2)
        })
}

/// True for a name in Latin letters, one word or more: `Mary Lee`, `J.K. Rowling`, `MARY LEE`.
pub(crate) fn is_latin_name(name: &str) -> bool {
    let shouted =
        name.contains(' ') && name.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '.' | '-'));
    let is_word = |word: &str| {
        let mut chars = word.chars();
        chars.next().is_some_and(char::is_uppercase)
            && chars.all(|c| {
                c.is_lowercase()
                    || matches!(c, '.' | '-' | '\'' | '\u{2019}')
                    || is_name_dot(c)
                    || c.is_uppercase()
                        && (shouted || word.contains(|c| matches!(c, '.' | '-' | '\'') || is_name_dot(c)))
            })
    };
    name.chars().count() <= LONGEST
        && name.split(' ').count() <= 4
        && name.split(' ').all(is_word)
        && name.split(' ').any(|word| word.len() > 1)
        && !name.split(' ').any(is_no_name)
        && !crate::lexicon::people::is_organ(name)
}

/// A name in letters of more than one word: `Mary Lee`, `Yukan·Hayung`.
pub(super) fn is_full_latin_name(name: &str) -> bool {
    name.len() <= LONGEST && name.contains(|c| c == ' ' || is_name_dot(c)) && is_latin_name(name)
}

/// A number and what it counts: 每100字, 30元.
fn is_amount(name: &str) -> bool {
    let pairs = name.chars().zip(name.chars().skip(1));
    let counts = |c| {
        matches!(
            c,
            '元' | '字'
                | '个'
                | '個'
                | '年'
                | '月'
                | '日'
                | '次'
                | '人'
                | '万'
                | '萬'
                | '点'
                | '點'
                | '期'
                | '版'
        )
    };
    pairs.into_iter().any(|(digit, unit)| digit.is_ascii_digit() && counts(unit))
}

/// Labels of buttons and counts that stand in a line of fields: 放大, 收藏.
fn is_chrome(name: &str) -> bool {
    lexicon::find(name).covered_chars == name.chars().count()
}

/// Addresses of pages and of mail.
pub(crate) fn is_address(text: &str) -> bool {
    let domain = text.is_ascii()
        && text.rsplit_once('.').is_some_and(|(name, end)| {
            name.split('.').all(|part| part.len() > 1) && (2..=4).contains(&end.len()) && !text.contains(' ')
        });
    domain || text.contains('@') || text.contains("://") || text.contains("www.")
}

/// Codes that systems put beside a name: `PK155`, `NF055`.
pub(crate) fn is_code(word: &str) -> bool {
    word.chars().any(|c| c.is_ascii_digit()) && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// `王小明_NB0012` and `王小明PK155` are a name with a code after it, `王小明A-A` one with the buttons for the size of type.
fn without_code(word: &str) -> &str {
    let name = word.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    let code = word.get(name.len()..).unwrap_or_default();
    let coded = code.contains(|c: char| c.is_ascii_digit() || c == '-')
        && code.contains(|c: char| c.is_ascii_alphabetic())
        && is_chinese_name(name);
    // 张三1 分钟: how long it takes to read.
    let counted = (1..=2).contains(&code.len()) && code.chars().all(|c| c.is_ascii_digit()) && is_known(name);
    if coded || counted || code.starts_with('_') && name.chars().all(punctuation::is_han) && !name.is_empty()
    {
        name
    } else {
        word
    }
}

fn is_frame(c: char) -> bool {
    matches!(c, '-' | '_' | '.' | '"' | '\'' | '\u{A9}' | '\u{2019}' | '\u{B7}' | '\u{2022}')
}

/// A name as it is given: no blank between Chinese characters.
fn written(name: &str) -> String {
    if name.chars().all(|c| punctuation::is_han(c) || space::is_blank(c)) {
        name.chars().filter(|&c| !space::is_blank(c)).collect()
    } else {
        name.to_owned()
    }
}

/// `张三和李四` is two; 和 and 于 are family names too, so both sides must be names.
fn split_at_and(word: &str) -> Option<Vec<String>> {
    word.char_indices().filter(|(_, c)| matches!(c, '和' | '与' | '與' | '及' | '暨')).find_map(|(at, c)| {
        let (left, right) = (word.get(..at)?, word.get(at + c.len_utf8()..)?);
        let is_name = |name: &str| is_chinese_name(name) || is_transcribed(name);
        (is_name(left) && is_name(right)).then(|| vec![left.to_owned(), right.to_owned()])
    })
}

/// Five or six characters with a family name at both halves are two names without a mark between them.
pub(crate) fn two(word: &str) -> Vec<String> {
    let cuts: &[usize] = match word.chars().count() {
        5 => &[3, 2],
        6 => &[3],
        _ => return Vec::new(),
    };
    let two = cuts.iter().find_map(|&cut| {
        let middle = word.char_indices().nth(cut)?.0;
        let (left, right) = (word.get(..middle)?, word.get(middle..)?);
        (is_chinese_name(left) && is_chinese_name(right)).then(|| vec![left.to_owned(), right.to_owned()])
    });
    two.unwrap_or_default()
}

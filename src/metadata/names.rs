//! A run of names in, each name alone out: lists split, affiliations and brackets off.

pub(crate) use crate::lexicon::people::is_chinese_name;
use crate::lexicon::{
    self,
    people::{is_no_name, is_organ, is_place, surname_chars},
};
use crate::text::{punctuation, space};
use crate::work::{Part, look};

/// Longest name taken behind a label, in characters: `系统管理员`, a full foreign name.
const LONGEST_NAME: usize = 24;

/// What a run stands in, and so what may be a name in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trust {
    /// After a label with a colon: anything short is a name, codes and offices too.
    Labelled,
    /// After a title such as 记者: what has a name's length.
    Titled,
    /// Nothing but the place speaks for it: Chinese names with a known family name only.
    Bare,
}

/// The names of `run`.
pub(crate) fn names(run: &str, trust: Trust) -> Vec<String> {
    look(Part::People, run.len());
    let mut pieces = pieces(run, trust);
    if let Some(label) = pieces.iter().skip(1).position(|piece| is_labelled(piece)) {
        pieces.truncate(label + 1);
    }
    let some_han_name = pieces.iter().any(|piece| piece.chars().any(punctuation::is_han));
    let some_person = pieces.iter().any(|piece| is_chinese_name(clean(piece)));
    let mut names: Vec<String> = Vec::new();
    for (nth, piece) in pieces.iter().enumerate() {
        look(Part::People, piece.len() + names.len());
        let name = clean(piece);
        let code = some_han_name && is_code(name);
        // Beside a person, an office is where they work and a long run is no name.
        let beside = some_person && (is_organ(name) || is_long_han(name));
        let office = nth == 0 && trust == Trust::Labelled && is_office_of_next(run, &pieces);
        if !code
            && !beside
            && !office
            && is_name(name, trust)
            && !names.iter().any(|known| known == name)
            && !is_chrome(name)
        {
            names.push(name.to_owned());
        }
    }
    names
}

/// `版式：张三`: a field of its own, whatever its label says.
fn is_labelled(piece: &str) -> bool {
    piece.split_once(['\u{FF1A}', ':']).is_some_and(|(label, _)| label.chars().any(punctuation::is_han))
}

/// `某评 张三`: before a person and a blank, two or three characters without a family name are an office.
fn is_office_of_next(run: &str, pieces: &[String]) -> bool {
    let [office, next, ..] = pieces else { return false };
    let (office, next) = (office.as_str(), clean(next));
    let spaced = space::trim(run).strip_prefix(office).is_some_and(|rest| rest.starts_with(space::is_blank));
    let short = (2..=3).contains(&office.chars().count()) && office.chars().all(punctuation::is_han);
    spaced && short && surname_chars(office).is_none() && is_chinese_name(next)
}

/// Labels of buttons and counts that stand in a line of fields: 放大, 默认, 收藏.
fn is_chrome(name: &str) -> bool {
    lexicon::find(name).covered_chars == name.chars().count()
}

/// True for a name in Latin letters, one word or more: `Mary Lee`, `J.K. Rowling`.
pub(crate) fn is_latin_name(name: &str) -> bool {
    let mut words = name.split(' ').peekable();
    words.peek().is_some()
        && name.chars().count() <= LONGEST_NAME
        && words.all(|word| {
            let mut chars = word.chars();
            let capital = chars.next().is_some_and(char::is_uppercase);
            capital
                && chars.all(|c| {
                    c.is_lowercase()
                        || matches!(c, '.' | '-' | '\'' | '\u{2019}')
                        || c.is_uppercase() && word.contains('.')
                })
        })
}

fn is_name(name: &str, trust: Trust) -> bool {
    let chars = name.chars().count();
    if chars == 0
        || chars > LONGEST_NAME
        || is_no_name(name)
        || name.contains(['@', '\u{FFFC}', '\u{300C}', '\u{201C}', '\u{300A}'])
        || is_place(name)
        || is_amount(name)
    {
        return false;
    }
    match trust {
        Trust::Labelled => {
            name.chars().any(char::is_alphanumeric)
                && !name.chars().any(punctuation::is_sentence_mark)
                && (chars <= 14 || name.is_ascii())
                && !name.contains("://")
                && !name.contains("www.")
        }
        Trust::Titled => has_name_length(name, chars) && (is_chinese_name(name) || !is_organ(name)),
        Trust::Bare => is_chinese_name(name),
    }
}

/// A number and what it counts: 每100字, 30元.
fn is_amount(name: &str) -> bool {
    let pairs = name.chars().zip(name.chars().skip(1));
    let counts = |c| matches!(c, '元' | '字' | '个' | '個' | '年' | '月' | '日' | '次' | '人' | '万' | '萬');
    pairs.into_iter().any(|(digit, unit)| digit.is_ascii_digit() && counts(unit))
}

/// Two to four Chinese characters, more with a middle dot, or letters.
fn has_name_length(name: &str, chars: usize) -> bool {
    if name.contains(is_dot) {
        return chars <= 16
            && name.chars().all(|c| punctuation::is_han(c) || is_dot(c) || c.is_ascii_alphabetic());
    }
    if name.chars().all(punctuation::is_han) {
        return (2..=3).contains(&chars) || chars == 4 && surname_chars(name).is_some();
    }
    // A number alone counts something.
    let code = chars >= 2 && name.chars().all(|c| c.is_ascii_alphanumeric());
    is_latin_name(name) || code && name.contains(|c: char| c.is_ascii_alphabetic())
}

/// True for a name transcribed in Chinese characters, with dots inside: 约翰·史密斯.
pub(crate) fn is_transcribed(name: &str) -> bool {
    let dotted = name.starts_with(punctuation::is_han) && name.contains(is_dot);
    dotted && has_name_length(name, name.chars().count())
}

/// The dots that stand inside a transcribed name.
fn is_dot(c: char) -> bool {
    matches!(c, '\u{B7}' | '\u{2022}' | '\u{2027}' | '\u{30FB}' | '\u{FF65}')
}

fn is_long_han(name: &str) -> bool {
    name.chars().count() > 4 && name.chars().all(punctuation::is_han)
}

/// Codes that systems put beside a name: `PK155`, `NF055`.
fn is_code(piece: &str) -> bool {
    piece.chars().any(|c| c.is_ascii_digit()) && piece.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

fn clean(piece: &str) -> &str {
    let framed = |c: char| {
        space::is_blank(c)
            || matches!(
                c,
                ':' | '\u{FF1A}'
                    | '-'
                    | '\u{2014}'
                    | '\u{2022}'
                    | '\u{B7}'
                    | '*'
                    | '.'
                    | '/'
                    | '\u{FF0F}'
                    | '\u{2571}'
            )
            || ('\u{25A0}'..='\u{25FF}').contains(&c)
            || matches!(
                c,
                '\u{3002}'
                    | '>'
                    | '<'
                    | '#'
                    | '|'
                    | '\u{FF5C}'
                    | '\u{4E28}'
                    | '"'
                    | '\u{201C}'
                    | '\u{201D}'
                    | '_'
            )
            || matches!(
                c,
                '[' | ']' | '\u{3010}' | '\u{3011}' | '\u{3014}' | '\u{3015}' | '\u{300A}' | '\u{300B}'
            )
    };
    let mut piece = piece.trim_matches(framed);
    // Chinese names carry notes in brackets: （实习）, （微博）; a Latin one its Chinese form, which is part of it.
    if piece.chars().next().is_some_and(punctuation::is_han) {
        let cut = piece.find(['(', '\u{FF08}', '[', '\u{3010}']).unwrap_or(piece.len());
        piece = piece.get(..cut).unwrap_or(piece);
    }
    if !piece.contains(['(', '\u{FF08}']) {
        piece = piece.split([')', '\u{FF09}']).next().unwrap_or(piece);
    }
    let piece = piece.trim_matches(framed);
    let piece = piece.strip_suffix('等').filter(|name| is_chinese_name(name)).unwrap_or(piece);
    without_code(piece)
}

/// `王小明_NB0012` is a name with a code after it.
fn without_code(piece: &str) -> &str {
    match piece.split_once('_') {
        Some((name, code)) if name.chars().all(punctuation::is_han) && code.is_ascii() => name,
        _ => piece,
    }
}

/// Splits at list marks, at 和, 与 and 及 between names, and at blanks between Chinese names.
fn pieces(run: &str, trust: Trust) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let is_list_mark = |c: char| {
        matches!(
            c,
            '\u{3001}'
                | '\u{FF0C}'
                | ','
                | ';'
                | '\u{FF1B}'
                | '&'
                | '\u{FF06}'
                | '+'
                | '|'
                | '\u{FF5C}'
                | '\u{4E28}'
                | '\u{FFFC}'
                | '\u{3000}'
        ) || matches!(c, '/' | '\u{FF0F}' | '\u{2571}')
    };
    for item in run.split(is_list_mark).map(without_country) {
        let mut words: Vec<String> = Vec::new();
        for word in item.split(space::is_blank).filter(|word| !word.is_empty()) {
            match words.last_mut() {
                Some(last) if joins(last, word) => {
                    if word.chars().all(|c| !punctuation::is_han(c)) {
                        last.push(' ');
                    }
                    last.push_str(word);
                }
                _ => words.push(word.to_owned()),
            }
        }
        pieces.extend(words.iter().flat_map(|word| split_at_and(word, trust)));
    }
    pieces
}

/// `[美] 约翰·史密斯` without the country.
fn without_country(item: &str) -> &str {
    let item = space::trim(item);
    let inside = item.strip_prefix(['[', '\u{FF08}', '(', '\u{3014}', '\u{3010}', '\u{FF3B}']);
    let country = inside
        .and_then(|inside| inside.split_once([']', '\u{FF09}', ')', '\u{3015}', '\u{3011}', '\u{FF3D}']));
    match country {
        Some((country, name)) if country.chars().count() <= 3 && !space::trim(name).is_empty() => name,
        _ => item,
    }
}

/// True where a blank is inside a name: `Ryan Foley`, `王 芳`.
fn joins(last: &str, word: &str) -> bool {
    let latin = |text: &str| text.chars().all(|c| c.is_ascii() && !c.is_ascii_digit());
    let single = |text: &str| text.chars().count() == 1 && text.chars().all(punctuation::is_han);
    latin(last) && latin(word)
        || single(last) && single(word) && surname_chars(last).is_some()
        || word.starts_with('(')
        || word.starts_with('\u{FF08}')
}

/// `张三和李四` is two; 和 and 于 are family names too, so both sides must be names.
fn split_at_and(word: &str, trust: Trust) -> Vec<String> {
    for (at, c) in word.char_indices().filter(|(_, c)| matches!(c, '和' | '与' | '與' | '及' | '暨')) {
        let (Some(left), Some(right)) = (word.get(..at), word.get(at + c.len_utf8()..)) else { continue };
        if (2..=4).contains(&left.chars().count()) && (2..=4).contains(&right.chars().count()) {
            return vec![left.to_owned(), right.to_owned()];
        }
    }
    // Where nothing says that people are named, it is the name of an account: 周末访谈录.
    let glued = if trust == Trust::Bare { None } else { two_glued(word) };
    glued.unwrap_or_else(|| vec![word.to_owned()])
}

/// Five or six characters with a family name at both halves are two names without a mark between them.
fn two_glued(word: &str) -> Option<Vec<String>> {
    let chars = word.chars().count();
    let cuts: &[usize] = match chars {
        5 => &[3, 2],
        6 => &[3],
        _ => return None,
    };
    cuts.iter().find_map(|&cut| {
        let middle = word.char_indices().nth(cut)?.0;
        let (left, right) = (word.get(..middle)?, word.get(middle..)?);
        (is_chinese_name(left) && is_chinese_name(right)).then(|| vec![left.to_owned(), right.to_owned()])
    })
}

//! Characters of a line, folded for scanning: full-width digits and marks as ASCII, blanks as one kind.
//!
//! Folding keeps one character for one, so that places in the folded line are places in the line.

use crate::text::numerals::{counted, is_numeral};
use crate::text::space;
use crate::work::{Part, look};

/// `text` character by character, as the scanners read it.
pub(crate) fn fold(text: &str) -> Vec<char> {
    look(Part::Times, text.len());
    let mut line = Vec::with_capacity(text.len());
    line.extend(text.chars().map(fold_char));
    line
}

/// One character as the scanners read it.
pub(crate) fn fold_char(c: char) -> char {
    match c {
        // Most of a line.
        '\u{4E00}'..='\u{9FFF}' => c,
        '\u{FF01}'..='\u{FF5E}' => u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(c),
        '\u{2571}' | '\u{2215}' | '\u{2044}' => '/',
        '\u{FE55}' => ':',
        c if space::is_blank(c) => ' ',
        c => c,
    }
}

/// The first place from `at` on whose character is not `wanted`.
pub(crate) fn skip(line: &[char], at: usize, wanted: impl Fn(char) -> bool) -> usize {
    let rest = line.get(at..).unwrap_or_default();
    let run = rest.iter().take_while(|&&c| wanted(c)).count();
    look(Part::Times, run + 1);
    at + run
}

/// Longest run of numerals that is read: 二〇二四 has four, 一百一十三 five.
const LONGEST_NUMERAL: usize = 8;

/// The end of a run of `wanted` numerals, if it is no longer than any number is: runs without end stand in
/// hostile pages, and are asked for at each of their characters.
pub(crate) fn skip_numeral(line: &[char], at: usize, wanted: impl Fn(char) -> bool) -> Option<usize> {
    let run = line.get(at..)?.iter().take(LONGEST_NUMERAL + 1).take_while(|&&c| wanted(c)).count();
    look(Part::Times, run + 1);
    (run <= LONGEST_NUMERAL).then_some(at + run)
}

pub(crate) fn skip_blanks(line: &[char], at: usize) -> usize {
    skip(line, at, |c| c == ' ')
}

/// True where `word` stands at `at`, small and capital letters alike.
pub(crate) fn starts_with(line: &[char], at: usize, word: &str) -> bool {
    let mut rest = line.get(at..).unwrap_or_default().iter();
    word.chars().all(|w| rest.next().is_some_and(|c| w.eq_ignore_ascii_case(c)))
}

/// The end of the first of `words`, none of which begins with a digit, that stands at `at`.
pub(crate) fn one_of(line: &[char], at: usize, words: &[&str]) -> Option<usize> {
    if line.get(at)?.is_ascii_digit() {
        return None;
    }
    words.iter().find(|word| starts_with(line, at, word)).map(|word| at + word.chars().count())
}

/// True for the characters of which every time has at least one: digits, `/`, and 年 behind a year in numerals.
pub(crate) fn is_in_every_time(c: char) -> bool {
    match c {
        '\u{4E00}'..='\u{9FFF}' => c == '年',
        '0'..='9' | '/' | '\u{FF10}'..='\u{FF19}' | '\u{FF0F}' | '\u{2571}' | '\u{2215}' | '\u{2044}' => true,
        _ => false,
    }
}

const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A month by name: `May`, `Sept.`, `四月`.
pub(crate) fn month_name(line: &[char], at: usize) -> Option<(u64, usize)> {
    let first = *line.get(at)?;
    if first.is_ascii_alphabetic() {
        // What the months begin with: most words begin otherwise.
        if !matches!(first.to_ascii_lowercase(), 'j' | 'f' | 'm' | 'a' | 's' | 'o' | 'n' | 'd') {
            return None;
        }
        let month = MONTHS.iter().zip(1..).find(|(name, _)| starts_with(line, at, name))?.1;
        return Some((month, skip(line, at, |c| c.is_ascii_alphabetic())));
    }
    let end = skip_numeral(line, at, is_numeral)?;
    let month = counted(line.get(at..end)?)?;
    (line.get(end) == Some(&'月') && month > 0).then_some((month, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_every_time_folds_to_a_digit_or_a_slash_or_is_behind_a_year() {
        for c in '\0'..=char::MAX {
            let folded = fold_char(c);
            assert_eq!(is_in_every_time(c), folded.is_ascii_digit() || matches!(folded, '/' | '年'), "{c:?}");
        }
    }
}

//! What a character is to the counts of a line, looked up at once: asking each question of each
//! character costs more than all else that is done with a line.

use super::{punctuation, space};

/// The kinds that a character is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Class(u8);

impl Class {
    pub(crate) const BLANK: Self = Self(1);
    pub(crate) const HAN: Self = Self(1 << 1);
    pub(crate) const DIGIT: Self = Self(1 << 2);
    pub(crate) const LATIN: Self = Self(1 << 3);
    pub(crate) const SENTENCE_MARK: Self = Self(1 << 4);
    pub(crate) const INNER_MARK: Self = Self(1 << 5);
    /// Full-width commas and semicolons.
    pub(crate) const COMMA: Self = Self(1 << 6);
    /// Parts two tokens of a menu: blanks too.
    pub(crate) const DIVIDER: Self = Self(1 << 7);

    /// The class of `c`.
    #[inline]
    pub(crate) fn of(c: char) -> Self {
        let number = c as usize;
        match number {
            0x4E00..=0x9FFF => Self::HAN,
            0..ASCII_END => ASCII[number],
            MARKS_START..MARKS_END => MARKS[number - MARKS_START],
            WIDE_START..WIDE_END => WIDE[number - WIDE_START],
            _ => classify(c),
        }
    }

    pub(crate) fn is(self, kind: Self) -> bool {
        self.0 & kind.0 != 0
    }
}

/// True where `text` begins with a unified ideograph, U+4E00 to U+9FFF: most characters of a page are, and
/// their first bytes tell.
pub(crate) fn begins_unified(text: &str) -> bool {
    matches!(text.as_bytes(), [0xE5..=0xE9, ..] | [0xE4, 0xB8..=0xBF, ..])
}

const ASCII_END: usize = 0x80;
/// General punctuation to CJK symbols.
const MARKS_START: usize = 0x2000;
const MARKS_END: usize = 0x3100;
/// Full-width forms.
const WIDE_START: usize = 0xFF00;
const WIDE_END: usize = 0x1_0000;

static ASCII: [Class; ASCII_END] = table(0);
static MARKS: [Class; MARKS_END - MARKS_START] = table(MARKS_START);
static WIDE: [Class; WIDE_END - WIDE_START] = table(WIDE_START);

const fn table<const N: usize>(start: usize) -> [Class; N] {
    let mut table = [Class(0); N];
    let mut at = 0;
    while at < N {
        #[expect(clippy::cast_possible_truncation, reason = "the tables end at U+10000")]
        if let Some(c) = char::from_u32((start + at) as u32) {
            table[at] = classify(c);
        }
        at += 1;
    }
    table
}

const fn classify(c: char) -> Class {
    let blank = space::is_blank(c);
    let divider = blank || matches!(c, '|' | '\u{FF5C}' | '>' | '/' | '\u{B7}');
    let kinds = [
        (blank, Class::BLANK),
        (punctuation::is_han(c), Class::HAN),
        (c.is_ascii_digit(), Class::DIGIT),
        (c.is_ascii_alphabetic(), Class::LATIN),
        (punctuation::is_sentence_mark(c), Class::SENTENCE_MARK),
        (punctuation::is_inner_mark(c), Class::INNER_MARK),
        (matches!(c, '\u{FF0C}' | '\u{FF1B}'), Class::COMMA),
        (divider, Class::DIVIDER),
    ];
    let mut class = 0;
    let mut at = 0;
    while at < kinds.len() {
        if kinds[at].0 {
            class |= kinds[at].1.0;
        }
        at += 1;
    }
    Class(class)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_say_of_every_character_what_its_questions_say() {
        for c in '\0'..=char::MAX {
            assert_eq!(Class::of(c), classify(c), "{c:?}");
            let unified = ('\u{4E00}'..='\u{9FFF}').contains(&c);
            assert_eq!(begins_unified(c.encode_utf8(&mut [0; 4])), unified, "{c:?}");
        }
        assert!(Class::of('中').is(Class::HAN) && !Class::of('中').is(Class::BLANK));
        assert!(Class::of('，').is(Class::INNER_MARK) && Class::of('，').is(Class::COMMA));
        assert!(Class::of('\u{3000}').is(Class::BLANK) && Class::of('\u{3000}').is(Class::DIVIDER));
    }
}

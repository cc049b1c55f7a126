//! Punctuation of Chinese text, full- and half-width: many pages write ASCII commas.

use crate::work::{Part, look};

/// Ends a sentence: 。！？… and their half-width forms.
pub(crate) const fn is_sentence_mark(c: char) -> bool {
    matches!(c, '\u{3002}' | '\u{FF01}' | '\u{FF1F}' | '\u{2026}' | '!' | '?' | '\u{FF61}' | '\u{FF0E}')
}

/// Parts the steps of a way through a site: `新闻 > 某地 > 正文`.
pub(crate) const fn is_way_mark(c: char) -> bool {
    matches!(c, '>' | '\u{BB}' | '\u{203A}')
}

/// Divides a sentence: ，、；： and their half-width forms.
pub(crate) const fn is_inner_mark(c: char) -> bool {
    matches!(c, '\u{FF0C}' | '\u{3001}' | '\u{FF1B}' | '\u{FF1A}' | ',' | ';' | ':' | '\u{FF64}' | '\u{FE50}')
}

/// Closes a quotation or bracket: ”’」』）》】〕 and their half-width forms.
pub(crate) fn is_closing(c: char) -> bool {
    matches!(
        c,
        '\u{201D}'
            | '\u{2019}'
            | '\u{300D}'
            | '\u{300F}'
            | '\u{FF09}'
            | '\u{300B}'
            | '\u{3011}'
            | '\u{3015}'
            | ')'
            | ']'
            | '"'
            | '\''
            | '\u{FF3D}'
            | '\u{FE5E}'
            | '\u{2E3A}'
    )
}

/// Opens a quotation or bracket.
pub(crate) fn is_opening(c: char) -> bool {
    matches!(
        c,
        '\u{201C}'
            | '\u{2018}'
            | '\u{300C}'
            | '\u{300E}'
            | '\u{FF08}'
            | '\u{300A}'
            | '\u{3010}'
            | '\u{3014}'
            | '('
            | '['
            | '\u{FF3B}'
            | '\u{FE5D}'
    )
}

/// A bracket that sets a note off: （】〔 and the like, no quotation marks.
pub(crate) const fn is_bracket(c: char) -> bool {
    matches!(
        c,
        '(' | ')'
            | '['
            | ']'
            | '\u{FF08}'
            | '\u{FF09}'
            | '\u{3010}'
            | '\u{3011}'
            | '\u{3014}'
            | '\u{3015}'
            | '\u{FF3B}'
            | '\u{FF3D}'
    )
}

/// True where `text` ends as a sentence does: with a sentence mark, closing marks after it allowed.
pub(crate) fn ends_sentence(text: &str) -> bool {
    let trimmed = text.trim_end_matches(|c: char| is_closing(c) || super::space::is_blank(c));
    look(Part::Text, text.len() - trimmed.len());
    let last = trimmed.chars().next_back();
    match last {
        Some('.') => {
            look(Part::Text, text.len());
            text.chars().rev().take(2).all(|c| c == '.') || !text.is_ascii()
        }
        Some(c) => is_sentence_mark(c),
        None => false,
    }
}

/// Chinese characters: the unified ideographs with extensions A to H, compatibility forms and 〇.
pub(crate) const fn is_han(c: char) -> bool {
    matches!(c,
        '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '\u{3007}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{323AF}')
}

/// Characters set in East Asian width: no space belongs between two of them.
pub(crate) fn is_wide(c: char) -> bool {
    is_han(c) || matches!(c, '\u{3000}'..='\u{303F}' | '\u{FF01}'..='\u{FF60}' | '\u{3040}'..='\u{30FF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_the_chinese_ones_not_ascii_lookalikes() {
        for c in "。！？…".chars() {
            assert!(is_sentence_mark(c), "{c}");
        }
        for c in "，、；：".chars() {
            assert!(is_inner_mark(c), "{c}");
        }
        for c in "”’」』）》】〕".chars() {
            assert!(is_closing(c) && !c.is_ascii(), "{c}");
        }
        for c in "“‘「『（《【〔".chars() {
            assert!(is_opening(c) && !c.is_ascii(), "{c}");
        }
    }

    #[test]
    fn a_sentence_may_end_inside_a_quotation() {
        assert!(ends_sentence("他说：“好。”"));
        assert!(ends_sentence("完了（全文完。）"));
        assert!(ends_sentence("他走了……"));
        assert!(!ends_sentence("首页 > 新闻"));
        assert!(!ends_sentence("（李四）"));
    }
}

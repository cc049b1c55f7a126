//! White space of Chinese pages: which characters count as none, and how a run of it collapses.

use super::class::Class;
use crate::work::{Part, look};

/// True for anything that shows as blank: Unicode white space (U+3000 and U+00A0 too) and the
/// invisible characters that editors leave behind.
pub(crate) const fn is_blank(c: char) -> bool {
    match c {
        // Letters and characters that are neither, and most of a page.
        '\u{3001}'..='\u{FDFF}' | '!'..='~' => false,
        _ => c.is_whitespace() || is_invisible(c),
    }
}

/// Zero-width characters, byte order marks and soft hyphens: no width and no meaning in Chinese.
pub(crate) const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{00AD}')
        || (matches!(c, '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}') && !c.is_whitespace())
}

/// Without blanks at either end.
pub(crate) fn trim(text: &str) -> &str {
    let trimmed = text.trim_matches(is_blank);
    look(Part::Text, text.len() - trimmed.len() + 1);
    trimmed
}

/// On one line: runs of blanks made one space, U+3000 where they have one, none at either end.
pub(crate) fn collapse(text: &str) -> String {
    let text = trim(text);
    look(Part::Text, text.len());
    let mut line = String::with_capacity(text.len());
    let mut gap: Option<char> = None;
    for c in text.chars() {
        match c {
            '\u{3001}'..='\u{FDFF}' | '!'..='~' => {
                line.extend(gap.take());
                line.push(c);
            }
            '\u{3000}' => gap = Some(c),
            c if is_invisible(c) && !c.is_whitespace() => {}
            c if c.is_whitespace() => gap = gap.or(Some(' ')),
            c => {
                line.extend(gap.take());
                line.push(c);
            }
        }
    }
    line
}

/// Number of characters that show.
pub(crate) fn visible_chars(text: &str) -> usize {
    look(Part::Text, text.len());
    text.chars().filter(|&c| !Class::of(c).is(Class::BLANK)).count()
}

//! White space of Chinese pages: which characters count as none, and how a run of it collapses.

/// True for anything that shows as blank: Unicode white space (U+3000 and U+00A0 too) and the
/// invisible characters that editors leave behind.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

/// Zero-width characters, byte order marks and soft hyphens: no width and no meaning in Chinese.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{00AD}')
        || (c.is_control() && !c.is_whitespace())
}

/// Without blanks at either end.
pub(crate) fn trim(text: &str) -> &str {
    text.trim_matches(is_blank)
}

/// Number of characters that show.
pub(crate) fn visible_chars(text: &str) -> usize {
    text.chars().filter(|&c| !is_blank(c)).count()
}

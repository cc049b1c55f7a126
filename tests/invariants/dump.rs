//! The slow, obvious reading of what a dump may stand for: every character of a body stands in one of these.

use unicode_normalization::UnicodeNormalization;

/// A dump as it is, and with its references resolved once and twice, radicals as the characters they look like.
pub(crate) fn readings(dump: &str) -> [String; 3] {
    let once = resolved(dump);
    let twice = resolved(&once);
    [dump.to_owned(), once, twice].map(|text| folded(&text))
}

/// The text with its references resolved, as html5ever does; tags stay text.
fn resolved(text: &str) -> String {
    let escaped = text.replace('<', "&lt;");
    scraper::Html::parse_fragment(&escaped).root_element().text().collect()
}

/// The text with radicals, compatibility ideographs and Latin ligatures folded.
pub(crate) fn folded(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\u{2F00}'..='\u{2FDF}'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{FB00}'..='\u{FB06}'
            | '\u{2F800}'..='\u{2FA1F}' => out.extend(c.nfkc()),
            '\u{2E80}'..='\u{2EFF}' => out.push(supplement(c)),
            c => out.push(c),
        }
    }
    out
}

fn supplement(radical: char) -> char {
    let rows = include_str!("../../src/input/radicals.tsv").lines();
    let row = rows.filter_map(|row| row.split_once('\t')).find(|(from, _)| from.chars().eq([radical]));
    row.and_then(|(_, to)| to.chars().next()).unwrap_or(radical)
}

//! Class and id names in, what they say of an element out. Words stand in `hints.tsv`.

use crate::page::Hints;
use std::collections::HashMap;
use std::sync::LazyLock;

static WORDS: LazyLock<HashMap<&'static str, bool>> = LazyLock::new(|| {
    super::rows(include_str!("hints.tsv"))
        .filter_map(|row| row.split_once('\t'))
        .map(|(word, says)| (word, says == "content"))
        .collect()
});

/// Longest word of the list, in bytes; longer ones are not looked up.
const LONGEST_WORD: usize = 16;

/// What `value`, a class, id or itemprop attribute, says: its words are split at punctuation,
/// digits and capitals.
pub(crate) fn look_up(value: &str) -> Hints {
    let mut hints = Hints::default();
    let mut word = String::new();
    for c in value.chars().chain([' ']) {
        let in_word = c.is_ascii_alphabetic();
        if (!in_word || c.is_ascii_uppercase()) && !word.is_empty() {
            judge(&word, &mut hints);
            word.clear();
        }
        if in_word {
            word.push(c.to_ascii_lowercase());
        }
    }
    hints
}

fn judge(word: &str, hints: &mut Hints) {
    if word.len() > LONGEST_WORD {
        return;
    }
    match WORDS.get(word) {
        Some(true) => hints.content = true,
        Some(false) => hints.chrome = true,
        None => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_compound_names() {
        assert!(look_up("article-content").content);
        assert!(look_up("relatedNews").chrome);
        assert!(look_up("box_related_2").chrome);
        assert_eq!(look_up("masthead shadow"), Hints::default());
    }
}

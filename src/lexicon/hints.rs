//! Class and id names in, what they say of an element out. Words stand in `hints.tsv`.

use crate::page::Hints;
use foldhash::HashMap;
use std::sync::LazyLock;

/// What a word says.
#[derive(Clone, Copy)]
enum Says {
    Content,
    Chrome,
    /// Chrome where no word beside it says content: `page` is a pager, `page-content` is not.
    Unsure,
}

static WORDS: LazyLock<HashMap<&'static [u8], Says>> = LazyLock::new(|| {
    super::rows(include_str!("hints.tsv"))
        .filter_map(|row| row.split_once('\t'))
        .filter_map(|(word, says)| Some((word.as_bytes(), Says::named(says)?)))
        .collect()
});

impl Says {
    fn named(name: &str) -> Option<Self> {
        match name {
            "content" => Some(Self::Content),
            "chrome" => Some(Self::Chrome),
            "unsure" => Some(Self::Unsure),
            _ => None,
        }
    }
}

/// Longest word of the list, in bytes; longer ones are not looked up.
const LONGEST_WORD: usize = 16;

/// What `value`, a class, id or itemprop attribute, says: its words are split at punctuation,
/// digits and capitals.
pub(crate) fn look_up(value: &str) -> Hints {
    let mut hints = Hints::default();
    let mut unsure = false;
    let mut word = [0; LONGEST_WORD];
    let mut length = 0;
    for b in value.bytes().chain([b' ']) {
        let in_word = b.is_ascii_alphabetic();
        if (!in_word || b.is_ascii_uppercase()) && length > 0 {
            match word.get(..length).and_then(|word| WORDS.get(word)) {
                Some(Says::Content) => hints.content = true,
                Some(Says::Chrome) => hints.chrome = true,
                Some(Says::Unsure) => unsure = true,
                None => {}
            }
            length = 0;
        }
        if in_word {
            if let Some(letter) = word.get_mut(length) {
                *letter = b.to_ascii_lowercase();
            }
            length += 1;
        }
    }
    hints.chrome |= unsure && !hints.content;
    hints
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_compound_names() {
        assert!(look_up("article-content").content);
        assert!(look_up("relatedNews").chrome);
        assert!(look_up("box_related_2").chrome);
        assert!(look_up("page_2").chrome && !look_up("pageContent").chrome);
        assert_eq!(look_up("masthead shadow"), Hints::default());
    }
}

//! A text in, which labels and which words of roles stand in it out: one search where two would each read it all.

use super::people::Kind;
use super::phrases::Phrases;
use super::{labels, people};
use foldhash::HashMap;
use std::sync::LazyLock;

/// What stands in a text.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Word {
    Label,
    Role(Kind),
}

struct Matcher {
    phrases: Phrases,
    /// What each phrase is: 编辑 is both.
    words: Vec<Vec<Word>>,
}

static MATCHER: LazyLock<Matcher> = LazyLock::new(|| {
    let mut words: HashMap<&'static str, Vec<Word>> = HashMap::default();
    let labels = labels::phrases().map(|phrase| (phrase, Word::Label));
    let roles = people::phrases().map(|(phrase, kind)| (phrase, Word::Role(kind)));
    for (phrase, word) in labels.chain(roles) {
        words.entry(phrase).or_default().push(word);
    }
    let (phrases, words): (Vec<&str>, Vec<_>) = words.into_iter().unzip();
    Matcher { phrases: Phrases::new(phrases), words }
});

/// Calls `add` with every label and every word of a role, also with those inside others.
pub(crate) fn find(text: &str, mut add: impl FnMut(Word)) {
    MATCHER.phrases.find(text, |found| MATCHER.words[found.text].iter().copied().for_each(&mut add));
}

//! Words that stand around people's names, and what tells a name: lists in, answers out.

use super::phrases::Phrases;
use crate::work::{Part, look};
use foldhash::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use crate::article::BylineRole;
use crate::text::{punctuation, space};

/// How a word stands to the names beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Names follow.
    Title,
    /// Names stand before it, and the phrase ends.
    Verb,
    /// Names before it took the pictures.
    Credit,
    /// On one side a slash, names beyond it or before.
    Slash,
}

/// A role word and the bytes of the phrase that write it.
#[derive(Debug, Clone)]
pub(crate) struct RoleWord {
    pub(crate) kind: Kind,
    pub(crate) role: BylineRole,
    pub(crate) at: Range<usize>,
}

struct Matcher {
    phrases: Phrases,
    entries: Vec<(Kind, BylineRole)>,
}

static MATCHER: LazyLock<Matcher> = LazyLock::new(|| {
    let rows = super::rows(include_str!("people.tsv")).filter_map(row);
    let (phrases, entries): (Vec<&str>, Vec<_>) = rows.unzip();
    Matcher { phrases: Phrases::new(phrases), entries }
});

fn row(row: &'static str) -> Option<(&'static str, (Kind, BylineRole))> {
    let mut columns = row.split('\t');
    let (word, kind, role) = (columns.next()?, columns.next()?, columns.next()?);
    let kind = match kind {
        "title" => Kind::Title,
        "verb" => Kind::Verb,
        "credit" => Kind::Credit,
        "slash" => Kind::Slash,
        _ => return None,
    };
    let role = match role {
        "author" => BylineRole::Author,
        "reporter" => BylineRole::Reporter,
        "correspondent" => BylineRole::Correspondent,
        "translator" => BylineRole::Translator,
        "photographer" => BylineRole::Photographer,
        "editor" => BylineRole::Editor,
        "proofreader" => BylineRole::Proofreader,
        _ => return None,
    };
    Some((word, (kind, role)))
}

/// The role words of a phrase, in order.
pub(crate) fn role_words(phrase: &str) -> impl Iterator<Item = RoleWord> {
    look(Part::People, phrase.len());
    let matcher = &*MATCHER;
    let mut from = 0;
    std::iter::from_fn(move || {
        let found = matcher.phrases.first(phrase, from)?;
        from = found.at.end;
        let (kind, role) = matcher.entries[found.text];
        Some(RoleWord { kind, role, at: found.at })
    })
}

/// The family name at the start of `name`, in characters; `None` where it begins with none.
pub(crate) fn surname_chars(name: &str) -> Option<usize> {
    static SURNAMES: LazyLock<HashSet<&'static str>> =
        LazyLock::new(|| super::rows(include_str!("surnames.tsv")).collect());
    [2, 1].into_iter().find(|&chars| {
        let end = name.char_indices().nth(chars).map_or(name.len(), |(at, _)| at);
        name.get(..end).is_some_and(|start| start.chars().count() == chars && SURNAMES.contains(start))
    })
}

/// True for a Chinese name by form: a known family name and one or two characters more.
pub(crate) fn is_chinese_name(name: &str) -> bool {
    let chars = name.chars().count();
    let by_surname = || surname_chars(name).is_some_and(|surname| (1..=2).contains(&(chars - surname)));
    (2..=4).contains(&chars)
        && by_surname()
        && name.chars().all(punctuation::is_han)
        && !is_no_name(name)
        && !is_organ(name)
}

/// True for a line of nothing but titles and Chinese names, blanks between them: `新村日报记者 张三 实习生 李四`.
pub(crate) fn is_line_of_people(line: &str) -> bool {
    let is_title = |word: &str| {
        let title = role_words(word).last().filter(|title| title.kind == Kind::Title);
        // 优秀记者 are praised, not named as writers.
        let office =
            title.filter(|title| title.at.end == word.len()).and_then(|title| word.get(..title.at.start));
        office.is_some_and(|office| office.is_empty() || is_organ(office))
    };
    let mut words = line.split(space::is_blank).filter(|word| !word.is_empty());
    words.next().is_some_and(is_title)
        && words.clone().any(is_chinese_name)
        && words.all(|word| is_chinese_name(word) || is_title(word))
}

static PLACES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| super::rows(include_str!("places.tsv")).collect());

/// `text` without the place at its end, the longest that fits.
pub(crate) fn without_place(text: &str) -> Option<&str> {
    [4, 3, 2].into_iter().find_map(|chars| {
        let (start, _) = text.char_indices().nth_back(chars - 1)?;
        let (head, tail) = (text.get(..start)?, text.get(start..)?);
        PLACES.contains(tail).then_some(head)
    })
}

/// True for the name of a place that datelines name.
pub(crate) fn is_place(name: &str) -> bool {
    PLACES.contains(name)
}

/// True for words that look like a name and are none.
pub(crate) fn is_no_name(word: &str) -> bool {
    static WORDS: LazyLock<HashSet<&'static str>> =
        LazyLock::new(|| super::rows(include_str!("not_names.tsv")).collect());
    WORDS.contains(word)
}

/// True for a name that ends as those of media and offices do.
pub(crate) fn is_organ(name: &str) -> bool {
    static ENDINGS: LazyLock<Vec<&'static str>> =
        LazyLock::new(|| super::rows(include_str!("organs.tsv")).collect());
    let last = name.as_bytes().last();
    ENDINGS.iter().any(|ending| ending.as_bytes().last() == last && name.ends_with(ending))
}

//! Words that stand around people's names, and what tells a name: lists in, answers out.

use super::phrases::Phrases;
use super::variants::spelled;
use crate::work::{Part, look};
use foldhash::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use crate::article::BylineRole;
use crate::text::punctuation;
use crate::text::start::start;

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
    /// Names follow it at the start of a phrase, and stand before it at the end: 編譯.
    Either,
    /// No word of a role, though one stands in it: 编辑部.
    None,
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
    let rows = spelled(include_str!("people.tsv")).filter_map(|(word, columns)| Some((word, row(columns?)?)));
    let (phrases, entries): (Vec<&str>, Vec<_>) = rows.unzip();
    Matcher { phrases: Phrases::new(phrases), entries }
});

/// What a word is and whose, from the columns behind it.
fn row(columns: &'static str) -> Option<(Kind, BylineRole)> {
    let mut columns = columns.split('\t');
    let (kind, role) = (columns.next()?, columns.next());
    let kind = match kind {
        "title" => Kind::Title,
        "verb" => Kind::Verb,
        "credit" => Kind::Credit,
        "slash" => Kind::Slash,
        "either" => Kind::Either,
        "none" => return Some((Kind::None, BylineRole::Author)),
        _ => return None,
    };
    Some((kind, role_named(role?)?))
}

/// The role of a column of `people.tsv` and `labels.tsv`.
pub(super) fn role_named(name: &str) -> Option<BylineRole> {
    use BylineRole::{
        Author, Correspondent, Editor, Photographer, Proofreader, Reporter, Supervisor, Translator,
    };
    let all = [Author, Reporter, Correspondent, Translator, Photographer, Editor, Proofreader, Supervisor];
    all.into_iter().find(|role| role.as_str() == name)
}

/// The words of a list without other columns.
fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    spelled(list).map(|(word, _)| word)
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

/// Every role word in every spelling.
pub(super) fn phrases() -> impl Iterator<Item = (&'static str, Kind)> {
    MATCHER.phrases.texts().zip(MATCHER.entries.iter().map(|(kind, _)| *kind))
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
        && name.chars().all(|c| punctuation::is_han(c) && !is_never_of_name(c))
        && !is_no_name(name)
        && !is_office(name)
}

/// Longest name of listed parts, in characters: 呼格吉勒巴特尔.
const LONGEST_OF_PARTS: usize = 7;

/// True for a name of two parts or more as Tibetans and Mongols have, 扎西顿珠, or of one that is long by itself.
pub(crate) fn is_of_given_parts(name: &str) -> bool {
    static PARTS: LazyLock<HashSet<&'static str>> =
        LazyLock::new(|| words(include_str!("given.tsv")).collect());
    if !(3..=LONGEST_OF_PARTS).contains(&name.chars().take(LONGEST_OF_PARTS + 1).count()) {
        return false;
    }
    // Parts have two to four characters.
    if !(2..=4).any(|chars| PARTS.contains(start(name, chars))) {
        return false;
    }
    let cuts: Vec<usize> = name.char_indices().map(|(at, _)| at).chain([name.len()]).collect();
    // Where a part may end: a name is parts from its start to its end.
    let mut ends = vec![0];
    for (nth, &end) in cuts.iter().enumerate().skip(1) {
        let is_part = |&from: &usize| name.get(cuts[from]..end).is_some_and(|part| PARTS.contains(part));
        if ends.iter().any(is_part) {
            ends.push(nth);
        }
    }
    ends.last() == Some(&(cuts.len() - 1))
}

/// True for characters that no name has.
pub(crate) fn is_never_of_name(c: char) -> bool {
    NEVER.contains(&c)
}

/// Characters that no name has.
const NEVER: [char; 20] = [
    '吗', '嗎', '呢', '吧', '的', '了', '么', '麼', '们', '們', '这', '這', '哪', '啊', '您', '你', '我',
    '他', '她', '它',
];

static PLACES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| words(include_str!("places.tsv")).collect());

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
        LazyLock::new(|| words(include_str!("not_names.tsv")).collect());
    WORDS.contains(word)
}

/// Whose names end so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// Media and their accounts.
    Medium,
    /// No medium's; headlines end in 会 and 办 too.
    Office,
    /// An office's, but given names end so too: 刘志学, 孙科.
    Weak,
}

/// The endings by their last character, the longest first.
static ENDINGS: LazyLock<HashMap<char, Vec<(&'static str, Ending)>>> = LazyLock::new(|| {
    let mut endings: HashMap<char, Vec<(&'static str, Ending)>> = HashMap::default();
    for (ending, kind) in spelled(include_str!("organs.tsv")) {
        let kind = match kind {
            None => Ending::Medium,
            Some("weak") => Ending::Weak,
            Some(_) => Ending::Office,
        };
        let last = ending.chars().next_back().unwrap_or_default();
        endings.entry(last).or_default().push((ending, kind));
    }
    for endings in endings.values_mut() {
        endings.sort_by_key(|(ending, _)| std::cmp::Reverse(ending.len()));
    }
    endings
});

/// The longest ending of an organ's name that `name` has, with what stands before it.
fn organ_ending(name: &str) -> Option<(&str, Ending)> {
    let endings = ENDINGS.get(&name.chars().next_back()?)?;
    endings.iter().find_map(|&(ending, kind)| Some((name.strip_suffix(ending)?, kind)))
}

/// True for a name that ends as those of media and offices do.
pub(crate) fn is_organ(name: &str) -> bool {
    organ_ending(name).is_some()
}

/// True for a name that ends as only those of media and offices do.
pub(crate) fn is_sure_organ(name: &str) -> bool {
    matches!(organ_ending(name), Some((_, Ending::Medium | Ending::Office)))
}

/// True for a name that ends as those of papers, sites and stations do.
pub(crate) fn ends_as_medium(name: &str) -> bool {
    matches!(organ_ending(name), Some((_, Ending::Medium)))
}

/// True for an organ's name that is no person's: a weak ending proves nothing behind a family name and
/// one character more, unless both are a word, as in 文明办.
pub(crate) fn is_office(name: &str) -> bool {
    match organ_ending(name) {
        None => false,
        Some((_, Ending::Medium | Ending::Office)) => true,
        Some((stem, Ending::Weak)) => {
            let given = surname_chars(stem).map(|surname| stem.chars().count() - surname);
            given.is_none_or(|given| given > 1) || is_no_name(stem)
        }
    }
}

//! A word of a role and what stands around it in, the token that it is out: 摄影 is a title before a name.

use super::tokens::{Kind, is_letter, mark};
use crate::article::BylineRole;
use crate::lexicon::kinds::{Word, after_word};
use crate::lexicon::labels;
use crate::lexicon::people::{self, Kind as WordKind, RoleWord};
use crate::text::punctuation;

/// What a word of a role is between what stands `before` and `after` it in its word, and in the `rest`.
pub(super) fn kind_of(
    role: &RoleWord,
    before: &str,
    after: &str,
    rest: &str,
    is_behind_slash: impl Fn() -> bool,
) -> Option<Kind> {
    let ends = after.is_empty();
    let chars = role.at.len() / 3;
    match role.kind {
        WordKind::None => None,
        WordKind::Either if !ends => {
            (before.is_empty() || people::is_organ(before)).then_some(Kind::Title(role.role))
        }
        // 編譯中心, 记者们
        _ if after_word(after, Word::Team).is_some() => None,
        WordKind::Title if role.role == BylineRole::Author => {
            (before.is_empty() || people::is_organ(before)).then_some(Kind::Title(role.role))
        }
        WordKind::Title => Some(Kind::Title(role.role)),
        WordKind::Verb if chars == 1 => (ends && is_dated(before)).then_some(Kind::Verb(role.role)),
        // 王文图 is a name.
        WordKind::Verb | WordKind::Either if before.chars().count() == 1 => None,
        // 編譯 王小明
        WordKind::Either if before.is_empty() && precedes_known_name(rest) => Some(Kind::Title(role.role)),
        WordKind::Verb | WordKind::Either => ends.then_some(Kind::Verb(role.role)),
        WordKind::Credit if chars > 1 && before.is_empty() && (!ends || precedes_name(rest)) => {
            Some(Kind::Title(role.role))
        }
        WordKind::Credit => ends.then_some(Kind::Credit(role.role)),
        WordKind::Slash => {
            let slash = |c: Option<char>| c.is_some_and(|c| mark(c) == Some(Kind::Slash));
            let beside = slash(rest.chars().find(|&c| !labels::is_gap(c))) || is_behind_slash();
            // 文 张三
            (before.is_empty() && ends && (beside || precedes_known_name(rest)))
                .then_some(Kind::Part(role.role))
        }
    }
}

/// True where a word follows a blank.
fn precedes_name(rest: &str) -> bool {
    let name = rest.trim_start_matches(labels::is_gap);
    name.len() < rest.len() && name.starts_with(is_letter)
}

/// True where a name known by its form follows a blank.
fn precedes_known_name(rest: &str) -> bool {
    let name = rest.trim_start_matches(labels::is_gap);
    let end = name.find(|c| mark(c).is_some()).unwrap_or(name.len());
    name.len() < rest.len() && name.get(..end).is_some_and(people::is_chinese_name)
}

/// Shortest institute that a name of two characters is glued to, in characters.
const SHORTEST_INSTITUTE: usize = 4;

/// The name glued to where somebody works: 國際中心王小明, 新村大学历史学院张三.
pub(super) fn name_behind_office(word: &str) -> Option<&str> {
    let glued = |chars: usize| {
        let (at, _) = word.char_indices().nth_back(chars - 1)?;
        let (office, name) = (word.get(..at)?, word.get(at..)?);
        let institute = || people::ends_as_medium(office) || office.ends_with(['院', '系', '所']);
        let long = office.chars().count();
        let works = long > 2 && people::is_sure_organ(office) && chars == 3
            || long >= SHORTEST_INSTITUTE && institute();
        (works && people::is_chinese_name(name)).then_some(name)
    };
    word.chars().all(punctuation::is_han).then(|| glued(3).or_else(|| glued(2))).flatten()
}

/// True for what stands before 电 and 讯 in a dateline: a date, or nothing.
fn is_dated(before: &str) -> bool {
    before.is_empty()
        || before.ends_with(['日', '专', '專', '综', '外', '报', '報', '网', '網', '社', '台', '闻', '聞'])
}

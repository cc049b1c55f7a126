//! A line's tokens in, its words that no label names out, and what each of them may be: a medium, an
//! account, or what stands beside one.

use super::Sure;
use crate::lexicon::kinds::{Word, after_word, before_word, words};
use crate::lexicon::labels::Field;
use crate::lexicon::people::{ends_as_medium, is_no_name, is_office, is_place};
use crate::lexicon::{self, sources};
use crate::line::names;
use crate::line::time::clock::is_weekday;
use crate::line::tokens::{Kind, Token, Tokens, is_original};
use crate::line::value::{self, LONGEST_UNLABELLED};
use crate::text::{punctuation, space};

/// Lengths of a medium's name that does not end as those do, in characters.
const SHORTEST_UNKNOWN: usize = 3;
const LONGEST_UNKNOWN: usize = 9;
/// Longest words beside a medium on the line of the time, in characters.
const LONGEST_BESIDE: usize = 8;

/// Words of a line that no label names.
pub(super) struct Group<'a> {
    text: &'a str,
    /// What they may count, or whom they go with, follows.
    is_followed: bool,
    pub(super) works: Works,
    /// Its element ends behind it.
    pub(super) is_seamed: bool,
}

/// Who works there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Works {
    Nobody,
    /// A verb follows, or a title with a name behind it: 某報記者張三.
    Reporter,
    Somebody,
    /// The one who writes for it, behind a slash: 某網／記者張三報導.
    Desk,
}

/// True where a number that such words say what it counts follows them, a title, or the name of a person.
fn is_followed(tokens: &Tokens, end: usize) -> bool {
    let next = tokens.past(end, |kind| matches!(kind, Kind::Blank | Kind::Slash | Kind::Seam));
    let counted = |word: &str| word.chars().all(|c| c.is_ascii_digit());
    next > end
        && (matches!(tokens.kind(next), Some(Kind::Title(_)))
            || tokens.word(next).is_some_and(|word| names::is_known(word) || counted(word)))
}

/// The unlabelled words of a line, in order, parted at marks and wide blanks.
pub(super) fn groups(tokens: &Tokens) -> Vec<Group<'_>> {
    let mut groups = Vec::new();
    let mut labelled = false;
    let mut at = 0;
    while let Some(kind) = tokens.kind(at) {
        match kind {
            // What stands behind the value of a source is a field of its own.
            Kind::Label(Field::Source) => at = value::end(tokens, at + 1).saturating_sub(1).max(at),
            Kind::Label(field) => labelled = !matches!(field, Field::Published | Field::Updated),
            // 标签: a , b, each a link
            Kind::Seam if is_in_list(tokens, at) => {}
            Kind::Time(_) | Kind::Bar | Kind::Seam => labelled = false,
            Kind::Word if (!labelled || is_behind_value(tokens, at)) && !is_behind_title(tokens, at) => {
                let end = end_of_group(tokens, at);
                // An account set twice: with its picture and without.
                if groups.last().is_some_and(|before: &Group| before.text == tokens.span(at..end)) {
                    at = end;
                    continue;
                }
                let behind_person =
                    groups.last().is_some_and(|before: &Group| names::is_known(before.name()));
                groups.push(Group {
                    text: tokens.span(at..end),
                    is_followed: is_followed(tokens, end),
                    is_seamed: tokens.kind(end) == Some(Kind::Seam),
                    works: match is_worked_at(tokens, end) || behind_person && is_of_person(tokens, at, end) {
                        _ if is_before_reporter(tokens, at, end) => Works::Desk,
                        true if names_reporter(tokens, end) => Works::Reporter,
                        true => Works::Somebody,
                        false => Works::Nobody,
                    },
                });
                at = end - 1;
            }
            _ => {}
        }
        at += 1;
    }
    groups
}

/// True for a seam beside a mark of a list.
fn is_in_list(tokens: &Tokens, at: usize) -> bool {
    let is_mark =
        |token: Option<&Token>| token.is_some_and(|token| matches!(token.kind, Kind::List | Kind::Comma));
    let (before, after) = tokens.list.split_at(at);
    is_mark(before.iter().rfind(|token| !token.kind.is_gap()))
        || is_mark(after.iter().find(|token| !token.kind.is_gap()))
}

/// True for where a person named right before works: 张三（某学院）, 张三 某大学教授.
fn is_of_person(tokens: &Tokens, at: usize, end: usize) -> bool {
    let text = tokens.span(at..end);
    let in_bracket = at.checked_sub(1).and_then(|at| tokens.kind(at)) == Some(Kind::Open);
    in_bracket && !ends_as_medium(text) || sources::is_post(text)
}

/// True for the first words of a line before a slash and a reporter's title.
fn is_before_reporter(tokens: &Tokens, at: usize, end: usize) -> bool {
    let slash = tokens.past(end, Kind::is_gap);
    let title = tokens.past(slash + 1, Kind::is_gap);
    let reporter = matches!(tokens.kind(title), Some(Kind::Title(role)) if role.is_author());
    tokens.past(0, Kind::is_gap) == at && tokens.kind(slash) == Some(Kind::Slash) && reporter
}

fn names_reporter(tokens: &Tokens, end: usize) -> bool {
    matches!(tokens.kind(end), Some(Kind::Verb(_)))
        || tokens.word(tokens.past(end + 1, Kind::is_gap)).is_some()
}

/// True where a title follows, or a verb that does not end the line: 某网综合报道 is a medium's own.
fn is_worked_at(tokens: &Tokens, end: usize) -> bool {
    match tokens.kind(end) {
        Some(Kind::Title(_)) => true,
        Some(Kind::Verb(_)) => end + 1 < tokens.list.len(),
        _ => false,
    }
}

/// True for a medium behind the value of another label: `作者：张三 某报`.
fn is_behind_value(tokens: &Tokens, at: usize) -> bool {
    let value = at.checked_sub(2).and_then(|before| tokens.word(before));
    value.is_some_and(names::is_known) && tokens.word(at).is_some_and(ends_as_medium)
}

/// True for who follows 记者.
fn is_behind_title(tokens: &Tokens, at: usize) -> bool {
    let before = tokens.list.iter().take(at).rfind(|token| !matches!(token.kind, Kind::Blank | Kind::Seam));
    before.is_some_and(|token| matches!(token.kind, Kind::Title(_)))
}

/// Where the words from `at` on end: 综合 and 编译 are part of a medium's name behind it.
fn end_of_group(tokens: &Tokens, at: usize) -> usize {
    let mut end = at + 1;
    loop {
        match tokens.kind(end) {
            Some(Kind::Verb(_)) if words(Word::Compound).contains(&tokens.span(end..end + 1)) => end += 1,
            Some(Kind::Blank) if value::is_inside(tokens, end) => end += 2,
            _ => return end,
        }
    }
}

impl<'a> Group<'a> {
    pub(super) fn chars(&self) -> usize {
        space::visible_chars(self.text)
    }

    /// The name without what portals put around that of an account.
    pub(super) fn name(&self) -> &'a str {
        let text = ["原创", "原創", "Original ", "转载", "来自", "來自", "By ", "by "]
            .iter()
            .find_map(|start| self.text.strip_prefix(start))
            .unwrap_or(self.text);
        let text = space::trim(text);
        before_word(text, Word::Account).unwrap_or(text)
    }

    pub(super) fn is_original(&self) -> bool {
        is_original(self.text)
    }

    /// True for what stands beside a medium and is surely none.
    pub(super) fn is_beside(&self, people: &[String]) -> bool {
        let name = self.name();
        let address = names::is_address(name) || name.starts_with("http");
        address
            || people.iter().any(|known| known == name)
            || name.chars().count() < SHORTEST_UNKNOWN
            || name.contains(|c: char| c.is_ascii_digit())
            || is_control(name)
            || is_place(name)
            || is_office(name)
    }

    /// True for another article's headline.
    pub(super) fn is_headline(&self) -> bool {
        let name = self.name();
        name.chars().filter(|&c| punctuation::is_han(c)).count() > LONGEST_BESIDE && !is_office(name)
    }

    /// True for what may be an account's name where nothing else can stand.
    pub(super) fn is_account(&self) -> bool {
        let name = self.name();
        (2..=LONGEST_UNKNOWN).contains(&name.chars().count())
            && !name.contains(|c: char| c.is_ascii_digit())
            && !names::is_known(name)
            && !is_place(name)
            && !is_control(name)
            && !is_weekday(name)
    }

    /// True for a medium's name before a slash and who writes for it, whatever it ends in.
    pub(super) fn is_before_reporter(&self) -> bool {
        let name = self.name();
        let place = names::is_district(name) || name.ends_with(['讯', '訊']);
        let named = self.chars() >= SHORTEST_UNKNOWN && self.is_account() && !place;
        self.works == Works::Desk && named && !sources::is_desk(name)
    }

    /// True for the name of a medium, as `sure` as asked for.
    pub(super) fn is_medium(&self, people: &[String], sure: Sure) -> bool {
        let name = self.name();
        let chars = name.chars().count();
        let named = people.iter().any(|known| known == name) && !is_office(name);
        let person = named || names::is_known(name);
        let counts = name.chars().all(|c| !c.is_alphabetic())
            || name.contains(|c: char| c.is_ascii_digit()) && name.ends_with(['版', '期', '页', '頁'])
            || name.starts_with(|c: char| c.is_ascii_digit()) && !is_office(name);
        // 由张三发表于…
        let no_medium = person
            || name.starts_with('由')
            || after_word(name, Word::SentFrom).is_some()
            || counts
            || is_place(name)
            || names::is_district(name) && !name.ends_with('村')
            || is_control(name)
            || is_weekday(name)
            || before_word(name, Word::Heading).is_some()
            || sources::is_desk(name)
            || names::is_address(name)
            || name.ends_with("图片社")
            || name.ends_with("圖片社");
        let tells = !ends_as_medium(name)
            && name.contains(['在', '被', '与', '與', '将', '將', '遭', '冀', '拟', '擬']);
        let asks =
            tells || name.contains(['怎', '吗', '嗎', '呢', '谁', '誰', '什', '该', '該', '#', '%', '$']);
        let compound = ["综合", "綜合"].iter().find_map(|end| name.strip_suffix(end));
        let organ = compound.map_or(is_office(name), is_office);
        let fits = if sure == Sure::Medium {
            organ && ends_as_medium(name) && chars <= LONGEST_UNLABELLED
        } else if sure == Sure::Organ {
            organ && chars <= LONGEST_UNLABELLED
        } else {
            let named = name.chars().any(punctuation::is_han) || is_camel_case(name);
            let plain = !name.contains(|c: char| c.is_ascii_digit());
            // TechVillage
            let longest = if name.is_ascii() { LONGEST_UNLABELLED } else { LONGEST_UNKNOWN };
            !self.is_followed && (SHORTEST_UNKNOWN..=longest).contains(&chars) && named && plain
        };
        fits && chars >= 2 && !no_medium && !asks
    }
}

/// True for buttons, counts and names of a site's parts.
pub(super) fn is_control(text: &str) -> bool {
    let hits = lexicon::find(text);
    let chrome = hits.count() > 0 && (!is_office(text) || hits.covered_chars == text.chars().count());
    let agency = sources::agency_at_start(text) == Some(text);
    // 时政新闻 is a part of a site as 时政 is.
    let stem = before_word(text, Word::Part).unwrap_or(text);
    let part = |text: &str| is_no_name(text) || sources::is_chrome(text);
    !agency && (chrome || part(text) || sources::is_chrome(stem) || is_two(text, part))
}

/// True for four characters of which both halves are what `part` says: 农业农村.
fn is_two(text: &str, part: impl Fn(&str) -> bool) -> bool {
    let halves = text.char_indices().nth(2).and_then(|(at, _)| text.split_at_checked(at));
    text.chars().count() == 4 && halves.is_some_and(|(first, second)| part(first) && part(second))
}

/// `VillageView`; `ABC` is none.
fn is_camel_case(name: &str) -> bool {
    name.chars().skip(1).any(char::is_uppercase) && name.contains(char::is_lowercase)
}

//! A line in, its tokens out: labels, times, words of roles, marks, and the words between them.
//!
//! One pass in the order of the line. A token says what stands there; whose name it is, `forms` says.

use super::marked::{Marked, marked};
use super::names;
use super::roles::{kind_of, name_behind_office};
use super::time::Written;
use crate::article::BylineRole;
use crate::lexicon::kinds::{Word, before_word, words};
use crate::lexicon::labels::{self, Field, SEAM, TIME};
use crate::lexicon::people::{self, RoleWord};
use crate::text::{punctuation, space};
use std::ops::Range;

/// Characters of a label that no list has, before a colon: 标签, 查看次数.
const OTHER_LABEL_CHARS: std::ops::RangeInclusive<usize> = 2..=6;
/// Shortest name of a medium that is no label before a colon: 预报：张三 names no paper.
const SHORTEST_MEDIUM: usize = 3;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    /// A label with the mark behind it: `来源：`.
    Label(Field),
    /// Names follow: 记者.
    Title(BylineRole),
    /// Names stand before it: 报道.
    Verb(BylineRole),
    /// Names before it took the pictures: 摄.
    Credit(BylineRole),
    /// 文, 图, 文/图 beside a slash.
    Part(BylineRole),
    /// Somebody or something: letters without a mark between them.
    Word,
    Time(Written),
    Blank,
    /// Two inline elements meet.
    Seam,
    /// 、 and the like, between names alone.
    List,
    /// ，；
    Comma,
    Slash,
    /// A mark between fields.
    Bar,
    Colon,
    /// 。！？
    Stop,
    Open,
    Close,
    /// “ and 《: what stands in them is no field of its own.
    Quote,
}

impl Kind {
    /// True for what shows as nothing or as a blank.
    pub(crate) fn is_gap(self) -> bool {
        matches!(self, Self::Blank | Self::Seam)
    }
}

/// A token and the bytes of the line that write it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) at: Range<usize>,
}

/// A line as its tokens.
#[derive(Debug)]
pub(crate) struct Tokens {
    /// The line, with a mark for each time and each seam.
    line: String,
    pub(crate) list: Vec<Token>,
}

impl Tokens {
    /// The tokens of a line whose inline elements meet at `seams`, in bytes.
    pub(crate) fn of(line: &str, seams: &[u16]) -> Self {
        let Marked { line, times } = marked(line, seams);
        let mut lexer = Lexer {
            line: &line,
            times: times.into_iter(),
            words: people::role_words(&line).collect(),
            list: Vec::new(),
        };
        let mut from = 0;
        for label in labels::find(&line) {
            lexer.between(from..label.at.start);
            let start = label.at.start;
            let start = if label.field == Field::Stop { lexer.counted_from(start) } else { start };
            lexer.add(Kind::Label(label.field), start..label.at.end);
            from = label.at.end;
        }
        lexer.between(from..line.len());
        let list = lexer.list;
        Self { line, list }
    }

    pub(crate) fn text(&self, token: &Token) -> &str {
        self.line.get(token.at.clone()).unwrap_or_default()
    }

    /// The text from one token to before another.
    pub(crate) fn span(&self, range: Range<usize>) -> &str {
        let Some(tokens) = self.list.get(range) else { return "" };
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => self.line.get(first.at.start..last.at.end).unwrap_or_default(),
            _ => "",
        }
    }

    pub(crate) fn kind(&self, at: usize) -> Option<Kind> {
        self.list.get(at).map(|token| token.kind)
    }

    /// The first token from `at` on that `skipped` does not say to skip, or the end.
    pub(crate) fn past(&self, at: usize, skipped: impl Fn(Kind) -> bool) -> usize {
        at + self.list.iter().skip(at).take_while(|token| skipped(token.kind)).count()
    }

    /// The word at `at`, or nothing.
    pub(crate) fn word(&self, at: usize) -> Option<&str> {
        self.list.get(at).filter(|token| token.kind == Kind::Word).map(|token| self.text(token))
    }
}

struct Lexer<'a, T> {
    line: &'a str,
    times: T,
    words: Vec<RoleWord>,
    list: Vec<Token>,
}

impl<T: Iterator<Item = Written>> Lexer<'_, T> {
    fn add(&mut self, kind: Kind, at: Range<usize>) {
        if !at.is_empty() {
            self.list.push(Token { kind, at });
        }
    }

    /// Where a count or a button begins whose label begins at `label`, which the word before is glued to:
    /// `新村网0评论`, 张三我要投诉.
    fn counted_from(&mut self, label: usize) -> usize {
        let Some(Token { kind: Kind::Word, at }) = self.list.last_mut() else { return label };
        let word = self.line.get(at.clone()).unwrap_or_default();
        let word = before_word(word, Word::Button).unwrap_or(word);
        let start = at.start + word.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        if start == at.start {
            return label;
        }
        at.end = start;
        start
    }

    /// True where the last word is a label that no list has: a short one before a colon, and no medium.
    fn ends_in_other_label(&self) -> bool {
        let Some(Token { kind: Kind::Word, at }) = self.list.last() else { return false };
        let word = self.line.get(at.clone()).unwrap_or_default();
        let chars = word.chars().count();
        let before = self.list.iter().rev().skip(1);
        let begins = before.clone().next().is_none_or(|token| {
            token.kind.is_gap() || matches!(token.kind, Kind::Bar | Kind::Open | Kind::Close | Kind::Time(_))
        });
        let valued = before.into_iter().find(|token| !token.kind.is_gap());
        let is_value = valued.is_some_and(|token| matches!(token.kind, Kind::Label(_)));
        let medium = chars >= SHORTEST_MEDIUM && people::is_office(word);
        OTHER_LABEL_CHARS.contains(&chars)
            && begins
            && !is_value
            && !medium
            && !is_original(word)
            && word.chars().all(punctuation::is_han)
    }

    fn char_at(&self, at: usize, end: usize) -> Option<char> {
        self.line.get(at..end)?.chars().next()
    }

    /// Reads what stands between two labels.
    fn between(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while let Some(c) = self.char_at(at, range.end) {
            let kind = if c == TIME { self.times.next().map(Kind::Time) } else { mark(c) };
            let Some(kind) = kind else {
                let end = self.end_of_word(at, range.end);
                self.word(at..end, range.end);
                at = end;
                continue;
            };
            let end = at + c.len_utf8();
            if kind == Kind::Colon && self.ends_in_other_label() {
                let label = self.list.pop().map_or(at, |word| word.at.start);
                self.add(Kind::Label(Field::Stop), label..end);
                at = end;
                continue;
            }
            let known = self.list.last_mut().filter(|last| last.kind == kind && kind == Kind::Blank);
            match known {
                Some(last) => last.at.end = end,
                None => self.add(kind, at..end),
            }
            at = end;
        }
    }

    /// Where the word at `at` ends. Blanks inside names belong to them: `Mary Lee`, `王 芳`.
    fn end_of_word(&self, start: usize, end: usize) -> usize {
        let mut at = start;
        let mut before = None;
        while let Some(c) = self.char_at(at, end) {
            let next = at + c.len_utf8();
            let follows = self.char_at(next, end);
            let inside = match mark(c) {
                // Marco Bellini, and a place or a count behind it
                None if punctuation::is_han(c) && before.is_some_and(|c: char| c.is_ascii_alphabetic()) => {
                    !self.line.get(start..at).is_some_and(names::is_full_latin_name)
                }
                None => c != TIME,
                Some(Kind::Blank) => match (before, follows) {
                    (Some(before), Some(follows)) => self.joins(start..at, before, follows, next..end),
                    _ => false,
                },
                Some(Kind::Bar) if is_joint(c) => {
                    let dotted = is_name_dot(c) && before.is_some_and(punctuation::is_han);
                    let blank_behind = dotted && follows == Some(' ');
                    let behind = if blank_behind { self.char_at(next + 1, end) } else { follows };
                    // 原创·某某
                    let original = || self.line.get(start..at).is_some_and(is_original);
                    // 某某观察·3小时前
                    let counted = dotted && behind.is_some_and(|c| c.is_ascii_digit());
                    before.is_some_and(is_letter) && behind.is_some_and(is_letter) && !counted && !original()
                }
                Some(_) => false,
            };
            if !inside {
                break;
            }
            before = Some(c);
            at = next;
        }
        at.max(start + self.char_at(start, end).map_or(0, char::len_utf8))
    }

    /// True where a blank is inside a name: between two words in Latin letters, behind the dot of a
    /// transcribed name, and between the two characters of a short Chinese one.
    fn joins(&self, word: Range<usize>, before: char, follows: char, rest: Range<usize>) -> bool {
        if before.is_ascii_alphabetic() || before == '.' {
            return follows.is_ascii_alphabetic();
        }
        if is_name_dot(before) {
            return punctuation::is_han(follows);
        }
        let word = self.line.get(word).unwrap_or_default();
        let single = word.chars().count() == 1 && people::surname_chars(word).is_some();
        let after = self.char_at(rest.start + follows.len_utf8(), rest.end);
        single && punctuation::is_han(follows) && after.is_none_or(|c| !punctuation::is_han(c))
    }

    /// Adds a word, the words of roles in it cut out.
    fn word(&mut self, word: Range<usize>, end: usize) {
        let inside = |role: &&RoleWord| role.at.start >= word.start && role.at.end <= word.end;
        let roles: Vec<RoleWord> = self.words.iter().filter(inside).cloned().collect();
        let mut from = word.start;
        for role in roles {
            let before = self.line.get(from..role.at.start).unwrap_or_default();
            let after = self.line.get(role.at.end..word.end).unwrap_or_default();
            let rest = self.line.get(word.end..end).unwrap_or_default();
            if let Some(kind) = kind_of(&role, before, after, rest, || self.is_behind_slash()) {
                let name = name_behind_office(before).map_or(0, str::len);
                self.add(Kind::Word, from..role.at.start - name);
                self.add(Kind::Word, role.at.start - name..role.at.start);
                self.add(kind, role.at.clone());
                from = role.at.end;
            }
        }
        let name = self.line.get(from..word.end).and_then(name_behind_office).map_or(0, str::len);
        self.add(Kind::Word, from..word.end - name);
        self.add(Kind::Word, word.end - name..word.end);
    }

    fn is_behind_slash(&self) -> bool {
        let shown = self.list.iter().rfind(|token| !matches!(token.kind, Kind::Blank | Kind::Seam));
        shown.is_some_and(|token| token.kind == Kind::Slash)
    }
}

/// True for the label of an article that a site has from its own writer.
pub(crate) fn is_original(word: &str) -> bool {
    words(Word::Original).contains(&word) || word == "Original"
}

/// Marks that may stand inside a name: `新村网-新村日报`, `约翰·史密斯`.
fn is_joint(c: char) -> bool {
    is_name_dot(c) || matches!(c, '-' | '_' | '\u{FF0D}')
}

pub(super) fn is_name_dot(c: char) -> bool {
    matches!(c, '\u{B7}' | '\u{2022}' | '\u{2027}' | '\u{30FB}' | '\u{FF65}')
}

pub(super) fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || punctuation::is_han(c)
}

/// The token that a mark is by itself; `None` for a letter.
pub(super) fn mark(c: char) -> Option<Kind> {
    if matches!(c, '\u{4E00}'..='\u{9FFF}') {
        return (c == '\u{4E28}').then_some(Kind::Bar);
    }
    let kind = match c {
        SEAM => Kind::Seam,
        c if space::is_blank(c) => Kind::Blank,
        '/' | '\u{FF0F}' | '\u{2571}' | '\u{2215}' => Kind::Slash,
        '\u{3001}' | '&' | '\u{FF06}' | '+' => Kind::List,
        ',' | '\u{FF0C}' | ';' | '\u{FF1B}' => Kind::Comma,
        ':' | '\u{FF1A}' | '\u{2236}' | '\u{FE55}' => Kind::Colon,
        c if punctuation::is_sentence_mark(c) && c != '\u{FF0E}' => Kind::Stop,
        '\u{201C}' | '\u{201D}' | '\u{300A}' | '\u{300B}' | '\u{300C}'..='\u{300F}' | '"' => Kind::Quote,
        c if punctuation::is_opening(c) => Kind::Open,
        c if punctuation::is_closing(c) && c != '\u{2019}' && c != '\'' => Kind::Close,
        '|' | '\u{FF5C}' | '\u{2223}' | '\u{2758}' | '\u{FE31}' | '\u{FE33}' | '>' | '<' | '#' | '*' => {
            Kind::Bar
        }
        '\u{2500}'..='\u{25FF}'
        | '\u{2014}'
        | '\u{2013}'
        | '\u{203B}'
        | '\u{203A}'
        | '\u{BB}'
        | '~'
        | '\u{2219}' => Kind::Bar,
        c if is_joint(c) => Kind::Bar,
        _ => return None,
    };
    Some(kind)
}

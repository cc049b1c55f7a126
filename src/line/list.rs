//! Tokens in, the list of names that begins at one of them out, with all the places where it may end.

use super::names::{self, Trust};
use super::tokens::{Kind, Tokens};
use crate::lexicon::kinds::{Word, after_word, words};
use crate::lexicon::people::{is_office, surname_chars};
use crate::lexicon::sources;
use crate::text::punctuation;

/// A list of names from a token on.
pub(super) struct List {
    pub(super) names: Vec<String>,
    /// Where the list may end: how many names it has then, and the token behind them.
    pub(super) ends: Vec<(usize, usize)>,
    /// Blanks alone stand behind the first.
    spaced_first: bool,
}

impl List {
    pub(super) fn at(tokens: &Tokens, at: usize, trust: Trust, labelled: bool) -> Self {
        let mut list = Self { names: Vec::new(), ends: Vec::new(), spaced_first: false };
        // 某报记者: what stands right before a title is a name only behind another role.
        let before = tokens.list.iter().take(at).rfind(|token| !token.kind.is_gap());
        let behind_role = before.is_some_and(|token| matches!(token.kind, Kind::Title(_) | Kind::Label(_)));
        let mut at = first_item(tokens, at, labelled);
        let mut offices = Vec::new();
        // Names by length alone: a known one in the same list speaks for them.
        let mut doubtful = Vec::new();
        while let Some(word) = tokens.word(at) {
            let behind = past_note(tokens, at + 1);
            let before_title = behind == at + 1 && matches!(tokens.kind(behind), Some(Kind::Title(_)));
            let office = !behind_role || !list.names.is_empty() || is_office(word);
            if before_title && office && !names::is_known(word) {
                break;
            }
            let word = with_note(tokens, at, behind).unwrap_or_else(|| word.to_owned());
            if after_word(&word, Word::SentFrom).is_some() {
                break;
            }
            let titled = trust == Trust::Titled;
            // 编辑：张三 in one element and 我要投诉 in the next.
            let apart =
                !list.names.is_empty() && !is_listed(tokens, at, behind) && is_behind_seam(tokens, at);
            let loose = apart || titled && !is_framed(tokens, at, behind, labelled);
            let trust = if loose { Trust::Bare } else { trust };
            let pen_name = names::is_pen_name_with_name(&word);
            let mut new = if pen_name { vec![word.clone()] } else { names::names(&word, trust) };
            if new.is_empty() && titled {
                new = names::two(&word);
            }
            if new.is_empty() && is_listed(tokens, at, behind) {
                new = names::names(&word, Trust::Titled);
                doubtful.extend(new.iter().cloned());
            }
            // 作者：张三 热评论: one character behind a name is none.
            if !list.names.is_empty() && word.chars().count() == 1 && word.chars().all(punctuation::is_han) {
                break;
            }
            let works = || is_office(&word) || is_post_alone(&word);
            if new.is_empty() && !(trust != Trust::Bare && works()) {
                break;
            }
            if works() {
                offices.extend(new.iter().cloned());
            }
            for name in new {
                if !list.names.contains(&name) {
                    list.names.push(name);
                }
            }
            list.ends.push((list.names.len(), behind));
            let Some(next) = next_item(tokens, behind) else { break };
            list.spaced_first |=
                list.ends.len() == 1 && next == behind + 1 && tokens.kind(behind) == Some(Kind::Blank);
            at = past_country(tokens, next);
        }
        if list.names.iter().all(|name| doubtful.contains(name)) {
            list.ends.clear();
        }
        list.without_offices(&offices, labelled)
    }

    /// Beside a person an office is where they work, a code is what a system adds, a long run is no name.
    fn without_offices(self, offices: &[String], labelled: bool) -> Self {
        // 某网 某某: where a person of a rare name works.
        let office_first = self.spaced_first
            && self.names.first().is_some_and(|name| offices.contains(name))
            && self.names.get(1).is_some_and(|name| !offices.contains(name) && names::is_short_han(name));
        let some_han = self.names.iter().any(|name| name.chars().any(punctuation::is_han));
        if !office_first && !self.names.iter().any(|name| names::is_known(name)) {
            return self.without(|name| some_han && names::is_code(name));
        }
        // 文｜某评 张三: before a person and a blank, two characters without a family name are an office.
        let name_before = self.names.first().filter(|_| self.spaced_first && labelled).cloned();
        let name_before = name_before.filter(|name| {
            let short = name.chars().count() == 2 && surname_chars(name).is_none();
            (short || offices.contains(name)) && self.names.get(1).is_some_and(|next| names::is_known(next))
        });
        self.without(|name| {
            offices.contains(name)
                || name_before.as_ref() == Some(name)
                || some_han && names::is_code(name)
                || name.chars().count() > 4 && name.chars().all(punctuation::is_han) && !names::is_known(name)
        })
    }

    /// The list without what `is_none` says is no name.
    fn without(mut self, is_none: impl Fn(&String) -> bool) -> Self {
        let kept: Vec<bool> = self.names.iter().map(|name| !is_none(name)).collect();
        for (count, _) in &mut self.ends {
            *count = kept.iter().take(*count).filter(|kept| **kept).count();
        }
        let mut kept = kept.into_iter();
        self.names.retain(|_| kept.next().unwrap_or(true));
        self.ends.retain(|(count, _)| *count > 0);
        self
    }
}

/// True for what somebody is and nobody, 高级农艺师: 车律师 is somebody.
fn is_post_alone(word: &str) -> bool {
    sources::before_post(word)
        .is_some_and(|who| surname_chars(who).is_none_or(|surname| surname < who.chars().count()))
}

/// True where another element begins at a token.
fn is_behind_seam(tokens: &Tokens, at: usize) -> bool {
    let before = tokens.list.iter().take(at).rev().take_while(|token| token.kind.is_gap());
    before.into_iter().any(|token| token.kind == Kind::Seam)
}

/// True for an item of a list that marks part: `某某, MARY LEE`.
fn is_listed(tokens: &Tokens, at: usize, behind: usize) -> bool {
    let is_mark = |kind| matches!(kind, Some(Kind::List | Kind::Comma));
    let mut before = tokens.list.iter().take(at).rev().filter(|token| !token.kind.is_gap());
    is_mark(tokens.kind(behind)) || is_mark(before.next().map(|token| token.kind))
}

/// Where the next item of a list begins, if another follows.
fn next_item(tokens: &Tokens, at: usize) -> Option<usize> {
    let mut next = at;
    let mut marked = false;
    while let Some(kind) = tokens.kind(next) {
        match kind {
            Kind::Blank | Kind::Seam => {}
            Kind::List | Kind::Comma | Kind::Slash if !marked => marked = true,
            // 作者：张三 | 李四
            Kind::Bar if !marked && is_name_behind(tokens, next) => marked = true,
            Kind::Word
                if next > at && tokens.word(next).is_some_and(|word| words(Word::And).contains(&word)) =>
            {
                marked = true;
            }
            // A word right behind a word is a name behind an office, and behind a name in letters a place.
            Kind::Word if next == at && tokens.word(next - 1).is_some_and(str::is_ascii) => return None,
            Kind::Word => return Some(next),
            Kind::Open if next > at => return Some(next),
            _ => return None,
        }
        next += 1;
    }
    None
}

/// Where the first item of a list stands that begins at `at`.
fn first_item(tokens: &Tokens, at: usize, labelled: bool) -> usize {
    let mut at = past_country(tokens, tokens.past(at, Kind::is_gap));
    if tokens.kind(at) == Some(Kind::Quote) && tokens.kind(at + 2) == Some(Kind::Quote) {
        // 文｜《某刊》 张三
        at = tokens.past(at + 3, Kind::is_gap);
    }
    // 作者：[ 张三 ], 作者, 张三
    let framed = labelled && matches!(tokens.kind(at), Some(Kind::Open | Kind::Comma));
    if framed { tokens.past(at + 1, Kind::is_gap) } else { at }
}

/// True where a short name stands behind a bar with blanks around it.
fn is_name_behind(tokens: &Tokens, bar: usize) -> bool {
    let next = tokens.past(bar + 1, Kind::is_gap);
    next > bar + 1 && tokens.word(next).is_some_and(|word| names::is_short_han(word) && names::is_known(word))
}

/// Behind the country of `[美] 约翰·史密斯`.
fn past_country(tokens: &Tokens, at: usize) -> usize {
    let is_country = matches!(tokens.kind(at), Some(Kind::Open))
        && tokens.word(at + 1).is_some_and(|word| word.chars().count() <= 3)
        && matches!(tokens.kind(at + 2), Some(Kind::Close));
    let behind = at + 3 + usize::from(matches!(tokens.kind(at + 3), Some(Kind::Blank)));
    if is_country && tokens.word(behind).is_some() { behind } else { at }
}

/// Most tokens of a note behind a name.
const NOTE_TOKENS: usize = 8;

/// Behind the note that stands right at a name: （实习）, （新村大学教授）.
fn past_note(tokens: &Tokens, at: usize) -> usize {
    if !matches!(tokens.kind(at), Some(Kind::Open)) {
        return at;
    }
    let close = (at + 1..=at + NOTE_TOKENS).find(|&at| matches!(tokens.kind(at), Some(Kind::Close)));
    close.map_or(at, |close| close + 1)
}

/// A pen name with the Chinese name in brackets, which is part of it: `Xiaohe(陳小明)`.
fn with_note(tokens: &Tokens, at: usize, behind: usize) -> Option<String> {
    let word = tokens.word(at)?;
    let note = tokens.word(at + 2).filter(|_| behind == at + 4)?;
    (word.is_ascii() && names::is_known(note)).then(|| tokens.span(at..behind).to_owned())
}

/// True where nothing goes on behind a name, and something sets it off before: what is no known name may be
/// one there. 记者获悉，… and 记者走访发现 name nobody.
fn is_framed(tokens: &Tokens, at: usize, behind: usize, labelled: bool) -> bool {
    let closed = !matches!(tokens.kind(behind), Some(Kind::Comma | Kind::Stop | Kind::Colon));
    let set_off = at == 0 || !matches!(tokens.kind(at - 1), Some(Kind::Title(_)));
    let short = tokens.word(at).is_some_and(|word| word.chars().count() <= 3);
    let in_bracket = matches!(tokens.kind(behind), Some(Kind::Close));
    closed && (labelled || set_off || in_bracket || short)
}

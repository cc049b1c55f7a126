//! A byline phrase in, the people it names out: `新村晚报 记者张三 通讯员 李四/文 王五/图`.
//!
//! It takes a phrase that somebody else judged to be a byline; finding it is `byline`'s job.

mod office;

use super::names::{self, Trust};
use crate::article::{Byline, BylineRole};
use crate::lexicon::people::{Kind, RoleWord, is_organ, is_place, role_words, surname_chars, without_place};
use crate::text::{punctuation, space};
use office::{after_office, without_affiliation, without_office};

/// The people of a phrase. `role` is that of the label before it, where there is one.
pub(crate) fn people(phrase: &str, role: Option<BylineRole>) -> Vec<Byline> {
    let trust = match role {
        // 记者：… also begins what an interviewer says.
        None | Some(BylineRole::Reporter | BylineRole::Correspondent) => Trust::Titled,
        Some(_) => Trust::Labelled,
    };
    if let Some(role) = role.filter(|_| is_organ(phrase) && !phrase.contains(is_separator)) {
        // 编辑 is part of the name of 某网编辑部.
        return names::names(phrase, trust).into_iter().map(|name| Byline { name, role }).collect();
    }
    let mut reading = Reading { phrase, role, trust, from: 0, first: None, found: Vec::new() };
    for word in role_words(phrase) {
        if word.at.start < reading.from {
            continue;
        }
        reading.word(&word);
    }
    let rest = reading.run(phrase.len());
    if let Some(role) = reading.role {
        reading.add(rest, role);
    }
    reading.found
}

struct Reading<'a> {
    phrase: &'a str,
    /// Role of the names being read; `None` before the first title and after a credit.
    role: Option<BylineRole>,
    trust: Trust,
    /// Where the run of names being read begins, in bytes.
    from: usize,
    /// Where the phrase's first title begins, in bytes.
    first: Option<usize>,
    found: Vec<Byline>,
}

impl<'a> Reading<'a> {
    /// The run from the last role word to `end`.
    fn run(&self, end: usize) -> &'a str {
        self.phrase.get(self.from..end).unwrap_or_default()
    }

    fn word(&mut self, word: &RoleWord) {
        let run = self.run(word.at.start);
        match word.kind {
            Kind::Title => self.title(run, word),
            Kind::Verb => self.verb(run, word),
            Kind::Credit => self.credit(run, word),
            Kind::Slash => self.slash(run, word),
        }
    }

    fn title(&mut self, run: &str, word: &RoleWord) {
        if let Some(role) = self.role {
            let first = self.first.and_then(|first| self.phrase.get(..first)).unwrap_or_default();
            self.add(without_affiliation(run, self.trust, first), role);
        }
        let editor = self
            .role
            .filter(|role| role.is_editor() && is_trainee(self.phrase, word) && !self.is_written_by(word));
        self.role = Some(match editor {
            // 编辑：张三 实习生李四
            Some(editor) => editor,
            None if word.role == BylineRole::Author => self.role.unwrap_or(word.role),
            None => word.role,
        });
        if self.trust == Trust::Labelled {
            self.trust = Trust::Titled;
        }
        self.first.get_or_insert(word.at.start);
        self.from = word.at.end;
    }

    /// 实习生 张三 文并摄: who writes is no editor, whoever stands before.
    fn is_written_by(&self, word: &RoleWord) -> bool {
        let follows = self.phrase.get(word.at.end..).unwrap_or_default();
        role_words(follows).any(|word| matches!(word.kind, Kind::Verb | Kind::Slash))
    }

    fn verb(&mut self, run: &str, word: &RoleWord) {
        let single = word.at.len() <= 3;
        let dated = before_dateline(run);
        let names = if single { dated } else { dated.or_else(|| before_place(run)) };
        let Some(names) = names.map(without_place_word) else { return };
        match self.role {
            Some(role) => self.add_cut(names, role),
            None => self.add_bare(names, word.role, !single && word.at.end == self.phrase.len()),
        }
        self.role = None;
        self.from = word.at.end;
    }

    fn credit(&mut self, run: &str, word: &RoleWord) {
        let follows = self.phrase.get(word.at.end..).unwrap_or_default();
        if follows.starts_with(is_slash) {
            return self.slash(run, word);
        }
        let before = run.trim_end_matches(space::is_blank);
        let listed = before.ends_with('\u{3001}') && follows.starts_with(punctuation::is_han);
        let slashed = before.ends_with(is_slash) && follows.starts_with(space::is_blank);
        if let Some(role) = self.role.filter(|_| listed || slashed) {
            // 記者 王小明 / 攝影 李小華 報導, 記者王小明、攝影李小華／報導: here the word stands before the name.
            self.add(before.trim_end_matches(is_slash), role);
            self.role = Some(word.role);
        } else {
            self.add(before_place(run).unwrap_or(run), word.role);
            self.role = None;
        }
        self.from = word.at.end;
    }

    fn slash(&mut self, run: &str, word: &RoleWord) {
        if self.ends_name(run, word) {
            return;
        }
        let follows = self.phrase.get(word.at.end..).unwrap_or_default();
        let before = run.trim_end_matches(space::is_blank);
        if before.ends_with(is_slash) || (follows.is_empty() && run.ends_with(space::is_blank)) {
            let role =
                if word.role == BylineRole::Author { self.role.unwrap_or(word.role) } else { word.role };
            self.add(before.trim_end_matches(is_slash), role);
            self.role = None;
        } else if follows.trim_start_matches(space::is_blank).starts_with(is_mark) || word.at.len() > 3 {
            if let Some(role) = self.role {
                self.add(run, role);
            }
            self.role = Some(word.role);
        } else {
            return;
        }
        self.from = word.at.end;
    }

    /// 記者周文／東山報導, 陳小文／東山報導: 文 and 圖 end a name where one or two characters stand right
    /// before them, of which the first is a family name, and 報導 follows.
    fn ends_name(&self, run: &str, word: &RoleWord) -> bool {
        let before = run.rsplit(is_separator).next().unwrap_or(run);
        let chars = before.chars().count();
        let glued = word.at.len() <= 3 && before.chars().all(punctuation::is_han);
        let name = self.phrase.get(word.at.start - before.len()..word.at.end).unwrap_or_default();
        let follows = self.phrase.get(word.at.end..).unwrap_or_default();
        let reported = || role_words(follows).any(|word| word.kind == Kind::Verb);
        let named = |name: &str| names::is_chinese_name(name) || self.role.is_some();
        glued
            && match chars {
                1 => self.role.is_some(),
                2 => named(name) && reported(),
                _ => reported() && self.role.is_none() && after_office(name).is_some(),
            }
    }

    fn add(&mut self, run: &str, role: BylineRole) {
        let run = run.trim_start_matches(|c| is_mark(c) || space::is_blank(c));
        for name in names::names(without_office(run), self.trust) {
            self.push(name, role);
        }
    }

    /// Adds names whose last may have a place or a date glued to it: `王小明台北21日`.
    fn add_cut(&mut self, run: &str, role: BylineRole) {
        let run = run.trim_start_matches(|c| is_mark(c) || space::is_blank(c));
        let last = run.rsplit(|c: char| is_separator(c)).next().unwrap_or(run);
        let whole = last.chars().count() <= 3 || !last.chars().all(punctuation::is_han);
        let cut = if whole { last } else { cut_place(last) };
        let head = run.get(..run.len() - last.len()).unwrap_or_default();
        self.add(&format!("{head}{cut}"), role);
    }

    /// Adds the names before a verb; `full` where the phrase ends in 报道 and the like.
    fn add_bare(&mut self, run: &str, role: BylineRole, full: bool) {
        for name in names::names(run, Trust::Bare) {
            self.push(name, role);
        }
        // 王小明、Mary Lee 报道
        let listed = full && run.contains('\u{3001}');
        let pieces = run.split('\u{3001}').map(space::trim).filter(|_| listed);
        for name in pieces.filter(|name| name.contains(' ') && names::is_latin_name(name)) {
            self.push(name.to_owned(), role);
        }
        if let Some(name) = after_office(run) {
            self.push(name.to_owned(), role);
        }
        let mut words = run.split(space::is_blank).filter(|word| !word.is_empty());
        let office = words.next().is_some_and(is_organ);
        for name in words.filter(|word| office && names::is_latin_name(word)) {
            self.push(name.to_owned(), role);
        }
    }

    fn push(&mut self, name: String, role: BylineRole) {
        if !self.found.iter().any(|byline| byline.name == name && byline.role == role) {
            self.found.push(Byline { name, role });
        }
    }
}

/// 实习生 says how somebody works, not at what.
fn is_trainee(phrase: &str, word: &RoleWord) -> bool {
    const WORDS: [&str; 6] = ["实习生", "實習生", "实习", "實習", "见习", "見習"];
    phrase.get(word.at.clone()).is_some_and(|word| WORDS.contains(&word))
}

/// Names before the place of `張三／台北` + 報導; after the office of `社會中心／張三` + 報導.
fn before_place(run: &str) -> Option<&str> {
    let body = run.trim_start_matches(|c| is_slash(c) || space::is_blank(c));
    let skipped = run.len() - body.len();
    let Some(at) = body.rfind(is_slash).map(|at| at + skipped) else { return Some(run) };
    let (before, after) = (run.get(..at)?, run.get(at..)?.trim_start_matches(is_slash));
    let office = is_organ(before) && names::is_chinese_name(space::trim(after));
    Some(if office { after } else { before })
}

/// Names without the place that stands as a word of its own behind them: `李四 长沙` + 报道.
fn without_place_word(run: &str) -> &str {
    let trimmed = run.trim_end_matches(space::is_blank);
    match trimmed.rsplit_once(space::is_blank) {
        Some((names, last)) if is_place(last) && !space::trim(names).is_empty() => names,
        _ => run,
    }
}

/// Names before `台北21日` + 電. `None` where no date stands there: 电 is part of a word.
fn before_dateline(run: &str) -> Option<&str> {
    let run = run.trim_end_matches(space::is_blank);
    let names = run.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '月' | '日' | '年' | ' '));
    let date = run.get(names.len()..).unwrap_or_default();
    let names = if date.contains(|c: char| c.is_ascii_digit()) { names } else { run };
    (names.len() < run.len()).then(|| before_place(names)).flatten()
}

/// A name without the place glued to it; else its first three characters, most names' length.
fn cut_place(glued: &str) -> &str {
    let mut name = glued;
    while let Some(rest) = without_place(name).filter(|name| name.chars().count() >= 2) {
        name = rest;
    }
    if name.len() < glued.len() && name.chars().count() <= 4 {
        return name;
    }
    let surname = surname_chars(glued).unwrap_or(1);
    let end = glued.char_indices().nth(surname + 2).map_or(glued.len(), |(at, _)| at);
    glued.get(..end).unwrap_or(glued)
}

fn is_separator(c: char) -> bool {
    space::is_blank(c) || is_mark(c) || matches!(c, '\u{3001}' | '\u{FF0C}' | ',' | '\u{FF1B}' | ';')
}

fn is_slash(c: char) -> bool {
    matches!(c, '/' | '\u{FF0F}' | '\u{2571}')
}

fn is_mark(c: char) -> bool {
    crate::lexicon::labels::is_mark(c)
}

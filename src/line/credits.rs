//! A line's tokens in, everyone it names out, by the first form that fits at each token.

use super::forms::{Element, Form, Present, Spot, TABLE};
use super::list::List;
use super::names::{self, Trust};
use super::tokens::{Kind, Tokens, is_original};
use crate::article::BylineRole;
use crate::lexicon::kinds::{Word, after_word, words};
use crate::lexicon::labels::Field;
use crate::lexicon::people::{is_chinese_name, is_no_name, is_office, is_place};
use crate::lexicon::sources;
use crate::text::punctuation::is_way_mark;
use std::cell::RefCell;
use std::rc::Rc;

/// Somebody named, and the form that names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Credit {
    pub(crate) name: String,
    pub(crate) role: BylineRole,
    /// It stands in the field of a label.
    pub(crate) is_labelled: bool,
    pub(crate) form: &'static str,
}

/// What a form binds while it is matched.
#[derive(Debug, Clone, Default)]
struct Bound {
    names: Vec<String>,
    label: Option<BylineRole>,
    title: Option<BylineRole>,
    verb: Option<BylineRole>,
    credit: Option<BylineRole>,
    part: Option<BylineRole>,
}

/// Everyone that a text names, read into tokens only where some form may stand in it.
pub(crate) fn credits_of(text: &str, spot: Spot) -> Vec<Credit> {
    if Present::in_text(text).may_credit(spot) { credits(&Tokens::of(text, &[]), spot).0 } else { Vec::new() }
}

/// Everyone that a line names, and for each of its tokens whether it says so.
pub(crate) fn credits(tokens: &Tokens, spot: Spot) -> (Vec<Credit>, Vec<bool>) {
    let mut found: Vec<Credit> = Vec::new();
    let mut taken = vec![false; tokens.list.len()];
    let mut at = 0;
    // The field of a label goes on over the titles in it.
    let mut field: Option<BylineRole> = None;
    let present = Present::in_tokens(tokens);
    let forms = |spot| TABLE.iter().filter(move |form| form.may_stand(spot, present)).collect::<Vec<_>>();
    let (here, in_field) = (forms(spot), forms(Spot::Front));
    let lists = Lists::default();
    while at < tokens.list.len() {
        let forms = if field.is_some() { &in_field } else { &here };
        let begins = !tokens.list[at].kind.is_gap();
        let Some((form, bound, end)) = begins.then(|| match_at(tokens, &lists, at, forms)).flatten() else {
            field = field.filter(|_| !matches!(tokens.kind(at), Some(Kind::Label(_) | Kind::Bar)));
            at += 1;
            continue;
        };
        // 报道/摄影：张三 wrote it too.
        let joined = field.filter(|_| bound.label.is_some() && is_behind_label(tokens, at));
        let role = joined.or_else(|| role(form, &bound, field));
        field = if bound.label.is_some() { role } else { field };
        found.extend(named(form, bound, role, field.is_some()));
        taken.iter_mut().take(end).skip(at).for_each(|taken| *taken = true);
        at = end.max(at + 1);
    }
    (found, taken)
}

/// Those whom a form names.
fn named(form: &Form, bound: Bound, role: Option<BylineRole>, is_labelled: bool) -> Vec<Credit> {
    let credit = |name: String, role| Credit { name, role, is_labelled, form: form.text };
    let mut found = Vec::new();
    let last = bound.names.len();
    for (nth, name) in bound.names.into_iter().enumerate() {
        // 編輯 王小明 報導 wrote it too.
        let reporter = bound.verb.filter(|_| form.gives != "VERB" && role.is_some_and(BylineRole::is_editor));
        found.extend(reporter.map(|reporter| credit(name.clone(), reporter)));
        // （作者某某，张三译）: who translated stands last.
        let author = bound.title.filter(|_| role == Some(BylineRole::Translator) && nth + 1 < last);
        found.extend(author.or(role).map(|role| credit(name, role)));
    }
    found
}

/// True right behind a label that a slash joins to the next.
fn is_behind_label(tokens: &Tokens, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| tokens.list.get(at));
    before.is_some_and(|before| {
        matches!(before.kind, Kind::Label(_)) && tokens.text(before).ends_with(['/', '\u{FF0F}'])
    })
}

fn match_at(
    tokens: &Tokens,
    lists: &Lists,
    at: usize,
    forms: &[&'static Form],
) -> Option<(&'static Form, Bound, usize)> {
    forms.iter().find_map(|form| {
        let matcher = Matcher { tokens, lists, trust: form.trust };
        let (bound, end) = matcher.rest(&form.elements, at, Bound::default())?;
        (!bound.names.is_empty() || bound.label.is_some()).then_some((*form, bound, end))
    })
}

/// The role that a form gives the names in it. `field` is that of the label before it in its line.
fn role(form: &Form, bound: &Bound, field: Option<BylineRole>) -> Option<BylineRole> {
    match form.gives {
        // 作者：记者 张三 is a reporter; 摄影：记者 张三 is none.
        "LABEL" => match (bound.label, bound.title) {
            (Some(BylineRole::Author), Some(title)) => Some(title),
            (label, _) => label,
        },
        "TITLE" => {
            let editor = field.filter(|field| field.is_editor() && bound.part.is_none());
            let checks = bound.title == Some(BylineRole::Supervisor);
            editor.filter(|_| bound.verb.is_none() && !checks).or(bound.title)
        }
        "VERB" => bound.verb,
        "CREDIT" => bound.credit,
        "PART" => bound.title.filter(|_| bound.part == Some(BylineRole::Author)).or(bound.part),
        _ => Some(BylineRole::Author),
    }
}

/// The lists of names of a line, each read once: several forms ask for the same one.
#[derive(Default)]
struct Lists(RefCell<Vec<(Asked, Rc<List>)>>);

/// From which token on a list is read, how far its place is trusted, and whether a label stands before it.
type Asked = (usize, Trust, bool);

impl Lists {
    fn at(&self, tokens: &Tokens, asked: Asked) -> Rc<List> {
        let mut known = self.0.borrow_mut();
        if let Some((_, list)) = known.iter().rev().take(REMEMBERED).find(|(other, _)| *other == asked) {
            return Rc::clone(list);
        }
        let (at, trust, labelled) = asked;
        let list = Rc::new(List::at(tokens, at, trust, labelled));
        known.push((asked, Rc::clone(&list)));
        list
    }
}

/// Lists that are looked through for one that was read already: a token begins few.
const REMEMBERED: usize = 12;

struct Matcher<'a> {
    tokens: &'a Tokens,
    lists: &'a Lists,
    trust: Trust,
}

impl Matcher<'_> {
    /// Matches what is left of a form from the token `at` on.
    fn rest(&self, elements: &[(Element, bool)], at: usize, bound: Bound) -> Option<(Bound, usize)> {
        let Some((&(element, optional), rest)) = elements.split_first() else { return Some((bound, at)) };
        let taken = match element {
            Element::Names => return self.names(rest, at, &bound),
            Element::Start => self.starts(at).then(|| self.rest(rest, at, bound.clone())).flatten(),
            Element::End => self.ends(at).then(|| self.rest(rest, at, bound.clone())).flatten(),
            _ => self
                .one(element, self.past_gap(at), bound.clone())
                .and_then(|(bound, at)| self.rest(rest, at, bound)),
        };
        taken.or_else(|| if optional { self.rest(rest, at, bound) } else { None })
    }

    /// Matches one element that is one token.
    fn one(&self, element: Element, at: usize, mut bound: Bound) -> Option<(Bound, usize)> {
        let kind = self.tokens.kind(at)?;
        match (element, kind) {
            (Element::Label, Kind::Label(field)) => bound.label = Some(field.role()?),
            (Element::Posted, Kind::Label(Field::Published)) => {
                let posted = self.tokens.span(at..at + 1);
                after_word(posted, Word::Posted)?;
            }
            (Element::Title, Kind::Title(role)) => bound.title = Some(role),
            (Element::Verb, Kind::Verb(role)) => bound.verb = Some(role),
            (Element::Credit, Kind::Credit(role)) => bound.credit = Some(role),
            (Element::Part, Kind::Part(role)) => bound.part = Some(role),
            (Element::Slash, Kind::Slash | Kind::Bar | Kind::Colon)
            | (Element::List, Kind::List | Kind::Comma) => {}
            (Element::By, Kind::Word) => {
                let names = by(self.tokens.word(at)?)?;
                bound.names.extend(names);
            }
            (Element::Original, Kind::Word) => {
                is_original(self.tokens.word(at)?).then_some(())?;
            }
            (Element::On, Kind::Word) => {
                let word = self.tokens.word(at)?;
                words(Word::On).iter().any(|on| word.eq_ignore_ascii_case(on)).then_some(())?;
            }
            (Element::Glued, Kind::Word) => {
                let names = names::names_before_place(self.tokens.word(at)?);
                (!names.is_empty()).then_some(())?;
                bound.names.extend(names);
            }
            (Element::Office, Kind::Word) => {
                let word = self.tokens.word(at)?;
                let behind_label = bound.label.is_some() || bound.part.is_some();
                let at_title = matches!(self.tokens.kind(at + 1), Some(Kind::Title(_)));
                let unnamed = at_title || !names::is_known(word);
                (is_office(word) || behind_label && unnamed).then_some(())?;
            }
            (Element::Word, Kind::Word) => (!names::is_known(self.tokens.word(at)?)).then_some(())?,
            (Element::Place, Kind::Word) => {
                let word = self.tokens.word(at)?;
                let behind_slash = at > 0 && self.is_behind_slash(at);
                let glued = at > 0 && self.tokens.word(at - 1).is_some_and(str::is_ascii);
                let shown = (behind_slash || glued) && word.chars().count() <= 8;
                (shown || is_place(word)).then_some(())?;
            }
            _ => return None,
        }
        Some((bound, at + 1))
    }

    fn is_behind_slash(&self, at: usize) -> bool {
        let shown = self.tokens.list.iter().take(at).rfind(|token| !token.kind.is_gap());
        shown.is_some_and(|token| token.kind == Kind::Slash)
    }

    /// Matches a list of names, the longest first, and the rest of the form behind it.
    fn names(&self, rest: &[(Element, bool)], at: usize, bound: &Bound) -> Option<(Bound, usize)> {
        let role = bound.label.or(bound.title);
        let reports = rest.iter().any(|(element, _)| *element == Element::Verb);
        let reporter = matches!(role, Some(BylineRole::Reporter | BylineRole::Correspondent));
        // 记者：… also begins what an interviewer says. An editor without a mark is known by name alone.
        let trust = match self.trust {
            Trust::Labelled if reporter => Trust::Titled,
            Trust::Titled
                if bound.label.is_none() && !reports && role.is_some_and(BylineRole::is_checker) =>
            {
                Trust::Bare
            }
            trust => trust,
        };
        let list = self.lists.at(self.tokens, (at, trust, bound.label.is_some()));
        let is_labelled =
            bound.label.is_some() && list.ends.is_empty() && rest.is_empty() && bound.title.is_none();
        if is_labelled {
            // Nobody, or a value that the next line has.
            return Some((bound.clone(), at));
        }
        (0..list.ends.len()).rev().find_map(|last| {
            let (count, end) = list.ends[last];
            let mut bound = bound.clone();
            bound.names.extend(list.names.iter().take(count).cloned());
            self.rest(rest, end, bound)
        })
    }

    fn past_gap(&self, at: usize) -> usize {
        self.tokens.past(at, Kind::is_gap)
    }

    /// True where a field may begin at `at`.
    fn starts(&self, at: usize) -> bool {
        let before = (0..at).rev().find(|&before| !self.tokens.list[before].kind.is_gap());
        let Some(before) = before else { return true };
        match self.tokens.list[before].kind {
            // #话题
            Kind::Bar if self.tokens.span(before..before + 1) == "#" => false,
            // 某网（张三）
            Kind::Open if before > 0 => self.tokens.word(before - 1).is_none(),
            Kind::Bar | Kind::Open | Kind::Close | Kind::Time(_) | Kind::Stop | Kind::Slash => true,
            // 张三 编译；李四 校对
            Kind::Comma => self.is_semicolon(before),
            // 《某报》 张三
            Kind::Quote => before + 1 < at,
            Kind::Word => before + 1 < at && self.tokens.word(before).is_some_and(is_no_person),
            _ => false,
        }
    }

    fn is_semicolon(&self, at: usize) -> bool {
        self.tokens.span(at..at + 1).starts_with([';', '\u{FF1B}'])
    }

    /// True where a field ends before `at`.
    fn ends(&self, at: usize) -> bool {
        let next = self.past_gap(at);
        match self.tokens.kind(next) {
            // 新闻 > 某地 >
            Some(Kind::Bar) if self.tokens.span(next..next + 1).starts_with(is_way_mark) => false,
            // 某报 / 张三 / 2024-03-21
            Some(Kind::Slash) => {
                matches!(self.tokens.kind(self.past_gap(next + 1)), None | Some(Kind::Time(_)))
            }
            Some(Kind::Comma) => self.is_semicolon(next),
            None | Some(Kind::Bar | Kind::Open | Kind::Close | Kind::Label(_) | Kind::Time(_)) => true,
            Some(Kind::Word) => {
                let seamed = (at..next).any(|at| self.tokens.kind(at) == Some(Kind::Seam))
                    || self.tokens.span(at..next).contains('\u{3000}');
                next > at
                    && (seamed
                        || self
                            .tokens
                            .word(next)
                            .is_some_and(|word| is_no_person(word) || sources::is_post(word)))
            }
            _ => false,
        }
    }
}

/// What a word beside a name may be that is none itself.
fn is_no_person(word: &str) -> bool {
    is_office(word)
        || sources::is_chrome(word)
        || is_no_name(word)
        || is_place(word)
        || word.contains(|c: char| c.is_ascii_digit())
        || names::is_address(word)
}

/// The names of `By Mary Lee and Paul Wang`, or nobody for a bare `By` or 由.
fn by(word: &str) -> Option<Vec<String>> {
    let rest = after_word(word, Word::By)?;
    if rest.is_empty() {
        return Some(Vec::new());
    }
    // 由张三发表于
    if is_chinese_name(rest) {
        return Some(vec![rest.to_owned()]);
    }
    let listed = rest.strip_prefix(' ')?.split(" and ").map(str::to_owned);
    let names: Vec<String> = listed.take_while(|name| names::is_latin_name(name)).collect();
    (!names.is_empty()).then_some(names)
}

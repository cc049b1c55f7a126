//! The table of forms in which lines name people. `credits` matches it.
//!
//! A new form is a row. Forms are tried in their order at each token; the first that fits takes its tokens.

use super::names::Trust;
use super::tokens::{Kind, Tokens};
use crate::lexicon::fields::{self, Word};
use crate::lexicon::labels::{SEAM, TIME};
use crate::lexicon::people::Kind as Role;
use std::sync::LazyLock;

/// What a line stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spot {
    /// Over or under the headline.
    Front,
    /// There, near the line of the time.
    NearTime,
    /// On the line of the time.
    BesideTime,
    /// The first words of the text, or a bracket there.
    Opening,
    /// A bracket right behind 电 or 讯.
    Signed,
    /// The last words of the text, or a bracket there.
    Closing,
    /// Under the text.
    Below,
}

/// The forms: where they count, what stands there, whose role the names have, and what may be a name.
///
/// Where: `F`ront, `N`ear the time, beside the `T`ime, `O`pening, `S`igned, `C`losing, `B`elow, `*` all of
/// them. In a form words in capitals are tokens and marks, `names` is a list of names, `glued` a name with a
/// place behind it, `word`, `office` and `place` are words; what has a `?` may be missing.
const FORMS: &[(&str, &str, &str, Trust)] = &[
    ("*", "LABEL office? TITLE names", "LABEL", Trust::Titled),
    ("*", "LABEL names VERB", "LABEL", Trust::Labelled),
    ("*", "LABEL names SLASH PART", "LABEL", Trust::Labelled),
    ("*", "LABEL names", "LABEL", Trust::Labelled),
    ("*", "TITLE names SLASH? CREDIT", "CREDIT", Trust::Titled),
    ("*", "TITLE names SLASH? place VERB", "TITLE", Trust::Titled),
    ("*", "TITLE glued VERB", "TITLE", Trust::Titled),
    ("*", "TITLE names LIST glued VERB", "TITLE", Trust::Titled),
    ("*", "TITLE names SLASH? VERB", "TITLE", Trust::Titled),
    ("*", "office? TITLE names SLASH? PART", "TITLE", Trust::Titled),
    ("FNTOSC", "TITLE names", "TITLE", Trust::Titled),
    ("B", "office? TITLE names", "TITLE", Trust::Bare),
    ("FNTCB", "START word? TITLE SLASH names", "TITLE", Trust::Bare),
    ("*", "names SLASH PART", "PART", Trust::Titled),
    ("*", "names SLASH CREDIT", "CREDIT", Trust::Titled),
    ("*", "PART SLASH? names", "PART", Trust::Titled),
    ("*", "START names CREDIT", "CREDIT", Trust::Titled),
    ("*", "START office? SLASH? names SLASH? place? VERB END", "VERB", Trust::Bare),
    ("FNT", "START office names VERB END", "VERB", Trust::Titled),
    ("FNTC", "START BY names ON", "author", Trust::Labelled),
    ("FNTC", "START BY LIST names", "author", Trust::Chinese),
    ("FNTC", "START BY names", "author", Trust::Titled),
    ("FNTC", "START BY", "author", Trust::Titled),
    ("FNT", "START names LIST office TITLE END", "TITLE", Trust::Titled),
    ("FNTC", "START word? names TITLE END", "TITLE", Trust::Titled),
    ("NT", "START names SLASH office END", "author", Trust::Chinese),
    ("NTOS", "START office SLASH names END", "author", Trust::Chinese),
    ("FNT", "START names POSTED", "author", Trust::Bare),
    ("FNT", "START ORIGINAL SLASH? names word", "author", Trust::Titled),
    ("T", "START names END", "author", Trust::Beside),
    ("N", "START names END", "author", Trust::Bare),
    ("O", "START office names END", "author", Trust::Bare),
    ("SC", "START office? names END", "author", Trust::Bare),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Element {
    Label,
    Title,
    Verb,
    Credit,
    Part,
    Slash,
    List,
    By,
    Original,
    /// 于, on: a time follows.
    On,
    /// 发表于, as blogs and forums tell who wrote: media are said to have published.
    Posted,
    /// Nothing of the same field stands before.
    Start,
    /// Nothing of the same field follows.
    End,
    Names,
    /// A name with a place and a date glued to it.
    Glued,
    Office,
    Place,
    Word,
}

/// A row of the table, read.
pub(super) struct Form {
    at: &'static str,
    pub(super) text: &'static str,
    /// Each with whether it may be left out.
    pub(super) elements: Vec<(Element, bool)>,
    /// The words of roles and marks that a line must have for the form to stand in it.
    needs: Present,
    /// The token whose role the names have.
    pub(super) gives: &'static str,
    pub(super) trust: Trust,
}

pub(super) static TABLE: LazyLock<Vec<Form>> = LazyLock::new(|| {
    let read = |&(at, text, gives, trust): &(&'static str, &'static str, &'static str, Trust)| {
        let elements: Vec<(Element, bool)> = text.split(' ').filter_map(element).collect();
        let needed = elements.iter().filter(|(_, optional)| !optional);
        let needs = Present(needed.map(|(element, _)| element.bit()).fold(0, std::ops::BitOr::bitor));
        Form { at, text, elements, needs, gives, trust }
    };
    FORMS.iter().map(read).collect()
});

fn element(word: &str) -> Option<(Element, bool)> {
    let name = word.trim_end_matches('?');
    let element = match name {
        "LABEL" => Element::Label,
        "TITLE" => Element::Title,
        "VERB" => Element::Verb,
        "CREDIT" => Element::Credit,
        "PART" => Element::Part,
        "SLASH" => Element::Slash,
        "LIST" => Element::List,
        "BY" => Element::By,
        "ORIGINAL" => Element::Original,
        "ON" => Element::On,
        "POSTED" => Element::Posted,
        "START" => Element::Start,
        "END" => Element::End,
        "names" => Element::Names,
        "glued" => Element::Glued,
        "office" => Element::Office,
        "place" => Element::Place,
        "word" => Element::Word,
        _ => return None,
    };
    Some((element, name.len() < word.len()))
}

impl Spot {
    fn letter(self) -> char {
        match self {
            Self::Front => 'F',
            Self::NearTime => 'N',
            Self::BesideTime => 'T',
            Self::Opening => 'O',
            Self::Signed => 'S',
            Self::Closing => 'C',
            Self::Below => 'B',
        }
    }
}

impl Form {
    /// True for a form that counts there, and may stand in a line that has `present`.
    pub(super) fn may_stand(&self, spot: Spot, present: Present) -> bool {
        present.has(self.needs) && (self.at == "*" || self.at.contains(spot.letter()))
    }
}

impl Element {
    /// A bit for each word of a role or a form and for the marks; what any line may have has none.
    const fn bit(self) -> u16 {
        match self {
            Self::Label
            | Self::Title
            | Self::Verb
            | Self::Credit
            | Self::Part
            | Self::Slash
            | Self::List
            | Self::By
            | Self::Original => 1 << self as u16,
            _ => 0,
        }
    }
}

/// What of the elements of forms a line has.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Present(u16);

impl Present {
    /// Words that begin a form of their own, which few tokens are.
    const OWN_WORDS: u16 = Element::By.bit() | Element::Original.bit();

    /// What is cheaper to take for granted than to look for.
    const GRANTED: u16 = Self::OWN_WORDS | Element::Slash.bit() | Element::List.bit();

    fn has(self, needed: Self) -> bool {
        needed.0 & !self.0 == 0
    }

    fn add(&mut self, elements: &[Element]) {
        for element in elements {
            self.0 |= element.bit();
        }
    }

    /// What the tokens of a line are.
    pub(super) fn in_tokens(tokens: &Tokens) -> Self {
        let mut present = Self(Self::OWN_WORDS);
        for token in &tokens.list {
            match token.kind {
                Kind::Label(_) => present.add(&[Element::Label]),
                Kind::Title(_) => present.add(&[Element::Title]),
                Kind::Verb(_) => present.add(&[Element::Verb]),
                Kind::Credit(_) => present.add(&[Element::Credit]),
                Kind::Part(_) => present.add(&[Element::Part]),
                Kind::Slash | Kind::Bar | Kind::Colon => present.add(&[Element::Slash]),
                Kind::List | Kind::Comma => present.add(&[Element::List]),
                _ => {}
            }
        }
        present
    }

    /// What the tokens of a text may be, and now and then more: told without reading them.
    pub(crate) fn in_text(text: &str) -> Self {
        if text.contains([TIME, SEAM]) {
            return Self(u16::MAX);
        }
        let mut present = Self(Self::GRANTED);
        fields::find(text, |word| {
            present.add(match word {
                Word::Label => &[Element::Label],
                Word::Role(Role::Title) => &[Element::Title, Element::Part],
                Word::Role(Role::Verb) => &[Element::Verb, Element::Part],
                Word::Role(Role::Credit) => &[Element::Credit, Element::Title, Element::Part],
                Word::Role(Role::Either) => &[Element::Title, Element::Verb, Element::Part],
                Word::Role(Role::Slash | Role::None) => &[Element::Part],
            });
        });
        present
    }

    /// True where a form may stand in such a line at `spot`.
    pub(crate) fn may_credit(self, spot: Spot) -> bool {
        TABLE.iter().any(|form| form.may_stand(spot, self))
    }

    /// True where a label or a word of a role may stand in it.
    pub(crate) fn may_have_words(self) -> bool {
        self.0 & !Self::GRANTED != 0
    }

    pub(crate) fn may_have_label(self) -> bool {
        self.has(Self(Element::Label.bit()))
    }

    pub(crate) fn may_have_title(self) -> bool {
        self.has(Self(Element::Title.bit()))
    }

    pub(crate) fn may_have_verb(self) -> bool {
        self.has(Self(Element::Verb.bit()))
    }
}

#[cfg(test)]
mod tests {
    use super::{FORMS, element};

    #[test]
    fn every_form_reads() {
        for (at, form, gives, _) in FORMS {
            assert!(at.chars().all(|c| "*FNTOSCB".contains(c)), "{form}: {at}");
            assert!(form.split(' ').all(|word| element(word).is_some()), "{form}");
            assert!(*gives == "author" || form.contains(gives), "{form}: {gives}");
        }
    }
}

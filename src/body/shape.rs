//! A line in, its measures out: characters, marks, scripts, the look of a date or a menu.
//!
//! Counts only: judging is `score`'s job.

use crate::lexicon::{self, Category, Hits};
use crate::line::time;
use crate::text::class::{self, Class};
use crate::text::punctuation;

/// What a block's text looks like. All counts are in characters, blanks not counted.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "looks of a line that do not depend on each other")]
pub(crate) struct Shape {
    pub(crate) chars: usize,
    pub(crate) han: usize,
    pub(crate) digits: usize,
    pub(crate) latin: usize,
    pub(crate) sentence_marks: usize,
    pub(crate) inner_marks: usize,
    /// Of them full-width commas and semicolons.
    pub(crate) commas: usize,
    /// Runs of characters between blanks or bars.
    pub(crate) tokens: usize,
    pub(crate) ends_sentence: bool,
    pub(crate) ends_colon: bool,
    /// Holds a web address.
    pub(crate) has_address: bool,
    /// A day, or a clock time, or both, in a short line that is no sentence.
    pub(crate) has_date: bool,
    pub(crate) has_clock: bool,
    /// Begins with an arrow, a star or a hash: prompts and tags do, paragraphs do not.
    pub(crate) is_pointed: bool,
    /// A sentence with who wrote it in brackets behind it: `…。（记者张三）`.
    pub(crate) is_signed: bool,
    pub(crate) hits: Hits,
}

/// Brackets and marks around a label, at most.
const LABEL_MARKS: usize = 3;
/// Longest bracket behind a sentence that signs it, and shortest text before it, in characters: a byline
/// of three reporters has 38.
const LONGEST_SIGNATURE: usize = 40;
const LEAST_SIGNED: usize = 10;

/// Characters from which on nothing is asked of a line's date. A sentence or a list with commas is no line of one
/// however short.
const LONGEST_DATED: usize = 40;

impl Shape {
    pub(crate) fn of(text: &str) -> Self {
        let mut shape = Self {
            ends_sentence: punctuation::ends_sentence(text),
            ends_colon: text.ends_with([':', '\u{FF1A}']),
            hits: lexicon::find(text),
            is_pointed: text.starts_with(is_pointer),
            ..Self::default()
        };
        shape.is_signed = !shape.hits.has(Category::Caption) && is_signed(text);
        shape.ends_sentence |= shape.is_signed;
        shape.count(text);
        // A colon is an inner mark.
        shape.has_address = shape.inner_marks > 0 && text.contains("://");
        if shape.is_searched_for_dates() {
            (shape.has_date, shape.has_clock) = time::date_and_clock(text);
        }
        shape
    }

    fn count(&mut self, text: &str) {
        let mut in_token = false;
        let mut unified = 0;
        let mut chars = text.chars();
        loop {
            if class::begins_unified(chars.as_str()) {
                unified += 1;
                self.tokens += usize::from(!in_token);
                in_token = true;
                chars.next();
                continue;
            }
            let Some(c) = chars.next() else { break };
            let class = Class::of(c);
            let is = |kind| usize::from(class.is(kind));
            let divides = class.is(Class::DIVIDER);
            self.tokens += usize::from(!divides && !in_token);
            in_token = !divides;
            self.chars += 1 - is(Class::BLANK);
            self.han += is(Class::HAN);
            self.digits += is(Class::DIGIT);
            self.latin += is(Class::LATIN);
            self.sentence_marks += is(Class::SENTENCE_MARK);
            self.inner_marks += is(Class::INNER_MARK);
            self.commas += is(Class::COMMA);
        }
        self.chars += unified;
        self.han += unified;
    }

    /// True for a line whose dates and clocks are looked for: in others none is told of.
    pub(crate) fn is_searched_for_dates(&self) -> bool {
        self.digits > 1 && self.chars < LONGEST_DATED && self.commas == 0 && !self.ends_sentence
    }

    pub(crate) fn marks(&self) -> usize {
        self.sentence_marks + self.inner_marks
    }

    /// A line that is little else than a date or a clock time: a list's `3月23日上午，…；` is more, and so is what
    /// announces the text.
    pub(crate) fn is_date_line(&self) -> bool {
        (self.has_date || self.has_clock)
            && self.chars < 30
            && !self.ends_sentence
            && self.commas == 0
            && !self.announces()
    }

    /// `停水范围包括：`, without a phrase of chrome: `来源：` announces a value.
    pub(crate) fn announces(&self) -> bool {
        self.ends_colon && self.hits.count() == 0
    }

    /// An hour and no day: `10:20`.
    pub(crate) fn is_clock_line(&self) -> bool {
        self.is_date_line() && self.has_clock && !self.has_date
    }

    /// A date line with a date and a clock time.
    pub(crate) fn is_time_line(&self) -> bool {
        self.is_date_line() && self.has_date && self.has_clock
    }

    /// A sentence with a mark inside that has no phrase of chrome: no prompt reads so.
    pub(crate) fn is_plain_sentence(&self) -> bool {
        self.ends_sentence && self.inner_marks > 0 && self.hits.count() == 0
    }

    /// A line such as a related item's: short, no sentence, and no list of names or announcement of one.
    pub(crate) fn is_headline(&self) -> bool {
        !self.ends_sentence && !self.ends_colon && self.chars < 60 && self.inner_marks < 4
    }

    /// `延伸阅读：`, alone in its line.
    pub(crate) fn is_related_label(&self) -> bool {
        self.hits.is_anchored(&[Category::Related, Category::Continue])
            && self.hits.covered_chars + LABEL_MARKS >= self.chars
            && !self.ends_sentence
    }

    /// A menu: several short tokens without a mark between them.
    pub(crate) fn is_menu(&self) -> bool {
        self.tokens >= 3 && self.marks() * 8 <= self.tokens && self.chars <= self.tokens * 9
    }
}

/// True for a sentence with a short bracket behind it that speaks of no picture.
fn is_signed(text: &str) -> bool {
    let Some(inside) = text.strip_suffix([')', '\u{FF09}', '\u{3015}', '\u{3011}']) else { return false };
    let signature = inside.chars().rev().take(LONGEST_SIGNATURE + 1);
    let chars = signature.take_while(|&c| !punctuation::is_opening(c)).count();
    let before = inside.char_indices().nth_back(chars).and_then(|(open, _)| inside.get(..open));
    let pictured = inside.chars().rev().take(chars).any(|c| matches!(c, '图' | '圖' | '照' | '摄' | '攝'));
    chars <= LONGEST_SIGNATURE
        && !pictured
        && before.is_some_and(|before| {
            punctuation::ends_sentence(before) && before.chars().nth(LEAST_SIGNED).is_some()
        })
}

/// Marks set before prompts: > » ➤ ► ▶ ☞ → ★ ☆ ※ 👉 #. Bullets (● ■ ◆ ▲) head paragraphs too.
fn is_pointer(c: char) -> bool {
    matches!(
        c,
        '>' | '#'
            | '\u{BB}'
            | '\u{2192}'
            | '\u{203B}'
            | '\u{25B6}'
            | '\u{25BA}'
            | '\u{2605}'
            | '\u{2606}'
            | '\u{261E}'
            | '\u{27A4}'
            | '\u{1F449}'
            | '\u{FF03}'
            | '\u{FF1E}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_names_is_a_menu_and_a_sentence_is_not() {
        assert!(Shape::of("首页 新闻 体育 财经").is_menu());
        assert!(!Shape::of("他说，今天的雨下得很大，路上几乎没有人。").is_menu());
    }

    #[test]
    fn a_sentence_is_signed_by_who_wrote_it_and_not_by_its_picture() {
        assert!(is_signed("村民都说，今年会有好收成。（记者李大同）"));
        assert!(is_signed("村民都說，今年會有好收成。（記者陳小明／台北報導）"));
        assert!(!is_signed("村民都說，今年會有好收成。（記者陳小明／攝影）"));
        assert!(!is_signed("村民都说今年会有好收成（丰收）"));
        assert!(!is_signed("（记者李大同）"));
    }
}

//! Lines in, those that may be the headline out, each with its signs.

use super::super::declared::{Declared, folded, without_markup};
use super::super::fields;
use super::lines::{COUNTED_CHARS, Lines, Shown, TEXT_CHARS};
use super::site::Site;
use crate::body::wording::Wording;
use crate::lexicon::kinds::{Word, after_word, before_word, has_word};
use crate::lexicon::people::{is_chinese_name, is_organ, surname_chars};
use crate::line::forms::{Present, Spot};
use crate::line::reading::is_credit_line;
use crate::page::{Form, Page};
use crate::text::share::share;
use crate::text::{punctuation, space};

/// A line that may be the headline.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Candidate {
    pub(crate) block: usize,
    /// With the best of the declared titles, 0.0 to 1.0.
    pub(crate) agreement: f64,
    pub(crate) heading: Option<u8>,
    /// Lines between it and the next line of time or source, where one is near.
    pub(crate) lines_over_time: Option<usize>,
    /// Part of its pairs of characters that the main text has too, and of a dump's how many they are.
    pub(crate) words_in_text: f64,
    pub(crate) pairs_in_text: Option<usize>,
    /// Chinese characters.
    pub(crate) han: usize,
    signs: Signs,
}

/// What a line is besides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    /// Some lines under a time line, with none below it: a caption or a lead.
    UnderTime,
    /// Right under `首页 > 新闻 > 正文`.
    UnderCrumb,
    /// Right under another line that may be the headline, both over the time: 副题, a list of names.
    UnderLine,
    StandsTwice,
    /// Among the last lines before the main text.
    NearText,
    Linked,
    /// Has a label, a prompt or the like in it.
    Label,
    Sentence,
    Short,
    /// Of a dump, not short, and yet as short as few headlines are.
    Brief,
    /// A time stands behind it in its block.
    HasTime,
    /// Another line over a time stands above it, and paragraphs between.
    UnderArticle,
    /// Right over or under a line that begins with a dash: ——副题. Electronic papers put that over the headline.
    BesideSubtitle,
    /// A label of the page says that it is the headline: 标题：….
    Named,
    /// A medium, an office, or a person with an account.
    Name,
}

impl Sign {
    pub(crate) const ALL: [Self; 15] = [
        Self::UnderTime,
        Self::UnderCrumb,
        Self::UnderLine,
        Self::StandsTwice,
        Self::NearText,
        Self::Linked,
        Self::Label,
        Self::Sentence,
        Self::Short,
        Self::Brief,
        Self::HasTime,
        Self::UnderArticle,
        Self::BesideSubtitle,
        Self::Named,
        Self::Name,
    ];
}

/// The signs that a line has, a bit each.
#[derive(Debug, Clone, Copy, Default)]
struct Signs(u16);

impl Candidate {
    pub(crate) fn has(&self, sign: Sign) -> bool {
        self.signs.0 & 1 << sign as u16 != 0
    }

    /// True for a line that reads as a headline and nothing else.
    pub(super) fn is_plain(&self) -> bool {
        ![Sign::Label, Sign::Short, Sign::Linked, Sign::Sentence].into_iter().any(|sign| self.has(sign))
    }

    pub(super) fn add(&mut self, sign: Sign) {
        self.signs.0 |= 1 << sign as u16;
    }

    pub(crate) fn signs(&self) -> impl Iterator<Item = Sign> {
        Sign::ALL.into_iter().filter(|&sign| self.has(sign))
    }
}

/// Characters of a headline, least and most, and of one too short to be sure of.
const CHARS: std::ops::RangeInclusive<usize> = 2..=*COUNTED_CHARS.end();
const SHORT_CHARS: usize = *COUNTED_CHARS.start();
/// Longest 副题, tag and name, in characters.
const SUBTITLE_CHARS: usize = 40;
const TAG_CHARS: usize = 8;
const NAME_CHARS: usize = 12;
const LEAST_NAME_CHARS: usize = 4;
/// Chinese characters of a line that is a name or a topic as often as a headline.
const BRIEF_HAN: std::ops::RangeInclusive<usize> = SHORT_CHARS..=8;
/// Lines before the main text that are candidates in any case, and that count as near it.
const BEFORE_TEXT: usize = 24;
const NEAR_TEXT: usize = 8;
/// Characters of a name in a menu, with the blanks around it, and Chinese ones of a headline before a time.
const MENU_NAME_CHARS: usize = 9;
const TIMED_HEADLINE_HAN: usize = 8;
/// How often a headline stands on its page; what stands more often is a menu.
const TWICE: std::ops::RangeInclusive<u32> = 2..=4;
/// Pairs that are added to a line's own as if none of them came back.
const CHANCE_PAIRS: usize = 3;
/// The candidates of a page.
pub(crate) fn candidates(page: &Page, lines: &Lines, titles: &[Declared], site: &Site) -> Vec<Candidate> {
    let found = (0..lines.shown.len()).filter_map(|nth| candidate(page, lines, nth, titles, site));
    let mut found: Vec<Candidate> = found.collect();
    count_words(page, lines, &mut found);
    found
}

/// Tells of those over the main text how much of them comes back in it. A word or two comes back by chance: the
/// part of a short line counts for less.
fn count_words(page: &Page, lines: &Lines, found: &mut [Candidate]) {
    let mut wording = Wording::with_room_for(TEXT_CHARS);
    lines.prose().for_each(|(block, text)| wording.add(block, text));
    let over_text = found.iter_mut().take_while(|candidate| lines.is_over_text(candidate.block));
    for candidate in over_text {
        let (known, all) = wording.count_elsewhere(candidate.block, &page.blocks[candidate.block].text);
        candidate.words_in_text = share(known, all + CHANCE_PAIRS);
        candidate.pairs_in_text = (page.form == Form::Dump).then_some(known);
    }
}

fn candidate(page: &Page, lines: &Lines, nth: usize, titles: &[Declared], site: &Site) -> Option<Candidate> {
    let line = lines.shown.get(nth).filter(|line| CHARS.contains(&line.chars))?;
    let block = &page.blocks[line.block];
    let agreement = agreement(headline_part(line), titles);
    let heading = block.heading_level();
    // A heading that only names the site agrees with the head as the headline would.
    let is_site = (agreement > 0.0 || heading.is_some()) && site.is_name(line.text)
        || agreement > 0.0 && titles.iter().any(|title| title.has_site_first(line.text, site));
    let agreement = if is_site { 0.0 } else { agreement };
    let lines_over_time = lines.over_time(nth);
    let distance = lines.text_start.checked_sub(nth);
    let over_text = !lines.is_text_known || distance.is_some();
    let placed = over_text && lines_over_time.is_some() || distance.is_some_and(|lines| lines <= BEFORE_TEXT);
    let fits = fits_anywhere(agreement, heading) || placed;
    let is_time = line.is_dateline() && agreement < 0.9 && !is_headline_with_time(page, line);
    let is_prose =
        agreement < 0.5 && line.chars > 40 && (line.prose_chars > 0 || line.text.contains('\u{3002}'));
    // A dump may begin with the text itself, whose first words come back as a headline's do.
    let opens_text = page.form == Form::Dump && lines_over_time.is_none() && line.text.ends_with('\u{3002}');
    if !fits || is_time || is_prose || opens_text {
        return None;
    }
    let mut candidate = Candidate {
        block: line.block,
        agreement,
        heading,
        lines_over_time,
        words_in_text: 0.0,
        pairs_in_text: None,
        han: line.text.chars().filter(|&c| punctuation::is_han(c)).count(),
        signs: Signs::default(),
    };
    for sign in Sign::ALL {
        if has(page, lines, nth, &candidate, sign) {
            candidate.add(sign);
        }
    }
    if is_site {
        candidate.add(Sign::Label);
    }
    Some(candidate)
}

fn fits_anywhere(agreement: f64, heading: Option<u8>) -> bool {
    agreement >= 0.3 || heading.is_some()
}

/// True for a candidate that is one too where the main text is known to begin where it seemed to.
pub(crate) fn is_still_one(candidate: &Candidate, lines: &Lines) -> bool {
    !lines.is_text_known
        || lines.is_over_text(candidate.block)
        || fits_anywhere(candidate.agreement, candidate.heading)
}

fn has(page: &Page, lines: &Lines, nth: usize, candidate: &Candidate, sign: Sign) -> bool {
    let line = &lines.shown[nth];
    match sign {
        Sign::UnderTime => candidate.lines_over_time.is_none() && lines.under_time(nth),
        Sign::UnderCrumb => nth.checked_sub(1).is_some_and(|over| is_crumb(lines.shown[over].text)),
        Sign::UnderLine | Sign::UnderArticle | Sign::Named => false,
        Sign::StandsTwice => TWICE.contains(&lines.count(line)),
        Sign::NearText => lines.text_start.checked_sub(nth).is_some_and(|lines| lines <= NEAR_TEXT),
        Sign::Linked => page.blocks[line.block].linked_chars * 2 > line.chars,
        Sign::Label => {
            candidate.agreement < 0.8
                && (line.is_label
                    || is_crumb(line.text)
                    || is_menu(line.text)
                    || is_person_line(line.text)
                    || page.form == Form::Dump && is_marked_off(line.text))
        }
        Sign::Sentence => line.text.contains('\u{3002}') || line.chars > 60 && candidate.agreement < 0.5,
        // A dump has menus in letters.
        Sign::Short if page.form == Form::Dump => candidate.han < SHORT_CHARS,
        Sign::Short => line.chars < SHORT_CHARS && candidate.agreement < 0.9,
        Sign::Brief => page.form == Form::Dump && BRIEF_HAN.contains(&candidate.han),
        Sign::HasTime => line.is_dateline(),
        Sign::BesideSubtitle => {
            let is_subtitle = |at: usize| {
                let beside = lines.shown.get(at);
                beside.is_some_and(|line| begins_dashed(line.text) && line.chars <= SUBTITLE_CHARS)
            };
            candidate.han >= SHORT_CHARS
                && !begins_dashed(line.text)
                && (is_subtitle(nth + 1) || nth.checked_sub(1).is_some_and(is_subtitle))
        }
        Sign::Name => page.form == Form::Dump && is_name(line.text),
    }
}

/// True for ——副题.
pub(super) fn begins_dashed(text: &str) -> bool {
    ["\u{2014}\u{2014}", "--", "\u{2015}\u{2015}"].iter().any(|dash| text.starts_with(dash))
}

/// True for what its marks set off from a headline: ——副题, an item behind its bullet or number, tags, a label or an announcement
/// that ends in a colon.
fn is_marked_off(text: &str) -> bool {
    begins_dashed(text)
        || text.starts_with(['\u{B7}', '\u{2022}', '\u{25A0}', '\u{25A1}', '\u{25CF}', '\u{25AA}'])
        || text.ends_with([':', '\u{FF1A}'])
        || text.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(". ")
        || is_tags(text)
}

/// `#春耕#新村`: no tag is as long as a headline.
fn is_tags(text: &str) -> bool {
    let mut tags = text.strip_prefix('#').into_iter().flat_map(|rest| rest.split('#')).peekable();
    tags.peek().is_some_and(|first| !first.starts_with(space::is_blank))
        && tags.all(|tag| tag.chars().nth(TAG_CHARS).is_none())
}

/// True for the name of a medium or an office, and for one of a person beside that of an account.
fn is_name(text: &str) -> bool {
    let mut words = text.split(space::is_blank).filter(|word| !word.is_empty());
    let mut person = || words.next().is_some_and(is_chinese_name) && words.next().is_some();
    let chars = text.chars().take(NAME_CHARS + 1).count();
    (LEAST_NAME_CHARS..=NAME_CHARS).contains(&chars) && (is_organ(text) || person())
}

/// Longest line that is a byline rather than a headline, in characters.
const BYLINE_CHARS: usize = 16;

/// A name, or a byline: `王小明`, `王小明綜合報導`, `某报综合`, `作者 | 王小明`, `某报记者 王小明`.
fn is_person_line(text: &str) -> bool {
    // Most lines are told by less: they begin with no family name and have no word of a role.
    let may_name = || surname_chars(text).is_some() || text.starts_with(|c: char| c.is_ascii_uppercase());
    text.chars().nth(BYLINE_CHARS).is_none()
        && (may_name() || Present::in_text(text).may_have_words())
        && is_credit_line(text, Spot::Closing)
}

/// A line without the time at its end: some pages set both in one heading.
fn headline_part<'a>(line: &'a Shown) -> &'a str {
    line.dateline.as_ref().map_or(line.text, |dateline| dateline.before)
}

/// The text before the first time or label of a line.
pub(crate) fn without_time(text: &str) -> String {
    fields::before(&fields::parts(text)).to_owned()
}

fn agreement(text: &str, titles: &[Declared]) -> f64 {
    if !titles.iter().any(|title| title.may_agree(text)) {
        return 0.0;
    }
    let line = folded(&without_markup(text));
    titles.iter().map(|title| title.agreement(&line)).fold(0.0, f64::max)
}

/// `首页 > 新闻 > 正文`.
fn is_crumb(text: &str) -> bool {
    let text = without_markup(text);
    let is_way = || text.contains(punctuation::is_way_mark) && text.chars().count() <= 60;
    text.ends_with("正文")
        || after_word(&text, Word::Way).is_some()
        || before_word(&text, Word::Way).is_some()
        || text.contains(|c| punctuation::is_way_mark(c) || matches!(c, '位' | '您'))
            && (is_way() || has_word(&text, Word::Crumb))
}

/// `首页 | 新闻 | 博客`: three names or more between bars.
fn is_menu(text: &str) -> bool {
    let bars = text.matches(['|', '\u{FF5C}', '\u{2502}', '\u{2503}']).count();
    bars >= 2 && text.chars().count() <= (bars + 1) * MENU_NAME_CHARS
}

/// A dump's headline that ends in its time: `老茶馆里的四十年 2014-04-30 23:54`.
fn is_headline_with_time(page: &Page, line: &Shown) -> bool {
    let headline = headline_part(line);
    let han = headline.chars().filter(|&c| punctuation::is_han(c)).count();
    page.form == Form::Dump && han >= TIMED_HEADLINE_HAN
}

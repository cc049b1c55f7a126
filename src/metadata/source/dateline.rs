//! The first words of a text in, the medium that signs them out: `某社北京3月21日电`, `【某報專訊】`.

use super::is_stamp;
use crate::lexicon::kinds::{Word, after_word, before_word};
use crate::lexicon::people::{ends_as_medium, is_no_name, is_place, is_sure_organ};
use crate::lexicon::sources;
use crate::line::names;
use crate::line::tokens::{Kind, Tokens};
use crate::metadata::zones::Zones;
use crate::text::punctuation::{self, is_bracket};
use crate::text::space;
use crate::text::start::start;

/// Characters of a paragraph's start that may be its dateline.
const LONGEST: usize = 40;
/// Longest place and date between a medium's name and 电, in characters.
const LONGEST_PLACE: usize = 6;

/// The medium of the opening dateline.
pub(super) fn medium(zones: &Zones) -> Option<String> {
    let lines = zones.front.iter().map(|line| (line.block, line.text));
    let lines = lines.filter(|(_, text)| is_dateline(text) || is_in_brackets(text));
    let texts = lines.chain(zones.opening.iter().copied());
    texts.filter(|&(block, text)| !is_stamp(zones, block, text)).find_map(|(_, text)| {
        let opening = start(text, LONGEST);
        let inside = opening.trim_start_matches(|c| is_bracket(c) || space::is_blank(c));
        let bracketed = inside.len() < opening.len();
        let end = inside.find(is_end).unwrap_or(inside.len());
        let (signed, rest) = inside.split_at_checked(end)?;
        signed_by(signed, rest, bracketed).or_else(|| agency(text, bracketed))
    })
}

/// True for a line that is the dateline of its text: `某社北京3月21日电 题：…`.
pub(super) fn is_dateline(line: &str) -> bool {
    let start = line.split(is_end).next().unwrap_or_default();
    let dated = start.contains(|c: char| c.is_ascii_digit());
    dated && start.len() < line.len() && start.ends_with(['电', '電', '讯', '訊'])
}

/// True for a line that is a bracket as a whole: `【某报记者张三综合报道】`.
fn is_in_brackets(line: &str) -> bool {
    let inside = line.strip_prefix(is_bracket).and_then(|line| line.strip_suffix(punctuation::is_closing));
    inside.is_some_and(|inside| !inside.contains(punctuation::is_closing))
}

fn is_end(c: char) -> bool {
    space::is_blank(c)
        || punctuation::is_opening(c)
        || punctuation::is_closing(c)
        || punctuation::is_sentence_mark(c)
        || punctuation::is_inner_mark(c)
        || matches!(c, '/' | '\u{FF0F}' | '\u{2571}' | '\u{2014}')
}

/// The medium of `某网3月27日消息`, `某報專訊`, and in a bracket `某快報` + `／…`.
fn signed_by(signed: &str, rest: &str, bracketed: bool) -> Option<String> {
    let tokens = Tokens::of(signed, &[]);
    let has_title = tokens.list.iter().any(|token| matches!(token.kind, Kind::Title(_) | Kind::Label(_)));
    let before_name = || bracketed && tokens.word(1).is_some_and(names::is_known);
    if has_title || before_name() {
        // 【某报记者张三／台北报道】, 【某报张三／台北报道】
        let first = matches!(tokens.kind(1), Some(Kind::Title(_) | Kind::Label(_))) || before_name();
        let office = tokens.word(0).filter(|office| first && is_medium(office));
        return office.filter(|_| bracketed && ends_in_sign(signed, rest)).map(str::to_owned);
    }
    let unsigned = before_word(signed, Word::Sign);
    // 某报报道，… is what a text says of another.
    let wired = signed.ends_with(['电', '電', '讯', '訊'])
        || signed.contains(|c: char| c.is_ascii_digit())
        || rest.starts_with(['\u{FF1A}', ':', '(', '\u{FF08}']);
    let unsigned = unsigned.filter(|_| bracketed || wired);
    // A bracket that holds nothing but a medium, or one and its writers.
    let alone = bracketed && rest.starts_with(|c| punctuation::is_closing(c) || matches!(c, '/' | '\u{FF0F}'))
            // 【某報 張三／台北報導】
            || bracketed && rest.starts_with(space::is_blank) && ends_as_medium(signed) && ends_in_sign(signed, rest);
    let said = after_word(signed, Word::Taken).is_some();
    let unsigned = unsigned.filter(|_| !said);
    let unsigned =
        unsigned.map(|name| ["综合", "綜合"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name));
    let name = match unsigned {
        // 【某某2024年3月21日讯】: such a date names the paper, whatever it is called.
        Some(unsigned) if bracketed && unsigned.contains('年') => {
            let name = undated(unsigned);
            let name =
                name.strip_suffix("北京时间").or_else(|| name.strip_suffix("北京時間")).unwrap_or(name);
            let named = (2..=LONGEST_PLACE).contains(&name.chars().count()) && !is_place(name);
            return (named && !name.starts_with('本') && !is_no_name(name)).then(|| name.to_owned());
        }
        Some(unsigned) => before_place(unsigned)?,
        None if alone && signed.chars().count() > 2 => signed,
        None => return None,
    };
    let medium = is_medium(name)
        && !sources::is_chrome(name)
        && !sources::is_desk(name)
        && !name.ends_with("頻道")
        && !name.ends_with("频道");
    medium.then(|| name.to_owned())
}

/// True where the bracket whose start is `signed` and `rest` ends as datelines do.
fn ends_in_sign(signed: &str, rest: &str) -> bool {
    let inside = rest.split(punctuation::is_closing).next().unwrap_or_default();
    let content = if inside.is_empty() { signed } else { inside };
    before_word(content, Word::Sign).is_some()
}

fn is_medium(name: &str) -> bool {
    let own = name.starts_with('本') || is_no_name(name) && sources::agency_at_start(name).is_none();
    (is_sure_organ(name) || sources::agency_at_start(name) == Some(name)) && !own
}

fn undated(text: &str) -> &str {
    text.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '年' | '月' | '日'))
}

/// A medium's name without the place and the date behind it.
fn before_place(text: &str) -> Option<&str> {
    let undated = undated(text);
    let chars = undated.chars().count();
    let cuts = || {
        let cut = |place| undated.split_at_checked(start(undated, chars - place).len());
        (0..=LONGEST_PLACE.min(chars)).filter_map(cut).filter(|(name, _)| is_medium(name))
    };
    let known = cuts().find(|(_, place)| place.is_empty() || is_place(place));
    known.or_else(|| cuts().next()).map(|(name, _)| name)
}

/// True for an agency, a place and a day before a dash: `某社东山5月5日 - …`.
fn is_before_dash(opening: &str) -> bool {
    let day = opening.split_once('日').filter(|(day, _)| day.ends_with(|c: char| c.is_ascii_digit()));
    day.is_some_and(|(_, rest)| {
        rest.trim_start_matches(space::is_blank).starts_with(['-', '\u{2013}', '\u{2014}'])
    })
}

/// The agency of `（中央社記者…電）`, `据新华社…电`, `柏林（德新社）——`.
fn agency(text: &str, bracketed: bool) -> Option<String> {
    let inside = text.trim_start_matches(|c| is_bracket(c) || space::is_blank(c));
    let said = inside.strip_prefix(['据', '據']).unwrap_or(inside);
    if let Some(agency) = sources::agency_at_start(said) {
        let opening = start(said, LONGEST);
        let clause = opening.split(['\u{FF0C}', ',', '\u{3002}', ')', '\u{FF09}']).next().unwrap_or(opening);
        let signed = clause.contains(['电', '電']) && clause.contains(|c: char| c.is_ascii_digit())
            || said.len() == inside.len() && is_before_dash(opening)
            || bracketed && before_word(clause, Word::Reported).is_some();
        return signed.then(|| agency.to_owned());
    }
    let (place, rest) = text.split_once(['\u{FF08}', '('])?;
    let (content, _) = rest.split_once(['\u{FF09}', ')'])?;
    let short = place.chars().take(LONGEST_PLACE + 1).count() <= LONGEST_PLACE
        && space::trim(place).chars().all(punctuation::is_han);
    sources::agency_at_start(content).filter(|agency| short && *agency == content).map(str::to_owned)
}

//! Lines around an article in, the medium it came from out: the value alone.

mod value;
mod dateline;

use super::fields::is_weekday;
use super::zones::{Line, Zones};
use crate::lexicon::labels::{self, Field};
use crate::lexicon::people::{ends_as_medium, is_chinese_name, is_no_name, is_office, is_place};
use crate::lexicon::{self, sources};
use crate::line::names;
use crate::line::tokens::{Kind, Token, Tokens};
use crate::provenance::Place;
use crate::text::{punctuation, space};
use value::{clean, labelled_value};

/// Longest unlabelled one, and lengths of one that does not end as names of media do, in characters.
const LONGEST_UNLABELLED: usize = 20;
const SHORTEST_UNKNOWN: usize = 3;
const LONGEST_UNKNOWN: usize = 9;
/// Longest line of a time that names a medium beside it, in characters.
const LONGEST_LINE: usize = 60;
/// Longest words beside a medium on the line of the time, in characters.
const LONGEST_BESIDE: usize = 8;
/// Lines between the time and an unlabelled source on a line of its own.
const NEAR_TIME: usize = 3;
/// Characters of an account that does not end as names of media do: shorter ones are pen names and
/// sections, longer ones headlines.
const ACCOUNT_CHARS: std::ops::RangeInclusive<usize> = 4..=6;

/// Where a source is looked for, the surest place first.
const SEARCHES: [(Search, Place); 11] = [
    (|zones, _| labelled(&zones.front), Place::LabelUnderHeadline),
    (|zones, _| labelled(&zones.above), Place::LabelOverHeadline),
    (|zones, people| beside_time(zones, people, Sure::Medium), Place::BesideTime),
    (|zones, people| on_its_own(&zones.front, people, Sure::Medium), Place::OwnLine),
    (|zones, _| account(&zones.front), Place::UnderHeadline),
    (|zones, _| labelled_after(zones), Place::LabelAfterBody),
    (|zones, people| beside_time(zones, people, Sure::Organ), Place::BesideTime),
    (|zones, people| on_its_own(&zones.front, people, Sure::No), Place::OwnLine),
    (|zones, people| beside_time(zones, people, Sure::No), Place::BesideTime),
    (|zones, _| dateline::medium(zones), Place::Opening),
    (|zones, _| noted_after(zones), Place::AfterBody),
];

type Search = fn(&Zones, &[String]) -> Option<String>;

/// The sources that a page names, from the surest place to the least sure: the first is the article's.
/// `people` are names known to be persons'.
pub(crate) fn sources<'a>(
    zones: &'a Zones,
    people: &'a [String],
) -> impl Iterator<Item = (String, Place)> + use<'a> {
    SEARCHES.into_iter().filter_map(move |(search, place)| Some((search(zones, people)?, place)))
}

/// How sure a name is a medium's, by its ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sure {
    /// It ends as names of media do.
    Medium,
    /// It ends as names of offices do.
    Organ,
    No,
}

/// The account behind 原创 and its author: `原创 张三 某某笔记`.
fn account(lines: &[Line]) -> Option<String> {
    lines.iter().find_map(|line| {
        let tokens = line.tokens();
        let original = matches!(tokens.word(0), Some("原创" | "原創" | "Original"));
        let groups = if original { groups(tokens) } else { Vec::new() };
        let named = groups.iter().filter(|group| !group.is_original());
        match named.collect::<Vec<_>>()[..] {
            [person, account] if !is_office(person.name()) && account.is_account() => clean(account.name()),
            _ => None,
        }
    })
}

fn labelled(lines: &[Line]) -> Option<String> {
    lines.iter().enumerate().filter(|(_, line)| !line.is_sentence()).find_map(|(at, line)| {
        let tokens = line.tokens();
        if let Some(value) = between_bars(tokens) {
            return clean(&value);
        }
        let label = (0..tokens.list.len()).find(|&at| names_source(tokens, at))?;
        if label + 1 < tokens.list.len() {
            return labelled_value(tokens, label + 1);
        }
        let logo = line.picture_below.filter(|alt| !alt.is_empty()).and_then(clean);
        logo.or_else(|| value_on_line(lines.get(at + 1)?))
    })
}

/// True for 来源：, and for 发表于 where no time follows.
fn names_source(tokens: &Tokens, at: usize) -> bool {
    match tokens.kind(at) {
        Some(Kind::Label(Field::Source)) => {
            // 转载请注明来源：… names the site itself.
            let before = at.checked_sub(1).and_then(|at| tokens.word(at)).unwrap_or_default();
            !["注明", "註明", "标明", "標明"].iter().any(|word| before.ends_with(word))
        }
        Some(Kind::Label(Field::Published)) if at == 0 => {
            let label = tokens.span(at..at + 1).trim_end_matches(|c| labels::is_mark(c) || labels::is_gap(c));
            label.ends_with(['于', '於'])
                && tokens.word(at + 1).is_some_and(|word| !word.starts_with(|c: char| c.is_ascii_digit()))
        }
        _ => false,
    }
}

/// The value of `| 来源某网 |`, a field without a mark.
fn between_bars(tokens: &Tokens) -> Option<String> {
    let bar = |at: Option<usize>| at.is_some_and(|at| tokens.kind(at) == Some(Kind::Bar));
    (0..tokens.list.len()).find_map(|at| {
        let end = tokens.past(at, |kind| matches!(kind, Kind::Word | Kind::Seam));
        tokens.word(at)?;
        let field = tokens.span(at..end).replace(labels::SEAM, "");
        let value = ["来源", "來源", "稿源"].iter().find_map(|label| field.strip_prefix(label))?;
        let before = (0..at).rev().find(|&at| !matches!(tokens.kind(at), Some(Kind::Blank | Kind::Seam)));
        let parted = bar(before) || matches!(before.and_then(|at| tokens.kind(at)), Some(Kind::Label(_)));
        (!value.is_empty() && parted && bar(Some(end))).then(|| value.to_owned())
    })
}

/// The value of a label that ended its line: a short line without label or time that is no button.
fn value_on_line(line: &Line) -> Option<String> {
    let tokens = line.tokens();
    let plain = !tokens.list.iter().any(|token| matches!(token.kind, Kind::Label(_) | Kind::Time(_)));
    let short = line.text.chars().count() <= LONGEST_UNLABELLED && !line.is_sentence();
    let value = if plain && short { labelled_value(tokens, 0) } else { None };
    value.filter(|value| !is_control(value))
}

fn labelled_after(zones: &Zones) -> Option<String> {
    let ends = zones.closing.iter().take(2).find_map(|(_, text)| {
        let text = text.trim_start_matches(punctuation::is_opening);
        let short = text.chars().count() <= 40 && !punctuation::ends_sentence(text);
        let tokens = short.then(|| Tokens::of(text, &[]))?;
        (tokens.kind(0)? == Kind::Label(Field::Source)).then(|| labelled_value(&tokens, 1)).flatten()
    });
    let bracket = || {
        let (_, text) = zones.closing.first()?;
        let (_, note) = text.rsplit_once(['\u{FF08}', '('])?;
        let tokens = text.ends_with(punctuation::is_closing).then(|| Tokens::of(note, &[]))?;
        (tokens.kind(0)? == Kind::Label(Field::Source)).then(|| labelled_value(&tokens, 1)).flatten()
    };
    ends.or_else(bracket)
        .or_else(|| labelled(&zones.inside))
        .or_else(|| labelled(zones.after_unrelated()))
        .filter(|value| !is_no_name(value))
}

/// `本文转载自某报` on a line of its own.
fn noted_after(zones: &Zones) -> Option<String> {
    let closing = zones.closing.iter().take(2).map(|(_, text)| *text);
    closing.chain(zones.after_unrelated().iter().map(|line| line.text)).find_map(|text| {
        let text = text.trim_matches(is_bracket);
        let value = sources::after_note(text)?;
        let plain =
            value.chars().count() <= LONGEST_UNLABELLED && !value.contains(punctuation::is_inner_mark);
        clean(value.trim_end_matches(punctuation::is_sentence_mark)).filter(|_| plain)
    })
}

fn is_bracket(c: char) -> bool {
    matches!(c, '(' | ')' | '\u{FF08}' | '\u{FF09}' | '[' | ']' | '\u{3010}' | '\u{3011}')
}

/// A medium on the line of the time, without a label: `2024-03-21 某报`, `某报 2024-03-21`.
fn beside_time(zones: &Zones, people: &[String], sure: Sure) -> Option<String> {
    let with_time = zones.front.iter().chain(&zones.headline).filter(|line| line.has_time());
    let short = with_time.filter(|line| line.text.chars().count() <= LONGEST_LINE && !line.is_sentence());
    short.filter(|line| !dateline::is_dateline(line.text)).find_map(|line| {
        let groups = groups(line.tokens());
        // A headline of another article with its time.
        if groups.len() > 1 && groups.iter().any(Group::is_headline) {
            return None;
        }
        // What does not end as names of media do stands alone with the time, or beside what is surely none.
        let alone = groups.iter().filter(|group| !group.is_beside(people)).count() <= 1;
        // 金融市场 某某 2024-03-21: a channel and an account, each an element.
        if let [channel, account] = &groups[..]
            && sure == Sure::No
            && channel.is_seamed
            && account.is_account()
            && !channel.is_medium(people, Sure::Organ)
            && !names::is_known(channel.name())
        {
            return clean(account.name());
        }
        // 某某 (2024-03-21) is an item of a list.
        let listed = line.text.contains(['(', '\u{FF08}']);
        let fits = |group: &&Group| group.is_medium(people, sure) && (sure != Sure::No || alone && !listed);
        groups.iter().rev().find(fits).and_then(|group| clean(group.name()))
    })
}

/// A line of its own near the time that reads as a medium, or an account: one with 关注 under it, or what
/// stands between headline and time.
fn on_its_own(lines: &[Line], people: &[String], sure: Sure) -> Option<String> {
    let times: Vec<usize> =
        lines.iter().enumerate().filter(|(_, line)| tells_time(line)).map(|(at, _)| at).collect();
    lines.iter().enumerate().find_map(|(at, line)| {
        let near = times.iter().any(|time| time.abs_diff(at) <= NEAR_TIME) || times.is_empty() && at == 0;
        let followed = lines.get(at + 1).is_some_and(|next| sources::is_follow_button(next.text));
        let names_people = |token: &Token| matches!(token.kind, Kind::Label(field) if field.role().is_some());
        let credited = line.tokens().list.iter().any(names_people);
        if credited
            || line.has_time()
            || line.is_caption
            || line.in_navigation
            || line.is_sentence()
            || !(near || followed)
        {
            return None;
        }
        let groups = groups(line.tokens());
        let alone = groups.iter().skip(1).all(|group| group.is_beside(people));
        // 张三/某报
        if let [person, medium] = &groups[..]
            && is_chinese_name(person.name())
            && line.text.contains(['/', '\u{FF0F}'])
            && sure == Sure::Medium
            && medium.is_medium(people, sure)
        {
            return clean(medium.name());
        }
        let group = groups.first()?;
        let slot = times.contains(&(at + 1)) && ACCOUNT_CHARS.contains(&group.chars());
        let first = at == 0 && times.is_empty() && group.chars() <= *ACCOUNT_CHARS.end();
        let fits = if sure == Sure::Medium {
            group.is_medium(people, sure) && (alone || group.precedes_byline)
                || alone && followed && group.is_medium(people, Sure::No)
        } else {
            alone && (slot || first) && group.is_medium(people, Sure::No)
        };
        fits.then(|| clean(group.name())).flatten()
    })
}

/// True for the line of the time, though the time lacks its year.
pub(super) fn tells_time(line: &Line) -> bool {
    let label = |token: &Token| matches!(token.kind, Kind::Label(Field::Published | Field::Updated));
    line.has_time() || line.tokens().list.first().is_some_and(label)
}

/// Words of a line that no label names.
struct Group<'a> {
    text: &'a str,
    /// A title or the name of a person follows, a blank or a slash between.
    precedes_byline: bool,
    /// A title follows right behind: where somebody works.
    is_affiliation: bool,
    /// Its element ends behind it.
    is_seamed: bool,
}

/// The unlabelled words of a line, in order, parted at marks and wide blanks.
fn groups(tokens: &Tokens) -> Vec<Group<'_>> {
    let mut groups = Vec::new();
    let mut labelled = false;
    let mut at = 0;
    while let Some(kind) = tokens.kind(at) {
        match kind {
            // What stands behind the value of a source is a field of its own.
            Kind::Label(Field::Source) => at = value::end(tokens, at + 1).saturating_sub(1).max(at),
            Kind::Label(field) => labelled = !matches!(field, Field::Published | Field::Updated),
            Kind::Time(_) | Kind::Bar | Kind::Seam => labelled = false,
            Kind::Word if !labelled && !is_behind_title(tokens, at) => {
                let end = end_of_group(tokens, at);
                let next = tokens.past(end, |kind| matches!(kind, Kind::Blank | Kind::Slash | Kind::Seam));
                let byline = matches!(tokens.kind(next), Some(Kind::Title(_)))
                    || tokens.word(next).is_some_and(names::is_known);
                groups.push(Group {
                    text: tokens.span(at..end),
                    precedes_byline: next > end && byline,
                    is_seamed: tokens.kind(end) == Some(Kind::Seam),
                    is_affiliation: next == end
                        && matches!(tokens.kind(end), Some(Kind::Title(_) | Kind::Verb(_))),
                });
                at = end - 1;
            }
            _ => {}
        }
        at += 1;
    }
    groups
}

/// What a medium's name ends in where it took from others: 某网综合.
fn is_compound(word: &str) -> bool {
    matches!(word, "综合" | "綜合" | "编译" | "編譯" | "整理")
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
            Some(Kind::Verb(_)) if is_compound(tokens.span(end..end + 1)) => end += 1,
            Some(Kind::Blank) if value::is_inside(tokens, end) => end += 2,
            _ => return end,
        }
    }
}

impl<'a> Group<'a> {
    fn chars(&self) -> usize {
        space::visible_chars(self.text)
    }

    /// The name without what portals put around that of an account.
    fn name(&self) -> &'a str {
        let text = ["原创", "原創", "Original ", "转载", "By ", "by "]
            .iter()
            .find_map(|start| self.text.strip_prefix(start))
            .unwrap_or(self.text);
        let text = space::trim(text);
        ACCOUNT.iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text)
    }

    fn is_original(&self) -> bool {
        matches!(self.text, "原创" | "原創" | "Original")
    }

    /// True for what stands beside a medium and is surely none.
    fn is_beside(&self, people: &[String]) -> bool {
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
    fn is_headline(&self) -> bool {
        let name = self.name();
        name.chars().filter(|&c| punctuation::is_han(c)).count() > LONGEST_BESIDE && !is_office(name)
    }

    /// True for what may be an account's name where nothing else can stand.
    fn is_account(&self) -> bool {
        let name = self.name();
        (2..=LONGEST_UNKNOWN).contains(&name.chars().count())
            && !name.contains(|c: char| c.is_ascii_digit())
            && !names::is_known(name)
            && !is_place(name)
            && !is_control(name)
            && !is_weekday(name)
    }

    /// True for the name of a medium, as `sure` as asked for.
    fn is_medium(&self, people: &[String], sure: Sure) -> bool {
        let name = self.name();
        let chars = name.chars().count();
        let named = people.iter().any(|known| known == name) && !is_office(name);
        let person = named || names::is_known(name) || is_single_latin(name);
        let counts = name.chars().all(|c| !c.is_alphabetic())
            || name.contains(|c: char| c.is_ascii_digit()) && name.ends_with(['版', '期', '页', '頁'])
            || name.starts_with(|c: char| c.is_ascii_digit()) && !is_office(name);
        let no_medium = self.is_affiliation
            || person
            || counts
            || is_place(name)
            || is_control(name)
            || is_weekday(name)
            || ["時間", "时间", "日期", "首頁", "首页"].iter().any(|end| name.ends_with(end))
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
            !self.precedes_byline && (SHORTEST_UNKNOWN..=LONGEST_UNKNOWN).contains(&chars) && named && plain
        };
        fits && chars >= 2 && !no_medium && !asks
    }
}

/// What portals put behind the name of a medium's account.
const ACCOUNT: [&str; 5] = ["官方帐号", "官方账号", "官方帳號", "官方微博", "官方微信"];

/// True for buttons, counts and names of a site's parts.
fn is_control(text: &str) -> bool {
    let hits = lexicon::find(text);
    let chrome = hits.count() > 0 && (!is_office(text) || hits.covered_chars == text.chars().count());
    let agency = sources::agency_at_start(text) == Some(text);
    !agency && (chrome || is_no_name(text) || sources::is_chrome(text))
}

/// `GameForce`; `LGBT` is none.
fn is_camel_case(name: &str) -> bool {
    name.chars().skip(1).any(char::is_uppercase) && name.contains(char::is_lowercase)
}

/// A name in Latin letters, of one or two words; names of media have more words or capitals.
fn is_single_latin(value: &str) -> bool {
    names::is_latin_name(value) && value.split(' ').count() <= 2
}

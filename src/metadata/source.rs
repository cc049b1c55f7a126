//! Lines around an article in, the medium it came from out: the value alone.

mod group;
mod dateline;

use super::zones::{Line, Zones};
use crate::lexicon::labels::{self, Field};
use crate::lexicon::people::{is_chinese_name, is_no_name, is_office};
use crate::line::names;
use crate::line::tokens::{Kind, Token, Tokens, is_original};
use crate::line::value::{LONGEST_UNLABELLED, clean, labelled_value, noted};
use crate::provenance::Place;
use crate::text::punctuation::{self, is_bracket};
use group::{Group, Works, groups, is_control};

/// Longest label that is a cell of its own, in characters.
const LONGEST_LABEL: usize = 5;
/// Lines between the time and an unlabelled source on a line of its own.
const NEAR_TIME: usize = 3;
/// Characters of an account that does not end as names of media do: shorter ones are pen names and
/// sections, longer ones headlines.
const ACCOUNT_CHARS: std::ops::RangeInclusive<usize> = 4..=6;

/// Where a source is looked for, the surest place first.
const SEARCHES: [(Search, Place); 10] = [
    (|zones, _| labelled(&zones.front, Order::Downwards), Place::LabelUnderHeadline),
    (|zones, _| labelled(&zones.above, Order::Upwards), Place::LabelOverHeadline),
    (|zones, people| beside_time(zones, people, Sure::Medium), Place::BesideTime),
    (|zones, people| on_its_own(&zones.front, people, Sure::Medium), Place::OwnLine),
    (|zones, _| account(&zones.front), Place::UnderHeadline),
    (|zones, _| labelled_after(zones), Place::LabelAfterBody),
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
    // Few lines begin with it, marks aside.
    let may_begin = |line: &&Line| line.text.contains(['\u{539F}', 'O']);
    lines.iter().filter(may_begin).find_map(|line| {
        let tokens = line.tokens();
        let original = tokens.word(0).is_some_and(is_original);
        let groups = if original { groups(tokens) } else { Vec::new() };
        let named = groups.iter().filter(|group| !group.is_original());
        match named.collect::<Vec<_>>()[..] {
            [person, account] if !is_office(person.name()) && account.is_account() => clean(account.name()),
            _ => None,
        }
    })
}

/// How the lines of a zone stand in it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Downwards,
    Upwards,
}

fn labelled(lines: &[Line], order: Order) -> Option<String> {
    let may_tell = |line: &Line| line.present().may_have_label() && !line.is_sentence() && !line.is_caption;
    lines.iter().enumerate().filter(|(_, line)| may_tell(line)).find_map(|(at, line)| {
        let tokens = line.tokens();
        if let Some(value) = between_bars(tokens) {
            return clean(&value);
        }
        let label = (0..tokens.list.len()).find(|&at| names_source(tokens, at));
        match label {
            Some(label) if label + 1 < tokens.list.len() => return labelled_value(tokens, label + 1),
            None if !is_label_of_cell(line) => return None,
            _ => {}
        }
        let logo = line.picture_below.filter(|alt| !alt.is_empty()).and_then(clean);
        let next = if order == Order::Upwards { at.checked_sub(1)? } else { at + 1 };
        logo.or_else(|| value_on_line(lines.get(next)?))
    })
}

/// True for a cell that holds a source's label without a mark: 来源.
fn is_label_of_cell(line: &Line) -> bool {
    line.text.chars().count() <= LONGEST_LABEL && {
        let marked = Tokens::of(&format!("{}\u{FF1A}", line.text), &[]);
        marked.list.len() == 1 && marked.kind(0) == Some(Kind::Label(Field::Source))
    }
}

/// True for 来源：, and for 发表于 where no time follows.
fn names_source(tokens: &Tokens, at: usize) -> bool {
    match tokens.kind(at) {
        Some(Kind::Label(Field::Source)) => {
            // 转载请注明来源：… names the site itself, and 凡注明“来源：某网”的作品 too.
            let quoted = at.checked_sub(1).and_then(|at| tokens.kind(at)) == Some(Kind::Quote);
            let before = at.checked_sub(1).and_then(|at| tokens.word(at)).unwrap_or_default();
            !quoted && !["注明", "註明", "标明", "標明"].iter().any(|word| before.ends_with(word))
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

/// Longest note in brackets at a text's end that is read, in characters.
const NOTE_CHARS: usize = 120;

fn labelled_after(zones: &Zones) -> Option<String> {
    let ends = zones.closing.iter().take(2).find_map(|(_, text)| {
        let text = text.trim_start_matches(punctuation::is_opening);
        let short = text.chars().count() <= 40 && !punctuation::ends_sentence(text);
        short.then(|| said_first(text)).flatten()
    });
    let bracket = || {
        let mut notes = zones.closing.iter().map(|(_, text)| in_last_bracket(text));
        // Where several paragraphs have one, each is the paragraph's.
        notes.next()?.filter(|_| notes.all(|note| note.is_none()))
    };
    ends.or_else(bracket)
        .or_else(|| labelled(&zones.inside, Order::Upwards))
        .or_else(|| labelled(zones.after_unrelated(), Order::Downwards))
        .filter(|value| !is_no_name(value))
}

/// The source of `…。（来源：某报）`.
fn in_last_bracket(text: &str) -> Option<String> {
    let (_, note) = text.rsplit_once(['\u{FF08}', '('])?;
    let is_note = text.ends_with(punctuation::is_closing) && note.chars().nth(NOTE_CHARS).is_none();
    is_note.then(|| said_first(note)).flatten()
}

/// The value of a source's label that begins a text.
fn said_first(text: &str) -> Option<String> {
    let tokens = Tokens::of(text, &[]);
    (tokens.kind(0)? == Kind::Label(Field::Source)).then(|| labelled_value(&tokens, 1)).flatten()
}

fn noted_after(zones: &Zones) -> Option<String> {
    let closing = zones.closing.iter().take(2).map(|(_, text)| *text);
    closing.chain(zones.after_unrelated().iter().map(|line| line.text)).find_map(noted)
}

/// A medium on the line of the time, without a label: `2024-03-21 某报`, `某报 2024-03-21`.
fn beside_time(zones: &Zones, people: &[String], sure: Sure) -> Option<String> {
    let with_time = zones.front.iter().chain(zones.beside_headline()).filter(|line| line.has_time());
    let fields = with_time.filter(|line| !line.is_sentence());
    let is_other = |line: &&Line| {
        dateline::is_dateline(line.text) || is_way(line.text) || is_stamp(zones, line.block, line.text)
    };
    fields.filter(|line| !is_other(line)).find_map(|line| {
        let groups = groups(line.tokens());
        // A headline of another article with its time.
        if groups.len() > 1 && groups.iter().any(Group::is_headline) {
            return None;
        }
        // What does not end as names of media do stands alone with the time, or beside what is surely none.
        let alone = groups.iter().filter(|group| !group.is_beside(people)).count() <= 1;
        // 某频道 某号 2024-03-21: a channel and an account, each an element.
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
        let fits = |group: &&Group| match sure {
            // On the line of the time the paper of 某報記者張三 is the source.
            Sure::Medium => group.is_medium(people, sure) && group.works != Works::Somebody,
            Sure::Organ | Sure::No if group.is_before_reporter() => true,
            Sure::Organ | Sure::No => {
                group.is_medium(people, sure) && group.works == Works::Nobody && alone && !listed
            }
        };
        groups.iter().rev().find(fits).and_then(|group| clean(group.name()))
    })
}

/// True for a way through the site: `某网 > 社会 > 正文`.
fn is_way(text: &str) -> bool {
    text.contains(punctuation::is_way_mark)
}

/// True for a line behind the text's first that is a bracket beginning with a date: `【2024/12/13 某報】@ …`
/// cites a print issue.
fn is_stamp(zones: &Zones, block: usize, text: &str) -> bool {
    let inside = text.strip_prefix(is_bracket);
    let dated = inside.is_some_and(|text| text.starts_with(|c: char| c.is_ascii_digit()));
    dated && zones.opening.first().is_some_and(|&(first, _)| first < block)
}

/// A line of its own near the time that reads as a medium, or an account between headline and time.
fn on_its_own(lines: &[Line], people: &[String], sure: Sure) -> Option<String> {
    let times: Vec<usize> =
        lines.iter().enumerate().filter(|(_, line)| tells_time(line)).map(|(at, _)| at).collect();
    lines.iter().enumerate().find_map(|(at, line)| {
        let near = times.iter().any(|time| time.abs_diff(at) <= NEAR_TIME) || times.is_empty() && at == 0;
        let names_people = |token: &Token| matches!(token.kind, Kind::Label(field) if field.role().is_some());
        let credited = || line.present().may_have_label() && line.tokens().list.iter().any(names_people);
        if !near
            || line.has_time()
            || line.is_caption
            || line.in_navigation
            || is_way(line.text)
            // The second half of a headline.
            || line.text.starts_with(['-', '\u{2014}', '\u{2013}'])
            || line.is_sentence()
        {
            return None;
        }
        let groups = groups(line.tokens());
        // 某某／記者張三報導 責任編輯／李四
        if let Some(desk) = groups.first().filter(|group| group.is_before_reporter()) {
            return clean(desk.name());
        }
        if credited() {
            return None;
        }
        // 张三/某报, 张三 李四 | 某报
        let is_person = |group: &&Group| is_chinese_name(group.name());
        let persons = if sure == Sure::Medium { groups.iter().take_while(is_person).count() } else { 0 };
        let groups = groups.get(persons..).unwrap_or_default();
        let alone = groups.iter().skip(1).all(|group| group.is_beside(people));
        let group = groups.first().filter(|group| group.works == Works::Nobody)?;
        let slot = times.contains(&(at + 1)) && ACCOUNT_CHARS.contains(&group.chars());
        let first = at == 0 && times.is_empty() && group.chars() <= *ACCOUNT_CHARS.end();
        let fits = if sure == Sure::Medium {
            alone && group.is_medium(people, sure)
        } else {
            alone && (slot || first) && group.is_medium(people, Sure::No)
        };
        fits.then(|| clean(group.name())).flatten()
    })
}

/// True for the line of the time, though the time lacks its year.
pub(super) fn tells_time(line: &Line) -> bool {
    let label = |token: &Token| matches!(token.kind, Kind::Label(Field::Published | Field::Updated));
    line.has_time() || line.present().may_have_label() && line.tokens().list.first().is_some_and(label)
}

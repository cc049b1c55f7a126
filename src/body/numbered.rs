//! Fates in, those with the lines that count the text's parts kept out: `一、`, `（二）`, `3.`, or `04` over a heading.
//!
//! Hours do so too: `10:20` over each entry of a live report.
//!
//! A short line with a number scores low, a field or a day in it lower still. Where the numbers go on from one to the
//! next and most of what stands at them and between them is kept, they are the text's own.

use super::articles::sums;
use super::known::Known;
use super::tail::Closing;
use super::trim::Fate;
use crate::text::numerals;
use std::cell::LazyCell;
use std::ops::Range;

/// Lines below the last one kept in which the count may go on: an item and a heading with its day. And lines above the
/// first one kept in which it may begin: a number and the heading under it.
const REACH: usize = 3;
const ABOVE: usize = 2;
/// Longest heading under a number that stands alone, in characters.
const HEADING_CHARS: usize = 30;
/// Longest number, in characters.
const NUMBER_CHARS: usize = 3;

/// Hours that are those of entries: one or two are times of the page.
const LEAST_HOURS: usize = 3;

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// `一、`
    Ordinal,
    /// `（一）`
    Bracketed,
    /// `1.`, `1、`, `（1）`
    Figure,
    /// `01` and nothing else.
    Alone,
}

const FORMS: [Form; 4] = [Form::Ordinal, Form::Bracketed, Form::Figure, Form::Alone];

/// Keeps the lines of every count in `body`, of one that begins right above it, and of those that go on below it;
/// gives where the body ends then.
pub(super) fn keep(body: &Range<usize>, fates: &mut [Fate], known: Known<'_>) -> usize {
    let (kept, end) = counted(body, fates, known);
    for (form, at) in kept {
        let heading = (form == Form::Alone && known.is_heading_under_number(at + 1)).then_some(at + 1);
        for at in [Some(at), heading].into_iter().flatten() {
            if matches!(fates[at], Fate::Chrome | Fate::Outside | Fate::EndLine) {
                fates[at] = Fate::Kept;
            }
        }
    }
    end
}

/// The lines that count, of counts that are the text's, and where the body ends with them.
fn counted(body: &Range<usize>, fates: &[Fate], known: Known<'_>) -> (Vec<(Form, usize)>, usize) {
    // Of most pages nothing is counted.
    let kept = LazyCell::new(|| Kept::of(fates, known));
    let is_of_text = |count: &[usize]| count.len() > 1 && kept.is_most_of(count);
    let is_text = |at: &usize| known.shapes[*at].chars > 0;
    let mut open: [Vec<usize>; FORMS.len()] = Default::default();
    let mut lines = Vec::new();
    let mut end = body.end;
    let mut since = 0;
    let first = (0..body.start).rev().filter(is_text).take(ABOVE).last().unwrap_or(body.start);
    for at in (first..known.shapes.len()).filter(is_text) {
        since += usize::from(at >= end);
        if since > REACH || at >= end && known.closings[at] != Closing::No {
            break;
        }
        let Some((form, number)) = number(&known.page.blocks[at].text) else { continue };
        let count = &mut open[form as usize];
        if number != count.len() + 1 {
            let ended = std::mem::take(count);
            if is_of_text(&ended) {
                lines.extend(ended.into_iter().map(|at| (form, at)));
            }
        }
        if number != count.len() + 1 {
            continue;
        }
        count.push(at);
        if at >= end && is_of_text(count) {
            (end, since) = (at + 1, 0);
        }
    }
    for (form, count) in FORMS.into_iter().zip(open).filter(|(_, count)| is_of_text(count)) {
        lines.extend(count.into_iter().map(|at| (form, at)));
    }
    (lines, end)
}

/// Characters kept and lost before each block.
struct Kept {
    kept: Vec<usize>,
    lost: Vec<usize>,
}

impl Kept {
    fn of(fates: &[Fate], known: Known<'_>) -> Self {
        let chars = |is: fn(Fate) -> bool| -> Vec<usize> {
            let chars = fates.iter().zip(known.shapes);
            sums(&chars.map(|(&fate, shape)| if is(fate) { shape.chars } else { 0 }).collect::<Vec<_>>())
        };
        Self {
            kept: chars(|fate| fate == Fate::Kept),
            lost: chars(|fate| matches!(fate, Fate::Chrome | Fate::Outside)),
        }
    }

    /// True where a count goes to two at least, and more is kept from its first line to its last than not.
    fn is_most_of(&self, count: &[usize]) -> bool {
        let [first, .., last] = *count else { return false };
        let between = |sums: &[usize]| sums[last + 1] - sums[first];
        between(&self.kept) > between(&self.lost)
    }
}

/// Keeps the hours over the entries of a live report, in whatever order, the one over the first too, and short entries
/// under such hours right below the body; gives where the body ends then.
pub(super) fn keep_hours(body: &Range<usize>, fates: &mut [Fate], known: Known<'_>) -> usize {
    let is_text = |at: &usize| known.shapes[*at].chars > 0;
    let Some(first) = body.clone().find(|at| fates[*at] == Fate::Kept && is_text(at)) else {
        return body.end;
    };
    let start = (0..first).rfind(is_text).unwrap_or(first);
    let is_hour = |at: usize| known.shapes[at].is_clock_line();
    let mut hours: Vec<usize> = (start..body.end).filter(|&at| is_hour(at)).collect();
    if hours.len() < LEAST_HOURS || !Kept::of(fates, known).is_most_of(&hours) {
        return body.end;
    }
    let mut end = body.end;
    let mut below = (body.end..known.shapes.len()).filter(is_text);
    while let (Some(hour), Some(entry)) = (below.next(), below.next()) {
        let shape = &known.shapes[entry];
        if !is_hour(hour) || !shape.ends_sentence || shape.hits.count() > 0 {
            break;
        }
        hours.extend([hour, entry]);
        end = entry + 1;
    }
    for at in hours {
        fates[at] = Fate::Kept;
    }
    end
}

impl Known<'_> {
    fn is_heading_under_number(self, at: usize) -> bool {
        self.shapes.get(at).is_some_and(|shape| {
            (1..HEADING_CHARS).contains(&shape.chars) && shape.hits.count() == 0 && !self.is_linked(at)
        })
    }
}

/// The number that a line begins with.
fn number(text: &str) -> Option<(Form, usize)> {
    let (is_open, inside) = match text.strip_prefix(['(', '\u{FF08}']) {
        Some(inside) => (true, inside),
        None => (false, text),
    };
    let is_written = |c: &char| c.is_ascii_digit() || numerals::is_numeral(*c);
    let written: Vec<char> = inside.chars().take(NUMBER_CHARS + 1).take_while(is_written).collect();
    if written.len() > NUMBER_CHARS {
        return None;
    }
    let rest = inside.chars().nth(written.len());
    let is_figure = written.first()?.is_ascii_digit();
    let value = if is_figure { numerals::number(&written) } else { numerals::counted(&written) };
    let form = match (is_figure, is_open, rest) {
        (_, true, Some(')' | '\u{FF09}')) if is_figure => Form::Figure,
        (_, true, Some(')' | '\u{FF09}')) => Form::Bracketed,
        (false, false, Some('\u{3001}')) => Form::Ordinal,
        (true, false, Some('\u{3001}' | '.' | '\u{FF0E}')) => Form::Figure,
        (true, false, None) => Form::Alone,
        _ => return None,
    };
    Some((form, usize::try_from(value?).ok()?)).filter(|(_, number)| *number > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for (text, read) in [
            ("一、培训时间", Some((Form::Ordinal, 1))),
            ("十二、附则", Some((Form::Ordinal, 12))),
            ("（三）现场", Some((Form::Bracketed, 3))),
            ("(2)报名", Some((Form::Figure, 2))),
            ("3.报名", Some((Form::Figure, 3))),
            ("04", Some((Form::Alone, 4))),
            ("二〇二四年", None),
            ("10:20", None),
            ("三月", None),
            ("2024", None),
            ("0", None),
            ("", None),
        ] {
            assert_eq!(number(text), read, "{text}");
        }
    }
}

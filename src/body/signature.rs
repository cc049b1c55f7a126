//! Where the text of a notice ends in, where the signature below it ends out: who gives it, and the day in a line of
//! its own.
//!
//! Either alone is chrome as often as not. Together they close what an office writes, as do the lines between them and
//! the last sentence: what is enclosed, whom to ask.

use super::known::Known;
use super::tail::Closing;
use crate::lexicon::people::{ends_as_medium, is_organ};
use crate::line::forms::Spot;
use crate::line::reading::is_credit_line;
use std::ops::Range;

/// Lines from the last one of the text to the day, at most: a field, what is enclosed, two offices.
const LINES: usize = 4;
/// Longest of those between, in characters.
const LINE_CHARS: usize = 40;

/// The blocks of the signature under the last line of the text, or of one that ends with that line: from the first below
/// the text, or the office in it, to the day. `None` where no office stands above a day.
pub(super) fn under(known: Known<'_>, last: usize) -> Option<Range<usize>> {
    let mut above = (0..last).rfind(|&at| known.shapes[at].chars > 0)?;
    let below = (last..known.shapes.len()).filter(|&at| known.shapes[at].chars > 0);
    for at in below.take(1 + LINES) {
        let text = known.page.blocks[at].text.as_str();
        if is_day(text) {
            let is_signed = known.is_signed_by_office(above);
            return is_signed.then_some(above.min(last + 1)..at + 1);
        }
        if at > last && !known.may_stand_between(last, at) {
            return None;
        }
        above = at;
    }
    None
}

impl Known<'_> {
    /// True for an office alone: behind a label it is a field, as in 来源：某县教育局.
    fn is_signed_by_office(self, at: usize) -> bool {
        let text = self.page.blocks[at].text.as_str();
        let is_labelled = text.contains([':', '\u{FF1A}']) || self.shapes[at].hits.count() > 0;
        !is_labelled && is_office(text) && !is_credit_line(text, Spot::Below)
    }

    fn may_stand_between(self, last: usize, at: usize) -> bool {
        let (shape, blocks) = (&self.shapes[at], &self.page.blocks);
        shape.chars < LINE_CHARS
            && shape.hits.count() == 0
            && self.closings[at] == Closing::No
            && blocks[at].links == 0
            && self.page.are_siblings(&blocks[last], &blocks[at])
    }
}

/// Before the years of a calendar that begins in 1912.
const ERA: [&str; 2] = ["中華民國", "中华民国"];

/// `2024年3月18日`, `二〇二四年三月十八日`, `中華民國113年3月18日`
fn is_day(text: &str) -> bool {
    let text = ERA.iter().find_map(|era| text.strip_prefix(era)).unwrap_or(text);
    let is_of_one = |c: char| {
        c.is_ascii_digit()
            || matches!(c, ' ' | '年' | '月' | '日')
            || "〇○零一二三四五六七八九十百".contains(c)
    };
    text.ends_with('日') && text.contains('年') && text.contains('月') && text.chars().all(is_of_one)
}

fn is_office(text: &str) -> bool {
    is_organ(text) && !ends_as_medium(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_stands_alone_and_an_office_is_no_paper() {
        assert!(is_day("2024年3月18日") && is_day("二〇二四年十二月三十日") && is_day("2024 年 3 月 18 日"));
        assert!(is_day("中華民國113年3月18日") && is_day("中华民国一百一十三年三月十八日"));
        assert!(!is_day("2024-03-18") && !is_day("3月18日") && !is_day("2024年3月18日 星期一"));
        assert!(is_office("云岭县农业农村局") && is_office("雲嶺縣人民法院"));
        assert!(!is_office("新村日报") && !is_office("农民下田插秧"));
    }
}

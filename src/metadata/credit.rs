//! A caption in, whose picture it says it is out: `…。新村社记者 张三 摄`, `（图片来源：某图片社）`.

use crate::lexicon::labels::is_mark;
use crate::lexicon::statements::{credit_ends, credit_labels};
use crate::text::punctuation::{self, is_bracket};
use crate::text::space;

/// Longest credit, in characters.
const LONGEST: usize = 30;
/// Longest note that is a credit as a whole, in characters.
const SHORT_NOTE: usize = 12;

/// The credit of a caption, the label or word for it off.
pub(crate) fn credit(caption: &str) -> Option<String> {
    let parts =
        caption.split(|c| punctuation::is_sentence_mark(c) || is_bracket(c) || matches!(c, '\u{FF0C}' | ','));
    parts.rev().map(space::trim).filter(|part| !part.is_empty()).find_map(credited)
}

fn credited(part: &str) -> Option<String> {
    let labelled = credit_labels().iter().find_map(|label| {
        let (before, after) = part.split_once(label)?;
        let begins = before.is_empty() || before.ends_with(|c| space::is_blank(c) || !punctuation::is_han(c));
        let after = after.trim_start_matches(space::is_blank);
        (begins && after.starts_with(is_mark))
            .then(|| after.trim_start_matches(|c| is_mark(c) || space::is_blank(c)))
    });
    let ended = || {
        let (before, word) = credit_ends().iter().find_map(|word| Some((part.strip_suffix(word)?, word)))?;
        let spaced = before.ends_with(|c| space::is_blank(c) || is_mark(c));
        let last = before.trim_end_matches(|c| space::is_blank(c) || is_mark(c));
        // 提供 and 发 also end sentences: only behind a blank or as a short note do they give credit.
        let short = part.chars().count() <= SHORT_NOTE;
        (spaced || short || !matches!(*word, "提供" | "发" | "拍摄")).then_some(last)
    };
    let credit = labelled.or_else(ended)?;
    let credit = credit_ends().iter().find_map(|word| credit.strip_suffix(word)).unwrap_or(credit);
    let credit =
        credit.trim_matches(|c: char| space::is_blank(c) || is_mark(c) || matches!(c, ':' | '\u{FF1A}'));
    (2..=LONGEST).contains(&credit.chars().count()).then(|| credit.to_owned())
}

#[cfg(test)]
mod tests {
    use super::credit;

    #[test]
    fn captions_say_whose_a_picture_is() {
        let table = [
            ("3月20日，村民在田间插秧。新村社记者 李大同 摄", Some("新村社记者 李大同")),
            ("3月20日，村民在田间插秧。李大同摄", Some("李大同")),
            ("村民在田间插秧（李大同 摄）", Some("李大同")),
            ("村民在田间插秧（新村社发 李大同 摄）", Some("新村社发 李大同")),
            ("村民在田间插秧 图片来源：新村图片社", Some("新村图片社")),
            ("▲村民在田間插秧。（圖／新村新聞網）", Some("新村新聞網")),
            ("村民在田間插秧。（記者陳小明攝）", Some("記者陳小明")),
            ("村民在田間插秧。（陳小明提供）", Some("陳小明")),
            ("村民在田間插秧。（圖／陳小明提供）", Some("陳小明")),
            ("Photo Credit: Reuters／達志影像", Some("Reuters／達志影像")),
            ("图源：视觉新村", Some("视觉新村")),
            ("摄影：李大同", Some("李大同")),
            ("受访者供图", Some("受访者")),
            ("村民在田间插秧。", None),
            ("图为村民在田间插秧", None),
            ("", None),
        ];
        for (caption, expected) in table {
            assert_eq!(credit(caption).as_deref(), expected, "{caption}");
        }
    }
}

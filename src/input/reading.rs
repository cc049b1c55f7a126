//! Bytes and an encoding in, their text out, or only how well they read in it. Chooses nothing.

use crate::work::{Part, look};
use encoding_rs::{CoderResult, Decoder, Encoding, GB18030, GBK, UTF_8};
use simdutf8::compat::from_utf8;
use std::borrow::Cow;

/// The most frequent characters and marks of Chinese news text.
const fn is_common(c: char) -> bool {
    matches!(
        c,
        '的' | '一'
            | '是'
            | '了'
            | '不'
            | '在'
            | '有'
            | '人'
            | '这'
            | '這'
            | '来'
            | '來'
            | '中'
            | '大'
            | '为'
            | '為'
            | '上'
            | '个'
            | '個'
            | '国'
            | '國'
            | '我'
            | '以'
            | '要'
            | '他'
            | '时'
            | '時'
            | '到'
            | '会'
            | '會'
            | '对'
            | '對'
            | '和'
            | '地'
            | '于'
            | '於'
            | '年'
            | '月'
            | '日'
            | '\u{FF0C}'
            | '\u{3002}'
            | '\u{3001}'
            | '\u{201C}'
            | '\u{201D}'
            | '\u{FF1A}'
            | '\u{300C}'
            | '\u{300D}'
    )
}

/// Share of the characters beyond ASCII that common ones make up in a Chinese text read rightly,
/// at the least. Read wrongly they make up under 0.01; in news text about 0.3.
const COMMON_SHARE: f64 = 0.05;

/// Characters that may stand between two broken places of one fragment in another encoding: read as
/// UTF-8, every eighth character of GB18030 is one by chance.
const FRAGMENT_GAP: usize = 32;

/// Bytes of text that are looked at at a time.
const PIECE_BYTES: usize = 1 << 13;

/// How well bytes read in an encoding.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Worth {
    /// Characters beyond ASCII.
    beyond: usize,
    common: usize,
    /// Places with bytes that are no text, those of one fragment counted once.
    broken: usize,
}

impl Worth {
    /// Reads all of `bytes`, a piece at a time.
    pub(super) fn of(encoding: &'static Encoding, bytes: &[u8]) -> Self {
        let mut worth = Self::default();
        let mut since = usize::MAX;
        pieces(encoding, bytes, |piece, _| {
            let mut rest = piece;
            while !rest.is_empty() {
                // Most of a page is markup.
                let ascii = Encoding::ascii_valid_up_to(rest.as_bytes());
                since = since.saturating_add(ascii);
                rest = rest.get(ascii..).unwrap_or_default();
                for c in rest.chars().take_while(|c| !c.is_ascii()) {
                    worth.beyond += 1;
                    worth.common += usize::from(is_common(c));
                    worth.broken += usize::from(c == REPLACEMENT && since > FRAGMENT_GAP);
                    since = if c == REPLACEMENT { 0 } else { since.saturating_add(1) };
                    rest = rest.get(c.len_utf8()..).unwrap_or_default();
                }
            }
        });
        worth
    }

    /// Common characters, less broken places.
    pub(super) fn value(self) -> i64 {
        let number = |count| i64::try_from(count).unwrap_or(i64::MAX);
        number(self.common) - number(self.broken)
    }

    /// True for what reads as Chinese text, if not all of it.
    pub(super) fn is_chinese(self) -> bool {
        self.value() > 0 && self.common as f64 >= COMMON_SHARE * self.beyond as f64
    }

    pub(super) fn is_whole_and_chinese(self) -> bool {
        self.broken == 0 && self.is_chinese()
    }
}

const REPLACEMENT: char = '\u{FFFD}';

/// GBK and GB2312 are read as GB18030, which has all their characters.
pub(super) fn widest(encoding: &'static Encoding) -> &'static Encoding {
    if encoding == GBK { GB18030 } else { encoding }
}

/// The text where it is UTF-8 but for a last character cut off.
pub(super) fn as_utf_8(bytes: &[u8]) -> Option<&str> {
    match from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(error) if error.error_len().is_none() => from_utf8(&bytes[..error.valid_up_to()]).ok(),
        Err(_) => None,
    }
}

/// All of `bytes` as text, but for a last character cut off, and how many runs of bytes are none, each of
/// which becomes one U+FFFD.
pub(super) fn text<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> (Cow<'a, str>, usize) {
    if encoding == UTF_8
        && let Some(text) = as_utf_8(bytes)
    {
        return (Cow::Borrowed(text), 0);
    }
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 2 + 16);
    let mut replaced = 0;
    pieces(encoding, bytes, |piece, is_broken| {
        if !is_broken {
            text.push_str(piece);
            return;
        }
        let mut parts = piece.split(REPLACEMENT);
        text.push_str(parts.next().unwrap_or_default());
        for part in parts {
            if !text.ends_with(REPLACEMENT) {
                text.push(REPLACEMENT);
                replaced += 1;
            }
            text.push_str(part);
        }
    });
    (Cow::Owned(text), replaced)
}

/// Hands on the text of `bytes` a piece at a time, with whether some of it was no text.
fn pieces(encoding: &'static Encoding, bytes: &[u8], mut visit: impl FnMut(&str, bool)) {
    let mut decoder: Decoder = widest(encoding).new_decoder_without_bom_handling();
    let mut piece = String::with_capacity(PIECE_BYTES);
    let mut rest = bytes;
    loop {
        let (result, taken, is_broken) = decoder.decode_to_string(rest, &mut piece, false);
        rest = rest.get(taken..).unwrap_or_default();
        look(Part::Bytes, taken);
        visit(&piece, is_broken);
        piece.clear();
        if result == CoderResult::InputEmpty {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::BIG5;

    #[test]
    fn a_run_of_broken_bytes_is_one() {
        let bytes = [b"a".as_slice(), &[0xFF; 9], "春".as_bytes(), &[0xFF], b"b\xE6\x98"].concat();
        assert_eq!(text(UTF_8, &bytes), (Cow::Borrowed("a\u{FFFD}春\u{FFFD}b"), 2));
        assert_eq!(Worth::of(UTF_8, &bytes).broken, 1, "of one fragment");
        let apart = [b"\xFF".as_slice(), "春".repeat(FRAGMENT_GAP + 1).as_bytes(), b"\xFF"].concat();
        assert_eq!(Worth::of(UTF_8, &apart).broken, 2);
    }

    #[test]
    fn long_texts_are_read_whole_piece_by_piece() {
        let long = "春耕开始了，大家都很忙。".repeat(3000);
        let (bytes, _, _) = GB18030.encode(&long);
        assert_eq!(text(GB18030, &bytes), (Cow::Borrowed(long.as_str()), 0));
        assert!(Worth::of(GB18030, &bytes).is_whole_and_chinese());
        assert!(!Worth::of(BIG5, &bytes).is_whole_and_chinese());
    }
}

//! Bytes that are no UTF-8.

use super::repeat;
use encoding_rs::{Encoding, GB18030};

/// A hostile page as bytes.
pub(crate) struct Raw {
    pub(crate) name: &'static str,
    /// A page of about so many bytes.
    pub(crate) page: fn(usize) -> Vec<u8>,
}

/// A Chinese character takes three bytes in the text that the bytes are made of, two in them.
pub(crate) const RAW: &[Raw] = &[
    raw("gbk_lines", |n| encoded(&repeat("文\n", n * 4 / 3), GB18030)),
    raw("gbk_links", |n| {
        encoded(&("<meta charset=gbk>".to_owned() + &repeat("<a href=x>文</a>\n", n)), GB18030)
    }),
    raw("gbk_short_paragraphs", |n| {
        encoded(&("<meta charset=gbk>".to_owned() + &repeat("<p>的文", n * 9 / 7)), GB18030)
    }),
    raw("gbk_paragraphs", |n| encoded(&repeat(&format!("<p>{}", "的文".repeat(24)), n * 3 / 2), GB18030)),
    raw("broken_lines", |n| [[0xFF; 31].as_slice(), b"\n"].concat().repeat(n / 32)),
    raw("broken_and_text", |n| b"\xFFa".repeat(n / 2)),
    raw("utf_16_lines", |n| utf_16(&repeat("文\n", n))),
    raw("utf_16_paragraphs", |n| utf_16(&repeat(&format!("<p>{}", "的文".repeat(24)), n * 3 / 2))),
    raw("thai", |n| b"\xA1\xD2\xC3\xE0\xC5\xB5\xC2 ".repeat(n / 8)),
];

const fn raw(name: &'static str, page: fn(usize) -> Vec<u8>) -> Raw {
    Raw { name, page }
}

fn encoded(page: &str, encoding: &'static Encoding) -> Vec<u8> {
    encoding.encode(page).0.into_owned()
}

fn utf_16(page: &str) -> Vec<u8> {
    [0xFEFF].into_iter().chain(page.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

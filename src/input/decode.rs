//! Bytes in, text out, with the encoding and why it was chosen. Reads no HTML: what a page declares
//! is `charset`'s to find.

use super::charset;
use crate::error::Error;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, CoderResult, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// A page's text, and how its bytes were read.
///
/// ```
/// let bytes = [0xD5, 0xFD, 0xCE, 0xC4, 0xA3, 0xBA, 0xB4, 0xBA, 0xB8, 0xFB, 0xBF, 0xAA, 0xCA, 0xBC, 0xA1, 0xA3];
/// let page = zhengwen::decode(&bytes, Some("text/html; charset=gb2312"))?;
/// assert_eq!(page.text, "正文：春耕开始。");
/// assert_eq!((page.encoding, page.evidence), ("gb18030", zhengwen::Evidence::ContentType));
/// assert_eq!(page.replaced, 0);
/// # Ok::<(), zhengwen::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Decoded<'a> {
    /// The text; borrowed where the bytes are UTF-8 already.
    pub text: Cow<'a, str>,
    /// The encoding's name in the WHATWG Encoding Standard. GBK and GB2312 are read as `gb18030`,
    /// which has all their characters, and `Big5` has those of HKSCS.
    pub encoding: &'static str,
    /// What the encoding was told by.
    pub evidence: Evidence,
    /// Runs of bytes that are no text in that encoding, each replaced by U+FFFD. A character cut off
    /// by the end of the bytes is left out and not counted.
    pub replaced: usize,
}

/// What an encoding was told by, strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Evidence {
    /// A byte order mark.
    ByteOrderMark,
    /// The Content-Type given with the bytes.
    ContentType,
    /// `<meta charset>` or an XML declaration.
    Declaration,
    /// The bytes are valid UTF-8, whatever is declared.
    ValidUtf8,
    /// How the bytes read: nothing was declared, or they contradict it.
    Content,
}

/// Share of the bytes that are control characters from which they are no text. Text has none; of
/// compressed or media bytes, which are spread evenly, 11 % are.
const CONTROL_SHARE: f64 = 0.02;
/// Share of the characters that may be broken for a byte order mark to be believed. Of GB18030 read as
/// UTF-8 nearly all beyond ASCII are, of evenly spread bytes read as UTF-16 3 % are.
const MARKED_BROKEN_SHARE: f64 = 0.01;
/// Share of the characters beyond ASCII that common ones make up in a Chinese text read rightly,
/// at the least. Read wrongly they make up under 0.01; in news text about 0.3.
const COMMON_SHARE: f64 = 0.05;
/// Characters beyond ASCII in which common ones are looked for.
const SAMPLE_CHARS: usize = 2000;
/// The most frequent characters and marks of Chinese news text.
const COMMON: &str =
    "的一是了不在有人这這来來中大为為上个個国國我以要他时時到会會对對和地于於年月日，。、“”：「」";

/// Reads `bytes`: byte order mark, then `content_type`, the page's own declaration, valid UTF-8, and
/// last how the bytes read. A label that the bytes contradict loses.
pub(crate) fn decode<'a>(bytes: &'a [u8], content_type: Option<&str>) -> Result<Decoded<'a>, Error> {
    let header = content_type.map(charset::of_content_type).transpose()?.flatten();
    let mut bytes = bytes;
    if let Some((encoding, bom)) = Encoding::for_bom(bytes) {
        bytes = &bytes[bom..];
        let page = read(encoding, bytes, Evidence::ByteOrderMark);
        if share(page.replaced, page.text.chars().count()) <= MARKED_BROKEN_SHARE {
            return Ok(page);
        }
    }
    if let Some(utf_16) = utf_16(bytes, header) {
        return Ok(utf_16);
    }
    let controls = bytes.iter().filter(|&&byte| is_control(byte)).count();
    if controls as f64 > CONTROL_SHARE * bytes.len() as f64 {
        return Err(Error::NotText { controls, bytes: bytes.len() });
    }
    let declared = header
        .map(|encoding| (encoding, Evidence::ContentType))
        .or_else(|| charset::of_page(bytes).map(|encoding| (encoding, Evidence::Declaration)));
    Ok(judge(bytes, declared))
}

fn is_control(byte: u8) -> bool {
    byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1B)
}

/// UTF-16 without a byte order mark: in one half of its bytes, markup, digits and blanks are zeros.
fn utf_16<'a>(bytes: &'a [u8], header: Option<&'static Encoding>) -> Option<Decoded<'a>> {
    if let Some(encoding) = header.filter(|&e| e == UTF_16LE || e == UTF_16BE) {
        return Some(read(encoding, bytes, Evidence::ContentType)).filter(|page| page.replaced == 0);
    }
    let zeros = memchr::memchr_iter(0, bytes);
    let (even, odd) =
        zeros.fold((0, 0), |(even, odd), at| if at % 2 == 0 { (even + 1, odd) } else { (even, odd + 1) });
    let (most, least, encoding) = if odd > even { (odd, even, UTF_16LE) } else { (even, odd, UTF_16BE) };
    let looks_so = most * 10 > bytes.len() && least * 20 < most;
    let page = looks_so.then(|| read(encoding, bytes, Evidence::Content))?;
    // Zeros strewn into other text may all fall on one half of the bytes.
    let reads = page.reads_as_chinese() || page.text.is_ascii();
    (page.replaced == 0 && reads).then_some(page)
}

/// The declared encoding where the bytes agree, else the one that they read best in.
fn judge<'a>(bytes: &'a [u8], declared: Option<(&'static Encoding, Evidence)>) -> Decoded<'a> {
    if let Some(text) = as_utf_8(bytes) {
        let is_declared = declared.filter(|&(encoding, _)| encoding == UTF_8);
        let evidence = is_declared.map_or(Evidence::ValidUtf8, |(_, evidence)| evidence);
        if text.is_ascii() || is_declared.is_some() || !is_short_of_han(text) || declared.is_none() {
            return Decoded { text: Cow::Borrowed(text), encoding: UTF_8.name(), evidence, replaced: 0 };
        }
    }
    let declared = declared.map(|(encoding, evidence)| read(encoding, bytes, evidence));
    match declared {
        Some(page) if page.replaced == 0 && page.reads_as_chinese() => page,
        declared => best(bytes, declared),
    }
}

/// Bytes that two bytes a character would make UTF-8 by chance, as 一直 in GBK is: Chinese takes three.
fn is_short_of_han(text: &str) -> bool {
    text.chars().all(|c| c.len_utf8() < 3)
}

/// The reading with most common characters and fewest replaced ones; the first of equals.
fn best<'a>(bytes: &'a [u8], declared: Option<Decoded<'a>>) -> Decoded<'a> {
    let guesses = [GB18030, BIG5, UTF_8].into_iter().map(|e| read(e, bytes, Evidence::Content));
    let mut best: Option<(f64, Decoded<'a>)> = None;
    for page in declared.into_iter().chain(guesses) {
        let worth = page.worth();
        if best.as_ref().is_none_or(|(most, _)| worth > *most) {
            best = Some((worth, page));
        }
    }
    match best {
        Some((worth, page)) if worth >= COMMON_SHARE || page.evidence != Evidence::Content => page,
        _ => read(detect(bytes), bytes, Evidence::Content),
    }
}

/// The encoding of text that is not Chinese.
fn detect(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(Some(b"cn"), Utf8Detection::Allow)
}

/// The text where it is UTF-8 but for a last character cut off.
fn as_utf_8(bytes: &[u8]) -> Option<&str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(error) if error.error_len().is_none() => std::str::from_utf8(&bytes[..error.valid_up_to()]).ok(),
        Err(_) => None,
    }
}

/// Reads all of `bytes` in `encoding`, but for a last character cut off.
fn read<'a>(encoding: &'static Encoding, bytes: &'a [u8], evidence: Evidence) -> Decoded<'a> {
    let encoding = if encoding == GBK { GB18030 } else { encoding };
    if encoding == UTF_8
        && let Some(text) = as_utf_8(bytes)
    {
        return Decoded { text: Cow::Borrowed(text), encoding: UTF_8.name(), evidence, replaced: 0 };
    }
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 2 + 16);
    let mut rest = bytes;
    let mut failed = false;
    loop {
        let (result, taken, replaced) = decoder.decode_to_string(rest, &mut text, false);
        failed |= replaced;
        rest = rest.get(taken..).unwrap_or_default();
        match result {
            CoderResult::InputEmpty => break,
            CoderResult::OutputFull => text.reserve(rest.len().max(16) * 3),
        }
    }
    let replaced = if failed { text.matches('\u{FFFD}').count() } else { 0 };
    Decoded { text: Cow::Owned(text), encoding: encoding.name(), evidence, replaced }
}

impl Decoded<'_> {
    fn reads_as_chinese(&self) -> bool {
        self.worth() >= COMMON_SHARE
    }

    /// Share of the first characters beyond ASCII that are common, less that of replaced ones in all.
    fn worth(&self) -> f64 {
        let beyond = self.text.chars().filter(|c| !c.is_ascii());
        let sample: Vec<char> = beyond.clone().take(SAMPLE_CHARS).collect();
        let common = sample.iter().filter(|&&c| COMMON.contains(c)).count();
        share(common, sample.len()) - share(self.replaced, beyond.count())
    }
}

/// `part / whole`, 0 where there is no whole.
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

//! Bytes in, text out, with the encoding and why it was chosen. Reads no HTML: what a page declares
//! is `charset`'s to find; how well bytes read in an encoding is `reading`'s to tell.

use super::charset::{self, Label};
use super::reading::{self, Worth};
use crate::error::Error;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};
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
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Decoded<'a> {
    /// The text; borrowed where the bytes are UTF-8 already.
    pub text: Cow<'a, str>,
    /// The encoding's name in the WHATWG Encoding Standard. GBK and GB2312 are read as `gb18030`,
    /// which has all their characters, and `Big5` has those of HKSCS.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "charset::deserialize_name"))]
    pub encoding: Name,
    /// What the encoding was told by.
    pub evidence: Evidence,
    /// Runs of bytes that are no text in that encoding, each replaced by U+FFFD. A character cut off
    /// by the end of the bytes is left out and not counted.
    pub replaced: usize,
    /// A charset in the Content-Type that the Encoding Standard does not know, as given: it was passed
    /// over, and the bytes decided.
    pub unknown_label: Option<String>,
}

/// By another name, since serde borrows what is written as a reference from the text that it reads.
type Name = &'static str;

/// What an encoding was told by, strongest first.
///
/// ```
/// use zhengwen::{Evidence, decode};
///
/// let page = "<meta charset=utf-8><p>春耕开始。".as_bytes();
/// assert_eq!(decode(page, None)?.evidence, Evidence::Declaration);
/// assert_eq!(decode(page, Some("text/html; charset=utf-8"))?.evidence, Evidence::ContentType);
/// # Ok::<(), zhengwen::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Evidence {
    /// A byte order mark.
    ByteOrderMark,
    /// The Content-Type given with the bytes.
    ContentType,
    /// `<meta charset>` or an XML declaration.
    Declaration,
    /// The bytes are valid UTF-8, whatever is declared.
    #[cfg_attr(feature = "serde", serde(rename = "valid-utf-8"))]
    ValidUtf8,
    /// How the bytes read: nothing was declared, or they contradict it.
    Content,
}

impl Evidence {
    /// The name in lower case.
    ///
    /// ```
    /// assert_eq!(zhengwen::Evidence::ValidUtf8.to_string(), "valid-utf-8");
    /// ```
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ByteOrderMark => "byte-order-mark",
            Self::ContentType => "content-type",
            Self::Declaration => "declaration",
            Self::ValidUtf8 => "valid-utf-8",
            Self::Content => "content",
        }
    }
}

impl_display!(Evidence);

/// Share of the bytes that are control characters from which they are no text. Text has none; of
/// compressed or media bytes, which are spread evenly, 11 % are.
const CONTROL_SHARE: f64 = 0.02;
/// Share of the characters that may be broken for a byte order mark of UTF-16 to be believed. Of evenly
/// spread bytes read as UTF-16 3 % are.
const MARKED_BROKEN_SHARE: f64 = 0.01;
/// How much more the declared encoding counts: a fragment may hold more text than a short page. Read by a
/// label that is wrong, a page has a thirtieth of its common characters.
const LABEL_WORTH: i64 = 2;
/// Bytes that the detector of other languages is given: it reads 2 MB a second, and one page is in one of them.
const DETECTED_BYTES: usize = 1 << 16;

/// An encoding, and what told it.
type Told = (&'static Encoding, Evidence);

/// Reads `bytes`: byte order mark, then `content_type`, the page's own declaration, valid UTF-8, and
/// last how the bytes read. A label that the bytes contradict loses.
pub(crate) fn decode<'a>(bytes: &'a [u8], content_type: Option<&str>) -> Result<Decoded<'a>, Error> {
    let (header, unknown_label) = match content_type.and_then(charset::of_content_type) {
        Some(Label::Known(encoding)) => (Some(encoding), None),
        Some(Label::Unknown(label)) => (None, Some(label)),
        None => (None, None),
    };
    let page = read_told(bytes, header)?;
    Ok(Decoded { unknown_label, ..page })
}

fn read_told<'a>(bytes: &'a [u8], header: Option<&'static Encoding>) -> Result<Decoded<'a>, Error> {
    let marked = Encoding::for_bom(bytes);
    let bytes = &bytes[marked.map_or(0, |(_, mark)| mark)..];
    let marked = marked.map(|(encoding, _)| (encoding, Evidence::ByteOrderMark));
    if let Some(told) = marked.filter(|&(encoding, _)| encoding != UTF_8) {
        let page = read(told, bytes);
        if share(page.replaced, page.text.chars().count()) <= MARKED_BROKEN_SHARE {
            return Ok(page);
        }
    }
    if let Some(utf_16) = utf_16(bytes, header) {
        return Ok(utf_16);
    }
    let controls = controls(bytes);
    if controls as f64 > CONTROL_SHARE * bytes.len() as f64 {
        return Err(Error::NotText { controls, bytes: bytes.len() });
    }
    let declared = marked
        .filter(|&(encoding, _)| encoding == UTF_8)
        .or_else(|| header.map(|encoding| (encoding, Evidence::ContentType)))
        .or_else(|| charset::of_page(bytes).map(|encoding| (encoding, Evidence::Declaration)));
    Ok(judge(bytes, declared))
}

/// Control characters other than blanks and escape. Sums of bytes, which compilers take many of at once: a tenth of
/// the instructions of counting them in a `usize`.
fn controls(bytes: &[u8]) -> usize {
    let of_part = |part: &[u8]| part.iter().map(|&byte| u8::from(is_control(byte))).sum::<u8>();
    bytes.chunks(usize::from(u8::MAX)).map(|part| usize::from(of_part(part))).sum()
}

fn is_control(byte: u8) -> bool {
    let is_blank = byte.wrapping_sub(b'\t') <= b'\r' - b'\t';
    byte < b' ' && !is_blank && byte != 0x1B || byte == 0x7F
}

/// UTF-16 without a byte order mark: in one half of its bytes, markup, digits and blanks are zeros.
fn utf_16<'a>(bytes: &'a [u8], header: Option<&'static Encoding>) -> Option<Decoded<'a>> {
    if let Some(encoding) = header.filter(|&e| e == UTF_16LE || e == UTF_16BE) {
        return Some(read((encoding, Evidence::ContentType), bytes)).filter(|page| page.replaced == 0);
    }
    let zeros = memchr::memchr_iter(0, bytes);
    let (even, odd) =
        zeros.fold((0, 0), |(even, odd), at| if at % 2 == 0 { (even + 1, odd) } else { (even, odd + 1) });
    let (most, least, encoding) = if odd > even { (odd, even, UTF_16LE) } else { (even, odd, UTF_16BE) };
    let looks_so = most * 10 > bytes.len() && least * 20 < most;
    let page = looks_so.then(|| read((encoding, Evidence::Content), bytes))?;
    // Zeros strewn into other text may all fall on one half of the bytes, but do not fill it.
    let fills_half = most * 5 > bytes.len() * 2;
    let reads = || Worth::of(encoding, bytes).is_chinese() || page.text.is_ascii();
    (page.replaced == 0 && (fills_half || reads())).then_some(page)
}

/// The declared encoding where the bytes agree, else the one that they read best in.
fn judge(bytes: &[u8], declared: Option<Told>) -> Decoded<'_> {
    if let Some(text) = reading::as_utf_8(bytes) {
        let is_declared = declared.filter(|&(encoding, _)| encoding == UTF_8);
        let evidence = is_declared.map_or(Evidence::ValidUtf8, |(_, evidence)| evidence);
        if text.is_ascii() || is_declared.is_some() || !is_short_of_han(text) || declared.is_none() {
            let text = Cow::Borrowed(text);
            return Decoded { text, encoding: UTF_8.name(), evidence, replaced: 0, unknown_label: None };
        }
    }
    match declared {
        Some(told) if Worth::of(told.0, bytes).is_whole_and_chinese() => read(told, bytes),
        declared => read(best(bytes, declared), bytes),
    }
}

/// Bytes that two bytes a character would make UTF-8 by chance, as 一直 in GBK is: Chinese takes three.
fn is_short_of_han(text: &str) -> bool {
    text.chars().all(|c| c.len_utf8() < 3)
}

/// The encoding in which the page has most common characters and fewest broken places; the first of equals.
/// The texts are not kept: each would take as much as the page.
fn best(bytes: &[u8], declared: Option<Told>) -> Told {
    let guesses = [GB18030, BIG5, UTF_8].map(|encoding| (encoding, Evidence::Content));
    let readings = declared.into_iter().chain(guesses).map(|told| (told, Worth::of(told.0, bytes)));
    let value = |((_, evidence), worth): (Told, Worth)| {
        worth.value() * if evidence == Evidence::Content { 1 } else { LABEL_WORTH }
    };
    let best = readings.reduce(|best, next| if value(next) > value(best) { next } else { best });
    match best {
        Some((told, worth)) if worth.is_chinese() || told.1 != Evidence::Content => told,
        _ => (detect(bytes), Evidence::Content),
    }
}

/// The encoding of text that is not Chinese, by its first characters beyond ASCII and what follows them.
fn detect(bytes: &[u8]) -> &'static Encoding {
    let start = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
    let end = bytes.len().min(start + DETECTED_BYTES);
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[start..end], end == bytes.len());
    detector.guess(Some(b"cn"), Utf8Detection::Allow)
}

/// Reads all of `bytes` in an encoding.
fn read((encoding, evidence): Told, bytes: &[u8]) -> Decoded<'_> {
    let encoding = reading::widest(encoding);
    let (text, replaced) = reading::text(encoding, bytes);
    Decoded { text, encoding: encoding.name(), evidence, replaced, unknown_label: None }
}

/// `part / whole`, 0 where there is no whole.
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::controls;

    #[test]
    fn control_characters_are_counted_as_one_by_one() {
        let one_by_one = |bytes: &[u8]| {
            let is_blank = |byte: &u8| matches!(byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1B);
            bytes.iter().filter(|byte| byte.is_ascii_control() && !is_blank(byte)).count()
        };
        let all: Vec<u8> = (0..=u8::MAX).cycle().take(1000).collect();
        for bytes in [0, 1, 254, 255, 256, 511, 1000].map(|end| &all[..end]) {
            assert_eq!(controls(bytes), one_by_one(bytes));
        }
        assert_eq!(controls(&[0; 600]), 600);
    }
}

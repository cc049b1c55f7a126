//! Bytes in, text out, with the encoding and why it was chosen. Knows no HTML but `<meta charset>`.

use crate::error::Error;
use encoding_rs::{Encoding, UTF_8};
use std::borrow::Cow;

/// Bytes searched for a `<meta charset>` or an XML declaration.
const PRESCAN_BYTES: usize = 4096;

/// What was read from a page's bytes.
#[derive(Debug)]
pub(crate) struct Decoded<'a> {
    pub(crate) text: Cow<'a, str>,
}

/// Reads `bytes`: byte order mark, then the HTTP header's charset, `<meta>`, valid UTF-8, and last
/// a detector. A label that the bytes contradict loses.
pub(crate) fn decode<'a>(bytes: &'a [u8], content_type: Option<&str>) -> Result<Decoded<'a>, Error> {
    let zeros = memchr::memchr_iter(0, bytes).count();
    let bom = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    if bom.is_none() && zeros * 10 > bytes.len() {
        return Err(Error::NotText { zeros, bytes: bytes.len() });
    }
    let header =
        content_type.and_then(charset_of_content_type).map(|label| encoding_of(&label)).transpose()?;
    let encoding = bom.unwrap_or_else(|| judge(bytes, header.or_else(|| meta_charset(bytes))));
    Ok(Decoded { text: encoding.decode(bytes).0 })
}

/// The declared encoding where the bytes can be read in it, else what they look like.
fn judge(bytes: &[u8], declared: Option<&'static Encoding>) -> &'static Encoding {
    if std::str::from_utf8(without_cut_tail(bytes)).is_ok() && !bytes.is_ascii() {
        return UTF_8;
    }
    match declared.filter(|&e| e != UTF_8) {
        Some(encoding) if replacements(encoding, bytes) == 0 => encoding,
        Some(encoding) => fewest_replacements(bytes, encoding, detect(bytes)),
        None if declared == Some(UTF_8) => fewest_replacements(bytes, UTF_8, detect(bytes)),
        None => detect(bytes),
    }
}

fn detect(bytes: &[u8]) -> &'static Encoding {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(Some(b"cn"), chardetng::Utf8Detection::Allow)
}

fn fewest_replacements(
    bytes: &[u8],
    first: &'static Encoding,
    second: &'static Encoding,
) -> &'static Encoding {
    if replacements(second, bytes) < replacements(first, bytes) { second } else { first }
}

fn replacements(encoding: &'static Encoding, bytes: &[u8]) -> usize {
    let (text, malformed) = encoding.decode_without_bom_handling(bytes);
    if malformed { text.matches('\u{FFFD}').count() } else { 0 }
}

/// A page cut off in the middle of a character is still UTF-8.
fn without_cut_tail(bytes: &[u8]) -> &[u8] {
    match std::str::from_utf8(bytes) {
        Err(e) if e.error_len().is_none() => &bytes[..e.valid_up_to()],
        _ => bytes,
    }
}

fn encoding_of(label: &str) -> Result<&'static Encoding, Error> {
    Encoding::for_label(label.as_bytes()).ok_or_else(|| Error::UnknownCharset { label: label.to_owned() })
}

fn charset_of_content_type(content_type: &str) -> Option<String> {
    let lower = content_type.to_ascii_lowercase();
    let (_, value) = lower.split_once("charset=")?;
    let value = value.trim_start_matches(['"', '\'', ' ']);
    let end = value.find([';', '"', '\'', ' ', ',']).unwrap_or(value.len());
    value.get(..end).filter(|v| !v.is_empty()).map(str::to_owned)
}

fn meta_charset(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(PRESCAN_BYTES)]).to_ascii_lowercase();
    let mut rest = head.as_str();
    while let Some((_, after)) = rest.split_once("charset").or_else(|| rest.split_once("encoding")) {
        rest = after;
        let Some(value) = after.trim_start().strip_prefix('=') else { continue };
        let value = value.trim_start_matches(['"', '\'', ' ']);
        let end =
            value.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c))).unwrap_or(value.len());
        if let Some(encoding) = value.get(..end).and_then(|v| Encoding::for_label(v.as_bytes())) {
            return Some(encoding);
        }
    }
    None
}

//! A Content-Type or the start of a page in, the charset it declares out. Believes nothing: whether
//! the bytes agree is `decode`'s to judge.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use memchr::memmem;

/// Bytes searched for a declaration. The HTML standard says 1,024; portals put scripts before it.
const PRESCAN_BYTES: usize = 4096;

/// A charset's label.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Label {
    Known(&'static Encoding),
    /// One that the Encoding Standard does not have, as given: `utf8mb4`, `none`.
    Unknown(String),
}

/// Longest label that is told of, in bytes; the standard's longest has 19.
const LONGEST_LABEL: usize = 64;

/// The charset that a Content-Type names, if it names one.
pub(crate) fn of_content_type(content_type: &str) -> Option<Label> {
    let label = value_of(content_type.as_bytes(), b"charset")?;
    let told = || String::from_utf8_lossy(&label[..label.len().min(LONGEST_LABEL)]).into_owned();
    Some(Encoding::for_label(label).map_or_else(|| Label::Unknown(told()), Label::Known))
}

/// The encoding that `<meta>` or an XML declaration in the page's first bytes names. Unknown labels
/// are passed over; UTF-16 there cannot be true, as the label was read byte by byte, and means UTF-8.
pub(crate) fn of_page(page: &[u8]) -> Option<&'static Encoding> {
    let head = &page[..page.len().min(PRESCAN_BYTES)];
    let mut declarations = tags(head, b"<?xml", b"encoding").chain(tags(head, b"<meta", b"charset"));
    let encoding = declarations.find_map(Encoding::for_label)?;
    Some(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding })
}

/// The values that tags opening with `open` give `name`.
fn tags<'a>(head: &'a [u8], open: &'static [u8], name: &'static [u8]) -> impl Iterator<Item = &'a [u8]> {
    memchr::memchr_iter(b'<', head).filter_map(move |at| {
        let tag = &head[at..];
        let opens = tag.get(..open.len()).is_some_and(|start| start.eq_ignore_ascii_case(open));
        let end = memchr::memchr(b'>', tag).unwrap_or(tag.len());
        if opens { value_of(&tag[..end], name) } else { None }
    })
}

/// What stands behind `name=`, quotes aside.
fn value_of<'a>(text: &'a [u8], name: &[u8]) -> Option<&'a [u8]> {
    let lower = text.to_ascii_lowercase();
    let value = memmem::find_iter(&lower, name).find_map(|at| {
        let rest = text.get(at + name.len()..)?.trim_ascii_start();
        rest.strip_prefix(b"=").map(<[u8]>::trim_ascii_start)
    })?;
    let value = value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")).unwrap_or(value);
    let is_label = |byte: u8| byte.is_ascii_alphanumeric() || b"-_:.+".contains(&byte);
    let end = value.iter().position(|&byte| !is_label(byte)).unwrap_or(value.len());
    Some(&value[..end]).filter(|label| !label.is_empty())
}

/// The name of an encoding as the Encoding Standard has it.
#[cfg(feature = "serde")]
pub(crate) fn deserialize_name<'de, D: serde::Deserializer<'de>>(from: D) -> Result<&'static str, D::Error> {
    let name = <String as serde::Deserialize>::deserialize(from)?;
    let unknown = || serde::de::Error::custom(format_args!("`{name}` is no encoding"));
    Encoding::for_label(name.as_bytes()).map(Encoding::name).ok_or_else(unknown)
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{BIG5, GBK};

    #[test]
    fn a_content_type_names_its_charset() {
        assert_eq!(of_content_type("text/html"), None);
        for header in ["text/html; charset=gb2312", "text/html;CHARSET = \"GBK\"", "charset='x-gbk'; a=b"] {
            assert_eq!(of_content_type(header), Some(Label::Known(GBK)), "{header}");
        }
        for label in ["Klingon-8", "UTF_8", "utf8mb4", "none"] {
            let unknown = Some(Label::Unknown(label.to_owned()));
            assert_eq!(of_content_type(&format!("text/html; charset={label}")), unknown);
        }
    }

    #[test]
    fn a_page_declares_its_charset_in_a_meta_or_an_xml_declaration() {
        for page in [
            "<meta charset=big5>",
            "<META http-equiv='Content-Type' content='text/html; charset=Big5'>",
            "<?xml version='1.0' encoding='big5-hkscs'?><html>",
            "<script charset='gbk' src=a></script><meta charset=none><meta charset=\"big5\"/>",
        ] {
            assert_eq!(of_page(page.as_bytes()), Some(BIG5), "{page}");
        }
        assert_eq!(of_page(b"<meta charset=utf-16>"), Some(UTF_8));
        assert_eq!(of_page(b"<script charset=gbk></script><p>charset=big5"), None);
    }
}

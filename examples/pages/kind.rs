//! The first bytes of a file in, what it is out: a page, a container that can be read, or one that cannot.

use serde::de::IgnoredAny;
use serde_json::error::Category;

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Page,
    JsonLines,
    /// JSON values of other kinds than objects.
    Json,
    Warc,
    /// Something that holds other things and is not read.
    Closed(&'static str),
}

/// Bytes of a file that [`kind`] looks at, where it has so many, or more.
pub(crate) const LEAST_HEAD: usize = 4 << 10;

pub(crate) const ZIP: &str = "a zip archive";
pub(crate) const PARQUET: &str = "a Parquet file";

/// Containers by what they start with: at which byte, what, and their name.
const MAGIC: &[(usize, &[u8], &str)] = &[
    (0, b"PK\x03\x04", ZIP),
    (0, b"PK\x05\x06", ZIP),
    (0, b"7z\xBC\xAF\x27\x1C", "a 7z archive"),
    (0, b"Rar!\x1A\x07", "a rar archive"),
    (0, b"BZh", "a bzip2 file"),
    (0, b"\xFD7zXZ\0", "an xz file"),
    (0, b"\x04\x22\x4D\x18", "an lz4 file"),
    (0, b"\x1F\x8B", "a gzip file in another"),
    (0, b"\x28\xB5\x2F\xFD", "a zstd file in another"),
    (257, b"ustar", "a tar archive"),
    (0, b"!<arch>\n", "an ar archive"),
    (0, b"filedesc://", "an ARC file"),
    (0, b"SQLite format 3\0", "an SQLite database"),
    (0, b"PAR1", PARQUET),
    (0, b"ARROW1", "an Arrow file"),
    (0, b"%PDF-", "a PDF document"),
];

pub(crate) fn kind(head: &[u8]) -> Kind {
    let starts = |at: usize, magic: &[u8]| head.get(at..).is_some_and(|rest| rest.starts_with(magic));
    if let Some((_, _, name)) = MAGIC.iter().find(|(at, magic, _)| starts(*at, magic)) {
        return Kind::Closed(name);
    }
    if is_mime(head) {
        return Kind::Closed("a mail or an MHTML file");
    }
    let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    match text.first() {
        Some(b'W') if text.starts_with(b"WARC/") => Kind::Warc,
        Some(b'{') if is_json(text) => Kind::JsonLines,
        Some(b'[') if matches!(text[1..].trim_ascii_start().first(), Some(b'{')) && is_json(text) => {
            Kind::Closed("a JSON array, not an object a line")
        }
        Some(b'[' | b'"' | b'n') if is_json_throughout(text) => Kind::Json,
        _ if is_table(text) => Kind::Closed("a CSV file"),
        _ => Kind::Page,
    }
}

/// True where the bytes are nothing but JSON values, up to one that may be cut off.
fn is_json_throughout(text: &[u8]) -> bool {
    let mut values = serde_json::Deserializer::from_slice(text).into_iter::<IgnoredAny>();
    let end = values.find_map(Result::err);
    end.is_none_or(|error| error.classify() == Category::Eof && text.len() > LEAST_HEAD / 2)
}

/// Names of columns that hold pages or what is known of them; one is enough, as a table has two columns or more.
const COLUMNS: &[&str] = &["body", "content", "html", "raw_html", "text", "title", "url"];

/// True where the first line is names of columns, in lower case or not, and nothing else.
fn is_table(text: &[u8]) -> bool {
    let line = text.split(|&byte| byte == b'\n').next().unwrap_or_default().trim_ascii();
    let Ok(line) = str::from_utf8(line) else { return false };
    let names: Vec<&str> = line.split([',', ';', '\t']).map(|name| name.trim().trim_matches('"')).collect();
    let is_name = |name: &&str| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    names.len() > 1
        && names.iter().all(is_name)
        && names.iter().any(|name| COLUMNS.iter().any(|column| column.eq_ignore_ascii_case(name)))
}

/// True where the bytes start with a JSON value, or with as much of one as they have room for.
fn is_json(text: &[u8]) -> bool {
    let first = serde_json::Deserializer::from_slice(text).into_iter::<IgnoredAny>().next();
    match first {
        Some(Ok(_)) => true,
        Some(Err(error)) => error.classify() == Category::Eof && text.len() > LEAST_HEAD / 2,
        None => false,
    }
}

/// True where lines of a header with `MIME-Version` stand first.
fn is_mime(head: &[u8]) -> bool {
    let lines = head.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii_end);
    lines
        .take(64)
        .take_while(|line| !line.is_empty() && line[0] != b'<')
        .any(|line| line.get(..13).is_some_and(|name| name.eq_ignore_ascii_case(b"mime-version:")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_that_start_oddly_are_pages() {
        for page in [
            "[图] 春耕开始",
            "{春耕}",
            "PAR",
            "<html>{\"a\":1}",
            "[1] 春耕",
            "[1]\n春耕",
            "\"春耕\"\n今天开始",
            "2024\n",
            "null 春耕",
            "News, Sports\n",
            "Title: a, b\n",
            "",
            "WAR",
        ] {
            assert_eq!(kind(page.as_bytes()), Kind::Page, "{page}");
        }
    }

    fn cut(text: &str, bytes: usize) -> &str {
        text.get(..bytes).expect("that is behind a character")
    }

    #[test]
    fn containers_are_told_by_their_first_bytes() {
        let long = format!("{{\"html\":\"{}", "春".repeat(LEAST_HEAD));
        for (head, expected) in [
            ("\u{FEFF}{\"html\":\"<p>\"}\n", Kind::JsonLines),
            (cut(&long, LEAST_HEAD - 1), Kind::JsonLines),
            (cut(&format!("[\"{}", "春".repeat(LEAST_HEAD)), LEAST_HEAD - 2), Kind::Json),
            ("[\"<p>\", \"<p>\"]", Kind::Json),
            ("\"<p>\"\n\"<p>\"\n", Kind::Json),
            ("null\n{\"html\":\"<p>\"}\n", Kind::Json),
            ("id,\"url\",HTML\r\n1,", Kind::Closed("a CSV file")),
            ("WARC/1.0\r\n", Kind::Warc),
            (" [ {\"html\":\"\"}]", Kind::Closed("a JSON array, not an object a line")),
            ("From: x\r\nMIME-Version: 1.0\r\n", Kind::Closed("a mail or an MHTML file")),
            ("PK\u{3}\u{4}", Kind::Closed("a zip archive")),
        ] {
            assert_eq!(kind(head.as_bytes()), expected, "{head:.20}");
        }
    }
}

//! A path in, a text that names it out.

use std::fmt::Write as _;
use std::path::Path;

/// Stands before paths in which `%` stands for a byte, as it does in URLs.
const ENCODED: &str = "file:";

/// The path as text. One that is no UTF-8 is [`ENCODED`]: the bytes that are none, and `%`, are written `%8F`. So is
/// one that looks so already, so that two paths never have one name.
pub(crate) fn id(path: &Path) -> String {
    if let Some(text) = path.to_str().filter(|text| !text.starts_with(ENCODED)) {
        return text.to_owned();
    }
    let mut id = ENCODED.to_owned();
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        id += &chunk.valid().replace('%', "%25");
        for byte in chunk.invalid() {
            let _ = write!(id, "%{byte:02X}");
        }
    }
    id
}

//! A path in, a text that names it out.

use std::fmt::Write as _;
use std::path::Path;

/// The path as text. In one that is no UTF-8 the bytes that are none, and `%`, are written `%8F`, so that two
/// paths never have one name.
pub(crate) fn id(path: &Path) -> String {
    if let Some(text) = path.to_str() {
        return text.to_owned();
    }
    let mut id = String::new();
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        id += &chunk.valid().replace('%', "%25");
        for byte in chunk.invalid() {
            let _ = write!(id, "%{byte:02X}");
        }
    }
    id
}

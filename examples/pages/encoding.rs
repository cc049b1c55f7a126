//! The encodings of the web, by their labels.

use encoding_rs::Encoding;

/// # Errors
/// A label that none has, in words.
pub(crate) fn encoding(label: &str) -> Result<&'static Encoding, String> {
    Encoding::for_label(label.as_bytes()).ok_or_else(|| "no encoding of the web".to_owned())
}

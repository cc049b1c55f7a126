//! An element in, the text that its attributes hold for a script out: `data-content`, `srcdoc`, the value of a field.

use super::element::Flow;
use super::view::ElementView;
use html5ever::LocalName;
use std::sync::LazyLock;

/// Least bytes of a text that may be a body: sixty Chinese characters.
pub(super) const LEAST_BYTES: usize = 180;
/// Attributes that hold something else, however long.
const OTHERS: [&str; 12] = [
    "alt",
    "title",
    "href",
    "src",
    "srcset",
    "style",
    "class",
    "id",
    "content",
    "placeholder",
    "sizes",
    "datetime",
];

/// True for what no page makes anew in each paragraph, as it does open formatting elements.
pub(super) fn may_hold(flow: Flow) -> bool {
    matches!(flow, Flow::Block(_) | Flow::Skip | Flow::Custom)
}

/// True for a text long enough, with characters of Chinese in it or escapes that may be.
pub(super) fn may_be_body(text: &str) -> bool {
    text.len() >= LEAST_BYTES
        && (!text.is_ascii() || text.contains("\\u") || text.contains('%') || text.contains("&#"))
}

/// The name under which this crate's tree keeps such an attribute: one that html5ever has not, it keeps in a table
/// of its own.
pub(super) static NAME: LazyLock<LocalName> = LazyLock::new(|| LocalName::from("data-held"));

/// [`NAME`] for an attribute that holds a text.
pub(super) fn name(flow: Flow, name: &[u8], value: &[u8]) -> Option<LocalName> {
    let holds = value.len() >= LEAST_BYTES && may_hold(flow) && is_one(name);
    holds.then(|| NAME.clone())
}

fn is_one(name: &[u8]) -> bool {
    let is = |known: &str| name.eq_ignore_ascii_case(known.as_bytes());
    !OTHERS.iter().any(|known| is(known))
        && !name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case(b"on"))
}

/// The longest value of such an attribute.
pub(super) fn attribute<'a>(element: impl ElementView<'a>) -> Option<&'a str> {
    let long = element.attrs().filter(|(name, value)| value.len() >= LEAST_BYTES && is_one(name.as_bytes()));
    long.map(|(_, value)| value).max_by_key(|value| value.len())
}

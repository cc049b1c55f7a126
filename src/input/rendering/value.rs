//! The value of a property of a style in, what it says out.

use super::Display;
use memchr::memmem;

/// Farther left than any column of a page, in CSS pixels and in ems: text is hidden at -9999px and -999em.
const FAR_PIXELS: f64 = -2000.0;
const FAR_EMS: f64 = -99.0;

pub(super) fn display(value: &str) -> Option<Display> {
    Some(match value.to_ascii_lowercase().as_str() {
        "none" => Display::None,
        "block" | "flex" | "grid" | "table" | "list-item" | "flow-root" | "-webkit-box" | "table-row" => {
            Display::Block
        }
        "inline" | "contents" => Display::Inline,
        "inline-block" | "inline-flex" | "inline-grid" | "inline-table" | "table-cell" => Display::Other,
        _ => return None,
    })
}

/// `rect(0, 0, 0, 0)`, `rect(1px 1px 1px 1px)`
pub(super) fn is_empty_rectangle(value: &str) -> bool {
    let inner = value.strip_prefix("rect(").and_then(|rest| rest.strip_suffix(')'));
    inner.is_some_and(|inner| {
        let mut sides = inner.split([' ', ',']).filter(|side| !side.is_empty());
        sides.all(|side| matches!(side.trim_end_matches("px"), "0" | "1"))
    })
}

/// `"Material Icons"`, `iconfont`, `'Material Symbols Outlined'`
pub(super) fn is_icon_font(value: &str) -> bool {
    let first = value.split_once(',').map_or(value, |(first, _)| first).to_ascii_lowercase();
    first.contains("icon") || first.contains("symbols")
}

pub(super) fn is_far(value: &str) -> bool {
    let number = |unit: &str| value.strip_suffix(unit).and_then(|number| number.parse::<f64>().ok());
    number("px").is_some_and(|pixels| pixels <= FAR_PIXELS) || number("em").is_some_and(|ems| ems <= FAR_EMS)
}

/// The address of the background picture that a style sets.
pub(in crate::input) fn background(style: &str) -> Option<&str> {
    let at = memmem::find(style.as_bytes(), b"url(")?;
    let (before, rest) = (style.get(..at)?, style.get(at + 4..)?);
    let name = before.rsplit_once(';').map_or(before, |(_, last)| last).trim_start();
    name.get(..10).filter(|name| name.eq_ignore_ascii_case("background"))?;
    let rest = rest.trim_start();
    let (address, end) = match rest.chars().next()? {
        quote @ ('"' | '\'') => (rest.get(1..)?, quote),
        _ => (rest, ')'),
    };
    address.split_once(end).map(|(address, _)| address.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backgrounds_are_read_with_and_without_quotes() {
        for style in [
            "background-image: url('/1.jpg')",
            "color:red;background:#eee url(/1.jpg) no-repeat",
            "background:url( \"/1.jpg\" )",
        ] {
            assert_eq!(background(style), Some("/1.jpg"), "{style}");
        }
        assert_eq!(background("list-style:url(/1.jpg)"), None);
        assert_eq!(background("background:red"), None);
    }
}

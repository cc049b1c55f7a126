//! A picture's address in, the same where it is safe to write out, or nothing.

/// `http`, `https` and relative addresses. A scheme is what stands before a colon that comes before
/// any `/`, `?` or `#`; browsers skip tabs, line breaks and controls inside it, so any of those refuses.
pub(crate) fn safe(src: &str) -> Option<&str> {
    if src.is_empty() || src.chars().any(char::is_control) {
        return None;
    }
    let head = src.split(['/', '?', '#']).next().unwrap_or_default();
    match head.split_once(':') {
        None => Some(src),
        Some((scheme, _)) if scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https") => {
            Some(src)
        }
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn web_and_relative_addresses_are_safe() {
        for address in
            ["http://a/b.jpg", "HTTPS://a/", "//a/b", "/a:b", "a.jpg?x=1:2", "&#106;avascript", "图.jpg"]
        {
            assert_eq!(safe(address), Some(address));
        }
        for address in
            ["", "javascript:x", "data:image/svg+xml,x", "vbscript:x", "java\tscript:x", "file:/a", "a\r.jpg"]
        {
            assert_eq!(safe(address), None, "{address:?}");
        }
    }
}

//! A text in, its first characters out.

use crate::work::{Part, look};

/// The first `chars` characters of a text, or all of it. Looks at no more than those.
pub(crate) fn start(text: &str, chars: usize) -> &str {
    if text.len() <= chars {
        return text;
    }
    look(Part::Text, chars);
    let mut rest = text.chars();
    if let Some(last) = chars.checked_sub(1) {
        rest.nth(last);
    }
    text.get(..text.len() - rest.as_str().len()).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::start;

    #[test]
    fn a_text_is_cut_between_characters() {
        let starts = [0, 1, 2, 3].map(|chars| start("春a天", chars));
        assert_eq!(starts, ["", "春", "春a", "春a天"]);
    }
}

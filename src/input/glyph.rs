//! An `<img>` in, the character that it stands for out: an emoji, or one that fonts lack. Where a picture is a
//! picture, nothing.

use super::view::ElementView;
use crate::lexicon::classes::Class;
use crate::text::punctuation;
use html5ever::local_name;
use unicode_segmentation::UnicodeSegmentation;

/// Widest picture that stands for a character, in CSS pixels: emoji have 16 to 36.
const MOST_PIXELS: f64 = 40.0;
/// Longest name of an emoticon in brackets, in characters: `[笑哭]`.
const LONGEST_NAME: usize = 6;

/// Its `alt`, if that is what a reader sees. `in_line`: text stands before it.
pub(super) fn character<'a>(element: impl ElementView<'a>, in_line: bool) -> Option<&'a str> {
    let alt = element.attr(&local_name!("alt"))?.trim();
    if alt.is_empty() || alt.is_ascii() && !alt.starts_with('[') {
        return None;
    }
    let small =
        || is_small(element) || element.attr(&local_name!("class")).and_then(Class::of) == Some(Class::Glyph);
    let stands =
        if is_one(alt) { is_emoji(alt) || small() } else { is_emoticon(alt) && (in_line || small()) };
    stands.then_some(alt)
}

fn is_one(alt: &str) -> bool {
    alt.graphemes(true).nth(1).is_none()
}

fn is_emoji(alt: &str) -> bool {
    alt.starts_with(
        |c| matches!(c, '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{2B50}' | '\u{2B55}'),
    )
}

/// `[微笑]`
fn is_emoticon(alt: &str) -> bool {
    let name = alt.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    name.is_some_and(|name| {
        !name.is_empty()
            && name.chars().nth(LONGEST_NAME).is_none()
            && name.chars().all(punctuation::is_han)
            && !name.contains(['图', '圖'])
    })
}

fn is_small<'a>(element: impl ElementView<'a>) -> bool {
    [local_name!("width"), local_name!("height")].iter().any(|side| {
        let length = element.attr(side).map(|length| length.trim().trim_end_matches("px"));
        length.and_then(|length| length.parse::<f64>().ok()).is_some_and(|pixels| pixels <= MOST_PIXELS)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    fn read(img: &str) -> Option<String> {
        let page = Html::parse_fragment(img);
        let img = page.tree.values().filter_map(|node| node.as_element()).find(|e| e.name() == "img")?;
        character(img, true).map(str::to_owned)
    }

    #[test]
    fn small_pictures_of_one_character_are_read() {
        for (img, alt) in [
            ("<img alt=👍>", "👍"),
            ("<img alt=㐂 width=16>", "㐂"),
            ("<img alt=㐂 class=gaiji>", "㐂"),
            ("<img alt=[微笑]>", "[微笑]"),
        ] {
            assert_eq!(read(img).as_deref(), Some(alt), "{img}");
        }
    }

    #[test]
    fn other_pictures_are_pictures() {
        for img in [
            "<img alt=一>",
            "<img alt=图 width=600>",
            "<img alt=hot width=16>",
            "<img alt='' width=16>",
            "<img alt=[图]>",
        ] {
            assert_eq!(read(img), None, "{img}");
        }
    }
}

//! Other articles, comments and feeds below a body, or above it.

use super::between;
use super::draft::Draft;
use super::foreign::{article, escaped, headline, lines};
use std::fmt::Write as _;

pub(super) fn samehome(draft: &mut Draft) -> Option<()> {
    let last = *draft.paragraphs.last()?;
    let other = draft.articles(1).pop()?;
    draft.page.put_after(last, &article(&other, "h2"));
    Some(())
}

pub(super) fn endless(draft: &mut Draft) -> Option<()> {
    let other = draft.articles(1).pop()?;
    let html =
        format!("<div class=\"next-story\"><div class=\"story\">{}</div></div>", article(&other, "h1"));
    draft.page.put_below(&html)
}

pub(super) fn above(draft: &mut Draft) -> Option<()> {
    let other = draft.articles(1).pop()?;
    draft.page.put_above(&format!("<div class=\"lead-story\">{}</div>", article(&other, "h2")))
}

pub(super) fn stream(draft: &mut Draft) -> Option<()> {
    let mut items = String::new();
    for (at, other) in draft.articles(8).iter().enumerate() {
        let longest = lines(other).take(3).max_by_key(|line| line.chars().count()).unwrap_or_default();
        let summary: String = longest.chars().take(120).collect();
        let _ = write!(
            items,
            "<li><div><h3><a href=\"/a/{at}.html\">{}</a></h3><p>{}</p></div></li>",
            headline(other),
            escaped(&summary)
        );
    }
    let heading = draft.say("其他人也在看", "其他人也在看");
    draft.page.put_below(&format!("<div class=\"stream\"><h2>{heading}</h2><ul>{items}</ul></div>"))
}

pub(super) fn comments(draft: &mut Draft) -> Option<()> {
    let html = between::comments(draft, 20);
    draft.page.put_below(&html)
}

pub(super) fn feed(draft: &mut Draft) -> Option<()> {
    let mut items = String::new();
    for (at, other) in draft.articles(12).iter().enumerate() {
        let line = lines(other).max_by_key(|line| line.chars().count()).unwrap_or_default();
        let sentence: String =
            line.split_inclusive('。').next().unwrap_or_default().chars().take(100).collect();
        let (hour, minute, sentence) = (21 - at, at * 17 % 60, escaped(&sentence));
        let _ = write!(items, "<li><time>{hour:02}:{minute:02}</time><p>{sentence}</p></li>");
    }
    let heading = draft.say("实时快讯", "即時快訊");
    draft.page.put_below(&format!("<div class=\"live\"><h2>{heading}</h2><ul>{items}</ul></div>"))
}

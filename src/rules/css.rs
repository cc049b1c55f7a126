//! A CSS selector with the text that it was read from.

use scraper::{ElementRef, Html, Selector};

#[derive(Debug)]
pub(crate) struct Css {
    pub(crate) text: String,
    selector: Selector,
}

impl Css {
    /// # Errors
    /// Text that is no selector, in words.
    pub(super) fn new(text: &str) -> Result<Self, String> {
        match Selector::parse(text) {
            Ok(selector) => Ok(Self { text: text.to_owned(), selector }),
            Err(error) => Err(format!("`{text}` is no CSS selector: {error}")),
        }
    }

    pub(super) fn find<'a>(&'a self, html: &'a Html) -> impl Iterator<Item = ElementRef<'a>> {
        html.select(&self.selector)
    }
}

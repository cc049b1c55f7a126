//! What each HTML element means for the flow of text. A table of names: no page, no judgement.

use crate::article::MediaKind;
use crate::page::Tag;
use html5ever::{LocalName, local_name};

/// How an element takes part in the flow of text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Flow {
    /// Shows nothing, or nothing that is text: scripts, form controls, media.
    Skip,
    /// `<br>`.
    LineBreak,
    /// `<img>`.
    Image,
    /// `<picture>`: several sources of one image.
    Picture,
    /// `<source>` of a picture or recording.
    Source,
    /// `<video>` or `<audio>`: its text shows where it cannot be played.
    Media(MediaKind),
    /// `<noscript>`: a browser that runs scripts shows nothing of it.
    NoScript,
    /// `<title>` outside pictures.
    Title,
    /// `<meta>`, `<link>`, `<base>`.
    Head,
    Inline,
    /// An element that no standard has, `<x-card>`: most pages set them as blocks.
    Custom,
    /// `<rt>`: how the characters before it are read.
    Reading,
    /// `<rp>`: brackets around a reading, where it cannot stand above.
    Bracket,
    /// `<math>` and what only arranges a formula's parts.
    Formula,
    /// `<code>` and the like: text about text.
    Verbatim,
    /// `<svg>`: nothing of it is text but what is in `<foreignObject>`.
    Drawing,
    /// `<style>`.
    Style,
    /// `<button>`: no text of the page.
    Button,
    /// `<textarea>`.
    Field,
    /// `<template>`.
    Template,
    Link,
    Bold,
    Block(Tag),
    /// `<pre>`: line breaks count.
    Preformatted,
    Caption,
}

/// What `name` is, by the HTML standard's rendering section.
pub(crate) fn flow(name: &LocalName) -> Flow {
    match *name {
        local_name!("p") => Flow::Block(Tag::Paragraph),
        local_name!("div")
        | local_name!("address")
        | local_name!("body")
        | local_name!("html")
        | local_name!("center")
        | local_name!("dd")
        | local_name!("details")
        | local_name!("dialog")
        | local_name!("dir")
        | local_name!("dl")
        | local_name!("dt")
        | local_name!("fieldset")
        | local_name!("hgroup")
        | local_name!("hr")
        | local_name!("legend")
        | local_name!("search")
        | local_name!("section")
        | local_name!("summary")
        | local_name!("optgroup")
        | local_name!("tbody")
        | local_name!("thead")
        | local_name!("tfoot")
        | local_name!("frameset") => Flow::Block(Tag::Block),
        local_name!("caption") | local_name!("figcaption") => Flow::Caption,
        local_name!("article") => Flow::Block(Tag::Article),
        local_name!("main") => Flow::Block(Tag::Main),
        local_name!("nav") | local_name!("menu") => Flow::Block(Tag::Nav),
        local_name!("header") => Flow::Block(Tag::Header),
        local_name!("footer") => Flow::Block(Tag::Footer),
        local_name!("aside") => Flow::Block(Tag::Aside),
        local_name!("form") => Flow::Block(Tag::Form),
        local_name!("ul") | local_name!("ol") => Flow::Block(Tag::List),
        local_name!("li") => Flow::Block(Tag::ListItem),
        local_name!("table") => Flow::Block(Tag::Table),
        local_name!("tr") => Flow::Block(Tag::Row),
        local_name!("td") | local_name!("th") => Flow::Block(Tag::Cell),
        local_name!("figure") => Flow::Block(Tag::Figure),
        local_name!("blockquote") => Flow::Block(Tag::Quote),
        local_name!("h1")
        | local_name!("h2")
        | local_name!("h3")
        | local_name!("h4")
        | local_name!("h5")
        | local_name!("h6") => Flow::Block(Tag::Heading),
        local_name!("a") => Flow::Link,
        local_name!("b") | local_name!("strong") => Flow::Bold,
        local_name!("br") => Flow::LineBreak,
        local_name!("pre") | local_name!("listing") | local_name!("xmp") | local_name!("plaintext") => {
            Flow::Preformatted
        }
        local_name!("title") => Flow::Title,
        local_name!("meta") | local_name!("link") | local_name!("base") => Flow::Head,
        _ => flow_of_replaced(name),
    }
}

fn flow_of_replaced(name: &LocalName) -> Flow {
    match *name {
        local_name!("img") | local_name!("image") => Flow::Image,
        local_name!("picture") => Flow::Picture,
        local_name!("source") => Flow::Source,
        local_name!("video") => Flow::Media(MediaKind::Video),
        local_name!("audio") => Flow::Media(MediaKind::Audio),
        local_name!("noscript") => Flow::NoScript,
        local_name!("button") => Flow::Button,
        local_name!("style") => Flow::Style,
        local_name!("textarea") => Flow::Field,
        local_name!("template") => Flow::Template,
        local_name!("svg") => Flow::Drawing,
        local_name!("math") => Flow::Formula,
        local_name!("rt") | local_name!("rtc") => Flow::Reading,
        local_name!("rp") => Flow::Bracket,
        local_name!("code") | local_name!("kbd") | local_name!("samp") | local_name!("tt") => Flow::Verbatim,
        _ => flow_of_hidden(name),
    }
}

fn flow_of_hidden(name: &LocalName) -> Flow {
    match *name {
        local_name!("script")
        | local_name!("noframes")
        | local_name!("noembed")
        | local_name!("iframe")
        | local_name!("object")
        | local_name!("embed")
        | local_name!("canvas")
        | local_name!("map")
        | local_name!("datalist")
        | local_name!("input")
        | local_name!("meter")
        | local_name!("option")
        | local_name!("progress")
        | local_name!("select") => Flow::Skip,
        // Most of a page's inline elements: their names need not be read.
        local_name!("span") | local_name!("em") | local_name!("i") | local_name!("font") => Flow::Inline,
        _ => flow_of_custom(name),
    }
}

/// Elements of AMP pages that stand for others, and of a page's own.
fn flow_of_custom(name: &LocalName) -> Flow {
    match &**name {
        "amp-img" | "amp-anim" => Flow::Image,
        "amp-video" => Flow::Media(MediaKind::Video),
        "amp-audio" => Flow::Media(MediaKind::Audio),
        name if name.contains('-') => Flow::Custom,
        _ => Flow::Inline,
    }
}

/// What an element in a formula is, by `MathML` Core: text stands in tokens alone. They come one behind the other,
/// a fraction as `ab` and a square as `r2`: an article has no character that its page has not.
pub(super) fn flow_in_formula(name: &LocalName) -> Flow {
    match *name {
        local_name!("mi")
        | local_name!("mn")
        | local_name!("mo")
        | local_name!("ms")
        | local_name!("mtext") => Flow::Inline,
        // The same formula again in another language, and room as wide as one.
        local_name!("annotation") | local_name!("annotation-xml") | local_name!("mphantom") => Flow::Drawing,
        _ => Flow::Formula,
    }
}

/// True for a matrix in a formula and for its rows: what is in them stands apart.
pub(super) fn has_cells(name: &LocalName) -> bool {
    matches!(*name, local_name!("mtable") | local_name!("mtr"))
}

/// The level of a heading element, 1 to 6.
pub(crate) fn heading_level(name: &LocalName) -> Option<u8> {
    match *name {
        local_name!("h1") => Some(1),
        local_name!("h2") => Some(2),
        local_name!("h3") => Some(3),
        local_name!("h4") => Some(4),
        local_name!("h5") => Some(5),
        local_name!("h6") => Some(6),
        _ => None,
    }
}

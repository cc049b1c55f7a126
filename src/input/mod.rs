//! From what a caller holds to a [`Page`](crate::page::Page): bytes to text, HTML or dump to blocks.

pub(crate) mod charset;
mod reading;
pub(crate) mod decode;
pub(crate) mod sniff;
pub(crate) mod parse;
mod overflow;
mod room;
mod names;
mod source;
mod tokens;
mod attributes;
mod references;
mod longest;
mod skip;
pub(crate) mod dom;
mod view;
mod sink;
pub(crate) mod html;
mod frame;
mod structure;
mod declared;
mod script;
pub(crate) mod element;
mod image;
mod glyph;
mod carried;
pub(crate) mod data;
pub(crate) mod dump;
mod joined;
pub(crate) mod line;
mod ending;
#[cfg(all(test, feature = "scraper"))]
mod twin;

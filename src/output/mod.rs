//! An [`Article`](crate::Article) in, text in some form out. Judges nothing.

pub(crate) mod text;
pub(crate) mod markdown;
pub(crate) mod html;
#[cfg(feature = "serde")]
mod json;

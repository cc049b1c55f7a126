//! From head and blocks to title, times, people and source.
//!
//! What a page declares in its head are candidates, not truths: portals put their own name in
//! `author`. What the page shows near the title wins.

pub(crate) mod title;
pub(crate) mod date;
pub(crate) mod source;
pub(crate) mod byline;
pub(crate) mod head;

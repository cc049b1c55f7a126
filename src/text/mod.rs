//! What every stage knows of Chinese text: white space, punctuation, script.

pub(crate) mod space;
pub(crate) mod punctuation;
pub(crate) mod script;
pub(crate) mod language;
pub(crate) mod class;
pub(crate) mod pairs;
pub(crate) mod start;
pub(crate) mod share;
pub(crate) mod numerals;

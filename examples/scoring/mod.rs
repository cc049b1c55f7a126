//! Gold and what was found in, figures out: the measures of `evaluate`, `calibrate` and the tests.
//!
//! Body: multisets of four characters, after NFKC and without white space. Recall is against the gold's
//! `text`, precision against `text` and `optional_text` together, F1 their harmonic mean, averaged over
//! pages. Fields: exact, after NFKC and without white space.

#![allow(dead_code, reason = "each program that shares these measures uses a part of them")]

pub(crate) mod record;
pub(crate) mod pages;
pub(crate) mod body;
pub(crate) mod stamp;
pub(crate) mod page_score;
pub(crate) mod figures;
pub(crate) mod folds;
pub(crate) mod bootstrap;

//! Paths in, pages out: files, folders, standard input and what containers hold. Cleans nothing.

#![allow(dead_code, unused_imports, reason = "each program that shares this uses a part of it")]

mod page;
mod rules;
mod id;
mod place;
mod outputs;
mod encoding;
mod folder;
mod kind;
mod compressed;
pub(crate) mod zstd;
pub(crate) mod jsonl;
mod http;
pub(crate) mod record;
pub(crate) mod warc;
mod read;

pub(crate) use compressed::{Opened, opened};
pub(crate) use encoding::encoding;
pub(crate) use folder::{Entry, entries};
pub(crate) use id::id;
pub(crate) use kind::{Kind, LEAST_HEAD, PARQUET, kind};
pub(crate) use outputs::Outputs;
pub(crate) use page::{Content, Found, MAX_BYTES, Page};
pub(crate) use place::{at, inside, is_folder};
pub(crate) use read::Reading;
pub(crate) use rules::rules;

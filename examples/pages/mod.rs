//! Paths in, pages out: files, folders, standard input and what containers hold. Cleans nothing.

#![allow(dead_code, reason = "each program that shares this uses a part of it")]

mod page;
mod rules;
mod id;
mod place;
mod outputs;
mod encoding;
mod folder;
mod kind;
mod compressed;
mod zstd;
mod jsonl;
mod http;
mod warc;
mod read;

pub(crate) use encoding::encoding;
pub(crate) use page::{Found, Page};
pub(crate) use place::{at, inside, is_folder};
pub(crate) use read::Reading;
pub(crate) use rules::rules;

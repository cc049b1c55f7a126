//! The program `archive` as people run it: what it reads, what it writes, and how it goes on when it was killed.

#[path = "../../../rearrange/random.rs"]
#[expect(dead_code, reason = "the rearrangements use the rest")]
mod random;
mod news;
mod crawl;
mod program;
mod inputs;
mod broken;
mod rows;
mod killed;
mod stopped;
mod others;

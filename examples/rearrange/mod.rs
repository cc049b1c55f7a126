//! A page and its gold in, the same page rearranged and its body then out: what is around a body and what
//! holds it changes, what a reader would call the body does not.
//!
//! The elements that hold paragraphs are found by the gold's own lines. Headlines and paragraphs of other
//! articles come from other pages' gold, never of the same site. The same input gives the same output on
//! every machine.

#![allow(dead_code, reason = "each program that rearranges pages uses a part of this")]

mod kind;
mod random;
mod page;
mod paragraphs;
mod foreign;
mod draft;
mod wrappers;
mod rewritten;
mod between;
mod parts;
mod beside;

pub(crate) use kind::Kind;

use crate::scoring::record::Record;
use draft::Draft;

/// The page rearranged and its body then, or `None` where the page lacks what the kind needs.
pub(crate) fn rearrange(
    kind: Kind,
    html: &str,
    gold: &Record,
    others: &[Record],
    seed: u64,
) -> Option<(String, String)> {
    let mut draft = Draft::of(kind, html, gold, others, seed)?;
    change(&mut draft, kind)?;
    Some((draft.page.html(), draft.body))
}

fn change(draft: &mut Draft, kind: Kind) -> Option<()> {
    match kind {
        Kind::Plain => Some(()),
        Kind::Split => wrappers::split(draft),
        Kind::Halves => wrappers::halves(draft),
        Kind::Mixed => wrappers::mixed(draft),
        Kind::Splitads => wrappers::splitads(draft),
        Kind::Lead => wrappers::lead(draft),
        Kind::Wrappers => wrappers::sections(draft),
        Kind::Columns => wrappers::columns(draft),
        Kind::Adverts => between::adverts(draft),
        Kind::Credits => {
            between::credits(draft);
            Some(())
        }
        Kind::Inset => between::inset(draft),
        Kind::Adbox => between::adbox(draft),
        Kind::Talk => between::talk(draft),
        Kind::Poll => between::poll(draft),
        Kind::List => parts::list(draft),
        Kind::Linked => parts::linked(draft),
        Kind::Table => parts::table(draft),
        Kind::Samehome => beside::samehome(draft),
        Kind::Endless => beside::endless(draft),
        Kind::Above => beside::above(draft),
        Kind::Stream => beside::stream(draft),
        Kind::Comments => beside::comments(draft),
        Kind::Feed => beside::feed(draft),
        Kind::Breaks => rewritten::breaks(draft),
        Kind::Divs => {
            rewritten::divs(draft);
            Some(())
        }
        Kind::Alone => {
            rewritten::alone(draft);
            Some(())
        }
        Kind::Bare => {
            rewritten::bare(draft);
            Some(())
        }
    }
}

//! A body must not change when what is around it does: pages rearranged in every way of
//! `examples/rearrange`, held to the bounds of `tests/floors.tsv`.
//!
//! Two sets of pages: the project's own portals, all of them with foreign articles made up for it, and the
//! corpus where present, whose pages lend each other articles. So that it takes half a minute in a debug
//! build, each kind is tried on every fifth page of the corpus, beginning at another one than the kind
//! before it; `evaluate --rearranged` takes all.
//!
//! `cargo test --test rearranged -- --nocapture` prints the figures.

#[path = "../../examples/scoring/mod.rs"]
mod scoring;
#[path = "../../examples/rearrange/mod.rs"]
mod rearrange;
#[allow(dead_code, unused_macros, unused_imports, reason = "only what is absent is asked for")]
#[path = "../trial/mod.rs"]
mod trial;
#[path = "../corpus/mod.rs"]
mod corpus;
#[path = "../floors/mod.rs"]
mod floors;
mod golds;
mod left_out;
mod measured;
mod promises;

use golds::Set;
use libtest_mimic::{Arguments, Completion, Failed, Trial};
use rearrange::Kind;

fn main() {
    let arguments = Arguments::from_args();
    let tell = arguments.nocapture;
    let mut trials = promises::trials();
    for set in [Set::Portals, Set::Corpus] {
        for &kind in Kind::ALL {
            let name = format!("{}_rearranged_as_{}", set.name(), kind.name());
            trials.push(ignorable(name, set, move || measured::rearranged(set, kind, tell)));
        }
    }
    for set in [Set::Portals, Set::Corpus, Set::Unlabelled] {
        let name = format!("sure_paragraphs_of_{}_stay_inside", set.name());
        trials.push(ignorable(name, set, move || measured::left_out(set, tell)));
    }
    libtest_mimic::run(&arguments, trials).exit();
}

/// Ignored where the pages are not kept here.
fn ignorable(name: String, set: Set, run: impl FnOnce() -> Result<(), Failed> + Send + 'static) -> Trial {
    Trial::ignorable_test(name, move || {
        if set.pages().is_empty() {
            return Ok(Completion::ignored_with("no ../shared/corpus"));
        }
        run().map(|()| Completion::Completed)
    })
}

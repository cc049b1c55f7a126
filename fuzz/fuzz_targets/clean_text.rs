//! Any text as a text dump, and as whatever it looks like.
#![no_main]

mod invariants;

use libfuzzer_sys::fuzz_target;
use zhengwen::Cleaner;

fuzz_target!(|dump: &str| {
    let cleaner = Cleaner::new();
    invariants::hold_of_dump(&invariants::same_twice(|| cleaner.clean_text(dump)), dump);
    invariants::hold(&cleaner.clean(dump));
});

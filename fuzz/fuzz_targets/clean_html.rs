//! Any text as HTML, and explained.
#![no_main]

mod invariants;

use libfuzzer_sys::fuzz_target;
use zhengwen::Cleaner;

fuzz_target!(|page: &str| {
    let cleaner = Cleaner::new();
    invariants::hold(&invariants::same_twice(|| cleaner.clean_html(page)));
    let _ = cleaner.explain_html(page);
});

//! Any text as HTML.
#![no_main]

#[path = "../../tests/invariants/mod.rs"]
mod invariants;

libfuzzer_sys::fuzz_target!(|page: &str| invariants::hold_of_html(page));

//! Any text as a text dump.
#![no_main]

#[path = "../../tests/invariants/mod.rs"]
mod invariants;

libfuzzer_sys::fuzz_target!(|dump: &str| invariants::hold_of_dump(dump));

//! Any bytes. The first byte picks the HTTP header that comes with the others.
#![no_main]

mod invariants;

use libfuzzer_sys::fuzz_target;
use zhengwen::Cleaner;

const CONTENT_TYPES: [Option<&str>; 6] = [
    None,
    Some("text/html; charset=gb2312"),
    Some("text/html;charset=\"Big5\""),
    Some("text/plain; charset=utf-16le"),
    Some("charset="),
    Some("text/html; charset=no-such"),
];

fuzz_target!(|bytes: &[u8]| {
    let Some((&pick, page)) = bytes.split_first() else { return };
    let content_type = CONTENT_TYPES[usize::from(pick) % CONTENT_TYPES.len()];
    let cleaner = Cleaner::new();
    // An error is an answer too.
    if cleaner.clean_bytes(page, content_type).is_ok() {
        let clean = || cleaner.clean_bytes(page, content_type).unwrap_or_default();
        invariants::hold(&invariants::same_twice(clean));
    }
});

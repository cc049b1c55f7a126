//! Any bytes, as whatever they look like. The first picks the HTTP header that comes with the others.
#![no_main]

#[path = "../../tests/invariants/mod.rs"]
mod invariants;

const CONTENT_TYPES: [Option<&str>; 6] = [
    None,
    Some("text/html; charset=gb2312"),
    Some("text/html;charset=\"Big5\""),
    Some("text/plain; charset=utf-16le"),
    Some("charset="),
    Some("text/html; charset=no-such"),
];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((&pick, page)) = bytes.split_first() else { return };
    invariants::hold_of_bytes(page, CONTENT_TYPES[usize::from(pick) % CONTENT_TYPES.len()]);
});

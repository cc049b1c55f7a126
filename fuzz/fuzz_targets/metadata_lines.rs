//! Any lines between a headline and a body, as a dump and as HTML: dates, sources and bylines.
#![no_main]

#[path = "../../tests/invariants/mod.rs"]
mod invariants;

const TITLE: &str = "新村县果园迎来采收季";
const BODY: &str = "入秋以来，新村县的果园陆续进入采收期，种植户忙着分拣、装箱、发货。合作社负责人说，今年的产量比去年高，价钱也好。";

libfuzzer_sys::fuzz_target!(|lines: &str| {
    invariants::hold_of_dump(&format!("{TITLE}\n{lines}\n{BODY}\n{BODY}\n{lines}\n"));
    let lines = lines.replace('\n', "</p><p>");
    invariants::hold_of_html(&format!(
        "<h1>{TITLE}</h1><p>{lines}</p><div><p>{BODY}</p><p>{BODY}</p></div><p>{lines}</p>"
    ));
});

//! The English and the Chinese README say the same: the same commands, the same code, the same figures.

use std::fs;

fn readme(name: &str) -> String {
    fs::read_to_string(format!("{}/{name}", env!("CARGO_MANIFEST_DIR"))).expect("a README of this package")
}

/// The lines of code, comments left out: those are in the language of the text around them.
fn code(text: &str) -> Vec<&str> {
    text.split("```")
        .skip(1)
        .step_by(2)
        .flat_map(str::lines)
        .map(|line| line.split(" //").next().unwrap_or(line))
        .collect()
}

/// The first columns of tables of programs: how each is called.
fn calls(text: &str) -> Vec<&str> {
    text.lines().filter_map(|line| line.strip_prefix("| `")?.split("` |").next()).collect()
}

/// Every number outside code, in order. `of` and `/` stand between the same two.
fn figures(text: &str) -> Vec<String> {
    let mut numbers = Vec::new();
    for prose in text.split("```").step_by(2).flat_map(str::lines) {
        let word = prose.split(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
        numbers.extend(word.map(|w| w.trim_matches(['.', ','])).filter(|w| !w.is_empty()).map(str::to_owned));
    }
    numbers.sort_unstable();
    numbers
}

#[test]
fn both_show_the_same_code() {
    assert!(code(&readme("README.md")).len() > 20);
    assert_eq!(code(&readme("README.md")), code(&readme("README.zh-CN.md")));
}

#[test]
fn both_name_the_same_programs() {
    assert!(calls(&readme("README.md")).len() >= 5);
    assert_eq!(calls(&readme("README.md")), calls(&readme("README.zh-CN.md")));
}

#[test]
fn both_have_the_same_figures() {
    assert!(figures(&readme("README.md")).len() > 50);
    assert_eq!(figures(&readme("README.md")), figures(&readme("README.zh-CN.md")));
}

/// As RFC 4648 has it.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let bits = (0..3).fold(0, |bits, at| bits << 8 | usize::from(three.get(at).copied().unwrap_or(0)));
        let letters =
            (0..4).map(|at| if at <= three.len() { LETTERS[bits >> (18 - 6 * at) & 63] } else { b'=' });
        text.extend(letters.map(char::from));
    }
    text
}

/// rustdoc copies no picture, so that docs.rs has it in the page itself.
#[test]
fn the_picture_of_the_guide_is_the_same_on_docs_rs() {
    assert_eq!(["M", "Ma", "Man"].map(|text| base64(text.as_bytes())), ["TQ==", "TWE=", "TWFu"]);
    let docs = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let picture = fs::read(docs.join("report.png")).expect("the picture");
    assert!(picture.len() < 150_000, "{} bytes", picture.len());
    let text = fs::read_to_string(docs.join("report.base64")).expect("its text");
    assert!(text == base64(&picture), "run base64 -w0 docs/report.png > docs/report.base64");
    assert!(readme("docs/GUIDE.md").contains("[report]: report.png"));
}

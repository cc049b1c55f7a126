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

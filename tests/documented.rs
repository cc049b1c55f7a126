//! Every public item has an example that runs: a new one comes with its own.

use std::fs;
use std::path::Path;

/// The name of the item that a line declares.
fn item(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("pub ")?;
    let rest = if rest.starts_with("const fn ") { rest.trim_start_matches("const ") } else { rest };
    let kinds = ["fn ", "struct ", "enum ", "trait ", "type ", "const "];
    let name = kinds.iter().find_map(|kind| rest.strip_prefix(kind))?;
    name.split(|c: char| !c.is_alphanumeric() && c != '_').next()
}

/// The public items of a file of code whose comment has no example; what is hidden has none.
fn without_example(code: &str) -> Vec<&str> {
    let (mut example, mut hidden, mut in_attribute, mut found) = (false, false, false, Vec::new());
    for line in code.lines().map(str::trim) {
        if line.starts_with("///") {
            example |= line.contains("```");
        } else if in_attribute || line.starts_with("#[") {
            hidden |= line.contains("doc(hidden)");
            in_attribute = !line.ends_with(']');
        } else {
            found.extend(item(line).filter(|_| !example && !hidden));
            (example, hidden) = (false, false);
        }
    }
    found
}

fn check(folder: &Path, lacking: &mut Vec<String>, items: &mut usize) {
    for entry in fs::read_dir(folder).expect("a folder of the code").flatten() {
        let path = entry.path();
        if path.is_dir() {
            check(&path, lacking, items);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let code = fs::read_to_string(&path).expect("a file of the code");
            *items += code.lines().filter(|line| item(line.trim()).is_some()).count();
            let without = without_example(&code).into_iter();
            lacking.extend(without.map(|name| format!("{}: {name}", path.display())));
        }
    }
}

#[test]
fn every_public_item_has_an_example() {
    let (mut lacking, mut items) = (Vec::new(), 0);
    check(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut lacking, &mut items);
    assert!(items > 80, "{items} items");
    assert!(lacking.is_empty(), "without an example: {lacking:#?}");
}

#[test]
fn an_item_without_an_example_is_found() {
    let code = "/// A.\n#[must_use]\npub fn a() {}\n/// ```\n/// b();\n/// ```\npub const fn b() {}\npub struct C;\n";
    assert_eq!(without_example(code), ["a", "C"]);
}

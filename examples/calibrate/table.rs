//! Weights in, the rows of `src/body/weights.rs` out.

use std::path::PathBuf;
use std::{fs, io};
use zhengwen::{Feature, Weights};

/// What stands before and behind the rows.
const HEAD: &str = "const TABLE: &[(Feature, f64, f64)] = &[\n";
const END: &str = "];";

/// A row a feature: its weight in HTML and in dumps.
pub(crate) fn rows(html: &Weights, dump: &Weights) -> String {
    let row = |&feature: &Feature| {
        format!("    (Feature::{feature:?}, {:.2}, {:.2}),\n", html.get(feature), dump.get(feature))
    };
    Feature::ALL.iter().map(row).collect::<String>().replace("-0.00", "0.00")
}

/// Puts the rows in place of those that ship.
pub(crate) fn write(rows: &str) -> io::Result<()> {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "..", "src", "body", "weights.rs"].iter().collect();
    let file = fs::read_to_string(&path)?;
    let parts = file.split_once(HEAD).and_then(|(head, rest)| Some((head, rest.split_once(END)?.1)));
    let (head, end) = parts.ok_or_else(|| io::Error::other(format!("{}: no table", path.display())))?;
    fs::write(&path, format!("{head}{HEAD}{rows}{END}{end}"))
}

//! Bounds of measured figures, in `tests/floors.tsv`: a figure past its bound fails the test.
//!
//! `RAISE_FLOORS=1 cargo test --test accuracy --test leaks --test rearranged -- --nocapture` writes back
//! what is better than its bound, and nothing that is worse. A bound is loosened by hand only, in a commit
//! that says why. A new figure gets a line of its own, with any bound that holds.

#![expect(clippy::print_stderr, reason = "figures are read with --nocapture")]

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Mutex;
use std::{env, fs};

/// The bounds file is read and written by one test at a time.
static FILE: Mutex<()> = Mutex::new(());

/// A line of the file: a comment, or a bound with its figure's name.
enum Line {
    Comment(String),
    Bound { name: String, side: Side, value: f64 },
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    AtLeast,
    AtMost,
}

impl Side {
    fn name(self) -> &'static str {
        match self {
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
        }
    }

    /// Rounded to four decimals towards the looser side.
    fn rounded(self, figure: f64) -> f64 {
        match self {
            Self::AtLeast => (figure * 1e4 + 1e-6).floor() / 1e4,
            Self::AtMost => (figure * 1e4 - 1e-6).ceil() / 1e4 + 0.0,
        }
    }

    fn holds(self, figure: f64, bound: f64) -> bool {
        match self {
            Self::AtLeast => figure >= bound - 1e-9,
            Self::AtMost => figure <= bound + 1e-9,
        }
    }
}

impl Line {
    fn read(line: &str) -> Self {
        if line.is_empty() || line.starts_with('#') {
            return Self::Comment(line.to_owned());
        }
        let fields: Vec<&str> = line.split('\t').collect();
        let [name, side, value] = fields[..] else { panic!("not `name side value`: {line}") };
        let side = match side {
            "at_least" => Side::AtLeast,
            "at_most" => Side::AtMost,
            other => panic!("neither at_least nor at_most: {other}"),
        };
        let value = value.parse().unwrap_or_else(|error| panic!("{line}: {error}"));
        Self::Bound { name: name.to_owned(), side, value }
    }

    fn write(&self) -> String {
        match self {
            Self::Comment(text) => text.clone(),
            Self::Bound { name, side, value } => format!("{name}\t{}\t{value}", side.name()),
        }
    }
}

/// What measured figures are beside their bounds.
pub(crate) struct Held {
    /// A line a figure.
    pub(crate) table: String,
    /// A line a figure that is past its bound or has none.
    pub(crate) faults: String,
}

/// Prints every figure, and fails where one is past its bound or has none.
#[allow(dead_code, reason = "a test that names pages beside its figures uses `measure`")]
pub(crate) fn hold(figures: &[(String, f64)]) {
    let Held { table, faults } = measure(figures);
    eprint!("{table}");
    assert!(faults.is_empty(), "\n{faults}");
}

/// Compares every figure with its bound.
pub(crate) fn measure(figures: &[(String, f64)]) -> Held {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/floors.tsv");
    let guard = FILE.lock();
    let file = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut lines: Vec<Line> = file.lines().map(Line::read).collect();
    let (mut table, mut faults) = (String::new(), String::new());
    for (figure, measured) in figures {
        let bound = lines.iter_mut().find_map(|line| match line {
            Line::Bound { name, side, value } if name == figure => Some((*side, value)),
            _ => None,
        });
        let Some((side, bound)) = bound else {
            let _ = writeln!(faults, "{figure} is {measured:.4} and has no line in tests/floors.tsv");
            continue;
        };
        let _ = writeln!(table, "{figure:28} {measured:8.4}  {} {bound}", side.name());
        if !side.holds(*measured, *bound) {
            let _ = writeln!(faults, "{figure} is {measured:.4}, must be {} {bound}", side.name());
        } else if !side.holds(*bound, side.rounded(*measured)) {
            *bound = side.rounded(*measured);
        }
    }
    if env::var_os("RAISE_FLOORS").is_some() {
        let written: String = lines.iter().map(|line| line.write() + "\n").collect();
        fs::write(&path, written).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
    drop(guard);
    Held { table, faults }
}

//! An example program, built and run; and a folder to run it in.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

/// The folder of the programs, once they are built as `cargo test` builds them.
static BUILT: LazyLock<PathBuf> = LazyLock::new(|| {
    let mut build = Command::new(env!("CARGO"));
    build.args(["build", "--quiet", "--locked", "--examples"]);
    let status = build.current_dir(env!("CARGO_MANIFEST_DIR")).status().expect("cargo runs");
    assert!(status.success(), "the programs do not build");
    let test = std::env::current_exe().expect("a test knows where it is");
    let profile = test.parent().and_then(Path::parent).expect("tests are in deps, beside examples");
    profile.join("examples")
});

/// A program that is ready to run.
pub(crate) fn program(name: &str) -> Command {
    Command::new(BUILT.join(name))
}

/// Runs `clean` with these arguments.
pub(crate) fn clean<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Output {
    program("clean").args(arguments).output().expect("the program runs")
}

/// What a run printed.
pub(crate) fn printed(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("output is UTF-8")
}

/// What a run said beside its output.
pub(crate) fn said(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("messages are UTF-8")
}

/// An empty folder of its own for each test.
pub(crate) fn scratch(name: &str) -> PathBuf {
    let folder =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("programs-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("folders can be made");
    folder
}

pub(crate) fn write(path: &Path, bytes: impl AsRef<[u8]>) {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).expect("folders can be made");
    }
    fs::write(path, bytes).expect("files can be written");
}

//! Pages in, the number of them in which a script ran out, by headless Chromium.

use crate::trial::Absent;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome"];

/// Each page stands in a frame in which `HIT` is the vectors' effect: it tells the page around it.
const WATCH: &str = "<script>Object.defineProperty(window,'HIT',{get(){parent.note(window.name)}})</script>";
const COUNT: &str = "<script>var ran=new Set();function note(name){ran.add(name);\
    document.documentElement.setAttribute('data-ran',ran.size)}</script>";

/// The browser, where it is installed.
pub(crate) fn find() -> Result<PathBuf, Absent> {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&folders).collect();
    let found = NAMES
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|path| path.is_file());
    found.ok_or_else(|| Absent("Chromium is not installed".to_owned()))
}

/// How many of `pages` run a script.
pub(crate) fn scripts_run(browser: &Path, name: &str, pages: &[String]) -> usize {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("xss-{name}-{}", std::process::id()));
    let profile = folder.join("profile");
    fs::create_dir_all(&profile).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let file = folder.join("page.html");
    fs::write(&file, framed(pages)).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let dom = dump(browser, &profile, &file);
    let _ = fs::remove_dir_all(&folder);
    assert!(dom.contains("id=\"end\""), "Chromium did not load the page: {dom:.500}");
    let ran = dom.split_once("data-ran=\"").and_then(|(_, rest)| rest.split_once('"'));
    ran.and_then(|(ran, _)| ran.parse().ok()).unwrap_or(0)
}

fn framed(pages: &[String]) -> String {
    let mut page = format!("<!DOCTYPE html><html><head><meta charset=utf-8>{COUNT}</head><body>");
    for (nth, framed) in pages.iter().flat_map(|page| without_nul(page)).enumerate() {
        let framed = format!("{WATCH}{framed}").replace('&', "&amp;").replace('"', "&quot;");
        let _ = write!(page, "<iframe name=\"{nth}\" srcdoc=\"{framed}\"></iframe>");
    }
    page + "<p id=\"end\"></p></body></html>"
}

/// A page as a browser takes its NULs: nothing in text, U+FFFD in tags. An attribute cannot hold them, so that
/// the page is looked at in both forms.
fn without_nul(page: &str) -> Vec<String> {
    if page.contains('\0') {
        vec![page.replace('\0', ""), page.replace('\0', "\u{FFFD}")]
    } else {
        vec![page.to_owned()]
    }
}

/// The page at `file` as it is once its scripts have run.
pub(crate) fn dump(browser: &Path, profile: &Path, file: &Path) -> String {
    let output = Command::new(browser)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--virtual-time-budget=5000",
            "--dump-dom",
        ])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(format!("file://{}", file.display()))
        .stderr(Stdio::null())
        .output()
        .unwrap_or_else(|error| panic!("{}: {error}", browser.display()));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

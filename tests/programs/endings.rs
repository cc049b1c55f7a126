//! How a run ends: its code, its messages, and whole lines whatever happens.

use crate::program::{clean, printed, program, said, scratch, write};
use crate::written::{json_lines, long_page, page};
use serde_json::Value;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

#[test]
fn codes_tell_how_it_went() {
    let folder = scratch("codes");
    write(&folder.join("a.html"), page(1));
    write(&folder.join("b.html"), [1; 300]);
    let path = folder.join("a.html");
    assert_eq!(clean([&path]).status.code(), Some(0));
    assert_eq!(said(&clean([&path])), "", "one page needs no summary");
    let output = clean([&folder]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("b.html: not text"), "{}", said(&output));
    assert!(said(&output).contains("1 page, ") && said(&output).contains("1 failed"), "{}", said(&output));
    for wrong in [&["--format", "yaml", "-"][..], &[], &["--min-confidence", "2", "-"], &["--jobs", "0", "-"]]
    {
        assert_eq!(clean(wrong).status.code(), Some(2), "{wrong:?}");
    }
    assert!(printed(&clean(["-V"])).starts_with("clean "));
    assert!(printed(&clean(["--help"])).contains("Exit codes:"));
}

#[test]
fn failures_go_to_a_file_of_their_own() {
    let folder = scratch("errors");
    write(&folder.join("pages/a.html"), page(1));
    write(&folder.join("pages/b.html"), [1; 300]);
    let errors = folder.join("errors.jsonl");
    let missing = folder.join("missing.html");
    let output = clean([
        "--errors".as_ref(),
        errors.as_os_str(),
        folder.join("pages").as_os_str(),
        missing.as_os_str(),
    ]);
    assert_eq!(output.status.code(), Some(1));
    let lines = fs::read_to_string(&errors).expect("the file is there");
    let lines: Vec<Value> =
        lines.lines().map(|line| serde_json::from_str(line).expect("an object")).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[1]["path"], missing.display().to_string());
    assert!(lines[0]["reason"].as_str().is_some_and(|reason| reason.starts_with("not text")), "{lines:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_stops_it_with_one_message() {
    let folder = scratch("full");
    for nth in 0..30 {
        write(&folder.join(format!("{nth}.html")), page(nth));
    }
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has one");
    let output = program("clean").arg(&folder).stdout(full).stderr(Stdio::piped()).output().expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(said(&output).lines().count(), 1, "{}", said(&output));
    assert!(said(&output).contains("cannot be written"), "{}", said(&output));
}

#[cfg(unix)]
#[test]
fn programs_that_write_to_one_pipe_break_no_line() {
    let folder = scratch("xargs");
    let names: Vec<String> =
        (0..24).map(|nth| folder.join(format!("{nth:02}.html")).display().to_string()).collect();
    for (nth, name) in names.iter().enumerate() {
        write(name.as_ref(), long_page(nth));
    }
    let clean = program("clean");
    let mut xargs = Command::new("xargs");
    xargs.args(["-P4", "-n3"]).arg(clean.get_program()).args(["--quiet", "--format", "json"]);
    let mut xargs = xargs.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("xargs runs");
    let mut input = xargs.stdin.take().expect("it is piped");
    input.write_all(names.join("\n").as_bytes()).expect("xargs reads");
    drop(input);
    let mut printed = String::new();
    xargs.stdout.take().expect("it is piped").read_to_string(&mut printed).expect("output is UTF-8");
    assert!(xargs.wait().is_ok_and(|status| status.success()));
    let mut ids: Vec<String> = printed
        .lines()
        .map(|line| {
            serde_json::from_str::<Value>(line).expect("a whole line")["id"]
                .as_str()
                .unwrap_or_default()
                .to_owned()
        })
        .collect();
    ids.sort();
    assert_eq!(ids, names);
    assert!(printed.len() > 24 * 70_000, "lines of {} bytes tell nothing", printed.len() / 24);
}

#[cfg(unix)]
#[test]
fn ctrl_c_leaves_whole_lines_and_ends_with_130() {
    let mut run = program("clean")
        .args(["--format", "json", "--input", "jsonl", "--jobs", "2", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    // Its input stays open, so that it waits for more.
    let mut input = run.stdin.take().expect("it is piped");
    input.write_all(&json_lines(0..40)).expect("it reads");
    input.flush().expect("it reads");
    let mut output = BufReader::new(run.stdout.take().expect("it is piped"));
    let mut text = String::new();
    output.read_line(&mut text).expect("output is UTF-8");
    let killed = Command::new("kill").args(["-INT", &run.id().to_string()]).status();
    assert!(killed.is_ok_and(|status| status.success()));
    output.read_to_string(&mut text).expect("output is UTF-8");
    assert_eq!(run.wait().expect("it ends").code(), Some(130));
    assert!(text.ends_with('\n'));
    assert!(text.lines().all(|line| serde_json::from_str::<Value>(line).is_ok()), "{text}");
    drop(input);
}

#[test]
fn who_has_read_enough_is_no_error() {
    let folder = scratch("head");
    for nth in 0..40 {
        write(&folder.join(format!("{nth}.html")), long_page(nth));
    }
    let mut run =
        program("clean").arg(&folder).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
    drop(run.stdout.take());
    assert_eq!(run.wait().expect("it ends").code(), Some(0));
}

#[test]
fn a_failure_is_told_also_where_nobody_reads_on() {
    let folder = scratch("head-failed");
    write(&folder.join("a.html"), [1; 300]);
    write(&folder.join("b.html"), long_page(1));
    let mut run =
        program("clean").arg(&folder).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
    drop(run.stdout.take());
    assert_eq!(run.wait().expect("it ends").code(), Some(1));
}

#[cfg(unix)]
#[test]
fn a_second_ctrl_c_stops_it_in_an_article_that_nobody_reads() {
    let folder = scratch("stalled");
    write(&folder.join("a.html"), long_page(1));
    let mut run =
        program("clean").arg(folder.join("a.html")).stdout(Stdio::piped()).spawn().expect("it runs");
    // The rest of the article is more than a pipe takes.
    let mut output = run.stdout.take().expect("it is piped");
    output.read_exact(&mut [0]).expect("it writes");
    let code = (0..200).find_map(|_| {
        let killed = Command::new("kill").args(["-INT", &run.id().to_string()]).status();
        assert!(killed.is_ok());
        thread::sleep(Duration::from_millis(50));
        run.try_wait().expect("it can be asked")
    });
    if code.is_none() {
        run.kill().expect("it runs");
    }
    assert_eq!(code.and_then(|status| status.code()), Some(130));
    drop(output);
}

//! What is read of folders, and where articles go.

use crate::program::{clean, printed, said, scratch, write};
use crate::written::page;
use std::fs;
use std::path::Path;
use std::process::Command;

fn ids(folder: &Path, more: &[&str]) -> Vec<String> {
    let output =
        clean([&["--format", "json"], more, &[folder.to_str().expect("a test's own path")]].concat());
    let lines = printed(&output).lines().map(|line| {
        let article: serde_json::Value = serde_json::from_str(line).expect("a line is an object");
        article["id"].as_str().expect("ids are strings").to_owned()
    });
    lines.collect()
}

#[test]
fn pages_come_in_order_whatever_the_number_of_jobs() {
    let folder = scratch("order");
    for nth in 0..60 {
        write(&folder.join(format!("{nth:02}.html")), page((nth * 7) % 60));
    }
    let one = ids(&folder, &["--jobs", "1"]);
    let expected: Vec<String> =
        (0..60).map(|nth| folder.join(format!("{nth:02}.html")).display().to_string()).collect();
    assert_eq!(one, expected);
    let run = |jobs| {
        clean(["--format", "json", "--jobs", jobs, folder.to_str().expect("a test's own path")]).stdout
    };
    assert!(run("1") == run("2") && run("2") == run("7"), "the output differs with the number of jobs");
}

#[test]
fn what_is_no_page_by_its_name_is_skipped_and_endings_choose() {
    let folder = scratch("names");
    for name in
        ["a.html", "b.shtml", "c.php", "d", "e.html?id=3", "style.css", "app.js", "x.png", ".hidden.html"]
    {
        write(&folder.join(name), page(1));
    }
    let names = |more: &[&str]| -> Vec<String> {
        let short = |id: &String| id.rsplit('/').next().unwrap_or_default().to_owned();
        ids(&folder, more).iter().map(short).collect()
    };
    assert_eq!(names(&[]), ["a.html", "b.shtml", "c.php", "d", "e.html?id=3"]);
    assert_eq!(names(&["--ext", "html,.PHP"]), ["a.html", "c.php"]);
    let output = clean([folder.as_os_str()]);
    assert!(said(&output).contains("3 files that are no pages skipped"), "{}", said(&output));
}

#[cfg(unix)]
#[test]
fn a_fifo_is_passed_over_with_a_word() {
    let folder = scratch("fifo");
    write(&folder.join("a.html"), page(1));
    let made = Command::new("mkfifo").arg(folder.join("pipe")).status();
    assert!(made.is_ok_and(|status| status.success()), "mkfifo makes one");
    let output = clean([folder.as_os_str()]);
    assert_eq!(output.status.code(), Some(0));
    assert!(said(&output).contains("pipe: a FIFO is passed over"), "{}", said(&output));
    let named = clean([folder.join("pipe").as_os_str(), "/dev/null".as_ref()]);
    assert_eq!((named.status.code(), printed(&named)), (Some(1), ""));
    assert!(said(&named).contains("/dev/null: a device"), "{}", said(&named));
}

#[test]
fn a_folder_of_articles_has_a_file_for_each_page() {
    let folder = scratch("out");
    for name in ["pages/a.html", "pages/deep/a.html", "pages/a.htm"] {
        write(&folder.join(name), page(1));
    }
    let program = || {
        let mut program = crate::program::program("clean");
        program.current_dir(&folder);
        program
    };
    let run = program().args(["--format", "markdown", "--output", "out/", "pages"]).output();
    assert!(run.is_ok_and(|output| output.status.success()));
    for name in ["out/pages/a.html.md", "out/pages/deep/a.html.md", "out/pages/a.htm.md"] {
        let text = fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(text.starts_with("# 春耕第1天\n"), "{text:.80}");
    }
    let run = program().args(["--format", "json", "-o", "all.jsonl", "pages"]).output();
    assert!(run.is_ok_and(|output| output.status.success() && output.stdout.is_empty()));
    let lines = fs::read_to_string(folder.join("all.jsonl")).expect("the file is there");
    assert_eq!(lines.lines().count(), 3);
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_no_utf8_names_its_article() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let folder = scratch("bytes");
    for name in [&b"a\xFF%.html"[..], b"a\xFE%.html", b"a%FE%25.html"] {
        write(&folder.join(OsStr::from_bytes(name)), page(1));
    }
    let ids = ids(&folder, &[]);
    let expected = [("", "a%FE%25.html"), ("file:", "a%FE%25.html"), ("file:", "a%FF%25.html")];
    assert_eq!(ids, expected.map(|(encoded, name)| format!("{encoded}{}/{name}", folder.display())));
}

#[test]
fn two_articles_do_not_go_to_one_file() {
    let folder = scratch("collide");
    for name in ["one/a.html", "two/one/a.html"] {
        write(&folder.join(name), page(1));
    }
    let mut clean = crate::program::program("clean");
    let clean = clean.current_dir(folder.join("two")).args(["-o", "out/", "../one", "one"]);
    let output = clean.output().expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output).contains("one/a.html: an article is in out/one/a.html.txt already"),
        "{}",
        said(&output)
    );
    assert!(clean.output().is_ok_and(|again| again.status.code() == Some(1)), "only this run's files count");
}

#[cfg(unix)]
#[test]
fn what_a_run_writes_it_does_not_read() {
    let folder = scratch("own");
    write(&folder.join("a.html"), page(1));
    let run = |program: &str, arguments: &[&str]| {
        let all = fs::OpenOptions::new().create(true).append(true).open(folder.join("all.jsonl"));
        let mut run = crate::program::program(program);
        run.current_dir(&folder)
            .args(arguments)
            .stdout(all.expect("it can be made"))
            .output()
            .expect("it runs")
    };
    let runs = [
        ("clean", &["--format", "json", "."][..]),
        ("clean", &["--format", "json", "."]),
        ("explain", &["--json", "."]),
        ("clean", &["--format", "json", "--errors", "errors.jsonl", "."]),
    ];
    for (nth, (program, arguments)) in runs.into_iter().enumerate() {
        let output = run(program, arguments);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert!(said(&output).contains("all.jsonl: the output goes to it"), "{}", said(&output));
        let all = fs::read_to_string(folder.join("all.jsonl")).expect("the file is there");
        assert_eq!(all.lines().count(), nth + 1);
    }
    fs::remove_file(folder.join("all.jsonl")).expect("it is there");
    fs::remove_file(folder.join("errors.jsonl")).expect("it is there");
    for _ in 0..2 {
        let mut clean = crate::program::program("clean");
        let output = clean.current_dir(&folder).args(["-o", "out/", "."]).output().expect("it runs");
        assert!(said(&output).starts_with("1 page, ") || said(&output).is_empty(), "{}", said(&output));
        assert_eq!(fs::read_dir(folder.join("out")).expect("it is there").count(), 1);
    }
}

#[cfg(unix)]
#[test]
fn an_input_that_is_the_output_is_left_as_it_is() {
    let folder = scratch("both");
    let path = folder.join("a.html");
    write(&path, page(1));
    let path = path.to_str().expect("a test's own path");
    let inside = folder.to_str().expect("a test's own path");
    for arguments in [["-o", path, path], ["--errors", path, path], ["-o", inside, inside]] {
        let output = clean(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(said(&output).contains("the output goes to it"), "{}", said(&output));
    }
    let output = crate::program::program("explain").args(["--html", path, path]).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert_eq!(fs::read_to_string(path).expect("it is there"), page(1));
    let append = fs::OpenOptions::new().append(true).open(path).expect("it is there");
    let from = fs::File::open(path).expect("it is there");
    let run = crate::program::program("clean").arg("-").stdin(from).stdout(append).output();
    assert_eq!(run.expect("it runs").status.code(), Some(2));
}

#[test]
fn what_a_name_does_not_tell_first_bytes_do() {
    let folder = scratch("unknown");
    let json = serde_json::json!({"html": page(1)}).to_string();
    let tar = [&[0; 257][..], b"ustar\0", &[0; 300]].concat();
    write(&folder.join("www.news.com"), page(1));
    write(&folder.join("www.news.org"), page(1));
    write(&folder.join("x.json"), json);
    for name in ["app.exe", "doc.docx"] {
        write(&folder.join(name), [&b"PK\x03\x04"[..], &[0; 300]].concat());
    }
    write(&folder.join("manifest.json"), "{\n  \"name\": \"新村\"\n}\n");
    let output = clean(["--format".as_ref(), "json".as_ref(), folder.as_os_str()]);
    assert_eq!((output.status.code(), printed(&output).lines().count()), (Some(0), 3), "{}", said(&output));
    assert!(said(&output).contains("3 files that are no pages skipped"), "{}", said(&output));
    write(&folder.join("x.tar"), tar);
    write(&folder.join("all.json"), "[\"<p>\"]");
    let output = clean([&folder]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("x.tar: this is a tar archive"), "{}", said(&output));
    assert!(said(&output).contains("all.json: this is JSON"), "{}", said(&output));
}

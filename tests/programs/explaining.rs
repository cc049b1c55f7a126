//! What `explain` tells of a page, as a table and as data.

use crate::program::{printed, program, said, scratch, write};
use crate::written::{dump, json_lines, page};
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::process::{Output, Stdio};

fn explain(arguments: &[&str]) -> Output {
    program("explain").args(arguments).output().expect("it runs")
}

#[test]
fn data_has_blocks_with_what_decided_and_fields_with_their_candidates() {
    let folder = scratch("explain");
    let path = folder.join("a.html");
    write(&path, page(3));
    let output = explain(&["--json", path.to_str().expect("a test's own path")]);
    let judged: Value = serde_json::from_str(printed(&output)).expect("one object");
    let blocks = judged["blocks"].as_array().expect("blocks are a list");
    let find = |text: &str| {
        let found = blocks.iter().find(|block| block["text"].as_str().is_some_and(|t| t.starts_with(text)));
        found.unwrap_or_else(|| panic!("no block {text}"))
    };
    assert_eq!(find("第3天第0段")["verdict"], "body");
    let text = find("第3天第0段");
    assert!(text["standing"].as_f64() > Some(0.5), "{text}");
    let decided = &text["decided"];
    assert_eq!((&decided["by"], &decided["what"]), (&"row".into(), &decided["row"]["name"]));
    let adds = |row: &Value| {
        let features = text["features"].as_array().expect("features are a list");
        let adds = features.iter().find(|feature| feature["name"] == row["name"]).map(|row| &row["adds"]);
        assert_eq!(adds, Some(&row["adds"]), "{decided}");
        row["adds"].as_f64().expect("a number")
    };
    assert!(adds(&decided["row"]) > 0.0, "{decided}");
    assert!(decided["own"].is_null() || adds(&decided["own"]) > 0.0, "{decided}");
    let editor = find("责任编辑");
    assert_ne!(editor["verdict"], "body");
    assert_eq!(editor["phrases"][0], serde_json::json!({"kind": "role", "text": "责任编辑"}));
    let features = editor["features"].as_array().expect("features are a list");
    assert!(features.iter().any(|row| row["name"] == "phrase_cover" && row["value"].as_f64() > Some(0.0)));
    let source =
        judged["fields"].as_array().and_then(|all| all.iter().find(|field| field["name"] == "source"));
    let won = &source.expect("the source is told")["candidates"][0];
    assert_eq!((&won["value"], &won["won"]), (&Value::from("新村日报"), &Value::from(true)));
    assert_eq!(judged["article"]["title"], "春耕第3天");
}

#[test]
fn standard_input_folders_and_containers_are_explained() {
    let folder = scratch("explained");
    write(&folder.join("pages/a.html"), page(1));
    write(&folder.join("pages/b.css"), "p{}");
    write(&folder.join("pages/c.jsonl"), json_lines(2..4));
    let all = explain(&["--json", folder.join("pages").to_str().expect("a test's own path")]);
    assert_eq!((all.status.code(), printed(&all).lines().count()), (Some(0), 3), "{}", said(&all));
    let mut run = program("explain")
        .args(["--input", "text", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it runs");
    run.stdin.take().expect("it is piped").write_all(dump(2).as_bytes()).expect("it reads");
    let output = run.wait_with_output().expect("it ends");
    assert!(printed(&output).starts_with("text dump, "), "{}", printed(&output));
}

#[test]
fn reports_go_to_a_file_or_a_folder_and_escape_what_they_show() {
    let folder = scratch("reports");
    let hostile = "<h1>春耕</h1><p>今天，&lt;script&gt;alert(1)&lt;/script&gt;全市的中小学都开学了，孩子们回到了校园。</p>";
    write(&folder.join("pages/a.html"), hostile);
    write(&folder.join("pages/b.html"), page(1));
    let path = |name: &str| folder.join(name).display().to_string();
    assert!(explain(&["--html", &path("a.html"), &path("pages/a.html")]).status.success());
    let report = fs::read_to_string(folder.join("a.html")).expect("the report is there");
    assert!(report.contains("&lt;script&gt;alert(1)") && !report.contains("<script>alert"), "{report}");
    assert!(
        !report.contains("http://") && !report.contains("https://") && !report.contains("src="),
        "it loads something"
    );
    let two = explain(&["--html", &path("one.html"), &path("pages")]);
    assert_eq!(two.status.code(), Some(1));
    assert!(said(&two).contains("name a folder for many"), "{}", said(&two));
    let mut many = program("explain");
    let many = many.current_dir(&folder).args(["--html", "reports/", "pages"]).output().expect("it runs");
    assert!(many.status.success(), "{}", said(&many));
    assert!(
        folder.join("reports/pages/a.html.html").is_file()
            && folder.join("reports/pages/b.html.html").is_file()
    );
}

#[test]
fn the_table_says_what_decided_and_by_how_much() {
    let folder = scratch("explain-table");
    let path = folder.join("a.html");
    write(&path, page(3));
    let output = explain(&[path.to_str().expect("a test's own path")]);
    let lines: Vec<&str> = printed(&output).lines().collect();
    assert!(lines[1].contains("score  stands  verdict   decided by"), "{}", lines[1]);
    let text = lines.iter().find(|line| line.contains("第3天第0段")).expect("the paragraph");
    let [_, _, standing, verdict, row, adds, ..] =
        text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>()[..]
    else {
        panic!("{text}")
    };
    assert!(standing.parse::<f64>().is_ok_and(|standing| standing > 0.5), "{text}");
    assert_eq!(verdict, "body");
    assert!(zhengwen::Feature::place().iter().any(|feature| feature.as_str() == row), "{text}");
    assert!(adds.starts_with('+'), "{text}");
}

#[test]
fn a_report_goes_over_no_page_and_no_other_report() {
    let folder = scratch("over");
    for name in ["a.html", "a.html.html", "one/a.html", "two/one/a.html"] {
        write(&folder.join(name), page(1));
    }
    let run = |below: &str, arguments: &[&str]| {
        program("explain").current_dir(folder.join(below)).args(arguments).output().expect("it runs")
    };
    let itself = run("", &["--html", "a.html", "a.html"]);
    assert_eq!(itself.status.code(), Some(2));
    assert!(said(&itself).contains("a.html: this is to be read"), "{}", said(&itself));
    let next = run("", &["--html", "./", "a.html", "a.html.html"]);
    assert_eq!(next.status.code(), Some(1));
    let over = "a.html: its report would go over ./a.html.html, which is to be read";
    assert!(said(&next).contains(over), "{}", said(&next));
    assert_eq!(fs::read_to_string(folder.join("a.html.html")).expect("it is there"), page(1));
    let same = run("two", &["--html", "out/", "../one", "one"]);
    assert_eq!(same.status.code(), Some(1));
    let twice = "one/a.html: a report is in out/one/a.html.html already";
    assert!(said(&same).contains(twice), "{}", said(&same));
}

#[test]
fn rules_apply_by_the_address_that_is_told() {
    let folder = scratch("explain-rules");
    let path = |name: &str| folder.join(name).display().to_string();
    write(&folder.join("sites.toml"), "[[rule]]\nhost = \"news.example\"\ntitle = \"h2\"\n");
    write(
        &folder.join("a.html"),
        "<h1>新村网</h1><h2>春耕开始</h2><p>南方各地已经进入春耕时节，农民下田插秧。</p>",
    );
    let url = |url: &str| explain(&["--json", "--rules", &path("sites.toml"), "--url", url, &path("a.html")]);
    let told = [url("https://news.example/1"), url("https://other.example/1")];
    let rules = told.each_ref().map(|output| {
        let judged: Value =
            serde_json::from_str(printed(output)).unwrap_or_else(|_| panic!("{}", said(output)));
        judged["rules"].clone()
    });
    assert!(rules[0] != rules[1], "{rules:?}");
    assert_eq!(url("nowhere").status.code(), Some(2));
}

#[test]
fn lines_that_stay_against_their_standing_name_no_rule_of_a_host_without_one() {
    let folder = scratch("explain-kept");
    let path = |name: &str| folder.join(name).display().to_string();
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages/code_at_both_ends_of_a_text_stays.html");
    write(&folder.join("sites.toml"), "[[rule]]\nhost = \"news.example\"\nbody = \"body\"\n");
    let told = |arguments: &[&str]| -> Vec<Value> {
        let output = explain(&[&["--json"], arguments, &[page]].concat());
        let judged: Value =
            serde_json::from_str(printed(&output)).unwrap_or_else(|_| panic!("{}", said(&output)));
        let blocks = judged["blocks"].as_array().expect("blocks are a list");
        let stays = |block: &&Value| {
            block["verdict"] == "body" && block["standing"].as_f64().is_none_or(|at| at < 0.5)
        };
        blocks.iter().filter(stays).map(|block| block["decided"]["what"].clone()).collect()
    };
    let own = told(&[]);
    assert!(
        !own.is_empty() && own.iter().all(|what| what == "counts, dates or signs the text, or is code"),
        "{own:?}"
    );
    let ruled = told(&["--rules", &path("sites.toml"), "--url", "https://news.example/1"]);
    assert!(!ruled.is_empty() && ruled.iter().all(|what| what == "a rule of its host"), "{ruled:?}");
}

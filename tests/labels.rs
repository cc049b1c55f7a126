//! Every label of people and sources, in both scripts, with every mark, in every place: what it names is read,
//! and the line is no text.

use std::collections::HashMap;

const LABELS: &str = include_str!("../src/lexicon/labels.tsv");
const VARIANTS: &str = include_str!("../src/lexicon/variants.tsv");

const PEOPLE: [&str; 8] = [
    "author",
    "reporter",
    "correspondent",
    "translator",
    "photographer",
    "editor",
    "proofreader",
    "supervisor",
];
const MARKS: [&str; 3] = ["：", ":", "丨"];

fn rows(list: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    list.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
}

/// A page with `line` over its text (0), as its last paragraph (1) or under it (2).
fn page(line: &str, place: usize) -> String {
    let at = |nth| if nth == place { format!("<p>{line}</p>") } else { String::new() };
    format!(
        "<html><head><title>春耕开始了吗乡亲们_新村网</title></head><body><div><h1>春耕开始了吗乡亲们</h1>\
         <p>2024年03月21日 10:20</p>{}<div><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导，今年的\
         秧苗长势良好。</p><p>当地农业部门表示，预计月底可以完成全部插秧任务，比往年提前了一周左右的时间。</p>{}</div>\
         {}</div></body></html>",
        at(0),
        at(1),
        at(2)
    )
}

#[test]
fn what_a_label_names_is_read_and_no_text() {
    let forms: HashMap<char, char> = rows(VARIANTS)
        .filter_map(|row| Some((row[0].chars().next()?, row.get(1)?.chars().next()?)))
        .collect();
    let traditional = |word: &str| word.chars().map(|c| *forms.get(&c).unwrap_or(&c)).collect::<String>();
    let mut wrong = Vec::new();
    let mut lines = 0;
    for row in rows(LABELS) {
        let is_source = row[1] == "source";
        if !is_source && !PEOPLE.contains(&row[1]) {
            continue;
        }
        let value = if is_source { "新村晚报" } else { "李大同" };
        let simplified = (row[0].to_owned(), value.to_owned());
        let other = (traditional(row[0]), traditional(value));
        let spellings = if other.0 == simplified.0 { vec![simplified] } else { vec![simplified, other] };
        for (label, value) in spellings {
            for mark in MARKS {
                let line = format!("{label}{mark}{value}");
                for place in 0..3 {
                    lines += 1;
                    let article = zhengwen::clean(&page(&line, place));
                    let read = if is_source {
                        article.source.as_deref() == Some(&*value)
                    } else {
                        article.bylines.iter().any(|byline| byline.name == value)
                    };
                    if !read || article.text().contains(&line) {
                        let fault = if read { "kept as text" } else { "not read" };
                        wrong.push(format!("{line} in place {place}: {fault}"));
                    }
                }
            }
        }
    }
    assert!(lines > 3000, "{lines} lines");
    assert!(wrong.is_empty(), "{} of {lines}:\n{}", wrong.len(), wrong.join("\n"));
}

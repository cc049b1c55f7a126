//! Pages in, what must come out: every case of `tests/pages/` (small, one behaviour each) and of
//! `tests/portals/` (whole pages, laid out as kinds of portals do) is a test of its own name.
//!
//! A case is a page, `NAME.html`, or `NAME.txt` (a text dump), or one of each of the same article, and
//! `NAME.expect`, what must come out of it: lines of `key: value`, then `body:` and the body's text, a paragraph a line. Keys left out are not
//! looked at, a key without a value stands for nothing found, and `#` begins a comment above the body.
//!
//! | key | value |
//! |---|---|
//! | `title` `subtitle` `source` `site_name` `next_page` `url` `description` `original_title` `lead_image` | the text |
//! | `declaration` | as [`zhengwen::Declaration::as_str`] prints it |
//! | `images` `credits` | addresses and credits of the body's pictures in order, set apart by ` / ` |
//! | `media` | recordings of the body in order, each as its kind, address, poster and caption, set apart by ` / ` |
//! | `keywords` | each, set apart by `, ` |
//! | `published` `modified` | as [`zhengwen::PageTime`] prints it: `2024-03-21T10:20:00+08:00` or `2024-03-21` |
//! | `authors` `editors` | names in page order, set apart by `, ` |
//! | `captions` | captions of the body's pictures in order, set apart by ` / ` |
//! | `kind` `script` | as [`zhengwen::Kind::as_str`] and [`zhengwen::Script::as_str`] print it |
//! | `confidence_at_least` `confidence_at_most` | a number |
//! | `body_at_most` | characters |
//! | `markdown_has` `html_has` | a line of [`Article::markdown`] or [`Article::html`]; may stand several times |
//! | `body` | the lines below it, to the end of the file |

use libtest_mimic::{Arguments, Failed, Trial};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use zhengwen::{Article, Block};

fn main() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut arguments = Arguments::from_args();
    // Cleaning a page takes less than starting a thread, and cargo shares the machine out by itself.
    arguments.test_threads.get_or_insert(1);
    let unknown = Trial::test("an_unknown_key_fails", || {
        faults("headline: 春耕", &Article::default()).map_or(Ok(()), |_| Err("it was taken".into()))
    });
    let cases = [vec![unknown], trials(&tests.join("pages")), trials(&tests.join("portals"))];
    libtest_mimic::run(&arguments, cases.into_iter().flatten().collect()).exit();
}

/// One test a case, in order of name.
fn trials(folder: &Path) -> Vec<Trial> {
    let mut cases: BTreeMap<String, Files> = BTreeMap::new();
    let files = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    for path in files.flatten().map(|file| file.path()) {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("html" | "txt") => cases.entry(name).or_default().pages.push(path),
            Some("expect") => cases.entry(name).or_default().expect = Some(path),
            _ => {}
        }
    }
    cases.into_iter().map(|(name, files)| Trial::test(name, move || files.check())).collect()
}

/// The files of one case.
#[derive(Default)]
struct Files {
    pages: Vec<PathBuf>,
    expect: Option<PathBuf>,
}

impl Files {
    fn check(&self) -> Result<(), Failed> {
        let (false, Some(expect)) = (self.pages.is_empty(), &self.expect) else {
            return Err("a case is a page, .html or .txt, or both, and one .expect".into());
        };
        let expected = fs::read_to_string(expect)?;
        for page in &self.pages {
            let article = zhengwen::clean(&fs::read_to_string(page)?);
            let wrong = faults(&expected, &article)?;
            if is_known_wrong(page) {
                if wrong.is_empty() {
                    return Err(format!("{} is right: take it off the list", page.display()).into());
                }
            } else if !wrong.is_empty() {
                return Err(format!("{}\n{wrong}", page.display()).into());
            }
        }
        Ok(())
    }
}

/// True for a page of `tests/known_wrong.tsv`.
fn is_known_wrong(page: &Path) -> bool {
    let name = page.file_name().unwrap_or_default().to_string_lossy();
    include_str!("known_wrong.tsv").lines().any(|row| row.split('\t').next() == Some(&*name))
}

/// What of `expected` the article does not fulfil, a line a fault.
fn faults(expected: &str, article: &Article) -> Result<String, String> {
    let mut wrong = String::new();
    let mut lines = expected.lines();
    while let Some(line) = lines.next() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let (key, value) = line.split_once(':').ok_or_else(|| format!("no `key: value`: {line}"))?;
        if key == "body" {
            let body: Vec<&str> = lines.by_ref().filter(|line| !line.is_empty()).collect();
            wrong.push_str(&difference(&body, &article.text()));
        } else {
            wrong.push_str(&fault(key, value.trim(), article)?);
        }
    }
    Ok(wrong)
}

/// How one value differs, empty where it does not.
fn fault(key: &str, value: &str, article: &Article) -> Result<String, String> {
    let limit = || value.parse::<f64>().map_err(|e| format!("{key}: {value}: {e}"));
    let (holds, got) = match key {
        "confidence_at_least" => (article.confidence >= limit()?, article.confidence.to_string()),
        "confidence_at_most" => (article.confidence <= limit()?, article.confidence.to_string()),
        "markdown_has" => has_line(&article.markdown(), value),
        "html_has" => has_line(&article.html(), value),
        "body_at_most" => {
            let chars = article.text().chars().count();
            (chars as f64 <= limit()?, format!("{chars}: {}", article.text()))
        }
        key => {
            let got = field(key, article).ok_or_else(|| format!("unknown key `{key}`"))?;
            (got == value, got)
        }
    };
    Ok(if holds { String::new() } else { format!("{key}\n  - {value}\n  + {got}\n") })
}

/// Whether a text has a line, its indent aside, and the text.
fn has_line(text: &str, line: &str) -> (bool, String) {
    (text.lines().any(|other| other.trim() == line), text.to_owned())
}

/// A field as a case writes it; `None` for an unknown key.
fn field(key: &str, article: &Article) -> Option<String> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let field = match key {
        "title" => text(&article.title),
        "subtitle" => text(&article.subtitle),
        "source" => text(&article.source),
        "site_name" => text(&article.site_name),
        "next_page" => text(&article.next_page),
        "url" => text(&article.url),
        "description" => text(&article.description),
        "original_title" => text(&article.original_title),
        "lead_image" => text(&article.lead_image),
        "declaration" => article.declaration.map(|stated| stated.as_str().to_owned()).unwrap_or_default(),
        "keywords" => article.keywords.join(", "),
        "images" => article.images().map(|image| image.src.as_str()).collect::<Vec<_>>().join(" / "),
        "media" => article.body.iter().filter_map(recording).collect::<Vec<_>>().join(" / "),
        "credits" => {
            article.images().filter_map(|image| image.credit.as_deref()).collect::<Vec<_>>().join(" / ")
        }
        "published" => article.published.map(|time| time.to_string()).unwrap_or_default(),
        "modified" => article.modified.map(|time| time.to_string()).unwrap_or_default(),
        "authors" => article.authors().join(", "),
        "editors" => article.editors().join(", "),
        "captions" => {
            article.images().filter_map(|image| image.caption.as_deref()).collect::<Vec<_>>().join(" / ")
        }
        "kind" => article.kind.as_str().to_owned(),
        "script" => article.script.map(|script| script.as_str().to_owned()).unwrap_or_default(),
        _ => return None,
    };
    Some(field)
}

/// `video /v.mp4 /v.jpg 通车现场`
fn recording(block: &Block) -> Option<String> {
    let Block::Media { kind, src, poster, caption } = block else { return None };
    let parts = [Some(kind.as_str()), Some(src), poster.as_deref(), caption.as_deref()];
    Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
}

/// The lines that only one of two bodies has: `-` lacking, `+` too many; `…` for lines they share.
fn difference(expected: &[&str], body: &str) -> String {
    let got: Vec<&str> = body.lines().collect();
    let same = |(a, b): &(&&str, &&str)| a == b;
    let head = expected.iter().zip(&got).take_while(same).count();
    let (expected_rest, got_rest) = (&expected[head..], &got[head..]);
    let tail = expected_rest.iter().rev().zip(got_rest.iter().rev()).take_while(same).count();
    let lacking = &expected_rest[..expected_rest.len() - tail];
    let extra = &got_rest[..got_rest.len() - tail];
    if lacking.is_empty() && extra.is_empty() {
        return String::new();
    }
    let mut report = String::from("body\n");
    let marked = lacking.iter().map(|line| ('-', line)).chain(extra.iter().map(|line| ('+', line)));
    for (mark, line) in marked {
        let _ = writeln!(report, "  {mark} {line}");
    }
    let _ = writeln!(report, "  … and {head} lines above, {tail} below as expected");
    report
}

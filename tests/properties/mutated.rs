//! Pages of `tests/pages/`, cut, spliced, doubled, swapped about and sown with markup.

use proptest::prelude::*;
use proptest::sample::Index;
use std::path::Path;
use std::sync::LazyLock;
use std::{fs, ops::Range};

/// The pages, HTML and dumps, in order of name.
pub(crate) static PAGES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let files = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut pages: Vec<(String, String)> = files
        .flatten()
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "html" || ending == "txt"))
        .map(|path| {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
        })
        .collect();
    pages.sort();
    pages
});

const SEEDS: &[&str] = &[
    "<div>",
    "</div>",
    "<p>",
    "</p>",
    "<table><tr><td>",
    "</table>",
    "<br>",
    "<a href=/1>",
    "</a>",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<div style='display:none'>",
    "<svg>",
    "<title>",
    "<h1>",
    "<li>",
    "<form>",
    "&",
    "&#x4e2d;",
    "<",
    ">",
    "\"",
    "\n",
    "\n\n",
    "\t",
    "\u{3000}\u{3000}",
    "\u{0}",
    "\u{200B}",
    "\u{20BB7}",
    "中",
    "。",
    "，",
    "来源：新村日报",
    "2024-03-21 10:20",
    "责任编辑：赵晓",
    "相关阅读",
    "记者 李大同",
    "上一页 1 2 3 下一页",
    "今天上午，全市的春耕工作会在东山村召开，农技人员说雨水比往年来得早。",
    "👨‍👩‍👧",
    "e\u{301}",
];

/// Scripts of every kind, some in places where they are no part of the page, and what opens and ends them.
const SCRIPTS: &[&str] = &[
    "<template>",
    "</template>",
    "<noscript>",
    "</noscript>",
    "<script>",
    "</script>",
    "<script type='application/ld+json'>",
    "<script type='application/ld+json; charset=utf-8'>",
    "<script type=ld+json>",
    "<script data-x=ld+json>",
    "{\"headline\":\"北岭隧道今晨贯通\",\"datePublished\":\"2024-03-21T10:20:00+08:00\"}",
    "{\"content\":\"今天上午，全市的春耕工作会在东山村召开，农技人员说，雨水比往年来得早，秧苗长得很好，大家都很高兴。\
     合作社的机器都修整完毕，种子和化肥也已经发放到各家各户，只等天气转晴，人们就下田插秧。\"}",
    "var publish_time = '2024-03-21 10:20';",
    "<script>a = {content: '今天上午，全市的春耕工作会在东山村召开，农技人员说，雨水比往年来得早，秧苗长得很好，\
     大家都很高兴。合作社的机器都修整完毕，种子和化肥也已经发放到各家各户，只等天气转晴，人们就下田插秧。'}</script>",
];

#[derive(Debug, Clone)]
enum Change {
    Cut(Index, Index),
    Splice(Index, Index, Index, Index),
    Double(Index, Index),
    Swap(Index, Index, Index),
    Sow(Index, &'static str),
}

fn change(seeds: &'static [&'static str]) -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    prop_oneof![
        2 => (at(), at()).prop_map(|(a, b)| Change::Cut(a, b)),
        1 => (at(), at(), at(), at()).prop_map(|(a, page, b, c)| Change::Splice(a, page, b, c)),
        1 => (at(), at()).prop_map(|(a, b)| Change::Double(a, b)),
        1 => (at(), at(), at()).prop_map(|(a, b, c)| Change::Swap(a, b, c)),
        4 => (at(), prop::sample::select(seeds)).prop_map(|(a, seed)| Change::Sow(a, seed)),
    ]
}

/// A page with up to eight changes.
pub(crate) fn page() -> impl Strategy<Value = String> {
    changed(change(SEEDS))
}

/// The same with pieces of scripts among what is sown.
pub(crate) fn page_with_scripts() -> impl Strategy<Value = String> {
    changed(prop_oneof![1 => change(SEEDS), 3 => change(SCRIPTS)])
}

fn changed(change: impl Strategy<Value = Change>) -> impl Strategy<Value = String> {
    (any::<Index>(), prop::collection::vec(change, 0..8)).prop_map(|(page, changes)| {
        let chars: Vec<char> = page.get(&PAGES).1.chars().collect();
        changes.iter().fold(chars, |chars, change| apply(&chars, change)).into_iter().collect()
    })
}

fn apply(chars: &[char], change: &Change) -> Vec<char> {
    let part = |range: Range<usize>| &chars[range];
    let end = chars.len();
    match change {
        Change::Cut(a, b) => {
            let cut = between(end, *a, *b);
            [part(0..cut.start), part(cut.end..end)].concat()
        }
        Change::Splice(a, page, b, c) => {
            let other: Vec<char> = page.get(&PAGES).1.chars().collect();
            let at = a.index(end + 1);
            [part(0..at), &other[between(other.len(), *b, *c)], part(at..end)].concat()
        }
        Change::Double(a, b) => {
            let double = between(end, *a, *b);
            [part(0..double.end), part(double.start..end)].concat()
        }
        Change::Swap(a, b, c) => {
            let mut bounds = [a, b, c].map(|at| at.index(end + 1));
            bounds.sort_unstable();
            let [a, b, c] = bounds;
            [part(0..a), part(b..c), part(a..b), part(c..end)].concat()
        }
        Change::Sow(a, seed) => {
            let at = a.index(end + 1);
            [part(0..at), &seed.chars().collect::<Vec<_>>(), part(at..end)].concat()
        }
    }
}

fn between(end: usize, a: Index, b: Index) -> Range<usize> {
    let (a, b) = (a.index(end + 1), b.index(end + 1));
    a.min(b)..a.max(b)
}

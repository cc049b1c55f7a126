//! A page in, the first line out in which its blocks differ from those of the naive walk.

use super::naive;
use zhengwen::Cleaner;

/// The texts of the page's blocks, pictures aside.
fn blocks(page: &str) -> Vec<String> {
    let blocks = Cleaner::new().explain_html(page).blocks;
    blocks.into_iter().map(|block| block.text).filter(|text| !text.is_empty()).collect()
}

/// A body, so that none is looked for in a page's data.
const BODY: &str = "<p>南方各地已经进入春耕时节，农民下田插秧，技术人员到田间地头指导。</p>
    <p>当地干部说，今年的雨水比往年来得早，水库蓄水充足，早稻的面积预计比去年多一成。</p>";

/// The first line that only one of the walks has.
fn difference(page: &str) -> Option<String> {
    let (found, expected) = (blocks(page), naive::lines_of(page));
    let mut lines = found.iter().peekable();
    // Lines that a script opens, or only the page's styles tell apart from others or hide, since the last that is certain.
    let mut doubtful = String::new();
    for (at, line) in expected.iter().enumerate() {
        // What a script opens shows though it is hidden: which lines those are, small pages say. Of two lines that say
        // the same the one that surely shows is meant.
        let is_sure = |line: &naive::Line| !line.hidden && !line.doubtful;
        let again = || {
            expected[at + 1..].iter().find(|line| is_sure(line)).is_some_and(|sure| sure.text == line.text)
        };
        if (is_sure(line) || !again()) && lines.next_if(|found| **found == line.text).is_some() {
            continue;
        }
        if line.doubtful || line.hidden {
            doubtful.push_str(&line.text);
            continue;
        }
        while lines.next_if(|found| is_part(found, &doubtful)).is_some() {}
        doubtful.clear();
        if lines.next_if(|found| **found == line.text).is_none() {
            return Some(format!("line {at}: {:?}, expected {:?}", lines.next(), line.text));
        }
    }
    while lines.next_if(|found| is_part(found, &doubtful)).is_some() {}
    lines.next().map(|line| format!("{line:?} is too much"))
}

/// True where the characters of `line` stand in `text`, in this order.
fn is_part(line: &str, text: &str) -> bool {
    let mut rest = text.chars();
    line.chars().filter(|c| !c.is_whitespace()).all(|c| rest.any(|other| other == c))
}

/// As [`difference`]. A page that shows no body has the blocks of what it hides or of its data, where these have one: such a
/// page is compared with a body put before it.
pub(crate) fn difference_but_for_data(page: &str) -> Option<String> {
    // Markup that is shown as text is read as what it says.
    if page.contains("&lt;/p&gt;") {
        return None;
    }
    let difference_alone = difference(page)?;
    if [
        "<script",
        "<textarea",
        "<noscript",
        "hidden",
        "none",
        "NONE",
        "<template",
        "data-",
        "srcdoc",
        "&lt;p",
        ".reveal",
    ]
    .iter()
    .any(|part| page.contains(part))
    {
        difference(&[BODY, page].concat())
    } else {
        Some(difference_alone)
    }
}

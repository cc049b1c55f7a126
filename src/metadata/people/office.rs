//! A run of names in, the offices beside them off: `张三 南方日报` + 记者, `國際中心王小明`.

use super::{is_separator, is_slash};
use crate::lexicon::people::is_organ;
use crate::metadata::names::{self, Trust};
use crate::text::{punctuation, space};

/// Names before an affiliation that stands right before a title: `张三 南方日报` + 记者. `first` is what
/// stands before the phrase's first title.
pub(super) fn without_affiliation<'a>(run: &'a str, trust: Trust, first: &str) -> &'a str {
    let last = run.rsplit(is_separator).next().unwrap_or_default();
    let before = run.get(..run.len() - last.len()).unwrap_or_default();
    // `某刊记者 张三 某刊编辑`: the same office, or no name behind the blank after one.
    let same = !last.is_empty() && first.ends_with(last);
    let behind_name = before.ends_with(space::is_blank) && !before.trim_matches(is_separator).is_empty();
    let office = is_organ(last) || same || behind_name && !names::is_chinese_name(last);
    // After a title names stand, `记者张三通讯员李四`; after a label first of all the office of who follows.
    let person = trust == Trust::Titled && !office && last.chars().count() <= 3;
    if person { run } else { before }
}

/// `某网 张三` without the office before a name that a list of family names does not know.
pub(super) fn without_office(run: &str) -> &str {
    match run.split_once(space::is_blank) {
        Some((office, names)) if is_organ(office) && !names.contains(space::is_blank) => names,
        _ => run,
    }
}

/// The name glued to an office before it: `國際中心王小明`.
pub(super) fn after_office(run: &str) -> Option<&str> {
    let run = run.trim_matches(|c| is_slash(c) || space::is_blank(c));
    let all_han = run.chars().all(punctuation::is_han);
    let at = run.char_indices().nth_back(2).filter(|_| all_han)?.0;
    let (office, name) = (run.get(..at)?, run.get(at..)?);
    (is_organ(office) && names::is_chinese_name(name)).then_some(name)
}

//! A word of a list in, its spellings out: in both scripts, with the forms that each writes a character in.

use foldhash::{HashMap, HashSet};
use std::sync::LazyLock;

/// Most spellings of one word: three characters of two forms each.
const MOST: usize = 8;

/// The forms of Traditional for each character that Simplified writes otherwise.
static FORMS: LazyLock<HashMap<char, &'static str>> = LazyLock::new(|| {
    let rows = super::rows(include_str!("variants.tsv")).filter_map(|row| row.split_once('\t'));
    rows.filter_map(|(simplified, forms)| Some((simplified.chars().next()?, forms))).collect()
});

/// The spellings of a word: as it stands, and all of it in Traditional.
pub(super) fn spellings(word: &'static str) -> Vec<&'static str> {
    let mut all = vec![String::with_capacity(word.len())];
    for c in word.chars() {
        let mut forms = FORMS.get(&c).map_or("", |forms| *forms).chars();
        let first = forms.next().unwrap_or(c);
        let starts = all.len();
        // Most characters have one form: nothing is copied for them.
        for form in forms.take((MOST / starts).saturating_sub(1)) {
            for start in 0..starts {
                let mut other = all[start].clone();
                other.push(form);
                all.push(other);
            }
        }
        all.iter_mut().take(starts).for_each(|start| start.push(first));
    }
    let mut spellings = vec![word];
    // They are made once and kept: lists are read once.
    spellings.extend(all.into_iter().filter(|other| other != word).map(|other| &*other.leak()));
    spellings
}

/// The rows of a list in all spellings of their word, each once; the other columns stay.
pub(super) fn spelled(list: &'static str) -> impl Iterator<Item = (&'static str, Option<&'static str>)> {
    let mut seen = HashSet::default();
    super::rows(list)
        .flat_map(|row| {
            let (word, columns) = match row.split_once('\t') {
                Some((word, columns)) => (word, Some(columns)),
                None => (row, None),
            };
            spellings(word).into_iter().map(move |spelling| (spelling, columns))
        })
        .filter(move |row| seen.insert(*row))
}

#[cfg(test)]
mod tests {
    use super::spellings;

    #[test]
    fn a_word_has_its_spellings_in_both_scripts() {
        assert_eq!(spellings("责任编辑"), ["责任编辑", "責任編輯"]);
        assert_eq!(spellings("发布"), ["发布", "發布", "發佈"]);
        assert_eq!(spellings("订阅"), ["订阅", "訂閱", "訂閲"]);
        assert_eq!(spellings("来源"), ["来源", "來源"]);
        assert_eq!(spellings("记者"), ["记者", "記者"]);
    }
}

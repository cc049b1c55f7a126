//! A word of a list in, its spellings out: in both scripts, with the forms that each writes a character in.

use foldhash::HashSet;
use std::sync::LazyLock;

/// Most spellings of one word: three characters of two forms each.
const MOST: usize = 8;

/// The characters that both scripts share a block of.
const IDEOGRAPHS: std::ops::RangeInclusive<char> = '\u{4E00}'..='\u{9FFF}';

/// The forms of Traditional for each character that Simplified writes otherwise: some thousand words are spelled
/// before the first page is read.
struct Forms {
    /// None, and then a row of the table each.
    rows: Vec<&'static str>,
    /// Of each of [`IDEOGRAPHS`] its place in `rows`.
    of: Vec<u16>,
}

static FORMS: LazyLock<Forms> = LazyLock::new(|| {
    let mut forms = Forms { rows: vec![""], of: vec![0; IDEOGRAPHS.count()] };
    for (simplified, row) in super::rows(include_str!("variants.tsv")).filter_map(|row| row.split_once('\t'))
    {
        if let Some(place) = simplified.chars().next().and_then(place).and_then(|at| forms.of.get_mut(at)) {
            *place = u16::try_from(forms.rows.len()).unwrap_or_default();
            forms.rows.push(row);
        }
    }
    forms
});

fn place(c: char) -> Option<usize> {
    u32::from(c).checked_sub(u32::from(*IDEOGRAPHS.start())).and_then(|at| usize::try_from(at).ok())
}

impl Forms {
    fn of(&self, c: char) -> &'static str {
        let row = place(c).and_then(|at| self.of.get(at)).copied().unwrap_or_default();
        self.rows.get(usize::from(row)).copied().unwrap_or_default()
    }
}

/// The spellings of a word: as it stands, and all of it in Traditional. They are made once and kept: lists are read
/// once.
pub(super) fn spellings(word: &'static str) -> Vec<&'static str> {
    let mut spellings = vec![word];
    let known = &*FORMS;
    if word.chars().all(|c| known.of(c).is_empty()) {
        return spellings;
    }
    let mut all = vec![String::with_capacity(word.len())];
    for c in word.chars() {
        let mut forms = known.of(c).chars();
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
    use super::{FORMS, spellings};

    #[test]
    fn every_row_of_the_table_is_of_an_ideograph() {
        assert_eq!(FORMS.rows.len() - 1, super::super::rows(include_str!("variants.tsv")).count());
    }

    #[test]
    fn a_word_has_its_spellings_in_both_scripts() {
        assert_eq!(spellings("责任编辑"), ["责任编辑", "責任編輯"]);
        assert_eq!(spellings("发布"), ["发布", "發布", "發佈"]);
        assert_eq!(spellings("订阅"), ["订阅", "訂閱", "訂閲"]);
        assert_eq!(spellings("来源"), ["来源", "來源"]);
        assert_eq!(spellings("记者"), ["记者", "記者"]);
    }
}

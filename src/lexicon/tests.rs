//! Every list is held to its form, so that a slip of the keyboard fails here and not on a page.

use super::matcher::GAP;
use super::*;
use std::collections::HashSet;

/// Lists of words with other columns than phrase and anchors, and how many columns they have.
const WORD_LISTS: &[(&str, &str, std::ops::RangeInclusive<usize>)] = &[
    ("hints", include_str!("hints.tsv"), 2..=2),
    ("labels", include_str!("labels.tsv"), 3..=4),
    ("not_names", include_str!("not_names.tsv"), 1..=1),
    ("organs", include_str!("organs.tsv"), 1..=2),
    ("people", include_str!("people.tsv"), 2..=4),
    ("places", include_str!("places.tsv"), 1..=1),
    ("sources", include_str!("sources.tsv"), 2..=2),
    ("surnames", include_str!("surnames.tsv"), 1..=1),
    ("verdict", include_str!("verdict.tsv"), 2..=2),
];

/// The line that uses a row's phrase: its third column, or the phrase, with a name in its gap.
fn example(row: &str) -> String {
    let mut columns = row.split('\t');
    let phrase = columns.next().unwrap_or_default();
    columns.nth(1).map_or_else(|| phrase.replace(GAP, "新村"), str::to_owned)
}

#[test]
fn every_row_of_a_phrase_list_reads() {
    for &(category, list) in LISTS {
        for row in rows(list) {
            let columns: Vec<&str> = row.split('\t').collect();
            assert!((2..=3).contains(&columns.len()), "{category:?}: {row}");
            assert!(columns[1].split(' ').all(|name| Anchor::named(name).is_some()), "{category:?}: {row}");
            assert_eq!(columns[0].trim_end(), columns[0], "{category:?}: a blank behind `{}`", columns[0]);
        }
    }
}

#[test]
fn every_row_of_a_word_list_has_its_columns() {
    for (name, list, columns) in WORD_LISTS {
        for row in rows(list) {
            assert!(columns.contains(&row.split('\t').count()), "{name}: {row}");
            assert!(row.split('\t').all(|column| !column.is_empty()), "{name}: {row}");
        }
    }
}

#[test]
fn no_phrase_stands_twice_in_a_list() {
    let phrase_lists = LISTS.iter().map(|&(category, list)| (format!("{category:?}"), list));
    let word_lists = WORD_LISTS.iter().map(|&(name, list, _)| (name.to_owned(), list));
    for (name, list) in phrase_lists.chain(word_lists) {
        let mut seen = HashSet::new();
        // The words of sources and credits have a kind, and some two.
        let kinds = matches!(name.as_str(), "sources" | "credits");
        for row in rows(list) {
            let phrase = if kinds { row } else { row.split('\t').next().unwrap_or_default() };
            assert!(seen.insert(phrase), "{name}: `{phrase}` stands twice");
        }
    }
}

#[test]
fn every_phrase_is_found_in_the_line_that_uses_it() {
    for &(category, list) in LISTS {
        for row in rows(list) {
            let line = example(row);
            let hits = find(&line);
            assert!(hits.has(category), "{category:?}: `{row}` is not found in `{line}`");
            let anchored = row_entries(category, row).any(|entry| entry.anchor != Anchor::Any);
            assert!(!anchored || hits.is_anchored(&[category]), "{category:?}: `{row}` in `{line}`");
        }
    }
}

#[test]
fn an_anchored_phrase_is_not_found_inside_prose() {
    let prose = "他说，责任编辑这份工作他做了二十年，来源和作者都要一一核对。";
    assert!(!find(prose).is_anchored(&[Category::Role, Category::Source]));
    assert!(find("责任编辑：李大同").is_anchored(&[Category::Role]));
}

#[test]
fn a_list_of_words_in_one_script_has_no_character_of_the_other() {
    let variants = || rows(include_str!("variants.tsv")).filter_map(|row| row.split_once('\t'));
    let simplified: HashSet<char> = variants().filter_map(|(c, _)| c.chars().next()).collect();
    let traditional: HashSet<char> =
        variants().flat_map(|(_, forms)| forms.chars()).filter(|c| !simplified.contains(c)).collect();
    let in_one_script = ["not_names", "organs", "people", "places", "sources"];
    for (name, list, _) in WORD_LISTS.iter().filter(|(name, ..)| in_one_script.contains(name)) {
        for row in rows(list) {
            let word = row.split('\t').next().unwrap_or_default();
            assert!(!word.contains(|c| traditional.contains(&c)), "{name}: {row}");
        }
    }
}

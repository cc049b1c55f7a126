//! Every list is held to its form, so that a slip of the keyboard fails here and not on a page.

use super::kinds::{Meta, Word};
use super::matcher::GAP;
use super::sources::Source;
use super::statements::Credit;
use super::*;
use std::collections::HashSet;

/// Lists of words with other columns than phrase and anchors, and how many columns they have.
const WORD_LISTS: &[(&str, &str, std::ops::RangeInclusive<usize>)] = &[
    ("given", include_str!("given.tsv"), 1..=1),
    ("hints", include_str!("hints.tsv"), 2..=2),
    ("labels", include_str!("labels.tsv"), 3..=5),
    ("metas", include_str!("metas.tsv"), 2..=2),
    ("not_names", include_str!("not_names.tsv"), 1..=1),
    ("organs", include_str!("organs.tsv"), 1..=2),
    ("people", include_str!("people.tsv"), 2..=4),
    ("places", include_str!("places.tsv"), 1..=1),
    ("sources", include_str!("sources.tsv"), 2..=2),
    ("surnames", include_str!("surnames.tsv"), 1..=1),
    ("verdict", include_str!("verdict.tsv"), 2..=2),
    ("words", include_str!("words.tsv"), 2..=2),
];

/// The head of the rows of a phrase list that neither a page of the tests has nor a line of their own.
const REASON: &str = "# reason: ";

/// The line that uses a row's phrase: its third column, or the phrase, with a name in its gap and a mark behind it
/// where it needs one.
fn example(row: &str) -> String {
    let mut columns = row.split('\t');
    let (phrase, anchors) = (columns.next().unwrap_or_default(), columns.next().unwrap_or_default());
    let mark = if anchors == "marked" { "：" } else { "" };
    columns.next().map_or_else(|| phrase.replace(GAP, "新村") + mark, str::to_owned)
}

/// A line in another spelling of the phrase that it uses.
fn respelled(line: &str, phrase: &str, spelling: &str) -> String {
    let parts = phrase.split(GAP).zip(spelling.split(GAP));
    parts.fold(line.to_owned(), |line, (from, to)| line.replace(from, to))
}

/// Every row of the phrase lists, and of the labels that are phrases too, as a list writes it.
fn rows_with_labels() -> impl Iterator<Item = (Row, String)> {
    let lists = LISTS
        .iter()
        .flat_map(|&(category, list)| rows(list).map(move |row| (Row::of(category, row), row.to_owned())));
    let labels = phrase_rows().skip(LISTS.iter().map(|(_, list)| rows(list).count()).sum());
    lists.chain(labels.map(|row| (row, format!("{}\t{}", row.phrase, row.anchors))))
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
        let kinds = matches!(name.as_str(), "sources" | "credits" | "metas" | "words");
        for row in rows(list) {
            let phrase = if kinds { row } else { row.split('\t').next().unwrap_or_default() };
            assert!(seen.insert(phrase), "{name}: `{phrase}` stands twice");
        }
    }
}

#[test]
fn every_phrase_is_found_in_the_line_that_uses_it() {
    for (row, text) in rows_with_labels() {
        for spelling in row.spellings() {
            let (category, line) = (row.category, respelled(&example(&text), row.phrase, spelling));
            let hits = find(&line);
            assert!(hits.has(category), "{category:?}: `{spelling}` is not found in `{line}`");
            let anchored = row.anchors().any(|anchor| anchor != Anchor::Any);
            assert!(!anchored || hits.is_anchored(&[category]), "{category:?}: `{spelling}` in `{line}`");
        }
    }
}

#[test]
fn every_label_that_counts_as_a_phrase_names_a_list_and_its_anchors() {
    for (label, counts) in labels::phrase_rows() {
        let row = phrase_rows().find(|row| row.phrase == label && counts.ends_with(row.anchors));
        assert!(
            row.is_some_and(|row| row.anchors().count() == row.anchors.split(' ').count()),
            "{label}: {counts}"
        );
    }
}

#[test]
fn no_row_is_a_spelling_of_another_of_its_list() {
    let mut seen = HashSet::new();
    for row in phrase_rows() {
        for spelling in row.spellings() {
            assert!(
                seen.insert((row.category as u8, spelling)),
                "{:?}: `{spelling}` of `{}` is a row's already",
                row.category,
                row.phrase
            );
        }
    }
}

#[test]
fn every_kind_of_a_list_is_asked_for_and_has_rows() {
    let told = |list: &'static str| -> HashSet<&str> {
        rows(list).filter_map(|row| row.split_once('\t').map(|(_, kind)| kind)).collect()
    };
    let asked = |names: &[&'static str]| names.iter().copied().collect::<HashSet<_>>();
    assert_eq!(told(include_str!("words.tsv")), asked(Word::NAMES));
    assert_eq!(told(include_str!("metas.tsv")), asked(Meta::NAMES));
    assert_eq!(told(include_str!("sources.tsv")), asked(Source::NAMES));
    assert_eq!(told(include_str!("credits.tsv")), asked(Credit::NAMES));
}

#[test]
fn lists_of_one_meaning_share_no_row() {
    let list = |name: &str| WORD_LISTS.iter().find(|(of, ..)| *of == name).map_or("", |(_, list, _)| list);
    let words = |list: &'static str| rows(list).map(|row| row.split('\t').next().unwrap_or_default());
    let labels: HashSet<&str> = words(list("labels")).collect();
    for &(category, list) in LISTS {
        // Labels that are phrases of these lists say so in `labels.tsv`.
        if matches!(category, Category::Source | Category::Role | Category::Time) {
            for phrase in words(list) {
                assert!(!labels.contains(phrase), "{category:?}: `{phrase}` is a label: let its row say so");
            }
        }
    }
}

/// The texts of the pages that tests clean.
fn pages_of_the_tests() -> Vec<String> {
    let tests = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let folders = ["pages", "portals", "bylines"].into_iter().map(|folder| tests.join(folder));
    let files = folders.flat_map(|folder| std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{e}")));
    let pages = files
        .flatten()
        .map(|file| file.path())
        .filter(|path| matches!(path.extension().and_then(|e| e.to_str()), Some("html" | "txt" | "rs")));
    pages.map(|path| String::from_utf8_lossy(&std::fs::read(path).unwrap_or_default()).into_owned()).collect()
}

/// Of labels `tests/labels.rs` makes pages.
#[test]
fn every_row_of_a_phrase_list_is_on_a_page_of_the_tests_or_says_why_it_is_there() {
    let pages = pages_of_the_tests();
    let spelled: Vec<(Row, &str)> = LISTS
        .iter()
        .flat_map(|&(category, list)| {
            let before_reasons = list.split_once(REASON).map_or(list, |(before, _)| before);
            rows(before_reasons)
                .filter(|row| row.split('\t').count() == 2)
                .map(move |row| Row::of(category, row))
        })
        .flat_map(|row| row.spellings().into_iter().map(move |spelling| (row, spelling)))
        .collect();
    let parts: Vec<&str> = spelled.iter().flat_map(|(_, spelling)| spelling.split(GAP)).collect();
    let automaton = aho_corasick::AhoCorasick::new(&parts).unwrap_or_else(|e| panic!("{e}"));
    let found: HashSet<&str> = pages
        .iter()
        .flat_map(|page| automaton.find_overlapping_iter(page))
        .map(|found| parts[found.pattern().as_usize()])
        .collect();
    let covered: HashSet<(u8, &str)> = spelled
        .iter()
        .filter(|(_, spelling)| spelling.split(GAP).all(|part| found.contains(part)))
        .map(|(row, _)| (row.category as u8, row.phrase))
        .collect();
    let bare: HashSet<&str> = spelled
        .iter()
        .filter(|(row, _)| !covered.contains(&(row.category as u8, row.phrase)))
        .map(|(row, _)| row.phrase)
        .collect();
    assert!(
        bare.is_empty(),
        "no page of the tests has {bare:?}: add one, a line that uses it, or `{REASON}`"
    );
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
    let in_one_script = ["not_names", "organs", "people", "places", "sources", "verdict", "words"];
    let word_lists = WORD_LISTS.iter().filter(|(name, ..)| in_one_script.contains(name));
    let phrase_lists = LISTS.iter().map(|&(category, list)| (category.name(), list));
    for (name, list) in word_lists.map(|&(name, list, _)| (name, list)).chain(phrase_lists) {
        for row in rows(list) {
            let word = row.split('\t').next().unwrap_or_default();
            assert!(!word.contains(|c| traditional.contains(&c)), "{name}: {row}");
        }
    }
}

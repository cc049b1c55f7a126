//! The phrases of all lists, and where in a line those stand that may count there.

use super::frame::{Fit, Frame};
use super::phrases::{Found, Phrases};
use super::{Anchor, Category, phrase_rows};
use foldhash::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// Stands in a phrase for up to [`GAP_BYTES`] of any text: `下载…客户端`.
pub(super) const GAP: char = '\u{2026}';
/// 12 Chinese characters: the longest name that stands between 下载 and 客户端 on saved pages has 7.
pub(super) const GAP_BYTES: usize = 36;

/// What finding a pattern means.
#[derive(Debug, Clone, Copy)]
pub(super) enum Meaning {
    /// It is a phrase.
    Phrase(Category, Anchor),
    /// It is the first part of a phrase with a gap, which has this number.
    Opens(usize),
    /// It is the second part.
    Closes(usize, Category, Anchor),
}

/// All phrases. A phrase that stands in several lists is one pattern.
pub(super) struct Matcher {
    /// Those that count amid words.
    anywhere: Phrases,
    /// Those that count only where a line or a word of it begins.
    behind_marks: Phrases,
    /// For each pattern of `anywhere` and then of `behind_marks` what finding it means.
    meanings: Vec<Vec<Meaning>>,
    /// How many of `meanings` are of `anywhere`.
    anywhere_count: usize,
    pub(super) gapped: usize,
}

impl Matcher {
    /// The patterns in a line that may count there, in the order of their ends, of those with one end the
    /// longest first.
    pub(super) fn find(&self, line: &str, frame: &Frame<'_>) -> impl ExactSizeIterator<Item = Found> + use<> {
        let mut hits: Vec<Hit> = Vec::new();
        let mut add = |found: Found| {
            if self.meanings(&found).iter().any(|meaning| meaning.may_count(frame, &found.at)) {
                hits.extend(Hit::of(&found));
            }
        };
        self.anywhere.find(line, &mut add);
        for start in frame.word_starts() {
            self.behind_marks.find_at(line, start, |found| {
                add(Found { text: self.anywhere_count + found.text, ..found });
            });
        }
        hits.sort_unstable_by_key(|hit| (hit.end, hit.start));
        hits.into_iter().map(Hit::found)
    }

    pub(super) fn meanings(&self, found: &Found) -> &[Meaning] {
        &self.meanings[found.text]
    }
}

impl Meaning {
    /// True for a meaning that does not say no to this place by itself.
    fn may_count(&self, frame: &Frame<'_>, at: &Range<usize>) -> bool {
        match self {
            Self::Phrase(_, anchor) => frame.fits(*anchor, at) != Fit::No,
            Self::Opens(_) | Self::Closes(..) => true,
        }
    }

    fn counts_amid_words(&self) -> bool {
        !matches!(self, Self::Phrase(_, anchor) if anchor.is_start() || *anchor == Anchor::Whole)
    }
}

/// A place where a pattern stands, in half the memory: a long line may hold nothing but phrases.
#[derive(Clone, Copy)]
struct Hit {
    end: u32,
    start: u32,
    text: u32,
}

impl Hit {
    /// `None` beyond 4 GB.
    fn of(found: &Found) -> Option<Self> {
        let number = |n: usize| u32::try_from(n).ok();
        Some(Self { end: number(found.at.end)?, start: number(found.at.start)?, text: number(found.text)? })
    }

    fn found(self) -> Found {
        Found { text: self.text as usize, at: self.start as usize..self.end as usize }
    }
}

#[derive(Default)]
struct Patterns {
    texts: Vec<&'static str>,
    meanings: Vec<Vec<Meaning>>,
    index: HashMap<&'static str, usize>,
}

impl Patterns {
    fn add(&mut self, text: &'static str, meaning: Meaning) {
        let at = *self.index.entry(text).or_insert_with(|| {
            self.texts.push(text);
            self.meanings.push(Vec::new());
            self.texts.len() - 1
        });
        self.meanings[at].push(meaning);
    }
}

/// The one matcher.
pub(super) fn matcher() -> &'static Matcher {
    static MATCHER: LazyLock<Matcher> = LazyLock::new(build);
    &MATCHER
}

fn build() -> Matcher {
    let mut patterns = Patterns::default();
    let mut gapped = 0;
    for row in phrase_rows() {
        for phrase in row.spellings() {
            for anchor in row.anchors() {
                match phrase.split_once(GAP) {
                    Some((first, second)) => {
                        patterns.add(first, Meaning::Opens(gapped));
                        patterns.add(second, Meaning::Closes(gapped, row.category, anchor));
                        gapped += 1;
                    }
                    None => patterns.add(phrase, Meaning::Phrase(row.category, anchor)),
                }
            }
        }
    }
    let all = patterns.texts.into_iter().zip(patterns.meanings);
    let (anywhere, behind_marks): (Vec<_>, Vec<_>) =
        all.partition(|(_, meanings)| meanings.iter().any(Meaning::counts_amid_words));
    let anywhere_count = anywhere.len();
    let (anywhere, mut meanings): (Vec<_>, Vec<_>) = anywhere.into_iter().unzip();
    let (behind_marks, others): (Vec<_>, Vec<_>) = behind_marks.into_iter().unzip();
    meanings.extend(others);
    let (anywhere, behind_marks) = (Phrases::new(anywhere), Phrases::new(behind_marks));
    Matcher { anywhere, behind_marks, meanings, anywhere_count, gapped }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The same with every pattern looked for everywhere.
    fn naive(line: &str) -> Vec<Found> {
        let (matcher, frame) = (matcher(), Frame::of(line));
        let mut all = Vec::new();
        matcher.anywhere.find(line, |found| all.push(found));
        matcher.behind_marks.find(line, |found| {
            all.push(Found { text: matcher.anywhere_count + found.text, ..found });
        });
        all.retain(|found| {
            matcher.meanings(found).iter().any(|meaning| meaning.may_count(&frame, &found.at))
        });
        all.sort_by_key(|found| (found.at.end, found.at.start));
        all
    }

    proptest! {
        #[test]
        fn what_counts_is_found_where_it_may_stand(
            line in "(来源|责任编辑|打印|首页|新闻|下载|客户端|大|中|网|QQ|©|村|[ :：（）【】|\u{3000}]){0,12}"
        ) {
            prop_assert_eq!(matcher().find(&line, &Frame::of(&line)).collect::<Vec<_>>(), naive(&line));
        }
    }
}

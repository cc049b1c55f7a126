//! Scores of pages in, the figures of all of them out.

use super::page_score::{FIELDS, Names, Outcome, PageScore};
use std::fmt;

/// A page counts as good from here on, and as lost below the other.
const GOOD: f64 = 0.95;
const LOST: f64 = 0.5;

/// The figures of many pages.
#[derive(Clone, Debug)]
pub(crate) struct Figures {
    pub pages: usize,
    pub sites: usize,
    pub precision: f64,
    pub recall: f64,
    pub f1: f64,
    /// Share of the pages with F1 of 0.95 or more.
    pub good: f64,
    /// Share of the pages with F1 under 0.5.
    pub lost: f64,
    /// In the order of [`FIELDS`].
    pub fields: [Field; FIELDS.len()],
}

/// How often a field came out right.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field {
    pub name: &'static str,
    pub right: usize,
    /// Pages whose gold has the field.
    pub of: usize,
    /// Pages whose gold lacks it and where one was found.
    pub spurious: usize,
    /// Of people: F1 over names.
    pub names_f1: Option<f64>,
}

impl Field {
    /// Share of the pages whose gold has the field; `None` where there are none.
    pub(crate) fn exact(self) -> Option<f64> {
        (self.of > 0).then(|| self.right as f64 / self.of as f64)
    }
}

impl Figures {
    pub(crate) fn of(scores: &[PageScore]) -> Self {
        let mean = |figure: fn(&PageScore) -> f64| mean(scores.iter().map(figure));
        let mut sites: Vec<&str> = scores.iter().map(|score| score.site.as_str()).collect();
        sites.sort_unstable();
        sites.dedup();
        Self {
            pages: scores.len(),
            sites: sites.len(),
            precision: mean(|score| score.body.precision),
            recall: mean(|score| score.body.recall),
            f1: mean(|score| score.body.f1),
            good: mean(|score| f64::from(u8::from(score.body.f1 >= GOOD))),
            lost: mean(|score| f64::from(u8::from(score.body.f1 < LOST))),
            fields: std::array::from_fn(|at| field(scores, at)),
        }
    }

    /// The field of that name.
    pub(crate) fn field(&self, name: &str) -> Option<Field> {
        self.fields.iter().copied().find(|field| field.name == name)
    }

    /// Figures of the body on a line.
    pub(crate) fn body(&self) -> String {
        let Self { precision, recall, f1, good, lost, .. } = self;
        format!("{precision:>9.4} {recall:>9.4} {f1:>9.4} {good:>9.4} {lost:>9.4}")
    }
}

/// What the columns of [`Figures::body`] are.
pub(crate) const BODY_COLUMNS: &str = "precision    recall        F1   >= 0.95     < 0.5";

pub(crate) fn mean(figures: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = figures.len().max(1) as f64;
    figures.sum::<f64>() / count
}

fn field(scores: &[PageScore], at: usize) -> Field {
    let count = |outcome| scores.iter().filter(|score| score.fields[at] == outcome).count();
    let names = |of: fn(&PageScore) -> Names| scores.iter().map(of).fold(Names::default(), Names::and).f1();
    Field {
        name: FIELDS[at],
        right: count(Outcome::Right),
        of: count(Outcome::Right) + count(Outcome::Wrong),
        spurious: count(Outcome::Spurious),
        names_f1: match FIELDS[at] {
            "authors" => names(|score| score.authors),
            "editors" => names(|score| score.editors),
            _ => None,
        },
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} pages of {} sites", self.pages, self.sites)?;
        writeln!(f, "            {BODY_COLUMNS}")?;
        writeln!(f, "body        {}", self.body())?;
        writeln!(f, "            exact     right   of  spurious  names F1")?;
        for field in self.fields {
            let share = |share: Option<f64>| share.map_or("-".to_owned(), |share| format!("{share:.4}"));
            let Field { name, right, of, spurious, names_f1 } = field;
            let exact = share(field.exact());
            write!(f, "{name:<11} {exact:<9} {right:>5} {of:>4} {spurious:>9}")?;
            match names_f1 {
                None => writeln!(f)?,
                names_f1 => writeln!(f, "  {:>8}", share(names_f1))?,
            }
        }
        Ok(())
    }
}

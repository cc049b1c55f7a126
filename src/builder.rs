//! Settings in, a [`Cleaner`] out. Cleans nothing.

use crate::body::weights::Weights;
use crate::cleaner::Cleaner;
use jiff::civil::DateTime;

/// Settings of a [`Cleaner`] to be.
///
/// ```
/// let cleaner = zhengwen::Cleaner::builder().max_bytes(8 << 20).build();
/// assert!(cleaner.clean_bytes(b"", None).is_ok());
/// ```
#[derive(Debug, Clone)]
pub struct CleanerBuilder(pub(super) Cleaner);

/// Largest page that [`Cleaner::clean_bytes`] takes unless told otherwise, in bytes. The largest of
/// 179 saved news pages has 0.7 MB.
pub(super) const DEFAULT_MAX_BYTES: usize = 64 << 20;

impl CleanerBuilder {
    /// Weights for HTML pages in place of the shipped ones.
    ///
    /// ```
    /// use zhengwen::{Cleaner, Feature, Weights};
    ///
    /// let weights = Weights::html().with(Feature::LinkDensity, -2.0)?;
    /// let cleaner = Cleaner::builder().html_weights(weights).build();
    /// # Ok::<(), zhengwen::Error>(())
    /// ```
    #[must_use]
    pub fn html_weights(mut self, weights: Weights) -> Self {
        self.0.html_weights = weights;
        self
    }

    /// Rules for sites that are known: what their pages' elements are, ahead of the judgement.
    ///
    /// ```
    /// use zhengwen::{Cleaner, Rules};
    ///
    /// let rules: Rules = "[[rule]]\nhost = 'xincun.example'\ntitle = 'h2'".parse()?;
    /// let cleaner = Cleaner::builder().rules(rules).build();
    /// let page = "<h1>新村网</h1><h2>春耕开始</h2><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p>";
    /// let article = cleaner.page(page).url("https://xincun.example/1.html").clean()?;
    /// assert_eq!(article.title.as_deref(), Some("春耕开始"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[cfg(feature = "rules")]
    #[must_use]
    pub fn rules(mut self, rules: crate::Rules) -> Self {
        self.0.rules = rules;
        self
    }

    /// Weights for text dumps in place of the shipped ones.
    ///
    /// ```
    /// use zhengwen::{Cleaner, Weights};
    ///
    /// let cleaner = Cleaner::builder().dump_weights(Weights::dump()).build();
    /// assert!(cleaner.clean_text("").is_empty());
    /// ```
    #[must_use]
    pub fn dump_weights(mut self, weights: Weights) -> Self {
        self.0.dump_weights = weights;
        self
    }

    /// Largest page that [`Cleaner::clean_bytes`] takes, in bytes: 64 MiB unless set. No other method
    /// looks at it.
    ///
    /// ```
    /// use zhengwen::{Cleaner, Error};
    ///
    /// let cleaner = Cleaner::builder().max_bytes(4).build();
    /// assert_eq!(cleaner.clean_bytes(b"<p>12", None), Err(Error::TooLarge { bytes: 5, limit: 4 }));
    /// ```
    #[must_use]
    pub fn max_bytes(mut self, limit: usize) -> Self {
        self.0.max_bytes = limit;
        self
    }

    /// When the pages were fetched, in the time of the pages. With it 3小时前 and 昨天 10:20 are
    /// times, and later times than it are none of an article's.
    ///
    /// ```
    /// let fetched = jiff::civil::date(2024, 3, 5).at(12, 0, 0, 0);
    /// let cleaner = zhengwen::Cleaner::builder().fetched(fetched).build();
    /// let article = cleaner.clean("<h1>春耕开始</h1><p>昨天 10:20</p><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p>");
    /// assert_eq!(article.published.unwrap().to_string(), "2024-03-04T10:20:00+08:00");
    /// ```
    #[must_use]
    pub fn fetched(mut self, at: DateTime) -> Self {
        self.0.fetched = Some(at);
        self
    }

    /// The cleaner: what can be wrong with a setting is found as it is made, as by [`Weights::with`].
    ///
    /// ```
    /// let cleaner = zhengwen::Cleaner::builder().build();
    /// assert!(cleaner.clean("").is_empty());
    /// ```
    #[must_use]
    pub fn build(self) -> Cleaner {
        self.0
    }
}

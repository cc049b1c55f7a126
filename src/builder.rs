//! Settings in, a [`Cleaner`] out. Cleans nothing.

use crate::body::weights::Weights;
use crate::cleaner::Cleaner;
use crate::error::Error;

/// Settings of a [`Cleaner`] to be.
#[derive(Debug, Clone)]
pub struct CleanerBuilder(pub(super) Cleaner);

/// Largest page that [`Cleaner::clean_bytes`] takes unless told otherwise, in bytes. The largest of
/// 179 saved news pages has 0.7 MB.
pub(super) const DEFAULT_MAX_BYTES: usize = 64 << 20;

impl CleanerBuilder {
    /// Weights for HTML pages in place of the shipped ones.
    #[must_use]
    pub fn html_weights(mut self, weights: Weights) -> Self {
        self.0.html_weights = weights;
        self
    }

    /// Weights for text dumps in place of the shipped ones.
    #[must_use]
    pub fn dump_weights(mut self, weights: Weights) -> Self {
        self.0.dump_weights = weights;
        self
    }

    /// Largest page that [`Cleaner::clean_bytes`] takes, in bytes.
    #[must_use]
    pub fn max_bytes(mut self, limit: usize) -> Self {
        self.0.max_bytes = limit;
        self
    }

    /// When the pages were fetched, in the time of the pages. With it 3小时前 and 昨天 10:20 are
    /// times, and later times than it are none of an article's.
    #[must_use]
    pub fn fetched(mut self, at: jiff::civil::DateTime) -> Self {
        self.0.fetched = Some(at);
        self
    }

    /// The cleaner.
    ///
    /// # Errors
    /// None yet: weights are checked as they are set, by [`Weights::with`].
    pub fn build(self) -> Result<Cleaner, Error> {
        Ok(self.0)
    }
}

//! The one table of numbers that scoring uses.

use super::features::Feature;
use crate::error::Error;
use crate::page::Form;

/// What each feature is worth, as the weights of a logistic regression: a block's score is
/// `1 / (1 + exp(-Σ weight × feature))`.
///
/// The shipped tables come from the `calibrate` example; a caller with a gold set of its own can
/// calibrate again and pass the result to
/// [`CleanerBuilder::html_weights`](crate::CleanerBuilder::html_weights).
#[derive(Debug, Clone, PartialEq)]
pub struct Weights([f64; Feature::ALL.len()]);

impl Weights {
    /// The shipped weights for HTML.
    #[must_use]
    pub fn html() -> Self {
        Self::column(|row| row.1)
    }

    /// The shipped weights for text dumps.
    #[must_use]
    pub fn dump() -> Self {
        Self::column(|row| row.2)
    }

    pub(crate) fn of(form: Form) -> Self {
        match form {
            Form::Html => Self::html(),
            Form::Dump => Self::dump(),
        }
    }

    fn column(pick: fn(&(Feature, f64, f64)) -> f64) -> Self {
        let mut weights = Self([0.0; Feature::ALL.len()]);
        for row in TABLE {
            weights.0[row.0 as usize] = pick(row);
        }
        weights
    }

    /// The weight of `feature`.
    #[must_use]
    pub fn get(&self, feature: Feature) -> f64 {
        self.0[feature as usize]
    }

    /// These weights with that of `feature` replaced.
    ///
    /// # Errors
    /// [`Error::BadWeight`] where `value` is not finite.
    pub fn with(mut self, feature: Feature, value: f64) -> Result<Self, Error> {
        if !value.is_finite() {
            return Err(Error::BadWeight { feature: feature.name(), value });
        }
        self.0[feature as usize] = value;
        Ok(self)
    }
}

/// Feature, weight in HTML, weight in dumps.
#[rustfmt::skip]
const TABLE: &[(Feature, f64, f64)] = &[
    (Feature::Bias, -3.0, -3.0),
    (Feature::Length, 3.0, 3.0),
    (Feature::EndsSentence, 2.0, 2.0),
    (Feature::InnerMarks, 1.5, 1.5),
    (Feature::LinkDensity, -5.0, -5.0),
    (Feature::PhraseCover, -3.0, -3.0),
    (Feature::NearSentence, 2.0, 2.0),
];

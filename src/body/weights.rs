//! The one table of numbers that scoring uses.

use super::feature::Feature;
use crate::error::Error;

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

    /// No feature is worth anything: where a calibration starts.
    #[must_use]
    pub fn zero() -> Self {
        Self([0.0; Feature::ALL.len()])
    }

    fn column(pick: fn(&(Feature, f64, f64)) -> f64) -> Self {
        let mut weights = Self([0.0; Feature::ALL.len()]);
        for row in TABLE {
            weights.0[row.0 as usize] = pick(row);
        }
        weights
    }

    /// The weight of `feature`: log-odds that the feature at 1.0 adds to a block's score.
    ///
    /// ```
    /// use zhengwen::{Feature, Weights};
    ///
    /// assert!(Weights::html().get(Feature::EndsSentence) > 0.0);
    /// assert!(Weights::html().get(Feature::LinkDensity) < 0.0);
    /// ```
    #[must_use]
    pub fn get(&self, feature: Feature) -> f64 {
        self.0[feature as usize]
    }

    /// These weights with that of `feature` replaced, by any finite number; the shipped ones lie
    /// between -7 and 3.
    ///
    /// ```
    /// use zhengwen::{Feature, Weights};
    ///
    /// let weights = Weights::html().with(Feature::LinkDensity, -2.0)?;
    /// assert_eq!(weights.get(Feature::LinkDensity), -2.0);
    /// assert!(weights.with(Feature::Bias, f64::NAN).is_err());
    /// # Ok::<(), zhengwen::Error>(())
    /// ```
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
#[allow(clippy::approx_constant, reason = "a fitted weight may come near a constant")]
const TABLE: &[(Feature, f64, f64)] = &[
    (Feature::Bias, -6.90, -2.76),
    (Feature::Length, 1.18, 1.87),
    (Feature::LogLength, 0.86, -1.56),
    (Feature::EndsSentence, 1.81, 2.15),
    (Feature::InnerMarks, 1.25, 2.57),
    (Feature::PunctuationDensity, -0.68, -0.74),
    (Feature::LinkDensity, -1.19, 0.00),
    (Feature::LinkedLine, -1.60, 0.00),
    (Feature::HanRatio, 1.21, 1.78),
    (Feature::Menu, -0.36, -1.08),
    (Feature::PhraseCover, -1.90, -3.34),
    (Feature::PhraseLong, -1.28, -0.61),
    (Feature::TimeLine, -1.75, -1.83),
    (Feature::DisclaimerLine, -2.19, -1.92),
    (Feature::FooterLine, -0.26, -0.89),
    (Feature::AppLine, -1.25, -1.29),
    (Feature::InLandmark, -1.81, 0.00),
    (Feature::InForm, -0.00, 0.00),
    (Feature::HintContent, 0.62, 0.00),
    (Feature::HintChrome, -1.33, 0.00),
    (Feature::IsHeading, 0.06, 0.00),
    (Feature::IsParagraph, 1.94, 0.00),
    (Feature::Bold, 0.62, 0.00),
    (Feature::Indented, 0.78, 1.24),
    (Feature::IsTitle, -1.60, -2.15),
    (Feature::AfterTitle, 1.88, 0.52),
    (Feature::AfterTail, -1.84, -4.42),
    (Feature::Repeated, -0.27, -1.21),
    (Feature::AfterImage, -0.45, 0.00),
    (Feature::SentencesBefore, 0.71, 1.49),
    (Feature::SentencesAfter, 0.33, 0.60),
    (Feature::NearSentence, 2.07, 2.56),
    (Feature::NearLinks, -1.60, 0.00),
    (Feature::NearMenus, -0.62, -1.85),
    (Feature::ContainerShare, 2.81, 0.00),
];

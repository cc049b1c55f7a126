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
    (Feature::Bias, -4.44, -3.46),
    (Feature::Length, 1.11, 1.91),
    (Feature::LogLength, 2.11, -0.72),
    (Feature::EndsSentence, 0.89, 1.95),
    (Feature::InnerMarks, 2.12, 2.72),
    (Feature::PunctuationDensity, -0.97, -0.81),
    (Feature::LinkDensity, -3.51, 0.00),
    (Feature::LinkedLine, -2.02, 0.00),
    (Feature::HanRatio, 2.61, 1.13),
    (Feature::Menu, -0.33, -1.39),
    (Feature::PhraseCover, -3.73, -4.05),
    (Feature::PhraseLong, -2.16, -0.82),
    (Feature::TimeLine, -2.67, -2.41),
    (Feature::DisclaimerLine, -2.86, -2.77),
    (Feature::FooterLine, -2.73, -0.71),
    (Feature::AppLine, -0.38, 0.09),
    (Feature::InLandmark, -2.48, 0.00),
    (Feature::InForm, -0.08, 0.00),
    (Feature::HintContent, 1.12, 0.00),
    (Feature::HintChrome, -2.67, 0.00),
    (Feature::IsHeading, -0.86, 0.00),
    (Feature::IsParagraph, 1.14, 0.00),
    (Feature::Bold, 0.49, 0.00),
    (Feature::Indented, 2.36, 2.45),
    (Feature::IsTitle, -3.08, -2.21),
    (Feature::AfterTitle, 1.86, 1.32),
    (Feature::AfterTail, -1.99, -4.13),
    (Feature::Repeated, -1.73, -2.44),
    (Feature::AfterImage, -1.02, 0.00),
    (Feature::SentencesBefore, 0.40, 1.04),
    (Feature::SentencesAfter, -0.20, 0.62),
    (Feature::NearSentence, -0.31, 2.24),
    (Feature::NearLinks, -2.78, 0.00),
    (Feature::NearMenus, -2.49, -1.67),
    (Feature::ContainerShare, 1.11, 0.00),
];

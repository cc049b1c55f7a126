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
#[allow(clippy::approx_constant, reason = "a fitted weight may come near a constant")]
const TABLE: &[(Feature, f64, f64)] = &[
    (Feature::Bias, -7.06, -2.85),
    (Feature::Length, 1.29, 2.04),
    (Feature::LogLength, 0.89, -1.38),
    (Feature::EndsSentence, 1.80, 2.07),
    (Feature::InnerMarks, 1.27, 2.63),
    (Feature::PunctuationDensity, -0.71, -0.62),
    (Feature::LinkDensity, -1.23, 0.00),
    (Feature::LinkedLine, -1.68, 0.00),
    (Feature::HanRatio, 1.24, 1.73),
    (Feature::Menu, -0.40, -1.08),
    (Feature::PhraseCover, -1.88, -3.14),
    (Feature::PhraseLong, -1.35, -0.77),
    (Feature::TimeLine, -1.71, -1.85),
    (Feature::DisclaimerLine, -2.18, -1.96),
    (Feature::FooterLine, -0.29, -0.89),
    (Feature::AppLine, -1.26, -1.24),
    (Feature::InLandmark, -1.81, 0.00),
    (Feature::InForm, -0.00, 0.00),
    (Feature::HintContent, 0.70, 0.00),
    (Feature::HintChrome, -0.85, 0.00),
    (Feature::IsHeading, 0.08, 0.00),
    (Feature::IsParagraph, 1.99, 0.00),
    (Feature::Bold, 0.64, 0.00),
    (Feature::Indented, 0.70, 1.43),
    (Feature::IsTitle, -1.61, -2.15),
    (Feature::AfterTitle, 1.88, 0.44),
    (Feature::AfterTail, -1.90, -4.34),
    (Feature::Repeated, -0.35, -1.26),
    (Feature::AfterImage, -0.47, 0.00),
    (Feature::SentencesBefore, 0.70, 1.40),
    (Feature::SentencesAfter, 0.37, 0.58),
    (Feature::NearSentence, 2.07, 2.60),
    (Feature::NearLinks, -1.48, 0.00),
    (Feature::NearMenus, -0.60, -1.93),
    (Feature::ContainerShare, 2.89, 0.00),
];

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
const TABLE: &[(Feature, f64, f64)] = &[
    (Feature::Bias, -6.91, -2.85),
    (Feature::Length, 1.34, 2.04),
    (Feature::LogLength, 0.87, -1.33),
    (Feature::EndsSentence, 1.80, 2.16),
    (Feature::InnerMarks, 1.17, 2.67),
    (Feature::PunctuationDensity, -0.72, -0.75),
    (Feature::LinkDensity, -1.25, 0.00),
    (Feature::LinkedLine, -1.71, 0.00),
    (Feature::HanRatio, 1.24, 1.71),
    (Feature::Menu, -0.38, -1.15),
    (Feature::PhraseCover, -1.83, -2.93),
    (Feature::PhraseLong, -1.30, -0.78),
    (Feature::TimeLine, -1.63, -1.68),
    (Feature::DisclaimerLine, -2.12, -1.95),
    (Feature::FooterLine, -0.26, -0.85),
    (Feature::AppLine, -1.24, -1.26),
    (Feature::InLandmark, -1.66, 0.00),
    (Feature::InForm, -0.00, 0.00),
    (Feature::HintContent, 0.70, 0.00),
    (Feature::HintChrome, -0.76, 0.00),
    (Feature::IsHeading, 0.16, 0.00),
    (Feature::IsParagraph, 1.91, 0.00),
    (Feature::Bold, 0.57, 0.00),
    (Feature::Indented, 0.80, 1.46),
    (Feature::IsTitle, -1.62, -2.13),
    (Feature::AfterTitle, 1.84, 0.40),
    (Feature::AfterTail, -2.25, -4.34),
    (Feature::Repeated, -0.32, -1.24),
    (Feature::AfterImage, -0.44, 0.00),
    (Feature::SentencesBefore, 0.69, 1.44),
    (Feature::SentencesAfter, 0.29, 0.54),
    (Feature::NearSentence, 2.02, 2.59),
    (Feature::NearLinks, -1.47, 0.00),
    (Feature::NearMenus, -0.54, -1.93),
    (Feature::ContainerShare, 2.84, 0.00),
];

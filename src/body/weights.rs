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
    (Feature::Bias, -7.11, -2.82),
    (Feature::Length, 1.30, 2.03),
    (Feature::LogLength, 0.90, -1.33),
    (Feature::EndsSentence, 1.81, 2.13),
    (Feature::InnerMarks, 1.28, 2.69),
    (Feature::PunctuationDensity, -0.75, -0.74),
    (Feature::LinkDensity, -1.23, 0.00),
    (Feature::LinkedLine, -1.68, 0.00),
    (Feature::HanRatio, 1.23, 1.68),
    (Feature::Menu, -0.40, -1.15),
    (Feature::PhraseCover, -1.82, -2.93),
    (Feature::PhraseLong, -1.35, -0.78),
    (Feature::TimeLine, -1.71, -1.80),
    (Feature::DisclaimerLine, -2.18, -1.95),
    (Feature::FooterLine, -0.30, -0.85),
    (Feature::AppLine, -1.26, -1.26),
    (Feature::InLandmark, -1.80, 0.00),
    (Feature::InForm, -0.00, 0.00),
    (Feature::HintContent, 0.73, 0.00),
    (Feature::HintChrome, -0.85, 0.00),
    (Feature::IsHeading, 0.10, 0.00),
    (Feature::IsParagraph, 2.00, 0.00),
    (Feature::Bold, 0.65, 0.00),
    (Feature::Indented, 0.69, 1.45),
    (Feature::IsTitle, -1.60, -2.12),
    (Feature::AfterTitle, 1.88, 0.41),
    (Feature::AfterTail, -1.89, -4.33),
    (Feature::Repeated, -0.36, -1.24),
    (Feature::AfterImage, -0.48, 0.00),
    (Feature::SentencesBefore, 0.70, 1.43),
    (Feature::SentencesAfter, 0.36, 0.54),
    (Feature::NearSentence, 2.08, 2.58),
    (Feature::NearLinks, -1.48, 0.00),
    (Feature::NearMenus, -0.59, -1.93),
    (Feature::ContainerShare, 2.93, 0.00),
];

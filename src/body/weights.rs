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
    (Feature::Bias, -6.90, -2.75),
    (Feature::Length, 1.22, 1.99),
    (Feature::LogLength, 0.87, -1.53),
    (Feature::EndsSentence, 1.82, 2.04),
    (Feature::InnerMarks, 1.27, 2.62),
    (Feature::PunctuationDensity, -0.69, -0.66),
    (Feature::LinkDensity, -1.20, 0.00),
    (Feature::LinkedLine, -1.60, 0.00),
    (Feature::HanRatio, 1.22, 1.74),
    (Feature::Menu, -0.40, -1.11),
    (Feature::PhraseCover, -1.91, -3.34),
    (Feature::PhraseLong, -1.15, -0.65),
    (Feature::TimeLine, -1.73, -1.86),
    (Feature::DisclaimerLine, -2.23, -1.97),
    (Feature::FooterLine, -0.30, -0.92),
    (Feature::AppLine, -1.27, -1.31),
    (Feature::InLandmark, -1.83, 0.00),
    (Feature::InForm, -0.00, 0.00),
    (Feature::HintContent, 0.64, 0.00),
    (Feature::HintChrome, -1.38, 0.00),
    (Feature::IsHeading, 0.06, 0.00),
    (Feature::IsParagraph, 1.97, 0.00),
    (Feature::Bold, 0.64, 0.00),
    (Feature::Indented, 0.80, 1.44),
    (Feature::IsTitle, -1.61, -2.13),
    (Feature::AfterTitle, 1.86, 0.50),
    (Feature::AfterTail, -1.83, -4.39),
    (Feature::Repeated, -0.27, -1.22),
    (Feature::AfterImage, -0.46, 0.00),
    (Feature::SentencesBefore, 0.70, 1.46),
    (Feature::SentencesAfter, 0.31, 0.55),
    (Feature::NearSentence, 2.05, 2.60),
    (Feature::NearLinks, -1.52, 0.00),
    (Feature::NearMenus, -0.61, -1.82),
    (Feature::ContainerShare, 2.77, 0.00),
];

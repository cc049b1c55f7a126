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
    (Feature::Bias, -5.34, -5.03),
    (Feature::Length, 1.04, 1.66),
    (Feature::LogLength, 0.99, 1.13),
    (Feature::EndsSentence, 1.18, 1.83),
    (Feature::InnerMarks, 1.14, 1.97),
    (Feature::PunctuationDensity, -0.47, -0.36),
    (Feature::LinkDensity, -1.78, 0.00),
    (Feature::LinkedLine, -1.66, 0.00),
    (Feature::HanRatio, 1.19, 0.89),
    (Feature::Menu, -0.38, -0.90),
    (Feature::PhraseCover, -1.89, -2.36),
    (Feature::PhraseLong, -0.94, -0.86),
    (Feature::TimeLine, -1.94, -1.86),
    (Feature::DisclaimerLine, -1.84, -1.76),
    (Feature::FooterLine, -0.37, -0.54),
    (Feature::AppLine, -0.11, -0.07),
    (Feature::InLandmark, -1.49, 0.00),
    (Feature::InForm, -0.03, 0.00),
    (Feature::HintContent, 0.74, 0.00),
    (Feature::HintChrome, -2.05, 0.00),
    (Feature::IsHeading, -0.39, 0.00),
    (Feature::IsParagraph, 1.53, 0.00),
    (Feature::Bold, 0.15, 0.00),
    (Feature::Indented, 1.25, 1.95),
    (Feature::IsTitle, -1.51, -1.21),
    (Feature::AfterTitle, 1.98, 1.84),
    (Feature::AfterTail, -1.71, -3.72),
    (Feature::Repeated, -1.08, -1.59),
    (Feature::AfterImage, -0.71, 0.00),
    (Feature::SentencesBefore, 0.49, 1.13),
    (Feature::SentencesAfter, 0.02, 0.83),
    (Feature::NearSentence, 1.40, 2.03),
    (Feature::NearLinks, -1.69, 0.00),
    (Feature::NearMenus, -0.83, -1.46),
    (Feature::ContainerShare, 2.12, 0.00),
    (Feature::PlaceBias, -4.52, 3.18),
    (Feature::FirstPass, 4.15, 2.70),
    (Feature::LabelCover, -2.25, -2.26),
    (Feature::LabelEnd, -1.24, -2.33),
    (Feature::SamePath, 2.04, 0.00),
    (Feature::NearHome, 2.00, 0.00),
    (Feature::SharedWording, 4.34, 0.12),
    (Feature::UnlinkedAtHome, 2.67, 0.00),
    (Feature::FirstPassAtHome, 0.14, 0.00),
    (Feature::ItemAtHome, 4.21, 0.00),
    (Feature::TableCell, 3.30, 0.00),
    (Feature::UnitMean, -3.70, 0.00),
    (Feature::LeadSentence, 0.81, 0.00),
    (Feature::AfterHome, -2.99, 0.00),
    (Feature::FarAfterHome, -2.65, 0.00),
    (Feature::Again, -3.35, -2.72),
    (Feature::OtherArticle, -5.46, 0.00),
    (Feature::OtherArticleAtHome, -5.42, 0.00),
    (Feature::WalkTaken, 0.00, -1.95),
    (Feature::WalkBetween, 0.00, -2.10),
    (Feature::PartBias, -0.12, 0.28),
    (Feature::PartWording, 2.28, 0.58),
    (Feature::PartHeadline, 1.10, 2.34),
    (Feature::PartSentences, 0.29, 1.33),
    (Feature::PartScore, 0.84, 1.10),
    (Feature::PartGap, -1.30, -0.97),
    (Feature::PartHeadlines, -0.71, -0.86),
    (Feature::PartAbove, -0.43, -2.08),
    (Feature::PartNext, 0.00, 0.56),
    (Feature::PartLast, 0.00, -0.72),
];

//! The one table of numbers that scoring uses.

use super::feature::Feature;
use crate::error::Error;

/// What each feature is worth, as the weights of three logistic regressions: the score of a block by itself,
/// `1 / (1 + exp(-Σ weight × feature))` over [`Feature::first_pass`]; whether a part of the page goes on the
/// article, over [`Feature::part`]; and whether a block is body for where it stands, over [`Feature::place`].
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

    /// The weight of `feature`: log-odds that the feature at 1.0 adds in its regression.
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
    /// between -10 and 10.
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
    (Feature::Bias, -5.31, -5.14),
    (Feature::Length, 1.04, 1.67),
    (Feature::LogLength, 0.99, 1.12),
    (Feature::EndsSentence, 1.18, 1.82),
    (Feature::InnerMarks, 1.13, 1.91),
    (Feature::PunctuationDensity, -0.45, -0.28),
    (Feature::LinkDensity, -1.77, 0.00),
    (Feature::LinkedLine, -1.67, 0.00),
    (Feature::HanRatio, 1.16, 0.89),
    (Feature::Menu, -0.35, -0.87),
    (Feature::PhraseCover, -1.90, -2.39),
    (Feature::PhraseLong, -0.94, -0.86),
    (Feature::TimeLine, -1.97, -1.89),
    (Feature::DisclaimerLine, -1.87, -1.78),
    (Feature::FooterLine, -0.37, -0.55),
    (Feature::AppLine, -0.12, -0.10),
    (Feature::InLandmark, -1.49, 0.00),
    (Feature::InForm, -0.03, 0.00),
    (Feature::HintContent, 0.73, 0.00),
    (Feature::HintChrome, -2.05, 0.00),
    (Feature::IsHeading, -0.40, 0.00),
    (Feature::IsParagraph, 1.52, 0.00),
    (Feature::Bold, 0.17, 0.00),
    (Feature::Indented, 1.25, 1.95),
    (Feature::IsTitle, -1.52, -1.18),
    (Feature::AfterTitle, 1.99, 2.01),
    (Feature::AfterTail, -1.72, -3.77),
    (Feature::Repeated, -1.08, -1.60),
    (Feature::AfterImage, -0.71, 0.00),
    (Feature::SentencesBefore, 0.49, 1.18),
    (Feature::SentencesAfter, 0.01, 0.80),
    (Feature::NearSentence, 1.40, 1.95),
    (Feature::NearLinks, -1.67, 0.00),
    (Feature::NearMenus, -0.83, -1.49),
    (Feature::ContainerShare, 2.11, 0.00),
    (Feature::PlaceBias, -4.62, 3.28),
    (Feature::FirstPass, 4.21, 2.75),
    (Feature::LabelCover, -2.14, -2.22),
    (Feature::LabelEnd, -1.26, -2.32),
    (Feature::SamePath, 2.14, 0.00),
    (Feature::NearHome, 1.96, 0.00),
    (Feature::SharedWording, 4.53, 0.27),
    (Feature::UnlinkedAtHome, 2.57, 0.00),
    (Feature::FirstPassAtHome, 0.11, 0.00),
    (Feature::ItemAtHome, 4.97, 0.00),
    (Feature::TableCell, 3.55, 0.00),
    (Feature::UnitMean, -3.66, 0.00),
    (Feature::LeadSentence, 0.88, 0.00),
    (Feature::AfterHome, -2.95, 0.00),
    (Feature::FarAfterHome, -2.60, 0.00),
    (Feature::Again, -3.26, -2.59),
    (Feature::OtherArticle, -5.38, 0.00),
    (Feature::OtherArticleAtHome, -5.34, 0.00),
    (Feature::WalkTaken, 0.00, -2.12),
    (Feature::WalkBetween, 0.00, -2.81),
    (Feature::PartBias, -0.23, 0.21),
    (Feature::PartWording, 2.29, 0.51),
    (Feature::PartHeadline, 1.11, 2.31),
    (Feature::PartSentences, 0.28, 1.30),
    (Feature::PartScore, 0.86, 1.17),
    (Feature::PartGap, -1.32, -0.95),
    (Feature::PartHeadlines, -0.73, -0.92),
    (Feature::PartAbove, -0.46, -2.10),
    (Feature::PartNext, 0.00, 0.62),
    (Feature::PartLast, 0.00, -0.79),
];

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
    (Feature::Bias, -5.16, -5.25),
    (Feature::Length, 0.99, 1.67),
    (Feature::LogLength, 0.97, 1.15),
    (Feature::EndsSentence, 1.19, 1.87),
    (Feature::InnerMarks, 1.12, 1.90),
    (Feature::PunctuationDensity, -0.46, -0.27),
    (Feature::LinkDensity, -1.78, 0.00),
    (Feature::LinkedLine, -1.67, 0.00),
    (Feature::HanRatio, 1.13, 0.91),
    (Feature::Menu, -0.34, -0.86),
    (Feature::PhraseCover, -1.89, -2.43),
    (Feature::PhraseLong, -0.95, -0.89),
    (Feature::TimeLine, -1.99, -1.91),
    (Feature::DisclaimerLine, -1.82, -1.76),
    (Feature::FooterLine, -0.37, -0.55),
    (Feature::InLandmark, -1.47, 0.00),
    (Feature::HintContent, 0.74, 0.00),
    (Feature::HintChrome, -2.03, 0.00),
    (Feature::IsHeading, -0.47, 0.00),
    (Feature::IsParagraph, 1.48, 0.00),
    (Feature::Bold, 0.15, 0.00),
    (Feature::Indented, 1.27, 2.02),
    (Feature::IsTitle, -1.46, -1.22),
    (Feature::AfterTitle, 1.97, 2.05),
    (Feature::AfterTail, -1.73, -3.97),
    (Feature::Repeated, -1.09, -1.62),
    (Feature::AfterImage, -0.69, 0.00),
    (Feature::SentencesBefore, 0.49, 1.25),
    (Feature::SentencesAfter, 0.01, 0.86),
    (Feature::NearSentence, 1.37, 1.96),
    (Feature::NearLinks, -1.77, 0.00),
    (Feature::NearMenus, -0.93, -1.47),
    (Feature::ContainerShare, 2.12, 0.00),
    (Feature::PlaceBias, -6.89, 5.28),
    (Feature::FirstPass, 4.42, 3.24),
    (Feature::LabelCover, -2.49, -2.00),
    (Feature::LabelEnd, -1.19, -1.86),
    (Feature::SamePath, 2.50, 0.00),
    (Feature::NearHome, 3.44, 0.00),
    (Feature::SharedWording, 4.98, 1.99),
    (Feature::UnlinkedAtHome, 3.00, 0.00),
    (Feature::ItemAtHome, 5.50, 0.00),
    (Feature::TableCell, 3.34, 0.00),
    (Feature::UnitMean, -3.39, 0.00),
    (Feature::Announced, 3.50, 0.51),
    (Feature::LeadSentence, 1.29, 0.00),
    (Feature::AfterHome, -2.49, 0.00),
    (Feature::FarAfterHome, -2.40, 0.00),
    (Feature::Again, -3.29, -2.43),
    (Feature::OtherArticle, -5.34, 0.00),
    (Feature::WalkTaken, 0.00, -4.28),
    (Feature::WalkBetween, 0.00, -5.24),
    (Feature::WalkClosed, 0.00, -5.27),
    (Feature::PartBias, -0.66, -0.76),
    (Feature::PartWording, 2.20, 1.17),
    (Feature::PartHeadline, 1.07, 1.91),
    (Feature::PartSentences, 0.24, 1.30),
    (Feature::PartScore, 0.71, 2.25),
    (Feature::PartOpen, 0.71, 1.09),
    (Feature::PartGap, -0.98, -1.78),
    (Feature::PartHeadlines, -0.58, -0.22),
    (Feature::PartAbove, -0.47, -1.94),
    (Feature::PartNext, 0.00, 1.21),
    (Feature::PartClosed, -0.69, -1.29),
    (Feature::PartOther, 0.00, -0.92),
    (Feature::PartLast, 0.00, -1.42),
    (Feature::BodyBias, 1.47, 0.24),
    (Feature::BodyScore, 2.08, 2.73),
    (Feature::BodyLength, -0.11, -0.75),
    (Feature::BodyDoubt, -0.84, -0.01),
    (Feature::BodyLeftOut, -0.16, -0.47),
    (Feature::BodyHeadline, 0.73, 0.43),
];

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
    /// let weights = Weights::html().with(Feature::LinkDensity, -1.77, 0.00)?;
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
    (Feature::Bias, -5.26, -5.24),
    (Feature::Length, 1.04, 1.67),
    (Feature::LogLength, 0.99, 1.14),
    (Feature::EndsSentence, 1.19, 1.87),
    (Feature::InnerMarks, 1.14, 1.90),
    (Feature::PunctuationDensity, -0.46, -0.27),
    (Feature::LinkDensity, -1.77, 0.00),
    (Feature::LinkedLine, -1.67, 0.00),
    (Feature::HanRatio, 1.15, 0.91),
    (Feature::Menu, -0.35, -0.87),
    (Feature::PhraseCover, -1.89, -2.43),
    (Feature::PhraseLong, -0.94, -0.89),
    (Feature::TimeLine, -1.97, -1.91),
    (Feature::DisclaimerLine, -1.86, -1.76),
    (Feature::FooterLine, -0.37, -0.54),
    (Feature::InLandmark, -1.48, 0.00),
    (Feature::HintContent, 0.74, 0.00),
    (Feature::HintChrome, -2.04, 0.00),
    (Feature::IsHeading, -0.45, 0.00),
    (Feature::IsParagraph, 1.52, 0.00),
    (Feature::Bold, 0.16, 0.00),
    (Feature::Indented, 1.27, 2.02),
    (Feature::IsTitle, -1.50, -1.22),
    (Feature::AfterTitle, 1.98, 2.05),
    (Feature::AfterTail, -1.77, -3.97),
    (Feature::Repeated, -1.08, -1.62),
    (Feature::AfterImage, -0.71, 0.00),
    (Feature::SentencesBefore, 0.49, 1.25),
    (Feature::SentencesAfter, 0.02, 0.86),
    (Feature::NearSentence, 1.38, 1.96),
    (Feature::NearLinks, -1.69, 0.00),
    (Feature::NearMenus, -0.85, -1.47),
    (Feature::ContainerShare, 2.08, 0.00),
    (Feature::PlaceBias, -6.04, 5.24),
    (Feature::FirstPass, 5.52, 3.23),
    (Feature::LabelCover, -2.50, -1.98),
    (Feature::LabelEnd, -1.21, -1.87),
    (Feature::SamePath, 2.70, 0.00),
    (Feature::NearHome, 2.58, 0.00),
    (Feature::SharedWording, 4.75, 1.85),
    (Feature::UnlinkedAtHome, 2.82, 0.00),
    (Feature::ItemAtHome, 5.47, 0.00),
    (Feature::TableCell, 3.45, 0.00),
    (Feature::UnitMean, -3.62, 0.00),
    (Feature::Announced, 3.38, 0.52),
    (Feature::LeadSentence, 1.23, 0.00),
    (Feature::AfterHome, -3.11, 0.00),
    (Feature::FarAfterHome, -2.92, 0.00),
    (Feature::Again, -3.27, -2.41),
    (Feature::OtherArticle, -5.29, 0.00),
    (Feature::OtherArticleAtHome, -5.26, 0.00),
    (Feature::WalkTaken, 0.00, -4.27),
    (Feature::WalkBetween, 0.00, -5.19),
    (Feature::WalkClosed, 0.00, -5.27),
    (Feature::PartBias, -0.37, -0.65),
    (Feature::PartWording, 2.22, 1.11),
    (Feature::PartHeadline, 1.09, 1.95),
    (Feature::PartSentences, 0.26, 1.25),
    (Feature::PartScore, 0.73, 2.07),
    (Feature::PartOpen, 0.33, 1.08),
    (Feature::PartGap, -1.03, -1.69),
    (Feature::PartHeadlines, -0.61, -0.28),
    (Feature::PartAbove, -0.45, -1.94),
    (Feature::PartNext, 0.00, 1.12),
    (Feature::PartClosed, -0.77, -1.38),
    (Feature::PartOther, 0.00, -0.90),
    (Feature::PartLast, 0.00, -1.45),
    (Feature::BodyBias, 1.41, 0.69),
    (Feature::BodyScore, 2.14, 2.63),
    (Feature::BodyLength, -0.12, -0.86),
    (Feature::BodyDoubt, -0.80, -0.27),
    (Feature::BodyLeftOut, -0.11, -0.87),
    (Feature::BodyHeadline, 0.72, 0.29),
];

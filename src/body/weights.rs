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
///
/// ```
/// use zhengwen::{Cleaner, Feature, Weights};
///
/// let weights = Weights::html().with(Feature::LinkDensity, -2.0)?;
/// let cleaner = Cleaner::builder().html_weights(weights).build();
/// # Ok::<(), zhengwen::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Weights([f64; Feature::ALL.len()]);

impl Weights {
    /// The shipped weights for HTML.
    ///
    /// ```
    /// use zhengwen::{Feature, Weights};
    ///
    /// assert!(Weights::html().get(Feature::NearHome) > 0.0);
    /// ```
    #[must_use]
    pub fn html() -> Self {
        Self::column(|row| row.1)
    }

    /// The shipped weights for text dumps, which have no elements.
    ///
    /// ```
    /// use zhengwen::{Feature, Weights};
    ///
    /// assert_eq!(Weights::dump().get(Feature::NearHome), 0.0);
    /// ```
    #[must_use]
    pub fn dump() -> Self {
        Self::column(|row| row.2)
    }

    /// No feature is worth anything: where a calibration starts.
    ///
    /// ```
    /// use zhengwen::{Feature, Weights};
    ///
    /// assert!(Feature::ALL.iter().all(|&feature| Weights::zero().get(feature) == 0.0));
    /// ```
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
            return Err(Error::BadWeight { feature: feature.as_str(), value });
        }
        self.0[feature as usize] = value;
        Ok(self)
    }
}

/// Feature, weight in HTML, weight in dumps.
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "a fitted weight may come near a constant")]
const TABLE: &[(Feature, f64, f64)] = &[
    (Feature::Bias, -5.16, -5.12),
    (Feature::Length, 0.99, 1.67),
    (Feature::LogLength, 0.96, 1.13),
    (Feature::EndsSentence, 1.19, 1.86),
    (Feature::InnerMarks, 1.11, 1.91),
    (Feature::PunctuationDensity, -0.46, -0.27),
    (Feature::LinkDensity, -1.78, 0.00),
    (Feature::LinkedLine, -1.67, 0.00),
    (Feature::HanRatio, 1.13, 0.90),
    (Feature::Menu, -0.35, -0.87),
    (Feature::PhraseCover, -1.89, -2.42),
    (Feature::PhraseLong, -0.97, -0.90),
    (Feature::TimeLine, -1.99, -1.90),
    (Feature::DisclaimerLine, -1.82, -1.76),
    (Feature::FooterLine, -0.37, -0.54),
    (Feature::InLandmark, -1.47, 0.00),
    (Feature::HintContent, 0.73, 0.00),
    (Feature::HintChrome, -2.03, 0.00),
    (Feature::IsHeading, -0.47, 0.00),
    (Feature::IsParagraph, 1.48, 0.00),
    (Feature::Bold, 0.15, 0.00),
    (Feature::Indented, 1.28, 2.02),
    (Feature::IsTitle, -1.46, -1.24),
    (Feature::AfterTitle, 1.97, 1.91),
    (Feature::AfterTail, -1.73, -3.96),
    (Feature::Repeated, -1.09, -1.63),
    (Feature::AfterImage, -0.69, 0.00),
    (Feature::SentencesBefore, 0.49, 1.26),
    (Feature::SentencesAfter, 0.02, 0.85),
    (Feature::NearSentence, 1.36, 1.97),
    (Feature::NearLinks, -1.77, 0.00),
    (Feature::NearMenus, -0.93, -1.47),
    (Feature::ContainerShare, 2.12, 0.00),
    (Feature::PlaceBias, -6.24, 5.17),
    (Feature::FirstPass, 4.00, 3.23),
    (Feature::LabelCover, -2.55, -1.79),
    (Feature::LabelEnd, -1.34, -2.13),
    (Feature::SamePath, 1.82, 0.00),
    (Feature::NearHome, 3.43, 0.00),
    (Feature::SharedWording, 5.07, 1.68),
    (Feature::UnlinkedAtHome, 3.24, 0.00),
    (Feature::BoxAtHome, -2.61, 0.00),
    (Feature::ItemAtHome, 5.55, 0.00),
    (Feature::TableCell, 2.66, 0.00),
    (Feature::UnitMean, -2.94, 0.00),
    (Feature::Announced, 3.38, 0.49),
    (Feature::LeadSentence, 0.55, 0.00),
    (Feature::AfterHome, -2.38, 0.00),
    (Feature::FarAfterHome, -2.28, 0.00),
    (Feature::Again, -3.32, -2.69),
    (Feature::OtherArticle, -9.21, 0.00),
    (Feature::WalkTaken, 0.00, -4.02),
    (Feature::WalkBetween, 0.00, -4.14),
    (Feature::WalkClosed, 0.00, -5.40),
    (Feature::WalkWhole, 0.00, 0.82),
    (Feature::PartBias, -1.11, -1.42),
    (Feature::PartWording, 2.21, 1.46),
    (Feature::PartHeadline, 1.01, 1.99),
    (Feature::PartSentences, 0.27, 1.34),
    (Feature::PartScore, 0.70, 2.14),
    (Feature::PartOpen, 0.70, 1.15),
    (Feature::PartGap, -1.05, -1.85),
    (Feature::PartHeadlines, -0.60, -0.16),
    (Feature::PartAbove, -0.34, -1.21),
    (Feature::PartNext, 0.00, 1.41),
    (Feature::PartClosed, -0.66, -1.27),
    (Feature::PartOther, 0.00, -0.92),
    (Feature::PartGrouped, 0.41, 0.00),
    (Feature::PartLast, 0.00, -1.48),
    (Feature::BodyBias, 2.19, 0.92),
    (Feature::BodyScore, 1.93, 2.77),
    (Feature::BodyLength, -0.22, -0.82),
    (Feature::BodyDoubt, -0.65, -0.30),
    (Feature::BodyLeftOut, -0.04, -0.18),
    (Feature::BodyHeadline, 0.24, -0.15),
];

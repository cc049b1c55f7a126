//! The one table of numbers that scoring uses.

use super::features::Feature;
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
    (Feature::Bias, -5.28, -2.58),
    (Feature::Length, 1.18, 2.17),
    (Feature::LogLength, 0.70, -0.93),
    (Feature::VeryShort, -0.07, 0.75),
    (Feature::EndsSentence, 1.72, 2.31),
    (Feature::SentenceMarks, -0.17, -0.43),
    (Feature::InnerMarks, 1.16, 2.54),
    (Feature::PunctuationDensity, -0.80, -0.97),
    (Feature::NoMarks, -0.36, -0.68),
    (Feature::LinkDensity, -1.20, 0.00),
    (Feature::HanRatio, 1.11, 1.27),
    (Feature::DigitRatio, -0.38, -0.52),
    (Feature::Menu, -0.44, -0.91),
    (Feature::Cut, -0.84, -1.57),
    (Feature::PhraseCover, -1.87, -2.42),
    (Feature::PhraseLong, -1.27, -0.75),
    (Feature::SourceLine, -0.70, -0.37),
    (Feature::RoleLine, -0.23, -0.82),
    (Feature::TimeLine, -1.46, -1.65),
    (Feature::CountLine, -0.41, -0.16),
    (Feature::ToolLine, -0.12, -0.67),
    (Feature::NavigationLine, -0.14, -0.97),
    (Feature::RelatedLine, -0.13, -0.34),
    (Feature::DisclaimerLine, -2.21, -2.02),
    (Feature::FooterLine, -0.24, -0.92),
    (Feature::AppLine, -1.33, -1.12),
    (Feature::CommentLine, -0.02, -0.06),
    (Feature::CaptionLine, -0.19, -0.26),
    (Feature::InNav, -0.01, 0.00),
    (Feature::InFooter, -1.69, 0.00),
    (Feature::InAside, -0.08, 0.00),
    (Feature::InHeader, -0.17, 0.00),
    (Feature::InForm, -0.01, 0.00),
    (Feature::InArticle, 0.41, 0.00),
    (Feature::HintContent, 0.61, 0.00),
    (Feature::HintChrome, -0.81, 0.00),
    (Feature::IsHeading, -0.13, 0.00),
    (Feature::IsParagraph, 1.60, 0.00),
    (Feature::IsListItem, -0.22, 0.00),
    (Feature::IsCell, -0.52, 0.00),
    (Feature::Bold, 0.49, 0.00),
    (Feature::Indented, 0.92, 1.51),
    (Feature::IsTitle, -2.12, 0.00),
    (Feature::AfterTitle, 0.48, 0.00),
    (Feature::Repeated, -0.31, -1.32),
    (Feature::SentencesBefore, 0.57, 1.62),
    (Feature::SentencesAfter, 0.06, 0.44),
    (Feature::NearSentence, 1.84, 3.05),
    (Feature::NearLinks, -1.50, 0.00),
    (Feature::NearMenus, -0.52, -1.70),
    (Feature::ContainerSentences, 0.90, 0.00),
    (Feature::ContainerLinks, -0.46, 0.00),
    (Feature::ContainerShare, 2.67, 0.00),
    (Feature::AfterImage, -0.52, 0.00),
    (Feature::BeforeImage, -0.19, 0.00),
    (Feature::WordShare, 0.10, 0.04),
    (Feature::LinkedTail, -1.74, 0.00),
    (Feature::AfterTail, -2.50, -4.19),
];

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
    (Feature::Bias, -5.38, -2.48),
    (Feature::Length, 1.17, 2.31),
    (Feature::LogLength, 0.68, -0.98),
    (Feature::VeryShort, -0.09, 0.67),
    (Feature::EndsSentence, 1.74, 2.30),
    (Feature::SentenceMarks, -0.09, 0.02),
    (Feature::InnerMarks, 1.27, 2.49),
    (Feature::PunctuationDensity, -0.73, -0.94),
    (Feature::NoMarks, -0.27, -0.46),
    (Feature::LinkDensity, -1.24, 0.00),
    (Feature::HanRatio, 1.17, 1.24),
    (Feature::DigitRatio, -0.37, -0.49),
    (Feature::Menu, -0.53, -1.34),
    (Feature::Cut, -0.83, -1.17),
    (Feature::PhraseCover, -1.79, -2.21),
    (Feature::PhraseLong, -1.24, -1.10),
    (Feature::SourceLine, -0.69, -0.35),
    (Feature::RoleLine, -0.23, -0.78),
    (Feature::TimeLine, -1.38, -1.42),
    (Feature::CountLine, -0.41, -0.30),
    (Feature::ToolLine, -0.16, -0.54),
    (Feature::NavigationLine, -0.13, -0.84),
    (Feature::RelatedLine, -0.16, -0.30),
    (Feature::DisclaimerLine, -2.09, -2.32),
    (Feature::FooterLine, -0.21, -1.07),
    (Feature::AppLine, -1.41, -1.07),
    (Feature::CommentLine, -0.01, -0.03),
    (Feature::CaptionLine, -0.18, -0.31),
    (Feature::InNav, -0.01, 0.00),
    (Feature::InFooter, -1.46, 0.00),
    (Feature::InAside, -0.11, 0.00),
    (Feature::InHeader, -0.21, 0.00),
    (Feature::InForm, -0.01, 0.00),
    (Feature::InArticle, 0.31, 0.00),
    (Feature::HintContent, 0.60, 0.00),
    (Feature::HintChrome, -0.74, 0.00),
    (Feature::IsHeading, -0.14, 0.00),
    (Feature::IsParagraph, 1.53, 0.00),
    (Feature::IsListItem, -0.14, 0.00),
    (Feature::IsCell, -0.52, 0.00),
    (Feature::Bold, 0.49, 0.00),
    (Feature::Indented, 0.62, 1.59),
    (Feature::IsTitle, -2.10, 0.00),
    (Feature::AfterTitle, 0.50, 0.00),
    (Feature::Repeated, -0.28, -1.31),
    (Feature::SentencesBefore, 0.59, 1.66),
    (Feature::SentencesAfter, 0.03, 0.48),
    (Feature::NearSentence, 1.78, 2.61),
    (Feature::NearLinks, -1.44, 0.00),
    (Feature::NearMenus, -0.45, -2.00),
    (Feature::ContainerSentences, 0.93, 0.00),
    (Feature::ContainerLinks, -0.45, 0.00),
    (Feature::ContainerShare, 2.59, 0.00),
    (Feature::AfterImage, -0.44, 0.00),
    (Feature::BeforeImage, -0.12, 0.00),
    (Feature::WordShare, 0.08, -0.08),
    (Feature::LinkedTail, -1.73, 0.00),
    (Feature::AfterTail, -3.03, -3.26),
];

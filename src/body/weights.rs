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
    (Feature::Bias, -5.44, -2.70),
    (Feature::Length, 1.12, 2.18),
    (Feature::LogLength, 0.69, -1.02),
    (Feature::VeryShort, -0.06, 0.54),
    (Feature::EndsSentence, 1.70, 2.32),
    (Feature::SentenceMarks, -0.10, -0.25),
    (Feature::InnerMarks, 1.24, 2.63),
    (Feature::PunctuationDensity, -0.75, -0.78),
    (Feature::NoMarks, -0.31, -0.41),
    (Feature::LinkDensity, -1.27, 0.00),
    (Feature::HanRatio, 1.20, 1.19),
    (Feature::DigitRatio, -0.35, -0.44),
    (Feature::Menu, -0.56, -1.24),
    (Feature::Cut, -0.83, -1.53),
    (Feature::PhraseCover, -1.79, -2.14),
    (Feature::PhraseLong, -1.30, -0.84),
    (Feature::SourceLine, -0.71, -0.39),
    (Feature::RoleLine, -0.23, -0.78),
    (Feature::TimeLine, -1.42, -1.61),
    (Feature::CountLine, -0.41, -0.30),
    (Feature::ToolLine, -0.17, -0.53),
    (Feature::NavigationLine, -0.13, -0.81),
    (Feature::RelatedLine, -0.16, -0.25),
    (Feature::DisclaimerLine, -2.13, -1.86),
    (Feature::FooterLine, -0.21, -1.08),
    (Feature::AppLine, -1.40, -1.07),
    (Feature::CommentLine, -0.01, -0.03),
    (Feature::CaptionLine, -0.18, -0.29),
    (Feature::InNav, -0.01, 0.00),
    (Feature::InFooter, -1.56, 0.00),
    (Feature::InAside, -0.11, 0.00),
    (Feature::InHeader, -0.19, 0.00),
    (Feature::InForm, -0.01, 0.00),
    (Feature::InArticle, 0.31, 0.00),
    (Feature::HintContent, 0.60, 0.00),
    (Feature::HintChrome, -0.79, 0.00),
    (Feature::IsHeading, -0.16, 0.00),
    (Feature::IsParagraph, 1.60, 0.00),
    (Feature::IsListItem, -0.18, 0.00),
    (Feature::IsCell, -0.52, 0.00),
    (Feature::Bold, 0.53, 0.00),
    (Feature::Indented, 0.92, 1.62),
    (Feature::IsTitle, -2.12, 0.00),
    (Feature::AfterTitle, 0.48, 0.00),
    (Feature::Repeated, -0.30, -1.19),
    (Feature::SentencesBefore, 0.57, 1.36),
    (Feature::SentencesAfter, 0.07, 0.43),
    (Feature::NearSentence, 1.82, 2.95),
    (Feature::NearLinks, -1.51, 0.00),
    (Feature::NearMenus, -0.46, -1.59),
    (Feature::ContainerSentences, 0.90, 0.00),
    (Feature::ContainerLinks, -0.48, 0.00),
    (Feature::ContainerShare, 2.69, 0.00),
    (Feature::AfterImage, -0.49, 0.00),
    (Feature::BeforeImage, -0.13, 0.00),
    (Feature::WordShare, 0.10, 0.01),
    (Feature::LinkedTail, -1.74, 0.00),
    (Feature::AfterTail, -2.65, -4.94),
];

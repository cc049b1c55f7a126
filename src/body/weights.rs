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
    (Feature::Bias, -5.31, -2.54),
    (Feature::Length, 1.17, 2.21),
    (Feature::LogLength, 0.71, -0.95),
    (Feature::VeryShort, -0.06, 0.65),
    (Feature::EndsSentence, 1.72, 2.28),
    (Feature::SentenceMarks, -0.11, -0.30),
    (Feature::InnerMarks, 1.19, 2.55),
    (Feature::PunctuationDensity, -0.79, -0.84),
    (Feature::NoMarks, -0.34, -0.52),
    (Feature::LinkDensity, -1.26, 0.00),
    (Feature::HanRatio, 1.14, 1.20),
    (Feature::DigitRatio, -0.35, -0.45),
    (Feature::Menu, -0.51, -0.90),
    (Feature::Cut, -0.82, -1.54),
    (Feature::PhraseCover, -1.89, -2.32),
    (Feature::PhraseLong, -1.24, -0.69),
    (Feature::SourceLine, -0.69, -0.36),
    (Feature::RoleLine, -0.23, -0.79),
    (Feature::TimeLine, -1.44, -1.62),
    (Feature::CountLine, -0.41, -0.29),
    (Feature::ToolLine, -0.12, -0.66),
    (Feature::NavigationLine, -0.13, -0.83),
    (Feature::RelatedLine, -0.16, -0.34),
    (Feature::DisclaimerLine, -2.15, -1.82),
    (Feature::FooterLine, -0.24, -1.06),
    (Feature::AppLine, -1.29, -1.08),
    (Feature::CommentLine, -0.01, -0.05),
    (Feature::CaptionLine, -0.18, -0.21),
    (Feature::InNav, -0.01, 0.00),
    (Feature::InFooter, -1.59, 0.00),
    (Feature::InAside, -0.08, 0.00),
    (Feature::InHeader, -0.17, 0.00),
    (Feature::InForm, -0.01, 0.00),
    (Feature::InArticle, 0.31, 0.00),
    (Feature::HintContent, 0.61, 0.00),
    (Feature::HintChrome, -0.79, 0.00),
    (Feature::IsHeading, -0.15, 0.00),
    (Feature::IsParagraph, 1.62, 0.00),
    (Feature::IsListItem, -0.20, 0.00),
    (Feature::IsCell, -0.53, 0.00),
    (Feature::Bold, 0.51, 0.00),
    (Feature::Indented, 0.96, 1.57),
    (Feature::IsTitle, -2.11, 0.00),
    (Feature::AfterTitle, 0.49, 0.00),
    (Feature::Repeated, -0.30, -1.25),
    (Feature::SentencesBefore, 0.55, 1.46),
    (Feature::SentencesAfter, 0.05, 0.33),
    (Feature::NearSentence, 1.82, 2.96),
    (Feature::NearLinks, -1.50, 0.00),
    (Feature::NearMenus, -0.47, -1.68),
    (Feature::ContainerSentences, 0.90, 0.00),
    (Feature::ContainerLinks, -0.47, 0.00),
    (Feature::ContainerShare, 2.63, 0.00),
    (Feature::AfterImage, -0.49, 0.00),
    (Feature::BeforeImage, -0.14, 0.00),
    (Feature::WordShare, 0.09, 0.01),
    (Feature::LinkedTail, -1.73, 0.00),
    (Feature::AfterTail, -2.66, -5.00),
];

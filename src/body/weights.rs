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
    (Feature::Bias, -6.60, -3.51),
    (Feature::Length, 1.18, 1.95),
    (Feature::LogLength, 0.70, -0.78),
    (Feature::VeryShort, -0.16, 0.68),
    (Feature::EndsSentence, 1.65, 2.45),
    (Feature::SentenceMarks, -0.07, -0.68),
    (Feature::InnerMarks, 1.13, 2.61),
    (Feature::PunctuationDensity, -0.81, -0.99),
    (Feature::NoMarks, -0.19, -0.47),
    (Feature::LinkDensity, -1.17, 0.00),
    (Feature::HanRatio, 1.12, 1.64),
    (Feature::DigitRatio, -0.42, -0.53),
    (Feature::Menu, -0.43, -1.04),
    (Feature::Cut, -0.67, -0.84),
    (Feature::PhraseCover, -1.78, -2.61),
    (Feature::PhraseLong, -1.15, -0.77),
    (Feature::SourceLine, -0.74, -0.52),
    (Feature::RoleLine, -0.22, -1.09),
    (Feature::TimeLine, -1.46, -1.56),
    (Feature::CountLine, -0.41, -0.16),
    (Feature::ToolLine, -0.14, -0.73),
    (Feature::NavigationLine, -0.13, -0.99),
    (Feature::RelatedLine, -0.13, -0.38),
    (Feature::DisclaimerLine, -2.24, -2.01),
    (Feature::FooterLine, -0.31, -0.90),
    (Feature::AppLine, -1.11, -1.18),
    (Feature::CommentLine, -0.02, -0.07),
    (Feature::CaptionLine, -0.08, -0.12),
    (Feature::InNav, -0.00, 0.00),
    (Feature::InFooter, -1.79, 0.00),
    (Feature::InAside, -0.08, 0.00),
    (Feature::InHeader, -0.08, 0.00),
    (Feature::InForm, -0.00, 0.00),
    (Feature::InArticle, 0.36, 0.00),
    (Feature::HintContent, 0.61, 0.00),
    (Feature::HintChrome, -0.88, 0.00),
    (Feature::IsHeading, 0.13, 0.00),
    (Feature::IsParagraph, 1.76, 0.00),
    (Feature::IsListItem, 0.02, 0.00),
    (Feature::IsCell, -0.58, 0.00),
    (Feature::Bold, 0.53, 0.00),
    (Feature::Indented, 0.79, 1.31),
    (Feature::IsTitle, -1.65, -1.12),
    (Feature::AfterTitle, 1.60, 1.47),
    (Feature::Repeated, -0.28, -1.21),
    (Feature::SentencesBefore, 0.64, 1.09),
    (Feature::SentencesAfter, 0.27, 0.41),
    (Feature::NearSentence, 1.89, 2.47),
    (Feature::NearLinks, -1.42, 0.00),
    (Feature::NearMenus, -0.52, -1.73),
    (Feature::ContainerSentences, 0.87, 0.00),
    (Feature::ContainerLinks, -0.46, 0.00),
    (Feature::ContainerShare, 2.70, 0.00),
    (Feature::AfterImage, -0.56, 0.00),
    (Feature::BeforeImage, -0.18, 0.00),
    (Feature::WordShare, 0.11, 0.08),
    (Feature::LinkedTail, -1.79, 0.00),
    (Feature::AfterTail, -2.20, -4.50),
];

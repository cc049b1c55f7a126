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
    (Feature::Bias, -5.27, -2.52),
    (Feature::Length, 1.34, 2.31),
    (Feature::LogLength, 0.76, -0.98),
    (Feature::VeryShort, -0.15, 0.70),
    (Feature::EndsSentence, 1.63, 2.33),
    (Feature::SentenceMarks, -0.18, 0.11),
    (Feature::InnerMarks, 1.45, 2.39),
    (Feature::PunctuationDensity, -0.84, -0.98),
    (Feature::NoMarks, -0.25, -0.54),
    (Feature::LinkDensity, -2.01, 0.00),
    (Feature::HanRatio, 1.29, 1.24),
    (Feature::DigitRatio, -0.36, -0.51),
    (Feature::Menu, -0.62, -1.35),
    (Feature::Cut, -0.78, -1.22),
    (Feature::PhraseCover, -1.52, -2.22),
    (Feature::PhraseLong, -1.31, -1.05),
    (Feature::SourceLine, -0.74, -0.34),
    (Feature::RoleLine, -0.29, -0.78),
    (Feature::TimeLine, -1.44, -1.44),
    (Feature::CountLine, -0.38, -0.30),
    (Feature::ToolLine, -0.18, -0.39),
    (Feature::NavigationLine, -0.24, -0.88),
    (Feature::RelatedLine, -0.15, -0.33),
    (Feature::DisclaimerLine, -1.94, -2.51),
    (Feature::FooterLine, -0.21, -1.08),
    (Feature::AppLine, -1.75, -1.16),
    (Feature::CommentLine, -0.01, -0.03),
    (Feature::CaptionLine, -0.23, -0.37),
    (Feature::InNav, -0.02, 0.00),
    (Feature::InFooter, -1.55, 0.00),
    (Feature::InAside, -0.21, 0.00),
    (Feature::InHeader, -0.19, 0.00),
    (Feature::InForm, -0.01, 0.00),
    (Feature::InArticle, 0.11, 0.00),
    (Feature::HintContent, 0.45, 0.00),
    (Feature::HintChrome, -0.68, 0.00),
    (Feature::IsHeading, -0.07, 0.00),
    (Feature::IsParagraph, 1.67, 0.00),
    (Feature::IsListItem, -0.15, 0.00),
    (Feature::IsCell, -0.56, 0.00),
    (Feature::Bold, 0.46, 0.00),
    (Feature::Indented, 0.65, 1.65),
    (Feature::IsTitle, -2.06, 0.00),
    (Feature::AfterTitle, 0.39, 0.00),
    (Feature::Repeated, -0.29, -1.38),
    (Feature::SentencesBefore, 0.58, 1.59),
    (Feature::SentencesAfter, 0.00, 0.45),
    (Feature::NearSentence, 1.95, 2.71),
    (Feature::NearLinks, -1.74, 0.00),
    (Feature::NearMenus, -0.69, -2.04),
    (Feature::ContainerSentences, 0.86, 0.00),
    (Feature::ContainerLinks, -0.64, 0.00),
    (Feature::ContainerShare, 2.56, 0.00),
    (Feature::AfterTail, -2.93, -3.23),
];

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
    (Feature::Bias, -5.23, -2.66),
    (Feature::Length, 1.38, 2.30),
    (Feature::LogLength, 0.78, -0.97),
    (Feature::VeryShort, -0.15, 0.72),
    (Feature::EndsSentence, 1.63, 2.28),
    (Feature::SentenceMarks, -0.25, -0.02),
    (Feature::InnerMarks, 1.46, 2.42),
    (Feature::PunctuationDensity, -0.86, -0.96),
    (Feature::NoMarks, -0.27, -0.52),
    (Feature::LinkDensity, -2.10, 0.00),
    (Feature::HanRatio, 1.32, 1.29),
    (Feature::DigitRatio, -0.32, -0.48),
    (Feature::Menu, -0.63, -1.37),
    (Feature::Cut, -0.78, -1.15),
    (Feature::PhraseCover, -1.04, -1.85),
    (Feature::PhraseLong, -1.27, -1.19),
    (Feature::SourceLine, -0.76, -0.37),
    (Feature::RoleLine, -0.32, -0.83),
    (Feature::TimeLine, -1.40, -1.45),
    (Feature::CountLine, -0.33, -0.22),
    (Feature::ToolLine, -0.19, -0.49),
    (Feature::NavigationLine, -0.32, -0.92),
    (Feature::RelatedLine, -0.20, -0.44),
    (Feature::DisclaimerLine, -1.93, -2.31),
    (Feature::FooterLine, -0.21, -1.06),
    (Feature::AppLine, -1.53, -1.07),
    (Feature::CommentLine, -0.01, -0.04),
    (Feature::CaptionLine, -0.09, -0.20),
    (Feature::InNav, -0.01, 0.00),
    (Feature::InFooter, -1.92, 0.00),
    (Feature::InAside, -0.20, 0.00),
    (Feature::InHeader, -0.18, 0.00),
    (Feature::InForm, -0.01, 0.00),
    (Feature::InArticle, 0.04, 0.00),
    (Feature::HintContent, 0.36, 0.00),
    (Feature::HintChrome, -0.66, 0.00),
    (Feature::IsHeading, -0.01, 0.00),
    (Feature::IsParagraph, 1.71, 0.00),
    (Feature::IsListItem, -0.11, 0.00),
    (Feature::IsCell, -0.56, 0.00),
    (Feature::Bold, 0.49, 0.00),
    (Feature::Indented, 0.69, 1.66),
    (Feature::IsTitle, -2.11, 0.00),
    (Feature::AfterTitle, 0.26, 0.00),
    (Feature::Repeated, -0.26, -1.36),
    (Feature::SentencesBefore, 0.66, 1.57),
    (Feature::SentencesAfter, 0.13, 0.53),
    (Feature::NearSentence, 2.00, 2.74),
    (Feature::NearLinks, -1.70, 0.00),
    (Feature::NearMenus, -0.91, -2.04),
    (Feature::ContainerSentences, 0.80, 0.00),
    (Feature::ContainerLinks, -0.69, 0.00),
    (Feature::ContainerShare, 2.52, 0.00),
    (Feature::AfterTail, -2.78, -3.14),
];

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
    (Feature::Bias, -6.41, -3.61),
    (Feature::Length, 1.12, 2.00),
    (Feature::LogLength, 0.68, -0.79),
    (Feature::VeryShort, -0.15, 0.73),
    (Feature::EndsSentence, 1.64, 2.46),
    (Feature::SentenceMarks, -0.05, -0.68),
    (Feature::InnerMarks, 1.08, 2.62),
    (Feature::PunctuationDensity, -0.76, -1.03),
    (Feature::NoMarks, -0.23, -0.52),
    (Feature::LinkDensity, -1.20, 0.00),
    (Feature::HanRatio, 1.13, 1.68),
    (Feature::DigitRatio, -0.42, -0.53),
    (Feature::Menu, -0.39, -1.06),
    (Feature::Cut, -0.68, -0.86),
    (Feature::PhraseCover, -1.79, -2.62),
    (Feature::PhraseLong, -1.24, -0.59),
    (Feature::SourceLine, -0.73, -0.51),
    (Feature::RoleLine, -0.24, -1.06),
    (Feature::TimeLine, -1.47, -1.54),
    (Feature::CountLine, -0.40, -0.18),
    (Feature::ToolLine, -0.13, -0.73),
    (Feature::NavigationLine, -0.13, -0.99),
    (Feature::RelatedLine, -0.13, -0.37),
    (Feature::DisclaimerLine, -2.19, -2.17),
    (Feature::FooterLine, -0.27, -0.51),
    (Feature::AppLine, -1.23, -1.23),
    (Feature::CommentLine, -0.02, -0.07),
    (Feature::CaptionLine, -0.07, -0.11),
    (Feature::InNav, -0.01, 0.00),
    (Feature::InFooter, -1.64, 0.00),
    (Feature::InAside, -0.08, 0.00),
    (Feature::InHeader, -0.09, 0.00),
    (Feature::InForm, -0.00, 0.00),
    (Feature::InArticle, 0.32, 0.00),
    (Feature::HintContent, 0.60, 0.00),
    (Feature::HintChrome, -0.76, 0.00),
    (Feature::IsHeading, 0.12, 0.00),
    (Feature::IsParagraph, 1.72, 0.00),
    (Feature::IsListItem, -0.24, 0.00),
    (Feature::IsCell, -0.58, 0.00),
    (Feature::Bold, 0.51, 0.00),
    (Feature::Indented, 0.89, 1.27),
    (Feature::IsTitle, -1.68, -1.10),
    (Feature::AfterTitle, 1.58, 1.43),
    (Feature::Repeated, -0.24, -1.23),
    (Feature::SentencesBefore, 0.55, 1.15),
    (Feature::SentencesAfter, 0.18, 0.43),
    (Feature::NearSentence, 1.87, 2.60),
    (Feature::NearLinks, -1.36, 0.00),
    (Feature::NearMenus, -0.57, -1.68),
    (Feature::ContainerSentences, 0.87, 0.00),
    (Feature::ContainerLinks, -0.44, 0.00),
    (Feature::ContainerShare, 2.64, 0.00),
    (Feature::AfterImage, -0.51, 0.00),
    (Feature::BeforeImage, -0.15, 0.00),
    (Feature::WordShare, 0.13, 0.09),
    (Feature::LinkedTail, -1.77, 0.00),
    (Feature::AfterTail, -2.52, -4.33),
];

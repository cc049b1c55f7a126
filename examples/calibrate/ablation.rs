//! What a feature, or a family of them, is worth: the figures of a cross-validation without it.

use zhengwen::Feature;

/// Features that measure one thing, left out together: each alone is often stood in for by its kin.
pub const FAMILIES: &[(&str, &[Feature])] = &[
    (
        "link density",
        &[Feature::LinkDensity, Feature::NearLinks, Feature::ContainerLinks, Feature::LinkedTail],
    ),
    (
        "punctuation density",
        &[
            Feature::EndsSentence,
            Feature::SentenceMarks,
            Feature::InnerMarks,
            Feature::PunctuationDensity,
            Feature::NoMarks,
            Feature::Cut,
        ],
    ),
    ("CJK ratio", &[Feature::HanRatio, Feature::DigitRatio, Feature::WordShare]),
    ("length", &[Feature::Length, Feature::LogLength, Feature::VeryShort, Feature::Menu]),
    (
        "phrases",
        &[
            Feature::PhraseCover,
            Feature::PhraseLong,
            Feature::SourceLine,
            Feature::RoleLine,
            Feature::TimeLine,
            Feature::CountLine,
            Feature::ToolLine,
            Feature::NavigationLine,
            Feature::RelatedLine,
            Feature::DisclaimerLine,
            Feature::FooterLine,
            Feature::AppLine,
            Feature::CommentLine,
            Feature::CaptionLine,
        ],
    ),
    (
        "neighbours",
        &[
            Feature::SentencesBefore,
            Feature::SentencesAfter,
            Feature::NearSentence,
            Feature::NearMenus,
            Feature::AfterImage,
            Feature::BeforeImage,
        ],
    ),
    ("container", &[Feature::ContainerSentences, Feature::ContainerShare]),
    (
        "elements",
        &[
            Feature::InNav,
            Feature::InFooter,
            Feature::InAside,
            Feature::InHeader,
            Feature::InForm,
            Feature::InArticle,
            Feature::IsHeading,
            Feature::IsParagraph,
            Feature::IsListItem,
            Feature::IsCell,
            Feature::Bold,
            Feature::Indented,
        ],
    ),
    ("class names", &[Feature::HintContent, Feature::HintChrome]),
    ("headline and tail", &[Feature::IsTitle, Feature::AfterTitle, Feature::AfterTail, Feature::Repeated]),
];

/// The features that measure link density, punctuation density, CJK ratio and length, of a block alone.
pub const BACKBONE: &[Feature] = &[
    Feature::Bias,
    Feature::Length,
    Feature::LogLength,
    Feature::EndsSentence,
    Feature::SentenceMarks,
    Feature::InnerMarks,
    Feature::PunctuationDensity,
    Feature::NoMarks,
    Feature::LinkDensity,
    Feature::HanRatio,
];

/// All features but `left_out`.
pub fn without(left_out: &[Feature]) -> Vec<Feature> {
    Feature::ALL.iter().copied().filter(|feature| !left_out.contains(feature)).collect()
}

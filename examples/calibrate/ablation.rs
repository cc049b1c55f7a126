//! What a feature, or a family of them, is worth: the figures of a cross-validation without it.

use zhengwen::Feature;

/// Features that measure one thing, left out together: each alone is often stood in for by its kin.
pub(crate) const FAMILIES: &[(&str, &[Feature])] = &[
    ("link density", &[Feature::LinkDensity, Feature::NearLinks, Feature::LinkedLine]),
    ("punctuation density", &[Feature::EndsSentence, Feature::InnerMarks, Feature::PunctuationDensity]),
    ("CJK ratio", &[Feature::HanRatio]),
    ("length", &[Feature::Length, Feature::LogLength, Feature::Menu]),
    (
        "phrases",
        &[
            Feature::PhraseCover,
            Feature::PhraseLong,
            Feature::TimeLine,
            Feature::DisclaimerLine,
            Feature::FooterLine,
            Feature::AppLine,
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
        ],
    ),
    ("container", &[Feature::ContainerShare]),
    (
        "elements",
        &[
            Feature::InLandmark,
            Feature::InForm,
            Feature::IsHeading,
            Feature::IsParagraph,
            Feature::Bold,
            Feature::Indented,
        ],
    ),
    ("class names", &[Feature::HintContent, Feature::HintChrome]),
    ("headline and tail", &[Feature::IsTitle, Feature::AfterTitle, Feature::AfterTail, Feature::Repeated]),
];

/// The features that measure link density, punctuation density, CJK ratio and length, of a block alone.
pub(crate) const BACKBONE: &[Feature] = &[
    Feature::Bias,
    Feature::Length,
    Feature::LogLength,
    Feature::EndsSentence,
    Feature::InnerMarks,
    Feature::PunctuationDensity,
    Feature::LinkDensity,
    Feature::HanRatio,
];

/// All features but `left_out`.
pub(crate) fn without(left_out: &[Feature]) -> Vec<Feature> {
    Feature::ALL.iter().copied().filter(|feature| !left_out.contains(feature)).collect()
}

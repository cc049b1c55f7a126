//! What a family of features, or one of place, is worth: the figures of a cross-validation without it.

use crate::held_out::HeldOut;
use crate::learning::Sheet;
use zhengwen::Feature;

/// Features that measure one thing, left out together: each alone is often stood in for by its kin.
const FAMILIES: &[(&str, &[Feature])] = &[
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
        &[Feature::InLandmark, Feature::IsHeading, Feature::IsParagraph, Feature::Bold, Feature::Indented],
    ),
    ("class names", &[Feature::HintContent, Feature::HintChrome]),
    ("headline and tail", &[Feature::IsTitle, Feature::AfterTitle, Feature::AfterTail, Feature::Repeated]),
];

/// The features of the first pass that measure link density, punctuation density, CJK ratio and length, of a block alone.
const BACKBONE: &[Feature] = &[
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
fn without(left_out: &[Feature]) -> Vec<Feature> {
    Feature::ALL.iter().copied().filter(|feature| !left_out.contains(feature)).collect()
}

/// Rows of `what is left out | pages: F1, share at 0.95 | rearranged: F1, share at 0.95`, each as the change it makes.
pub(crate) fn report(sheets: &[Sheet], full: &HeldOut, folds: usize) {
    eprintln!("left out                      pages F1   share  rearranged F1   share");
    let row = |name: &str, features: &[Feature]| {
        let rest = HeldOut::measure(sheets, features, folds);
        let change = |plain| {
            let ((f1, good), (all_f1, all_good)) = (rest.f1(plain), full.f1(plain));
            (f1 - all_f1, good - all_good)
        };
        let ((f1, good), (rearranged, rearranged_good)) = (change(true), change(false));
        eprintln!("  {name:24} {f1:+9.4} {good:+8.4} {rearranged:+9.4} {rearranged_good:+8.4}");
    };
    for (family, features) in FAMILIES {
        row(family, &without(features));
    }
    let beside: Vec<Feature> = Feature::place().iter().chain(Feature::part()).copied().collect();
    row("all but the backbone", &[BACKBONE, &beside].concat());
    let biases = [Feature::PlaceBias, Feature::PartBias];
    for &feature in beside.iter().filter(|feature| !biases.contains(feature)) {
        row(feature.as_str(), &without(&[feature]));
    }
}

//! What is measured of a block: the names, and the numbers of one block.
//!
//! Those of the first pass lie in 0..=1, so that their weights can be compared; those that carry log-odds or a
//! share of wording of the others lie in -4..=4. Measuring is the job of `features`, `surroundings`, `part` and
//! `standing`.

/// Declares the features: variant, name and what it measures, in the order of the table of weights.
macro_rules! features {
    ($($variant:ident $name:literal $meaning:literal),* $(,)?) => {
        /// A measure of a block: 0.0 to 1.0 in the first pass, -4.0 to 4.0 in the others.
        ///
        /// ```
        /// use zhengwen::{Cleaner, Feature};
        ///
        /// let explanation = Cleaner::new().explain("<p>今天，全市的中小学都开学了，孩子们回到了校园。</p>");
        /// assert_eq!(explanation.blocks[0].feature(Feature::EndsSentence), 1.0);
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Feature {
            $(#[doc = $meaning] $variant,)*
        }

        impl Feature {
            /// All features, in the order of the table of weights.
            ///
            /// ```
            /// use zhengwen::{Feature, Weights};
            ///
            /// assert!(Feature::ALL.iter().all(|&feature| Weights::zero().get(feature) == 0.0));
            /// let passes = [Feature::first_pass(), Feature::place(), Feature::part(), Feature::body()];
            /// assert_eq!(Feature::ALL, passes.concat());
            /// ```
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// What it measures, in a sentence.
            ///
            /// ```
            /// assert_eq!(zhengwen::Feature::EndsSentence.meaning(), "Ends with a sentence mark.");
            /// ```
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$variant => $meaning),* }
            }

            /// Its name in tables and in JSON: lower case with underscores.
            ///
            /// ```
            /// assert_eq!(zhengwen::Feature::EndsSentence.as_str(), "ends_sentence");
            /// ```
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }
        }
    };
}

features! {
    Bias "bias" "Always 1.",
    Length "length" "Characters, up to 150, as a share of 150.",
    LogLength "log_length" "Logarithm of the characters, up to 300.",
    EndsSentence "ends_sentence" "Ends with a sentence mark.",
    InnerMarks "inner_marks" "Commas and the like, up to 6.",
    PunctuationDensity "punctuation_density" "Marks per character, up to 0.12.",
    LinkDensity "link_density" "Linked characters / characters.",
    LinkedLine "linked_line" "Under 60 characters with a link.",
    HanRatio "han_ratio" "Chinese characters / characters.",
    Menu "menu" "Several short tokens without marks.",
    PhraseCover "phrase_cover" "Share of the characters that phrases of chrome cover.",
    PhraseLong "phrase_long" "Some phrase of chrome in a block of 60 characters or more.",
    TimeLine "time_line" "A date or clock time in a block under 60 characters.",
    DisclaimerLine "disclaimer_line" "A disclaimer's phrase in a block of any length.",
    FooterLine "footer_line" "A licence, an address, a copyright.",
    InLandmark "in_landmark" "Inside a footer, navigation or aside element, or a header that is not an article's.",
    HintContent "hint_content" "Inside an article or main element, or one named as content.",
    HintChrome "hint_chrome" "Inside an element named as chrome.",
    IsHeading "is_heading" "A heading element.",
    IsParagraph "is_paragraph" "Directly in a paragraph element.",
    Bold "bold" "Share of bold characters.",
    Indented "indented" "Behind a full-width indent.",
    IsTitle "is_title" "Repeats the headline.",
    AfterTitle "after_title" "Stands after the headline.",
    AfterTail "after_tail" "An editor line, related heading or comment box stands between the headline and here.",
    Repeated "repeated" "Stands more than once on the page.",
    AfterImage "after_image" "Directly after an image, under 60 characters.",
    SentencesBefore "sentences_before" "Sentence text in the 8 blocks before, up to 400 characters.",
    SentencesAfter "sentences_after" "Sentence text in the 8 blocks after, up to 400 characters.",
    NearSentence "near_sentence" "How much of the two nearest blocks is sentence text.",
    NearLinks "near_links" "Link density of the two nearest blocks.",
    NearMenus "near_menus" "Share of the 6 nearest blocks that are short and without marks.",
    ContainerShare "container_share" "Share of the page's sentence text in the container's parent.",
    PlaceBias "place_bias" "Always 1, in the second pass.",
    FirstPass "first_pass" "Log-odds of the first pass, a quarter of them; the mean of a table or list.",
    LabelCover "label_cover" "A line under 60 characters: share of it that phrases of chrome cover.",
    LabelEnd "label_end" "Such a line that begins or ends with one.",
    SamePath "same_path" "Its holder has home's path of tags and classes.",
    NearHome "near_home" "Inside the element around home that holds most of the article.",
    SharedWording "shared_wording" "Share of its pairs of characters that other prose at home or the headline has, less 0.3, by length.",
    UnlinkedAtHome "unlinked_at_home" "Inside home's root, without a link.",
    BoxAtHome "box_at_home" "Inside home's root, after its first sure paragraph: boxes around it up to an element that holds home's prose, up to 3, tables aside.",
    ItemAtHome "item_at_home" "An unlinked list item at home: share of such items among home's blocks.",
    TableCell "table_cell" "Part of a table that is no layout.",
    UnitMean "unit_mean" "Mean log-odds of its table or list, a quarter of them.",
    Announced "announced" "Part of a list or table that the line above announces.",
    LeadSentence "lead_sentence" "A sentence outside home, between the headline and home's first sure paragraph.",
    AfterHome "after_home" "Outside home, after its last sure paragraph.",
    FarAfterHome "far_after_home" "The same by distance, up to 25 blocks.",
    Again "again" "A short line that stands on the page three times or more.",
    OtherArticle "other_article" "Below the headline of another article, or above the page's own where another stands there.",
    WalkTaken "walk_taken" "In a stretch of prose that the walk took.",
    WalkBetween "walk_between" "Between two stretches that the walk took, the more the nearer they are.",
    WalkClosed "walk_closed" "Lines that close an article between those two, up to 3.",
    WalkWhole "walk_whole" "Share of the dump's lines that the walk spans beyond half, twice that.",
    PartBias "part_bias" "Always 1, for a part.",
    PartWording "part_wording" "Share of its pairs of characters that what was taken has, less what is common: 0.2, less while little was taken. Weighted by their number.",
    PartHeadline "part_headline" "Pairs of the headline's characters in it, up to 6.",
    PartSentences "part_sentences" "Share of it in sentences.",
    PartScore "part_score" "Mean score of its blocks.",
    PartOpen "part_open" "The same, in dumps whatever lines closed an article above.",
    PartGap "part_gap" "Logarithm of the blocks between it and what was taken, up to 30.",
    PartHeadlines "part_headlines" "Lines in a row in that gap that read as headlines, up to 10.",
    PartAbove "part_above" "Characters taken so far, up to 600.",
    PartNext "part_next" "As `part_wording`, of the three paragraphs of a dump from its first line on.",
    PartClosed "part_closed" "Lines that close an article in that gap, up to 3, as a logarithm.",
    PartOther "part_other" "The headline of another article stands in that gap.",
    PartGrouped "part_grouped" "Share of its blocks that stand behind another of the same holder, in HTML.",
    PartLast "part_last" "No such paragraph is near; always 1 in HTML.",
    BodyBias "body_bias" "Always 1, for a body.",
    BodyScore "body_score" "Log-odds of the mean score of its blocks, a quarter of them.",
    BodyLength "body_length" "Logarithm of its characters, up to 1,000.",
    BodyDoubt "body_doubt" "Characters of the page likely to be judged wrong, by its own characters.",
    BodyLeftOut "body_left_out" "Share of the page's sure sentences that stand outside.",
    BodyHeadline "body_headline" "Share of the headline's pairs of characters in it.",
}

impl_display!(Feature);

/// The features of one block, those of a body as a whole aside, in steps that a page of many blocks has memory for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Features([i16; Feature::BodyBias as usize]);

/// Steps of a feature to 1.0: the largest that can be told is 8.
const STEPS: f64 = ONE as f64;
const ONE: i16 = 4096;

impl Feature {
    /// The features of the first pass, which measure a block by itself and by its neighbours; the bias comes first.
    ///
    /// ```
    /// use zhengwen::Feature;
    ///
    /// assert_eq!(Feature::first_pass()[0], Feature::Bias);
    /// assert!(Feature::first_pass().contains(&Feature::LinkDensity));
    /// ```
    #[must_use]
    pub fn first_pass() -> &'static [Self] {
        &Self::ALL[..Self::PlaceBias as usize]
    }

    /// Those of the second pass over HTML, which measure where a block stands; the bias comes first.
    ///
    /// ```
    /// use zhengwen::Feature;
    ///
    /// assert_eq!(Feature::place()[0], Feature::PlaceBias);
    /// assert!(Feature::place().contains(&Feature::SamePath));
    /// ```
    #[must_use]
    pub fn place() -> &'static [Self] {
        &Self::ALL[Self::PlaceBias as usize..Self::PartBias as usize]
    }

    /// Those that measure a part of the article: a stretch of a dump, the prose of one path in HTML; the bias comes first.
    ///
    /// ```
    /// use zhengwen::Feature;
    ///
    /// assert_eq!(Feature::part()[0], Feature::PartBias);
    /// assert!(Feature::part().contains(&Feature::PartGap));
    /// ```
    #[must_use]
    pub fn part() -> &'static [Self] {
        &Self::ALL[Self::PartBias as usize..Self::BodyBias as usize]
    }

    /// Those that measure a body as a whole, for how likely it is right; the bias comes first.
    ///
    /// ```
    /// use zhengwen::Feature;
    ///
    /// assert_eq!(Feature::body()[0], Feature::BodyBias);
    /// assert!(Feature::body().contains(&Feature::BodyLength));
    /// ```
    #[must_use]
    pub fn body() -> &'static [Self] {
        &Self::ALL[Self::BodyBias as usize..]
    }
}

impl Features {
    pub(super) fn zero() -> Self {
        Self([0; Feature::BodyBias as usize])
    }

    pub(crate) fn get(&self, feature: Feature) -> f64 {
        self.0.get(feature as usize).map_or(0.0, |&steps| f64::from(steps) / STEPS)
    }

    #[expect(clippy::cast_possible_truncation, reason = "features are small, and what is not saturates")]
    pub(super) fn set(&mut self, feature: Feature, value: f64) {
        // The nearest step; `f64::round` is a call on most processors.
        self.0[feature as usize] = (value * STEPS + 0.5_f64.copysign(value)) as i16;
    }

    pub(super) fn flag(&mut self, feature: Feature, value: bool) {
        self.0[feature as usize] = if value { ONE } else { 0 };
    }
}

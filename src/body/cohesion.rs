//! Texts in, how much of another's wording they share out: body goes on in its own words.

use crate::text::pairs::Pairs;

/// The pairs of Chinese characters that stand side by side in some text.
#[derive(Debug, Default)]
pub(crate) struct Wording(Pairs);

impl Wording {
    /// Takes in another text.
    pub(crate) fn add(&mut self, text: &str) {
        self.0.add(text.chars());
    }

    /// Share of the pairs of `text` that have been seen, 0.0 to 1.0.
    pub(crate) fn share(&self, text: &str) -> f64 {
        self.0.share_of(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_shares_its_topic_with_itself_and_not_with_another() {
        let mut wording = Wording::default();
        wording.add("县水利局今年计划修缮二十座小型水库，目前已有八座完工。");
        assert!(wording.share("水利局负责人表示，其余水库将在汛期前完工。") > 0.2);
        assert!(wording.share("男篮昨晚客场不敌对手，主教练赛后承认准备不足。") < 0.05);
    }
}

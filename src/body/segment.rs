//! Scores in, the range of blocks that is the body out, with the boxes set into it. Judges no single
//! block inside: that is `trim`'s.

use super::cohesion::Wording;
use super::ranges::first_fair;
use super::tail::Closing;
use crate::lexicon::statements::unfolds_text;
use crate::text::punctuation::is_han;
use std::ops::Range;

/// What segmentation needs to know of a block.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Vote<'a> {
    pub(crate) text: &'a str,
    /// Probability of being body, 0.0 to 1.0.
    pub(crate) score: f64,
    pub(crate) chars: usize,
    /// Whether it closes an article.
    pub(crate) closing: Closing,
    pub(crate) ends_sentence: bool,
    /// The element whose text it is: blocks of one body mostly share it. None in a dump.
    pub(crate) holder: Option<usize>,
    /// The element around that.
    pub(crate) around: Option<usize>,
}

/// Where the body stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Body {
    pub(crate) range: Range<usize>,
    /// Boxes set into it: related links and the like, with the lines that head them.
    pub(crate) insets: Vec<Range<usize>>,
}

/// A block scored over this gains, one under it costs.
const NEUTRAL_SCORE: f64 = 0.4;
/// Characters beyond which a block weighs no more, and the least that one weighs: a run of short
/// chrome must not be free.
const HEAVIEST_CHARS: usize = 150;
const LIGHTEST_CHARS: usize = 8;
/// What a dump's short line of Latin words alone costs, and how long it may be: a player's controls and the
/// choices of its captions are eighty such lines in the middle of a text, the longest of 52 characters.
const UNREAD_CHARS: f64 = 1.0;
const CONTROL_CHARS: usize = 60;
/// Blocks as long as this between two stretches of one holder are another text, in characters; cells
/// of a table and captions are shorter.
const LONGEST_CELL_CHARS: usize = 40;
/// Least score of a line over a paragraph behind an inset that is its sub-heading.
const SUBHEADING_SCORE: f64 = 0.3;
/// Score and length of a sentence behind a prompt with which the body goes on: advertisements are shorter.
const SURE_SCORE: f64 = 0.9;
const SURE_CHARS: usize = 24;
/// Least length of a sentence that the range reaches out for in its holder, in characters.
const REACHED_CHARS: usize = 15;
/// A closing line ends the range where this share of its gain stands before it.
const CLOSED_SHARE: f64 = 0.2;
/// Or, where it closes surely, this much gain: about a paragraph of 60 characters.
const CLOSED_GAIN: f64 = 30.0;
/// Blocks behind a closing line in which the body must go on, and how sure and long they must be. In
/// HTML the holder tells body from other texts. In a dump it is the wording: of 535 body paragraphs
/// 90 % share at least 0.10 of their character pairs with the body above them, of as many paragraphs
/// from other articles 10 % share 0.09.
const RESUME: Resume =
    Resume { within_blocks_html: 30, within_blocks_dump: 8, score: 0.4, chars: 30, wording: 0.12 };

struct Resume {
    within_blocks_html: usize,
    within_blocks_dump: usize,
    score: f64,
    chars: usize,
    wording: f64,
}

/// The body: the first of the maximal scoring ranges (Ruzzo and Tompa 1999) that has a fair share of
/// the best one's gain, up to the line that closes it.
/// `headline` is the page's, whose words the body's paragraphs share.
pub(crate) fn segment(votes: &[Vote<'_>], headline: Option<&str>) -> Option<Body> {
    let gains: Vec<f64> = votes.iter().map(gain).collect();
    let (range, total) = first_fair(&gains)?;
    Some(close(reach(range, votes, &gains), total, votes, &gains, headline))
}

/// The range with the text before and behind it in the same holder: a table or a gallery in between
/// costs more than a lead of one paragraph gains.
fn reach(range: Range<usize>, votes: &[Vote<'_>], gains: &[f64]) -> Range<usize> {
    let heaviest = range.clone().max_by(|&a, &b| gains[a].total_cmp(&gains[b]));
    let Some(holder) = heaviest.and_then(|at| votes[at].holder) else { return range };
    let near = RESUME.within_blocks_html;
    let reads = |vote: &Vote<'_>| vote.reads_as_body(REACHED_CHARS) || vote.announces();
    let same = |at: &usize| reads(&votes[*at]) && votes[*at].holder == Some(holder);
    let passes = |at: &usize| same(at) || votes[*at].chars < LONGEST_CELL_CHARS;
    let Range { mut start, mut end } = range;
    while let Some(at) = (start.saturating_sub(near)..start).rev().take_while(passes).find(same) {
        start = at;
    }
    while let Some(at) = (end..(end + near).min(votes.len())).take_while(passes).find(same) {
        end = at + 1;
    }
    start..end
}

/// Ends the range at the first line that closes it and behind which it does not go on.
fn close(range: Range<usize>, total: f64, votes: &[Vote<'_>], gains: &[f64], headline: Option<&str>) -> Body {
    let mut body = Body { range: range.clone(), insets: Vec::new() };
    let mut before = 0.0;
    let mut heaviest = range.start;
    // Few bodies have a line inside them behind which somebody asks for their wording.
    let mut wording = Wording::default();
    let mut unread: Vec<&str> = headline.into_iter().collect();
    for at in range {
        let vote = &votes[at];
        let closed = match vote.closing {
            Closing::No => false,
            Closing::Aside | Closing::Soft => before >= total * CLOSED_SHARE,
            Closing::Another | Closing::Hard => before >= total * CLOSED_SHARE || before >= CLOSED_GAIN,
        };
        if closed {
            let share = |text: &str| {
                unread.drain(..).for_each(|read| wording.add(read));
                wording.share(text)
            };
            if let Some(resumed) = resumes(votes, at..body.range.end, votes[heaviest].holder, share) {
                body.insets.push(at..resumed);
            } else {
                body.range.end = at;
                return body;
            }
        }
        if vote.closing == Closing::Another && !closed {
            // Too little stands above it to be an article: this headline is the article's.
            body.range.start = at + 1;
        }
        before += gains[at];
        if vote.holder.is_none() && gains[at] > 0.0 {
            unread.push(vote.text);
        }
        if gains[at] > gains[heaviest] {
            heaviest = at;
        }
    }
    body
}

/// Where the body goes on behind the closing line at the start of `rest`: in HTML at the next text
/// of the same holder, in a dump, which has no holders, at the next in the same wording, and never
/// behind a line that closes surely.
fn resumes(
    votes: &[Vote<'_>],
    rest: Range<usize>,
    holder: Option<usize>,
    mut share_of_wording: impl FnMut(&str) -> f64,
) -> Option<usize> {
    let is_hard = |at: usize| votes[at].closing == Closing::Hard;
    if holder.is_none() && is_hard(rest.start) {
        return None;
    }
    let closing = rest.start;
    let beside = |at: usize| {
        let before = closing.checked_sub(1).and_then(|before| votes[before].around);
        before.is_some() && votes[at].around == before
    };
    let texts = rest.skip(1).filter(|&at| votes[at].chars > 0);
    let prompted = votes[closing].closing == Closing::Aside && unfolds_text(votes[closing].text);
    let reads = |at: &usize| votes[*at].reads_as_body(RESUME.chars) || prompted && votes[*at].is_sure();
    match holder {
        Some(_) => {
            // 展开全文 parts a text into two elements that stand side by side.
            let goes_on = |at: &usize| {
                votes[*at].holder == holder
                    || prompted && votes[*at].is_sure() && *at == closing + 1 && beside(*at)
            };
            texts
                .take(RESUME.within_blocks_html)
                .find(|at| reads(at) && goes_on(at))
                .map(|at| with_subheadings(votes, closing..at))
        }
        None => {
            texts.take(RESUME.within_blocks_dump).take_while(|&at| !is_hard(at)).find(reads).filter(|&at| {
                are_asides(&votes[closing..at]) || share_of_wording(votes[at].text) >= RESUME.wording
            })
        }
    }
}

/// Where the body goes on before its first paragraph: at the sub-headings right over it.
fn with_subheadings(votes: &[Vote<'_>], inset: Range<usize>) -> usize {
    let holder = votes[inset.end].holder;
    let heads = |vote: &Vote<'_>| {
        vote.holder == holder && vote.closing == Closing::No && vote.score >= SUBHEADING_SCORE
    };
    let over = votes[inset.start + 1..inset.end].iter().rev().take_while(|vote| heads(vote)).count();
    inset.end - over
}

/// True where every line is whole in itself: what follows them is no item of a list that they head.
fn are_asides(votes: &[Vote<'_>]) -> bool {
    votes.iter().all(|vote| vote.closing == Closing::Aside || vote.says_nothing())
}

impl Vote<'_> {
    /// A line over a list or a quotation: `入选的有：`.
    fn announces(&self) -> bool {
        let colon = self.text.ends_with([':', '\u{FF1A}']);
        colon && self.closing == Closing::No && self.score >= RESUME.score
    }

    /// `Play Video`: words, so that dates and figures still part two texts.
    fn is_control(&self) -> bool {
        let words = |c: char| c.is_ascii() && !c.is_ascii_digit();
        self.holder.is_none() && self.chars <= CONTROL_CHARS && self.text.chars().all(words)
    }

    /// Nothing in Chinese.
    fn says_nothing(&self) -> bool {
        !self.text.chars().any(is_han)
    }

    /// A sentence of the body, even where it is short.
    fn is_sure(&self) -> bool {
        self.score >= SURE_SCORE && self.reads_as_body(SURE_CHARS)
    }

    fn reads_as_body(&self, least_chars: usize) -> bool {
        self.score >= RESUME.score && self.chars >= least_chars && self.ends_sentence
    }
}

fn gain(vote: &Vote<'_>) -> f64 {
    let weight = vote.chars.clamp(LIGHTEST_CHARS, HEAVIEST_CHARS) as f64;
    let costs = vote.score < NEUTRAL_SCORE;
    let weight = if costs && vote.is_control() { UNREAD_CHARS } else { weight };
    if vote.chars == 0 { 0.0 } else { (vote.score - NEUTRAL_SCORE) * weight }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(votes: &[Vote<'_>]) -> Option<Range<usize>> {
        segment(votes, None).map(|body| body.range)
    }

    fn vote(score: f64, chars: usize) -> Vote<'static> {
        Vote {
            text: "文",
            score,
            chars,
            closing: Closing::No,
            ends_sentence: true,
            holder: Some(0),
            around: None,
        }
    }

    #[test]
    fn a_body_ends_at_the_line_that_closes_it() {
        let mut votes = vec![vote(0.9, 100); 6];
        votes[2] = Vote { closing: Closing::Hard, ..vote(0.3, 12) };
        for comment in &mut votes[3..] {
            comment.holder = Some(1);
        }
        assert_eq!(range(&votes), Some(0..2));
    }

    #[test]
    fn a_body_goes_on_behind_related_links_inside_it() {
        let mut votes = vec![vote(0.9, 100); 6];
        votes[2] = Vote { closing: Closing::Soft, ..vote(0.3, 12) };
        assert_eq!(range(&votes), Some(0..6));
        for other in &mut votes[3..] {
            other.holder = Some(1);
        }
        assert_eq!(range(&votes), Some(0..2));
    }

    #[test]
    fn a_body_goes_on_in_the_element_beside_a_prompt() {
        let mut votes = vec![Vote { around: Some(9), ..vote(0.95, 100) }; 6];
        votes[2] = Vote { text: "展开全文", closing: Closing::Aside, ..vote(0.3, 12) };
        for rest in &mut votes[3..] {
            rest.holder = Some(1);
        }
        assert_eq!(range(&votes), Some(0..6));
        votes[2].text = "延伸阅读：老茶馆";
        assert_eq!(range(&votes), Some(0..2));
        votes[2].text = "展开全文";
        votes[3].around = Some(8);
        assert_eq!(range(&votes), Some(0..2));
    }

    #[test]
    fn a_box_set_into_the_body_is_told_apart() {
        let mut votes = vec![vote(0.9, 100); 7];
        votes[2] = Vote { closing: Closing::Soft, ..vote(0.3, 12) };
        votes[3] = Vote { ends_sentence: false, ..vote(0.1, 25) };
        let body = segment(&votes, None).unwrap_or_default();
        assert_eq!(body.range, 0..7);
        assert!(body.insets.iter().eq([&(2..4)]));
    }

    #[test]
    fn a_body_goes_on_over_a_short_weak_block() {
        let votes = [(0.9, 100), (0.2, 10), (0.9, 100), (0.0, 60), (0.0, 60)];
        let votes: Vec<_> = votes.iter().map(|&(score, chars)| vote(score, chars)).collect();
        assert_eq!(range(&votes), Some(0..3));
    }

    #[test]
    fn a_body_goes_on_behind_the_controls_of_a_player() {
        let control = Vote { text: "Play Video", ends_sentence: false, holder: None, ..vote(0.0, 20) };
        let mut votes = vec![Vote { holder: None, ..vote(0.9, 100) }; 2];
        votes.extend(vec![control; 80]);
        votes.extend(vec![Vote { holder: None, ..vote(0.9, 100) }; 2]);
        assert_eq!(range(&votes), Some(0..84));
        for other in ["播放视频", "2024-03-21"] {
            for control in &mut votes[2..82] {
                control.text = other;
            }
            assert_eq!(range(&votes), Some(0..2));
        }
    }

    #[test]
    fn the_first_article_wins_over_a_longer_one_below() {
        let mut votes = vec![vote(0.9, 150); 3];
        votes.extend(vec![vote(0.0, 150); 6]);
        votes.extend(vec![vote(0.9, 150); 8]);
        assert_eq!(range(&votes), Some(0..3));
    }
}

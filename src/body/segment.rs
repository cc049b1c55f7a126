//! Scores in, the range of blocks that is the body out. Drops nothing inside it: that is `trim`'s.

use super::tail::Closing;
use std::ops::Range;

/// What segmentation needs to know of a block.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Vote {
    /// Probability of being body, 0.0 to 1.0.
    pub(crate) score: f64,
    pub(crate) chars: usize,
    /// Whether it closes an article.
    pub(crate) closing: Closing,
    /// A short line with a date: another article's.
    pub(crate) is_date_line: bool,
    /// The element whose text it is: blocks of one body mostly share it.
    pub(crate) holder: usize,
}

/// A block scored over this gains, one under it costs.
const NEUTRAL_SCORE: f64 = 0.4;
/// Characters beyond which a block weighs no more, and the least that one weighs: a run of short
/// chrome must not be free.
const HEAVIEST_CHARS: usize = 150;
const LIGHTEST_CHARS: usize = 8;
/// The first range with this share of the best range's gain is the body: what comes below it with
/// more text is another article or the comments.
const FAIR_SHARE: f64 = 0.25;

/// A closing line ends the range where this share of its gain stands before it.
const CLOSED_SHARE: f64 = 0.2;
/// Or, where it closes surely, this much gain: about a paragraph of 60 characters.
const CLOSED_GAIN: f64 = 30.0;
/// Blocks behind a closing line in which the body must go on, and how sure and long they must be.
const RESUME: Resume = Resume { within_blocks: 4, score: 0.6, chars: 30 };

struct Resume {
    within_blocks: usize,
    score: f64,
    chars: usize,
}

/// The body's range: the first of the maximal scoring ranges (Ruzzo and Tompa 1999) that has a fair
/// share of the best one's gain, up to the line that closes it.
pub(crate) fn segment(votes: &[Vote]) -> Option<Range<usize>> {
    let gains: Vec<f64> = votes.iter().map(gain).collect();
    let ranges = maximal_ranges(&gains);
    let best = ranges.iter().map(|(_, gain)| *gain).fold(0.0, f64::max);
    let (range, total) = ranges.into_iter().find(|(_, gain)| *gain >= best * FAIR_SHARE)?;
    Some(range.start..end(range, total, votes, &gains))
}

/// Where the range ends: at the first line that closes it and behind which it does not go on.
fn end(range: Range<usize>, total: f64, votes: &[Vote], gains: &[f64]) -> usize {
    let mut before = 0.0;
    let mut heaviest = range.start;
    for at in range.clone() {
        let closed = match votes[at].closing {
            Closing::No => false,
            Closing::Soft => before >= total * CLOSED_SHARE,
            Closing::Hard => before >= total * CLOSED_SHARE || before >= CLOSED_GAIN,
        };
        if closed && !goes_on(&votes[at..range.end], votes[heaviest].holder) {
            return at;
        }
        before += gains[at];
        if gains[at] > gains[heaviest] {
            heaviest = at;
        }
    }
    range.end
}

/// True where text of the same holder follows soon.
fn goes_on(rest: &[Vote], holder: usize) -> bool {
    rest.iter()
        .skip(1)
        .filter(|vote| vote.chars > 0)
        .take(RESUME.within_blocks)
        .take_while(|vote| vote.closing != Closing::Hard && !vote.is_date_line)
        .any(|vote| vote.score >= RESUME.score && vote.chars >= RESUME.chars && vote.holder == holder)
}

fn gain(vote: &Vote) -> f64 {
    let weight = vote.chars.clamp(LIGHTEST_CHARS, HEAVIEST_CHARS) as f64;
    if vote.chars == 0 { 0.0 } else { (vote.score - NEUTRAL_SCORE) * weight }
}

/// A candidate of the Ruzzo–Tompa scan: its range, and the running sums before and at its end.
struct Candidate {
    range: Range<usize>,
    left: f64,
    right: f64,
}

/// All maximal scoring subsequences, in order, each with its sum. Linear: every candidate is merged
/// at most once, and the search back skips merged ones.
fn maximal_ranges(gains: &[f64]) -> Vec<(Range<usize>, f64)> {
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut sum = 0.0;
    for (at, &gain) in gains.iter().enumerate() {
        let left = sum;
        sum += gain;
        if gain <= 0.0 {
            continue;
        }
        let mut new = Candidate { range: at..at + 1, left, right: sum };
        while let Some(earlier) = candidates.iter().rposition(|c| c.left < new.left) {
            if candidates[earlier].right >= new.right {
                break;
            }
            new = Candidate {
                range: candidates[earlier].range.start..new.range.end,
                left: candidates[earlier].left,
                ..new
            };
            candidates.truncate(earlier);
        }
        candidates.push(new);
    }
    candidates.into_iter().map(|c| (c.range, c.right - c.left)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vote(score: f64, chars: usize) -> Vote {
        Vote { score, chars, closing: Closing::No, is_date_line: false, holder: 0 }
    }

    #[test]
    fn a_body_ends_at_the_line_that_closes_it() {
        let mut votes = vec![vote(0.9, 100); 6];
        votes[2] = Vote { closing: Closing::Hard, ..vote(0.3, 12) };
        for comment in &mut votes[3..] {
            comment.holder = 1;
        }
        assert_eq!(segment(&votes), Some(0..2));
    }

    #[test]
    fn a_body_goes_on_behind_related_links_inside_it() {
        let mut votes = vec![vote(0.9, 100); 6];
        votes[2] = Vote { closing: Closing::Soft, ..vote(0.3, 12) };
        assert_eq!(segment(&votes), Some(0..6));
        for other in &mut votes[3..] {
            other.holder = 1;
        }
        assert_eq!(segment(&votes), Some(0..2));
    }

    #[test]
    fn maximal_ranges_are_those_of_the_published_example() {
        // Ruzzo & Tompa 1999, section 2: (4) -5 (3 -3 1 2 -2 2) ... as intervals.
        let gains = [4.0, -5.0, 3.0, -3.0, 1.0, 2.0, -2.0, 2.0, -2.0, 1.0, 5.0];
        let ranges: Vec<_> = maximal_ranges(&gains).into_iter().map(|(range, _)| range).collect();
        assert_eq!(ranges, [0..1, 2..3, 4..11]);
    }

    #[test]
    fn a_body_goes_on_over_a_short_weak_block() {
        let votes = [(0.9, 100), (0.2, 10), (0.9, 100), (0.0, 60), (0.0, 60)];
        let votes: Vec<_> = votes.iter().map(|&(score, chars)| vote(score, chars)).collect();
        assert_eq!(segment(&votes), Some(0..3));
    }

    #[test]
    fn the_first_article_wins_over_a_longer_one_below() {
        let mut votes = vec![vote(0.9, 150); 3];
        votes.extend(vec![vote(0.0, 150); 6]);
        votes.extend(vec![vote(0.9, 150); 8]);
        assert_eq!(segment(&votes), Some(0..3));
    }
}

//! Gains in, the ranges that gain most out. Knows nothing of text.

use std::ops::Range;

/// The first range with this share of the best range's gain is the body: what comes below it with
/// more text is another article or the comments.
const FAIR_SHARE: f64 = 0.25;
/// Gain beyond which a longer range is worth no more, in characters.
const FULL_GAIN: f64 = 500.0;

/// The first of the maximal scoring ranges that has a fair share of the best one's gain.
pub(crate) fn first_fair(gains: &[f64]) -> Option<Range<usize>> {
    let ranges = maximal_ranges(gains);
    let best = ranges.iter().map(|(_, gain)| *gain).fold(0.0, f64::max);
    let fair = best.min(FULL_GAIN) * FAIR_SHARE;
    ranges.into_iter().find(|(_, gain)| *gain >= fair).map(|(range, _)| range)
}

/// A candidate of the Ruzzo–Tompa scan: its range, and the running sums before and at its end.
struct Candidate {
    range: Range<usize>,
    left: f64,
    right: f64,
    /// The last earlier candidate with a smaller sum before it.
    lower: Option<usize>,
}

/// All maximal scoring subsequences (Ruzzo and Tompa 1999), in order, each with its sum. Linear: a search back follows
/// `lower` links, and what it passes by is never visited again.
fn maximal_ranges(gains: &[f64]) -> Vec<(Range<usize>, f64)> {
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut sum = 0.0;
    for (at, &gain) in gains.iter().enumerate() {
        let left = sum;
        sum += gain;
        if gain <= 0.0 {
            continue;
        }
        let mut new = Candidate { range: at..at + 1, left, right: sum, lower: None };
        loop {
            new.lower = lower(&candidates, new.left);
            match new.lower {
                Some(earlier) if candidates[earlier].right < new.right => {
                    let start = candidates[earlier].range.start;
                    new = Candidate { range: start..new.range.end, left: candidates[earlier].left, ..new };
                    candidates.truncate(earlier);
                }
                _ => break,
            }
        }
        candidates.push(new);
    }
    candidates.into_iter().map(|c| (c.range, c.right - c.left)).collect()
}

/// The last candidate with a smaller sum before it than `left`.
fn lower(candidates: &[Candidate], left: f64) -> Option<usize> {
    let mut at = candidates.len().checked_sub(1);
    while let Some(earlier) = at {
        if candidates[earlier].left < left {
            break;
        }
        at = candidates[earlier].lower;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maximal_ranges_of_falling_sums_take_linear_time() {
        let gains: Vec<f64> = (0..400_000).map(|at| if at % 2 == 0 { -2.0 } else { 1.0 }).collect();
        assert_eq!(maximal_ranges(&gains).len(), 200_000);
    }

    #[test]
    fn maximal_ranges_are_those_of_the_published_example() {
        // Ruzzo & Tompa 1999, section 2: (4) -5 (3 -3 1 2 -2 2) ... as intervals.
        let gains = [4.0, -5.0, 3.0, -3.0, 1.0, 2.0, -2.0, 2.0, -2.0, 1.0, 5.0];
        let ranges: Vec<_> = maximal_ranges(&gains).into_iter().map(|(range, _)| range).collect();
        assert_eq!(ranges, [0..1, 2..3, 4..11]);
    }
}

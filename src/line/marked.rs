//! A line in, itself with a mark for each time and each seam out: labels are looked for in that.

use super::time::{self, Written, chars};
use crate::lexicon::labels::{SEAM, TIME};

/// A line with [`TIME`] for each time in it and [`SEAM`] where inline elements meet, and the times.
pub(crate) struct Marked {
    pub(crate) line: String,
    pub(crate) times: Vec<Written>,
}

/// Marks a line whose inline elements meet at `seams`, in bytes.
pub(crate) fn marked(line: &str, seams: &[u16]) -> Marked {
    let found =
        if line.contains(chars::is_in_every_time) { time::scan(&chars::fold(line)) } else { Vec::new() };
    if found.is_empty() && seams.is_empty() && !line.contains([TIME, SEAM]) {
        // Most lines.
        return Marked { line: line.to_owned(), times: Vec::new() };
    }
    let mut marked = String::with_capacity(line.len() + seams.len() * SEAM.len_utf8());
    let mut starts = found.iter().map(|time| &time.at).peekable();
    let mut seams = seams.iter().map(|&at| usize::from(at)).peekable();
    for (nth, (at, c)) in line.char_indices().enumerate() {
        while starts.peek().is_some_and(|time| time.end <= nth) {
            starts.next();
        }
        let inside = starts.peek().is_some_and(|time| time.contains(&nth));
        let begins = starts.peek().is_some_and(|time| time.start == nth);
        if seams.next_if(|&seam| seam <= at).is_some() && (!inside || begins) {
            marked.push(SEAM);
        }
        if begins {
            marked.push(TIME);
        } else if !inside && c != TIME && c != SEAM {
            marked.push(c);
        }
    }
    Marked { line: marked, times: found.into_iter().map(|time| time.written).collect() }
}

//! Two counts in, the share of one in the other out.

/// `part / whole`, 0.0 where there is no whole.
pub(crate) fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

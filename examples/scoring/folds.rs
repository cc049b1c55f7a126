//! Sites in, folds out: a site is in one fold, so that no page is judged by what its site taught.

use std::collections::HashSet;

/// A number of folds from a command line: with fewer than two nothing is held out.
pub(crate) fn count(text: &str) -> Result<usize, String> {
    text.parse().ok().filter(|&count| count >= 2).ok_or_else(|| "not a number from 2 up".to_owned())
}

/// # Errors
/// Fewer sites than folds, in words: a fold without a page has no figures.
pub(crate) fn enough_sites(pages: &[&str], count: usize) -> Result<(), String> {
    let sites: HashSet<&str> = pages.iter().copied().collect();
    if sites.len() < count {
        return Err(format!("{count} folds need as many sites, and the gold has {}", sites.len()));
    }
    Ok(())
}

/// The fold of each page: sites in order of name, dealt out in turn.
pub(crate) fn folds(pages: &[&str], count: usize) -> Vec<usize> {
    let mut sites = pages.to_vec();
    sites.sort_unstable();
    sites.dedup();
    let place = |site: &&str| sites.binary_search(site).unwrap_or_default();
    pages.iter().map(|site| place(site) % count.max(1)).collect()
}

//! Sites in, folds out: a site is in one fold, so that no page is judged by what its site taught.

/// The fold of each page: sites in order of name, dealt out in turn.
pub(crate) fn folds(pages: &[&str], count: usize) -> Vec<usize> {
    let mut sites = pages.to_vec();
    sites.sort_unstable();
    sites.dedup();
    let place = |site: &&str| sites.binary_search(site).unwrap_or_default();
    pages.iter().map(|site| place(site) % count.max(1)).collect()
}

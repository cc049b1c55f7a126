//! The elements around a page's blocks in, how they stand to each other out: their paths, the one around two, what
//! is inside of some.

use crate::page::{Container, Page};

/// A number for each container's path of tags and classes.
pub(super) fn paths(containers: &[Container]) -> Vec<u64> {
    let mut paths: Vec<u64> = Vec::with_capacity(containers.len());
    for container in containers {
        let outer = paths.get(container.parent).copied().unwrap_or_default();
        let mixed = (outer ^ u64::from(container.signature)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        paths.push(mixed.rotate_left(23));
    }
    paths
}

/// The innermost element around two.
pub(super) fn common(page: &Page, mut a: usize, mut b: usize) -> usize {
    // A container comes after its parent.
    while a != b {
        if a > b {
            a = page.containers[a].parent;
        } else {
            b = page.containers[b].parent;
        }
    }
    a
}

/// Marks what is one of `roots` or inside one.
pub(super) fn inside(page: &Page, roots: &[usize]) -> Vec<bool> {
    let mut marked = vec![false; page.containers.len()];
    for &root in roots {
        marked[root] = true;
    }
    for at in 1..marked.len() {
        marked[at] |= marked[page.containers[at].parent];
    }
    marked
}

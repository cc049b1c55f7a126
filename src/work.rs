//! How much of a page is looked at, in characters and steps, by what looks at it: tests hold it to the page's
//! size. Counted in tests only; anywhere else nothing is left of it.

/// What looks at a page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Part {
    /// Bytes in some charset.
    Bytes,
    /// Markup, before there is a tree.
    Tokens,
    Tree,
    /// Text and attributes on their way from the tree to blocks.
    Walk,
    /// Lines of a dump.
    Lines,
    /// Blanks, marks and the like, asked for by any step.
    Text,
    /// Phrases of the lists.
    Phrases,
    Labels,
    Times,
    Titles,
    People,
    /// What the head declares.
    Head,
    /// Scripts that hold data.
    Data,
    /// Elements around blocks.
    Containers,
}

/// Counts so many characters or steps.
#[inline]
pub(crate) fn look(part: Part, steps: usize) {
    #[cfg(test)]
    counted::add(part, steps);
    #[cfg(not(test))]
    let _ = (part, steps);
}

#[cfg(test)]
pub(crate) use counted::during;

#[cfg(test)]
mod counted {
    use super::Part;
    use std::cell::RefCell;

    thread_local! {
        static WORK: RefCell<Vec<(Part, usize)>> = const { RefCell::new(Vec::new()) };
    }

    pub(super) fn add(part: Part, steps: usize) {
        WORK.with_borrow_mut(|work| match work.iter_mut().find(|(known, _)| *known == part) {
            Some((_, count)) => *count += steps,
            None => work.push((part, steps)),
        });
    }

    /// The work that this thread does in `task`, by part.
    pub(crate) fn during<T>(task: impl FnOnce() -> T) -> (T, Vec<(Part, usize)>) {
        WORK.take();
        let result = task();
        (result, WORK.take())
    }
}

#[cfg(test)]
mod growth;

//! One cleaner on eight threads gives what it gives on one.

mod stored;

use std::thread;
use zhengwen::{Article, Cleaner};

const THREADS: usize = 8;

#[test]
fn a_cleaner_and_what_it_gives_may_cross_threads() {
    fn crosses<T: Send + Sync + 'static>() {}
    crosses::<Cleaner>();
    crosses::<Article>();
    crosses::<zhengwen::Explanation>();
    crosses::<zhengwen::Error>();
}

#[test]
fn eight_threads_print_the_same_bytes_as_one() {
    let pages: Vec<String> = stored::pages().into_iter().map(|(_, page)| page).collect();
    let cleaner = Cleaner::new();
    let alone: Vec<String> = pages.iter().map(|page| printed(&cleaner, page)).collect();
    thread::scope(|scope| {
        for thread in 0..THREADS {
            let (cleaner, pages, alone) = (&cleaner, &pages, &alone);
            scope.spawn(move || {
                // Each begins elsewhere, so that different pages are cleaned at the same time.
                for step in 0..pages.len() {
                    let at = (step + thread * pages.len() / THREADS) % pages.len();
                    assert_eq!(printed(cleaner, &pages[at]), alone[at], "page {at} on thread {thread}");
                }
            });
        }
    });
}

#[test]
fn a_cleaner_of_its_own_on_each_thread_prints_the_same_bytes() {
    // Hash maps are seeded anew on each thread: order that reached the output would show.
    let pages: Vec<String> = stored::pages().into_iter().map(|(_, page)| page).collect();
    let print = || -> Vec<String> {
        let cleaner = Cleaner::new();
        pages.iter().map(|page| printed(&cleaner, page)).collect()
    };
    let prints: Vec<Vec<String>> = thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS).map(|_| scope.spawn(print)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap_or_default()).collect()
    });
    assert!(!prints[0].is_empty() && prints.iter().all(|other| *other == prints[0]));
}

/// Everything that is known of a page, as bytes.
fn printed(cleaner: &Cleaner, page: &str) -> String {
    let explanation = cleaner.explain(page);
    let article = &explanation.article;
    format!("{article:?}\n{}\n{}\n{:?}", article.html(), article.markdown(), explanation.blocks)
}

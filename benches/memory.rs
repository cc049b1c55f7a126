//! Heap of one call of `clean`, counted by an allocator: the peak as a multiple of the page, and the
//! allocations. Made-up pages, and those of a corpus beside the project where there is one.

#![expect(clippy::print_stdout, reason = "a program that prints a table")]

mod corpus;
mod pages;

use zhengwen::Cleaner;

#[global_allocator]
static ALLOCATOR: dhat::Alloc = dhat::Alloc;

/// What one call took.
struct Heap {
    page_bytes: usize,
    peak_bytes: usize,
    allocations: u64,
}

fn main() {
    let cleaner = Cleaner::new();
    // The tables that all pages share are built by the first.
    drop(cleaner.clean("<p>今天天气很好，适合出门走走。</p>"));
    println!("{:<24} {:>9} {:>10} {:>6} {:>12}", "page", "bytes", "peak", "peak/p", "allocations");
    for (name, bytes) in pages::SIZES {
        print(name, &measure(&cleaner, &pages::html(bytes)));
    }
    let mut corpus: Vec<Heap> = corpus::pages("html").iter().map(|page| measure(&cleaner, page)).collect();
    corpus.sort_by_key(|heap| heap.page_bytes);
    if let (Some(median), Some(largest)) = (corpus.get(corpus.len() / 2), corpus.last()) {
        print("corpus, median page", median);
        print("corpus, largest page", largest);
        let allocations: u64 = corpus.iter().map(|heap| heap.allocations).sum();
        println!("{} pages, {} allocations a page", corpus.len(), allocations / corpus.len() as u64);
    }
}

fn measure(cleaner: &Cleaner, page: &str) -> Heap {
    let profiler = dhat::Profiler::builder().testing().build();
    let article = cleaner.clean(page);
    let stats = dhat::HeapStats::get();
    drop(article);
    drop(profiler);
    Heap { page_bytes: page.len(), peak_bytes: stats.max_bytes, allocations: stats.total_blocks }
}

fn print(name: &str, heap: &Heap) {
    let ratio = heap.peak_bytes as f64 / heap.page_bytes as f64;
    println!(
        "{name:<24} {:>9} {:>10} {ratio:>6.2} {:>12}",
        heap.page_bytes, heap.peak_bytes, heap.allocations
    );
}

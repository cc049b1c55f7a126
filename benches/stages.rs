//! Each stage alone, on a made-up page and on the pages of a corpus beside the project where there is
//! one: a slowdown names its file. `cargo bench --features bench --bench stages`

mod corpus;
mod pages;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use zhengwen::stages::{Prepared, Stage};

criterion_group!(stages, made, saved);
criterion_main!(stages);

fn made(criterion: &mut Criterion) {
    time(criterion, "made", &[pages::html(100 << 10)]);
}

fn saved(criterion: &mut Criterion) {
    time(criterion, "corpus", &corpus::pages("html"));
}

fn time(criterion: &mut Criterion, name: &str, pages: &[String]) {
    if pages.is_empty() {
        return;
    }
    let bytes = pages.iter().map(|page| page.len() as u64).sum();
    let prepared: Vec<Prepared> = pages.iter().map(|page| Prepared::of(page)).collect();
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Bytes(bytes)).sample_size(10);
    for &stage in Stage::ALL {
        group.bench_function(format!("{stage:?}").to_lowercase(), |bencher| {
            bencher.iter(|| prepared.iter().for_each(|page| page.run(stage)));
        });
    }
}

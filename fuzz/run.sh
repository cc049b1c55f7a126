#!/bin/sh
# Builds the fuzz targets on a stable toolchain, without cargo-fuzz, and runs one:
#   fuzz/run.sh TARGET [libFuzzer options]
set -eu
cd "$(dirname "$0")"
target=$1
shift
# What cargo-fuzz passes for coverage; with a target triple build scripts are built without it.
coverage="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table
    -Cllvm-args=-sanitizer-coverage-trace-compares"
triple=$(rustc -vV | sed -n 's/^host: //p')
RUSTFLAGS="--cfg fuzzing $(echo $coverage) -Cdebug-assertions -Ccodegen-units=1" \
    cargo build --locked --quiet --release --target "$triple"
./seed.sh
mkdir -p "artifacts/$target"
exec "target/$triple/release/$target" "corpus/$target" -dict=dictionaries/chinese_html.dict -max_len=16384 \
    -timeout=20 -print_final_stats=1 -artifact_prefix="artifacts/$target/" "$@"

#!/bin/sh
# Copies the test pages to the corpus of each target; they are kept once, in tests/pages.
set -eu
cd "$(dirname "$0")"
for target in clean_html clean_text clean_bytes metadata_lines; do
    mkdir -p "corpus/$target"
done
[ -d ../tests/pages ] || { echo "no tests/pages: starting from nothing" >&2; exit 0; }
# The folder of a page is part of the copy's name: names may stand in two folders.
copy() {
    find ../tests/pages -type f -name "$1" | while read -r page; do
        cp "$page" "corpus/$2/$(echo "${page#../tests/pages/}" | tr / -)"
    done
}
for pattern in '*.html' '*.htm'; do
    copy "$pattern" clean_html
    copy "$pattern" clean_bytes
done
copy '*.txt' clean_text
copy '*.txt' metadata_lines
copy '*.txt' clean_bytes

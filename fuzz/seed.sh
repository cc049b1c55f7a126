#!/bin/sh
# Copies the test pages to the corpus of each target; they are kept once, under tests.
set -eu
cd "$(dirname "$0")"
# The folder of a page is part of the copy's name: names may stand in two folders.
copy() {
    mkdir -p "corpus/$2"
    find ../tests/pages ../tests/crashers -type f -name "$1" | while read -r page; do
        name=$(echo "${page#../tests/}" | tr / -)
        # clean_bytes takes the first byte for the choice of a header.
        [ "$2" = clean_bytes ] && { printf '0'; cat "$page"; } >"corpus/$2/$name" || cp "$page" "corpus/$2/$name"
    done
}
copy '*.html' clean_html
copy '*.txt' clean_text
copy '*.txt' metadata_lines
copy '*.html' clean_bytes
copy '*.txt' clean_bytes

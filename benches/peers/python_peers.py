"""The same table for extractors from PyPI: python_peers.py RATIO_MBS PATH...

RATIO_MBS is the MB/s of scraper::Html::parse_document in the table of `peers`, from the same run.
"""

import sys
import time

import resiliparse.extract.html2text as resiliparse
import trafilatura

PEERS = {
    "resiliparse (C, Python)": lambda page: resiliparse.extract_plain_text(page, main_content=True),
    "trafilatura (Python)": lambda page: trafilatura.bare_extraction(page, with_metadata=True),
}


def read(path):
    """A page as text: the charset it declares, else UTF-8, else GB18030."""
    data = open(path, "rb").read()
    for charset in ("utf-8", "gb18030", "big5"):
        try:
            return data.decode(charset)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace")


def seconds(run, page, rounds):
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        try:
            run(page)
        except Exception:  # a page that an extractor fails on counts with the time it took
            pass
        best = min(best, time.perf_counter() - start)
    return best


def main():
    yardstick, pages = float(sys.argv[1]), [read(path) for path in sys.argv[2:]]
    megabytes = sum(len(page.encode()) for page in pages) / 1e6
    for name, run in PEERS.items():
        speed = megabytes / sum(seconds(run, page, 3) for page in pages)
        print(f"| {name} | {speed:.1f} | {yardstick / speed:.2f} (of all pages) | – |")


if __name__ == "__main__":
    main()

"""Pages a second beside other extractors, in one run over the same pages, and what more threads are worth.

    python bench/speed.py PATH...      files, or folders of .html files; at least --copies of each

Each extractor gets every page as `str`, one at a time, on one thread, and gives text with title and time where it
knows them; of several rounds, taken in turns, the best counts for each. What is absent is left out.
"""

import argparse
import os
import statistics
import time
import warnings
from pathlib import Path

import zhengwen

warnings.filterwarnings("ignore")


def peers():
    """Extractors by name; each takes a page as text."""
    found = {"zhengwen": zhengwen.clean}
    try:
        import trafilatura

        found["trafilatura"] = lambda page: trafilatura.bare_extraction(page, with_metadata=True)
        found["trafilatura, fast, body alone"] = lambda page: trafilatura.extract(page, fast=True)
    except ImportError:
        pass
    try:
        from gne import GeneralNewsExtractor

        found["gne"] = GeneralNewsExtractor().extract
    except ImportError:
        pass
    try:
        from newspaper import Article, Config

        config = Config()
        config.fetch_images = False  # nobody else fetches
        config.language = "zh"

        def newspaper(page):
            article = Article("https://news.example.com/", config=config)
            article.download(input_html=page)
            article.parse()

        found["newspaper4k"] = newspaper
    except ImportError:
        pass
    try:
        from resiliparse.extract.html2text import extract_plain_text

        found["resiliparse, body alone"] = lambda page: extract_plain_text(page, main_content=True)
    except ImportError:
        pass
    return found


def read(path):
    """A page as text, or None for what is none."""
    data = path.read_bytes()
    for charset in ("utf-8", "gb18030"):
        try:
            return data.decode(charset)
        except UnicodeDecodeError:
            pass
    return None


def seconds(run, pages):
    """Seconds for all pages, and how many the extractor failed on."""
    failed = 0
    start = time.perf_counter()
    for page in pages:
        try:
            run(page)
        except Exception:  # it counts with the time it took
            failed += 1
    return time.perf_counter() - start, failed


def table(pages, rounds):
    found = peers()
    best = {name: float("inf") for name in found}
    failed = {}
    for _ in range(rounds):
        for name, run in found.items():
            taken, failed[name] = seconds(run, pages)
            best[name] = min(best[name], taken)
    megabytes = sum(len(page.encode()) for page in pages) / 1e6
    print(f"{len(pages)} pages, {megabytes:.1f} MB, best of {rounds} rounds\n")
    print("| | pages/s | MB/s | times zhengwen's time | failed |")
    print("|---|---|---|---|---|")
    for name, taken in best.items():
        ratio = taken / best["zhengwen"]
        print(
            f"| {name} | {len(pages) / taken:.0f} | {megabytes / taken:.1f} | {ratio:.2f} | {failed[name]} |"
        )


def threads(pages, rounds):
    processors = os.cpu_count() or 1
    counts = [count for count in (1, 2, 4, 8, 16) if count <= processors]
    best = {count: float("inf") for count in counts}
    for _ in range(rounds * 2):
        for count in counts:
            start = time.perf_counter()
            zhengwen.clean_many(pages, count)
            best[count] = min(best[count], time.perf_counter() - start)
    print("\n| threads of `clean_many` | pages/s | times one |")
    print("|---|---|---|")
    for count, taken in best.items():
        print(f"| {count} | {len(pages) / taken:.0f} | {best[1] / taken:.2f} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--copies", type=int, default=1, help="how often each page is taken")
    options = parser.parse_args()
    files = []
    for path in options.paths:
        files += sorted(path.glob("*.html")) if path.is_dir() else [path]
    pages = [page for page in map(read, files) if page] * options.copies
    if not pages:
        parser.error("no pages there")
    print(f"load before: {os.getloadavg()[0]:.2f} of {os.cpu_count()} processors")
    print(f"median page: {statistics.median(len(page.encode()) for page in pages) / 1000:.1f} kB")
    table(pages, options.rounds)
    threads(pages, options.rounds)
    print(f"\nload after: {os.getloadavg()[0]:.2f}")


if __name__ == "__main__":
    main()

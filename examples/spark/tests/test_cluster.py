"""Every page once, whatever happens to a worker, and all near copies found."""

from __future__ import annotations

import numpy as np
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import zhengwen
from conftest import LARGEST, PAGES
from generated import FILES, rows


def table(run):
    """The rows of a run by the file and row that they come from, as the pages were drawn."""
    found = ds.dataset(run.output, partitioning="hive").to_table().to_pylist()
    numbers = {f"pages-{number}.parquet": number for number in range(FILES)}
    for row in found:
        row["number"] = row["offset"] * FILES + numbers[row.pop("file").rsplit("/", 1)[1]]
    return sorted(found, key=lambda row: row["number"])


def test_every_page_comes_out_once(whole, planted):
    assert [row["number"] for row in table(whole)] == list(range(PAGES))
    assert whole.report["pages"] == PAGES


def test_a_lost_executor_changes_nothing(whole, wounded, capsys):
    with capsys.disabled():
        for name, run in (("without a kill", whole), (f"executor {wounded.killed} killed", wounded)):
            print(f"\n{name}: {run.report}")
    assert len(wounded.killed) == 1 and "Lost executor" in wounded.log
    assert not whole.killed
    same = [key for key in whole.report if not key.startswith("seconds")]
    assert {key: wounded.report[key] for key in same} == {key: whole.report[key] for key in same}
    assert table(wounded) == table(whole)


def test_rows_are_what_the_module_gives(whole):
    pages = list(rows(PAGES, LARGEST))
    found = table(whole)
    assert [row["page_url"] for row in found] == [url for _, url, _ in pages]
    good = [(row, page) for row, (bad, _, page) in zip(found, pages) if bad in (None, "copy")]
    articles = zhengwen.clean_many(
        [page.decode() for _, page in good], urls=[row["page_url"] for row, _ in good]
    )
    for (row, _), article in zip(good, articles):
        wanted = article.to_dict()
        for key in ("title", "published", "source", "authors", "editors", "text", "kind", "script", "url"):
            assert row[key] == wanted[key]
        assert row["fingerprint"] % 2**64 == article.fingerprint and row["error"] is None
        assert str(row["day"]) == wanted["published"][:10]


def test_bad_rows_have_their_error(whole, planted):
    bad = {number: what for number, what in enumerate(planted) if what not in (None, "copy")}
    assert len(bad) == PAGES // 100
    told = {
        "null": "no page: null",
        "no text": "not text: 200 of 200 bytes are control characters",
        "too large": f"page of {LARGEST + 3} bytes is over the limit of {LARGEST}",
        "gbk in a string": None,
    }
    found = table(whole)
    for number, what in bad.items():
        row = found[number]
        assert row["error"] == told[what]
        assert row["title"] == (None if told[what] else "春耕开始")
    assert whole.report["failed"] == sum(what != "gbk in a string" for what in bad.values())
    assert all(row["error"] is None for number, row in enumerate(found) if number not in bad)


def test_near_copies_are_those_of_all_pairs(whole, planted):
    """The join against every pair, counted one by one."""
    found = table(whole)
    read = [row for row in found if row["error"] is None and len(row["text"]) >= 50]
    prints = np.unique(np.array([row["fingerprint"] for row in read], dtype=np.int64))
    least = {}
    for print_ in prints:
        near = prints[np.bitwise_count((prints ^ print_).view(np.uint64)) <= 3]
        least[int(print_)] = int(near.min()) if len(near) > 1 else None
    times = dict(zip(*np.unique([row["fingerprint"] for row in read], return_counts=True)))
    for row in read:
        alone = times[row["fingerprint"]] == 1 and least[row["fingerprint"]] is None
        nearest = least[row["fingerprint"]]
        wanted = None if alone else row["fingerprint"] if nearest is None else nearest
        assert row["near_fingerprint"] == wanted
    assert all(row["near_fingerprint"] is None for row in found if row["error"])
    copies = [found[number] for number, what in enumerate(planted) if what == "copy"]
    marked = sum(row["near_fingerprint"] is not None for row in copies)
    assert len(copies) > PAGES / 12 and marked > 0.9 * len(copies), (marked, len(copies))
    originals = sum(row["near_fingerprint"] is not None for row in read) - marked
    assert originals <= marked, "what was drawn by itself is near to its copies alone"


def test_the_output_is_laid_out_by_day_and_host(whole):
    folders = {file.parent.relative_to(whole.output) for file in whole.output.rglob("*.parquet")}
    days = {folder.parts[0] for folder in folders}
    assert days == {"day=unknown"} | {f"day=2024-03-{day:02}" for day in range(1, 29)}
    assert {folder.parts[1] for folder in folders} == {"host_bucket=0", "host_bucket=1"}
    for file in whole.output.rglob("*.parquet"):
        assert pq.read_metadata(file).row_group(0).column(0).compression == "ZSTD"
    left = [path.name for path in whole.output.parent.glob("whole.*")]
    assert sorted(left) == ["whole.json", "whole.log"]

"""A wrong command, and an output that is there, end at once and say why."""

from __future__ import annotations

import subprocess
import sys

import pytest
from conftest import JOB
from pages_to_articles.near_copies import masks


def refused(*arguments: str) -> str:
    done = subprocess.run([sys.executable, str(JOB), *arguments], capture_output=True, text=True)
    assert done.returncode == 2 and done.stdout == ""
    return done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--output", "x"], "PATH"),
        (["in", "--output", "x", "--partitions", "0"], "'0' is no whole number from 1"),
        (["in", "--output", "x", "--max-bytes", "1e9"], "'1e9' is no whole number from 1 to 268435456"),
        (["in", "--output", "x", "--bands", "3"], "--bands 3 is not more than --distance 3"),
        (["in", "--output", "x", "--conf", "spark.x"], "'spark.x' is not KEY=VALUE"),
        (["in", "--output", "x", "--format", "csv"], "invalid choice: 'csv'"),
    ],
)
def test_a_wrong_command_is_told(arguments, told):
    assert told in refused(*arguments)


def test_columns_that_are_not_there_and_outputs_that_are(folder, planted):
    pages, local = str(folder / "pages"), ["--master", "local[1]"]
    told = refused(pages, "--output", str(folder / "none"), "--html-column", "body", *local)
    assert "no column 'body' of strings or bytes; the input has url string, html string" in told
    assert not (folder / "none").exists()
    assert "is there already; --overwrite replaces it" in refused(pages, "--output", pages, *local)


@pytest.mark.parametrize(("bands", "distance", "keys"), [(4, 3, 4), (5, 3, 10), (6, 3, 20), (8, 7, 8)])
def test_near_fingerprints_share_a_key(bands, distance, keys):
    """Whichever bits differ, so long as they are few enough; tried on those of a band's edges and others."""
    found = [mask % 2**64 for mask in masks(bands, distance)]
    assert len(found) == len(set(found)) == keys
    bits = [0, 1, 15, 16, 31, 32, 47, 48, 62, 63][: 5 + distance]
    for start in range(len(bits) - distance + 1):
        differ = sum(1 << bit for bit in bits[start : start + distance])
        assert any(differ & mask == 0 for mask in found)

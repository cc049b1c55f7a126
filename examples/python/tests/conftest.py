"""Pages that ship with the project, and the example programs of the library to be held against."""

import json
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[3]
PAGES = PROJECT / "tests" / "pages"

BODY = "南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。"
PAGE = (
    "<title>春耕开始_新村网</title><h1>春耕开始</h1>"
    "<p>2024年03月21日 10:20 来源：新村日报 记者：李大同</p>"
    f"<p>{BODY}</p><p>责任编辑：赵晓</p><p><a href=/>更多新闻</a></p>"
)
TRADITIONAL = (
    "<h1>老渡口的末班船</h1><p>2024-03-22</p>"
    "<p>清晨六點，柳溪江上的霧還沒有散，六十二歲的船工已經解開了纜繩，準備開出最後一班船。</p>"
)


# Not those that the programs take for web archives.
FILES = sorted(
    file
    for file in [*PAGES.glob("*.html"), *PAGES.glob("*.txt")]
    if not file.read_bytes().startswith(b"WARC/")
)


def run_example(name: str, *arguments: str) -> dict[str, str]:
    """What an example program prints for all pages of the project: lines of JSON by the page's file."""
    command = ["cargo", "run", "--locked", "--quiet", "--release", "--example", name, "--", *arguments]
    printed = subprocess.run(
        [*command, *map(str, FILES)], cwd=PROJECT, check=True, capture_output=True, text=True
    ).stdout
    return {Path(json.loads(line)["id"]).name: line for line in printed.splitlines()}


@pytest.fixture(scope="session")
def cleaned() -> dict[str, str]:
    return run_example("clean", "--format", "json", "--quiet")


@pytest.fixture(scope="session")
def explained() -> dict[str, str]:
    return run_example("explain", "--json")


@pytest.fixture(scope="session")
def pages() -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in FILES}

"""The stubs are those of the module, and strict type checkers accept what the README does."""

import subprocess
import sys

import pytest

pytest.importorskip("mypy")

GOOD = """
import zhengwen

article: zhengwen.Article = zhengwen.clean(b"<p>", url=None, input="html")
names: list[str] = article.authors
sources: list[str] = [image["src"] for image in article.images]
articles: list[zhengwen.Article] = zhengwen.clean_many(["<p>"], 2)
for result in zhengwen.clean_many(["<p>"], errors="return"):
    if isinstance(result, zhengwen.ZhengwenError):
        print(result)
    else:
        print(result.title)
"""

BAD = """
import zhengwen

zhengwen.clean(1)
zhengwen.clean("<p>", input="pdf")
zhengwen.clean("<p>").titel
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", *arguments], capture_output=True, text=True)


def test_stubs_agree_with_the_module():
    result = run("mypy.stubtest", "zhengwen", "--ignore-missing-stub")
    assert result.returncode == 0, result.stdout + result.stderr


def test_types_are_checked(tmp_path):
    good, bad = tmp_path / "good.py", tmp_path / "bad.py"
    good.write_text(GOOD)
    bad.write_text(BAD)
    options = ["mypy", "--strict", f"--cache-dir={tmp_path}"]
    assert run(*options, str(good)).stdout.startswith("Success")
    told = run(*options, str(bad)).stdout
    for error in ("arg-type", 'has no attribute "titel"', "3 errors"):
        assert error in told, told

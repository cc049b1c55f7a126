"""The README's lines run as they stand there, and print what it says."""

import re
from pathlib import Path

import pytest
from conftest import PAGE

README = Path(__file__).resolve().parents[1] / "README.md"
BLOCKS = re.findall(r"```python\n(.*?)```", README.read_text(), re.DOTALL)


def needs(block: str) -> list[str]:
    """Modules that a block imports."""
    return re.findall(r"^(?:from|import) (\w+)", block, re.MULTILINE)


@pytest.mark.parametrize("block", BLOCKS, ids=[f"block{number}" for number in range(len(BLOCKS))])
def test_the_block_runs(block, tmp_path, monkeypatch, capsys):
    for module in needs(block):
        pytest.importorskip(module)
    monkeypatch.chdir(tmp_path)
    Path("page.html").write_text(PAGE)
    names = {"html": PAGE, "url": "https://news.example.com/2024/03/21/1.html"}
    exec(compile(block, "README.md", "exec"), names)
    told = re.findall(r"^print\(.*\)  # (.*)$", block, re.MULTILINE)
    assert capsys.readouterr().out.splitlines()[: len(told)] == told

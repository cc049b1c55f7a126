"""Web archives in Common Crawl's form: a member of gzip a record, WARC and WET, whole and broken off; each page as the program for one machine has it."""

from __future__ import annotations

import gzip
import json
import subprocess
import zlib
from pathlib import Path

import pyarrow.dataset as ds
import pytest
from conftest import run
from generated import page
from pages_to_articles import archives, job, options

PROJECT = Path(__file__).resolve().parents[3]
LARGEST = 50_000  # bytes

BODY = [
    "春耕开始了，各地农民下田插秧，农技人员到田间地头指导，预计月底可以完成任务。",
    "育秧大棚里的温度一直保持在二十五度左右，农技站站长每天早晚都要来看两次。",
]

TAGS = "网页的段落写在<p>和</p>之间，浏览器据此分段，读者看到的就是这样的文字。"


def member(kind: str, url: str, content: bytes, content_type: str) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-03-22T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{len(url):012}>\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + content + b"\r\n\r\n")


def response(url: str, body: bytes, kind: str = "text/html", more: str = "", status: str = "200 OK") -> bytes:
    kind = f"Content-Type: {kind}\r\n" if kind else ""
    head = f"HTTP/1.1 {status}\r\n{kind}{more}\r\n".encode()
    return member("response", url, head + body, "application/http; msgtype=response")


def chunked(body: bytes) -> bytes:
    parts = [body[at : at + 300] for at in range(0, len(body), 300)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


AT = "https://news.example.com/"
HTML = page("春耕开始", 21, BODY, 1).encode()
CHUNKED, GZIP = "Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip\r\n"

# Whose text comes out.
READ = {
    "plain": response(f"{AT}plain", HTML),
    "gbk": response(f"{AT}gbk", HTML.decode().encode("gb18030"), "text/html; charset=gbk"),
    "xhtml": response(f"{AT}xhtml", HTML, "Application/XHTML+xml"),
    "untold": response(f"{AT}untold", HTML, ""),
    "as-text": response(f"{AT}as-text", HTML, "text/plain"),
    "not-found": response(f"{AT}not-found", HTML, status="404 Not Found"),
    "angle": response(f"<{AT}angle>", HTML),
    "chunked": response(f"{AT}chunked", chunked(HTML), more=CHUNKED),
    "chunked-not": response(f"{AT}chunked-not", HTML, more=CHUNKED),
    "gzip": response(f"{AT}gzip", gzip.compress(HTML), more=GZIP),
    "gzip-not": response(f"{AT}gzip-not", HTML, more=GZIP),
    "gzip-chunked": response(f"{AT}gzip-chunked", chunked(gzip.compress(HTML)), more=CHUNKED + GZIP),
    "deflate": response(f"{AT}deflate", zlib.compress(HTML), more="Content-Encoding: deflate\r\n"),
    "brotli-not": response(f"{AT}brotli-not", HTML, more="Content-Encoding: br\r\n"),
    "resource": member("resource", f"{AT}resource", HTML, "text/html"),
}

# That come out as far as they go.
CUT = {
    "cut-chunk": response(f"{AT}cut-chunk", chunked(HTML)[:-60], more=CHUNKED),
    "cut-gzip": response(f"{AT}cut-gzip", gzip.compress(HTML)[:-60], more=GZIP),
}

# Whose rows have an error.
FAILED = {
    "large": response(f"{AT}large", b"<p>" + b"x" * (LARGEST + 10_000)),
    "noise": response(f"{AT}noise", bytes(range(1, 9)) * 50),
    "bad-gzip": response(f"{AT}bad-gzip", gzip.compress(HTML)[:20] + b"\xff" * 60, more=GZIP),
    "brotli": response(f"{AT}brotli", b"\x8b\xff" * 60, more="Content-Encoding: br\r\n"),
    "headless": member("response", f"{AT}headless", b"HTTP/1.1 200 OK\r\nConte", "application/http"),
    "no-response": member("response", f"{AT}no-response", b"page not kept\r\n\r\n", "application/http"),
}

# That are no pages.
OTHERS = {
    "info": member("warcinfo", f"{AT}info", b"software: made up\r\n", "application/warc-fields"),
    "request": member("request", f"{AT}request", b"GET / HTTP/1.1\r\n\r\n", "application/http"),
    "moved": response(f"{AT}moved", HTML, status="301 Moved Permanently"),
    "picture": response(f"{AT}picture", b"\x89PNG", "image/png"),
    "style": response(f"{AT}style", "p { 颜色 }".encode(), "text/css"),
    "dns": member(
        "resource", f"{AT}dns", b"20240322000000\nnews.example.com. 60 IN A 192.0.2.1\n", "text/dns"
    ),
}


def damaged(member: bytes) -> bytes:
    """A member of gzip that is broken in its middle."""
    middle = len(member) // 2
    return member[:middle] + b"\xff" * 20 + member[middle + 20 :]


@pytest.fixture(scope="module")
def written(folder) -> Path:
    """Archives, the good ones in a folder of their own."""
    good, bad = folder / "archives" / "good", folder / "archives" / "bad"
    good.mkdir(parents=True)
    bad.mkdir()
    # The first and the last are read whatever stands between.
    parts = [READ["plain"], *OTHERS.values(), *FAILED.values(), *CUT.values(), *list(READ.values())[1:]]
    (good / "whole.warc.gz").write_bytes(b"".join(parts))
    text = "首页 新闻\n春耕开始\n2024年03月21日 10:20 来源：新村日报\n" + "\n".join(BODY)
    wet = member("conversion", f"{AT}wet", text.encode(), "text/plain")
    tags = member("conversion", f"{AT}tags", TAGS.encode(), "text/plain")
    (good / "pages.warc.wet.gz").write_bytes(wet + tags)
    (good / "empty.warc.gz").write_bytes(b"")
    (bad / "broken.warc.gz").write_bytes(READ["plain"] + READ["gbk"][:-40])
    (bad / "middle.warc.gz").write_bytes(READ["plain"] + damaged(READ["gbk"]) + READ["untold"])
    picture = response(f"{AT}picture", b"\x89PNG" * (1 << 19), "image/png")
    (bad / "picture.warc.gz").write_bytes(picture + READ["plain"])
    (bad / "noise.warc.gz").write_bytes(bytes(range(256)) * 20)
    return folder / "archives"


def key(row: dict, address: str) -> tuple[str, str]:
    """The file of a row, and how its address ends."""
    return row["file"].rsplit("/", 1)[1].split(".")[0], (row[address] or "").rpartition("/")[2]


@pytest.fixture(scope="module")
def read(folder, written):
    """Rows of archives by file and address."""
    limits = ["--max-bytes", str(LARGEST), "--master", "local[2]"]
    inputs = [str(written / name) for name in ("good", "bad")]
    done = run(inputs, folder / "articles", "--format", "warc", *limits)
    rows = ds.dataset(done.output, partitioning="hive").to_table().to_pylist()
    found = {key(row, "page_url"): row for row in rows}
    assert len(found) == len(rows), "no row comes twice"
    return found


def test_pages_are_read_whatever_their_coding(read):
    for name in READ:
        row = read["whole", name]
        assert (row["title"], row["error"]) == ("春耕开始", None), name
        assert row["text"].splitlines() == BODY, name
        assert row["published"] == "2024-03-21T10:20:00+08:00"
    for name in CUT:
        assert read["whole", name]["title"] == "春耕开始", name
    assert read["pages", "wet"]["text"].splitlines() == BODY
    assert read["pages", "tags"]["text"] == TAGS


def test_what_is_no_page_has_no_row(read):
    assert {name for file, name in read if file == "whole"} == {*READ, *CUT, *FAILED}
    assert {name for file, name in read if file == "picture"} == {"plain"}, "however large it is"


def test_bad_records_and_archives_have_their_error(read):
    for name in FAILED:
        assert read["whole", name]["error"] and read["whole", name]["text"] is None, name
    assert read["whole", "large"]["error"] == f"page of more bytes than the limit of {LARGEST}"
    assert read["whole", "noise"]["error"] == "not text: 400 of 400 bytes are control characters"
    assert read["whole", "brotli"]["error"] == "HTTP: content encoding br is not read"
    assert read["broken", "plain"]["title"] == read["middle", "plain"]["title"] == "春耕开始"
    assert read["broken", "gbk"]["error"].startswith("record: cut off, ")
    for file, rows in (("noise", 1), ("middle", 2)):
        assert len([name for its_file, name in read if its_file == file]) == rows, file
        assert "the archive cannot be read behind byte" in read[file, ""]["error"], file


def test_rows_are_those_of_the_program_for_one_machine(folder, written, read):
    """The same records of the same archives, each with the same article, or an error in both."""
    output = folder / "one machine"
    command = ["cargo", "run", "--locked", "--quiet", "-p", "zhengwen-archive", "--bin", "archive", "--"]
    limits = ["--max-page", str(LARGEST), "--format", "jsonl"]
    subprocess.run([*command, written / "good", "--output", output, *limits], cwd=PROJECT, check=True)
    lines = [line for file in output.glob("part-*.jsonl") for line in file.read_text().splitlines()]
    theirs = {key(row, "url"): row for row in map(json.loads, lines)}
    ours = {at: row for at, row in read.items() if at[0] in ("whole", "pages") and not row["error"]}
    assert theirs.keys() == ours.keys() and len(lines) == len(READ) + len(CUT) + 2
    columns = "title published source authors editors text kind confidence language script fingerprint offset"
    for at, row in ours.items():
        assert {name: row[name] for name in columns.split()} == {
            name: theirs[at][name] for name in columns.split()
        }, at
        assert json.loads(row["blocks"]) == theirs[at]["blocks"], at
    told = [json.loads(line) for line in (output / "_errors.jsonl").read_text().splitlines()]
    offsets = {row["offset"] for at, row in read.items() if at[0] == "whole" and row["error"]}
    assert {error["offset"] for error in told} == offsets and len(told) == len(FAILED)


def test_a_file_that_cannot_be_read_is_no_row(folder):
    """What the system refuses is raised, so that the job does not end as if all were read."""
    with pytest.raises(FileNotFoundError):
        list(archives.records(str(folder / "not there.warc.gz"), LARGEST))
    with pytest.raises(OSError, match="Input/output error"):
        list(archives.records("/proc/self/mem", LARGEST))  # its first page is nobody's


def asked(folder: Path, name: str):
    given = [str(folder / f"{name}.warc.gz"), "--format", "warc", "--output", str(folder / name)]
    return options.read(given)


def test_a_file_that_is_gone_fails_its_task(folder, spark):
    (folder / "gone.warc.gz").write_bytes(READ["plain"])
    pages = archives.read(spark, asked(folder, "gone"))
    (folder / "gone.warc.gz").unlink()
    with pytest.raises(Exception, match="FileNotFoundError"):
        pages.collect()


def test_an_archive_without_pages_is_no_error(folder, spark):
    (folder / "others.warc.gz").write_bytes(b"".join(OTHERS.values()))
    report = job.run(spark, asked(folder, "others"))
    assert (report["pages"], report["days"], report["errors"]) == (0, 0, {})


@pytest.mark.parametrize(
    ("name", "pages"),
    [
        ("wget.warc.gz", ["http://127.0.0.1:8765/page.html", "http://127.0.0.1:8765/river.html"]),
        (
            "warcio.wet.gz",
            ["http://news.example/2024/bridge.html", "http://news.example/2024/river.html"],
        ),
    ],
)
def test_archives_that_other_programs_wrote_are_read(name, pages):
    """And what Wget says of its own run is no page."""
    path = PROJECT / "examples/archive/tests/archive/others" / name
    read = list(archives.records(str(path), LARGEST))
    assert [(url, problem) for _, _, url, _, _, problem, _ in read] == [(url, None) for url in pages]

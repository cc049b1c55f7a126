"""Web archives in Common Crawl's form: a member of gzip a record, WARC and WET, whole and broken off."""

from __future__ import annotations

import gzip

import pyarrow.dataset as ds
import pytest
from conftest import run
from generated import page

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


def response(url: str, body: bytes, kind: str = "text/html", coding: str = "") -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n{coding}\r\n".encode()
    return member("response", url, head + body, "application/http; msgtype=response")


def chunked(body: bytes) -> bytes:
    parts = [body[at : at + 300] for at in range(0, len(body), 300)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


@pytest.fixture(scope="module")
def read(folder):
    """Rows of an archive of each kind by their addresses."""
    archives = folder / "archives"
    archives.mkdir()
    html = page("春耕开始", 21, BODY, 1)
    at = "https://news.example.com/"
    whole = [
        member("warcinfo", at, b"software: made up\r\n", "application/warc-fields"),
        member("request", at, b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
        response(f"{at}plain", html.encode()),
        response(f"{at}gbk", html.encode("gb18030"), "text/html; charset=gbk"),
        response(f"{at}chunked", chunked(html.encode()), coding="Transfer-Encoding: chunked\r\n"),
        response(f"{at}gzip", gzip.compress(html.encode()), coding="Content-Encoding: gzip\r\n"),
        response(f"{at}picture", b"\x89PNG", "image/png"),
        response(f"{at}large", b"<p>" + b"x" * 60_000),
        response(f"{at}noise", bytes(range(1, 9)) * 50),
        response(f"{at}last", html.encode()),
    ]
    (archives / "whole.warc.gz").write_bytes(b"".join(whole))
    (archives / "broken.warc.gz").write_bytes(b"".join(whole[:3]) + whole[3][:-40])
    text = "首页 新闻\n春耕开始\n2024年03月21日 10:20 来源：新村日报\n" + "\n".join(BODY)
    wet = member("conversion", f"{at}wet", text.encode(), "text/plain")
    tags = member("conversion", f"{at}tags", TAGS.encode(), "text/plain")
    (archives / "pages.warc.wet.gz").write_bytes(wet + tags)
    (archives / "noise.warc.gz").write_bytes(bytes(range(256)) * 20)
    (archives / "empty.warc.gz").write_bytes(b"")
    done = run(
        [str(archives)],
        folder / "articles",
        "--format",
        "warc",
        "--max-bytes",
        "50000",
        "--master",
        "local[2]",
    )
    rows = ds.dataset(done.output, partitioning="hive").to_table().to_pylist()
    return {
        (row["file"].rsplit("/", 1)[1].split(".")[0], (row["page_url"] or "").rpartition("/")[2]): row
        for row in rows
    }


def test_pages_are_read_whatever_their_coding(read):
    for name in ("plain", "gbk", "chunked", "gzip", "last"):
        row = read["whole", name]
        assert (row["title"], row["error"]) == ("春耕开始", None), name
        assert row["text"].splitlines() == BODY
        assert row["published"] == "2024-03-21T10:20:00+08:00"
    assert read["pages", "wet"]["text"].splitlines() == BODY
    assert read["pages", "tags"]["text"] == TAGS
    assert ("whole", "picture") not in read and ("whole", "") not in read


def test_offsets_are_those_of_the_records(read):
    offsets = [read["whole", name]["offset"] for name in ("plain", "gbk", "chunked", "gzip", "large", "last")]
    assert offsets == sorted(set(offsets)) and offsets[0] > 0


def test_bad_records_and_archives_have_their_error(read):
    assert read["whole", "large"]["error"] == "page of more bytes than the limit of 50000"
    assert read["whole", "noise"]["error"] == "not text: 400 of 400 bytes are control characters"
    assert read["broken", "plain"]["title"] == "春耕开始"
    assert read["broken", "gbk"]["error"].startswith("record: cut off, ")
    noise = [row for (file, _), row in read.items() if file == "noise"]
    assert all(row["error"] and "cannot be read" in row["error"] for row in noise)

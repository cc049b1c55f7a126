"""HTTP responses as web archives keep them, their bodies as the servers meant them.

As `examples/pages/http.rs` reads them, so that both programs have the same pages: archives often keep the header of a
coding and the body without it.
"""

from __future__ import annotations

import re
import zlib

START = re.compile(rb"HTTP/1\.[01] +(\d{3})\b")
HEAD_END = re.compile(rb"\r?\n\r?\n")
FOLDED = re.compile(rb"\r?\n[ \t]+")
CHUNK = re.compile(rb"([0-9A-Fa-f]{1,16})[ \t]*(?:;[^\r\n]*)?\r\n")
CUT_CHUNK = re.compile(rb"[0-9A-Fa-f]{0,16}[ \t]*(?:;[^\r\n]*)?\r?\Z")


def head(content: bytes) -> tuple[int, dict[str, str], int]:
    """The status of a response, its first header of each name, and where its body begins.

    Raises `ValueError` for what is no response, or breaks off in its head.
    """
    start = START.match(content)
    if not start:
        raise ValueError("HTTP: not a response")
    end = HEAD_END.search(content)
    if not end:
        raise ValueError("HTTP: cut off in its head")
    headers: dict[str, str] = {}
    for line in FOLDED.sub(b" ", content[: end.start()]).split(b"\n")[1:]:
        name, colon, value = line.partition(b":")
        if colon:
            headers.setdefault(
                name.strip().decode("latin-1").lower(), value.strip().decode("utf-8", "replace")
            )
    return int(start[1]), headers, end.end()


def unpacked(body: bytes, headers: dict[str, str], most: int) -> bytes:
    """A body without its codings, `most` bytes of it if it was packed; what breaks off as far as it goes.

    Raises `ValueError` for a coding that is not read, and for bytes that cannot be unpacked.
    """
    if headers.get("transfer-encoding", "").lower() == "chunked":
        whole = joined(body)
        body = body if whole is None else whole
    coding = headers.get("content-encoding", "").lower()
    if coding in ("gzip", "x-gzip") and body.startswith(b"\x1f\x8b"):
        return inflated(body, 31, most)
    if coding == "deflate" and body.startswith(b"\x78"):
        return inflated(body, 15, most)
    if coding in ("br", "zstd"):
        try:
            body.decode()
        except UnicodeDecodeError:
            raise ValueError(f"HTTP: content encoding {coding} is not read") from None
    return body


def joined(body: bytes) -> bytes | None:
    """The chunks of a body one after the other, as many as there are; None where it is not in chunks."""
    chunks, at = [], 0
    while True:
        size = CHUNK.match(body, at)
        if not size:
            return b"".join(chunks) if at and CUT_CHUNK.match(body, at) else None
        end = size.end() + int(size[1], 16)
        chunks.append(body[size.end() : end])
        if end == size.end() or end > len(body):
            return b"".join(chunks)
        at = end + 2


def inflated(packed: bytes, form: int, most: int) -> bytes:
    """`form` is 31 for gzip, whose members are read one after the other, and 15 for zlib."""
    parts, size = [], 0
    try:
        while packed and size < most:
            member = zlib.decompressobj(form)
            parts.append(member.decompress(packed, most - size))
            size += len(parts[-1])
            packed = member.unused_data if form == 31 else b""
    except zlib.error as error:
        raise ValueError(f"HTTP: body cannot be unpacked: {error}") from None
    if not size:
        raise ValueError("HTTP: body cannot be unpacked: it is cut off, or empty")
    return b"".join(parts)

"""Pages of web archives (WARC, WET): paths in, a frame of pages out, a task a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession

from .responses import head, unpacked
from .tables import PAGES

SCHEMA = pa.schema(
    [
        ("file", pa.string()),
        ("offset", pa.int64()),
        ("url", pa.string()),
        ("content_type", pa.string()),
        ("form", pa.string()),
        ("problem", pa.string()),
        ("html", pa.binary()),
    ]
)

# What pages of a media type are read as. Plain text may be a dump, or a page that its server takes for text.
FORMS = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "auto", "": "auto"}

# What is sent on at once.
ROWS = 256
BYTES = 16 << 20

# Bytes of a response's head, and of its marks of chunks, beside a page's own.
HEAD = 1 << 20


def read(spark: SparkSession, options) -> DataFrame:
    """The HTML and text pages of archives. What is neither by its head is passed over."""
    # Of a binary file's columns only the path is asked for, so that none is read.
    files = spark.read.format("binaryFile").load(options.input).select("path")
    paths = [row.path for row in files.collect()]
    max_bytes = options.max_bytes

    def pages(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            for path in batch.column("path").to_pylist():
                yield from batched(records(path, max_bytes))

    rows = spark.sparkContext.parallelize([(path,) for path in paths], max(len(paths), 1))
    return spark.createDataFrame(rows, "path string").mapInArrow(pages, PAGES)


def batched(pages: Iterable[tuple]) -> Iterator[pa.RecordBatch]:
    """Pages in batches of few rows and bytes."""
    rows, size = [], 0
    for page in pages:
        rows.append(page)
        size += len(page[-1] or b"")
        if len(rows) == ROWS or size > BYTES:
            yield batch_of(rows)
            rows, size = [], 0
    if rows:
        yield batch_of(rows)


def batch_of(rows: list[tuple]) -> pa.RecordBatch:
    columns = [pa.array(column, field.type) for column, field in zip(zip(*rows), SCHEMA)]
    return pa.RecordBatch.from_arrays(columns, schema=SCHEMA)


class Watched:
    """A file whose own errors are kept: the reader of archives gives what is wrong in one as `OSError`, too."""

    def __init__(self, file):
        self.file = file
        self.error: BaseException | None = None

    def read(self, size: int = -1) -> bytes:
        try:
            return self.file.read(size)
        except BaseException as error:
            self.error = error
            raise

    def tell(self) -> int:
        return self.file.tell()


def records(path: str, max_bytes: int) -> Iterator[tuple]:
    """The pages of an archive in order; one that is broken ends in a row that says where and why.

    A file that cannot be opened or read is no fault of what stands in it: raises what its file system raised, so that
    Spark tries again, elsewhere, and fails at last.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.response | WarcRecordType.conversion | WarcRecordType.resource
    at = 0
    with opened(path) as file:
        stream = Watched(file)
        try:
            for record in ArchiveIterator(stream, record_types=kinds, parse_http=False):
                at = record.stream_pos
                row = page(record, max_bytes)
                if row:
                    yield (path, at, *row)
        except (KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError):
            raise
        except BaseException as error:  # a panic of the reader too
            if stream.error:
                raise stream.error from None
            reason = f"the archive cannot be read behind byte {at}: {error}"
            yield (path, at, None, None, None, reason, None)


def opened(path: str):
    """A file of any file system that Arrow knows. The reader asks where it is, so no mere stream will do."""
    from pyarrow import fs

    parts = urlsplit(path)
    if parts.scheme in ("", "file"):
        return fs.LocalFileSystem().open_input_file(unquote(parts.path))
    system, inside = fs.FileSystem.from_uri(path.replace("s3a://", "s3://", 1))
    return system.open_input_file(inside)


def page(record, max_bytes: int) -> tuple | None:
    """Address, type, form, problem and bytes of a record; none where it is no page: `examples/pages/warc.rs` takes
    the same ones."""
    from fastwarc.warc import WarcRecordType

    url = (record.headers.get("WARC-Target-URI") or "").strip("<>") or None
    # Wget keeps its arguments as resources of addresses in a scheme of its own.
    if url and url.startswith("metadata:"):
        return None
    kind = record.headers.get("Content-Type") or ""
    # The reader says nothing of a record that breaks off. Of one that is too large the head tells what it is.
    content = record.reader.read(min(record.content_length, max_bytes + HEAD))
    is_whole = len(content) == record.content_length
    if not is_whole and len(content) < max_bytes + HEAD:
        problem = f"record: cut off, {len(content)} bytes of {record.content_length}"
        return url, kind, None, problem, None
    if record.record_type == WarcRecordType.conversion:
        kind, form = None, "text"
    elif record.record_type == WarcRecordType.response and kind.lower().startswith("application/http"):
        try:
            status, headers, body = head(content)
            kind = headers.get("content-type")
            form = FORMS.get(essence(kind))
            if form is None or 300 <= status < 400:
                return None
            content = unpacked(content[body:], headers, max_bytes + 1) if is_whole else b""
        except ValueError as error:
            return url, kind, None, str(error), None
    else:
        form = FORMS.get(essence(kind))
        if form is None:
            return None
    if not is_whole or len(content) > max_bytes:
        return url, kind, None, f"page of more bytes than the limit of {max_bytes}", None
    return url, kind, form, None, content


def essence(kind: str | None) -> str:
    """A media type without its parameters."""
    return (kind or "").split(";")[0].strip().lower()

"""Pages of web archives (WARC, WET): paths in, a frame of pages out, a task a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession

from .tables import PAGES

SCHEMA = pa.schema(
    [
        ("file", pa.string()),
        ("offset", pa.int64()),
        ("url", pa.string()),
        ("content_type", pa.string()),
        ("problem", pa.string()),
        ("html", pa.binary()),
    ]
)

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


def records(path: str, max_bytes: int) -> Iterator[tuple]:
    """The pages of an archive in order; one that breaks off ends in a row that says where and why."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.response | WarcRecordType.conversion | WarcRecordType.resource
    at = 0
    try:
        with opened(path) as stream:
            for record in ArchiveIterator(stream, record_types=kinds, parse_http=False):
                at = record.stream_pos
                row = page(record, max_bytes)
                if row:
                    yield (path, at, *row)
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except (
        BaseException
    ) as error:  # whatever is wrong with a file is said of the file, a panic of its reader too
        yield (path, at, None, None, f"the archive cannot be read behind byte {at}: {error}", None)


def opened(path: str):
    """A file of any file system that Arrow knows. The reader asks where it is, so no mere stream will do."""
    from pyarrow import fs

    parts = urlsplit(path)
    if parts.scheme in ("", "file"):
        return fs.LocalFileSystem().open_input_file(unquote(parts.path))
    system, inside = fs.FileSystem.from_uri(path.replace("s3a://", "s3://", 1))
    return system.open_input_file(inside)


def page(record, max_bytes: int) -> tuple | None:
    """Address, type, problem and bytes of a record; none where it is no page."""
    url = record.headers.get("WARC-Target-URI")
    kind = record.headers.get("Content-Type")
    too_large = f"page of more bytes than the limit of {max_bytes}"
    try:
        if record.content_length > max_bytes + HEAD:
            return url, kind, too_large, None
        # Whole, since of one that breaks off the reader gives what there is and says nothing.
        content = record.reader.read(record.content_length)
        if len(content) < record.content_length:
            problem = f"record: cut off, {len(content)} bytes of {record.content_length}"
            return url, kind, problem, None
        record.set_bytes_content(content)
        if record.is_http:
            record.parse_http(auto_decode="all")
            kind = record.http_headers.get("Content-Type") if record.http_headers else None
        if kind and not kind.lower().lstrip().startswith(("text/", "application/xhtml")):
            return None
        html = record.reader.read(max_bytes + 1)
    except Exception as error:
        return url, kind, f"record: {error}", None
    return (url, kind, too_large, None) if len(html) > max_bytes else (url, kind, None, html)

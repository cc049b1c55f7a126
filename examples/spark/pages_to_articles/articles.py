"""A frame of pages in, a frame of articles out, by the wheel and over Arrow alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyarrow as pa
import pyarrow.compute as pc
import zhengwen
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_schema

SCHEMA = pa.schema(
    [("file", pa.string()), ("offset", pa.int64()), ("page_url", pa.string()), *zhengwen.schema()]
)


def cleaned(pages: DataFrame, options) -> DataFrame:
    """A row a page: where it stands, its address as it was given, its article, and its `error` if it has none."""
    form, max_bytes = options.input_form, options.max_bytes

    def clean(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            for part, its_form in by_form(batch, form):
                yield from articles(part, its_form, max_bytes)

    return pages.mapInArrow(clean, from_arrow_schema(SCHEMA))


def by_form(batch: pa.RecordBatch, form: str) -> list[tuple[pa.RecordBatch, str]]:
    """A batch apart by what its pages are to be read as."""
    if form != "auto":
        return [(batch, form)]
    forms = pc.fill_null(batch.column("form"), "auto")
    told = pc.unique(forms).to_pylist()
    if len(told) == 1:
        return [(batch, told[0])]
    return [(batch.filter(pc.equal(forms, form)), form) for form in told]


def articles(batch: pa.RecordBatch, form: str, max_bytes: int) -> Iterator[pa.RecordBatch]:
    """The articles of a batch, in one or, where a column would be too long for Arrow, several."""
    try:
        found = zhengwen.clean_batch(
            batch,
            "html",
            url="url",
            content_type="content_type",
            input=form,
            threads=1,  # Spark has a process for every processor
            max_bytes=max_bytes,
        )
    except ValueError:
        if batch.num_rows < 2:
            raise
        half = batch.num_rows // 2
        yield from articles(batch.slice(0, half), form, max_bytes)
        yield from articles(batch.slice(half), form, max_bytes)
        return
    columns = [batch.column("file"), batch.column("offset"), batch.column("url"), *found.columns]
    columns[-1] = pc.coalesce(batch.column("problem"), found.column("error"))
    yield pa.RecordBatch.from_arrays(columns, schema=SCHEMA)

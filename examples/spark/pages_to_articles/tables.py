"""Pages of Parquet tables: paths in, a frame of pages out.

A frame of pages has the columns of `PAGES`, whatever it was read from.
"""

from __future__ import annotations

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F
from pyspark.sql.types import BinaryType, StringType

# `file` and `offset` say where a page stands: the row of a table, the byte of a web archive. `form` is
# what it is to be read as (`html`, `text`, `auto`), where its type tells. `problem` is why a page could not be read,
# where the reader knows; its `html` is null then.
PAGES = (
    "file string, offset bigint, url string, content_type string, form string, problem string, html binary"
)


class NoSuchColumn(ValueError):
    """A column that the input does not have, or that holds something else."""


def read(spark: SparkSession, options) -> DataFrame:
    """The pages of tables; `html` is of strings where theirs is."""
    rows = spark.read.parquet(*options.input)
    kinds = {field.name: field.dataType for field in rows.schema}
    given = [options.html_column, options.url_column, options.content_type_column]
    for name in filter(None, given):
        if not isinstance(kinds.get(name), (StringType, BinaryType)):
            known = ", ".join(f"{name} {kind.simpleString()}" for name, kind in kinds.items())
            raise NoSuchColumn(f"no column {name!r} of strings or bytes; the input has {known}")

    def column(name):
        return F.col("`" + name.replace("`", "``") + "`") if name else F.lit(None)

    url = options.url_column or ("url" if "url" in kinds else None)
    html = column(options.html_column)
    size = F.octet_length(html)
    content_type = column(options.content_type_column).cast("string")
    too_large = F.concat(
        F.lit("page of "), size.cast("string"), F.lit(f" bytes is over the limit of {options.max_bytes}")
    )
    return rows.select(
        F.col("_metadata.file_path").alias("file"),
        F.col("_metadata.row_index").alias("offset"),
        column(url).cast("string").alias("url"),
        content_type.alias("content_type"),
        # What is told to be plain text is no HTML, whatever it looks like.
        F.when(F.lower(content_type).startswith("text/plain"), "text").alias("form"),
        # What is too large is never sent to Python.
        F.when(size > options.max_bytes, too_large).alias("problem"),
        F.when(size <= options.max_bytes, html).alias("html"),
    )

"""The way from pages to partitions, in order."""

from __future__ import annotations

import atexit
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from . import archives, tables
from .articles import cleaned
from .near_copies import near_copies
from .options import MASTER
from .outputs import may_be_written, remove

# What workers need of the job itself.
PACKAGE = Path(__file__).resolve().parent

SETTINGS = {
    # Pages are large: few of them are sent to Python at once.
    "spark.sql.execution.arrow.maxRecordsPerBatch": "512",
    "spark.sql.execution.arrow.maxBytesPerBatch": str(64 << 20),
    # The part of a table that a task cleans: pages take longer than their bytes suggest.
    "spark.sql.files.maxPartitionBytes": str(32 << 20),
    "spark.sql.parquet.compression.codec": "zstd",
    "spark.sql.session.timeZone": "UTC",
}


def session(options) -> SparkSession:
    """A session of its own, whose workers have this package and run this Python."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    is_submitted = "PYSPARK_GATEWAY_PORT" in os.environ
    builder = SparkSession.builder.appName("pages to articles")
    master = options.master or (None if is_submitted else MASTER)
    if master:
        builder = builder.master(master)
    if not is_submitted:
        builder = builder.config("spark.ui.enabled", "false")
    for key, value in {**SETTINGS, **dict(options.conf)}.items():
        builder = builder.config(key, value)
    spark = builder.getOrCreate()
    given = spark.sparkContext.getConf().get("spark.submit.pyFiles", "")
    if f"{PACKAGE.name}.zip" not in given:
        folder = tempfile.mkdtemp(prefix="pages-to-articles-")
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        packed = shutil.make_archive(f"{folder}/{PACKAGE.name}", "zip", PACKAGE.parent, PACKAGE.name)
        spark.sparkContext.addPyFile(packed)
    return spark


def run(spark: SparkSession, options) -> dict:
    """Cleans, marks and writes; gives the counts of what was written."""
    start = time.monotonic()
    may_be_written(spark, options)
    staged = f"{options.output.rstrip('/')}.{spark.sparkContext.applicationId}"
    # Cleaned once and kept, since what comes now looks at the articles twice, and a worker may be lost on the way.
    pages = {"parquet": tables, "warc": archives}[options.format].read(spark, options)
    if options.partitions:
        pages = pages.repartition(options.partitions)
    try:
        cleaned(pages, options).write.parquet(staged)
        seconds_to_clean = time.monotonic() - start
        articles = spark.read.parquet(staged)
        near = near_copies(articles, options.bands, options.distance, options.min_chars)
        marked = articles.join(near, "fingerprint", "left")
        frame = placed(marked, options)
        frame.write.mode("overwrite").partitionBy("day", "host_bucket").parquet(options.output)
    finally:
        remove(spark, staged)
    # Without a row there is no file that says what the columns are.
    report = counts(spark.read.schema(frame.schema).parquet(options.output))
    report["seconds_to_clean"] = round(seconds_to_clean, 1)
    report["seconds"] = round(time.monotonic() - start, 1)
    return report


def placed(articles: DataFrame, options) -> DataFrame:
    """With the day of publication and a number for the host, by which the output is laid out; the columns in the
    order that they are documented in."""
    host = F.try_parse_url(F.coalesce("page_url", "url"), F.lit("HOST"))
    last = ["near_fingerprint", "error", "day", "host_bucket"]
    frame = articles.withColumns(
        {
            "day": F.coalesce(F.substring("published", 1, 10), F.lit("unknown")),
            "host_bucket": F.when(host.isNull(), F.lit(-1)).otherwise(
                F.pmod(F.xxhash64(F.lower(host)), F.lit(options.host_buckets)).cast("int")
            ),
        }
    )
    first = ["file", "offset", "page_url"]
    between = [name for name in frame.columns if name not in (*first, *last)]
    frame = frame.select(*first, *between, *last)
    keys = ["day", "host_bucket"]
    return frame.repartition(options.partitions, *keys) if options.partitions else frame.repartition(*keys)


def counts(written: DataFrame) -> dict:
    """What was written, counted."""
    is_read = F.col("error").isNull()
    row = written.agg(
        F.count("*").alias("pages"),
        F.count_if(is_read).alias("read"),
        F.count_if(~is_read).alias("failed"),
        F.count_if(F.col("kind") == "article").alias("articles"),
        F.count("near_fingerprint").alias("near_or_exact_copies"),
        F.count_distinct("near_fingerprint").alias("groups_of_copies"),
        F.count_distinct("day").alias("days"),
    ).first()
    reasons = written.where(~is_read).groupBy(F.regexp_replace("error", r"\d+", "N").alias("error")).count()
    return {
        **row.asDict(),
        "errors": {row["error"]: row["count"] for row in reasons.orderBy("error").limit(20).collect()},
    }

"""Where articles are written to: never over what they are read from."""

from __future__ import annotations

import os
import posixpath

from pyspark.sql import SparkSession


class OutputRefused(ValueError):
    """An output that is there already, or that is part of the input."""


def may_be_written(spark: SparkSession, options) -> None:
    """Raises `OutputRefused` for an output that is, holds or lies in an input, and, unless it may be replaced, for
    one that is there."""
    path, system = of_hadoop(spark, options.output)
    output = whole(system.makeQualified(path))
    for given in options.input:
        pattern, its_system = of_hadoop(spark, given)
        # Nothing where there is no such file: Spark says so when it reads.
        for found in its_system.globStatus(pattern) or []:
            read = whole(found.getPath())
            if is_within(output, read) or is_within(read, output):
                raise OutputRefused(
                    f"{options.output} is, holds or lies in the input {given}: name another folder"
                )
    if not options.overwrite and system.exists(path):
        raise OutputRefused(f"{options.output} is there already; --overwrite replaces it")


def whole(path) -> tuple[str, str, str]:
    """Scheme, server and path of a qualified path of Hadoop's; of local ones without symbolic links."""
    uri = path.toUri()
    inside = uri.getPath()
    if uri.getScheme() == "file":
        return "file", "", os.path.realpath(inside)
    return uri.getScheme(), uri.getAuthority() or "", posixpath.normpath(inside)


def is_within(inner: tuple[str, str, str], outer: tuple[str, str, str]) -> bool:
    """Whether a path is another, or lies below it."""
    return inner[:2] == outer[:2] and f"{inner[2]}/".startswith(f"{outer[2].rstrip('/')}/")


def remove(spark: SparkSession, folder: str) -> None:
    """Removes a folder, if it is there."""
    path, system = of_hadoop(spark, folder)
    system.delete(path, True)


def of_hadoop(spark: SparkSession, folder: str):
    """A path and its file system, as Hadoop has them."""
    path = spark._jvm.org.apache.hadoop.fs.Path(folder)
    return path, path.getFileSystem(spark._jsc.hadoopConfiguration())

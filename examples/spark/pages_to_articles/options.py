"""The command line."""

from __future__ import annotations

import argparse

MAX_BYTES = 64 << 20
# One article, as text and as JSON, is to fit into Arrow's 2 GiB whatever it is built of.
MOST_BYTES = 256 << 20
MASTER = "local-cluster[2,1,2048]"


def whole(least: int, most: int):
    """A reader of whole numbers in a range."""

    def read(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            number = least - 1
        if not least <= number <= most:
            raise argparse.ArgumentTypeError(f"{text!r} is no whole number from {least} to {most}")
        return number

    return read


def setting(text: str) -> tuple[str, str]:
    key, sign, value = text.partition("=")
    if not sign or not key:
        raise argparse.ArgumentTypeError(f"{text!r} is not KEY=VALUE")
    return key, value


def parser() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(
        prog="clean_pages.py",
        description="Cleans the pages of Parquet tables or web archives, marks near copies over all of them, "
        "and writes Parquet by day and host.",
    )
    add = options.add_argument
    add("input", nargs="+", metavar="PATH", help="files, folders or patterns, as Spark reads them")
    add("--output", required=True, metavar="DIR", help="a folder that is not there yet")
    add("--overwrite", action="store_true", help="replace the output, if it is there")
    add("--format", choices=["parquet", "warc"], default="parquet", help="what the input is [parquet]")
    add("--html-column", default="html", metavar="NAME", help="of strings or bytes [html]")
    add("--url-column", metavar="NAME", help="addresses [url, where there is one]")
    add("--content-type-column", metavar="NAME", help="HTTP headers of that name, of columns of bytes")
    add(
        "--input-form", choices=["auto", "html", "text"], default="auto", help="what pages are read as [auto]"
    )
    add(
        "--max-bytes", type=whole(1, MOST_BYTES), default=MAX_BYTES, metavar="N", help="largest page [64 MiB]"
    )
    add(
        "--partitions",
        type=whole(1, 1_000_000),
        metavar="N",
        help="tasks to clean and write in [as Spark reads]",
    )
    add("--host-buckets", type=whole(1, 65_536), default=16, metavar="N", help="folders of hosts a day [16]")
    add(
        "--distance",
        type=whole(0, 7),
        default=3,
        metavar="BITS",
        help="most bits that near copies differ in [3]",
    )
    add(
        "--bands",
        type=whole(1, 12),
        default=4,
        metavar="N",
        help="parts of the 64 bits, more than --distance [4]",
    )
    add(
        "--min-chars",
        type=whole(0, 1_000_000),
        default=50,
        metavar="N",
        help="shorter texts are near to none [50]",
    )
    add("--master", metavar="URL", help=f"[{MASTER}, or spark-submit's]")
    add("--conf", type=setting, action="append", default=[], metavar="KEY=VALUE", help="a setting of Spark's")
    add("--report", metavar="FILE", help="write the counts here too, as JSON")
    return options


def read(arguments: list[str] | None = None) -> argparse.Namespace:
    """Options; ends with 2 where the command is wrong."""
    options = parser()
    read = options.parse_args(arguments)
    if read.bands <= read.distance:
        options.error(
            f"--bands {read.bands} is not more than --distance {read.distance}: copies would be missed"
        )
    return read

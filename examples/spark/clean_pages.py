"""Cleans pages on Spark: clean_pages.py --output DIR PATH..."""

import json
import sys

from pages_to_articles.job import run, session
from pages_to_articles.options import read
from pages_to_articles.outputs import OutputRefused
from pages_to_articles.tables import NoSuchColumn


def main() -> int:
    options = read()
    spark = session(options)
    try:
        report = json.dumps(run(spark, options), ensure_ascii=False, indent=2)
    except (NoSuchColumn, OutputRefused) as error:
        print(error, file=sys.stderr)
        return 2
    finally:
        spark.stop()
    print(report)
    if options.report:
        with open(options.report, "w") as file:
            file.write(report + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

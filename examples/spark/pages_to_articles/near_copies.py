"""Fingerprints in, those that are nearly the same out: a join on bands of their bits.

Two fingerprints of 64 bits that differ in at most `distance` bits agree in all of at least `bands - distance` of
`bands` parts. So each stands under as many keys as there are choices of that many parts: with 4 bands and 3 bits
under 4 keys of 16 bits, with 6 bands under 20 keys of 32. What meets under a key is counted bit by bit.
"""

from __future__ import annotations

from itertools import combinations

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

BITS = 64


def masks(bands: int, distance: int) -> list[int]:
    """The bits of each key, as numbers with a sign."""
    edges = [BITS * band // bands for band in range(bands + 1)]
    parts = [(1 << end) - (1 << start) for start, end in zip(edges, edges[1:])]
    keys = [sum(chosen) for chosen in combinations(parts, bands - distance)]
    return [key - (1 << BITS) if key >> (BITS - 1) else key for key in keys]


def near_copies(articles: DataFrame, bands: int, distance: int, min_chars: int) -> DataFrame:
    """Fingerprints that other pages have or come near, each with `near_fingerprint`: the least of it and of those
    near it. Texts of fewer characters than `min_chars` are near to none."""
    long = articles.where(F.char_length("text") >= max(min_chars, 2))
    prints = long.groupBy("fingerprint").agg(F.count("*").alias("pages"))
    keys = [
        F.struct(F.lit(number).alias("band"), F.col("fingerprint").bitwiseAND(F.lit(mask)).alias("bits"))
        for number, mask in enumerate(masks(bands, distance))
    ]
    keyed = prints.select("fingerprint", F.explode(F.array(*keys)).alias("key"))
    one, other = keyed.alias("one"), keyed.alias("other")
    differ = F.bit_count(F.col("one.fingerprint").bitwiseXOR(F.col("other.fingerprint")))
    pairs = one.join(
        other,
        (F.col("one.key") == F.col("other.key"))
        & (F.col("one.fingerprint") != F.col("other.fingerprint"))
        & (differ <= distance),
    )
    nearest = pairs.groupBy(F.col("one.fingerprint").alias("fingerprint")).agg(
        F.min("other.fingerprint").alias("near")
    )
    marked = prints.join(nearest, "fingerprint", "left").where(
        (F.col("pages") > 1) | F.col("near").isNotNull()
    )
    return marked.select("fingerprint", F.least("fingerprint", "near").alias("near_fingerprint"))

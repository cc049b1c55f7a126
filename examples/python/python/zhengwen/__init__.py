"""Cleans Chinese news pages: one saved page in, HTML or text dump, its article out."""

from ._zhengwen import (
    Article,
    BadUrl,
    NotText,
    TooLarge,
    ZhengwenError,
    __version__,
    clean,
    clean_batch,
    clean_many,
    explain,
    schema,
)

__all__ = [
    "Article",
    "BadUrl",
    "NotText",
    "TooLarge",
    "ZhengwenError",
    "__version__",
    "clean",
    "clean_batch",
    "clean_many",
    "explain",
    "schema",
]

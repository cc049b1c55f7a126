"""Dicts that an article has: for annotations."""

from __future__ import annotations

from typing import Literal, Optional, TypedDict


class Byline(TypedDict):
    """Somebody named on a page, and what they did."""

    name: str
    role: Literal[
        "author",
        "reporter",
        "correspondent",
        "translator",
        "photographer",
        "editor",
        "proofreader",
        "supervisor",
    ]


class Image(TypedDict):
    """A picture of a body."""

    src: str
    alt: Optional[str]
    caption: Optional[str]
    credit: Optional[str]


class Media(TypedDict):
    """A recording of a body."""

    kind: Literal["video", "audio"]
    src: str
    poster: Optional[str]
    caption: Optional[str]

"""What intake returns: a `Document`, its text as it stands and what that text tells about itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from articles.values import Span


class UnreadableFile(ValueError):  # noqa: N818 - it names the file's state, which is what a reader of the message asks
    """A file no article can be read from; the message is one sentence that says why and what to do."""


class Reason(StrEnum):
    """Why a stretch of a text is not part of the article."""

    FRONT_MATTER = "front matter"
    REPEATED_TITLE = "repeated title"
    TIMESTAMP = "timestamp"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "photo caption"
    SHARING = "sharing"
    NAVIGATION = "navigation"
    COMMENTS = "comments"
    ADVERTISING = "advertising"
    PROMOTION = "promotion"
    OTHER_STORIES = "other stories"
    BOILERPLATE = "boilerplate"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of furniture and the reason it is none of the article."""

    span: Span
    reason: Reason


@dataclass(frozen=True, slots=True)
class Document:
    """One article as taken in.

    `text` is the decoded text exactly as it stands, line ends included; every offset is a code point into it. `marks`
    are sorted and do not overlap. `published` is set only where the text itself says when it was published; then
    `published_from` is "text". `missing` names in plain words what was looked for and not found.
    """

    text: str
    title: str | None = None
    source: str | None = None
    published: date | None = None
    published_from: Literal["text", "unknown"] = "unknown"
    marks: tuple[Mark, ...] = ()
    missing: tuple[str, ...] = ()
    encoding: str = "utf-8"
    timezone: str | None = None
    url: str | None = None
    language: str | None = None

    @property
    def furniture(self) -> tuple[Span, ...]:
        """The stretches that are none of the article, sorted and not overlapping."""
        return tuple(mark.span for mark in self.marks)

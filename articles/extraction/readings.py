"""What the engine returns: one `Reading` for every figure, date, amount or quotation it found in a text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from articles.extraction.records import record
from articles.values import Change, ClaimStatus, Hedge, Interval, Kind, Precision, Span

AnyInterval = Interval[Decimal] | Interval[date] | Interval[time]


@record(frozen=True, slots=True)
class Mention:
    """Who a reading is attributed to, where the text names them."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Twin:
    """The amount of a reading, said again in another unit: the dollars of "CHF 3 billion ($3.25 billion)"."""

    interval: Interval[Decimal]
    unit: str | None


@record(frozen=True, slots=True)
class Reading:
    """One assertion found in one text, with how it was understood.

    `text` is exactly the slice `start:end` of the text read (code points, end exclusive). `interval` is None for a
    quotation and for a date that cannot be resolved (`needs_published`: it will be once the publication date is known).
    `alternatives` are equally good readings of the same words, `twin` the same amount in another unit.
    `mention` is the speaker of a quotation, else whom the figure is attributed to. Of a time of day, `interval` is what
    its clock shows, `unit` the zone as the words name it, `as_of` the day named beside it, and `utc_offset` how many
    minutes its clock is ahead of UTC, where the text tells.
    """

    kind: Kind
    start: int
    end: int
    text: str
    sentence: Span
    interval: AnyInterval | None = None
    numbers: tuple[Decimal, ...] = ()
    hedge: Hedge = Hedge.EXACT
    unit: str | None = None
    noun: str | None = None
    per: str | None = None
    precision: Precision | None = None
    as_of: date | None = None
    status: ClaimStatus = ClaimStatus.LIVE
    change: Change | None = None
    mention: Mention | None = None
    needs_published: bool = False
    alternatives: tuple[AnyInterval, ...] = ()
    twin: Twin | None = None
    utc_offset: int | None = None
    read_as: str = ""

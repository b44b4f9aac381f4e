"""A claim as the comparison sees it: its value, its words, its sentence, and nothing of where it is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from articles.extraction.readings import AnyInterval, Reading, Twin
from articles.values import Bound, Change, ClaimStatus, Hedge, Interval, Kind, Precision


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison.

    `key` is any stable id of the claim, `article` of its article. `text` is the slice `start:end` of the article's text
    (code points, end exclusive); `offset` is where that slice begins within `sentence`. `before` is the end of the text
    that stands before the sentence, for words such as "since then". `attribution` is whom the figure is attributed to,
    or who spoke a quotation. `numbers` are the figures in the order of the words ("218-211"), `twin` the same amount in
    another unit. `utc_offset` is how many minutes the clock of a time is ahead of UTC, where its article tells;
    `timezone` the zone that the article was written in (an IANA name), where that is known; `lent_offset` how far ahead
    the clock of the place is by another article on the same fact.
    """

    key: str
    article: str
    kind: Kind
    interval: AnyInterval | None = None
    hedge: Hedge = Hedge.EXACT
    unit: str | None = None
    noun: str | None = None
    per: str | None = None
    precision: Precision | None = None
    as_of: date | None = None
    change: Change | None = None
    status: ClaimStatus = ClaimStatus.LIVE
    text: str = ""
    start: int = 0
    end: int = 0
    sentence: str = ""
    offset: int = 0
    before: str = ""
    attribution: str | None = None
    published: date | None = None
    numbers: tuple[Decimal, ...] = ()
    twin: Twin | None = None
    utc_offset: int | None = None
    timezone: str | None = None
    lent_offset: int | None = None

    @property
    def is_live(self) -> bool:
        """Whether the article stands by the value; a value it takes back has no part in conflicts."""
        return self.status is ClaimStatus.LIVE

    def interval_of(self, kind: type[Bound]) -> Interval[Bound] | None:
        """The interval where its bounds are of this kind: decimals, days or times of day."""
        interval = self.interval
        if interval is None or not isinstance(interval.low if interval.low is not None else interval.high, kind):
            return None
        low, high = (bound if isinstance(bound, kind) else None for bound in (interval.low, interval.high))
        return Interval(low, high, interval.low_open, interval.high_open)


BEFORE_LENGTH = 160


UNTOLD_ZONE = "UTC"
"""The zone of an article whose own is not known."""


def side_of(
    reading: Reading, *, key: str, article: str, text: str, published: date | None, timezone: str = UNTOLD_ZONE
) -> Side:
    """The side that a reading of `text` is; `key` must be unique among the sides compared."""
    sentence = reading.sentence
    return Side(
        key=key,
        article=article,
        kind=reading.kind,
        interval=reading.interval,
        hedge=reading.hedge,
        unit=reading.unit,
        noun=reading.noun,
        per=reading.per,
        precision=reading.precision,
        as_of=reading.as_of,
        change=reading.change,
        status=reading.status,
        text=reading.text,
        start=reading.start,
        end=reading.end,
        sentence=text[sentence.start : sentence.end],
        offset=max(reading.start - sentence.start, 0),
        before=text[max(sentence.start - BEFORE_LENGTH, 0) : sentence.start],
        attribution=reading.mention.text if reading.mention else None,
        published=published,
        numbers=reading.numbers,
        twin=reading.twin,
        utc_offset=reading.utc_offset,
        timezone=None if timezone == UNTOLD_ZONE else timezone,
    )

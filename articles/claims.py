"""Between the engine's readings and the claims in the database."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any

from articles.extraction.readings import Mention, Reading, Twin
from articles.models import Claim
from articles.values import Change, ClaimStatus, Hedge, Interval, Kind, Precision, Span


def claim_fields(reading: Reading) -> dict[str, Any]:
    """The columns of a `Claim` for a reading."""
    return {
        "kind": reading.kind.value,
        "start": reading.start,
        "end": reading.end,
        "text": reading.text,
        "sentence_start": reading.sentence.start,
        "sentence_end": reading.sentence.end,
        "numbers": [f"{number:f}" for number in reading.numbers],
        **bound_fields(reading.interval),
        "low_open": reading.interval.low_open if reading.interval else False,
        "high_open": reading.interval.high_open if reading.interval else False,
        "hedge": reading.hedge.value,
        "unit": (reading.unit or "")[:64],
        "noun": (reading.noun or "")[:200],
        "per": (reading.per or "")[:32],
        "utc_offset": reading.utc_offset,
        "precision": reading.precision.value if reading.precision else "",
        "as_of": reading.as_of,
        "status": reading.status.value,
        "change": reading.change.value if reading.change else "",
        "attribution": reading.mention.text[:300] if reading.mention else "",
        "attribution_start": reading.mention.start if reading.mention else None,
        "attribution_end": reading.mention.end if reading.mention else None,
        "needs_published": reading.needs_published,
        "alternatives": [_plain(interval) for interval in reading.alternatives] + _twin(reading),
        "read_as": reading.read_as,
    }


def reading_of(claim: Claim) -> Reading:
    """The claim as a reading, for the parts of the program that know no database."""
    return Reading(
        kind=Kind(claim.kind),
        start=claim.start,
        end=claim.end,
        text=claim.text,
        sentence=Span(claim.sentence_start, claim.sentence_end),
        interval=claim.interval,
        numbers=tuple(Decimal(number) for number in claim.numbers),
        hedge=Hedge(claim.hedge),
        unit=claim.unit or None,
        noun=claim.noun or None,
        per=claim.per or None,
        precision=Precision(claim.precision) if claim.precision else None,
        as_of=claim.as_of,
        status=ClaimStatus(claim.status),
        change=Change(claim.change) if claim.change else None,
        mention=_mention(claim),
        needs_published=claim.needs_published,
        twin=_twin_of(claim),
        utc_offset=claim.utc_offset,
        read_as=claim.read_as,
    )


def other_days(claim: Claim) -> list[date]:
    """The days that the words of a date name just as well: "5/6/2023" in May and in June; none where they bound it."""
    if claim.kind != Kind.DATE or claim.hedge != Hedge.EXACT:
        return []
    return [date.fromisoformat(low) for low, high, *_unit in claim.alternatives if low is not None and low == high]


def _mention(claim: Claim) -> Mention | None:
    if claim.attribution_start is None or claim.attribution_end is None:
        return None
    return Mention(claim.attribution, claim.attribution_start, claim.attribution_end)


def bound_fields(interval: Interval[Any] | None) -> dict[str, Any]:
    """The columns of a value's bounds, by the sort of which they are; those of the other sorts are None."""
    low, high = (None, None) if interval is None else (interval.low, interval.high)
    fields: dict[str, Any] = {}
    for suffix, sort in COLUMNS.items():
        is_sort = isinstance(low if low is not None else high, sort)
        fields |= {f"low{suffix}": low if is_sort else None, f"high{suffix}": high if is_sort else None}
    return fields


# The ending of the columns in which the bounds of each sort are kept.
COLUMNS: Mapping[str, type] = {"": Decimal, "_day": date, "_time": time}


def _plain(interval: Interval[Any]) -> list[str | None]:
    return [None if bound is None else str(bound) for bound in (interval.low, interval.high)]


def _twin_of(claim: Claim) -> Twin | None:
    """The alternative that names a unit of its own."""
    for low, high, *unit in claim.alternatives:
        if unit:
            least, most = (None if bound is None else Decimal(bound) for bound in (low, high))
            return Twin(Interval(least, most), unit[0])
    return None


def _twin(reading: Reading) -> list[list[str | None]]:
    """The same amount in another unit: its bounds, then the unit."""
    return [] if reading.twin is None else [[*_plain(reading.twin.interval), reading.twin.unit]]

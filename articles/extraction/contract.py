"""A reading as the JSON contract `factsheet.extract/1` has it."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from articles.extraction.explanations import plain
from articles.extraction.readings import Reading
from articles.values import Kind
from articles.zones import spell_offset

NUMERIC = frozenset({Kind.QUANTITY, Kind.MONEY, Kind.PERCENTAGE, Kind.DURATION, Kind.ORDINAL})


def to_json(reading: Reading) -> dict[str, object]:
    """One claim of the contract: numbers as strings, days in ISO form, `null` for an open bound.

    `number` is the figure as the words have it, `low` and `high` are in `unit`: "19 cents" are 19, and 0.19 USD.
    A quotation has `speaker`, every other kind `attribution`; both are null where the text names nobody. An alternative
    is an equally good reading; one with a `unit` is the same amount said again in that unit ("CHF 3bn ($3.25bn)").
    """
    claim: dict[str, object] = {
        "kind": reading.kind,
        "start": reading.start,
        "end": reading.end,
        "text": reading.text,
    }
    sentence = [reading.sentence.start, reading.sentence.end]
    mention = reading.mention
    said = None if mention is None else {"text": mention.text, "start": mention.start, "end": mention.end}
    if reading.kind in (Kind.QUOTE, Kind.STATEMENT):
        return claim | {"speaker": said, "sentence": sentence, "read_as": reading.read_as}
    if reading.kind in NUMERIC:
        numbers = [plain(number) for number in reading.numbers]
        claim["number"] = numbers[0] if len(numbers) == 1 else numbers
    interval = reading.interval
    claim["low"] = None if interval is None else spell(interval.low)
    claim["high"] = None if interval is None else spell(interval.high)
    claim["low_open"] = interval is not None and interval.low_open
    claim["high_open"] = interval is not None and interval.high_open
    claim["hedge"] = reading.hedge
    if reading.kind in NUMERIC:
        claim |= {"unit": reading.unit, "noun": reading.noun, "per": reading.per}
        claim["as_of"] = None if reading.as_of is None else reading.as_of.isoformat()
        claim["change"] = reading.change
    elif reading.kind is Kind.TIME:
        claim["unit"] = reading.unit
        claim["utc_offset"] = None if reading.utc_offset is None else spell_offset(reading.utc_offset)
        claim["as_of"] = None if reading.as_of is None else reading.as_of.isoformat()
    elif reading.kind is Kind.DATE:
        claim["precision"] = reading.precision
        claim["needs_published"] = reading.needs_published
    claim["status"] = reading.status
    claim["alternatives"] = [{"low": spell(other.low), "high": spell(other.high)} for other in reading.alternatives]
    if (twin := reading.twin) is not None:
        both = {"low": spell(twin.interval.low), "high": spell(twin.interval.high), "unit": twin.unit}
        claim["alternatives"] = [both]
    return claim | {"sentence": sentence, "attribution": said, "read_as": reading.read_as}


def spell(bound: Decimal | date | time | None) -> str | None:
    """A bound in the contract's spelling: plain digits, an ISO day, or HH:MM."""
    if isinstance(bound, Decimal):
        return plain(bound)
    if isinstance(bound, time):
        return bound.strftime("%H:%M")
    return None if bound is None else bound.isoformat()

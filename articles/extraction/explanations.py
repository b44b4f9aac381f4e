"""How each reading was come by, in one line of words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from articles.extraction.clocks import ClockPhrase
from articles.extraction.phrases import Amount
from articles.extraction.timeline import Resolution
from articles.values import ClaimStatus, Hedge
from articles.zones import spell_offset


def plain(number: Decimal) -> str:
    """A decimal in plain digits, without an exponent and without idle zeros after the point."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def explain_date(text: str, resolution: Resolution) -> str:
    """For instance: 'last July', counted from 2023-07-01 -> 2022-07-01..2022-07-31."""
    if resolution.days is None:
        if resolution.alternatives:
            return f"'{text}': " + " or ".join(f"{days.low}..{days.high}" for days in resolution.alternatives)
        return f"'{text}' cannot be set on the calendar until the publication date is known"
    counted = f", counted from {resolution.against}" if resolution.against is not None else ""
    return f"'{text}'{counted} -> {resolution.days.low}..{resolution.days.high}"


def explain_amount(text: str, amount: Amount) -> str:
    """For instance: 'more than 15,000 personnel' -> more than 15000 person; '2 %' -> 2 percent, a change down."""
    numbers = _spell_numbers(amount, " against " if amount.is_pair else " to ")
    parts = [amount.hedge.value.replace("_", " ") if amount.hedge.value != "exact" else "", numbers, amount.unit or ""]
    if amount.per is not None:
        parts.append(f"per {amount.per}")
    if amount.twin is not None:
        parts.append(f"(in other units {_spell_numbers(amount.twin, ' to ')} {amount.twin.unit})")
    if amount.vague is not None:
        parts.append(f"({amount.vague.word}: {plain(amount.numbers[0] / amount.vague.times)} or more)")
    said = " ".join(part for part in parts if part)
    if amount.change is not None:
        said += f", a change {amount.change.value}"
    if amount.status is not ClaimStatus.LIVE:
        said += f", {amount.status.value} by the text itself"
    return f"'{text}' -> {said}"


def _spell_numbers(amount: Amount, between: str) -> str:
    return between.join(plain(number * amount.part) for number in amount.numbers)


def explain_clock(text: str, clock: ClockPhrase, day: date | None, offset: int | None) -> str:
    """For instance: 'about 5 p.m. EDT' -> about 17:00 EDT (UTC-4), 2023-07-01..2023-07-01."""
    low, high = (f"{bound:%H:%M}" if bound is not None else "" for bound in (clock.interval.low, clock.interval.high))
    if low != high:
        parts = [f"{low} to {high}"]
    else:
        parts = [low] if clock.hedge is Hedge.EXACT else [clock.hedge.value.replace("_", " "), low]
    if clock.zone:
        parts.append(clock.zone)
    if offset is not None and not (clock.zone or "").startswith(("GMT", "UTC")):
        parts.append(f"({spell_offset(offset)})")
    on = f", {day}..{day}" if day else ""
    return f"'{text}' -> {' '.join(parts)}{on}"

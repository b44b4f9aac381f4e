"""Sides for the tests, written as a sentence with the claim in angle brackets."""

from __future__ import annotations

import itertools
import re
from datetime import date, time
from decimal import Decimal
from typing import Any

from articles.values import Hedge, Interval, Kind, Precision
from factsheet.reconcile import Side

FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
HEDGES = {
    "about": Hedge.ABOUT,
    "at least": Hedge.AT_LEAST,
    "more than": Hedge.MORE_THAN,
    "up to": Hedge.UP_TO,
    "fewer than": Hedge.LESS_THAN,
    "by": Hedge.BY,
    "until": Hedge.UNTIL,
    "since": Hedge.SINCE,
    "before": Hedge.BEFORE,
    "after": Hedge.AFTER,
    "within": Hedge.WITHIN,
}

_numbers = itertools.count(1)


def make_side(marked: str, **fields: Any) -> Side:
    """A side whose claim stands in angle brackets in `marked`; everything else as given.

    Each stands in an article and a sentence of its own; `sentence_number` puts two into one sentence.
    """
    before, claim, after = re.split(r"[<>]", marked)
    number = next(_numbers)
    start = 1000 * fields.pop("sentence_number", number) + len(before)
    defaults: dict[str, Any] = {"key": f"c{number:04}", "article": f"a{number:04}", "kind": Kind.QUANTITY}
    return Side(
        **{
            **defaults,
            "text": claim,
            "start": start,
            "end": start + len(claim),
            "sentence": before + claim + after,
            "offset": len(before),
            "hedge": hedge_of(claim),
            **fields,
        }
    )


def hedge_of(claim: str) -> Hedge:
    """The hedge that a claim begins with."""
    return next((hedge for words, hedge in HEDGES.items() if claim.lower().startswith(words + " ")), Hedge.EXACT)


def figure(marked: str, **fields: Any) -> Side:
    """A count, an amount or a share: the interval is what the words in brackets say ("more than 15,000 troops")."""
    claim = re.split(r"[<>]", marked)[1]
    numbers = [Decimal(found.replace(",", "")) for found in FIGURE.findall(claim)]
    low, high = min(numbers), max(numbers)
    hedge = hedge_of(claim)
    interval = {
        Hedge.AT_LEAST: Interval(low, None),
        Hedge.MORE_THAN: Interval(low, None, low_open=True),
        Hedge.UP_TO: Interval(None, high),
        Hedge.LESS_THAN: Interval(None, high, high_open=True),
    }.get(hedge, Interval(low, high))
    noun = FIGURE.sub("", claim).strip(" $%€-")
    for words in HEDGES:
        noun = noun.removeprefix(f"{words} ").removeprefix(f"{words.capitalize()} ").strip()
    fields = {"noun": noun or None, "interval": interval, **fields}
    return make_side(marked, **fields)


def people(marked: str, **fields: Any) -> Side:
    """A count of people."""
    return figure(marked, **{"unit": "person", **fields})


def money(marked: str, **fields: Any) -> Side:
    """An amount of dollars."""
    return figure(marked, **{"kind": Kind.MONEY, "unit": "USD", "noun": None, **fields})


def day(marked: str, low: str, high: str | None = None, **fields: Any) -> Side:
    """A date that runs from the ISO day `low` to `high`, one day where that is left out."""
    first, last = date.fromisoformat(low), date.fromisoformat(high or low)
    precision = Precision.DAY if first == last else Precision.PERIOD
    return make_side(marked, **{"kind": Kind.DATE, "interval": Interval(first, last), "precision": precision, **fields})


def clock(marked: str, at: str, **fields: Any) -> Side:
    """A time of day."""
    moment = time.fromisoformat(at)
    return make_side(marked, **{"kind": Kind.TIME, "interval": Interval(moment, moment), **fields})


def quote(words: str, **fields: Any) -> Side:
    """A quotation."""
    return make_side(f"She said “<{words}>” on Friday.", **{"kind": Kind.QUOTE, **fields})

"""Hedges applied to the bounds of a figure, as the value algebra defines them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from articles.extraction.phrases import Amount
from articles.values import Hedge, Interval


def bound_twin(amount: Amount, twin: Amount) -> Interval[Decimal]:
    """The interval of an amount said again: the hedge of "up to 110 mph (177 km/h)" holds for both."""
    return bound_amount(twin if twin.hedge is not Hedge.EXACT else replace(twin, hedge=amount.hedge))


def bound_amount(amount: Amount) -> Interval[Decimal]:
    """The interval that a figure and its hedge name: "more than 15,000" is 15000..open, its low end not included.

    A pair is 211..218 whichever side is named first; its `numbers` keep the order. Bounds are in the unit of the
    amount: "19 cents" are 0.19 dollars.
    """
    numbers = [number * amount.part for number in amount.numbers]
    if len(numbers) == 2:
        return Interval(min(numbers), max(numbers), amount.low_open, amount.high_open)
    value = numbers[0]
    match amount.hedge:
        case Hedge.MORE_THAN:
            return Interval(value, None, low_open=True)
        case Hedge.AT_LEAST:
            return Interval(value, None)
        case Hedge.LESS_THAN:
            return Interval(None, value, high_open=True)
        case Hedge.AT_MOST | Hedge.UP_TO | Hedge.WITHIN:
            return Interval(None, value)
        case _:
            return Interval(value, value)

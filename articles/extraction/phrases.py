"""What a number grammar hands on: a figure with its hedge, unit and standing, on the tokens it covers."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from articles.extraction.records import record
from articles.extraction.vagueness import Vague
from articles.values import Change, ClaimStatus, Hedge, Kind


@record(frozen=True, slots=True)
class Amount:
    """A number or a range of numbers as the words give it; hedges are not yet applied to the bounds.

    `first` and `last` (exclusive) are tokens; `noun` is the span of tokens of what is counted. A range has two numbers;
    so has a pair ("218-211"), in the order of the words; `low_open` and `high_open` say which of two bounds the words
    leave out. `part` is how much of the unit the numbers count ("19 cents" are 19 hundredths of a dollar). `twin` is
    the same amount in another unit, said beside it.
    """

    first: int
    last: int
    kind: Kind
    numbers: tuple[Decimal, ...]
    hedge: Hedge = Hedge.EXACT
    unit: str | None = None
    noun: tuple[int, int] | None = None
    per: str | None = None
    change: Change | None = None
    status: ClaimStatus = ClaimStatus.LIVE
    is_pair: bool = False
    twin: Amount | None = None
    part: Decimal = Decimal(1)
    low_open: bool = False
    high_open: bool = False
    vague: Vague | None = None


class Unit(NamedTuple):
    """What a figure is a figure of; `last` is the token after it.

    `factor` is what the words multiply the figure by ("bcm" are billions), `part` how much of the unit it counts
    ("cents" are hundredths).
    """

    kind: Kind
    last: int
    name: str | None
    noun: tuple[int, int] | None = None
    factor: Decimal = Decimal(1)
    part: Decimal = Decimal(1)

"""A number as a numeral grammar finds it, whatever the language."""

from __future__ import annotations

from decimal import Context, Decimal
from enum import Enum, auto
from typing import Final

from articles.extraction.figures import MAX_DIGITS
from articles.extraction.records import record
from articles.extraction.vagueness import Vague

LARGEST: Final = Decimal(10) ** MAX_DIGITS
# A third has no end in decimals: as many digits as a double holds.
ROUNDING: Final = Context(prec=15)


class Form(Enum):
    """What sort of number the words make."""

    FIGURE = auto()  # in digits
    WORDS = auto()
    ORDINAL = auto()
    FRACTION = auto()
    VAGUE = auto()  # "dozens": at least that many


@record(frozen=True, slots=True)
class Numeral:
    """A number and the tokens it stands on, `last` exclusive; a vague one says by which word."""

    first: int
    last: int
    value: Decimal
    form: Form
    vague: Vague | None = None


def checked(first: int, last: int, value: Decimal, form: Form) -> Numeral | None:
    """A numeral, or None where it is larger than anything that is counted."""
    return Numeral(first, last, value, form) if value < LARGEST else None

"""What the program may say of a fact: an answer with its reasons, or why it keeps silent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

from articles.values import Hedge

AnyBound = Decimal | date | time


class Policy(StrEnum):
    """How a newsroom chooses between figures.

    Range and authority after the BBC's guidance on figures, the conservative figure after ACLED's codebook, independent
    originals after the Knight Science Journalism fact-checking guide, leaving open after Every Casualty's standards.
    """

    MOST_ORIGINS = "most_origins"
    MOST_AUTHORITATIVE = "most_authoritative"
    MOST_RECENT = "most_recent"
    CONSERVATIVE = "conservative"
    RANGE = "range"
    LEAVE_OPEN = "leave_open"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A proposed answer; `keys` are the sides whose value it is, `reasons` the strongest first, `confidence` 0 to 1.

    `text` is fit to print: the words of an article, or the day that they name. `utc_offset` is that of a time's clock.
    """

    low: AnyBound | None
    high: AnyBound | None
    low_open: bool
    high_open: bool
    hedge: Hedge
    unit: str | None
    text: str
    reasons: tuple[str, ...]
    confidence: Decimal
    policy: Policy
    keys: tuple[str, ...] = ()
    utc_offset: int | None = None


@dataclass(frozen=True, slots=True)
class Silence:
    """No answer is proposed, and why."""

    why: str

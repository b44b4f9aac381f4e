"""The words for how two values stand to one another, and for what a difference between them looks like."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RelationKind(StrEnum):
    """How two values stand to one another, from the same to a conflict."""

    SAME = "same"
    CONSISTENT = "consistent"
    ROUNDING = "rounding"
    TENSION = "tension"
    CONFLICT = "conflict"

    @property
    def severity(self) -> int:
        """0 for the same value, 4 for a conflict."""
        return list(RelationKind).index(self)


class Difference(StrEnum):
    """The kind of difference, where the program can see one."""

    SCOPE = "scope"
    AS_OF = "as_of"
    REVISION = "revision"
    ROUNDING = "rounding"
    EXPECTED = "expected"
    PART = "part"
    CURRENCY = "currency"
    PRECISION = "precision"
    UNIT = "unit"
    ADJACENT_DAY = "adjacent_day"
    TIME_ZONE = "time_zone"
    TRANSCRIPTION = "transcription"
    DIRECTION = "direction"
    WORDING = "wording"
    TRANSLATION = "translation"
    DEFINITION = "definition"
    POINTS = "points"
    UNKNOWN = "unknown"


SET_APART = frozenset({Difference.REVISION, Difference.AS_OF, Difference.EXPECTED, Difference.PART})
"""Differences of figures that can both be true and yet do not say the same: the one is no evidence for the other."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A relation with its kind of difference, before it is put into words."""

    kind: RelationKind
    difference: Difference | None = None

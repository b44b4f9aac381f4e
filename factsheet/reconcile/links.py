"""What is known between two groups of claims, of which some pairs were scored."""

from __future__ import annotations

from typing import NamedTuple

NEVER = -(10**9)
"""Below every score."""


class Link(NamedTuple):
    """The scored pairs between two groups: their sum, their number, the best, and whether one gives one value twice."""

    total: int
    number: int
    best: int
    has_one_value: bool

    @property
    def mean(self) -> int:
        """The average score."""
        return self.total // self.number

    def __add__(self, other: Link) -> Link:  # type: ignore[override]
        return Link(
            self.total + other.total,
            self.number + other.number,
            max(self.best, other.best),
            self.has_one_value or other.has_one_value,
        )


NO_LINK = Link(0, 0, NEVER, False)
